import { dateToSerial } from 'numfmt';
import { type CellFormat, codeOfFormat, isSerial, numberText, readCellFormat } from './cellFormat.ts';
import { SheetBuilder } from './sheetBuilder.ts';
import { keptSheet, type OnRows, type SheetSource } from './sheetTable.ts';
import { type Attributes, scanXml, textPieces, type XmlListener } from './xmlScan.ts';

/** Whether a text is a workbook in the XML of Excel 2003, which programs save as .xls and .xml. */
export const isSpreadsheetXml = (text: string): boolean =>
  /<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(text.slice(0, 8192));

const PLAIN = readCellFormat(undefined, 0);
const DAY = readCellFormat('yyyy-mm-dd hh:mm', 0);
const OF_DAYS: ReadonlySet<CellFormat['kind']> = new Set(['date', 'dateTime', 'month', 'year', 'time']);
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?Z?$/;
/** Days before the first one that Excel counts: what is written so is a time of day. */
const NO_DAY = /^1899-12-3[01]T(\d\d:\d\d)/;
/** Elements around the sheets whose text says something. */
const SAID = new Set(['Visible', 'Date1904']);

interface OpenSheet {
  readonly name: string;
  readonly sheet: SheetBuilder;
  isHidden: boolean;
}

/** The cell that is read: its place, from 0, and what stands in it so far. */
interface OpenCell {
  readonly column: number;
  readonly attributes: Attributes;
  type: string | undefined;
  text: string;
  isStruck: boolean;
}

const said = (attributes: Attributes, name: string): string | undefined =>
  attributes[`ss:${name}`] ?? attributes[name];
const isTrue = (text: string | undefined): boolean => text === '1' || text === 'True' || text === 'true';
const countOf = (text: string | undefined): number => {
  const count = Number(text);
  return Number.isInteger(count) && count > 0 ? count : 0;
};

/** Collects the sheets of such a workbook while its XML goes by. */
class WorkbookListener implements XmlListener {
  readonly sheets: OpenSheet[] = [];
  private readonly fileName: string;
  private readonly styles = new Map<string, CellFormat>();
  private styleId = '';
  private is1904 = false;
  private settings: string | null = null;
  private rowStyle: string | undefined;
  private nextHidden = 1;
  private nextColumn = 0;
  private cell: OpenCell | null = null;
  private inData = false;
  private inComment = false;

  constructor(fileName: string) {
    this.fileName = fileName;
  }

  open(name: string, attributes: Attributes): void {
    const sheet = this.sheets.at(-1)?.sheet;
    switch (name) {
      case 'Style':
        this.styleId = said(attributes, 'ID') ?? '';
        this.styles.set(this.styleId, this.styles.get(said(attributes, 'Parent') ?? 'Default') ?? PLAIN);
        break;
      case 'NumberFormat':
        this.addToStyle(readCellFormat(codeOfFormat(said(attributes, 'Format') ?? 'General'), 0));
        break;
      case 'Font':
        if (this.inData) break;
        if (isTrue(said(attributes, 'StrikeThrough'))) this.addToStyle({ struck: true });
        break;
      case 'Worksheet': {
        const sheetName = said(attributes, 'Name') ?? `Sheet ${this.sheets.length + 1}`;
        this.sheets.push({ name: sheetName, sheet: new SheetBuilder(this.fileName), isHidden: false });
        this.nextHidden = 1;
        break;
      }
      case 'Column': {
        const first = countOf(said(attributes, 'Index')) || this.nextHidden;
        const last = first + countOf(said(attributes, 'Span'));
        if (isTrue(said(attributes, 'Hidden'))) sheet?.hideColumns(first, last);
        this.nextHidden = last + 1;
        break;
      }
      case 'Row':
        sheet?.openRow(Number(said(attributes, 'Index')), isTrue(said(attributes, 'Hidden')));
        this.rowStyle = said(attributes, 'StyleID');
        this.nextColumn = 0;
        break;
      case 'Cell': {
        const column = (countOf(said(attributes, 'Index')) || this.nextColumn + 1) - 1;
        this.nextColumn = column + 1 + countOf(said(attributes, 'MergeAcross'));
        this.cell = { column, attributes, type: undefined, text: '', isStruck: false };
        break;
      }
      case 'Comment':
        this.inComment = true;
        break;
      case 'Data':
        if (this.cell === null || this.inComment) break;
        this.cell.type = said(attributes, 'Type') ?? 'String';
        this.inData = true;
        break;
      case 'S':
        if (this.inData && this.cell?.text === '') this.cell.isStruck = true;
        break;
      default:
        if (SAID.has(name)) this.settings = '';
    }
  }

