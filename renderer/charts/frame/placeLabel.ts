import { extent } from 'd3-array';
import { contains, type Label, labelRect, overlaps, type Rect } from './rects.ts';

/** What a label must keep clear of, all in px. */
export interface Obstacles {
  readonly bounds: Rect;
  /** Boxes that are taken, other labels for instance. */
  readonly boxes: readonly Rect[];
  /** Points of lines, close enough to each other that no label slips between them. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

const CLEAR = 1.5;

/** The first candidate that lies inside the bounds and covers neither a box nor a line; null when none does. */
export function placeLabel(candidates: readonly Label[], { bounds, boxes, points }: Obstacles): Label | null {
  for (const label of candidates) {
    const box = labelRect(label);
    if (!contains(bounds, box)) continue;
    if (boxes.some((other) => overlaps(other, box))) continue;
    if (!points.some((point) => isIn(box, point))) return label;
  }
  return null;
}

/** How much of its width a line may cover of a label that it has to cross. */
const MOST_CROSSED = 0.2;

/**
 * Of the candidates inside the bounds and off the boxes the one that lines cover least of; null when each of them has
 * a line along it, which strikes its words out.
 */
export function leastCrossed(
  candidates: readonly Label[],
  { bounds, boxes, points }: Obstacles,
): Label | null {
  let best: Label | null = null;
  let least = MOST_CROSSED;
  for (const label of candidates) {
    const box = labelRect(label);
    if (!contains(bounds, box) || boxes.some((other) => overlaps(other, box))) continue;
    const [from, to] = extent(points.filter((point) => isIn(box, point)).map(([x]) => x));
    const covered = from === undefined ? 0 : (to - from) / box.width;
    if (covered >= least) continue;
    best = label;
    least = covered;
  }
  return best;
}

const isIn = (box: Rect, [x, y]: readonly [x: number, y: number]): boolean =>
  x > box.x - CLEAR && x < box.x + box.width + CLEAR && y > box.y - CLEAR && y < box.y + box.height + CLEAR;

/** Points along straight lines between the given ones, at most `step` px apart. */
export function densePoints(
  points: readonly (readonly [x: number, y: number])[],
  step = 3,
): readonly (readonly [x: number, y: number])[] {
  const dense: (readonly [number, number])[] = [];
  points.forEach(([x1, y1], k) => {
    const before = points[k - 1];
    if (before) {
      const [x0, y0] = before;
      const parts = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / step);
      for (let part = 1; part < parts; part++) {
        dense.push([x0 + ((x1 - x0) * part) / parts, y0 + ((y1 - y0) * part) / parts]);
      }
    }
    dense.push([x1, y1]);
  });
  return dense;
}
