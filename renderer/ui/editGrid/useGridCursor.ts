import { useMemo, useState } from 'react';
import type { GridCell, Place } from './gridTypes.ts';

export interface GridCursor extends Place {
  /** Puts the cursor there and the keyboard with it; nothing else stays marked. */
  readonly move: (key: string, column?: number) => void;
  /** Puts the cursor there without taking the keyboard. */
  readonly place: (key: string, column?: number) => void;
  /** Marks all cells between the cursor (or where the marking began) and this one. */
  readonly extend: (to: GridCell) => void;
  /** Marks the cells between two corners and leaves the cursor in the first. */
  readonly mark: (from: GridCell, to: GridCell) => void;
  readonly unmark: () => void;
  /** Opens the field of a cell. */
  readonly open: (key: string, column: number, text: string | null) => void;
  /** Closes the field and gives the keyboard back to the cell. */
  readonly leave: () => void;
}

/** The cursor of one grid. */
export function useGridCursor(): GridCursor {
  const [place, set] = useState<Place>({ key: '', column: 0, range: null, editing: null, focus: 0 });
  const moves = useMemo(
    () => ({
      move: (key: string, column?: number) =>
        set((now) => ({
          key,
          column: column ?? now.column,
          range: null,
          editing: null,
          focus: now.focus + 1,
        })),
      place: (key: string, column?: number) =>
        set((now) => ({ ...now, key, column: column ?? now.column, range: null, editing: null })),
      extend: (to: GridCell) =>
        set((now) => ({
          ...now,
          range: { from: now.range?.from ?? { key: now.key, column: Math.max(0, now.column) }, to },
          editing: null,
          focus: now.focus + 1,
        })),
      mark: (from: GridCell, to: GridCell) =>
        set((now) => ({ ...from, range: { from, to }, editing: null, focus: now.focus + 1 })),
      unmark: () => set((now) => ({ ...now, range: null })),
      open: (key: string, column: number, text: string | null) =>
        set((now) => ({ key, column, range: null, editing: { text }, focus: now.focus })),
      leave: () => set((now) => ({ ...now, editing: null, focus: now.focus + 1 })),
    }),
    [],
  );
  return useMemo(() => ({ ...place, ...moves }), [place, moves]);
}
