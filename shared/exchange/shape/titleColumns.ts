import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

const TITLE = /^(?:title|标题|titel|titre|título) ?(\d)$/;
const ID = /^(?:id|key|work item id)$/;
const PARENT = 'Parent';
/** So far down the names of the columns stand. */
const HEADER_ROWS = 10;
/** So many rows must fill exactly one of the columns. */
const MOSTLY = 0.95;

/**
 * A tree whose rows are set in by a column a level (Title 1, Title 2, Title 3, as Azure DevOps exports queries) as a list
 * with one column of titles and one that names the row above, by its id where there are ids. Any other table stays as it is.
 */
export function joinTitles(table: Table): Table {
  for (const [header, cells] of table.rows.slice(0, HEADER_ROWS).entries()) {
    const names = cells.map((cell) => matchKey(tidyLine(cell).text));
    const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) =>
      names.findIndex((name) => TITLE.exec(name)?.[1] === String(level)),
    );
    const columns = levels.includes(-1) ? levels.slice(0, levels.indexOf(-1)) : levels;
    if (columns.length > 1) return joinColumns(table, header, names, columns);
  }
  return table;
}

/** `columns` are those of the titles, the uppermost first. */
function joinColumns(
  table: Table,
  header: number,
  names: readonly string[],
  columns: readonly number[],
): Table {
  const first = columns[0] ?? 0;
  const body = Array.from(table.rows).slice(header + 1);
  const filledAt = (row: readonly string[]): readonly number[] =>
    columns.flatMap((column, level) => (isBlank(row[column]) ? [] : [level]));
  const rows = body.filter((row) => row.some((cell) => !isBlank(cell)));
  const single = rows.filter((row) => filledAt(row).length === 1);
  if (single.length < rows.length * MOSTLY || !single.some((row) => isBlank(row[first]))) return table;

  const id = names.findIndex((name) => ID.test(name));
  const others = columns.slice(1);
  const hasParent = names.includes(matchKey(PARENT));
  const keep = (row: readonly string[], title: string, parent: string): readonly string[] => [
    ...row.flatMap((cell, column) => (column === first ? [title] : others.includes(column) ? [] : [cell])),
    ...(hasParent ? [] : [parent]),
  ];
  const open: string[] = [];
  const joined = body.map((row) => {
    const level = filledAt(row).at(-1);
    if (level === undefined) return row;
    const title = row[columns[level] ?? first] ?? '';
    open.length = Math.min(open.length, level);
    const parent = open.at(-1) ?? '';
    open[level] = id === -1 ? title : (row[id] ?? '');
    // A short row would have its parent stand in another column.
    const whole = Array.from({ length: names.length }, (_, column) => row[column] ?? '');
    return keep(whole, title, parent);
  });
  const above = table.rows.slice(0, header);
  const said = table.rows.at(header) ?? [];
  const title = tidyLine(said[first] ?? '').text.replace(/ ?\d$/, '');
  return { ...table, rows: [...above, keep(said, title, PARENT), ...joined] };
}
