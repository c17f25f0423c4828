import type { ColumnId, GroupId } from './columns.ts';
import type { Filters } from './filterRows.ts';
import type { RowChoice } from './rowChoice.ts';
import type { SortKey } from './sortRows.ts';

export interface ColumnState {
  readonly id: ColumnId;
  /** CSS pixels. */
  readonly width: number;
  readonly shown: boolean;
}

/** How the initiatives table is arranged; remembered per portfolio, except what is ticked. */
export interface TableMemory {
  readonly columns: readonly ColumnState[];
  readonly sort: readonly SortKey[];
  readonly filters: Filters;
  readonly groupBy: GroupId | null;
  readonly collapsed: readonly string[];
  readonly retired: RowChoice;
  readonly overhead: RowChoice;
  /** The saved view that was picked last; the arrangement may have gone on from it. */
  readonly viewId: string | null;
  /** False while the columns are still to be chosen by what the list holds. */
  readonly settled: boolean;
}
/** The part of the arrangement that a saved view keeps. */
export type Arrangement = Omit<TableMemory, 'collapsed' | 'viewId' | 'settled'> & { readonly search: string };
