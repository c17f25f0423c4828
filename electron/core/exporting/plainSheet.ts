import { type PackedSize, packed } from './packing.ts';
import { type SheetCell, type SheetContent, sheetPieces } from './sheetXml.ts';

/** A sheet whose columns have no widths yet. */
export interface PlainSheet extends Omit<SheetContent, 'widths'> {
  /** The widths that columns have at most, from the first on, letters. */
  readonly mostWidths?: readonly number[];
}

/** A sheet as it stands in the file of a workbook, packed in blocks. */
export interface PackedSheet extends PackedSize {
  /** Rows below its head. */
  readonly rowCount: number;
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
}

/** Rows that a column's width is taken from. */
const SAMPLE = 60;
/** Widths of columns, letters. */
const [LEAST_WIDTH, MOST_WIDTH] = [9, 48];

/** The blocks of a sheet, packed while its rows are walked through; answers what they are of. */
export async function* packedBlocks(
  sheet: PlainSheet,
): AsyncGenerator<Uint8Array<ArrayBuffer>, Omit<PackedSheet, 'blocks'>, void> {
  let rowCount = 0;
  function* pieces(): Generator<string, void> {
    rowCount = yield* sheetPieces(sized(sheet));
  }
  const size = yield* packed(pieces());
  return { ...size, rowCount };
}

/** A whole sheet, packed. */
export async function packedSheet(sheet: PlainSheet): Promise<PackedSheet> {
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const walk = packedBlocks(sheet);
  for (;;) {
    const step = await walk.next();
    if (step.done) return { ...step.value, blocks };
    blocks.push(step.value);
  }
}

/** A sheet with the widths that its first rows need, within reason. */
function sized({ mostWidths = [], ...sheet }: PlainSheet): SheetContent {
  const rows = sheet.rows[Symbol.iterator]();
  const sample: (readonly SheetCell[])[] = [];
  for (let next = rows.next(); !next.done; next = rows.next()) {
    sample.push(next.value);
    if (sample.length === SAMPLE) break;
  }
  const widths = sheet.head.map((label, column) => {
    const longest = Math.max(...[label, ...sample.map((cells) => cells[column] ?? null)].map(lettersOf));
    return Math.min(mostWidths[column] ?? MOST_WIDTH, Math.max(LEAST_WIDTH, longest + 2));
  });
  return { ...sheet, widths, rows: resumed(sample, rows) };
}

function* resumed<T>(begun: readonly T[], rest: Iterator<T>): Generator<T, void> {
  yield* begun;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** Letters that a cell takes, a Chinese one counted as two. */
function lettersOf(cell: SheetCell): number {
  if (cell === null) return 0;
  if (typeof cell !== 'string')
    return cell.format === 'date' ? 10 : String(Math.round(cell.value)).length + 4;
  return cell.length + (cell.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
