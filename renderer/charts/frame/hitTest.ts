import type { Rect } from './rects.ts';

/** The smallest box that holds a point, so that a mark on a bar wins over the bar; null where there is none. */
export function hitTest<M extends { readonly rect: Rect }>(
  marks: readonly M[],
  x: number,
  y: number,
): M | null {
  let best: M | null = null;
  let bestArea = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    const { rect } = mark;
    if (x < rect.x || y < rect.y || x > rect.x + rect.width || y > rect.y + rect.height) continue;
    const area = rect.width * rect.height;
    if (area < bestArea) {
      best = mark;
      bestArea = area;
    }
  }
  return best;
}
