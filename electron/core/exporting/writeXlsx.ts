import { closeSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { isoDay } from '../../../shared/domain/time.ts';
import type { TypedCell, TypedTable } from '../../../shared/exchange/writing/typedTables.ts';
import type { SheetReceipts } from '../../../shared/report/receiptRows.ts';
import { minorDigits } from '../../../shared/text/format.ts';
import { type PlainSheet, type ReceiptWords, receiptSheets } from './receiptSheets.ts';
import {
  type SheetCell,
  type SheetContent,
  sheetPieces,
  type WorkbookAbout,
  workbookParts,
  workbookXml,
} from './sheetXml.ts';

/** The words of the sheet that lists the others. */
export interface ContentsWords {
  readonly title: string;
  /** What the workbook is of, above the list. */
  readonly notes: readonly string[];
  /** Heads of its columns: sheet, rows. */
  readonly columns: readonly [string, string];
}

const deflated = promisify(deflateRaw) as (
  data: Uint8Array,
  options: { level: number; finishFlush: number },
) => Promise<Uint8Array<ArrayBuffer>>;

/** Bytes that are packed in one go. */
const BLOCK = 1 << 19;
/** Blocks that are packed at once at most, so that no more than these are in memory. */
const PACKED_AT_ONCE = 8;
/** Days from the first day of spreadsheets to 1970-01-01. */
const EPOCH = 25_569;
/** 1 March 1900: what is earlier no spreadsheet counts right, as 1900 has a 29 February there. */
const FIRST_DAY = 61;
/** An empty last block, which ends a stream of packed pieces. */
const END = deflateRawSync(new Uint8Array(0));
/** The number of the compression in a zip. */
const DEFLATE = 8;
/** Rows that a column's width is taken from. */
const SAMPLE = 60;
/** So many sheets are not seen at once at the foot of a window. */
const MANY_SHEETS = 8;
/** Widths of columns, letters. */
const [LEAST_WIDTH, ID_WIDTH, MOST_WIDTH] = [9, 14, 48];
/** Names of sheets may not be longer, nor hold these signs, nor begin or end with an apostrophe. */
const MOST_NAME = 31;
const refused = /[\\/?*[\]:]/g;

/**
 * Writes a workbook with a sheet a table, heads frozen and filtered, and the receipts at the end; where there are many
 * sheets, the first lists them. Texts are stored as texts: none of them is ever a formula. Sheets go to the file piece
 * by piece: libraries that hold every cell as an object took 1.3 GB and six seconds for ten thousand initiatives. Pieces
 * are packed while the next ones are made.
 */
export async function writeXlsx(
  path: string,
  tables: readonly TypedTable[],
  receipts: SheetReceipts,
  words: { readonly receipts: ReceiptWords; readonly contents: ContentsWords },
  about: WorkbookAbout,
  onSheet: (done: number, of: number) => void,
): Promise<void> {
  const own = [...tables.map(tableSheet), ...receiptSheets(receipts, words.receipts)];
  const counts: number[] = [];
  const { contents } = words;
  const isListed = own.length >= MANY_SHEETS;
  const names = namesApart([...(isListed ? [contents.title] : []), ...own.map(({ name }) => name)]);
  const sheets = [...(isListed ? [listSheet(names.slice(1), counts, contents)] : []), ...own].map(
    (sheet, at): PlainSheet => ({ ...sheet, name: names[at]! }),
  );
  const digits = minorDigits(tables[0]?.currency ?? 'USD');
  const file = openSync(path, 'w');
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      writeSync(file, chunk);
    });
    const part = async (name: string, pieces: Iterable<string>): Promise<void> => {
      const entry: ZipInputFile = { filename: name, size: 0, crc: 0, compression: DEFLATE };
      zip.add(entry);
      const packing: Promise<Uint8Array<ArrayBuffer>>[] = [];
      const handOn = async (): Promise<void> => {
        const packed = await packing.shift();
        if (packed) entry.ondata?.(null, packed, false);
      };
      for (const bytes of blocksOf(pieces)) {
        entry.size = (entry.size ?? 0) + bytes.length;
        entry.crc = crc32(bytes, entry.crc);
        // Node's own compression takes a tenth of the time that the package's takes on a hundred megabytes of cells,
        // and runs in threads of its own. Blocks that end at a whole byte make one stream when put side by side.
        packing.push(deflated(bytes, { level: 1, finishFlush: constants.Z_SYNC_FLUSH }));
        if (packing.length === PACKED_AT_ONCE) await handOn();
      }
      while (packing.length > 0) await handOn();
      entry.ondata?.(null, END, true);
    };
    const money = `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
    for (const [name, xml] of Object.entries(workbookParts(sheets.length, money, about)))
      await part(name, [xml]);
    // In the file the sheets stand in another order: what has to be computed comes first, and the list of the others
    // last, when it is known how many rows they have.
    const places = [...sheets.keys()];
    const first = sheets.length - own.length;
    const afterTables = first + tables.length;
    const order = [
      ...places.slice(afterTables),
      ...places.slice(first, afterTables),
      ...places.slice(0, first),
    ];
    for (const [done, at] of order.entries()) {
      await part(
        `xl/worksheets/sheet${at + 1}.xml`,
        countedPieces(sized(sheets[at]!), (count) => {
          counts[at] = count;
        }),
      );
      onSheet(done + 1, order.length);
    }
    await part('xl/workbook.xml', [
      workbookXml(sheets.map((sheet, at) => ({ ...sheet, rowCount: counts[at] ?? 0 }))),
    ]);
    zip.end();
  } finally {
    closeSync(file);
  }
}

/** Pieces of a sheet in blocks that are worth packing. */
function* blocksOf(pieces: Iterable<string>): Generator<Uint8Array, void> {
  let block = Buffer.allocUnsafe(BLOCK);
  let used = 0;
  for (const piece of pieces) {
    // A letter takes three bytes at most: four are two letters of a string.
    const most = piece.length * 3;
    if (used > 0 && used + most > block.length) {
      yield block.subarray(0, used);
      block = Buffer.allocUnsafe(BLOCK);
      used = 0;
    }
    if (most > block.length) yield Buffer.from(piece);
    else used += block.write(piece, used);
  }
  if (used > 0) yield block.subarray(0, used);
}

/** Pieces of a sheet; `take` is told how many rows they held. */
function* countedPieces(sheet: SheetContent, take: (rowCount: number) => void): Generator<string, void> {
  take(yield* sheetPieces(sheet));
}

/** The names of sheets as one workbook may have them: no two alike, whatever the case. */
function namesApart(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((given) => {
    const base =
      given
        .replace(refused, ' ')
        .replace(/^'+|'+$/g, '')
        .slice(0, MOST_NAME) || 'Sheet';
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1)
      name = `${base.slice(0, MOST_NAME - 4)} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The sheet that lists those after it by name, each with a link to it and its rows, which `counts` has by then. */
function listSheet(
  names: readonly string[],
  counts: readonly number[],
  { title, notes, columns }: ContentsWords,
): PlainSheet {
  function* rows(): Generator<readonly SheetCell[], void> {
    for (const [at, name] of names.entries()) yield [name, { value: counts[at + 1] ?? 0, format: 'plain' }];
  }
  return { name: title, notes, head: columns, rows: rows(), links: names };
}

function tableSheet({ title, header, rowCount, row }: TypedTable): PlainSheet {
  function* rows(): Generator<readonly SheetCell[], void> {
    for (let at = 0; at < rowCount; at += 1) yield row(at).map(asCell);
  }
  // Ids are for programs: people come for what follows them.
  return { name: title, notes: [], head: header, rows: rows(), mostWidths: [ID_WIDTH] };
}

function asCell(cell: TypedCell): SheetCell {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
    case 'json':
      return cell.value;
    case 'number':
      return { value: cell.value, format: 'plain' };
    case 'money':
      return { value: cell.value, format: 'money' };
    case 'date':
      return cell.value + EPOCH < FIRST_DAY
        ? isoDay(cell.value)
        : { value: cell.value + EPOCH, format: 'date' };
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
