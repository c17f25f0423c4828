import type { PortfolioRecords } from '../../domain/records.ts';
import { nameColumns } from '../importFields.ts';
import { detectPlan } from '../plan/detectPlan.ts';
import { type FurtherTable, isOwnList } from '../sources.ts';
import { matchKey } from '../table/cellText.ts';
import { listSubject } from './listSubject.ts';
import type { FurtherSource } from './otherTable.ts';

/**
 * What the cells of a list may name, by `matchKey`: capabilities, outcomes, segments and partners of the portfolio and
 * of the lists that came with it, by their names, codes and the lists' own ids.
 */
export function knownNames(
  records: PortfolioRecords,
  others: readonly FurtherSource[],
  choices: readonly FurtherTable[],
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const table of ['capability', 'outcome', 'segment', 'partner'] as const)
    for (const record of Object.values(records[table])) {
      names.add(matchKey(record.name));
      if ('code' in record && record.code !== null) names.add(matchKey(record.code));
    }
  for (const other of others) {
    const choice = choices.find(({ file }) => file === other.file);
    const subject = choice ? (isOwnList(choice.role) ? choice.role : null) : listSubject(other);
    if (subject === null || choice?.taken === false) continue;
    const { plan } = detectPlan(other.table, { rows: subject }, other, 'USD');
    const { externalId } = plan.columns;
    const columns = [...nameColumns(plan.columns), ...(externalId === undefined ? [] : [externalId])];
    for (const row of other.table.rows.slice(plan.headerRow + 1))
      for (const column of columns) names.add(matchKey(row[column] ?? ''));
  }
  names.delete('');
  return names;
}
