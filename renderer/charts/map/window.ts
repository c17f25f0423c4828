import type { Rect } from '../frame/rects.ts';
import type { MapAxis, MapItem } from './mapData.ts';

/** The part of the map that is shown: months on a logarithmic scale, and shares. */
export interface MapWindow {
  readonly fromMonths: number;
  readonly toMonths: number;
  readonly fromShare: number;
  readonly toShare: number;
}

const LEAST_MONTHS = 0.42;
const LEAST_END = 27;
const LEAST_SHARE = 0.5;
/** The closest view shows this part of the whole in either direction. */
const CLOSEST = 1 / 24;

/** A window that holds every initiative now and in the other mode, two weeks to two years at the least. */
export function wholeWindow(items: readonly MapItem[], axis: MapAxis): MapWindow {
  let [from, to, share] = [LEAST_MONTHS, LEAST_END, LEAST_SHARE];
  for (const { now, other } of items) {
    for (const place of [now, other]) {
      const months = place[axis];
      if (months !== null && months > 0) {
        from = Math.min(from, months * 0.9);
        to = Math.max(to, months * 1.12);
      }
      share = Math.max(share, place.share * 1.08);
    }
  }
  return { fromMonths: from, toMonths: to, fromShare: 0, toShare: Math.min(1.02, share) };
}

/** The window with its edges as logarithms, in which zooming and moving are linear. */
type Box = readonly [x0: number, x1: number, y0: number, y1: number];
const boxOf = (window: MapWindow): Box => [
  Math.log(window.fromMonths),
  Math.log(window.toMonths),
  window.fromShare,
  window.toShare,
];

/** Keeps a stretch inside the whole: no wider than it, and not outside of it. */
function keep(from: number, to: number, low: number, high: number): readonly [number, number] {
  const size = Math.min(to - from, high - low);
  const start = Math.min(Math.max(from, low), high - size);
  return [start, start + size];
}

function within([x0, x1, y0, y1]: Box, whole: MapWindow): MapWindow {
  const [a, b, c, d] = boxOf(whole);
  const [from, to] = keep(x0, x1, a, b);
  const [fromShare, toShare] = keep(y0, y1, c, d);
  return { fromMonths: Math.exp(from), toMonths: Math.exp(to), fromShare, toShare };
}

/** Comes closer (factor more than 1) or goes wider around a point of the plot (px); never wider than the whole. */
export function zoomWindow(
  window: MapWindow,
  whole: MapWindow,
  factor: number,
  at: { readonly x: number; readonly y: number },
  plot: Rect,
): MapWindow {
  const [x0, x1, y0, y1] = boxOf(window);
  const [a, b] = boxOf(whole);
  const most = (b - a) / (x1 - x0);
  const by = Math.max(1 / most, Math.min(factor, 1 / (CLOSEST * most)));
  const fx = Math.min(1, Math.max(0, (at.x - plot.x) / plot.width));
  const fy = Math.min(1, Math.max(0, 1 - (at.y - plot.y) / plot.height));
  const [cx, cy] = [x0 + fx * (x1 - x0), y0 + fy * (y1 - y0)];
  return within([cx - (cx - x0) / by, cx + (x1 - cx) / by, cy - (cy - y0) / by, cy + (y1 - cy) / by], whole);
}

/** Moves the map by px, as a hand would move paper. */
export function panWindow(
  window: MapWindow,
  whole: MapWindow,
  dx: number,
  dy: number,
  plot: Rect,
): MapWindow {
  const [x0, x1, y0, y1] = boxOf(window);
  const [sx, sy] = [(-dx / plot.width) * (x1 - x0), (dy / plot.height) * (y1 - y0)];
  return within([x0 + sx, x1 + sx, y0 + sy, y1 + sy], whole);
}
