import Papa, { type ParseResult } from 'papaparse';
import { Failure } from '../../../shared/contract/result.ts';
import type { SourceNote } from '../../../shared/exchange/sources.ts';
import { type Rows, TextRows } from '../../../shared/exchange/table/rows.ts';
import type { Table } from '../../../shared/exchange/table/table.ts';
import { withPlainQuotes } from './curlyQuotes.ts';

/** A list of more lines is refused: it is no portfolio, and would fill the memory. */
export const MAX_IMPORT_LINES = 500_000;

/** A row of more cells is refused for the same reason. */
export const MAX_IMPORT_COLUMNS = 2_000;

/** More signs than this between two line ends are no prose either. */
const MAX_SIGNS = MAX_IMPORT_COLUMNS * 20;

const DELIMITERS = [',', ';', '\t', '|'];

export interface ParsedTable {
  readonly table: Table;
  readonly delimiter: string;
}

/** How many lines a text has, and how many signs the longest of them. */
function measureLines(text: string): { readonly lines: number; readonly longest: number } {
  let [lines, longest, start] = [1, 0, 0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    if (end - start > longest) longest = end - start;
    start = end + 1;
    lines += 1;
  }
  return { lines, longest: Math.max(longest, text.length - start) };
}

/** How many lines of the file a row takes: one, and one more for each line break inside its cells. */
function linesOf(row: readonly string[]): number {
  let lines = 1;
  for (const cell of row) if (cell.includes('\n')) lines += measureLines(cell).lines - 1;
  return lines;
}

/** The delimiter of a list: the one that papaparse finds in the widest consistent rows, prose above the table left out. */
export function findDelimiter(text: string): string {
  const guess = (part: string): string => {
    const { meta, data } = Papa.parse<string[]>(part, {
      delimitersToGuess: DELIMITERS,
      newline: '\n',
      preview: 40,
    });
    return data.some((row) => row.length > 1) ? meta.delimiter : '';
  };
  // Prose above the header has commas of its own: the best-filled stretch of the list decides.
  const head = text.slice(0, 400_000);
  const scored = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: 60 });
    const widths = new Map<number, number>();
    for (const row of data) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const [width, rows] = [...widths].sort(
      (a, b) => b[1] * Math.min(b[0], 8) - a[1] * Math.min(a[0], 8),
    )[0] ?? [0, 0];
    // Split by the wrong sign, a quoted cell falls apart and leaves single quotes in the pieces.
    const torn = data.filter((row) => row.some((cell) => cell.split('"').length % 2 === 0)).length;
    const share = (rows - torn) / Math.max(1, data.length);
    return { delimiter, score: share * Math.min(width, 8) };
  }).sort((a, b) => b.score - a.score);
  const best = scored[0];
  return best && best.score > 0.5 ? best.delimiter : guess(head) || ',';
}

/** Which share of a text's first rows is as wide as most of them are, 0 to 1; rows of one cell say nothing. */
function evenness(text: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter: findDelimiter(text), newline: '\n', preview: 60 });
  const wide = data.filter((row) => row.length > 1);
  const width = modalWidth(wide);
  return wide.filter((row) => row.length === width).length / Math.max(1, wide.length);
}

/** Refuses a line with far more signs than any list has columns, before it is split into as many cells. */
function refuseWideRows(text: string, fileName: string): void {
  for (const delimiter of DELIMITERS) {
    let [line, inLine, end] = [1, 0, text.indexOf('\n')];
    for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) {
      while (end !== -1 && at > end) {
        line += 1;
        inLine = 0;
        end = text.indexOf('\n', end + 1);
      }
      inLine += 1;
      // Prose in one cell has commas of its own: many times the limit is no prose.
      if (inLine > MAX_SIGNS)
        throw new Failure('file_too_large', `${fileName}: line ${line} has too many columns`, {
          params: { limit: MAX_IMPORT_COLUMNS },
          place: { file: fileName, row: line },
        });
    }
  }
}

/** Above this many lines with broken quotes, quotes mean nothing in this file. */
const MAX_BROKEN = 50;

