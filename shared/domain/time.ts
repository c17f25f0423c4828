/** Calendar arithmetic on ISO days; no time zones, no clock. */

const DAY_MS = 86_400_000;
/** Mean days in a month of the Gregorian calendar. */
export const DAYS_PER_CALENDAR_MONTH = 30.436875;

/** Days since 1970-01-01 of an ISO day. */
export const dayNumber = (isoDate: string): number => Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS;

/** The ISO day that is `days` after 1970-01-01; fractions are dropped. */
export const isoDay = (days: number): string =>
  new Date(Math.floor(days) * DAY_MS).toISOString().slice(0, 10);

/** Months from one ISO day to another; negative when `to` is earlier. */
export const monthsBetween = (from: string, to: string): number =>
  (dayNumber(to) - dayNumber(from)) / DAYS_PER_CALENDAR_MONTH;

/** The ISO day that is a number of months, whole or not, after another. */
export const addMonths = (from: string, months: number): string =>
  isoDay(Math.round(dayNumber(from) + months * DAYS_PER_CALENDAR_MONTH));

/** The same day of the month a whole number of months later; the last day of a month that has no such day. */
export function addCalendarMonths(from: string, months: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}
