import { columnOf, type GroupId } from './columns.ts';
import type { InitiativeRow } from './rows.ts';

/** A sum over what is known: how many of the rows have a value, and never a zero in place of one. */
export interface KnownSum {
  readonly sum: number;
  readonly known: number;
}
export interface RowGroup {
  readonly kind: 'group';
  readonly key: string;
  /** Null gathers the rows whose value is unknown. */
  readonly value: string | null;
  readonly count: number;
  readonly budget: KnownSum;
  readonly spent: KnownSum;
  readonly collapsed: boolean;
}
export interface RowItem {
  readonly kind: 'row';
  /** Unique in the list: a row stands once in each of its groups. */
  readonly key: string;
  readonly row: InitiativeRow;
}
export type Item = RowGroup | RowItem;

/** The sum of a money field over rows. */
export function sumKnown(rows: readonly InitiativeRow[], field: 'budget' | 'spent'): KnownSum {
  let [sum, known] = [0, 0];
  for (const { initiative } of rows) {
    const value = initiative[field];
    if (value === null) continue;
    sum += value;
    known += 1;
  }
  return { sum, known };
}

/** The rows as list items, one after the other. */
export function plainItems(rows: readonly InitiativeRow[]): readonly Item[] {
  return rows.map((row) => ({ kind: 'row', key: row.id, row }));
}

/**
 * The rows under headings, in the order in which they come inside each; headings by `compare`, the unknown last.
 * A row with several capabilities or partners stands under each of them.
 */
export function groupRows(
  rows: readonly InitiativeRow[],
  by: GroupId,
  compare: (a: string, b: string) => number,
  collapsed: ReadonlySet<string>,
): readonly Item[] {
  const { text, list } = columnOf(by);
  const groups = new Map<string | null, InitiativeRow[]>();
  const put = (value: string | null, row: InitiativeRow): void => {
    const rowsOf = groups.get(value);
    if (rowsOf) rowsOf.push(row);
    else groups.set(value, [row]);
  };
  for (const row of rows) {
    if (list) {
      const values = list(row);
      if (values.length === 0) put(null, row);
      else for (const value of new Set(values)) put(value, row);
    } else put(text?.(row) || null, row);
  }
  const values = [...groups.keys()].sort((a, b) => (a === null ? 1 : b === null ? -1 : compare(a, b)));
  const items: Item[] = [];
  for (const value of values) {
    const within = groups.get(value) ?? [];
    const key = groupKey(by, value);
    items.push({
      kind: 'group',
      key,
      value,
      count: within.length,
      budget: sumKnown(within, 'budget'),
      spent: sumKnown(within, 'spent'),
      collapsed: collapsed.has(key),
    });
    if (!collapsed.has(key))
      for (const row of within) items.push({ kind: 'row', key: `${key}/${row.id}`, row });
  }
  return items;
}

/** The name under which a group is remembered as collapsed. */
const groupKey = (by: GroupId, value: string | null): string =>
  value === null ? `${by}?` : `${by}=${value}`;