function modalWidth(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  return [...widths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * Whether a row with stray quotes has swallowed the lines after it: it takes several lines, and either has another
 * width than the list or its first line has the list's width by itself. Quotes inside a quoted cell are harmless.
 */
function ranOn(row: readonly string[], width: number, delimiter: string): boolean {
  if (linesOf(row) === 1) return false;
  if (row.length !== width) return true;
  const at = row.findIndex((cell) => cell.includes('\n'));
  const firstLine = (row[at] ?? '').split('\n')[0] ?? '';
  return at + firstLine.split(delimiter).length === width;
}

/** Where the line `count` lines further on starts. */
function skipLines(text: string, count: number): number {
  let at = 0;
  for (let n = 0; n < count; n += 1) at = text.indexOf('\n', at) + 1;
  return at;
}

const withoutQuotes = (cell: string): string => {
  const text = cell.trim();
  if (!text.startsWith('"') && !text.endsWith('"')) return cell;
  return text.replace(/^"|"$/g, '').replace(/""/g, '"');
};

/** A text of more signs is split in pieces: below, cells of their own take little memory and are read faster. */
const LONG = 1 << 24;

/** Signs split at once: enough that the joints between pieces cost nothing, few enough that their cells are soon gone. */
const PIECE = 1 << 18;

/**
 * The rows in the first `length` signs of a text whose quotation marks are balanced, split piece by piece, so that the
 * cells of one piece are gone before the next. Null where a mark is out of place or a row too long: then the whole must
 * be looked at.
 */
function splitInPieces(text: string, length: number, delimiter: string, piece: number): TextRows | null {
  // The whole is left to what knows more signs: a delimiter of several, a mark of the byte order that is said twice.
  if (delimiter.length !== 1 || text.startsWith('\ufeff')) return null;
  const rows = new TextRows(text, delimiter);
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  while (rows.end < length) {
    const at = rows.end;
    const part = text.slice(at, Math.min(at + piece, length));
    const isLast = at + part.length === length;
    // The row in which a part ends is left for the next one, and so is what looks wrong about it.
    const { data, errors, meta } = parser.parse(part, 0, !isLast) as ParseResult<string[]>;
    if (errors.some(({ row }) => isLast || row === undefined || row < data.length)) return null;
    const fits = (row: readonly string[]): boolean => row.length <= MAX_IMPORT_COLUMNS && rows.push(row);
    if (data.length === 0 || !data.every(fits)) return null;
    if (rows.end !== at + meta.cursor + (isLast ? 1 : 0)) return null;
  }
  return rows;
}

/** The line on which each row starts. */
function linesOfRows(rows: Rows, total: number): readonly number[] {
  // As many rows as lines: no cell has a line break, and nothing need be counted.
  const plain = rows.length === total;
  let line = 1;
  return Array.from({ length: rows.length }, (_, index) => {
    const start = line;
    line += plain ? 1 : linesOf(rows.at(index) ?? []);
    return start;
  });
}

/**
 * The rows of a text split as a whole: where marks are unbalanced, the line that opens them is read without quotes, and
 * everything after it as usual.
 */
function splitWhole(
  text: string,
  fileName: string,
  delimiter: string,
  total: number,
): Pick<Table, 'rows' | 'lines' | 'unquotedLines'> {
  const rows: string[][] = [];
  const lines: number[] = [];
  const unquotedLines: number[] = [];
  const push = (row: string[], line: number): void => {
    rows.push(row);
    lines.push(line);
  };
  let rest = text;
  let line = 1;
  let width: number | null = null;
  for (;;) {
    const { data, errors } = Papa.parse<string[]>(rest, { delimiter, newline: '\n' });
    const quoteErrors = errors.filter((error) => error.type === 'Quotes');
    if (quoteErrors.length > 0) width ??= modalWidth(data);
    const broken = quoteErrors.find(
      (error) =>
        error.row !== undefined &&
        (error.code === 'MissingQuotes' || ranOn(data[error.row] ?? [], width ?? 0, delimiter)),
    )?.row;
    const good = broken === undefined ? data : data.slice(0, broken);
    const first = line;
    // As many rows as lines: no cell has a line break, and nothing need be counted.
    const plain = broken === undefined && good.length === total - line + 1;
    for (const row of good) {
      push(row, line);
      line += plain ? 1 : linesOf(row);
    }
    if (broken === undefined) break;
    const start = skipLines(rest, line - first);
    const end = rest.indexOf('\n', start);
    const giveUp = unquotedLines.length >= MAX_BROKEN;
    const bad = rest.slice(start, end === -1 || giveUp ? rest.length : end);
    for (const cells of Papa.parse<string[]>(bad, { delimiter, newline: '\n', quoteChar: '\u0001' }).data) {
      push(cells.map(withoutQuotes), line);
      unquotedLines.push(line);
      line += 1;
    }
    if (end === -1 || giveUp) break;
    rest = rest.slice(end + 1);
  }
  const wide = rows.findIndex((row) => row.length > MAX_IMPORT_COLUMNS);
  if (wide !== -1)
    throw new Failure('file_too_large', `${fileName}: row ${lines[wide]} has ${rows[wide]?.length} columns`, {
      params: { columns: rows[wide]?.length ?? 0, limit: MAX_IMPORT_COLUMNS },
      place: { file: fileName, row: lines[wide] ?? 1 },
    });
  return { rows, lines, unquotedLines };
}

/**
 * A text in which marks inside of cells are doubled, where they stand behind a backslash instead: as databases export
 * them, `"Blue \"edge\""`. Any other text as it is: in `"C:\data\"` the mark ends the cell.
 */
function withDoubledQuotes(text: string, wanted: string | undefined): string {
  if (!text.includes('\\"')) return text;
  const doubled = text.replaceAll('\\"', '""');
  const delimiter = wanted !== undefined && wanted !== '' ? wanted : findDelimiter(doubled);
  const broken = (each: string): number =>
    Papa.parse<string[]>(each, { delimiter, newline: '\n' }).errors.filter(({ type }) => type === 'Quotes')
      .length;
  const before = broken(text);
  return before > 0 && broken(doubled) < before ? doubled : text;
}

const LINES_LOOKED = 60;
/** So many rows of a list are as wide as most of them. */
const EVEN = 0.9;
/** A line that is one cell of several names: "Project,Owner"; and one of anything: "Portal,""Green, Ann"",1200". */
const NAMES = /^"(?:[^"]|"")*\p{L}(?:[^"]|"")*[,;\t|](?:[^"]|"")*\p{L}(?:[^"]|"")*"$/u;
const ONE_CELL = /^"(?:[^"]|"")*[,;\t|](?:[^"]|"")*"$/;

/**
 * A text whose lines are one quoted cell each, as a sheet saves a list that it never split: the lines without the marks
 * around them. Null for any other text.
 */
function withLinesUnpacked(text: string): string | null {
  if (!text.startsWith('"')) return null;
  const lines = text.split('\n', LINES_LOOKED);
  if (lines.length < 2 || !NAMES.test(lines[0] ?? '')) return null;
  if (!lines.every((line) => line === '' || ONE_CELL.test(line))) return null;
  const unpacked = text.replace(/^"(.*)"$/gm, (_, inside: string) => inside.replaceAll('""', '"'));
  return evenness(unpacked) >= EVEN ? unpacked : null;
}

/**
 * Splits a text into rows of cells. Line ends of any kind, also mixed, are one kind afterwards. Where quotation marks
 * are unbalanced, so that cells run on over the next lines, the line that opens them is read without quotes and
 * everything after it as usual. Typographic marks around cells are taken as quotation marks, and marks behind a backslash
 * as marks inside of cells. A `piece` has the text
 * split in pieces of so many signs, however short it is.
 */
export function parseTable(text: string, fileName: string, wanted?: string, piece?: number): ParsedTable {
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const whole = unix.endsWith('\n') ? unix.slice(0, -1) : unix;
  const quoted = withPlainQuotes(whole, evenness);
  const unpacked = withLinesUnpacked(whole);
  const body = unpacked ?? withDoubledQuotes(quoted?.text ?? whole, wanted);
  const { lines: total, longest } = measureLines(body);
  if (total > MAX_IMPORT_LINES)
    throw new Failure(
      'file_too_large',
      `${fileName} has ${total} lines; at most ${MAX_IMPORT_LINES} are read`,
      {
        params: { lines: total, limit: MAX_IMPORT_LINES },
        place: { file: fileName },
      },
    );
  if (longest > MAX_SIGNS) refuseWideRows(body, fileName);
  const delimiter = wanted !== undefined && wanted !== '' ? wanted : findDelimiter(body);
  // Not the slice without its last line end: a sign of a slice takes twice as long to look at as one of the text itself.
  const long = body === whole ? unix : body;
  const inPieces =
    piece === undefined && body.length < LONG
      ? null
      : splitInPieces(long, body.length, delimiter, piece ?? PIECE);
  const { rows, lines, unquotedLines } =
    inPieces === null
      ? splitWhole(body, fileName, delimiter, total)
      : { rows: inPieces, lines: linesOfRows(inPieces, total), unquotedLines: [] };
  const notes: readonly SourceNote[] = [
    ...(quoted === null
      ? []
      : [{ what: 'curlyQuotes' as const, count: quoted.count, examples: [...quoted.examples] }]),
    ...(unpacked === null ? [] : [{ what: 'linesInCells' as const, count: rows.length, examples: [] }]),
  ];
  return {
    table: { rows, lines, replacedCharacters: 0, unquotedLines, ...(notes.length === 0 ? {} : { notes }) },
    delimiter,
  };
}
