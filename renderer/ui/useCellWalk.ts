import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { isWalkKey, walk } from '../charts/frame/keyboardWalk.ts';

interface CellWalk {
  /** For the body of the table, whose table has the role of a grid. */
  readonly ref: RefObject<HTMLTableSectionElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * One tab stop for all cells of a table: the arrows, Home, End and the page keys lead from cell to cell, onto the button of
 * a cell that has one. A row that goes takes nothing away: the tab stop is then the first cell.
 */
export function useCellWalk(): CellWalk {
  const ref = useRef<HTMLTableSectionElement>(null);
  const at = useRef<HTMLElement | null>(null);
  const settle = (): void => {
    const stops = stopsOf(ref.current);
    const current = stops.find(({ element }) => element === at.current) ?? stops[0];
    for (const { element } of stops) element.tabIndex = element === current?.element ? 0 : -1;
  };
  // Rows come and go with what is listed.
  useLayoutEffect(settle);
  return {
    ref,
    onFocus: ({ target }) => {
      at.current = target instanceof HTMLElement ? target : null;
      settle();
    },
    onKeyDown: (event) => {
      if (!isWalkKey(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const stops = stopsOf(ref.current);
      const from = stops.find(({ element }) => element === event.target);
      if (!from) return;
      const to = walk(stops, from.id, event.key);
      stops.find(({ id }) => id === to)?.element.focus();
      event.preventDefault();
    },
  };
}

/** Where the keyboard can stand: in each cell on its first button, else on the cell, which can then be read. */
const stopsOf = (body: HTMLTableSectionElement | null) =>
  [...(body?.rows ?? [])].flatMap((row, lane) =>
    [...row.cells].map((cell, x) => ({
      id: `${lane}:${x}`,
      lane,
      x,
      element: cell.querySelector<HTMLElement>('button') ?? cell,
    })),
  );
