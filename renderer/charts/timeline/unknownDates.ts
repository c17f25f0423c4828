import { placeLabel } from '../frame/placeLabel.ts';
import type { Label, Rect } from '../frame/rects.ts';
import type { ItemContext } from './itemContext.ts';
import type { Shape } from './scene.ts';

/** Px between words and what they stand beside. */
const BESIDE = 4;
/** Px at which the words of a line without dates begin. */
const INDENT = 10;

/**
 * The words beside an end that nobody knows: on its side of the bar, else on the other one, else beyond the `marks`
 * that lie on the line, as far as the plot has room. Boxes in px.
 */
export function unknownEnd(box: Rect, atStart: boolean, marks: readonly Rect[], context: ItemContext): Shape {
  const text = atStart ? context.words.startUnknown : context.words.endUnknown;
  const taken = [box, ...marks];
  const sides = (of: readonly Rect[]): readonly Place[] => {
    const before: Place = { x: Math.min(...of.map(({ x }) => x)) - BESIDE, anchor: 'end' };
    const after: Place = { x: Math.max(...of.map(({ x, width }) => x + width)) + BESIDE, anchor: 'start' };
    return atStart ? [before, after] : [after, before];
  };
  return words(text, [...sides([box]), ...sides(taken)], box.y + box.height / 2, taken, context);
}

/** The words of a line without any date, clear of the `marks` that lie on it. */
export function noDates(middle: number, marks: readonly Rect[], context: ItemContext): Shape {
  const after = Math.max(context.left, ...marks.map(({ x, width }) => x + width));
  const places: readonly Place[] = [
    { x: context.left + INDENT, anchor: 'start' },
    { x: after + BESIDE, anchor: 'start' },
  ];
  return words(context.words.noDates, places, middle, marks, context);
}

type Place = Pick<Label, 'x' | 'anchor'>;

/** Words at the first of the places that is free; at the first one of all where none is. */
function words(
  text: string,
  places: readonly Place[],
  middle: number,
  taken: readonly Rect[],
  { left, right, metrics, measure }: ItemContext,
): Shape {
  const size = metrics.small;
  const label = { text, y: middle + size * 0.36, size, weight: 400, width: measure(text, size) };
  const candidates = places.map((place): Label => ({ ...label, ...place }));
  const bounds = { x: left, y: middle - metrics.row, width: right - left, height: 2 * metrics.row };
  const placed = placeLabel(candidates, { bounds, boxes: taken, points: [] }) ?? candidates[0]!;
  const { x, y, anchor } = placed;
  return { kind: 'text', x, y, text, size, weight: 400, fill: '--ink-3', anchor };
}
