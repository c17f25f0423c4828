import type { ImportPlan } from '../contract.ts';
import type { OtherSubject } from '../importFields.ts';
import { detectPlan } from '../plan/detectPlan.ts';
import { matchKey } from '../table/cellText.ts';
import { type Table, tableWidth } from '../table/table.ts';
import { listSubject } from './listSubject.ts';
import type { OtherTable } from './otherTable.ts';

/** Share of a column's values that must be initiatives before it is taken for the joining column. */
const JOINED = 0.5;
const LOOKED = 2_000;
/** A column of ids has this share of different values: real lists repeat one by mistake. */
const DISTINCT = 0.95;

/** How often the values of each column are among `ids`, as a share of its filled cells: the best first, none left out that has any. */
export function joinShares(
  table: Table,
  headerRow: number,
  ids: ReadonlySet<string>,
): readonly { readonly column: number; readonly share: number }[] {
  const width = tableWidth(table, headerRow);
  const rows = table.rows.slice(headerRow + 1, headerRow + 1 + LOOKED);
  const shares = Array.from({ length: width }, (_, column) => {
    let [filled, known] = [0, 0];
    for (const row of rows) {
      const key = matchKey(row[column] ?? '');
      if (key === '') continue;
      filled += 1;
      if (ids.has(key)) known += 1;
    }
    return { column, share: filled === 0 ? 0 : known / filled };
  });
  return shares.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
}

/** The column of a table whose values are most often among `ids`; null when none is at least half of the time. */
export function joinColumn(table: Table, headerRow: number, ids: ReadonlySet<string>): number | null {
  const [best] = joinShares(table, headerRow, ids);
  return best && best.share >= JOINED ? best.column : null;
}

/** Ids and names by which a table's own rows are told apart: columns in which nothing occurs twice. */
export function ownIds(table: Table, plan: ImportPlan): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const column of [plan.columns.externalId, plan.columns.name]) {
    if (column === undefined) continue;
    const keys = table.rows.slice(plan.headerRow + 1).flatMap((row) => matchKey(row[column] ?? '') || []);
    const distinct = new Set(keys);
    if (distinct.size >= keys.length * DISTINCT) for (const key of distinct) ids.add(key);
  }
  return ids;
}

/** Lists that others belong to where none holds initiatives, the first that there is. */
const UPPERMOST: readonly OtherSubject[] = ['outcomes', 'capabilities', 'partners', 'segments'];

/**
 * Which of several tables is the one that the others belong to: of those that may hold initiatives, the one whose rows
 * the others name most; where all are lists of something else, the first that can name the others.
 */
export function findMain(tables: readonly OtherTable[]): number {
  const subjects = tables.map(listSubject);
  if (!subjects.includes(null)) {
    const upper = UPPERMOST.find((subject) => subjects.includes(subject));
    return upper === undefined ? 0 : subjects.indexOf(upper);
  }
  const planned = tables.map((other) => ({
    table: other.table,
    plan: detectPlan(other.table, { rows: 'initiatives' }, { ...other, beside: tables }, 'USD').plan,
  }));
  const named = planned.map((main, index) => {
    if (subjects[index] !== null) return -1;
    const ids = ownIds(main.table, main.plan);
    return planned
      .filter((other) => other !== main)
      .reduce((sum, { table, plan }) => sum + (joinShares(table, plan.headerRow, ids)[0]?.share ?? 0), 0);
  });
  return named.indexOf(Math.max(...named));
}
