import { create } from 'zustand';
import { remember } from '../../state/viewMemory.ts';
import type { Arrangement, ColumnState, TableMemory } from './arrangement.ts';
import type { ColumnId, GroupId } from './columns.ts';
import type { Filter, Filters } from './filterRows.ts';
import { clampWidth, firstColumns, readArrangement } from './readArrangement.ts';
import type { RowChoice, RowKind } from './rowChoice.ts';
import type { SortKey } from './sortRows.ts';

export interface TableState {
  readonly columns: readonly ColumnState[];
  readonly sort: readonly SortKey[];
  readonly filters: Filters;
  readonly groupBy: GroupId | null;
  readonly collapsed: ReadonlySet<string>;
  readonly retired: RowChoice;
  readonly overhead: RowChoice;
  readonly viewId: string | null;
  /**
   * Whether the arrangement is still to be chosen: the table was not shown yet (`unseen`), or only without initiatives
   * (`empty`). Nothing chooses it again once it is `settled`.
   */
  readonly start: 'unseen' | 'empty' | 'settled';
  readonly search: string;
  /** Initiatives ticked for deleting or duplicating together. */
  readonly ticked: ReadonlySet<string>;
  readonly setSearch: (search: string) => void;
  /** Sorts by the column: up, then down, then not; `add` keeps the other keys. */
  readonly sortBy: (id: ColumnId, add: boolean, descending?: boolean) => void;
  readonly filter: (id: ColumnId, filter: Filter | null) => void;
  readonly clearFilters: () => void;
  readonly showRows: (kind: RowKind, choice: RowChoice) => void;
  readonly group: (by: GroupId | null) => void;
  readonly toggleGroup: (key: string) => void;
  readonly showColumn: (id: ColumnId, shown: boolean) => void;
  readonly resize: (id: ColumnId, width: number) => void;
  /** Moves a column before another place among all columns. */
  readonly moveColumn: (id: ColumnId, to: number) => void;
  /** Shows these columns, and chooses them for good. */
  readonly setColumns: (columns: readonly ColumnState[]) => void;
  readonly tick: (ids: readonly string[], ticked: boolean) => void;
  readonly untickAll: () => void;
  readonly arrangement: () => Arrangement;
  /** Arranges the table as a saved view says, or as at first; what is no longer known is passed over. */
  readonly arrange: (viewId: string | null, settings: object) => void;
  readonly memory: () => TableMemory;
  /** Takes over what was remembered, passing over what is no longer known. */
  readonly recall: (memory: Partial<TableMemory>) => void;
}

export const useTable = create<TableState>()((set, get) => ({
  columns: firstColumns,
  sort: [],
  filters: {},
  groupBy: null,
  collapsed: new Set(),
  retired: 'hidden',
  overhead: 'shown',
  viewId: null,
  start: 'unseen',
  search: '',
  ticked: new Set(),
  setSearch: (search) => set({ search }),
  sortBy: (id, add, wanted) =>
    set(({ sort }) => {
      const old = sort.find((key) => key.id === id);
      const others = add ? sort.filter((key) => key.id !== id) : [];
      if (wanted !== undefined) return { sort: [...others, { id, descending: wanted }] };
      if (!old) return { sort: [...others, { id, descending: false }] };
      if (old.descending) return { sort: others };
      const turned = { id, descending: true };
      return { sort: add ? sort.map((key) => (key.id === id ? turned : key)) : [turned] };
    }),
  filter: (id, filter) =>
    set(({ filters }) => {
      const { [id]: _old, ...others } = filters;
      return { filters: filter ? { ...others, [id]: filter } : others };
    }),
  clearFilters: () =>
    set(({ retired }) => ({
      filters: {},
      search: '',
      overhead: 'shown',
      retired: retired === 'only' ? 'hidden' : retired,
    })),
  showRows: (kind, choice) => set({ [kind]: choice }),
  group: (groupBy) => set({ groupBy, collapsed: new Set() }),
  toggleGroup: (key) =>
    set(({ collapsed }) => {
      const next = new Set(collapsed);
      if (!next.delete(key)) next.add(key);
      return { collapsed: next };
    }),
  showColumn: (id, shown) =>
    get().setColumns(get().columns.map((each) => (each.id === id ? { ...each, shown } : each))),
  resize: (id, width) =>
    get().setColumns(
      get().columns.map((each) => (each.id === id ? { ...each, width: clampWidth(width) } : each)),
    ),
  moveColumn: (id, to) => {
    const { columns, setColumns } = get();
    const moved = columns.find((each) => each.id === id);
    if (!moved) return;
    const others = columns.filter((each) => each.id !== id);
    const place = Math.max(0, Math.min(to, others.length));
    setColumns([...others.slice(0, place), moved, ...others.slice(place)]);
  },
  setColumns: (columns) => set({ columns, start: 'settled' }),
  tick: (ids, ticked) =>
    set((state) => {
      const next = new Set(state.ticked);
      for (const id of ids) {
        if (ticked) next.add(id);
        else next.delete(id);
      }
      return { ticked: next };
    }),
  untickAll: () => set({ ticked: new Set() }),
  arrangement: () => {
    const { columns: arranged, sort, filters, groupBy, search, retired, overhead } = get();
    return { columns: arranged, sort, filters, groupBy, search, retired, overhead };
  },
  arrange: (viewId, settings) =>
    set({ ...readArrangement(settings), collapsed: new Set(), viewId, start: 'settled' }),
  memory: () => {
    const { search: _search, ...arrangement } = get().arrangement();
    const { collapsed, viewId, start } = get();
    return { ...arrangement, collapsed: [...collapsed], viewId, settled: start === 'settled' };
  },
  recall: (memory) => {
    const { search: _search, ...arrangement } = readArrangement(memory);
    const { collapsed, viewId, settled } = memory;
    set({
      ...arrangement,
      collapsed: new Set(Array.isArray(collapsed) ? collapsed : []),
      viewId: typeof viewId === 'string' ? viewId : null,
      // Where nothing is said of it, an older program wrote it, whose tables were settled at once.
      start: settled === false ? 'unseen' : 'settled',
    });
  },
}));

remember('table', {
  memory: () => useTable.getState().memory(),
  recall: (memory) => useTable.getState().recall(memory as Partial<TableMemory>),
  reset: () => useTable.setState(useTable.getInitialState()),
  subscribe: (heard) => useTable.subscribe(heard),
  search: { read: () => useTable.getState().search, write: (search) => useTable.setState({ search }) },
});
