import { Failure } from '../../../shared/contract/result.ts';
import { findMain } from '../../../shared/exchange/joining/chooseTables.ts';
import { listSubject } from '../../../shared/exchange/joining/listSubject.ts';
import type { FurtherSource } from '../../../shared/exchange/joining/otherTable.ts';
import { MOST_SHEETS, openSheets, withoutRead, withTiedSheets } from './openSheets.ts';
import { type OtherFile, openSource, type PartialPlan, type Source, type TableSource } from './openSource.ts';

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
    const from = { path, name: fileName };
    const own = await openSheets(from, 0, source, MOST_SHEETS, onRows);
    const isChosen = plan.sheet !== undefined;
    const found = await withTiedSheets(from, 0, { source, sheets: own }, isChosen, onRows);
    const { source: list, sheets } = found;
    return { source: withoutRead(list, sheets), fileName, choices: list.choices, others: sheets };
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
