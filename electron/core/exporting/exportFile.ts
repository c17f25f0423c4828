import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { toExchange, writeExchange } from '../../../shared/exchange/json.ts';
import { portfolioTables, type SpreadsheetTable } from '../../../shared/exchange/writing/csvTables.ts';
import type { Hidden } from '../../../shared/storyboard/mask.ts';
import type { Language } from '../../../shared/text/area.ts';

/** The portfolio as our JSON exchange format, UTF-8; `exportedAt` is an instant, left out where bytes must repeat. */
export function exportJson(
  records: PortfolioRecords,
  meta: { readonly exportedAt?: string } = {},
): Uint8Array {
  return strToU8(writeExchange(toExchange(records, meta.exportedAt)));
}

/** One table as CSV that Excel opens with its characters intact: byte order mark, commas, CRLF. */
export function csvText(table: Pick<SpreadsheetTable, 'header' | 'rows'>): string {
  const body = Papa.unparse([[...table.header], ...table.rows.map((row) => [...row])], {
    delimiter: ',',
    newline: '\r\n',
  });
  return `\ufeff${body}\r\n`;
}

/** The list of initiatives, and every other table that holds records, as one CSV file each in one zip. */
export function exportCsvZip(
  records: PortfolioRecords,
  options: { readonly language: Language; readonly at?: Date; readonly hidden?: Hidden },
): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const table of portfolioTables(records, options.language, options.hidden))
    if (table.rows.length > 0 || table.table === 'initiative')
      files[`${table.title}.csv`] = strToU8(csvText(table));
  // Without a time given, a fixed one: the same records then give the same bytes.
  return zipSync(files, { level: 6, mtime: options.at ?? new Date(2000, 0, 1) });
}
