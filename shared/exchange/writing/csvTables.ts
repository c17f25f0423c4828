import type { PortfolioRecords, TableName } from '../../domain/records.ts';
import { isoDay } from '../../domain/time.ts';
import type { Hidden } from '../../storyboard/mask.ts';
import type { Language } from '../../text/area.ts';
import { minorDigits } from '../../text/format.ts';
import { harmless } from '../table/harmless.ts';
import { type TypedCell, typedTables } from './typedTables.ts';

/** A table for spreadsheets: column names in one language, cells ready to be written. */
export interface SpreadsheetTable {
  readonly table: TableName;
  /** The table's name in the chosen language. */
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function cellText(cell: TypedCell, currency: string): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return harmless(cell.value);
    case 'json':
      return cell.value;
    case 'number':
      return String(cell.value);
    case 'money':
      return Number.isInteger(cell.value) ? String(cell.value) : cell.value.toFixed(minorDigits(currency));
    case 'date':
      return isoDay(cell.value);
  }
}

/** Every table of a portfolio as texts of cells, as `typedTables` gives them; unknown is an empty cell. */
export function portfolioTables(
  records: PortfolioRecords,
  language: Language,
  hidden?: Hidden,
): readonly SpreadsheetTable[] {
  return typedTables(records, language, hidden).map(({ table, title, header, currency, rowCount, row }) => ({
    table,
    title,
    header,
    rows: Array.from({ length: rowCount }, (_, at) => row(at).map((cell) => cellText(cell, currency))),
  }));
}