  text(piece: string): void {
    if (this.inData && this.cell) this.cell.text += piece;
    else if (this.settings !== null) this.settings += piece;
  }

  close(name: string): void {
    const last = this.sheets.at(-1);
    switch (name) {
      case 'Data':
        this.inData = false;
        break;
      case 'Comment':
        this.inComment = false;
        break;
      case 'Cell':
        if (last && this.cell) this.closeCell(last.sheet, this.cell);
        this.cell = null;
        break;
      case 'Row':
        last?.sheet.closeRow();
        break;
      case 'Visible':
        if (last && /hidden/i.test(this.settings ?? '')) last.isHidden = true;
        break;
      case 'Date1904':
        this.is1904 = (this.settings ?? '').trim() !== '0';
        break;
      case 'Worksheet':
        if (last) last.sheet.expected = last.sheet.line;
    }
    if (SAID.has(name)) this.settings = null;
  }

  private addToStyle(format: Partial<CellFormat>): void {
    this.styles.set(this.styleId, { ...(this.styles.get(this.styleId) ?? PLAIN), ...format });
  }

  private closeCell(sheet: SheetBuilder, cell: OpenCell): void {
    const { column, attributes } = cell;
    const format = this.styles.get(said(attributes, 'StyleID') ?? this.rowStyle ?? 'Default') ?? PLAIN;
    const text = this.textOf(sheet, cell, format);
    sheet.put(column, text);
    if (text === '') return;
    if (format.struck || cell.isStruck) sheet.strike(text);
    const [across, down] = [said(attributes, 'MergeAcross'), said(attributes, 'MergeDown')].map(countOf);
    const top = sheet.line - 1;
    if (across || down)
      sheet.merged.push({ top, left: column, bottom: top + (down ?? 0), right: column + (across ?? 0) });
  }

  private textOf(sheet: SheetBuilder, cell: OpenCell, format: CellFormat): string {
    const { column, attributes, type, text } = cell;
    switch (type) {
      case undefined:
        if (said(attributes, 'Formula') !== undefined) sheet.noteFormula(column);
        return '';
      case 'Number': {
        const value = Number(text);
        return text.trim() === '' || !Number.isFinite(value)
          ? text
          : sheet.numberText(value, format, this.is1904);
      }
      case 'DateTime':
        return dayText(text.trim(), format);
      case 'Boolean':
        return text.trim() === '1' ? 'TRUE' : text.trim() === '0' ? 'FALSE' : text;
      case 'Error':
        sheet.fail(column, text);
        return '';
      default:
        return text;
    }
  }
}

/** A day as its cell shows it: a month where the format says no day, a time where the day is none. */
function dayText(text: string, format: CellFormat): string {
  const time = NO_DAY.exec(text);
  if (time) return time[1] ?? text;
  const parts = ISO.exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  const serial = parts && dateToSerial(parts, { ignoreTimezone: true });
  if (serial === undefined || !isSerial(serial, false)) return text;
  return numberText(serial, OF_DAYS.has(format.kind) ? format : DAY, false);
}

/**
 * The sheets of such a workbook. Gives the event loop its turn. Throws file_broken for XML that is not well-formed,
 * file_too_large beyond the limits of any list.
 */
export async function readSpreadsheetXml(
  text: string,
  fileName: string,
  onRows: OnRows,
): Promise<readonly SheetSource[]> {
  const listener = new WorkbookListener(fileName);
  await scanXml(textPieces(text), listener, {
    fileName,
    part: 'the workbook',
    onTurn: () => onRows(listener.sheets.at(-1)?.sheet.rows.length ?? 0, null),
  });
  return listener.sheets.map(({ name, sheet, isHidden }) => keptSheet(name, isHidden, sheet));
}
