import type { Arrangement, ColumnState } from './arrangement.ts';
import { type ColumnId, columnIds, columnOf, columns, groupIds } from './columns.ts';
import type { Filter, Filters } from './filterRows.ts';
import { rowChoices } from './rowChoice.ts';
import type { SortKey } from './sortRows.ts';

const NARROWEST = 48;
const WIDEST = 900;

/** The columns as nobody has moved them yet. */
export const firstColumns: readonly ColumnState[] = columns.map(({ id, width, shown }) => ({
  id,
  width,
  shown,
}));

/** A column's width within what can be used, whole CSS pixels. */
export const clampWidth = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isObject) : []);
const isColumn = (id: unknown): id is ColumnId => columnIds.some((each) => each === id);

/**
 * An arrangement from what was written down, perhaps by another version of the program or by hand: what is not
 * understood is passed over, and columns that are new since then come at the end.
 */
export function readArrangement(stored: object): Arrangement {
  const from = stored as Loose;
  return {
    columns: readColumns(from.columns),
    sort: readSort(from.sort),
    filters: readFilters(from.filters),
    groupBy: groupIds.find((id) => id === from.groupBy) ?? null,
    search: typeof from.search === 'string' ? from.search : '',
    retired: rowChoices.find((each) => each === from.retired) ?? 'hidden',
    overhead: rowChoices.find((each) => each === from.overhead) ?? 'shown',
  };
}

function readColumns(stored: unknown): readonly ColumnState[] {
  const kept = new Map<ColumnId, ColumnState>();
  for (const { id, width, shown } of listOf(stored)) {
    if (!isColumn(id) || kept.has(id)) continue;
    const wide = typeof width === 'number' && Number.isFinite(width) ? width : columnOf(id).width;
    kept.set(id, { id, width: clampWidth(wide), shown: shown === true || id === 'name' });
  }
  return [...kept.values(), ...firstColumns.filter(({ id }) => !kept.has(id))];
}

function readSort(stored: unknown): readonly SortKey[] {
  return listOf(stored).flatMap(({ id, descending }) =>
    isColumn(id) ? [{ id, descending: descending === true }] : [],
  );
}

function readFilters(stored: unknown): Filters {
  if (!isObject(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, value]) => {
      const filter = isColumn(id) && isObject(value) ? readFilter(value) : null;
      return filter ? [[id, filter]] : [];
    }),
  );
}

const bound = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

function readFilter(stored: Loose): Filter | null {
  switch (stored.kind) {
    case 'contains':
      return typeof stored.text === 'string' ? { kind: 'contains', text: stored.text } : null;
    case 'range':
      return { kind: 'range', from: bound(stored.from), to: bound(stored.to) };
    case 'choice': {
      if (!Array.isArray(stored.values)) return null;
      return {
        kind: 'choice',
        values: stored.values.filter(
          (each): each is string | null => each === null || typeof each === 'string',
        ),
      };
    }
    case 'unknown':
      return { kind: 'unknown' };
    default:
      return null;
  }
}
