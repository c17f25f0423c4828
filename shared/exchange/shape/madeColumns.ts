import { type HeaderWords, readHeader } from '../columns/fieldNames.ts';
import { findHeader } from '../plan/headerRow.ts';
import type { SourceNote } from '../sources.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import { cellAt, columnCells } from '../table/rows.ts';
import { type Table, tableWidth } from '../table/table.ts';
import { decimalSign, writesDots } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';
import { unknownWord } from '../values/unknownWords.ts';

/** The names of a list's columns, and what they say. */
interface NamedColumns {
  readonly headerRow: number;
  readonly width: number;
  readonly names: readonly string[];
  readonly headers: readonly HeaderWords[];
}

/** What the columns of a list that stands upright are called; null where it has no names, or they run down. */
export function namedColumns(table: Table): NamedColumns | null {
  const header = findHeader(table);
  if (header === null || header.transposed) return null;
  const width = tableWidth(table, header.row);
  const cells = table.rows.at(header.row) ?? [];
  const names = Array.from({ length: width }, (_, column) => tidyLine(cells[column] ?? '').text);
  return { headerRow: header.row, width, names, headers: names.map(readHeader) };
}

/** A column made from several of a list: its name, and its cell in a row as wide as the list. */
export interface MadeColumn {
  readonly name: string;
  readonly cell: (row: readonly string[]) => string;
}

const HAN = /[\u3400-\u9fff]/;

/** How a made column is called for the field that it is for, in the language of the list's own names. */
export function nameFor(
  field: 'startDate' | 'endDate' | 'budget' | 'spent',
  names: readonly string[],
): string {
  const isChinese = HAN.test(names.join(''));
  switch (field) {
    case 'startDate':
      return isChinese ? '开始日期' : 'Start date';
    case 'endDate':
      return isChinese ? '结束日期' : 'End date';
    case 'budget':
      return isChinese ? '预算' : 'Budget';
    case 'spent':
      return isChinese ? '已支出' : 'Spent';
  }
}

const BRACKETS = /[（([][^()（）[\]]*[)）\]]/g;

/** How a column is called that sums others, from the first of them to the last, with the unit that they have in brackets. */
export function spanName(
  field: 'budget' | 'spent',
  names: readonly string[],
  columns: readonly number[],
): string {
  const [first, last] = [names[columns[0] ?? -1] ?? '', names[columns.at(-1) ?? -1] ?? ''];
  const plain = (name: string): string => name.replace(BRACKETS, '').trim();
  const unit = first.match(BRACKETS)?.join(' ') ?? '';
  return `${nameFor(field, names)} (${plain(first)} – ${plain(last)}) ${unit}`.trim();
}

/** A table whose columns of times were looked at. */
export interface TimedTable {
  readonly table: Table;
  /** Whether their money was added up; absent where there is none that could be. */
  readonly added?: boolean;
}

/**
 * A column that sums others of one unit; null where a cell names a unit of its own. An empty cell and a dash add nothing,
 * a word for "not known" says so of the sum.
 */
export function sumColumn(
  { rows }: Table,
  firstRow: number,
  columns: readonly number[],
  name: string,
): MadeColumn | null {
  const cellsOf = columns.map((column) => [...columnCells(rows, column, firstRow)]);
  const signs = cellsOf.map(decimalSign);
  // What the cells of one year leave open, those of another say.
  const others = signs.includes(',') && !signs.includes('.');
  const commas = signs.map(
    (sign, at) =>
      sign === ',' ||
      (sign === null && (others || writesDots(cellAt(rows, firstRow - 1, columns[at] ?? -1)))),
  );
  const hasUnit = cellsOf.some((cells, at) =>
    cells.some((cell) => {
      const amount = readAmount(cell, commas[at]);
      return typeof amount !== 'string' && amount.scale !== null;
    }),
  );
  if (hasUnit) return null;
  return {
    name,
    cell: (row) => {
      let [sum, filled] = [0, 0];
      for (const [at, column] of columns.entries()) {
        const { text } = tidyLine(row[column] ?? '');
        if (text === '' || (unknownWord(text) !== null && !/\p{L}/u.test(text))) continue;
        const amount = readAmount(text, commas[at]);
        if (typeof amount === 'string') return text;
        sum += amount.value;
        filled += 1;
      }
      return filled === 0 ? '' : String(Number(sum.toFixed(4)));
    },
  };
}

/** Rows of a list that are looked at before anything is made of it: all of a long one would be walked down twice. */
const ROWS_LOOKED = 2_000;

/** The header of a table and its first rows. */
export const firstRows = (table: Table, headerRow: number): Table => ({
  ...table,
  rows: table.rows.slice(0, headerRow + 1 + ROWS_LOOKED),
});

const EXAMPLES = 5;

/** The table with a note on some of its columns. */
export const withNote = (table: Table, what: SourceNote['what'], columns: readonly string[]): Table => ({
  ...table,
  notes: [...(table.notes ?? []), { what, count: columns.length, examples: columns.slice(0, EXAMPLES) }],
});

/** The table with further columns behind its own `width`; rows above the header and empty ones stay as they are. */
export function withColumns(
  table: Table,
  headerRow: number,
  width: number,
  made: readonly MadeColumn[],
): Table {
  const rows = Array.from(table.rows, (row, index) => {
    if (index < headerRow || row.every((cell) => isBlank(cell))) return row;
    const own = Array.from({ length: width }, (_, column) => row[column] ?? '');
    return [...own, ...made.map(({ name, cell }) => (index === headerRow ? name : cell(own)))];
  });
  return { ...table, rows };
}
