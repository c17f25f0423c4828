import { Failure } from '../../../../shared/contract/result.ts';
import type { FailedCell } from '../../../../shared/exchange/table/table.ts';
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_LINES } from '../parseTable.ts';
import { type CellFormat, numberText } from './cellFormat.ts';
import { unescapeText } from './workbookParts.ts';
import { type Attributes, scanXml, type XmlListener } from './xmlScan.ts';
import type { ZipParts } from './zipParts.ts';

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

export interface SheetContext {
  readonly fileName: string;
  readonly texts: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
  /** Stops after this many rows with content, for a look at the beginning. */
  readonly most?: number;
  readonly onTurn?: (rows: number, expected: number | null) => void;
}

/** The column of a reference such as `AB12`, from 0; null when it is none. */
function columnOf(reference: string): number | null {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index) | 32;
    if (code < 97 || code > 122) return index === 0 ? null : column - 1;
    column = column * 26 + code - 96;
    if (column > 16_384) return null;
  }
  return null;
}

/** The letters of a column, from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function areaOf(reference: string): Area | null {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':');
  const corner = (text: string): readonly [number, number] | null => {
    const column = columnOf(text);
    const row = Number(/\d+$/.exec(text)?.[0]);
    return column === null || !Number.isInteger(row) || row < 1 ? null : [row - 1, column];
  };
  const a = corner(from);
  const b = corner(to);
  if (!a || !b) return null;
  return {
    top: Math.min(a[0], b[0]),
    left: Math.min(a[1], b[1]),
    bottom: Math.max(a[0], b[0]),
    right: Math.max(a[1], b[1]),
  };
}

/** Collects the rows of one sheet while its XML goes by. */
class SheetListener implements XmlListener {
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  readonly merged: Area[] = [];
  readonly failed: FailedCell[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  readonly emptyFormulas: string[] = [];
  readonly dateExamples: string[] = [];
  emptyFormulaCount = 0;
  dates = 0;
  expected: number | null = null;
  private cellCount = 0;
  private line = 0;
  private row: string[] = [];
  private column = -1;
  private cell: Attributes = {};
  private value = '';
  private inline = '';
  private hasValue = false;
  private hasFormula = false;
  private taking: 'value' | 'inline' | null = null;
  private reading = false;
  private readonly context: SheetContext;

  constructor(context: SheetContext) {
    this.context = context;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'c':
        this.cell = attributes;
        this.value = '';
        this.inline = '';
        this.hasValue = false;
        this.hasFormula = false;
        this.column = (attributes.r === undefined ? null : columnOf(attributes.r)) ?? this.column + 1;
        break;
      case 'v':
        this.taking = 'value';
        this.hasValue = true;
        break;
      case 'f':
        this.hasFormula = true;
        break;
      case 't':
        this.taking = this.reading ? null : 'inline';
        break;
      case 'rPh':
        this.reading = true;
        break;
      case 'row': {
        const given = Number(attributes.r);
        this.line = Number.isInteger(given) && given > this.line ? given : this.line + 1;
        this.row = [];
        this.column = -1;
        if (attributes.hidden === '1' || attributes.hidden === 'true') this.hiddenRows.push(this.line);
        break;
      }
      case 'col':
        this.openColumn(attributes);
        break;
      case 'mergeCell': {
        const area = areaOf(attributes.ref ?? '');
        if (area) this.merged.push(area);
        break;
      }
      case 'dimension': {
        const area = areaOf(attributes.ref ?? '');
        this.expected = area ? area.bottom + 1 : null;
        break;
      }
    }
  }

  text(piece: string): void {
    if (this.taking === 'value') this.value += piece;
    else if (this.taking === 'inline') this.inline += piece;
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 't') this.taking = null;
    else if (name === 'rPh') this.reading = false;
    else if (name === 'row') this.closeRow();
  }

  private openColumn(attributes: Attributes): void {
    if (attributes.hidden !== '1' && attributes.hidden !== 'true') return;
    const [min, max] = [Number(attributes.min), Number(attributes.max)];
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1) return;
    // All the columns to the right of a table are often hidden in one stroke: they hold nothing.
    for (let column = min; column <= Math.min(max, MAX_IMPORT_COLUMNS); column += 1)
      this.hiddenColumns.push(column - 1);
  }

  private closeCell(): void {
    const text = this.cellText();
    if (text === '') return;
    if (this.column >= MAX_IMPORT_COLUMNS) throw this.tooLarge('columns', MAX_IMPORT_COLUMNS);
    this.cellCount += 1;
    if (this.cellCount > MAX_CELLS) throw this.tooLarge('cells', MAX_CELLS);
    while (this.row.length < this.column) this.row.push('');
    this.row[this.column] = text;
  }

  private cellText(): string {
    const { texts, formats, is1904 } = this.context;
    switch (this.cell.t) {
      case 's':
        return texts[Number(this.value)] ?? '';
      case 'inlineStr':
        return unescapeText(this.inline);
      case 'str':
        return unescapeText(this.value);
      case 'b':
        return this.value.trim() === '1' ? 'TRUE' : this.value.trim() === '0' ? 'FALSE' : '';
      case 'e':
        this.failed.push({ row: this.rows.length, column: this.column, text: this.value });
        return '';
      case 'd':
        return this.value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
      default: {
        if (!this.hasValue) {
          if (this.hasFormula) this.noteFormula();
          return unescapeText(this.inline);
        }
        const value = Number(this.value);
        if (this.value.trim() === '' || !Number.isFinite(value)) return unescapeText(this.value);
        const format = formats[Number(this.cell.s ?? 0)] ?? NUMBER;
        const text = numberText(value, format, is1904);
        if (DATES.has(format.kind)) this.noteDate(value, text);
        return text;
      }
    }
  }

  private noteFormula(): void {
    this.emptyFormulaCount += 1;
    if (this.emptyFormulas.length < EXAMPLES)
      this.emptyFormulas.push(`${columnLetters(this.column)}${this.line}`);
  }

  private noteDate(value: number, text: string): void {
    this.dates += 1;
    const example = `${value} = ${text}`;
    if (this.dateExamples.length < EXAMPLES && !this.dateExamples.includes(example))
      this.dateExamples.push(example);
  }

  private closeRow(): void {
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

  private tooLarge(what: string, limit: number): Failure {
    const { fileName } = this.context;
    return new Failure('file_too_large', `${fileName}: row ${this.line}: more than ${limit} ${what}`, {
      params: { limit },
      place: { file: fileName, row: this.line },
    });
  }
}

const DATES: ReadonlySet<CellFormat['kind']> = new Set(['date', 'dateTime', 'month', 'year']);
const NUMBER: CellFormat = { kind: 'number', before: '', after: '', digits: 0 };

/** Reads one sheet row by row. Throws file_broken, or file_too_large beyond the limits of any list. */
export async function readSheet(zip: ZipParts, part: string, context: SheetContext): Promise<SheetContent> {
  const listener = new SheetListener(context);
  const { fileName, most = Number.POSITIVE_INFINITY, onTurn } = context;
  await scanXml(zip.read(part), listener, {
    fileName,
    part,
    enough: () => listener.rows.length >= most,
    onTurn: () => onTurn?.(listener.rows.length, listener.expected),
  });
  return listener;
}
