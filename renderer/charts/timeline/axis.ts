import { addUnits, firstOfMonth, firstOfStep, fiscalOf, monthOf } from './calendar.ts';

/** Which days the plot shows: `from` is the day at its left edge. */
export interface TimeAxis {
  readonly from: number;
  readonly pxPerDay: number;
}

/** A quarter fills the plot at the closest, ten years (or the whole plan, where it is longer) at the widest. */
export const NARROWEST_DAYS = 91;
export const WIDEST_DAYS = 3653;

export const xOf = (axis: TimeAxis, day: number): number => (day - axis.from) * axis.pxPerDay;
export const dayAt = (axis: TimeAxis, x: number): number => axis.from + x / axis.pxPerDay;

/** An axis on which [from, to) fills `width` px, as far as the limits allow; its middle stays in the middle. */
export function axisOver(from: number, to: number, width: number, widestDays = WIDEST_DAYS): TimeAxis {
  const wanted = Math.max(1, to - from);
  const days = Math.min(Math.max(wanted, NARROWEST_DAYS), Math.max(widestDays, WIDEST_DAYS));
  return { from: (from + to) / 2 - days / 2, pxPerDay: Math.max(1, width) / days };
}

/** Zooms by a factor (more than 1 comes closer) and keeps the day at `x` where it is. */
export function zoomAt(
  axis: TimeAxis,
  factor: number,
  x: number,
  width: number,
  widestDays = WIDEST_DAYS,
): TimeAxis {
  const day = dayAt(axis, x);
  const closest = Math.max(1, width) / NARROWEST_DAYS;
  const widest = Math.max(1, width) / Math.max(widestDays, WIDEST_DAYS);
  const pxPerDay = Math.min(closest, Math.max(widest, axis.pxPerDay * factor));
  return { from: day - x / pxPerDay, pxPerDay };
}

/** Moves the plot's left edge by px. */
export const panBy = (axis: TimeAxis, px: number): TimeAxis => ({
  ...axis,
  from: axis.from + px / axis.pxPerDay,
});

/** From the first start to the last end of a plan, in days. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** What lies on the axis, in days; an end that is null is open, a start that is null is not known. */
export interface PlannedDays {
  /** Null when nothing has dates. */
  readonly extent: Extent | null;
  readonly schedules: ReadonlyMap<string, { readonly start: number | null; readonly end: number | null }>;
}

/** Days that are left free around a plan: what starts on a day that is not known is drawn, and named, before its end. */
const [BEFORE, AFTER, SHARE_BEFORE] = [60, 180, 0.18];
const roomBefore = ({ from, to }: Extent): number => Math.max(BEFORE, (to - from) * SHARE_BEFORE);

/** How many days the widest plot of a plan shows. */
export const widestOf = (extent: Extent | null): number =>
  extent ? roomBefore(extent) + extent.to - extent.from + AFTER : WIDEST_DAYS;

/** All of a plan, however long it is. */
export const wholeAxis = (extent: Extent, width: number): TimeAxis =>
  axisOver(extent.from - roomBefore(extent), extent.to + AFTER, width, widestOf(extent));

/**
 * Where the plot stands when nobody has moved it: three years before the reference day and four after, cut to what there
 * is. A plan most of which lies elsewhere, as last year's list does, is shown whole.
 */
export function firstAxis({ extent, schedules }: PlannedDays, reference: number, width: number): TimeAxis {
  if (!extent) return axisOver(reference - 365.25, reference + 2 * 365.25, width);
  const from = Math.max(extent.from - 30, reference - 3 * 365.25);
  const to = Math.min(extent.to + 90, reference + 4 * 365.25);
  let [dated, seen] = [0, 0];
  for (const { start, end } of schedules.values()) {
    if (start === null && end === null) continue;
    dated += 1;
    if ((start ?? end ?? from) < to && (end ?? to) > from) seen += 1;
  }
  return seen * 2 >= dated ? axisOver(from, to, width) : wholeAxis(extent, width);
}

