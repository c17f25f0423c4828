import type { Portfolio, PortfolioRecords, RecordOf, TableName } from '../../domain/records.ts';
import type { ImportPlan, ImportReason, RowMatch, SkipReason } from '../contract.ts';
import type { ImportField } from '../importFields.ts';
import type { RowReader } from '../reading/readRow.ts';
import type { ParentRows } from '../rows/parentRows.ts';
import type { SourceNote } from '../sources.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import type { Tally } from '../tally.ts';
import type { Aliases } from './aliases.ts';
import type { MatchedRow, MatchRecord, RowKey } from './matchRows.ts';

/** Records to write, by table; a table without any is absent. */
export type RecordLists = { readonly [T in TableName]?: readonly RecordOf<T>[] };

/** What an import wants written. Every record satisfies its table's schema, and refers only to records that exist or are added. */
export interface ImportChanges {
  /** True when it is certain that no text holds half a surrogate pair; else whoever writes them must look. */
  readonly wellFormed?: boolean;
  readonly add: RecordLists;
  readonly update: RecordLists;
}

/** What a mapping is for. */
export interface MapContext {
  readonly fileName: string;
  readonly records: PortfolioRecords;
  readonly portfolio: Portfolio;
  readonly newId: () => string;
  /** True to keep what a preview shows: rows, and what would change in which record. */
  readonly explain?: boolean;
  /** True where only counts are wanted: records are forgotten as soon as they are made, and none is handed out. */
  readonly countOnly?: boolean;
  /** What lists that came in before call their records. */
  readonly aliases?: Aliases;
  /** Whether amounts of another currency are refused; absent where the records themselves say. */
  readonly moneyHeld?: boolean;
}

/** What a target is made of: the list, how it is read, and where what happens is counted. */
export interface TargetParts {
  readonly table: Table;
  readonly plan: ImportPlan;
  readonly names: ColumnNames;
  readonly read: RowReader;
  readonly tally: Tally;
  readonly context: MapContext;
  /** The rows that others name as standing above them. */
  readonly parents: ParentRows;
  /** The heading that a row stands under, by its place below the header; null where none does. */
  readonly groupOf: (index: number) => string | null;
}

/** Why a row cannot be a record at all, and the column that says so. */
export interface Refusal {
  readonly reason: ImportReason;
  readonly column: number;
}

/** The row taken last, as a person sees it. */
export interface TakenRow {
  readonly problems: Readonly<Partial<Record<ImportField, ImportReason>>>;
  readonly values: () => Readonly<Partial<Record<ImportField, string>>>;
}

/** What rows become: initiatives, or records of another kind. Rows are taken in order, once each. */
export interface RowTarget {
  /** What rows can be already. */
  readonly known: readonly MatchRecord[];
  /** True where no row can be taken before all are seen: one of them may be known, or they lie in a tree. */
  readonly seesAll: boolean;
  /**
   * What tells rows apart, by their place in `cells`; null for one without a name or that was skipped. Asked for all
   * rows below the header at once, or for each by itself where `seesAll` is false.
   */
  keys(cells: readonly (readonly string[] | SkipReason)[]): readonly (RowKey | Refusal | null)[];
  /** Hears which record each row is before the first is taken; not told where `seesAll` is false. */
  matched(rows: readonly (MatchedRow | null)[]): void;
  /** Reads a row into a new record, or into the known one of that id. */
  take(
    row: readonly string[],
    line: number,
    index: number,
    known: string | null,
  ): 'created' | 'updated' | 'unchanged';
  shown(): TakenRow;
  /** What the row taken last changes, or would change, in the record of that id. */
  differences(id: string): RowMatch['differences'];
  /** Everything to write; `retired` are ids of known records. */
  finish(retired: readonly string[]): {
    readonly add: RecordLists;
    readonly update: RecordLists;
    readonly notes: readonly SourceNote[];
    /** Records by what the list calls them beside their names, as in `Aliases`; absent for initiatives. */
    readonly called?: ReadonlyMap<string, string>;
  };
}
