import { Failure } from '../../../../shared/contract/result.ts';
import type { FailedCell } from '../../../../shared/exchange/table/table.ts';
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_LINES } from '../parseTable.ts';
import { type CellFormat, numberText } from './cellFormat.ts';

/** More filled cells than this would not fit in memory. */
const MAX_CELLS = 20_000_000;
/** Blank rows in a row are kept up to here; a sheet that goes on further below has a stray cell there. */
const MAX_BLANKS = 100;
const EXAMPLES = 5;

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as it stands: rows of texts with their row numbers in the sheet, and what the texts do not tell. */
export interface SheetContent {
  readonly rows: string[][];
  readonly lines: number[];
  /** Merged cells by row and column of the sheet, from 0. */
  readonly merged: readonly Area[];
  readonly failed: readonly FailedCell[];
  /** Texts that are struck through, by the row numbers of the sheet. */
  readonly struck: ReadonlyMap<number, readonly string[]>;
  /** Row numbers of the sheet. */
  readonly hiddenRows: readonly number[];
  /** Columns from 0. */
  readonly hiddenColumns: readonly number[];
  /** Rows that the sheet says it has; null when it does not say. */
  readonly expected: number | null;
  /** References of formulas that were never computed. */
  readonly emptyFormulas: readonly string[];
  readonly emptyFormulaCount: number;
  /** Days that were counted as numbers, with their texts. */
  readonly dates: number;
  readonly dateExamples: readonly string[];
}

/** The letters of a column, from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/**
 * A sheet while its cells are read: `openRow`, `put` or `fail` for each cell that holds something, `closeRow`. Throws
 * file_too_large beyond the limits of any list.
 */
export class SheetBuilder implements SheetContent {
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  readonly merged: Area[] = [];
  readonly failed: FailedCell[] = [];
  readonly struck = new Map<number, string[]>();
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  readonly emptyFormulas: string[] = [];
  readonly dateExamples: string[] = [];
  emptyFormulaCount = 0;
  dates = 0;
  expected: number | null = null;
  /** The row number, from 1, of the row that is open. */
  line = 0;
  private cellCount = 0;
  private row: string[] = [];
  private readonly fileName: string;

  constructor(fileName: string) {
    this.fileName = fileName;
  }

  /** Begins a row; one without a number, or with one that was passed, stands below the last. */
  openRow(given: number, isHidden: boolean): void {
    this.line = Number.isInteger(given) && given > this.line ? given : this.line + 1;
    this.row = [];
    if (isHidden) this.hiddenRows.push(this.line);
  }

  /** Hides columns, both from 1. All those to the right of a table are often hidden in one stroke: they hold nothing. */
  hideColumns(min: number, max: number): void {
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1) return;
    for (let column = min; column <= Math.min(max, MAX_IMPORT_COLUMNS); column += 1)
      this.hiddenColumns.push(column - 1);
  }

  put(column: number, text: string): void {
    if (text === '') return;
    if (column >= MAX_IMPORT_COLUMNS) throw this.tooLarge('columns', MAX_IMPORT_COLUMNS);
    this.cellCount += 1;
    if (this.cellCount > MAX_CELLS) throw this.tooLarge('cells', MAX_CELLS);
    while (this.row.length < column) this.row.push('');
    this.row[column] = text;
  }

  /** Says that the text of a cell of this row is struck through. */
  strike(text: string): void {
    if (text === '') return;
    const texts = this.struck.get(this.line);
    if (texts) texts.push(text);
    else this.struck.set(this.line, [text]);
  }

  /** Notes a cell whose formula failed; `text` is what the sheet shows there. */
  fail(column: number, text: string): void {
    this.failed.push({ row: this.rows.length, column, text });
  }

  noteFormula(column: number): void {
    this.emptyFormulaCount += 1;
    if (this.emptyFormulas.length < EXAMPLES) this.emptyFormulas.push(`${columnLetters(column)}${this.line}`);
  }

  /** The text of a number as its cell shows what it means; a day is counted. */
  numberText(value: number, format: CellFormat, is1904: boolean): string {
    const text = numberText(value, format, is1904);
    if (DATES.has(format.kind)) this.noteDate(value, text);
    return text;
  }

  private noteDate(value: number, text: string): void {
    this.dates += 1;
    const example = `${value} = ${text}`;
    if (this.dateExamples.length < EXAMPLES && !this.dateExamples.includes(example))
      this.dateExamples.push(example);
  }

  closeRow(): void {
    const failedHere = this.failed.at(-1)?.row === this.rows.length;
    if (this.row.length === 0 && !failedHere) return;
    const before = this.lines.at(-1) ?? 0;
    const blanks = this.line - before - 1;
    if (blanks > 0) this.pushBlanks(before, blanks);
    this.rows.push(this.row);
    this.lines.push(this.line);
    if (this.rows.length > MAX_IMPORT_LINES) throw this.tooLarge('rows', MAX_IMPORT_LINES);
  }

  /** Rows without content between two that have some; failed cells noted for this row move along. */
  private pushBlanks(before: number, blanks: number): void {
    const kept = blanks > MAX_BLANKS ? 1 : blanks;
    const here = this.rows.length;
    for (let n = 1; n <= kept; n += 1) {
      this.rows.push([]);
      this.lines.push(before + n);
    }
    for (let at = this.failed.length - 1; at >= 0 && this.failed[at]?.row === here; at -= 1) {
      const cell = this.failed[at];
      if (cell) this.failed[at] = { ...cell, row: here + kept };
    }
  }

  /** What is thrown at a limit, with the row that is open. */
  tooLarge(what: string, limit: number): Failure {
    return new Failure('file_too_large', `${this.fileName}: row ${this.line}: more than ${limit} ${what}`, {
      params: { limit },
      place: { file: this.fileName, row: this.line },
    });
  }
}

const DATES: ReadonlySet<CellFormat['kind']> = new Set(['date', 'dateTime', 'month', 'year']);
