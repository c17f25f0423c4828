import { strToU8, zipSync } from 'fflate';
import type { NativeChart } from '../../../shared/report/page.ts';
import {
  type SheetContent,
  sheetPieces,
  type WorkbookAbout,
  workbookParts,
  workbookXml,
} from './sheetXml.ts';

/** The name that the references of a chart have for the sheet of its figures. */
const SHEET = 'Sheet1';
/** Widths of the columns, letters. */
const WIDTH = { category: 30, value: 18 } as const;

/**
 * The workbook behind a chart, which a slide program opens when somebody edits its figures: categories in the first
 * column, each series in one of its own. The slide package's own workbook leaves every zero empty, so that a line that
 * begins at zero would begin later once its figures were edited.
 */
export function chartWorkbook(
  { categories, categoryTitle, series, format }: NativeChart,
  about: WorkbookAbout,
): Uint8Array<ArrayBuffer> {
  const sheet: SheetContent = {
    name: SHEET,
    notes: [],
    head: [categoryTitle, ...series.map(({ name }) => name)],
    widths: [WIDTH.category, ...series.map(() => WIDTH.value)],
    rows: categories.map((category, at) => [
      category,
      ...series.map(({ values }) => {
        const value = values[at];
        return value === undefined ? null : { value, format: 'money' as const };
      }),
    ]),
  };
  const parts = {
    ...workbookParts(1, format, about),
    'xl/workbook.xml': workbookXml([{ ...sheet, rowCount: categories.length }]),
    'xl/worksheets/sheet1.xml': [...sheetPieces(sheet)].join(''),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}
