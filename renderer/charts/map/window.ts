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

const windowOf = ([x0, x1, fromShare, toShare]: Box): MapWindow => ({
  fromMonths: Math.exp(x0),
  toMonths: Math.exp(x1),
  fromShare,
  toShare,
});

function within([x0, x1, y0, y1]: Box, whole: MapWindow): Box {
  const [a, b, c, d] = boxOf(whole);
  return [...keep(x0, x1, a, b), ...keep(y0, y1, c, d)];
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
  return windowOf(
    within([cx - (cx - x0) / by, cx + (x1 - cx) / by, cy - (cy - y0) / by, cy + (y1 - cy) / by], whole),
  );
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
  return windowOf(within([x0 + sx, x1 + sx, y0 + sy, y1 + sy], whole));
}

const isMapWindow = (value: unknown): value is MapWindow =>
  typeof value === 'object' &&
  value !== null &&
  (['fromMonths', 'toMonths', 'fromShare', 'toShare'] as const).every((edge) =>
    Number.isFinite((value as Partial<Record<keyof MapWindow, unknown>>)[edge]),
  );

/** A check that what was kept is a window of the map, or null for the whole of it. */
export const isKeptWindow = (value: unknown): value is MapWindow | null =>
  value === null ||
  (isMapWindow(value) &&
    value.fromMonths > 0 &&
    value.fromMonths < value.toMonths &&
    value.fromShare < value.toShare);

/** Less than this share of an edge is the whole: zooming out to the end leaves rounding behind. */
const ALMOST = 1e-6;

/** A window that was kept, moved into what there is to show now; null where it shows all of it. */
export function partOfMap(kept: MapWindow | null, whole: MapWindow): MapWindow | null {
  if (kept === null) return null;
  const [x0, x1, y0, y1] = boxOf(whole);
  const [a0, a1, b0, b1] = within(boxOf(kept), whole);
  const all = (a1 - a0) / (x1 - x0) > 1 - ALMOST && (b1 - b0) / (y1 - y0) > 1 - ALMOST;
  return all ? null : windowOf([a0, a1, b0, b1]);
}
