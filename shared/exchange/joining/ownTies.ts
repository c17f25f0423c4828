import type { ImportPlan } from '../contract.ts';
import { joinColumn } from './chooseTables.ts';
import type { OwnList } from './splitTables.ts';

/** The column of a list of its own that names initiatives, and what it names of them that is not there. */
export interface Tie {
  readonly file: number;
  readonly column: string;
  readonly unjoined: readonly string[];
}

/** How the rows of a list of outcomes or the like are tied to the initiatives that they name, if they name any. */
export function tiesOf(
  { source, subject, plan, names }: OwnList,
  ids: ReadonlySet<string>,
): { readonly plan: ImportPlan; readonly column: number; readonly headers: readonly string[] } | null {
  const column = joinColumn(source.table, plan.headerRow, ids);
  const { name } = plan.columns;
  const filled = Object.values(plan.columns);
  if (column === null || name === undefined || filled.includes(column)) return null;
  return {
    // A name is one, whatever signs it holds.
    plan: { ...plan, columns: { [subject]: name }, listSeparator: '', separators: {} },
    column,
    // What fills a field of the record is no share of it.
    headers: names.names.map((header, at) => (filled.includes(at) ? '' : header)),
  };
}
