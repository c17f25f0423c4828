import { create } from 'zustand';

/** What is being dragged, and what would happen if it were let go now. */
export interface Drag {
  readonly kind: 'capability' | 'initiative';
  /** One initiative, or all capabilities that go together. */
  readonly ids: readonly string[];
  readonly name: string;
  /** In CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly over: { readonly key: string; readonly where: 'before' | 'inside' | 'after' } | null;
}

export const useDrag = create<{ readonly drag: Drag | null }>()(() => ({ drag: null }));

/** What takes in dragged things: says where a point is, and does it. */
interface DropPlace {
  readonly over: (drag: Drag) => Drag['over'];
  readonly drop: (drag: Drag) => void;
  /** Called while the pointer rests near an edge. */
  readonly near: (drag: Drag) => void;
}

let place: DropPlace | null = null;

/** Makes this the place that things are dropped on; answers the function that ends it. */
export function takeDrops(taking: DropPlace): () => void {
  place = taking;
  return () => {
    if (place === taking) place = null;
  };
}

/** A press becomes a drag when it moved this far, in CSS pixels. */
const FAR_ENOUGH = 5;
const SCROLL_MS = 40;

/** Follows a pressed pointer until it is let go; Escape ends the drag without doing anything. */
export function startDrag(event: React.PointerEvent, what: Pick<Drag, 'kind' | 'ids' | 'name'>): void {
  if (event.button !== 0) return;
  const from = { x: event.clientX, y: event.clientY };
  const { pointerId } = event;
  let isDragging = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = new AbortController();
  const look = (x: number, y: number): void => {
    const drag: Drag = { ...what, x, y, over: null };
    useDrag.setState({ drag: { ...drag, over: place?.over(drag) ?? null } });
  };
  const end = (): void => {
    stop.abort();
    clearInterval(timer);
    useDrag.setState({ drag: null });
    document.body.style.removeProperty('cursor');
  };
  const options = { signal: stop.signal };
  window.addEventListener(
    'pointermove',
    (move) => {
      if (move.pointerId !== pointerId) return;
      if (!isDragging) {
        if (Math.hypot(move.clientX - from.x, move.clientY - from.y) < FAR_ENOUGH) return;
        isDragging = true;
        document.body.style.cursor = 'grabbing';
        getSelection()?.removeAllRanges();
        timer = setInterval(() => {
          const { drag } = useDrag.getState();
          if (!drag) return;
          place?.near(drag);
          look(drag.x, drag.y);
        }, SCROLL_MS);
      }
      move.preventDefault();
      look(move.clientX, move.clientY);
    },
    options,
  );
  window.addEventListener(
    'pointerup',
    (up) => {
      if (up.pointerId !== pointerId) return;
      const { drag } = useDrag.getState();
      end();
      if (isDragging && drag?.over) place?.drop(drag);
      if (isDragging) swallowClick();
    },
    options,
  );
  window.addEventListener('pointercancel', end, options);
  window.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape' || !isDragging) return;
      key.stopPropagation();
      end();
    },
    { ...options, capture: true },
  );
}

/** The click that follows a drag would select what lies under the pointer. */
function swallowClick(): void {
  const stop = new AbortController();
  window.addEventListener('click', (click) => click.stopPropagation(), {
    capture: true,
    signal: stop.signal,
  });
  setTimeout(() => stop.abort(), 50);
}
