import type { Table } from '../table.ts';

/** A table that came together with the list of initiatives, and the file that it was in. */
export interface OtherTable {
  readonly fileName: string;
  readonly table: Table;
  readonly encoding: string;
  readonly delimiter: string;
}

/** A table beside the list that an import is about, by its place among the files that came. */
export interface FurtherSource extends OtherTable {
  readonly file: number;
  /** True for a further sheet of a workbook, which nobody chose by itself. */
  readonly isSheet?: true;
}
