import { create } from 'zustand';
import { remember } from '../../state/viewMemory.ts';
import { type ColumnId, columnIds, columns, type GroupId, groupIds } from './columns.ts';
import type { Filter, Filters } from './filterRows.ts';
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
}

export interface TableState {
  readonly columns: readonly ColumnState[];
  readonly sort: readonly SortKey[];
  readonly filters: Filters;
  readonly groupBy: GroupId | null;
  readonly collapsed: ReadonlySet<string>;
  readonly search: string;
  /** Initiatives ticked for deleting or duplicating together. */
  readonly ticked: ReadonlySet<string>;
  readonly setSearch: (search: string) => void;
  /** Sorts by the column: up, then down, then not; `add` keeps the other keys. */
  readonly sortBy: (id: ColumnId, add: boolean, descending?: boolean) => void;
  readonly filter: (id: ColumnId, filter: Filter | null) => void;
  readonly clearFilters: () => void;
  readonly group: (by: GroupId | null) => void;
  readonly toggleGroup: (key: string) => void;
  readonly showColumn: (id: ColumnId, shown: boolean) => void;
  readonly resize: (id: ColumnId, width: number) => void;
  /** Moves a column before another place among all columns. */
  readonly moveColumn: (id: ColumnId, to: number) => void;
  readonly resetColumns: () => void;
  readonly tick: (ids: readonly string[], ticked: boolean) => void;
  readonly untickAll: () => void;
  readonly memory: () => TableMemory;
  /** Takes over what was remembered, passing over what is no longer known. */
  readonly recall: (memory: Partial<TableMemory>) => void;
}

const firstColumns: readonly ColumnState[] = columns.map(({ id, width, shown }) => ({ id, width, shown }));
const NARROWEST = 48;
const WIDEST = 900;
const clampWidth = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));

export const useTable = create<TableState>()((set, get) => ({
  columns: firstColumns,
  sort: [],
  filters: {},
  groupBy: null,
  collapsed: new Set(),
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
  clearFilters: () => set({ filters: {}, search: '' }),
  group: (groupBy) => set({ groupBy, collapsed: new Set() }),
  toggleGroup: (key) =>
    set(({ collapsed }) => {
      const next = new Set(collapsed);
      if (!next.delete(key)) next.add(key);
      return { collapsed: next };
    }),
  showColumn: (id, shown) =>
    set((state) => ({ columns: state.columns.map((each) => (each.id === id ? { ...each, shown } : each)) })),
  resize: (id, width) =>
    set((state) => ({
      columns: state.columns.map((each) => (each.id === id ? { ...each, width: clampWidth(width) } : each)),
    })),
  moveColumn: (id, to) =>
    set((state) => {
      const moved = state.columns.find((each) => each.id === id);
      if (!moved) return {};
      const others = state.columns.filter((each) => each.id !== id);
      const place = Math.max(0, Math.min(to, others.length));
      return { columns: [...others.slice(0, place), moved, ...others.slice(place)] };
    }),
  resetColumns: () => set({ columns: firstColumns }),
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
  memory: () => {
    const { columns: arranged, sort, filters, groupBy, collapsed } = get();
    return { columns: arranged, sort, filters, groupBy, collapsed: [...collapsed] };
  },
  recall: (memory) => {
    const isColumn = (id: unknown): id is ColumnId => columnIds.some((each) => each === id);
    const kept = (memory.columns ?? []).filter(({ id }) => isColumn(id));
    const added = firstColumns.filter(({ id }) => !kept.some((each) => each.id === id));
    set({
      columns: [...kept, ...added].map((each) => ({ ...each, width: clampWidth(each.width) })),
      sort: (memory.sort ?? []).filter(({ id }) => isColumn(id)),
      filters: Object.fromEntries(Object.entries(memory.filters ?? {}).filter(([id]) => isColumn(id))),
      groupBy: groupIds.find((id) => id === memory.groupBy) ?? null,
      collapsed: new Set(memory.collapsed ?? []),
    });
  },
}));

remember('table', {
  memory: () => useTable.getState().memory(),
  recall: (memory) => useTable.getState().recall(memory as Partial<TableMemory>),
  reset: () => useTable.setState(useTable.getInitialState()),
  subscribe: (heard) => useTable.subscribe(heard),
});
