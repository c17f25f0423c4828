import type { CellFormat } from './cellFormat.ts';
import { type Area, SheetBuilder, type SheetContent } from './sheetBuilder.ts';
import { type SharedTexts, unescapeText } from './workbookParts.ts';
import { type Attributes, scanXml, type XmlListener } from './xmlScan.ts';
import type { ZipParts } from './zipParts.ts';

export interface SheetContext {
  readonly fileName: string;
  readonly shared: SharedTexts;
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
  readonly sheet: SheetBuilder;
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
    this.sheet = new SheetBuilder(context.fileName);
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
        this.column = -1;
        this.sheet.openRow(Number(attributes.r), isTrue(attributes.hidden));
        break;
      }
      case 'col':
        if (isTrue(attributes.hidden)) this.sheet.hideColumns(Number(attributes.min), Number(attributes.max));
        break;
      case 'mergeCell': {
        const area = areaOf(attributes.ref ?? '');
        if (area) this.sheet.merged.push(area);
        break;
      }
      case 'dimension': {
        const area = areaOf(attributes.ref ?? '');
        this.sheet.expected = area ? area.bottom + 1 : null;
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
    else if (name === 'row') this.sheet.closeRow();
  }

  private closeCell(): void {
    const text = this.cellText();
    this.sheet.put(this.column, text);
    const { shared, formats } = this.context;
    const { s, t } = this.cell;
    if (formats[Number(s ?? 0)]?.struck || (t === 's' && shared.struck.has(Number(this.value))))
      this.sheet.strike(text);
  }

  private cellText(): string {
    const { shared, formats, is1904 } = this.context;
    switch (this.cell.t) {
      case 's':
        return shared.textAt(Number(this.value));
      case 'inlineStr':
        return unescapeText(this.inline);
      case 'str':
        return unescapeText(this.value);
      case 'b':
        return this.value.trim() === '1' ? 'TRUE' : this.value.trim() === '0' ? 'FALSE' : '';
      case 'e':
        this.sheet.fail(this.column, this.value);
        return '';
      case 'd':
        return this.value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
      default: {
        if (!this.hasValue) {
          if (this.hasFormula) this.sheet.noteFormula(this.column);
          return unescapeText(this.inline);
        }
        const value = Number(this.value);
        if (this.value.trim() === '' || !Number.isFinite(value)) return unescapeText(this.value);
        const format = formats[Number(this.cell.s ?? 0)] ?? NUMBER;
        return this.sheet.numberText(value, format, is1904);
      }
    }
  }
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';
const NUMBER: CellFormat = { kind: 'number', before: '', after: '', digits: 0 };

/** Reads one sheet row by row. Throws file_broken, or file_too_large beyond the limits of any list. */
export async function readSheet(zip: ZipParts, part: string, context: SheetContext): Promise<SheetContent> {
  const listener = new SheetListener(context);
  const { fileName, most = Number.POSITIVE_INFINITY, onTurn } = context;
  await scanXml(zip.read(part), listener, {
    fileName,
    part,
    enough: () => listener.sheet.rows.length >= most,
    onTurn: () => onTurn?.(listener.sheet.rows.length, listener.sheet.expected),
  });
  return listener.sheet;
}
