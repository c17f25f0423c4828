import type { ImportPlan } from '../contract.ts';
import { detectPlan, moneyFields } from '../plan/detectPlan.ts';
import type { FurtherTable } from '../sources.ts';
import type { FurtherSource } from './otherTable.ts';

/** The currency of an import: that of the list where it holds money, else the one that a table beside it names. */
export function currencyBeside(
  plan: ImportPlan,
  others: readonly FurtherSource[],
  choices: readonly FurtherTable[],
): string {
  const hasMoney = ({ columns }: ImportPlan): boolean =>
    moneyFields.some((field) => columns[field] !== undefined);
  if (hasMoney(plan)) return plan.currency;
  for (const other of others) {
    if (choices.some(({ file, join, taken }) => file === other.file && join === null && taken !== true))
      continue;
    const found = detectPlan(other.table, { rows: 'initiatives' }, other, plan.currency).plan;
    if (hasMoney(found) && found.currency !== plan.currency) return found.currency;
  }
  return plan.currency;
}