/** What a stretch of the axis is called; the words are the caller's. */
export type TickName =
  | { readonly kind: 'year' | 'fiscalYear'; readonly year: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'quarterShort'; readonly quarter: number }
  | { readonly kind: 'month' | 'monthShort'; readonly year: number; readonly month: number }
  | { readonly kind: 'day'; readonly day: number };

export interface Tick {
  /** First day. */
  readonly day: number;
  readonly x: number;
  /** Px to the next one. */
  readonly width: number;
  readonly name: TickName;
}

/** Two lines of stretches: `major` above, `minor` below; `minor` is empty when the major ones are narrow already. */
export interface Ticks {
  readonly major: readonly Tick[];
  readonly minor: readonly Tick[];
}

type Step = (day: number) => number;

/** Px that the longest name of each kind needs, so that no line of ticks is chosen whose names do not fit. */
export interface TickRoom {
  readonly year: number;
  readonly quarter: number;
  readonly quarterShort: number;
  readonly month: number;
  readonly monthShort: number;
  readonly day: number;
}

/** The ticks that touch a plot of `width` px: the finest two lines of which the names have room. */
export function ticksOf(axis: TimeAxis, width: number, fiscalStartMonth: number, room: TickRoom): Ticks {
  if (!(width > 0) || !(axis.pxPerDay > 0)) return { major: [], minor: [] };
  const { pxPerDay } = axis;
  const fiscal = fiscalStartMonth !== 1;
  const yearName = (day: number): TickName => {
    const { year } = fiscalOf(day, fiscalStartMonth);
    return { kind: fiscal ? 'fiscalYear' : 'year', year };
  };
  const monthName =
    (kind: 'month' | 'monthShort') =>
    (day: number): TickName => ({ kind, ...monthOf(day) });
  const months = (count: number): [first: Step, next: Step] => [
    (day) => firstOfStep(day, count, fiscalStartMonth),
    (day) => {
      const { year, month } = monthOf(day);
      return firstOfMonth(year, month + count);
    },
  ];
  const run = ([first, next]: [Step, Step], name: (day: number) => TickName): readonly Tick[] => {
    const ticks: Tick[] = [];
    const last = dayAt(axis, width);
    for (let day = first(axis.from); day < last; ) {
      const after = next(day);
      ticks.push({ day, x: xOf(axis, day), width: (after - day) * pxPerDay, name: name(day) });
      day = after;
    }
    return ticks;
  };
  const years = run(months(12), yearName);
  const fits = (days: number, px: number): boolean => pxPerDay * days >= px;
  if (!fits(365, room.year)) {
    // Very wide plots keep every second, fifth or tenth year.
    const every = [2, 5, 10, 20].find((count) => fits(365 * count, room.year)) ?? 50;
    const kept = years.filter(({ name }) => 'year' in name && name.year % every === 0);
    const [, next] = months(12 * every);
    return {
      major: kept.map((tick) => ({ ...tick, width: (next(tick.day) - tick.day) * pxPerDay })),
      minor: [],
    };
  }
  if (!fits(90, room.quarterShort)) return { major: years, minor: [] };
  if (!fits(28, room.monthShort) || !fits(90, room.quarter)) {
    const quarters = run(months(3), (day) => ({
      kind: 'quarterShort',
      quarter: fiscalOf(day, fiscalStartMonth).quarter,
    }));
    return { major: years, minor: quarters };
  }
  if (!fits(7, room.day) || !fits(28, room.month)) {
    const quarters = run(months(3), (day) => ({ kind: 'quarter', ...fiscalOf(day, fiscalStartMonth) }));
    return { major: quarters, minor: run(months(1), monthName('monthShort')) };
  }
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  const weeks = run(
    [(day) => Math.floor((Math.floor(day) + 3) / 7) * 7 - 3, (day) => addUnits(day, 7, 'day')],
    (day) => ({
      kind: 'day',
      day,
    }),
  );
  return { major: run(months(1), monthName('month')), minor: weeks };
}
