import { readSheet } from './sheetRows.ts';
import { chooseSheet, type OnRows, type SheetSource, type SheetTable } from './sheetTable.ts';
import { readCellFormats, readSharedTexts, readWorkbookParts, type SharedTexts } from './workbookParts.ts';
import type { ZipParts } from './zipParts.ts';

/**
 * Reads the wanted sheet of a workbook, or else the one that is most like a list of initiatives. Throws sheet_missing
 * where there is none such, file_broken and file_too_large.
 */
export async function readXlsx(
  zip: ZipParts,
  workbookPart: string,
  fileName: string,
  wanted: string | undefined,
  onRows: OnRows,
): Promise<SheetTable> {
  const { sheets, is1904 } = await xlsxSheets(zip, workbookPart, fileName, onRows);
  const found = await chooseSheet(sheets, fileName, wanted, onRows);
  return { ...found, table: { ...found.table, daysFrom1904: is1904 } };
}

const NO_TEXTS: SharedTexts = { textAt: () => '', struck: new Set() };

/**
 * The first filled row of each sheet of a workbook. Of the texts that its sheets share, which can be most of the file,
 * it reads no more than those rows need. Throws file_broken and file_too_large.
 */
export async function xlsxHeads(
  zip: ZipParts,
  workbookPart: string,
  fileName: string,
): Promise<readonly (readonly string[])[]> {
  const { sheets, sharedTexts } = await readWorkbookParts(zip, workbookPart, fileName);
  const headsWith = async (shared: SharedTexts): Promise<readonly (readonly string[])[]> => {
    const heads: (readonly string[])[] = [];
    for (const { part } of sheets) {
      const { rows } = await readSheet(zip, part, { fileName, shared, formats: [], is1904: false, most: 1 });
      heads.push(rows[0] ?? []);
    }
    return heads;
  };
  let last = -1;
  const noted: SharedTexts = {
    ...NO_TEXTS,
    textAt(place) {
      last = Math.max(last, place);
      // As much as a text: a row of nothing else would not count as filled.
      return ' ';
    },
  };
  const heads = await headsWith(noted);
  if (sharedTexts === null || last < 0) return heads;
  return headsWith(await readSharedTexts(zip, sharedTexts, fileName, () => undefined, last + 1));
}

/** The sheets of a workbook, each to be read when it is asked for. Throws file_broken and file_too_large. */
export async function xlsxSheets(
  zip: ZipParts,
  workbookPart: string,
  fileName: string,
  onRows: OnRows,
): Promise<{ readonly sheets: readonly SheetSource[]; readonly is1904: boolean }> {
  const { sheets, is1904, sharedTexts, styles } = await readWorkbookParts(zip, workbookPart, fileName);
  const tick = (): void => onRows(0, null);
  const shared = sharedTexts === null ? NO_TEXTS : await readSharedTexts(zip, sharedTexts, fileName, tick);
  const formats = styles === null ? [] : await readCellFormats(zip, styles, fileName);
  const sources = sheets.map(
    ({ name, hidden, part }): SheetSource => ({
      name,
      hidden,
      read: (onTurn, most) =>
        readSheet(zip, part, {
          fileName,
          shared,
          formats,
          is1904,
          onTurn,
          ...(most === undefined ? {} : { most }),
        }),
    }),
  );
  return { sheets: sources, is1904 };
}
