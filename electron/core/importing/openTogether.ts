import { Failure } from '../../../shared/contract/result.ts';
import { findMain, type OtherTable } from '../../../shared/exchange/formats/chooseTables.ts';
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
    return { source, fileName, choices: 'choices' in source ? source.choices : {}, others: [] };
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
  return {
    source,
    fileName: files[main]?.name ?? fileName,
    choices: { ...source.choices, main },
    others: tables.filter(({ file }) => file !== main),
  };
}
