import type { Change } from '../contract/changes.ts';
import { nonNegativeMoneySchema } from '../domain/primitives.ts';
import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type ScenarioStep,
  type TableName,
  tableNames,
} from '../domain/records.ts';
import { minorDigits } from '../text/format.ts';
import { type Planned, patch, refuse } from './planned.ts';

/** The fields of a table that hold money, found by their schema so that a new one is never forgotten. */
function moneyFields(table: TableName): readonly string[] {
  const shape: Readonly<Record<string, unknown>> = recordSchemas[table].shape;
  return Object.keys(shape).filter((field) => {
    const schema = shape[field] as { readonly def?: { readonly innerType?: unknown } };
    return schema === nonNegativeMoneySchema || schema.def?.innerType === nonNegativeMoneySchema;
  });
}

/**
 * Lets the portfolio's amounts count as another currency: 500 000 stays 500 000, nothing is exchanged. Amounts are kept
 * in minor units, so that where the currencies have different ones (yen has none) every amount is written anew, those of
 * scenarios too, rounded to the new one's smallest unit.
 */
export function changeCurrency(records: PortfolioRecords, currency: string): Planned {
  const { portfolio } = records.portfolio;
  if (!portfolio) return refuse('missing');
  if (portfolio.currency === currency) return refuse('alreadyThere');
  const factor = 10 ** (minorDigits(currency) - minorDigits(portfolio.currency));
  const own = factor === 1 ? {} : rescaled(portfolio, moneyFields('portfolio'), factor);
  const changes: Change[] = [patch('portfolio', 'portfolio', { ...own, currency })];
  if (factor === 1) return { ok: true, changes };
  for (const table of tableNames) {
    const fields = moneyFields(table);
    if (table === 'portfolio' || fields.length === 0) continue;
    for (const record of Object.values<AnyRecord>(records[table])) {
      const values = rescaled(record as unknown as Values, fields, factor);
      if (Object.keys(values).length > 0) changes.push(patch(table, record.id, values));
    }
  }
  // A scenario is applied later, to the plan as it is then: its amounts are in the same smallest unit.
  for (const step of Object.values(records.scenarioStep)) {
    const written = step.changes.map((change) => rescaledChange(change, factor));
    if (written.some((change, at) => change !== step.changes[at]))
      changes.push(patch('scenarioStep', step.id, { changes: written }));
  }
  return { ok: true, changes };
}

type Values = Readonly<Record<string, unknown>>;
type StepChange = ScenarioStep['changes'][number];

/** The same object where the change sets no amount. */
function rescaledChange(change: StepChange, factor: number): StepChange {
  if (change.op === 'remove' || !(tableNames as readonly string[]).includes(change.table)) return change;
  const fields = moneyFields(change.table as TableName);
  const amounts = rescaled(change.op === 'put' ? change.record : change.values, fields, factor);
  if (Object.keys(amounts).length === 0) return change;
  return change.op === 'put'
    ? { ...change, record: { ...change.record, ...amounts } }
    : { ...change, values: { ...change.values, ...amounts } };
}

/** The amounts among the values that are neither unknown nor zero, in the new smallest unit. */
function rescaled(values: Values, fields: readonly string[], factor: number): Record<string, number> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const amount = values[field];
      return typeof amount === 'number' && amount !== 0 ? [[field, Math.round(amount * factor)]] : [];
    }),
  );
}
