import { findHeader } from '../plan/headerRow.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

/** A board that a person keeps has no more rows. */
const MOST_ROWS = 20_000;
const EXAMPLES = 5;

/**
 * The table without the parts of its rows, which a board writes below each of them under names of their own, one column to
 * the right: `Subitems, Name, Owner, …` below `Name, Subitems, …`. They are counted in a note; their money is that of the row.
 */
export function withoutSubitems(table: Table): Table {
  const { rows } = table;
  if (rows.length > MOST_ROWS) return table;
  const header = findHeader(table);
  const names = (rows.at(header?.row ?? 0) ?? []).map((cell) => matchKey(tidyLine(cell).text));
  const [called = ''] = names;
  if (header === null || header.transposed || called === '') return table;
  const isNames = (row: readonly string[]): boolean =>
    matchKey(row[1] ?? '') === called && names.indexOf(matchKey(row[0] ?? '')) > 0;
  const below = new Set<number>();
  const parts: string[] = [];
  let isBelow = false;
  for (let index = header.row + 1; index < rows.length; index += 1) {
    const row = rows.at(index) ?? [];
    isBelow = isNames(row) || (isBelow && isBlank(row[0]) && !isBlank(row[1]));
    if (!isBelow) continue;
    below.add(index);
    if (!isNames(row)) parts.push(tidyLine(row[1] ?? '').text);
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
