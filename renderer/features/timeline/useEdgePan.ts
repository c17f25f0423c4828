import { useEffect, useRef } from 'react';

/** Px from an edge of the plot from which dragging pans, and the most that it pans in a frame. */
const EDGE = 36;
const FASTEST = 16;

/** How far a frame pans while something is held at `x`: negative to the left, more the closer to the edge or beyond it. */
export function edgeSpeed(x: number, left: number, right: number): number {
  const depth = x < left + EDGE ? left + EDGE - x : x > right - EDGE ? x - (right - EDGE) : 0;
  const speed = Math.min(FASTEST, (Math.max(0, depth) / EDGE) * (FASTEST / 2));
  return x < left + EDGE ? -speed : speed;
}

/** Pans for as long as something is held at an edge; `step` pans by so many px and goes on with what is dragged. */
export function useEdgePan(step: (px: number) => void): {
  /** Goes on panning, or ends it where the speed is 0. */
  readonly hold: (speed: number) => void;
  readonly stop: () => void;
} {
  const latest = useRef(step);
  latest.current = step;
  const frame = useRef(0);
  const speed = useRef(0);
  const stop = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    speed.current = 0;
  };
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const run = (): void => {
    frame.current = 0;
    if (speed.current === 0) return;
    latest.current(speed.current);
    frame.current = requestAnimationFrame(run);
  };
  return {
    stop,
    hold: (wanted) => {
      speed.current = wanted;
      if (wanted === 0) stop();
      else if (frame.current === 0) frame.current = requestAnimationFrame(run);
    },
  };
}
