import { emptyRecords } from '../../domain/defaults.ts';
import type { PortfolioRecords, TableName } from '../../domain/records.ts';
import { type Language, languages } from '../../text/area.ts';
import { tidyLine } from '../table/cellText.ts';
import { type TypedTable, typedTables } from '../writing/typedTables.ts';

/** How a table of a file lies on one that our exports write. */
export interface OwnHeader {
  readonly table: TableName;
  readonly language: Language;
  /** For each column of the file its place among those of the export; null for one that somebody added. */
  readonly places: readonly (number | null)[];
}

/** A table of a file that one of our exports wrote, as somebody gave it back. */
export interface OwnTable extends OwnHeader {
  /** What the file or the sheet is called. */
  readonly title: string;
  readonly headers: readonly string[];
  /** Rows below the header, and the line of the file on which each stands, 1 for the first. */
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** True when the sheet counts days from 1904. */
  readonly daysFrom1904: boolean;
}

/** Columns that somebody may have added beside ours. */
const MOST_ADDED = 3;
/** Share of an export's columns that must be left: an ordinary list shares a few plain names with any of them. */
const LEAST_SHARE = 0.5;

let known: readonly { readonly language: Language; readonly typed: TypedTable }[] | null = null;

/**
 * Whether a row names the columns of a table as our exports do, its ids among them, and in which language; null for any
 * other list. Columns may have been moved, deleted, or left out because amounts were hidden.
 */
export function ownHeader(header: readonly string[]): OwnHeader | null {
  const cells = header.map((cell) => tidyLine(cell).text);
  const filled = cells.filter((cell) => cell !== '').length;
  known ??= languages.flatMap((language) =>
    typedTables(emptyRecords(), language).map((typed) => ({ language, typed })),
  );
  let best: { readonly found: OwnHeader; readonly share: number } | null = null;
  for (const { language, typed } of known) {
    const placeOf = new Map(typed.header.map((word, at) => [word, at]));
    const places = cells.map((cell) => placeOf.get(cell) ?? null);
    const ours = places.filter((place) => place !== null);
    const hasIds = ours.some((place) => typed.columns[place]?.field === 'id');
    const share = ours.length / typed.header.length;
    if (!hasIds || new Set(ours).size < ours.length) continue;
    if (filled - ours.length > MOST_ADDED || share < LEAST_SHARE || share <= (best?.share ?? 0)) continue;
    best = { found: { table: typed.table, language, places }, share };
  }
  return best?.found ?? null;
}

const typedBy = new WeakMap<PortfolioRecords, Map<Language, readonly TypedTable[]>>();

/** The table of a portfolio that a table of a file was exported from. */
export function typedOf(
  { table, language }: Pick<OwnHeader, 'table' | 'language'>,
  records: PortfolioRecords,
): TypedTable {
  const byLanguage = typedBy.get(records) ?? new Map<Language, readonly TypedTable[]>();
  typedBy.set(records, byLanguage);
  const all = byLanguage.get(language) ?? typedTables(records, language);
  byLanguage.set(language, all);
  const typed = all.find((each) => each.table === table);
  if (!typed) throw new Error(`no table ${table}`);
  return typed;
}

/** Place of the ids among the columns of the file. */
export const idColumn = (own: OwnHeader, records: PortfolioRecords): number =>
  own.places.indexOf(typedOf(own, records).columns.findIndex(({ field }) => field === 'id'));
