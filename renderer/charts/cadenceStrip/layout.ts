import { max } from 'd3-array';
import { scaleSqrt } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import type { Label } from '../frame/rects.ts';
import { axisOver, type TickName, xOf } from '../timeline/axis.ts';
import { type TickLine, tickLabels } from '../timeline/tickLabels.ts';
import type { StripRelease, StripRow } from './stripData.ts';

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
}

export interface StripLayout {
  readonly width: number;
  readonly height: number;
  readonly headBottom: number;
  readonly left: number;
  readonly nameWidth: number;
  readonly major: readonly TickLine[];
  readonly minor: readonly TickLine[];
  readonly lines: readonly StripLine[];
  readonly marks: readonly ChartMark[];
}

export const STRIP_ROW = 24;
const HEAD = 44;
const CADENCE = 104;
const SIZE = 12.5;
const SMALL = 11;
const MOST_VALUE = 15;
/** Up to this many rows the keyboard reaches every release; beyond, only those on record and the row. */
const WALK_ALL = 300;

/** Every place of the strip in px, on the timeline's own axis; pure. Names are fitted where they are drawn. */
export function layoutStrip(
  rows: readonly StripRow[],
  availableWidth: number,
  fiscalStartMonth: number,
  words: StripWords,
  measure: MeasureText,
): StripLayout {
  const width = Math.max(460, Math.floor(availableWidth));
  const nameWidth = Math.max(120, Math.min(240, Math.round(width * 0.24)));
  const left = nameWidth + CADENCE;
  const plotWidth = width - left - 14;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { releases } of rows) {
    if (releases.length === 0) continue;
    from = Math.min(from, releases[0]!.day);
    to = Math.max(to, releases[releases.length - 1]!.day);
  }
  const axis = Number.isFinite(from)
    ? axisOver(from - 45, to + 45, plotWidth, to - from + 90)
    : axisOver(0, 365, plotWidth);
  const ticks = Number.isFinite(from)
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
    const y = HEAD + STRIP_ROW * (lane + 0.5);
    marks.push({
      id: `row:${row.id}`,
      lane,
      rect: { x: 0, y: y - STRIP_ROW / 2, width: nameWidth, height: STRIP_ROW },
    });
    return {
      row,
      y,
      marks: row.releases.map((release, k): StripMark => {
        const id = `release:${row.id}\n${k}`;
        const x = left + xOf(axis, release.day);
        if (rows.length <= WALK_ALL || release.kind !== 'modelled') {
          marks.push({ id, lane, rect: { x: x - 6, y: y - 8, width: 12, height: 16 } });
        }
        return {
          id,
          release,
          x,
          value: release.measured === null ? null : height(Math.max(0, release.measured)),
        };
      }),
    };
  });
  return {
    width,
    height: HEAD + STRIP_ROW * rows.length + 8,
    headBottom: HEAD,
    left,
    nameWidth,
    ...ticks,
    lines,
    marks,
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
    make(words.cadence(row), layout.left - 14, CADENCE - 16, 'end', SMALL),
  ];
}
