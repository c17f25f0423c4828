import type { ColumnProfile } from '../columns/columnProfile.ts';
import { readHeader } from '../columns/fieldNames.ts';
import { namesRows, type OtherSubject } from '../importFields.ts';
import { detectPlan } from '../plan/detectPlan.ts';
import { detectSubject } from '../plan/detectSubject.ts';
import { isPivot } from '../shape/pivotTable.ts';
import { tidyLine } from '../table/cellText.ts';
import { namedSubject } from './listNames.ts';
import type { OtherTable } from './otherTable.ts';

/** Where fewer of the names are different, a table tells something of each several times: it is no list of them. */
const DIFFERENT = 0.7;

/**
 * What the rows of a table beside others are, by its columns and by the name of its file or sheet; null where they are
 * initiatives or belong to them, and for tables that only add up another.
 */
export function listSubject(other: OtherTable): OtherSubject | null {
  const { plan, names, profiles } = detectPlan(other.table, { rows: 'initiatives' }, other, 'USD');
  const above = other.table.rows.slice(0, plan.headerRow).flat();
  if (isPivot([...names.names, ...above])) return null;
  const called = namedSubject(other.fileName);
  const cells = other.table.rows.at(plan.headerRow) ?? [];
  const headers = profiles.map(({ index }) => readHeader(tidyLine(cells[index] ?? '').text));
  const { subject, matches } = detectSubject(headers, profiles, called);
  if (subject === 'initiatives') return null;
  const columns = Object.fromEntries([...matches].map(([field, { column }]) => [field, column]));
  if (!namesRows(columns)) return null;
  return subject !== called && repeats(profiles[columns.name ?? -1]) ? null : subject;
}

const repeats = (names: ColumnProfile | undefined): boolean =>
  names !== undefined && names.distinctShare < DIFFERENT;
