import { scaleLinear } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { LEAST_WIDTH } from '../frame/leastWidth.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import type { Label, Rect } from '../frame/rects.ts';

/** What one parameter does to the difference between the modes (product minus project), in whole currency units. */
export interface TornadoRow {
  readonly id: string;
  readonly name: string;
  readonly low: string;
  readonly high: string;
  readonly deltaLow: number;
  readonly deltaHigh: number;
  /** True when the winner is another one at one end. */
  readonly flips: boolean;
  /** The value at which both modes are equal, in words; null where there is none in the range. */
  readonly breakEven: string | null;
}

export interface TornadoBar {
  readonly id: string;
  readonly y: number;
  readonly name: Label;
  /** From the base to the value at the parameter's low end, and to its high end. */
  readonly low: Rect;
  readonly high: Rect;
  readonly lowLabel: Label | null;
  readonly highLabel: Label | null;
  readonly flips: boolean;
  readonly breakEven: Label | null;
}

export interface TornadoLayout {
  readonly width: number;
  readonly height: number;
  readonly zeroX: number;
  readonly baseX: number;
  readonly ticks: readonly { readonly x: number; readonly label: Label | null }[];
  readonly sides: readonly Label[];
  readonly bars: readonly TornadoBar[];
  readonly top: number;
  readonly bottom: number;
  readonly marks: readonly ChartMark[];
}

const NAME = 190;
const BREAK_EVEN = 130;
const HEAD = 46;
/** A row, px. */
export const TORNADO_ROW = 26;
const BAR = 14;
const SIZE = 12;
const SMALL = 11;

/** Bars from the base difference to the difference at each end, longest first as given; pure. */
export function layoutTornado(
  rows: readonly TornadoRow[],
  base: number,
  availableWidth: number,
  words: {
    readonly money: (amount: number) => string;
    readonly projectBetter: string;
    readonly productBetter: string;
  },
  measure: MeasureText,
): TornadoLayout {
  const width = Math.max(LEAST_WIDTH, Math.floor(availableWidth));
  const left = NAME + 44;
  const right = width - BREAK_EVEN - 44;
  const values = [0, base, ...rows.flatMap((row) => [row.deltaLow, row.deltaHigh])];
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) high = low + 1;
  const x = scaleLinear([low, high], [left, right]);
  const place = (
    text: string,
    at: number,
    y: number,
    anchor: Label['anchor'],
    size: number,
    weight = 400,
  ): Label => ({
    text,
    x: at,
    y,
    anchor,
    size,
    weight,
    width: measure(text, size, weight),
  });
  const baseX = x(base);
  const bars = rows.map((row, k): TornadoBar => {
    const y = HEAD + TORNADO_ROW * (k + 0.5);
    const name = ellipsis(row.name, NAME - 8, measure, SIZE);
    const span = (to: number): Rect => ({
      x: Math.min(baseX, x(to)),
      y: y - BAR / 2,
      width: Math.abs(x(to) - baseX),
      height: BAR,
    });
    const endLabel = (text: string, delta: number, other: number): Label | null => {
      // Where both ends lie on one side, only the farther one has room for its words.
      const sameSide = Math.sign(delta - base) === Math.sign(other - base);
      if (delta === base || (sameSide && Math.abs(delta - base) <= Math.abs(other - base))) return null;
      const toRight = delta > base;
      const short = ellipsis(text, 42, measure, SMALL);
      return short === ''
        ? null
        : place(short, x(delta) + (toRight ? 5 : -5), y + 4, toRight ? 'start' : 'end', SMALL);
    };
    return {
      id: row.id,
      y,
      name: place(name, NAME - 2, y + 4, 'end', SIZE),
      low: span(row.deltaLow),
      high: span(row.deltaHigh),
      lowLabel: endLabel(row.low, row.deltaLow, row.deltaHigh),
      highLabel: endLabel(row.high, row.deltaHigh, row.deltaLow),
      flips: row.flips,
      breakEven:
        row.breakEven === null
          ? null
          : place(
              ellipsis(row.breakEven, BREAK_EVEN - 22, measure, SIZE),
              width - BREAK_EVEN + 18,
              y + 4,
              'start',
              SIZE,
            ),
    };
  });
  let lastEnd = Number.NEGATIVE_INFINITY;
  const ticks = x.ticks(6).map((value) => {
    const text = words.money(value);
    const tickWidth = measure(text, SMALL);
    const at = x(value);
    const fits = at - tickWidth / 2 > lastEnd + 6;
    if (fits) lastEnd = at + tickWidth / 2;
    return { x: at, label: fits ? place(text, at, HEAD - 8, 'middle', SMALL) : null };
  });
  const zeroX = x(0);
  const sides: Label[] = [];
  for (const [text, anchor, at, room] of [
    [words.projectBetter, 'end', zeroX - 8, zeroX - 8],
    [words.productBetter, 'start', zeroX + 8, width - zeroX - 8],
  ] as const) {
    const short = ellipsis(text, room, measure, SIZE, 600);
    if (short === text) sides.push(place(short, at, 16, anchor, SIZE, 600));
  }
  const height = HEAD + TORNADO_ROW * rows.length + 10;
  return {
    width,
    height,
    zeroX,
    baseX,
    ticks,
    sides,
    bars,
    top: HEAD - 2,
    bottom: height - 6,
    marks: bars.map((bar, k) => ({
      id: bar.id,
      lane: k,
      rect: { x: 0, y: bar.y - TORNADO_ROW / 2, width, height: TORNADO_ROW },
    })),
  };
}
