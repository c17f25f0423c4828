import type { SourceNote } from '../sources.ts';
import { cutText, isBlank, tidyLine } from './cellText.ts';
import type { Rows } from './rows.ts';

/** A list as read from a file: rows of cells, and the line of the file (1 for the first) on which each row starts. */
export interface Table {
  readonly rows: Rows;
  readonly lines: readonly number[];
  /** Bytes or characters that the encoding does not define, replaced on the way in. */
  readonly replacedCharacters: number;
  /** Lines whose quotation marks are unbalanced, read without them. */
  readonly unquotedLines: readonly number[];
  /** What was seen or done before, by the reader of the file's format. */
  readonly notes?: readonly SourceNote[];
  /** True when the sheet counts days from 1904; bare numbers in its columns of dates do so too. */
  readonly daysFrom1904?: boolean;
  /** Lines of a sheet whose one text is merged over several columns: they head what is below, or say something of it. */
  readonly headingLines?: readonly number[];
  /** Cells of a sheet whose formula failed; they are empty in `rows`. */
  readonly failedCells?: readonly FailedCell[];
  /** Texts of cells that a sheet strikes through, by the lines of their rows. */
  readonly struckTexts?: ReadonlyMap<number, readonly string[]>;
}

/** A cell without a value: its row and column in the table, from 0, and what the sheet shows there, such as `#REF!`. */
export interface FailedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Names of a table's columns: tidy, none empty, none twice. */
export interface ColumnNames {
  readonly names: readonly string[];
  /** How many columns share their name with an earlier one. */
  readonly duplicates: number;
}

const MAX_KEY = 200;

/** A name, or `Name (2)` and so on where it is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name} (${n})`;
  return free;
}

/** Names for all columns: the header cell in one line, `column 3` where it is empty, `Name (2)` for the second of a name. */
export function columnNames(header: readonly string[], width: number): ColumnNames {
  const taken = new Set<string>();
  const names: string[] = [];
  let duplicates = 0;
  for (let index = 0; index < width; index += 1) {
    const tidy = cutText(tidyLine(header[index] ?? '').text, MAX_KEY - 10);
    const base = tidy === '' ? `column ${index + 1}` : tidy === '__proto__' ? '_proto_' : tidy;
    const name = freeName(base, taken);
    if (name !== base && tidy !== '') duplicates += 1;
    taken.add(name);
    names.push(name);
  }
  return { names, duplicates };
}

/** The width of a table: how many columns most of its rows fill, but never less than the header has names. */
export function tableWidth(table: Table, headerRow: number): number {
  const header = table.rows.at(headerRow) ?? [];
  let width = header.length;
  while (width > 0 && isBlank(header[width - 1])) width -= 1;
  const counts = new Map<number, number>();
  const last = Math.min(table.rows.length, headerRow + 200);
  for (let index = headerRow + 1; index < last; index += 1) {
    const row = table.rows.at(index) ?? [];
    let length = row.length;
    while (length > 0 && isBlank(row[length - 1])) length -= 1;
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const seen = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // A column without a name counts when a good part of the rows fill it; a stray cell does not make a column.
  for (const length of [...counts.keys()].sort((a, b) => b - a)) {
    const reaching = [...counts].reduce((sum, [other, count]) => (other >= length ? sum + count : sum), 0);
    if (length > width && reaching * 5 >= seen && seen > 2) return length;
  }
  return width;
}
