import { max } from 'd3-array';
import { scaleSqrt } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import type { Label } from '../frame/rects.ts';
import { axisOver, type TickName, xOf } from '../timeline/axis.ts';
import { type TickLine, tickLabels } from '../timeline/tickLabels.ts';
import { type StripRelease, type StripRow, type StripWindow, stripExtent } from './stripData.ts';

/** The words inside the drawing. */
export interface StripWords {
  readonly tick: (name: TickName) => string;
  readonly cadence: (row: StripRow) => string;
}

export interface StripMark {
  readonly id: string;
  readonly release: StripRelease;
  readonly x: number;
  /** Height of the measured value's bar; null when nobody measured. */
  readonly value: number | null;
}

export interface StripLine {
  readonly row: StripRow;
  readonly y: number;
  readonly marks: readonly StripMark[];
  /** How many parts the press release lacks, for the hollow flag; null for no flag. */
  readonly lacks: number | null;
}

/** All of the time, in which the part that is shown stands out. */
export interface StripContext {
  readonly top: number;
  readonly height: number;
  readonly bars: readonly { readonly x: number; readonly width: number; readonly height: number }[];
  readonly from: number;
  readonly to: number;
}

export interface StripLayout {
  readonly width: number;
  readonly height: number;
  readonly headBottom: number;
  readonly left: number;
  readonly plotWidth: number;
  /** Null while all of the time is shown. */
  readonly context: StripContext | null;
  readonly flagX: number;
  readonly nameWidth: number;
  readonly major: readonly TickLine[];
  readonly minor: readonly TickLine[];
  readonly lines: readonly StripLine[];
  readonly marks: readonly ChartMark[];
}

export const STRIP_ROW = 24;
const HEAD = 44;
const CONTEXT = 26;
const CONTEXT_BINS = 80;
/** Room for the flag of a press release, right before the plot. */
const FLAG = 26;
const CADENCE = 104;
const SIZE = 12.5;
const SMALL = 11;
const MOST_VALUE = 15;
/** Up to this many rows the keyboard reaches every release; beyond, only those on record and the row. */
export const WALK_ALL = 300;

/** Every place of the strip in px, on the timeline's own axis; pure. Names are fitted where they are drawn. */
export function layoutStrip(
  rows: readonly StripRow[],
  availableWidth: number,
  fiscalStartMonth: number,
  words: StripWords,
  measure: MeasureText,
  focus: StripWindow | null = null,
): StripLayout {
  const width = Math.max(460, Math.floor(availableWidth));
  const nameWidth = Math.max(120, Math.min(240, Math.round(width * 0.24)));
  const left = nameWidth + CADENCE + FLAG;
  const plotWidth = width - left - 14;
  const whole = stripExtent(rows);
  const shown = focus ?? whole;
  const axis = shown
    ? axisOver(shown.from, shown.to, plotWidth, shown.to - shown.from)
    : axisOver(0, 365, plotWidth);
  const context = focus && whole ? contextOf(rows, whole, focus, left, plotWidth) : null;
  const head = HEAD + (context ? CONTEXT : 0);
  const ticks = shown
    ? tickLabels(axis, left, plotWidth, fiscalStartMonth, words, measure, {
        size: SIZE,
        small: SMALL,
        majorY: 16,
        minorY: 34,
      })
    : { major: [], minor: [] };
  const most = max(rows, (row) => max(row.releases, (release) => release.measured ?? 0)) ?? 0;
  const height = scaleSqrt([0, most > 0 ? most : 1], [2, MOST_VALUE]);
  const marks: ChartMark[] = [];
  const lines = rows.map((row, lane): StripLine => {
    const y = head + STRIP_ROW * (lane + 0.5);
    marks.push({
      id: `row:${row.id}`,
      lane,
      rect: { x: 0, y: y - STRIP_ROW / 2, width: nameWidth, height: STRIP_ROW },
    });
    const lacks = row.pressLacks.length === 0 ? null : row.pressLacks.length;
    if (lacks !== null && (rows.length <= WALK_ALL || lane < WALK_ALL)) {
      marks.push({
        id: `press:${row.id}`,
        lane,
        rect: { x: left - FLAG, y: y - 10, width: FLAG - 4, height: 20 },
      });
    }
    return {
      row,
      y,
      lacks,
      marks: row.releases.flatMap((release, k): StripMark[] => {
        const id = `release:${row.id}\n${k}`;
        const x = left + xOf(axis, release.day);
        if (x < left - 1 || x > left + plotWidth + 1) return [];
        if (rows.length <= WALK_ALL || release.kind !== 'modelled') {
          marks.push({ id, lane, rect: { x: x - 6, y: y - 8, width: 12, height: 16 } });
        }
        return [
          {
            id,
            release,
            x,
            value: release.measured === null ? null : height(Math.max(0, release.measured)),
          },
        ];
      }),
    };
  });
  return {
    width,
    height: head + STRIP_ROW * rows.length + 8,
    headBottom: head,
    left,
    plotWidth,
    context,
    flagX: left - FLAG + 6,
    nameWidth,
    ...ticks,
    lines,
    marks,
  };
}

function contextOf(
  rows: readonly StripRow[],
  whole: StripWindow,
  focus: StripWindow,
  left: number,
  width: number,
): StripContext {
  const days = whole.to - whole.from;
  const x = (day: number): number => left + (width * (day - whole.from)) / days;
  const counts = new Array<number>(CONTEXT_BINS).fill(0);
  for (const { releases } of rows) {
    for (const { day } of releases) {
      const bin = Math.min(CONTEXT_BINS - 1, Math.floor((CONTEXT_BINS * (day - whole.from)) / days));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  const most = max(counts) ?? 1;
  const tall = CONTEXT - 8;
  return {
    top: HEAD - 2,
    height: tall,
    bars: counts.flatMap((count, k) =>
      count === 0
        ? []
        : [
            {
              x: left + (width * k) / CONTEXT_BINS,
              width: width / CONTEXT_BINS - 1,
              height: Math.max(1.5, (tall * count) / most),
            },
          ],
    ),
    from: Math.max(left, x(focus.from)),
    to: Math.min(left + width, x(focus.to)),
  };
}

/** The name and the cadence of a line as they fit. */
export function stripTexts(
  { row, y }: StripLine,
  layout: StripLayout,
  words: StripWords,
  measure: MeasureText,
): readonly [name: Label, cadence: Label] {
  const make = (text: string, x: number, room: number, anchor: 'start' | 'end', size: number): Label => {
    const short = ellipsis(text, room, measure, size);
    return { text: short, x, y: y + 4, anchor, size, weight: 400, width: measure(short, size) };
  };
  return [
    make(row.name, 16, layout.nameWidth - 22, 'start', SIZE),
    make(words.cadence(row), layout.left - FLAG - 8, CADENCE - 16, 'end', SMALL),
  ];
}
