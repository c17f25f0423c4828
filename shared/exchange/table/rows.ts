/** Rows of cells by their place, from 0. An array of arrays is one; a long list is `TextRows`. */
export interface Rows extends Iterable<readonly string[]> {
  readonly length: number;
  /** The cells of a row; undefined past the last. A row of a text is made anew each time. */
  at(index: number): readonly string[] | undefined;
  slice(from?: number, to?: number): readonly (readonly string[])[];
}

const [LINE_END, QUOTE] = [10, 34];

/** Whole numbers, kept in a few bytes each. */
class Counts {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }
}

/** The texts of a column, and by row the place of its own among them; 0 where that is not known. */
interface ColumnTexts {
  readonly texts: string[];
  readonly places: Uint16Array;
}

/** Texts that are kept of a column: one of more does not repeat itself. */
const MOST_TEXTS = 0xffff;

/**
 * Rows of a long text, by where their cells lie in it: a cell is cut out when it is asked for, because a text of its own
 * for every cell takes as much memory as the list itself.
 */
export class TextRows implements Rows {
  readonly #text: string;
  readonly #delimiter: number;
  /** Where each cell starts, its opening quotation mark included; it ends one sign before the next. */
  readonly #cells = new Counts();
  /** The first cell of each row. */
  readonly #rows = new Counts();
  /** Cells that are something else than what stands between their marks. */
  readonly #rewritten = new Map<number, string>();
  /** Columns that were looked through. */
  readonly #columns: (ColumnTexts | undefined)[] = [];
  #end = 0;

  /** For rows that stand in `text` one after another; nothing is in it yet. The delimiter must be one sign. */
  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter.charCodeAt(0);
  }

  get length(): number {
    return this.#rows.length;
  }

  /** Where the next row starts in the text. */
  get end(): number {
    return this.#end;
  }

  /**
   * Adds the row that stands next in the text, as a parser of CSV read it. False where its quoted cells do not stand
   * there as they are usually written: then these rows are of no use.
   */
  push(row: readonly string[]): boolean {
    const [text, cells] = [this.#text, this.#cells];
    let end = this.#end;
    this.#rows.push(cells.length);
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column] ?? '';
      const length = text.charCodeAt(end) === QUOTE ? this.#writtenLength(cell, end) : cell.length;
      if (length === null) return false;
      cells.push(end);
      end += length + 1;
    }
    this.#end = end;
    return true;
  }

  /** The length of the quoted cell that starts there; marks inside it are written twice. Null where it does not. */
  #writtenLength(cell: string, start: number): number | null {
    const rewritten = cell.includes('"');
    const length = (rewritten ? cell.replaceAll('"', '""').length : cell.length) + 2;
    const after = this.#text.charCodeAt(start + length);
    const ends = after === LINE_END || after === this.#delimiter || start + length === this.#text.length;
    if (!ends || this.#text.charCodeAt(start + length - 1) !== QUOTE) return null;
    if (rewritten) this.#rewritten.set(this.#cells.length, cell);
    return length;
  }

  #cut(cell: number): string {
    const start = this.#cells.at(cell);
    const end = (cell + 1 < this.#cells.length ? this.#cells.at(cell + 1) : this.#end) - 1;
    if (this.#text.charCodeAt(start) !== QUOTE) return this.#text.slice(start, end);
    return this.#rewritten.get(cell) ?? this.#text.slice(start + 1, end - 1);
  }

  /** The text of a cell; of a column that was looked through the one text that all of its equal cells share. */
  #textOf(cell: number, index: number, column: number): string {
    const known = this.#columns[column];
    const place = known === undefined ? 0 : (known.places[index] ?? 0);
    return place === 0 ? this.#cut(cell) : (known?.texts[place] ?? '');
  }

  #rowEnd(index: number): number {
    return index + 1 < this.#rows.length ? this.#rows.at(index + 1) : this.#cells.length;
  }

  at(index: number): readonly string[] | undefined {
    if (index >= this.length) return undefined;
    const first = this.#rows.at(index);
    const cells = new Array<string>(this.#rowEnd(index) - first);
    for (let column = 0; column < cells.length; column += 1)
      cells[column] = this.#textOf(first + column, index, column);
    return cells;
  }

  /** How many cells a row has; 0 past the last. */
  cellCount(index: number): number {
    return index < this.length ? this.#rowEnd(index) - this.#rows.at(index) : 0;
  }

  /** How long a cell is at most: as long as it is written, marks included; 0 where there is none. */
  longest(index: number, column: number): number {
    const cell = this.#rows.at(index) + column;
    if (index >= this.length || column < 0 || cell >= this.#rowEnd(index)) return 0;
    return (cell + 1 < this.#cells.length ? this.#cells.at(cell + 1) : this.#end) - 1 - this.#cells.at(cell);
  }

  /** The cell in a column of a row; undefined where there is none. */
  cell(index: number, column: number): string | undefined {
    if (index >= this.length || column < 0) return undefined;
    const cell = this.#rows.at(index) + column;
    return cell < this.#rowEnd(index) ? this.#textOf(cell, index, column) : undefined;
  }

  /**
   * Every distinct text of some columns from a row on, without the empty one. Each is kept: whoever asks for a cell
   * afterwards gets a text that was cut out, and hashed, before.
   */
  distinct(columns: readonly number[], firstRow: number): readonly ReadonlySet<string>[] {
    const found = columns.map((column) => {
      const known: ColumnTexts = { texts: [''], places: new Uint16Array(this.length) };
      return { column, known, placeOf: new Map<string, number>() };
    });
    for (let index = firstRow; index < this.length; index += 1)
      for (const { column, known, placeOf } of found) {
        const text = this.cell(index, column) ?? '';
        if (text === '') continue;
        let place = placeOf.get(text);
        if (place === undefined) {
          place = known.texts.length > MOST_TEXTS ? 0 : known.texts.length;
          if (place > 0) known.texts.push(text);
          placeOf.set(text, place);
        }
        known.places[index] = place;
      }
    for (const { column, known } of found) this.#columns[column] = known;
    return found.map(({ placeOf }) => new Set(placeOf.keys()));
  }

  slice(from = 0, to = this.length): readonly (readonly string[])[] {
    const rows: (readonly string[])[] = [];
    for (let index = from; index < Math.min(to, this.length); index += 1) rows.push(this.at(index) ?? []);
    return rows;
  }

  *[Symbol.iterator](): Generator<readonly string[]> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index) ?? [];
  }
}

/** The cell in a column of a row; empty where there is none. Columns are walked down by this, without their whole rows. */
export function cellAt(rows: Rows, index: number, column: number): string {
  return (rows instanceof TextRows ? rows.cell(index, column) : rows.at(index)?.[column]) ?? '';
}

/** How many cells a row has; 0 past the last. */
export function cellCount(rows: Rows, index: number): number {
  return rows instanceof TextRows ? rows.cellCount(index) : (rows.at(index)?.length ?? 0);
}

/** How many signs a cell has at most, told without reading it. */
export function cellLength(rows: Rows, index: number, column: number): number {
  return rows instanceof TextRows ? rows.longest(index, column) : cellAt(rows, index, column).length;
}

/** The cells of a column, row by row; empty where a row is too short for it. */
export function* columnCells(rows: Rows, column: number, firstRow: number): Generator<string> {
  for (let index = firstRow; index < rows.length; index += 1) yield cellAt(rows, index, column);
}
