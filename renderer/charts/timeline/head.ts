import type { MeasureText } from '../frame/measureText.ts';
import type { Rect } from '../frame/rects.ts';
import { type TickName, type TickRoom, type Ticks, type TimeAxis, xOf } from './axis.ts';
import type { Metrics } from './metrics.ts';
import type { Shape } from './scene.ts';

/** The words above the plot. */
export interface HeadWords {
  readonly tick: (name: TickName) => string;
  readonly today: string;
  readonly dataDate: string;
}

/** What the dates above the plot are drawn from. */
export interface HeadContext {
  readonly words: HeadWords;
  readonly measure: MeasureText;
  readonly metrics: Metrics;
  readonly fiscalStartMonth: number;
  readonly width: number;
  readonly axis: TimeAxis;
  /** Day numbers. */
  readonly today: number;
  readonly dataDate: number | null;
}

const TICK_GAP = 10;

/** Px that the names of ticks need in this language and size. */
export function tickRoom({
  words,
  measure,
  metrics,
  fiscalStartMonth,
}: Pick<HeadContext, 'measure' | 'fiscalStartMonth'> & {
  readonly words: Pick<HeadWords, 'tick'>;
  readonly metrics: Pick<Metrics, 'text' | 'small'>;
}): TickRoom {
  const { text, small } = metrics;
  const major = (name: TickName): number => measure(words.tick(name), text, 600) + TICK_GAP;
  const minor = (name: TickName): number => measure(words.tick(name), small + 0.5, 400) + TICK_GAP;
  // Wide ones of each kind: digits have one width, and September is the longest month.
  const [year, month] = [2028, 8];
  return {
    year: major({ kind: fiscalStartMonth === 1 ? 'year' : 'fiscalYear', year }),
    quarter: major({ kind: 'quarter', year, quarter: 4 }),
    quarterShort: minor({ kind: 'quarterShort', quarter: 4 }),
    month: major({ kind: 'month', year, month }),
    monthShort: minor({ kind: 'monthShort', year, month }),
    day: minor({ kind: 'day', day: 20_000 }) + TICK_GAP,
  };
}

/** The dates above the plot, in two lines, and the flags of today and of the data's date. */
export function headShapes(ticks: Ticks, context: HeadContext, box: Rect): readonly Shape[] {
  const { metrics, measure, words, width, today, dataDate } = context;
  const { head, text, small } = metrics;
  const third = head / 3;
  const shapes: Shape[] = [
    { kind: 'rect', x: 0, y: 0, width, height: head, fill: '--card' },
    { kind: 'rect', x: 0, y: head - 1, width, height: 1, fill: '--line' },
  ];
  const name = (
    tick: Ticks['major'][number],
    y: number,
    size: number,
    weight: number,
    fill: '--ink' | '--ink-2',
  ): void => {
    const label = words.tick(tick.name);
    const labelWidth = measure(label, size, weight);
    // A stretch that began before the plot keeps its name at the edge, as long as it fits.
    const from = Math.max(tick.x, 0);
    const room = Math.min(tick.x + tick.width, box.width) - from;
    if (room < labelWidth + 8) return;
    shapes.push({ kind: 'text', x: box.x + from + 5, y, text: label, size, weight, fill, anchor: 'start' });
  };
  // Without a second line the first one takes the room of both.
  const majorLine = ticks.minor.length > 0 ? third * 0.5 : third;
  for (const tick of ticks.major) name(tick, majorLine + text * 0.4, text, 600, '--ink');
  for (const tick of ticks.minor) name(tick, third * 1.5 + small * 0.4, small + 0.5, 400, '--ink-2');
  shapes.push(
    ...flagShapes(
      [
        { day: today, text: words.today, now: true },
        ...(dataDate === null ? [] : [{ day: dataDate, text: words.dataDate, now: false }]),
      ],
      context,
      box,
    ),
  );
  return shapes;
}

/** Flags at their days; of two that would lie on each other the first one keeps its place. */
function flagShapes(
  list: readonly { readonly day: number; readonly text: string; readonly now: boolean }[],
  { metrics, measure, width, axis }: HeadContext,
  box: Rect,
): readonly Shape[] {
  const { head, small } = metrics;
  const third = head / 3;
  const placed: Shape[] = [];
  const taken: { from: number; to: number }[] = [];
  const y = third * 2;
  const height = third - 3;
  for (const flag of list) {
    const x = box.x + xOf(axis, flag.day);
    if (x < box.x || x > width) continue;
    const labelWidth = measure(flag.text, small, 600) + 10;
    const free = (from: number): boolean =>
      from >= box.x &&
      from + labelWidth <= width &&
      taken.every((each) => from + labelWidth < each.from || from > each.to);
    // To the right of its line, to the left where that is taken or cut off.
    const from = free(x - 1) ? x - 1 : free(x - labelWidth + 1) ? x - labelWidth + 1 : null;
    if (from === null) continue;
    taken.push({ from, to: from + labelWidth });
    placed.push(
      {
        kind: 'rect',
        x: from,
        y,
        width: labelWidth,
        height,
        fill: flag.now ? '--primary' : '--card',
        stroke: flag.now ? '--primary' : '--ink-2',
        strokeWidth: 1,
      },
      {
        kind: 'text',
        x: from + 5,
        y: y + height / 2 + small * 0.36,
        text: flag.text,
        size: small,
        weight: 600,
        fill: flag.now ? '--on-primary' : '--ink-2',
        anchor: 'start',
      },
    );
  }
  return placed;
}
