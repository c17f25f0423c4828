import { isBlank, tidyLine } from '../cellText.ts';
import { findHeader } from '../headerRow.ts';
import type { Table } from '../table.ts';

const LONGEST = 60;
const EXAMPLES = 5;

/**
 * Puts column names that stand in two rows together: a name over several columns, as merged cells write it, goes
 * before the names below it (`Budget` over `Planned` and `Actual`). A table without such a row stays as it is.
 */
export function joinHeaders(table: Table): Table {
  const header = findHeader(table)?.row ?? 0;
  const above = header === 0 ? undefined : table.rows.at(header - 1);
  const below = table.rows.at(header);
  if (!above || !below) return table;
  const group = (column: number): string => tidyLine(above[column] ?? '').text;
  const own = (column: number): string => tidyLine(below[column] ?? '').text;
  const isGroup = (column: number): boolean => {
    const text = group(column);
    return (
      text !== '' &&
      text.length <= LONGEST &&
      !/^[\d\s.,:/-]+$/.test(text) &&
      text !== own(column) &&
      // Only a merged cell says the same name side by side.
      (text === group(column - 1) || text === group(column + 1))
    );
  };
  const columns = below.flatMap((cell, column) => (!isBlank(cell) && isGroup(column) ? [column] : []));
  // One name over all the columns is the table's title.
  if (columns.length === 0 || new Set(above.filter((cell) => !isBlank(cell))).size < 2) return table;
  const joined = below.map((cell, column) =>
    columns.includes(column) ? `${group(column)} ${own(column)}` : cell,
  );
  const rows = Array.from(table.rows, (row, index) =>
    index === header ? joined : index === header - 1 ? [] : row,
  );
  const examples = columns.slice(0, EXAMPLES).map((column) => joined[column] ?? '');
  return {
    ...table,
    rows,
    notes: [...(table.notes ?? []), { what: 'twoHeaders', count: columns.length, examples }],
  };
}
