import { max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { LEAST_WIDTH } from '../frame/leastWidth.ts';
import { ellipsis, type MeasureText, wrapText } from '../frame/measureText.ts';
import type { Anchor, Label } from '../frame/rects.ts';
import {
  type ComparedRow,
  type ComparedState,
  type ComparisonData,
  movement,
  relativeChange,
  verdictOf,
} from './comparisonData.ts';
import { type MakeLabel, SIZE, SMALL } from './labels.ts';
import { placeSlope, type SlopeLayout, type SlopeWords } from './slope.ts';

/** The sentences and figures inside the drawing. */
export interface ComparisonWords extends SlopeWords {
  readonly measure: (row: ComparedRow) => string;
  readonly value: (row: ComparedRow, value: number | null) => string;
  /** With a sign; empty where nothing differs or nobody knows. */
  readonly difference: (row: ComparedRow, state: number) => string;
  /** A value with its difference. */
  readonly cell: (value: string, difference: string) => string;
  readonly base: string;
  /** The middle of the scale: where a measure is as in the base. */
  readonly same: string;
  readonly percent: (share: number) => string;
  readonly dots: (state: ComparedState) => string;
  readonly dotsTitle: string;
  readonly money: (amount: number) => string;
}

/** A state's place in a row: from the base to where it stands. */
export interface Dumbbell {
  readonly state: number;
  readonly letter: string;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly verdict: 'better' | 'worse' | 'same';
}

export interface ComparisonRowLayout {
  readonly row: ComparedRow;
  readonly y: number;
  readonly height: number;
  readonly name: Label;
  readonly dumbbells: readonly Dumbbell[];
  readonly cells: readonly (Label & { readonly verdict: 'better' | 'worse' | 'same' | null })[];
}

/** One of the fifty futures. */
export interface FutureDot {
  readonly x: number;
  readonly y: number;
  readonly ahead: boolean;
}

export interface DotsLayout {
  readonly state: number;
  readonly letter: string;
  readonly y: number;
  readonly height: number;
  readonly zeroX: number;
  readonly baseline: number;
  readonly dots: readonly FutureDot[];
  readonly radius: number;
  readonly labels: readonly Label[];
}

export interface ComparisonLayout {
  readonly width: number;
  readonly height: number;
  readonly heads: readonly Label[];
  readonly rules: readonly number[];
  readonly rows: readonly ComparisonRowLayout[];
  /** Where nothing moves; null where no measures are shown. */
  readonly zero: { readonly x: number; readonly top: number; readonly bottom: number } | null;
  readonly dots: readonly DotsLayout[];
  readonly dotsTitle: Label | null;
  readonly slope: SlopeLayout | null;
  readonly marks: readonly ChartMark[];
}

/** What the picture is made of, from its top: how the measures differ, the futures, and the initiatives that moved. */
export const comparisonSections = ['measures', 'futures', 'moved'] as const;
export type ComparisonSection = (typeof comparisonSections)[number];

/** Which sections are shown, and the room above and below the lanes of a measure, px: a page is lower than a screen. */
export interface ComparisonShown {
  readonly sections: readonly ComparisonSection[];
  readonly rowPad: number;
  /** Height that what moved fills where it stands alone, px; left out where it can be scrolled. */
  readonly height?: number;
}

const LANE = 22;
/** Room above and below the lanes of a measure, px: on the screen, and the least on a page. */
export const ROW_PAD = { usual: 16, least: 4 } as const;
const WHOLE: ComparisonShown = { sections: comparisonSections, rowPad: ROW_PAD.usual };
const HEAD = 30;
const GAP = 16;
const PLOT = 150;
const DOT = 4.2;
/** Free below it, px. */
const END = 6;

/** Every place of the comparison in px: rows of measures, the futures of each state, and what moved in one of them; pure. */
export function layoutComparison(
  data: ComparisonData,
  focus: number,
  availableWidth: number,
  words: ComparisonWords,
  measure: MeasureText,
  { sections, rowPad, height = 0 }: ComparisonShown = WHOLE,
): ComparisonLayout {
  const width = Math.max(LEAST_WIDTH, Math.floor(availableWidth));
  const label = (
    text: string,
    x: number,
    y: number,
    anchor: Anchor = 'start',
    size = SIZE,
    weight = 400,
  ): Label => ({ text, x, y, anchor, size, weight, width: measure(text, size, weight) });
  const marks: ChartMark[] = [];
  const rows = sections.includes('measures')
    ? placeRows(data, width, rowPad, words, measure, label, marks)
    : null;
  let y = rows?.bottom ?? 0;
  const dots: DotsLayout[] = [];
  let dotsTitle: Label | null = null;
  const drawn = data.states.flatMap(({ futures }, state) =>
    sections.includes('futures') && futures?.ahead != null ? [{ futures, state }] : [],
  );
  if (drawn.length > 0) {
    y += 14;
    dotsTitle = label(words.dotsTitle, 0, y + 14, 'start', SIZE, 600);
    y += 24;
    const lowest = Math.min(0, min(drawn, ({ futures }) => futures.dots[0] ?? 0) ?? 0);
    const highest = Math.max(0, max(drawn, ({ futures }) => futures.dots.at(-1) ?? 0) ?? 0);
    const nameWidth = Math.min(0.34 * width, 300);
    const x = scaleLinear(lowest === highest ? [-1, 1] : [lowest, highest], [nameWidth + 20, width - 20]);
    for (const { futures, state } of drawn) {
      const stacked = stack(futures.dots.map((value) => ({ x: x(value), ahead: value > 0 })));
      const tallest = Math.max(...stacked.map(({ level }) => level)) + 1;
      const height = Math.max(56, tallest * 2 * DOT + 34);
      const baseline = y + height - 22;
      const own = data.states[state]!;
      const lines = wrapText(words.dots(own), nameWidth - 30, 3, measure, SIZE);
      dots.push({
        state,
        letter: own.letter,
        y,
        height,
        zeroX: x(0),
        baseline,
        radius: DOT,
        dots: stacked.map((dot) => ({ x: dot.x, y: baseline - DOT - dot.level * 2 * DOT, ahead: dot.ahead })),
        labels: [
          ...lines.map((line, k) => label(line, 26, y + 16 + k * 16)),
          ...axisLabels(lowest, highest, x, baseline + 15, words, label),
        ],
      });
      marks.push({ id: `futures/${own.id}`, lane: marks.length, rect: { x: 0, y, width, height } });
      y += height + 8;
    }
  }
  const slope = sections.includes('moved')
    ? placeSlope(
        data,
        focus,
        y + 10,
        sections.length === 1 ? height - END : 0,
        width,
        words,
        measure,
        label,
        marks,
      )
    : null;
  return {
    width,
    height: (slope?.end ?? y) + END,
    heads: rows?.heads ?? [],
    rules: rows?.rules ?? [],
    rows: rows?.rows ?? [],
    zero: rows && { x: rows.zeroX, top: HEAD, bottom: rows.bottom },
    dots,
    dotsTitle,
    slope: slope?.layout ?? null,
    marks,
  };
}

function placeRows(
  { baseName, states, rows }: ComparisonData,
  width: number,
  rowPad: number,
  words: ComparisonWords,
  measure: MeasureText,
  label: MakeLabel,
  marks: ChartMark[],
) {
  const columns = [baseName, ...states.map(({ letter }) => letter)];
  const texts = (row: ComparedRow): readonly string[] => [
    words.value(row, row.base),
    ...row.values.map((_, state) => cellText(words, row, state)),
  ];
  const wanted = columns.map((_, k) =>
    Math.max(
      k === 0 ? measure(words.base, SMALL, 600) : 24,
      ...rows.map((row) => measure(texts(row)[k]!, SIZE, k === 0 ? 400 : 600)),
    ),
  );
  // Names have about a quarter, and more where the figures beside them leave it.
  const spare = width - PLOT - wanted.reduce((sum, each) => sum + each + GAP, 0);
  const nameWidth = Math.min(
    Math.max(0.26 * width, spare),
    Math.max(...rows.map((row) => measure(words.measure(row), SIZE)), 90) + 12,
  );
  const room = (width - nameWidth - PLOT) / columns.length - GAP;
  const columnWidth = wanted.map((each) => Math.min(Math.max(60, room), each));
  const plotLeft = nameWidth + 14;
  const plotRight = width - columnWidth.reduce((sum, each) => sum + each + GAP, 0) - 10;
  let right = plotRight + 10;
  const rights = columnWidth.map((each) => {
    right += each + GAP;
    return right;
  });
  const heads = columns.map((_, k) =>
    label(k === 0 ? words.base : states[k - 1]!.letter, rights[k]!, HEAD - 10, 'end', SMALL, 600),
  );
  // One scale for all measures: how far each moves from where it was, so that a hair is not drawn as a leap.
  const most = Math.max(0.001, ...rows.map(movement));
  const x = scaleLinear([-most, most], [plotLeft + 12, plotRight - 12]);
  const axis = [
    label(words.percent(-most), plotLeft, HEAD - 10, 'start', SMALL),
    label(words.same, x(0), HEAD - 10, 'middle', SMALL, 600),
    label(words.percent(most), plotRight, HEAD - 10, 'end', SMALL),
  ];
  let y = HEAD;
  const placed = rows.map((row): ComparisonRowLayout => {
    const height = rowPad + LANE * states.length;
    const lane = (k: number): number => y + rowPad / 2 + LANE * (k + 0.5);
    const middle = y + height / 2;
    marks.push({ id: row.measure, lane: marks.length, rect: { x: 0, y, width, height } });
    const result: ComparisonRowLayout = {
      row,
      y,
      height,
      name: label(ellipsis(words.measure(row), nameWidth, measure, SIZE), 0, middle + 4.5),
      dumbbells: row.comparable.flatMap((value, state): Dumbbell[] => {
        const change = relativeChange(row.base, value);
        if (change === null) return [];
        return [
          {
            state,
            letter: states[state]!.letter,
            from: x(0),
            to: x(change),
            y: lane(state),
            verdict: verdictOf(row.measure, row.base, value),
          },
        ];
      }),
      cells: texts(row).map((text, k) => {
        const value = k === 0 ? null : (row.comparable[k - 1] ?? null);
        return {
          ...label(
            text,
            rights[k]!,
            k === 0 ? middle + 4.5 : lane(k - 1) + 4.5,
            'end',
            SIZE,
            k === 0 ? 400 : 600,
          ),
          verdict: k === 0 ? null : verdictOf(row.measure, row.base, value),
        };
      }),
    };
    y += height;
    return result;
  });
  const rules = [HEAD, ...placed.map((row) => row.y + row.height)];
  return { rows: placed, heads: [...heads, ...axis], rules, bottom: y, zeroX: x(0) };
}

const cellText = (words: ComparisonWords, row: ComparedRow, state: number): string => {
  const difference = words.difference(row, state);
  const value = words.value(row, row.values[state] ?? null);
  return difference === '' ? value : words.cell(value, difference);
};

/** Dots that would cover each other are put on top of each other, from the left (Wilkinson's dot plot). */
function stack(dots: readonly { readonly x: number; readonly ahead: boolean }[]): readonly {
  readonly x: number;
  readonly ahead: boolean;
  readonly level: number;
}[] {
  const placed: { x: number; ahead: boolean; level: number }[] = [];
  let column = Number.NEGATIVE_INFINITY;
  let level = 0;
  let side = true;
  for (const { x, ahead } of [...dots].sort((a, b) => a.x - b.x)) {
    // A column never holds futures of both sides.
    if (x - column < 2 * DOT && ahead === side) level += 1;
    else {
      column = Math.max(x, column + 2 * DOT);
      level = 0;
      side = ahead;
    }
    placed.push({ x: column, ahead, level });
  }
  return placed;
}

function axisLabels(
  low: number,
  high: number,
  x: (value: number) => number,
  y: number,
  words: ComparisonWords,
  label: MakeLabel,
): readonly Label[] {
  const zero = label('0', x(0), y, 'middle', SMALL, 600);
  const ends = [
    low < 0 ? label(words.money(low), x(low), y, 'start', SMALL) : null,
    high > 0 ? label(words.money(high), x(high), y, 'end', SMALL) : null,
  ].filter((each) => each !== null);
  const apart = (end: Label): boolean => {
    const [left, right] = end.anchor === 'start' ? [end.x, end.x + end.width] : [end.x - end.width, end.x];
    return right < zero.x - zero.width || left > zero.x + zero.width;
  };
  return [zero, ...ends.filter(apart)];
}
