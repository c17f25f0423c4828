import type { RefObject } from 'react';
import { isMany } from './cellRange.ts';
import { openRowMenu } from './GridRowMenu.tsx';
import { rowsIn } from './gridMarks.ts';
import type { GridColumn, GridLine } from './gridTypes.ts';
import type { GridCells } from './useGridCells.ts';
import type { GridCursor } from './useGridCursor.ts';

export interface KeyParts<Row> {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly columns: readonly GridColumn<Row>[];
  readonly lines: readonly GridLine<Row>[];
  readonly lineOf: ReadonlyMap<string, number>;
  readonly cursor: GridCursor;
  readonly cells: GridCells;
  readonly lineHeight: number;
  /** -1 where lines are ticked, else 0. */
  readonly first: number;
  readonly readOnly: boolean;
  readonly go: (index: number, column: number) => void;
  readonly extend: (index: number, column: number) => void;
  readonly startEdit: (text: string | null) => void;
  readonly onKey: ((event: React.KeyboardEvent, key: string, column: number) => boolean) | undefined;
  readonly onTicks: ((keys: readonly string[]) => void) | undefined;
}

/** What each key does while no cell is edited, as in a spreadsheet. */
export function useGridKeys<Row>(parts: KeyParts<Row>): (event: React.KeyboardEvent) => void {
  const { columns, lines, lineOf, cursor, cells, first, readOnly, go, extend, startEdit } = parts;
  const { key, column, range } = cursor;

  /** Where a key goes from a cell; null when it is not for moving. */
  const target = (event: React.KeyboardEvent, from: { line: number; column: number }) => {
    const far = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((parts.grid.current?.clientHeight ?? 0) / parts.lineHeight) - 3);
    const lastLine = lines.length - 1;
    const lastColumn = columns.length - 1;
    const line = (to: number) => ({ ...from, line: Math.max(0, Math.min(lastLine, to)) });
    const along = (to: number) => ({ ...from, column: Math.max(first, Math.min(lastColumn, to)) });
    switch (event.key) {
      case 'ArrowDown':
        return line(far ? lastLine : from.line + 1);
      case 'ArrowUp':
        return line(far ? 0 : from.line - 1);
      case 'ArrowRight':
        return along(far ? lastColumn : from.column + 1);
      case 'ArrowLeft':
        return along(far ? first : from.column - 1);
      case 'PageDown':
        return line(from.line + page);
      case 'PageUp':
        return line(from.line - page);
      case 'Home':
        return far ? { line: 0, column: 0 } : along(0);
      case 'End':
        return far ? { line: lastLine, column: lastColumn } : along(lastColumn);
      default:
        return null;
    }
  };

  const markAll = (): void => {
    const rows = lines.filter(({ kind }) => kind === 'row');
    const [top, bottom] = [rows[0], rows.at(-1)];
    if (top && bottom)
      cursor.mark({ key: top.key, column: 0 }, { key: bottom.key, column: columns.length - 1 });
  };

  const act = (event: React.KeyboardEvent): boolean => {
    const command = event.ctrlKey || event.metaKey;
    const letter = command && !event.shiftKey && !event.altKey ? event.key.toLowerCase() : '';
    if (letter === 'a') markAll();
    else if (letter === 'd' && !readOnly) cells.fill('down');
    else if (letter === 'r' && !readOnly) cells.fill('right');
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      openRowMenu(parts.grid.current, key);
    else if (event.key === 'Escape') {
      if (!range) return false;
      cursor.unmark();
    } else if (event.key === ' ' && parts.onTicks) {
      const rows = cells.rect ? rowsIn(lines, cells.rect).map((row) => row.key) : [key];
      parts.onTicks(rows);
    } else if (event.key === 'F2' || event.key === 'Enter') startEdit(null);
    else if ((event.key === 'Backspace' || event.key === 'Delete') && !command) {
      if (readOnly) return false;
      cells.clear();
    } else if (!command && !event.altKey && event.key !== ' ' && [...event.key].length === 1)
      startEdit(event.key);
    else return false;
    return true;
  };

  return (event) => {
    if (cursor.editing || event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return;
    if (parts.onKey?.(event, key, column)) {
      event.preventDefault();
      return;
    }
    const line = lineOf.get(key) ?? -1;
    const corner = range?.to;
    // Marking goes on from the corner that moves, not from the cursor.
    const from =
      event.shiftKey && corner
        ? { line: lineOf.get(corner.key) ?? line, column: corner.column }
        : { line, column };
    const to = event.altKey ? null : target(event, from);
    if (to && event.shiftKey && lines[line]?.kind === 'row' && column >= 0) {
      const lastRow = lines.findLastIndex(({ kind }) => kind === 'row');
      extend(Math.min(to.line, lastRow), Math.max(0, to.column));
    } else if (to) go(to.line, to.column);
    else if (!act(event)) return;
    event.preventDefault();
  };
}

/** The rows that a command for many means: the ticked ones, else those of the marked cells, else the cursor's. */
export function meantRows<Row>(
  lines: readonly GridLine<Row>[],
  ticked: ReadonlySet<string>,
  rect: GridCells['rect'],
  key: string,
): readonly string[] {
  const shown = lines.filter(({ kind }) => kind === 'row').map((line) => line.key);
  const chosen = shown.filter((each) => ticked.has(each));
  if (chosen.length > 0 && (ticked.has(key) || !rect || !isMany(rect))) return chosen;
  const marked = rect ? rowsIn(lines, rect).map((row) => row.key) : [];
  return marked.length > 0 ? marked : shown.filter((each) => each === key);
}
