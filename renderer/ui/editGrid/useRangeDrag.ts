import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from './cellRange.ts';

export interface RangeDrag {
  readonly grid: RefObject<HTMLDivElement | null>;
  /** The cell under a pointer, or null. */
  readonly placeOf: (target: EventTarget | null) => Place | null;
  /** Whether dragging may begin in that cell. */
  readonly starts: (place: Place) => boolean;
  /** Puts the cursor on the cell where dragging began. */
  readonly begin: (place: Place) => void;
  readonly extend: (place: Place) => void;
}

/** Pixels from an edge from which dragging scrolls, and by how much in each frame. */
const EDGE = 28;
const SPEED = 18;

/**
 * Marks cells while the pointer is dragged over them, and scrolls at the table's edges. Answers the handler for the
 * press, and whether the click that ends it was a drag.
 */
export function useRangeDrag(parts: RangeDrag): {
  readonly onPointerDown: (event: React.PointerEvent) => void;
  readonly wasDrag: () => boolean;
} {
  const latest = useRef(parts);
  latest.current = parts;
  const dragged = useRef(false);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: React.PointerEvent): void => {
    dragged.current = false;
    if (event.button !== 0 || event.shiftKey || event.pointerType === 'touch') return;
    if (event.target instanceof Element && event.target.closest('input, select, button')) return;
    const start = latest.current.placeOf(event.target);
    if (!start || !latest.current.starts(start)) return;
    let last: Place = start;
    let frame = 0;
    let pointer = { x: event.clientX, y: event.clientY };
    const reach = (target: EventTarget | null): void => {
      const place = latest.current.placeOf(target);
      if (!place || (place.line === last.line && place.column === last.column)) return;
      if (!dragged.current) {
        dragged.current = true;
        latest.current.begin(start);
      }
      last = place;
      latest.current.extend(place);
    };
    const scroll = (): void => {
      frame = 0;
      const box = latest.current.grid.current?.getBoundingClientRect();
      if (!box || !dragged.current) return;
      const { x, y } = pointer;
      const dy = y > box.bottom - EDGE ? SPEED : y < box.top + EDGE + 34 ? -SPEED : 0;
      const dx = x > box.right - EDGE ? SPEED : x < box.left + EDGE ? -SPEED : 0;
      if (dx === 0 && dy === 0) return;
      latest.current.grid.current?.scrollBy(dx, dy);
      reach(
        document.elementFromPoint(
          Math.max(box.left + 2, Math.min(x, box.right - 20)),
          Math.max(box.top + 40, Math.min(y, box.bottom - 50)),
        ),
      );
      frame = requestAnimationFrame(scroll);
    };
    const move = (moved: PointerEvent): void => {
      pointer = { x: moved.clientX, y: moved.clientY };
      reach(moved.target);
      if (frame === 0) frame = requestAnimationFrame(scroll);
    };
    const end = (): void => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      stop.current = null;
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    stop.current = end;
  };
  return { onPointerDown, wasDrag: () => dragged.current };
}
