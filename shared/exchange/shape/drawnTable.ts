import { isBlank } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

/** A line that only draws a table: `|---|---:|`, `+-----+----+`, `----------`. */
const RULE = /^[\s:+|=_-]*(?:-{3}|={3}|_{3}|:-|-:)[\s:+|=_-]*$/;
/** A table is drawn within so many rows, or not at all. */
const LOOKED = 60;
/** Marks around a whole cell of Markdown, and a link. */
const MARKS = /^(\*\*|__|~~|`|\*|_)(?=\S)(.*\S)\1$/;
const LINK = /!?\[([^\]]+)\]\([^()\s]+\)/g;

/** Marks around words inside of a cell. */
const INNER_MARKS = /(\*\*|~~|`)(?=\S)(.*?\S)\1/g;

/** A line of Markdown below the names of columns, near the beginning of a text. */
const MARKDOWN = /^\s*\|?\s*:?-{3,}:?\s*\|/m;
const BEGINNING = 20_000;
/** Stands for a bar that Markdown writes inside of a cell, while a text is split at its bars. */
const BAR = '\ue000';

/** A text of Markdown whose bars inside of cells, `\|`, split none of them; `undrawnTable` writes them again. Any other as it is. */
export const withHiddenBars = (text: string): string =>
  text.includes('\\|') && MARKDOWN.test(text.slice(0, BEGINNING)) ? text.replaceAll('\\|', BAR) : text;

const isRule = (row: readonly string[]): boolean =>
  row.some((cell) => !isBlank(cell)) && row.every((cell) => isBlank(cell) || RULE.test(cell));

const withoutMarks = (cell: string): string => {
  const text = cell.replace(LINK, '$1').trim();
  const inner = MARKS.exec(text)?.[2];
  return inner === undefined ? text.replace(INNER_MARKS, '$2').replaceAll(BAR, '|') : withoutMarks(inner);
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
