import { useMemo, useState } from 'react';
import type { Place } from './gridTypes.ts';

export interface GridCursor extends Place {
  /** Puts the cursor there and the keyboard with it. */
  readonly move: (key: string, column?: number) => void;
  /** Puts the cursor there without taking the keyboard. */
  readonly place: (key: string, column?: number) => void;
  /** Opens the field of a cell. */
  readonly open: (key: string, column: number, text: string | null) => void;
  /** Closes the field and gives the keyboard back to the cell. */
  readonly leave: () => void;
}

/** The cursor of one grid. */
export function useGridCursor(): GridCursor {
  const [place, set] = useState<Place>({ key: '', column: 0, editing: null, focus: 0 });
  const moves = useMemo(
    () => ({
      move: (key: string, column?: number) =>
        set((now) => ({ key, column: column ?? now.column, editing: null, focus: now.focus + 1 })),
      place: (key: string, column?: number) =>
        set((now) => ({ ...now, key, column: column ?? now.column, editing: null })),
      open: (key: string, column: number, text: string | null) =>
        set((now) => ({ key, column, editing: { text }, focus: now.focus })),
      leave: () => set((now) => ({ ...now, editing: null, focus: now.focus + 1 })),
    }),
    [],
  );
  return useMemo(() => ({ ...place, ...moves }), [place, moves]);
}
