import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { portfolioTables, type SpreadsheetTable } from '../../../shared/exchange/csvTables.ts';
import { toExchange, writeExchange } from '../../../shared/exchange/json.ts';
import type { Language } from '../../../shared/text/area.ts';

/** What is known about an export besides its records. */
export interface ExportMeta {
  /** When it is written, an instant in UTC; left out where the same records must give the same bytes. */
  readonly at?: string;
  /** Language of headers, words and file names of tables; English when left out. */
  readonly language?: Language;
}

/** The portfolio as our JSON exchange format, UTF-8. */
export function exportJson(records: PortfolioRecords, meta: ExportMeta = {}): Uint8Array {
  return strToU8(writeExchange(toExchange(records, meta.at)));
}

/** One table as CSV that Excel opens with its characters intact: byte order mark, commas, CRLF. */
export function csvText(table: SpreadsheetTable): string {
  const body = Papa.unparse([[...table.header], ...table.rows.map((row) => [...row])], {
    delimiter: ',',
    newline: '\r\n',
  });
  return `\ufeff${body}\r\n`;
}

/** The list of initiatives, and every other table that holds records, as one CSV file each in one zip. */
export function exportCsvZip(records: PortfolioRecords, meta: ExportMeta = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const table of portfolioTables(records, meta.language ?? 'en'))
    if (table.rows.length > 0 || table.table === 'initiative')
      files[`${table.title}.csv`] = strToU8(csvText(table));
  // A zip holds no time zone: a fixed time, or the instant of the export, keeps bytes the same everywhere.
  return zipSync(files, { level: 6, mtime: new Date(meta.at ?? '2000-01-01T12:00:00.000Z') });
}
