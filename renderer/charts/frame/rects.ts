/** An axis-parallel box in px; x and y are its upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** True when two boxes share more than an edge. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** How far two boxes stand apart, px from edge to edge; 0 where they touch or overlap. */
export const apart = (a: Rect, b: Rect): number =>
  Math.hypot(
    Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width)),
    Math.max(0, a.y - (b.y + b.height), b.y - (a.y + a.height)),
  );

/** True when `inner` lies in `outer`, edges included, with half a px of tolerance for rounded glyphs. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x - 0.5 &&
    inner.y >= outer.y - 0.5 &&
    inner.x + inner.width <= outer.x + outer.width + 0.5 &&
    inner.y + inner.height <= outer.y + outer.height + 0.5
  );
}

export type Anchor = 'start' | 'middle' | 'end';

/** One line of text as a layout places it: `x` belongs to the anchor, `y` is the baseline. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  readonly size: number;
  readonly weight: number;
  /** Width in px as measured. */
  readonly width: number;
}

/** The box that a label's letters fill. */
export function labelRect(label: Label): Rect {
  const shift = label.anchor === 'start' ? 0 : label.anchor === 'middle' ? label.width / 2 : label.width;
  return { x: label.x - shift, y: label.y - label.size * 0.8, width: label.width, height: label.size * 1.02 };
}

/** Moves values on one line apart so that neighbours stand at least `gap` away, keeping order and staying in [low, high] while there is room. */
export function spreadApart(
  values: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const placed: number[] = [];
  order.forEach(({ value }, k) => {
    placed.push(k === 0 ? Math.max(low, value) : Math.max(value, placed[k - 1]! + gap));
  });
  for (let k = placed.length - 1, limit = high; k >= 0; k--) {
    placed[k] = Math.min(placed[k]!, limit);
    limit = placed[k]! - gap;
  }
  const result = new Array<number>(values.length);
  order.forEach(({ index }, k) => {
    result[index] = placed[k]!;
  });
  return result;
}
