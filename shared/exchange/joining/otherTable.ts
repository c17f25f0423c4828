import type { SourceNote } from '../sources.ts';
import type { Table } from '../table/table.ts';

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

/** Notes that a workbook makes of its other sheets, which each of its sheets would say again. */
const OF_THE_BOOK: readonly SourceNote['what'][] = [
  'otherSheets',
  'sheetsBeside',
  'sheetsAlike',
  'hiddenSheets',
];

/** What is to be said of a table beside the list: not what its workbook says of all its sheets. */
export const ownNotes = ({ isSheet }: FurtherSource, notes: readonly SourceNote[]): readonly SourceNote[] =>
  notes.filter(({ what }) => !isSheet || !OF_THE_BOOK.includes(what));
