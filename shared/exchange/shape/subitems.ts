import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

/** A board that a person keeps has no more rows. */
const MOST_ROWS = 20_000;
const EXAMPLES = 5;

/** Names of columns stand among so many first rows. */
const LOOKED = 60;

const keyOf = (cell: string | undefined): string => matchKey(tidyLine(cell ?? '').text);

/**
 * The names of a board's columns, in keys, and where they stand: they are known by those of the parts below a row, the second
 * of which is called as the first of the rows, and the first as a column of theirs. Null where nothing is written so.
 */
function namesOfRows({ rows }: Table): { readonly at: number; readonly names: readonly string[] } | null {
  const first = rows.slice(0, LOOKED).map((row) => row.map(keyOf));
  for (const [below, [of = '', called = '']] of first.entries()) {
    if (of === '' || called === '') continue;
    const at = first.findIndex(
      (names, index) => index < below && names[0] === called && names.indexOf(of) > 0,
    );
    if (at !== -1) return { at, names: first[at] ?? [] };
  }
  return null;
}

/**
 * The table without the parts of its rows, which a board writes below each of them under names of their own, one column to
 * the right: `Subitems, Name, Owner, …` below `Name, Subitems, …`. They are counted in a note; their money is that of the row.
 */
export function withoutSubitems(table: Table): Table {
  const { rows } = table;
  const found = rows.length > MOST_ROWS ? null : namesOfRows(table);
  if (found === null) return table;
  const isNames = (row: readonly string[]): boolean =>
    keyOf(row[1]) === found.names[0] && found.names.indexOf(keyOf(row[0])) > 0;
  const below = new Set<number>();
  const parts: string[] = [];
  let isBelow = false;
  for (let index = found.at + 1; index < rows.length; index += 1) {
    const row = rows.at(index) ?? [];
    const isHead = isNames(row);
    isBelow = isHead || (isBelow && isBlank(row[0]) && !isBlank(row[1]));
    if (!isBelow) continue;
    below.add(index);
    if (!isHead) parts.push(tidyLine(row[1] ?? '').text);
  }
  if (parts.length === 0) return table;
  const stays = (_: unknown, index: number): boolean => !below.has(index);
  return {
    ...table,
    rows: Array.from(rows).filter(stays),
    lines: table.lines.filter(stays),
    notes: [
      ...(table.notes ?? []),
      { what: 'subitemsLeft', count: parts.length, examples: parts.slice(0, EXAMPLES) },
    ],
  };
}
