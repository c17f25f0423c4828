import { dayNumber, isoDay } from '../../../shared/domain/time.ts';

/** The steps to which dates snap. */
export const snapUnits = ['day', 'month', 'quarter'] as const;
export type SnapUnit = (typeof snapUnits)[number];

const MONTHS: Readonly<Record<Exclude<SnapUnit, 'day'>, number>> = { month: 1, quarter: 3 };

/** First and last day that a record can hold (years 1900 to 2199). */
export const FIRST_DAY = dayNumber('1900-01-01');
export const LAST_DAY = dayNumber('2199-12-31');

/** Year and month (0 to 11) of a day number. */
export function monthOf(day: number): { readonly year: number; readonly month: number } {
  const date = new Date(Math.floor(day) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** Day number of the first of a month; months outside 0 to 11 roll over into other years. */
export const firstOfMonth = (year: number, month: number): number => Date.UTC(year, month, 1) / 86_400_000;

/** The first day of the unit that contains `day`; quarters count from the fiscal year's first month (1 to 12). */
export function startOfUnit(day: number, unit: SnapUnit, fiscalStartMonth: number): number {
  if (unit === 'day') return Math.floor(day);
  return firstOfStep(day, MONTHS[unit], fiscalStartMonth);
}

/** First day of the run of `months` months, counted from the fiscal year's start, that contains `day`. */
export function firstOfStep(day: number, months: number, fiscalStartMonth: number): number {
  const { year, month } = monthOf(day);
  const sinceStart = (((month - (fiscalStartMonth - 1)) % months) + months) % months;
  return firstOfMonth(year, month - sinceStart);
}

/** The beginning of a unit that lies `count` units after the one that starts at `start`. */
export function addUnits(start: number, count: number, unit: SnapUnit): number {
  if (unit === 'day') return start + count;
  const { year, month } = monthOf(start);
  return firstOfMonth(year, month + count * MONTHS[unit]);
}

/** The nearest beginning of a unit; halfway goes forward. */
export function snapDay(day: number, unit: SnapUnit, fiscalStartMonth: number): number {
  if (unit === 'day') return Math.round(day);
  const before = startOfUnit(day, unit, fiscalStartMonth);
  const after = addUnits(before, 1, unit);
  return day - before < after - day ? before : after;
}

/** The next beginning of a unit strictly after (`+1`) or before (`-1`) a day. */
export function nextBoundary(
  day: number,
  direction: 1 | -1,
  unit: SnapUnit,
  fiscalStartMonth: number,
): number {
  const start = startOfUnit(day, unit, fiscalStartMonth);
  if (direction === 1) return addUnits(start, 1, unit);
  return start < day ? start : addUnits(start, -1, unit);
}

/** The fiscal year, named by the calendar year in which it ends, and the quarter in it (1 to 4). */
export function fiscalOf(
  day: number,
  fiscalStartMonth: number,
): { readonly year: number; readonly quarter: number } {
  const { year, month } = monthOf(day);
  const since = (month - (fiscalStartMonth - 1) + 12) % 12;
  const startYear = month >= fiscalStartMonth - 1 ? year : year - 1;
  return { year: fiscalStartMonth === 1 ? startYear : startYear + 1, quarter: Math.floor(since / 3) + 1 };
}

/** The quarters that touch [from, to), whole ones. */
export function quartersBetween(
  from: number,
  to: number,
  fiscalStartMonth: number,
): readonly { readonly from: number; readonly to: number }[] {
  const quarters: { from: number; to: number }[] = [];
  for (let at = startOfUnit(from, 'quarter', fiscalStartMonth); at < to; ) {
    const next = addUnits(at, 1, 'quarter');
    quarters.push({ from: at, to: next });
    at = next;
  }
  return quarters;
}

/** The ISO day on which something that ends before day number `end` is last at work. */
export const lastDayOf = (end: number): string => isoDay(end - 1);
