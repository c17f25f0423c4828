import { type Place, type Rect, rectOf } from '../../ui/editGrid/cellRange.ts';
import type { Column } from './columns.ts';
import { type Cell, type Cursor, HEADER, NEW } from './gridCursor.ts';
import type { Item } from './groupRows.ts';
import type { InitiativeRow } from './rows.ts';

/** The lines and columns of the table as they stand: line 0 is the header, the last one takes a new initiative. */
export interface GridShape {
  readonly items: readonly Item[];
  readonly columns: readonly Column[];
  /** The line for a new initiative included, the header not. */
  readonly lines: number;
  readonly lineOf: (key: string) => number;
  readonly keyAt: (line: number) => string;
  readonly itemAt: (line: number) => Item | undefined;
  readonly rowAt: (line: number) => InitiativeRow | null;
  readonly keyOfInitiative: (id: string) => string | null;
}

/** The shape of a table of these items. */
export function gridShape(items: readonly Item[], columns: readonly Column[], readOnly: boolean): GridShape {
  const lines = items.length + (readOnly ? 0 : 1);
  const rowAt = (line: number): InitiativeRow | null => {
    const item = items[line - 1];
    return item?.kind === 'row' ? item.row : null;
  };
  // A map of ten thousand lines would be made anew with every edit, and is asked for the cursor's line alone.
  let found = { key: HEADER, line: 0 };
  const placeOf = (key: string): number => {
    if (found.key !== key) found = { key, line: items.findIndex((item) => item.key === key) + 1 };
    return found.line;
  };
  return {
    items,
    columns,
    lines,
    // A line that is gone counts as the header's: the cursor then waits there.
    lineOf: (key) => (key === HEADER ? 0 : key === NEW ? items.length + 1 : placeOf(key)),
    keyAt: (line) => (line <= 0 ? HEADER : line > items.length ? NEW : (items[line - 1]?.key ?? HEADER)),
    itemAt: (line) => items[line - 1],
    rowAt,
    keyOfInitiative: (id) => {
      if (placeOf(id) > 0) return id;
      return items.find((item) => item.kind === 'row' && item.row.id === id)?.key ?? null;
    },
  };
}

/** The marked cells, or the cursor's own; null while the cursor is in the header. */
export function markedCells(shape: GridShape, cursor: Cursor): Rect | null {
  const place = ({ key, column }: Cell): Place => ({
    line: shape.lineOf(key),
    column: Math.max(1, Math.min(column, shape.columns.length)),
  });
  const { range } = cursor;
  const rect = range ? rectOf(place(range.from), place(range.to)) : rectOf(place(cursor), place(cursor));
  if (!range && cursor.column === 0) return null;
  if (rect.bottom === 0) return null;
  return { ...rect, top: Math.max(1, rect.top) };
}

/** The initiatives on the lines of a rectangle, from its first line on. */
export function rowsWithin(shape: GridShape, rect: Rect): readonly InitiativeRow[] {
  return shape.items
    .slice(rect.top - 1, rect.bottom)
    .flatMap((item) => (item.kind === 'row' ? [item.row] : []));
}
