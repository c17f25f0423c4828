import type { RefObject } from 'react';
import { isMany, nextWithin, type Place } from '../../ui/editGrid/cellRange.ts';
import type { Column } from './columns.ts';
import { HEADER, NEW, useCursor } from './gridCursor.ts';
import { moved, writes } from './gridKeys.ts';
import { type GridShape, markedCells, rowsWithin } from './gridShape.ts';
import type { InitiativeRow } from './rows.ts';
import { useTable } from './tableStore.ts';
import type { CellActions } from './useCellActions.ts';

export interface GridPress {
  readonly shape: GridShape;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly lineHeight: number;
  readonly readOnly: boolean;
  readonly cells: CellActions;
  readonly go: (line: number, column: number) => void;
  /** Marks up to a cell and shows it. */
  readonly extend: (line: number, column: number) => void;
  readonly startEdit: (text: string | null) => void;
  readonly openMenu: (line: number, column: number) => void;
}

const isFilledIn = (column: Column, row: InitiativeRow): boolean => {
  if (column.list) return column.list(row).length > 0;
  if (column.text) return (column.text(row) ?? '') !== '';
  // Figures of the model come for every line sooner or later.
  return column.field === undefined || row.initiative[column.field] !== null;
};

/** What each key does while no cell is edited, as in a spreadsheet. */
export function useGridPress(parts: GridPress): (event: React.KeyboardEvent) => void {
  const { shape, grid, lineHeight, readOnly, cells, go, extend, startEdit, openMenu } = parts;
  const { columns, lines } = shape;

  const isFilled = (line: number, column: number): boolean => {
    if (line === 0 || column === 0) return true;
    const row = shape.rowAt(line);
    const shown = columns[column - 1];
    return row !== null && shown !== undefined && isFilledIn(shown, row);
  };

  /** Goes round the marked cells; false where there is only one. */
  const walkWithin = (along: 'line' | 'column', back: boolean): boolean => {
    const cursor = useCursor.getState();
    const rect = cursor.range ? markedCells(shape, cursor) : null;
    if (!rect || !isMany(rect)) return false;
    const at: Place = { line: shape.lineOf(cursor.key), column: cursor.column };
    const to = nextWithin(rect, at, { along, back }, (line) => shape.rowAt(line) !== null);
    cursor.within(shape.keyAt(to.line), to.column);
    return true;
  };

  const tick = (): void => {
    const cursor = useCursor.getState();
    const rect = markedCells(shape, cursor);
    const line = shape.lineOf(cursor.key);
    const rows = rowsWithin(shape, rect ?? { top: line, bottom: line, left: 0, right: 0 });
    const { ticked, tick: set } = useTable.getState();
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0)
      set(
        ids,
        ids.some((id) => !ticked.has(id)),
      );
  };

  const markAll = (): void => {
    const last = shape.items.length;
    if (last === 0) return;
    useCursor
      .getState()
      .mark({ key: shape.keyAt(1), column: 1 }, { key: shape.keyAt(last), column: columns.length });
  };

  const markLine = (whole: 'line' | 'column'): void => {
    const cursor = useCursor.getState();
    const rect = markedCells(shape, cursor);
    if (!rect) return;
    const [top, bottom] = whole === 'line' ? [rect.top, rect.bottom] : [1, shape.items.length];
    const [left, right] = whole === 'line' ? [1, columns.length] : [rect.left, rect.right];
    cursor.mark({ key: shape.keyAt(top), column: left }, { key: shape.keyAt(bottom), column: right });
  };

  /** Tab goes along the line, and out of the table at its end, so that nobody is held in it. */
  const tab = (back: boolean): boolean => {
    if (walkWithin('column', back)) return true;
    const { key, column, along } = useCursor.getState();
    if (key === HEADER || key === NEW || shape.itemAt(shape.lineOf(key))?.kind === 'group') return false;
    const to = column + (back ? -1 : 1);
    if (to < 1 || to > columns.length) return false;
    along(key, to);
    return true;
  };

  /** A key that does something else than moving; answers whether it did. */
  const act = (event: React.KeyboardEvent): boolean => {
    const cursor = useCursor.getState();
    const line = shape.lineOf(cursor.key);
    const item = shape.itemAt(line);
    const command = event.ctrlKey || event.metaKey;
    const isLetter = (letter: string): boolean =>
      command && !event.shiftKey && !event.altKey && event.key.toLowerCase() === letter;
    if (event.key === 'Tab' && !command && !event.altKey) return tab(event.shiftKey);
    if (isLetter('a')) markAll();
    else if (event.key === 'Escape') {
      if (!cursor.range) return false;
      cursor.unmark();
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      openMenu(line, cursor.column);
    else if (event.key === ' ' && command) markLine('column');
    else if (event.key === ' ' && event.shiftKey) markLine('line');
    else if (item?.kind === 'group') {
      if (event.key !== 'Enter' && event.key !== ' ') return false;
      useTable.getState().toggleGroup(item.key);
    } else if (event.key === 'Enter' && !command && walkWithin('line', event.shiftKey)) return true;
    else if (event.key === 'F2' || event.key === 'Enter') startEdit(null);
    else if (event.key === ' ') tick();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && !command) cells.clear();
    else if (cursor.key !== HEADER && writes(event)) startEdit(event.key);
    else return false;
    return true;
  };

  return (event) => {
    const cursor = useCursor.getState();
    if (cursor.editing || event.nativeEvent.isComposing || event.defaultPrevented) return;
    const line = shape.lineOf(cursor.key);
    // Marking goes on from the corner that moves, not from the cursor.
    const corner = cursor.range?.to;
    const at =
      event.shiftKey && corner
        ? { line: shape.lineOf(corner.key), column: corner.column }
        : { line, column: cursor.column };
    const size = {
      lines: lines + 1,
      columns: columns.length + 1,
      page: Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / lineHeight) - 3),
      isFilled,
    };
    const to = event.altKey ? null : moved(event, at, size);
    if (to && event.shiftKey && line > 0 && cursor.column > 0 && cursor.key !== NEW)
      extend(Math.max(1, Math.min(to.line, shape.items.length)), Math.max(1, to.column));
    else if (to) go(to.line, to.column);
    else if (readOnly && event.key === 'Delete') return;
    else if (!act(event)) return;
    event.preventDefault();
  };
}
