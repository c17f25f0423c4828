import { useEffect, useRef } from 'react';
import { onViewAction } from '../../commands/viewActions.ts';
import type { ViewId } from '../../state/viewStore.ts';

export type FillDirection = 'down' | 'right';

/** The part of a table's cells that the program's keys fill. */
export interface Filling {
  /** Whether the marked cells have one before them, or among them, to be filled from. */
  readonly canFill: (direction: FillDirection) => boolean;
  readonly fill: (direction: FillDirection) => void;
}

/** Lets the program's keys fill the marked cells of a view's table while it can be changed; without a view it does nothing. */
export function useFillKeys(view: ViewId | undefined, readOnly: boolean, filling: Filling): void {
  const now = useRef(filling);
  now.current = filling;
  useEffect(() => {
    if (!view || readOnly) return;
    const ends = (['down', 'right'] as const).map((direction) =>
      onViewAction(
        view,
        direction === 'down' ? 'fillDown' : 'fillRight',
        () => now.current.fill(direction),
        () => (now.current.canFill(direction) ? null : 'cannot.nothingToFill'),
      ),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [view, readOnly]);
}
