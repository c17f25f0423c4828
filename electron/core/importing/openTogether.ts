import { Failure } from '../../../shared/contract/result.ts';
import { findMain } from '../../../shared/exchange/formats/chooseTables.ts';
import { namesLinks, sheetRole } from '../../../shared/exchange/formats/listNames.ts';
import { listSubject } from '../../../shared/exchange/formats/listSubject.ts';
import type { FurtherSource, OtherTable } from '../../../shared/exchange/formats/otherTable.ts';
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
  readonly others: readonly FurtherSource[];
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
    const sheets = await openSheets({ path, name: fileName }, 0, source, MOST_SHEETS, onRows);
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
    // Beside other lists a plan's table is one as well.
    if (source.kind === 'msProject' && source.table && own.kind !== 'table')
      return await open(index, { ...own, kind: 'table' });
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
  const sheets: FurtherSource[] = [];
  const further: FurtherSource[] = [];
  for (const [index, each] of files.entries()) {
    const own = index === main ? source : tables[index];
    if (!own) continue;
    const beside = await openSheets(each, index, own, MOST_SHEETS - sheets.length, onRows);
    if (index !== main)
      for (const sheet of beside) sheets.push({ ...sheet, fileName: `${each.name} · ${sheet.fileName}` });
    else sheets.push(...beside);
    if (index !== main)
      further.push({
        ...withoutRead(own, beside),
        fileName: beside.length > 0 ? `${each.name} · ${own.choices.sheet}` : each.name,
        file: index,
      });
  }
  const subject = listSubject({ ...source, fileName: file.name });
  return {
    source: withoutRead(source, sheets),
    fileName: file.name,
    choices: {
      ...source.choices,
      main,
      // Beside others its name says what it holds.
      ...(subject === null || plan.rows !== undefined ? {} : { rows: subject }),
    },
    others: [...further, ...sheets],
  };
}

/** Sheets of workbooks are numbered from here on, those of the second file from twice that: no import has so many files. */
const FIRST_SHEET = 100;
/** Sheets that come in beside the files that were chosen. */
const MOST_SHEETS = 9;

/** Further sheets of a workbook that hold what belongs to a portfolio, by their names or by what stands in them. */
async function openSheets(
  { path, name }: OtherFile,
  file: number,
  { sheets, choices }: TableSource,
  most: number,
  onRows: (rows: number, expected: number | null) => void,
): Promise<readonly FurtherSource[]> {
  const tables: FurtherSource[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const isOther = sheet.name !== choices.sheet && !sheet.hidden && sheet.rows !== 0;
    const says = sheet.holds !== undefined || sheetRole(sheet.name) !== null || namesLinks(sheet.name);
    if (!isOther || !says || tables.length >= most) continue;
    const source = await openSource(path, name, { kind: 'table', sheet: sheet.name }, { onRows });
    if (source.kind === 'table')
      tables.push({
        ...source,
        fileName: sheet.name,
        file: FIRST_SHEET * (file + 1) + index,
        isSheet: true,
      });
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
        ? [{ ...note, count: note.count - read.length, examples: namesLeft(source, read) }]
        : [],
  );
  return { ...source, table: { ...source.table, notes } };
}

const EXAMPLES = 5;
const namesLeft = ({ sheets, choices }: TableSource, read: readonly OtherTable[]): string[] =>
  sheets
    .filter(({ name, hidden }) => !hidden && name !== choices.sheet)
    .flatMap(({ name }) => (read.some(({ fileName }) => fileName === name) ? [] : [name]))
    .slice(0, EXAMPLES);
