import { findMain } from '../../../shared/exchange/joining/chooseTables.ts';
import { namesLinks, sheetRole } from '../../../shared/exchange/joining/listNames.ts';
import type { FurtherSource, OtherTable } from '../../../shared/exchange/joining/otherTable.ts';
import { tieOf, tyingOf } from '../../../shared/exchange/joining/tiedSheets.ts';
import { findHeader } from '../../../shared/exchange/plan/headerRow.ts';
import type { Sheet } from '../../../shared/exchange/sources.ts';
import { isBlank, matchKey, tidyLine } from '../../../shared/exchange/table/cellText.ts';
import type { Table } from '../../../shared/exchange/table/table.ts';
import { type OtherFile, openSource, type TableSource } from './openSource.ts';

/** Sheets of workbooks are numbered from here on, those of the second file from twice that: no import has so many files. */
const FIRST_SHEET = 100;
/** Sheets that come in beside the files that were chosen. */
export const MOST_SHEETS = 9;
/** A sheet of more rows is not read to find out whether it belongs to the list. */
const MOST_ROWS = 20_000;
/** Columns of fewer names are alike by chance. */
const FEWEST_NAMES = 3;

type OnRows = (rows: number, expected: number | null) => void;

/** A list, and the sheets of its workbook that come in with it. */
export interface ListWithSheets {
  readonly source: TableSource;
  readonly sheets: readonly FurtherSource[];
}

/** Whether a sheet says by its name or its columns what of a portfolio it holds. */
const saysWhat = ({ name, holds }: Sheet): boolean =>
  holds !== undefined || sheetRole(name) !== null || namesLinks(name);

/** The sheets of a workbook that are shown, hold rows and are not the list, with their numbers. */
const besideList = ({ sheets, choices }: TableSource): readonly (readonly [number, Sheet])[] =>
  [...sheets.entries()].filter(
    ([, sheet]) => sheet.name !== choices.sheet && !sheet.hidden && sheet.rows !== 0,
  );

async function openSheet(
  { path, name }: OtherFile,
  file: number,
  [index, sheet]: readonly [number, Sheet],
  onRows: OnRows,
): Promise<FurtherSource | null> {
  const source = await openSource(path, name, { kind: 'table', sheet: sheet.name }, { onRows });
  return source.kind === 'table'
    ? { ...source, fileName: sheet.name, file: FIRST_SHEET * (file + 1) + index, isSheet: true }
    : null;
}

/** Further sheets of a workbook that hold what belongs to a portfolio, by their names or by what stands in them. */
export async function openSheets(
  from: OtherFile,
  file: number,
  source: TableSource,
  most: number,
  onRows: OnRows,
): Promise<readonly FurtherSource[]> {
  const tables: FurtherSource[] = [];
  for (const entry of besideList(source)) {
    if (!saysWhat(entry[1]) || tables.length >= most) continue;
    const table = await openSheet(from, file, entry, onRows);
    if (table !== null) tables.push(table);
  }
  return tables;
}

/**
 * Further sheets of the list's own workbook that nothing names, but whose rows are tied to its initiatives by their ids or
 * names: those that say more of them or belong to them come in as well, of those that only name them a note says so.
 * Where nobody chose the sheet, the list is the one of those with more of the same initiatives.
 */
export async function withTiedSheets(
  from: OtherFile,
  file: number,
  { source, sheets }: ListWithSheets,
  isChosen: boolean,
  onRows: OnRows,
): Promise<ListWithSheets> {
  const unsaid = besideList(source).filter(
    ([, sheet]) => !saysWhat(sheet) && (sheet.rows ?? MOST_ROWS) < MOST_ROWS,
  );
  const list = { ...source, fileName: source.choices.sheet ?? from.name };
  const tying = unsaid.length === 0 ? null : tyingOf(list);
  if (tying === null || tying.ids.size === 0) return { source, sheets };
  const tied: FurtherSource[] = [];
  const saysMore: FurtherSource[] = [];
  const named: OtherTable[] = [];
  const alike: OtherTable[] = [];
  for (const entry of unsaid.slice(0, MOST_SHEETS)) {
    const table = await openSheet(from, file, entry, onRows);
    const tie = table && tieOf(tying, table);
    if (table && tie === null && haveSameNames(source.table, table.table)) alike.push(table);
    if (!table || tie === null) continue;
    if (tie === 'more') saysMore.push(table);
    if (tie === 'names' || sheets.length + tied.length >= MOST_SHEETS) named.push(table);
    else tied.push(table);
  }
  const wider = isChosen || saysMore.length === 0 ? 0 : findMain([list, ...saysMore]);
  const other = saysMore[wider - 1];
  if (other !== undefined) {
    const again = await openSource(from.path, from.name, { sheet: other.fileName }, { onRows });
    if (again.kind === 'table') {
      const own = await openSheets(from, file, again, MOST_SHEETS, onRows);
      return withTiedSheets(from, file, { source: again, sheets: own }, true, onRows);
    }
  }
  const noted = withNote(withNote(source, 'sheetsBeside', named), 'sheetsAlike', alike);
  return { source: noted, sheets: [...sheets, ...tied].sort((a, b) => a.file - b.file) };
}

const EXAMPLES = 5;

/** The names of a table's columns, in any order; empty where it has fewer than `FEWEST_NAMES`. */
function namesOf(table: Table): ReadonlySet<string> {
  const names = table.rows.at(findHeader(table)?.row ?? 0) ?? [];
  const keys = new Set(names.filter((name) => !isBlank(name)).map((name) => matchKey(tidyLine(name).text)));
  return keys.size < FEWEST_NAMES ? new Set() : keys;
}

/** Whether two tables have the same columns, as the sheets of departments or years do. */
function haveSameNames(list: Table, other: Table): boolean {
  const [own, others] = [namesOf(list), namesOf(other)];
  return own.size > 0 && own.size === others.size && [...own].every((name) => others.has(name));
}

/** The list with a note of sheets that are no longer said to be left for another reason. */
function withNote(
  source: TableSource,
  what: 'sheetsBeside' | 'sheetsAlike',
  tables: readonly OtherTable[],
): TableSource {
  if (tables.length === 0) return source;
  const names = tables.map(({ fileName }) => fileName);
  const { table } = withoutRead(source, tables);
  const note = { what, count: names.length, examples: names.slice(0, EXAMPLES) };
  return { ...source, table: { ...table, notes: [...(table.notes ?? []), note] } };
}

/** The list without a note that leaves out sheets which were read as well. */
export function withoutRead(source: TableSource, read: readonly OtherTable[]): TableSource {
  if (read.length === 0) return source;
  const isRead = (name: string): boolean => read.some(({ fileName }) => fileName === name);
  const notes = (source.table.notes ?? []).flatMap((note) => {
    if (note.what !== 'otherSheets') return [note];
    const said = (source.table.notes ?? []).flatMap(({ what, examples }) =>
      what === 'sheetsBeside' || what === 'sheetsAlike' ? examples : [],
    );
    const left = besideAll(source).filter((name) => !isRead(name) && !said.includes(name));
    const count = note.count - read.length;
    return count > 0 ? [{ ...note, count, examples: left.slice(0, EXAMPLES) }] : [];
  });
  return { ...source, table: { ...source.table, notes } };
}

const besideAll = ({ sheets, choices }: TableSource): readonly string[] =>
  sheets.filter(({ name, hidden }) => !hidden && name !== choices.sheet).map(({ name }) => name);
