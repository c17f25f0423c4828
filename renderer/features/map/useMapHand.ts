import { type RefObject, useEffect, useRef } from 'react';
import type { Rect } from '../../charts/frame/rects.ts';
import { type MapWindow, panWindow, zoomWindow } from '../../charts/map/window.ts';

const DRAG = 4;
/** After the last turn of the wheel the map is taken as at rest, ms. */
const SETTLE_MS = 120;

/** Lets the wheel (with Ctrl or ⌘) zoom and dragging move the map; a drag is no click. */
export function useMapHand(now: {
  readonly plot: Rect;
  readonly window: MapWindow;
  readonly whole: MapWindow;
  readonly scale: number;
  readonly onWindow: (window: MapWindow) => void;
  /** Told when the hand begins to move the map, and when the map is at rest again. */
  readonly onMoving: (moving: boolean) => void;
}): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const state = useRef(now);
  useEffect(() => {
    state.current = now;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let drag: { x: number; y: number; window: MapWindow; moved: boolean } | null = null;
    let frame = 0;
    let next: MapWindow | null = null;
    let rest: ReturnType<typeof setTimeout> | null = null;
    const settle = (after: number): void => {
      if (rest) clearTimeout(rest);
      rest = setTimeout(() => {
        rest = null;
        state.current.onMoving(false);
      }, after);
    };
    // Several moves may arrive within one frame; only the last of them is worth drawing.
    const show = (window: MapWindow): void => {
      next = window;
      if (rest === null) state.current.onMoving(true);
      settle(SETTLE_MS);
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (next) state.current.onWindow(next);
        next = null;
      });
    };
    const drawingOf = (target: EventTarget | null): Element | null =>
      target instanceof Element
        ? (target.closest('[role="application"]')?.querySelector('svg') ?? null)
        : null;
    const onWheel = (event: WheelEvent): void => {
      const drawing = drawingOf(event.target);
      if (!drawing || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const { plot, window, whole, scale } = state.current;
      const box = drawing.getBoundingClientRect();
      const at = { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
      show(zoomWindow(next ?? window, whole, Math.exp(-event.deltaY * 0.0025), at, plot));
    };
    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0 || !drawingOf(event.target)) return;
      drag = { x: event.clientX, y: event.clientY, window: state.current.window, moved: false };
    };
    const onMove = (event: PointerEvent): void => {
      if (!drag) return;
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moved && Math.hypot(dx, dy) < DRAG) return;
      drag.moved = true;
      const { plot, whole, scale } = state.current;
      show(panWindow(drag.window, whole, dx / scale, dy / scale, plot));
    };
    const onUp = (): void => {
      if (drag && !drag.moved) drag = null;
    };
    const onClick = (event: MouseEvent): void => {
      if (drag?.moved) event.stopPropagation();
      drag = null;
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('click', onClick, true);
    globalThis.addEventListener('pointermove', onMove);
    globalThis.addEventListener('pointerup', onUp);
    return () => {
      cancelAnimationFrame(frame);
      if (rest) clearTimeout(rest);
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('click', onClick, true);
      globalThis.removeEventListener('pointermove', onMove);
      globalThis.removeEventListener('pointerup', onUp);
    };
  }, []);
  return ref;
}
