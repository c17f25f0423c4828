import { type RefObject, useEffect, useRef } from 'react';
import type { Rect } from '../../charts/frame/rects.ts';
import { type MapWindow, panWindow, zoomWindow } from '../../charts/map/window.ts';
import { listenToHand } from './listenToHand.ts';

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
    const stop = listenToHand<MapWindow>(element, {
      onWheel(at, deltaY) {
        const { plot, window, whole, scale } = state.current;
        const point = { x: at.x / scale, y: at.y / scale };
        show(zoomWindow(next ?? window, whole, Math.exp(-deltaY * 0.0025), point, plot));
        return true;
      },
      start: () => state.current.window,
      onDrag(from, dx, dy) {
        const { plot, whole, scale } = state.current;
        show(panWindow(from, whole, dx / scale, dy / scale, plot));
      },
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
      if (rest) clearTimeout(rest);
    };
  }, []);
  return ref;
}
