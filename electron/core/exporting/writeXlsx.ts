import { closeSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { isoDay } from '../../../shared/domain/time.ts';
import type { TypedCell, TypedTable } from '../../../shared/exchange/writing/typedTables.ts';
import type { SheetReceipts } from '../../../shared/report/receiptRows.ts';
import { minorDigits } from '../../../shared/text/format.ts';
import { inputSheet, type PlainSheet, type ReceiptWords, receiptSheet } from './receiptSheets.ts';
import {
  type SheetCell,
  type SheetContent,
  sheetPieces,
  type WorkbookAbout,
  workbookParts,
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
/** Width of the first column, letters. */
const ID_WIDTH = 14;
/** Names of sheets may not be longer, nor hold these signs, nor begin or end with an apostrophe. */
const MOST_NAME = 31;
const refused = /[\\/?*[\]:]/g;

/**
 * Writes a workbook with a sheet a table, heads frozen and filtered, and the receipts at the end; where there are many, the
 * first lists them. Texts are stored as
 * texts: none of them is ever a formula. Sheets go to the file piece by piece: libraries that hold every cell as an
 * object took 1.3 GB and six seconds for ten thousand initiatives. Pieces are packed while the next ones are made.
 */
export async function writeXlsx(
  path: string,
  tables: readonly TypedTable[],
  receipts: SheetReceipts,
  words: { readonly receipts: ReceiptWords; readonly contents: ContentsWords },
  about: WorkbookAbout,
  onSheet: (done: number) => void,
): Promise<void> {
  const own = [
    ...tables.map(tableSheet),
    ...[receiptSheet(receipts, words.receipts), inputSheet(receipts, words.receipts)]
      .filter(({ rowCount }) => rowCount > 0)
      .map(withWidths),
  ];
  const sheets = own.length < MANY_SHEETS ? namedApart(own) : withContents(own, words.contents);
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
    for (const [name, xml] of Object.entries(workbookParts(sheets, money, about))) await part(name, [xml]);
    for (const [at, sheet] of sheets.entries()) {
      await part(`xl/worksheets/sheet${at + 1}.xml`, sheetPieces(sheet));
      onSheet(at + 1);
    }
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

/** Sheets of one workbook may not share a name, whatever the case. */
function namedApart(sheets: readonly SheetContent[]): readonly SheetContent[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const base =
      sheet.name
        .replace(refused, ' ')
        .replace(/^'+|'+$/g, '')
        .slice(0, MOST_NAME) || 'Sheet';
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1)
      name = `${base.slice(0, MOST_NAME - 4)} ${number}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** The sheets after one that lists them, each with its rows and a link to it. */
function withContents(
  sheets: readonly SheetContent[],
  { title, notes, columns }: ContentsWords,
): readonly SheetContent[] {
  const list: SheetContent = {
    ...{ name: title, notes, head: columns, widths: [40, 12] },
    rowCount: sheets.length,
    row: () => [],
  };
  const [, ...named] = namedApart([list, ...sheets]);
  return [
    {
      ...list,
      name: namedApart([list])[0]!.name,
      row: (at) => [named[at]!.name, { value: named[at]!.rowCount, format: 'plain' }],
      links: named.map(({ name }) => name),
    },
    ...named,
  ];
}

function tableSheet({ title, header, rowCount, row: cellsOf }: TypedTable): SheetContent {
  const row = (at: number): readonly SheetCell[] => cellsOf(at).map(asCell);
  const sheet = withWidths({ name: title, notes: [], head: header, rowCount, row });
  // Ids are for programs: people come for what follows them.
  return {
    ...sheet,
    widths: sheet.widths.map((width, at) => (at === 0 ? Math.min(ID_WIDTH, width) : width)),
  };
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
function withWidths(sheet: PlainSheet): SheetContent {
  const { head, rowCount, row } = sheet;
  const sample = [head, ...Array.from({ length: Math.min(SAMPLE, rowCount) }, (_, at) => row(at))];
  const widths = head.map((_, column) => {
    const longest = Math.max(...sample.map((cells) => lettersOf(cells[column] ?? null)));
    return Math.min(48, Math.max(9, longest + 2));
  });
  return { ...sheet, widths };
}

/** Letters that a cell takes, a Chinese one counted as two. */
function lettersOf(cell: SheetCell): number {
  if (cell === null) return 0;
  if (typeof cell !== 'string')
    return cell.format === 'date' ? 10 : String(Math.round(cell.value)).length + 4;
  return cell.length + (cell.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
