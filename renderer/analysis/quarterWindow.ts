import type { Quarter } from '../../shared/coverage/quarters.ts';
import { DAYS_PER_CALENDAR_MONTH, dayNumber, monthsBetween } from '../../shared/domain/time.ts';
import { addUnits, quartersBetween, startOfUnit } from '../charts/timeline/calendar.ts';

/** How far a plan is looked back from its day, and ahead. */
const BACK_MONTHS = 12;
const AHEAD_MONTHS = 48;
/** A window shorter than this says nothing; then the whole plan is shown, so many quarters of it at most. */
const LEAST_MONTHS = 12;
const MOST_QUARTERS = 40;

/**
 * The quarters of the slider, as months from `origin`: from a year before the day that the plan speaks of to four years
 * after, as far as there is a plan; the quarter after the last end too, so that one sees what is left. Quarters are
 * those of the fiscal year (its first month 1 to 12).
 */
export function planQuarters(
  origin: string,
  extent: { readonly from: number; readonly to: number },
  planDay: string,
  fiscalStartMonth: number,
): readonly Quarter[] {
  const now = monthsBetween(origin, planDay);
  const first = dayNumber(origin);
  const day = (month: number): number => first + month * DAYS_PER_CALENDAR_MONTH;
  const month = (at: number): number => (at - first) / DAYS_PER_CALENDAR_MONTH;
  const ends = startOfUnit(day(extent.to), 'quarter', fiscalStartMonth);
  const last = month(addUnits(ends, 2, 'quarter'));
  let from = Math.max(extent.from, now - BACK_MONTHS);
  let to = Math.min(last, now + AHEAD_MONTHS);
  if (to - from < LEAST_MONTHS) {
    from = extent.from;
    to = Math.max(last, from + LEAST_MONTHS);
  }
  return quartersBetween(Math.round(day(from)), Math.round(day(to)), fiscalStartMonth)
    .slice(0, MOST_QUARTERS)
    .map((quarter) => ({ from_month: month(quarter.from), to_month: month(quarter.to) }));
}

/** The first day of a quarter, as days since 1970-01-01. */
export const firstDayOf = (origin: string, quarter: Quarter): number =>
  Math.round(dayNumber(origin) + quarter.from_month * DAYS_PER_CALENDAR_MONTH);
