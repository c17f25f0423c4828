import { matchKey, tidyLine } from '../cellText.ts';
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
  ['suppliers', /\b(?:supplier|vendor|contractor|partner|provider)s?\b|供应商|合作伙伴|承包商|厂商/i],
  ['releases', /\b(?:release|version)s?\b|发布|版本/i],
  [
    'activities',
    /\b(?:activit(?:y|ies)|tasks?|phases?|milestones?|work ?packages?|steps?)\b|阶段|任务|活动|里程碑/i,
  ],
];
/** Share of a column's values that must be initiatives before it is taken for the joining column. */
const JOINED = 0.5;
const LOOKED = 2_000;

/** A header as words. */
export const headerWords = (header: string): string => tidyLine(header).text.replace(/[_-]+/g, ' ');

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

/** The file whose rows the others name most often: the list of initiatives among several tables. */
export function findMain(tables: readonly OtherTable[]): number {
  const idsOf = ({ table }: OtherTable): ReadonlySet<string> => {
    const { plan } = detectPlan(table, {}, { encoding: '', delimiter: '' }, 'USD');
    const columns = [plan.columns.externalId, plan.columns.name].filter((column) => column !== undefined);
    return new Set(
      table.rows
        .slice(plan.headerRow + 1)
        .flatMap((row) => columns.map((column) => matchKey(row[column] ?? ''))),
    );
  };
  const joined = tables.map((main) => {
    const ids = idsOf(main);
    const others = tables.filter((other) => other !== main);
    return others.filter(({ table }) => {
      const { plan } = detectPlan(table, {}, { encoding: '', delimiter: '' }, 'USD');
      return joinColumn(table, plan.headerRow, ids) !== null;
    }).length;
  });
  // Of two that name each other, the list has fewer rows: a row an initiative.
  const size = (index: number): number => tables[index]?.table.rows.length ?? 0;
  return [...tables.keys()].sort((a, b) => (joined[b] ?? 0) - (joined[a] ?? 0) || size(a) - size(b))[0] ?? 0;
}
