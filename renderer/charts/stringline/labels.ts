import type { HandoffLine } from '../../../shared/analysis/handoffLine.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import { densePoints, placeLabel } from '../frame/placeLabel.ts';
import { type Label, labelRect, type Rect } from '../frame/rects.ts';
import type { Drop, HandoffMark, LineStart, StayBar, StringWords, WaitBar } from './scene.ts';

const SIZE = 11;
/** Labels of waits beside a dozen lines; more would be noise. */
const MOST_WAITS = 8;
export const BADGE = 8;

/** What stands where before words are placed. */
export interface StringPlaces {
  readonly lines: readonly HandoffLine[];
  readonly alone: boolean;
  readonly stays: readonly StayBar[];
  readonly waits: readonly WaitBar[];
  readonly drops: readonly Drop[];
  readonly handoffs: readonly HandoffMark[];
  readonly bounds: Rect;
  readonly words: StringWords;
  readonly measure: MeasureText;
}

/** Words beside marks and names at the beginnings of lines, where there is room: none covers a bar, a mark or another. */
export function placeStringLabels(places: StringPlaces): {
  readonly handoffs: readonly HandoffMark[];
  readonly starts: readonly LineStart[];
  readonly steps: readonly Label[];
} {
  const { lines, alone, stays, waits, drops, handoffs, bounds, words, measure } = places;
  const boxes: Rect[] = [
    ...stays.map(({ rect }) => rect),
    ...waits.map(({ rect }) => rect),
    ...handoffs.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })),
  ];
  const points = drops.flatMap(({ x, fromY, toY }) =>
    densePoints([
      [x, fromY],
      [x, toY],
    ]),
  );
  const starts: LineStart[] = [];
  // A line whose time lies outside the window has no bar to begin at.
  const firsts = lines.map((_, line) => stays.find((stay) => stay.line === line));
  if (!alone) {
    for (const first of firsts) {
      if (!first) continue;
      const { rect } = first;
      const y = rect.y + rect.height / 2;
      boxes.push({ x: rect.x - 2 * BADGE, y: y - BADGE, width: 2 * BADGE, height: 2 * BADGE });
    }
  }
  const at = (text: string, x: number, y: number, anchor: Label['anchor'], weight = 400): Label => ({
    text,
    x,
    y,
    anchor,
    size: SIZE,
    weight,
    width: measure(text, SIZE, weight),
  });
  const take = (candidates: readonly Label[]): Label | null => {
    const label = placeLabel(candidates, { bounds, boxes, points });
    if (label) boxes.push(labelRect(label));
    return label;
  };

  const labels = new Map<string, Label>();
  const worthSaying = [...handoffs]
    .filter(({ r }) => r > 4)
    .map((mark) => {
      const [, line, k] = mark.id.split(':').map(Number);
      return { mark, handoff: lines[line!]!.handoffs[k!]! };
    })
    .sort((a, b) => (b.handoff.waitDays ?? -1) - (a.handoff.waitDays ?? -1))
    .slice(0, alone ? Number.POSITIVE_INFINITY : MOST_WAITS);
  for (const { mark, handoff } of worthSaying) {
    if (!alone && (handoff.waitDays ?? 0) < 1) continue;
    const texts = alone ? [words.handoff(handoff), words.days(handoff)] : [words.days(handoff)];
    const { x, y, r } = mark;
    const label = take(
      texts.flatMap((text) =>
        text === ''
          ? []
          : [
              at(text, x, y - r - 4, 'middle'),
              at(text, x + r + 4, y + 4, 'start'),
              at(text, x - 2, y - r - 4, 'end'),
              at(text, x + 2, y - r - 4, 'start'),
              at(text, x, y + r + 12, 'middle'),
              at(text, x + r, y + r + 12, 'start'),
              at(text, x - r, y + r + 12, 'end'),
            ],
      ),
    );
    if (label) labels.set(mark.id, label);
  }
  const steps = !alone
    ? []
    : stays.flatMap(({ id, rect }) => {
        const text = words.step(lines[0]!.stays[Number(id.split(':')[2])]!);
        const short = text === '' ? '' : ellipsis(text, Math.max(rect.width, 90), measure, SIZE);
        return short === ''
          ? []
          : (take([
              at(short, rect.x, rect.y - 5, 'start'),
              at(short, rect.x, rect.y + rect.height + 13, 'start'),
            ]) ?? []);
      });
  if (!alone) {
    lines.forEach(({ name }, line) => {
      const rect = firsts[line]?.rect;
      if (!rect) return;
      const middle = rect.y + rect.height / 2;
      const own = stays.filter((stay) => stay.line === line);
      const candidates = [190, 120, 70].flatMap((room) => {
        const text = ellipsis(name, room, measure, SIZE, 500);
        return own
          .slice(0, 4)
          .flatMap(({ rect: { x, y, width } }, k) => [
            at(text, x + (k === 0 ? 2 : 3), y - 4, 'start', 500),
            at(text, x + width + 6, y + 7, 'start', 500),
          ]);
      });
      starts.push({ line, number: line + 1, x: rect.x - BADGE, y: middle, label: take(candidates) });
    });
  }
  return {
    handoffs: handoffs.map((mark) => ({ ...mark, label: labels.get(mark.id) ?? null })),
    starts,
    steps,
  };
}
