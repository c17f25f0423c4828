import { fieldLikeness, findHeader } from '../plan/headerRow.ts';
import { isAmount } from '../rows/totalRows.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

const LONGEST = 60;
const EXAMPLES = 5;

/**
 * Puts column names that stand in two rows together: a name over several columns, as merged cells write it, goes
 * before the names below it (`Budget` over `Planned` and `Actual`), and one over none is a name by itself. A table
 * without such a row stays as it is.
 */
export function joinHeaders(table: Table): Table {
  const found = findHeader(table)?.row ?? 0;
  const header = isUpper(table, found) ? found + 1 : found;
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
  const width = Math.max(below.length, above.length);
  const joined = Array.from({ length: width }, (_, column) =>
    columns.includes(column)
      ? `${group(column)} ${own(column)}`
      : // A name that nobody merged over both rows stands in the upper one alone.
        own(column) === '' && group(column).length <= LONGEST
        ? group(column)
        : (below[column] ?? ''),
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

/**
 * Whether the row of names that was found is the upper of two: each of its merged names has words below it, and no
 * other one has.
 */
function isUpper({ rows }: Table, header: number): boolean {
  const [upper, lower] = [rows.at(header), rows.at(header + 1)];
  if (!upper || !lower) return false;
  const text = (row: readonly string[], column: number): string => tidyLine(row[column] ?? '').text;
  const columns = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => column);
  const isMerged = (column: number): boolean => {
    const own = text(upper, column);
    return own !== '' && (own === text(upper, column - 1) || own === text(upper, column + 1));
  };
  return (
    columns.some(isMerged) &&
    columns.every((column) => {
      const below = text(lower, column);
      if (isMerged(column)) return below !== '' && below.length <= LONGEST && !isAmount(below);
      // Merged over both rows, a name stands in both of them.
      return below === '' || below === text(upper, column) || text(upper, column) === '';
    })
  );
}

/**
 * Puts together what stands in two rows of names where no cell is merged: in a text file a name over several columns
 * stands in the first of them. Only where more of our fields are named then than before: prose above a list names none.
 */
export function joinWrittenHeaders(table: Table): Table {
  const found = findHeader(table)?.row ?? 0;
  for (const header of [found, found + 1]) {
    const [above, below] = [table.rows.at(header - 1), table.rows.at(header)];
    if (header === 0 || !above || !below) continue;
    const spread = spreadNames(above, below);
    if (spread === null) continue;
    const joined = joinHeaders({
      ...table,
      rows: table.rows.slice(0, header + 1).map((row, index) => (index === header - 1 ? spread : row)),
    });
    const names = joined.rows.at(header) ?? [];
    const fields = (row: readonly string[]): number => fieldLikeness(row).fields.size;
    if (joined.notes !== table.notes && fields(names) > Math.max(fields(above), fields(below)))
      return { ...joined, rows: [...joined.rows, ...table.rows.slice(header + 1)] };
  }
  return table;
}

/**
 * Names of columns with each over those behind it that have none; null where none is over several, or a value is among
 * them.
 */
function spreadNames(above: readonly string[], below: readonly string[]): readonly string[] | null {
  const filled = above.filter((cell) => !isBlank(cell));
  if (filled.length < 2 || [...above, ...below].some((cell) => isAmount(cell))) return null;
  const spread = below.map(() => '');
  let isOver = false;
  for (const column of below.keys()) {
    const own = above[column] ?? '';
    const goesOn = isBlank(own) && !isBlank(below[column]) && column > 0;
    spread[column] = goesOn ? (spread[column - 1] ?? '') : own;
    isOver ||= goesOn && !isBlank(spread[column]);
  }
  return isOver ? spread : null;
}
