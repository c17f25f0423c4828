import { Failure } from '../../../shared/contract/result.ts';
import { findMain, type OtherTable, sheetRole } from '../../../shared/exchange/formats/chooseTables.ts';
import { openSource, type PartialPlan, type Source, type TableSource } from './openSource.ts';

/** A further file of the same portfolio. */
export interface OtherFile {
  readonly path: string;
  readonly name: string;
}

/** A list, and the tables that belong to it. */
export interface Together {
  readonly source: Source;
  /** The file that holds the initiatives. */
  readonly fileName: string;
  readonly choices: PartialPlan;
  readonly others: readonly (OtherTable & { readonly file: number })[];
}

/**
 * Opens a file and those that came with it, and finds out which of them is the list that the others belong to. Throws
 * what opening one throws, and unsupported_format for something else than lists together.
 */
export async function openTogether(
  request: { readonly path: string; readonly fileName: string; readonly plan: PartialPlan } & {
    readonly others?: readonly OtherFile[];
  },
  onRows: (rows: number, expected: number | null) => void,
): Promise<Together> {
  const { path, fileName, plan, others = [] } = request;
  if (others.length === 0) {
    const source = await openSource(path, fileName, plan, { onRows });
    if (source.kind !== 'table' && source.kind !== 'jira')
      return { source, fileName, choices: {}, others: [] };
    const sheets = await openSheets({ path, name: fileName }, source, onRows);
    return { source: withoutRead(source, sheets), fileName, choices: source.choices, others: sheets };
  }
  const files = [{ path, name: fileName }, ...others];
  const open = async (index: number, own: PartialPlan): Promise<TableSource> => {
    const file = files[index];
    if (!file) throw new Failure('invalid_input', `there is no file ${index}`, { place: { field: 'main' } });
    const sheet = plan.tables?.find((table) => table.file === index)?.sheet;
    const source = await openSource(
      file.path,
      file.name,
      { ...own, ...(sheet ? { sheet } : {}) },
      { onRows },
    );
    if (source.kind === 'table' || source.kind === 'jira') return source;
    throw new Failure('unsupported_format', `${file.name} is no list: only lists come in together`, {
      place: { file: file.name },
    });
  };
  const found: TableSource[] = [];
  for (const index of files.keys()) found.push(await open(index, index === plan.main ? plan : {}));
  const tables = found.map((source, file) => ({ ...source, file, fileName: files[file]?.name ?? '' }));
  const main = plan.main ?? findMain(tables);
  // What the person chose is how the list of initiatives is read, once it is known which one that is.
  const source = plan.main === undefined ? await open(main, plan) : found[main];
  if (!source) throw new Failure('invalid_input', `there is no file ${main}`, { place: { field: 'main' } });
  const file = files[main] ?? { path, name: fileName };
  const sheets = await openSheets(file, source, onRows);
  return {
    source: withoutRead(source, sheets),
    fileName: file.name,
    choices: { ...source.choices, main },
    others: [...tables.filter((table) => table.file !== main), ...sheets],
  };
}

/** Sheets of one workbook are numbered from here on: no import has so many files. */
const FIRST_SHEET = 100;
const MOST_SHEETS = 6;

/** Further sheets of the list's own workbook, where their names say that they hold its activities and the like. */
async function openSheets(
  { path, name }: OtherFile,
  { sheets, choices }: TableSource,
  onRows: (rows: number, expected: number | null) => void,
): Promise<readonly (OtherTable & { readonly file: number })[]> {
  const tables: (OtherTable & { readonly file: number })[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const isOther = sheet.name !== choices.sheet && !sheet.hidden && sheet.rows !== 0;
    if (!isOther || sheetRole(sheet.name) === null || tables.length === MOST_SHEETS) continue;
    const source = await openSource(path, name, { kind: 'table', sheet: sheet.name }, { onRows });
    if (source.kind === 'table') tables.push({ ...source, fileName: sheet.name, file: FIRST_SHEET + index });
  }
  return tables;
}

/** The list without a note that leaves out sheets which were read as well. */
function withoutRead(source: TableSource, read: readonly OtherTable[]): TableSource {
  if (read.length === 0) return source;
  const notes = (source.table.notes ?? []).flatMap((note) =>
    note.what !== 'otherSheets'
      ? [note]
      : note.count > read.length
        ? [{ ...note, count: note.count - read.length, examples: namesLeft(note.examples, read) }]
        : [],
  );
  return { ...source, table: { ...source.table, notes } };
}

const namesLeft = (names: readonly string[], read: readonly OtherTable[]): string[] =>
  names.filter((name) => !read.some(({ fileName }) => fileName === name));
