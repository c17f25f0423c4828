import { matchKey, tidyLine } from '../cellText.ts';
import type { ImportPlan } from '../contract.ts';
import { detectPlan } from '../detectPlan.ts';
import type { TableRole } from '../sources.ts';
import { type Table, tableWidth } from '../table.ts';

/** A table that came together with the list of initiatives, and the file that it was in. */
export interface OtherTable {
  readonly fileName: string;
  readonly table: Table;
  readonly encoding: string;
  readonly delimiter: string;
}

const ROLE_WORDS: readonly (readonly [TableRole, RegExp])[] = [
  [
    'suppliers',
    /\b(?:supplier|vendor|contractor|partner|provider|engagement|contract)s?\b|供应商|合作伙伴|承包商|厂商|合同/i,
  ],
  ['releases', /\b(?:release|version)s?\b|发布|版本/i],
  [
    'activities',
    /\b(?:activit(?:y|ies)|tasks?|phases?|milestones?|work ?packages?|steps?)\b|阶段|任务|活动|里程碑/i,
  ],
];
/** Share of a column's values that must be initiatives before it is taken for the joining column. */
const JOINED = 0.5;
const LOOKED = 2_000;
/** A column of ids has this share of different values: real lists repeat one by mistake. */
const DISTINCT = 0.95;

/** A header as words. */
export const headerWords = (header: string): string => tidyLine(header).text.replace(/[_-]+/g, ' ');

/** Words in which the names of a table's columns say what it holds. */
export const roleWords = (role: TableRole): RegExp =>
  ROLE_WORDS.find(([each]) => each === role)?.[1] ?? /(?!)/;

/** What a sheet beside a list says by its name that it holds; null when it does not say. */
export const sheetRole = (name: string): TableRole | null =>
  ROLE_WORDS.find(([, pattern]) => pattern.test(headerWords(name)))?.[0] ?? null;

/** What a table holds, by the names of its columns and of its file. */
export function roleOf(fileName: string, headers: readonly string[]): TableRole {
  const columns = headers.map(headerWords);
  const own = headerWords(fileName.replace(/\.[^.]+$/, ''));
  const found =
    ROLE_WORDS.find(([, pattern]) => pattern.test(own)) ??
    ROLE_WORDS.find(([, pattern]) => columns.some((header) => pattern.test(header)));
  return found?.[0] ?? 'activities';
}

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
function ownIds(table: Table, plan: ImportPlan): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const column of [plan.columns.externalId, plan.columns.name]) {
    if (column === undefined) continue;
    const keys = table.rows.slice(plan.headerRow + 1).flatMap((row) => matchKey(row[column] ?? '') || []);
    const distinct = new Set(keys);
    if (distinct.size >= keys.length * DISTINCT) for (const key of distinct) ids.add(key);
  }
  return ids;
}

/** Which of several tables is the list of initiatives: the one whose rows the others name most. */
export function findMain(tables: readonly OtherTable[]): number {
  const planned = tables.map((other) => ({
    table: other.table,
    plan: detectPlan(other.table, { rows: 'initiatives' }, other, 'USD').plan,
  }));
  const named = planned.map((main) => {
    const ids = ownIds(main.table, main.plan);
    return planned
      .filter((other) => other !== main)
      .reduce((sum, { table, plan }) => sum + (joinShares(table, plan.headerRow, ids)[0]?.share ?? 0), 0);
  });
  return named.indexOf(Math.max(...named));
}
