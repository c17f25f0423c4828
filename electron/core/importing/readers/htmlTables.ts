import { setImmediate as nextTurn } from 'node:timers/promises';
import { Parser } from 'htmlparser2';
import { Failure } from '../../../../shared/contract/result.ts';
import { tidyLine } from '../../../../shared/exchange/table/cellText.ts';
import { freeName } from '../../../../shared/exchange/table/table.ts';
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_LINES } from '../parseTable.ts';
import { codeOfFormat, readCellFormat } from './cellFormat.ts';
import { CellStyles, isStruck } from './htmlStyles.ts';
import { SheetBuilder } from './sheetBuilder.ts';
import { keptSheet, type OnRows, type SheetSource } from './sheetTable.ts';
import { type Attributes, MAX_TEXT, TURN_MS } from './xmlScan.ts';

/** Elements nest no deeper in a page that anybody made; unclosed ones go on to the end of their cell. */
const MAX_DEPTH = 500;
/** Signs that are read at once. */
const PIECE = 1 << 18;
/** Signs of a table that stands in a cell which the cell itself says as well. */
const MAX_NESTED = 32_767;
/** A row above all of a table reaches down no further, as the standard has it. */
const MAX_ROWSPAN = 65_534;
/** More rows, empty ones counted, no sheet has. */
const MAX_LINES = MAX_IMPORT_LINES * 2;
/** Elements that begin and end a line of their own. */
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'tr', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);
const HEADING = /^h[1-6]$/;
/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'title', 'xml']);
const STRIKES = new Set(['s', 'strike', 'del']);
/** What a number looks like that its cell shows without any sign of money, part of a date or unit. */
const BARE_NUMBER = /^\(?[-−]?[\d.,'’\s]+\)?$/;

interface Cell {
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly attributes: Attributes;
  text: string;
  /** Whether its last line has any text: then it can be ended. */
  isLine: boolean;
  /** What an image says that stands in the cell: it counts where the cell has no text. */
  alt: string;
  struckSigns: number;
}

/** A table while it is read. */
class OpenTable {
  readonly sheet: SheetBuilder;
  name: string;
  cell: Cell | null = null;
  /** The last row into which a cell above reaches, for each column. */
  readonly reachesTo: number[] = [];
  readonly hiddenColumns = new Set<number>();
  column = 0;
  isRow = false;
  widest = 0;
  nextCol = 1;

  constructor(fileName: string, name: string) {
    this.sheet = new SheetBuilder(fileName);
    this.name = name;
  }
}

/** Collects the tables of a page while its elements go by. */
class PageListener {
  readonly tables: OpenTable[] = [];
  private readonly open: OpenTable[] = [];
  private readonly styles = new CellStyles();
  private readonly fileName: string;
  private heading = '';
  private caption: string | null = null;
  private headingText: string | null = null;
  private style: string | null = null;
  private depth = 0;
  /** The depth of the outermost element that is not shown, and of the one that strikes its text through. */
  private unseenAt: number | null = null;
  private struckAt: number | null = null;

  constructor(fileName: string) {
    this.fileName = fileName;
  }

  get rows(): number {
    return this.open[0]?.sheet.rows.length ?? this.tables.at(-1)?.sheet.rows.length ?? 0;
  }

  onopentag(name: string, attributes: Attributes): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw this.tooLarge('nesting');
    const table = this.open.at(-1);
    switch (name) {
      case 'table':
        this.open.push(new OpenTable(this.fileName, this.heading));
        this.heading = '';
        return;
      case 'caption':
        if (table && !table.cell) this.caption = '';
        return;
      case 'col':
        if (table) openColumn(table, attributes);
        return;
      case 'tr':
        if (table) this.openRow(table, attributes);
        return;
      case 'td':
      case 'th':
        if (table) this.openCell(table, attributes);
        return;
      case 'style':
        this.style = '';
    }
    if (this.unseenAt === null && (UNSEEN.has(name) || isUnseen(attributes))) this.unseenAt = this.depth;
    if (this.struckAt === null && (STRIKES.has(name) || isStruck(attributes.style)))
      this.struckAt = this.depth;
    if (HEADING.test(name) && !table) this.headingText = '';
    if (name === 'br' || BLOCKS.has(name)) this.endLine();
    else if (name === 'img' && table?.cell) table.cell.alt ||= attributes.alt ?? '';
  }

  ontext(piece: string): void {
    if (this.style !== null) this.style += piece;
    if (this.unseenAt !== null) return;
    // Between elements, a line break of the file is a blank.
    const text = piece.replace(/[ \t\r\n\f]+/g, ' ');
    if (this.caption !== null) this.caption += text;
    else if (this.headingText !== null) this.headingText += text;
    else {
      const cell = this.open.at(-1)?.cell;
      if (!cell) return;
      cell.text += text;
      cell.isLine ||= /\S/.test(text);
      if (this.struckAt !== null) cell.struckSigns += signsOf(text);
      if (cell.text.length > MAX_TEXT) throw this.tooLarge('texts');
    }
  }

  onclosetag(name: string): void {
    if (this.unseenAt === this.depth) this.unseenAt = null;
    if (this.struckAt === this.depth) this.struckAt = null;
    this.depth -= 1;
    const table = this.open.at(-1);
    if (name === 'style' && this.style !== null) {
      this.styles.add(this.style);
      this.style = null;
    } else if (name === 'caption' && this.caption !== null) {
      if (table) table.name = tidyLine(this.caption).text || table.name;
      this.caption = null;
    } else if (HEADING.test(name) && this.headingText !== null) {
      this.heading = tidyLine(this.headingText).text;
      this.headingText = null;
    } else if (name === 'table') this.closeTable();
    else if (name === 'tr') {
      if (table) this.closeRow(table);
    } else if (name === 'td' || name === 'th') {
      if (table) this.closeCell(table);
    }
    if (BLOCKS.has(name)) this.endLine();
  }

  /** Ends the line of the cell that is open; at the beginning of a cell there is none to end. */
  private endLine(): void {
    const cell = this.open.at(-1)?.cell;
    if (!cell?.isLine) return;
    cell.text += '\n';
    cell.isLine = false;
  }

  private openRow(table: OpenTable, attributes: Attributes): void {
    this.closeRow(table);
    table.sheet.openRow(Number.NaN, isUnseen(attributes));
    if (table.sheet.line > MAX_LINES) throw table.sheet.tooLarge('rows', MAX_IMPORT_LINES);
    table.isRow = true;
    table.column = 0;
  }

  private openCell(table: OpenTable, attributes: Attributes): void {
    if (!table.isRow) this.openRow(table, {});
    this.closeCell(table);
    const { sheet, reachesTo } = table;
    let { column } = table;
    while ((reachesTo[column] ?? 0) >= sheet.line) column += 1;
    const across = spanOf(attributes.colspan, MAX_IMPORT_COLUMNS);
    const down = spanOf(attributes.rowspan, MAX_ROWSPAN);
    if (column >= MAX_IMPORT_COLUMNS) throw sheet.tooLarge('columns', MAX_IMPORT_COLUMNS);
    if (down > 1) for (let at = column; at < column + across; at += 1) reachesTo[at] = sheet.line + down - 1;
    if (isUnseen(attributes)) table.hiddenColumns.add(column);
    table.column = column + across;
    table.cell = { column, across, down, attributes, text: '', isLine: false, alt: '', struckSigns: 0 };
  }

  private closeCell(table: OpenTable): void {
    const { cell, sheet } = table;
    if (cell === null) return;
    table.cell = null;
    const shown =
      cell.text
        .replace(/ +/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim() || cell.alt.trim();
    const text = this.textOf(table, cell, shown);
    const { column, across, down } = cell;
    sheet.put(column, text);
    if (text !== '') {
      table.widest = Math.max(table.widest, column + 1);
      const top = sheet.line - 1;
      if (across > 1 || down > 1)
        sheet.merged.push({ top, left: column, bottom: top + down - 1, right: column + across - 1 });
    }
    const isWhole = cell.struckSigns > 0 && cell.struckSigns >= signsOf(shown);
    if (isWhole || this.styles.isStruck(cell.attributes)) sheet.strike(text);
    const around = this.open.at(-2)?.cell;
    if (around && shown !== '' && around.text.length < MAX_NESTED) {
      around.text += `${shown.slice(0, MAX_NESTED)}\n`;
      around.isLine = false;
    }
  }

  /** What a cell says: its number as Excel and LibreOffice keep it beside what is shown, else what is shown. */
  private textOf({ sheet }: OpenTable, { attributes }: Cell, shown: string): string {
    const kept = attributes['x:num'] ?? attributes.sdval ?? '';
    const value = Number(kept);
    if (kept.trim() === '' || !Number.isFinite(value) || shown === '') return shown;
    const code = attributes.sdnum?.split(';').slice(2).join(';') || this.styles.formatOf(attributes);
    if (code !== undefined) return sheet.numberText(value, readCellFormat(codeOfFormat(code), 0), false);
    return BARE_NUMBER.test(shown) ? kept.trim() : shown;
  }

  private closeRow(table: OpenTable): void {
    this.closeCell(table);
    if (table.isRow) table.sheet.closeRow();
    table.isRow = false;
  }

  private closeTable(): void {
    const table = this.open.at(-1);
    if (!table) return;
    this.closeRow(table);
    this.open.pop();
    const around = this.open.at(-1);
    const { sheet } = table;
    sheet.expected = sheet.line;
    for (const column of table.hiddenColumns) sheet.hideColumns(column + 1, column + 1);
    // One row is no list. A table inside a cell of a longer one is what that cell says; a longer one is only laid out by it.
    const isOwn = !around || (table.widest > 1 && sheet.rows.length > around.sheet.rows.length);
    if (sheet.rows.length > 1 && isOwn) this.tables.push(table);
  }

  private tooLarge(what: string): Failure {
    return new Failure('file_too_large', `${this.fileName}: its page holds ${what} beyond all reason`, {
      place: { file: this.fileName },
    });
  }
}

const isUnseen = ({ style }: Attributes): boolean =>
  style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);

function openColumn(table: OpenTable, attributes: Attributes): void {
  const span = spanOf(attributes.span, MAX_IMPORT_COLUMNS);
  if (isUnseen(attributes)) table.sheet.hideColumns(table.nextCol, table.nextCol + span - 1);
  table.nextCol += span;
}

/** How many signs of a text are no blanks. */
const signsOf = (text: string): number => text.replace(/\s+/g, '').length;

function spanOf(text: string | undefined, most: number): number {
  const span = Number.parseInt(text ?? '', 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

/**
 * The tables of a web page, as programs save lists under the name of a workbook; none where it has no list. A table
 * without a name is called by its number. Gives the event loop its turn. Throws file_too_large for texts, nesting or
 * tables beyond all reason.
 */
export async function readHtmlTables(
  text: string,
  fileName: string,
  onRows: OnRows,
): Promise<readonly SheetSource[]> {
  const listener = new PageListener(fileName);
  const parser = new Parser(listener, { decodeEntities: true, recognizeCDATA: true });
  let turn = performance.now();
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    if (performance.now() - turn < TURN_MS) continue;
    onRows(listener.rows, null);
    await nextTurn();
    turn = performance.now();
  }
  parser.end();
  const taken = new Set<string>();
  return listener.tables.map(({ sheet, name }, index): SheetSource => {
    const free = freeName(name.slice(0, 100) || `Table ${index + 1}`, taken);
    taken.add(free);
    return keptSheet(free, false, sheet);
  });
}
