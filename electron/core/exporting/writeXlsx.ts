import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, type ZipInputFile } from 'fflate';
import { isoDay } from '../../../shared/domain/time.ts';
import type { TypedCell, TypedTable } from '../../../shared/exchange/writing/typedTables.ts';
import { minorDigits } from '../../../shared/text/format.ts';
import { LAST_BLOCK, type PackedSize, packed } from './packing.ts';
import { type PackedSheet, type PlainSheet, packedBlocks } from './plainSheet.ts';
import { type SheetCell, type WorkbookAbout, workbookParts, workbookXml } from './sheetXml.ts';
import type { ContentsWords } from './workbookWords.ts';

/** A sheet that another thread makes, as the rest of its workbook sees it. */
export interface SheetElsewhere extends Pick<PlainSheet, 'name' | 'notes' | 'head'> {
  readonly made: Promise<PackedSheet>;
}

/** Days from the first day of spreadsheets to 1970-01-01. */
const EPOCH = 25_569;
/** 1 March 1900: what is earlier no spreadsheet counts right, as 1900 has a 29 February there. */
const FIRST_DAY = 61;
/** The number of the compression in a zip. */
const DEFLATE = 8;
/** So many sheets are not seen at once at the foot of a window. */
const MANY_SHEETS = 8;
/** Width of a column of ids, letters. */
const ID_WIDTH = 14;
/** Names of sheets may not be longer, nor hold these signs, nor begin or end with an apostrophe. */
const MOST_NAME = 31;
const refused = /[\\/?*[\]:]/g;

export interface Workbook {
  readonly sheets: readonly (PlainSheet | SheetElsewhere)[];
  /** The words of the sheet that lists the others. */
  readonly contents: ContentsWords;
  readonly about: WorkbookAbout;
  /** The code of the currency that its amounts are in. */
  readonly currency: string;
}

/**
 * Writes a workbook of sheets, heads frozen and filtered; where there are many, the first lists the others. Texts are
 * stored as texts: none of them is ever a formula. Sheets go to the file piece by piece: libraries that hold every cell
 * as an object took 1.3 GB and six seconds for ten thousand initiatives. Throws what a sheet that is made elsewhere
 * throws.
 */
export async function writeXlsx(
  path: string,
  { sheets: own, contents, about, currency }: Workbook,
  onSheet: (done: number, of: number) => void,
): Promise<void> {
  const counts: number[] = [];
  const isListed = own.length >= MANY_SHEETS;
  const names = namesApart([...(isListed ? [contents.title] : []), ...own.map(({ name }) => name)]);
  const sheets = [...(isListed ? [listSheet(names.slice(1), counts, contents)] : []), ...own].map(
    (sheet, at): PlainSheet | SheetElsewhere => ({ ...sheet, name: names[at]! }),
  );
  const file = openSync(path, 'w');
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      writeSync(file, chunk);
    });
    const part = async <Size extends PackedSize>(
      filename: string,
      blocks: AsyncGenerator<Uint8Array<ArrayBuffer>, Size, void>,
    ): Promise<Size> => {
      const entry: ZipInputFile = { filename, size: 0, crc: 0, compression: DEFLATE };
      zip.add(entry);
      for (;;) {
        const step = await blocks.next();
        if (step.done) {
          const { size, crc } = step.value;
          Object.assign(entry, { size, crc });
          entry.ondata?.(null, LAST_BLOCK, true);
          return step.value;
        }
        entry.ondata?.(null, step.value, false);
      }
    };
    for (const [name, xml] of Object.entries(workbookParts(sheets.length, moneyFormat(currency), about)))
      await part(name, packed([xml]));
    // In the file the sheets stand in another order: what another thread makes meanwhile comes after the others, and the
    // list last, when it is known how many rows each has.
    const first = sheets.length - own.length;
    const places = [...own.keys()].map((at) => at + first);
    const isElsewhere = (at: number): boolean => 'made' in sheets[at]!;
    const order = [
      ...places.filter((at) => !isElsewhere(at)),
      ...places.filter(isElsewhere),
      ...(isListed ? [0] : []),
    ];
    for (const [done, at] of order.entries()) {
      const { rowCount } = await part(`xl/worksheets/sheet${at + 1}.xml`, blocksOf(sheets[at]!));
      counts[at] = rowCount;
      onSheet(done + 1, order.length);
    }
    const workbook = workbookXml(sheets.map((sheet, at) => ({ ...sheet, rowCount: counts[at] ?? 0 })));
    await part('xl/workbook.xml', packed([workbook]));
    zip.end();
  } finally {
    closeSync(file);
  }
}

/** The packed blocks of a sheet, wherever it is made; answers what they are of. */
async function* blocksOf(
  sheet: PlainSheet | SheetElsewhere,
): AsyncGenerator<Uint8Array<ArrayBuffer>, Omit<PackedSheet, 'blocks'>, void> {
  if (!('made' in sheet)) return yield* packedBlocks(sheet);
  const { blocks, ...size } = await sheet.made;
  yield* blocks;
  return size;
}

/** The number format of amounts in a currency. */
function moneyFormat(currency: string): string {
  const digits = minorDigits(currency);
  return `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
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

/** The sheet of a table. */
export function tableSheet({ title, header, rowCount, row }: TypedTable): PlainSheet {
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
