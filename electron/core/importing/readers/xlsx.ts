import { readSheet } from './sheetRows.ts';
import { chooseSheet, type OnRows, type SheetSource, type SheetTable } from './sheetTable.ts';
import { readCellFormats, readSharedTexts, readWorkbookParts } from './workbookParts.ts';
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

/** The sheets of a workbook, each to be read when it is asked for. Throws file_broken and file_too_large. */
export async function xlsxSheets(
  zip: ZipParts,
  workbookPart: string,
  fileName: string,
  onRows: OnRows,
): Promise<{ readonly sheets: readonly SheetSource[]; readonly is1904: boolean }> {
  const { sheets, is1904, sharedTexts, styles } = await readWorkbookParts(zip, workbookPart, fileName);
  const tick = (): void => onRows(0, null);
  const shared =
    sharedTexts === null
      ? { texts: [], struck: new Set<number>() }
      : await readSharedTexts(zip, sharedTexts, fileName, tick);
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
