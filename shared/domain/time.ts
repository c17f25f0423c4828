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
