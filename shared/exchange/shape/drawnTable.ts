import { isBlank } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

/** A line that only draws a table: `|---|---:|`, `+-----+----+`, `----------`. */
const RULE = /^[\s:+|=_-]*(?:-{3}|={3}|_{3}|:-|-:)[\s:+|=_-]*$/;
/** A table is drawn within so many rows, or not at all. */
const LOOKED = 60;
/** Marks around a whole cell of Markdown, and a link. */
const MARKS = /^(\*\*|__|~~|`|\*|_)(?=\S)(.*\S)\1$/;
const LINK = /!?\[([^\]]+)\]\([^()\s]+\)/g;

const isRule = (row: readonly string[]): boolean =>
  row.some((cell) => !isBlank(cell)) && row.every((cell) => isBlank(cell) || RULE.test(cell));

const withoutMarks = (cell: string): string => {
  const text = cell.replace(LINK, '$1').trim();
  const inner = MARKS.exec(text)?.[2];
  return inner === undefined ? text : withoutMarks(inner);
};

/**
 * A table that is drawn with lines of signs, as programs print one and Markdown writes one, without them; its cells
 * without the blanks that fill them up and, below a line of Markdown, without its marks. Said in a note; any other table
 * stays as it is.
 */
export function undrawnTable(table: Table, delimiter: string): Table {
  const first = table.rows.slice(0, LOOKED).findIndex(isRule);
  if (first === -1) return table;
  const isMarkdown =
    delimiter === '|' &&
    (table.rows.at(first) ?? []).some((cell) => /:-|-:/.test(cell) || /^\s*-{3,}\s*$/.test(cell));
  const tidy = isMarkdown ? withoutMarks : (cell: string): string => cell.trim();
  let drawn = 0;
  const rows = Array.from(table.rows, (row) => {
    if (!isRule(row)) return delimiter === '|' ? row.map(tidy) : row;
    drawn += 1;
    return [];
  });
  return {
    ...table,
    rows,
    notes: [...(table.notes ?? []), { what: 'linesDrawn', count: drawn, examples: [] }],
  };
}
