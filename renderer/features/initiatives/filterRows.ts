import { type ColumnId, columnOf, type FiguresOf } from './columns.ts';
import type { RowChoice, RowKind } from './rowChoice.ts';
import { type InitiativeRow, searchable, searchText } from './rows.ts';

/** What a column lets through. Numbers are in the column's own unit; `unknown` decides about empty cells. */
export type Filter =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'range'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'choice'; readonly values: readonly (string | null)[] }
  | { readonly kind: 'unknown' };
export type Filters = Readonly<Partial<Record<ColumnId, Filter>>>;

/** The rows of a kind that are left out, kept, or alone kept. */
export function chooseRows(
  rows: readonly InitiativeRow[],
  choices: Readonly<Record<RowKind, RowChoice>>,
): readonly InitiativeRow[] {
  const { retired, overhead } = choices;
  if (retired === 'shown' && overhead === 'shown') return rows;
  const fits = (is: boolean, choice: RowChoice): boolean => choice === 'shown' || is === (choice === 'only');
  const kept = rows.filter(
    ({ initiative }) => fits(initiative.retired, retired) && fits(initiative.overhead, overhead),
  );
  return kept.length === rows.length ? rows : kept;
}

type Test = (row: InitiativeRow) => boolean;

/** The rows that contain every searched word and pass every column's filter, in their order. */
export function filterRows(
  rows: readonly InitiativeRow[],
  search: string,
  filters: Filters,
  figuresOf: FiguresOf,
): readonly InitiativeRow[] {
  const tests: Test[] = Object.entries(filters).map(([id, filter]) =>
    testOf(id as ColumnId, filter, figuresOf),
  );
  for (const word of searchable(search).split(/\s+/)) {
    if (word !== '') tests.push((row) => searchText(row).includes(word));
  }
  if (tests.length === 0) return rows;
  return rows.filter((row) => tests.every((test) => test(row)));
}

function testOf(id: ColumnId, filter: Filter, figuresOf: FiguresOf): Test {
  const { text, list, number } = columnOf(id);
  switch (filter.kind) {
    case 'contains': {
      const wanted = searchable(filter.text.trim());
      if (list) return (row) => list(row).some((each) => searchable(each).includes(wanted));
      return (row) => searchable(text?.(row) ?? '').includes(wanted);
    }
    case 'range':
      return (row) => {
        const value = number?.(row, figuresOf) ?? null;
        if (value === null) return false;
        return (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to);
      };
    case 'choice': {
      const wanted = new Set(filter.values);
      return (row) => wanted.has(text?.(row) ?? null);
    }
    case 'unknown':
      return (row) => {
        if (list) return list(row).length === 0;
        if (text) return (text(row) ?? '') === '';
        return (number?.(row, figuresOf) ?? null) === null;
      };
  }
}
