/**
 * A day of a calendar that counts from the Hijra: 1403/01/15, 15-06-1445. Iran counts solar years and Saudi Arabia lunar
 * ones; within a generation of today the year alone says which: 1404 and 1446 are both 2025.
 */
const YEAR_FIRST = /^(1[34]\d{2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(1[34]\d{2})$/;
/** The solar year 1370 is 1991, the lunar year 1425 is 2004. */
const FIRST_SOLAR = 1370;
const FIRST_LUNAR = 1425;

const DAY_MS = 86_400_000;
/** A day from which the days of a calendar are guessed, the first of its year, and how long a year is. */
const CALENDARS = {
  persian: { year: 1400, begins: Date.UTC(2021, 2, 21), days: 365.2422 },
  'islamic-umalqura': { year: 1440, begins: Date.UTC(2018, 8, 11), days: 354.367 },
} as const;
type Calendar = keyof typeof CALENDARS;
const MONTHS = 12;
/** A guess lies less than so many corrections from the day. */
const GUESSES = 8;

const formats = new Map<Calendar, Intl.DateTimeFormat>();

function partsOf(calendar: Calendar, time: number): readonly [year: number, month: number, day: number] {
  let format = formats.get(calendar);
  if (!format) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    formats.set(calendar, format);
  }
  const parts = format.formatToParts(time);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number.parseInt(parts.find((each) => each.type === type)?.value ?? '', 10);
  return [part('year'), part('month'), part('day')];
}

/** The day of the common calendar as YYYY-MM-DD that such a day is; null for another text, and for a day that is none. */
export function hijriDay(text: string): string | null {
  const [, first, , month, last] = YEAR_FIRST.exec(text) ?? [];
  const [, dayBefore, , monthBefore, yearBehind] = first === undefined ? (YEAR_LAST.exec(text) ?? []) : [];
  const [year, ofYear, ofMonth] = [first ?? yearBehind, month ?? monthBefore, last ?? dayBefore].map(Number);
  if (year === undefined || ofYear === undefined || ofMonth === undefined) return null;
  if (!(year >= FIRST_SOLAR) || ofYear < 1 || ofYear > MONTHS) return null;
  const calendar = year < FIRST_LUNAR ? 'persian' : 'islamic-umalqura';
  const from = CALENDARS[calendar];
  const monthDays = from.days / MONTHS;
  const since = (year - from.year) * from.days + (ofYear - 1) * monthDays + ofMonth - 1;
  let time = from.begins + Math.round(since) * DAY_MS;
  for (let guess = 0; guess < GUESSES; guess += 1) {
    const [y, m, d] = partsOf(calendar, time);
    const off = ((year - y) * MONTHS + (ofYear - m)) * monthDays + (ofMonth - d);
    if (off === 0) return new Date(time).toISOString().slice(0, 10);
    time += (Math.trunc(off) || Math.sign(off)) * DAY_MS;
  }
  return null;
}
