import { isIsoDate } from '../../domain/primitives.ts';
import type { DateOrder, ImportReason, RepairKind } from '../contract.ts';
import type { DatePart } from './dateParts.ts';
import type { DateText } from './dateText.ts';

/** How a column writes its dates, decided over all its cells. */
export interface DateColumn {
  readonly order: DateOrder;
  /** True when `2011-12` means the fiscal year, as another cell of the column proves. */
  readonly spans: boolean;
  /** True where dates with dots stand beside others, and begin with their day whatever these begin with. */
  readonly dotsApart?: boolean;
  /** True in a Japanese list, whose 年度 begins in April. */
  readonly fromApril?: boolean;
  /** True in a list of the southern half of the world, whose spring begins in September. */
  readonly isSouthern?: boolean;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lastDay = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)
    ? 29
    : (MONTH_DAYS[month - 1] ?? 31);
const iso = (year: number, month: number, dayOfMonth: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;

/** The first (start) or last (end) day of `count` months from `month` of `year`; months past 12 run into later years. */
function edge(year: number, month: number, count: number, side: 'start' | 'end'): string {
  const index = year * 12 + (month - 1) + (side === 'end' ? count - 1 : 0);
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return iso(y, m, side === 'start' ? 1 : lastDay(y, m));
}

export interface ReadDate {
  readonly date: string;
  readonly repair: RepairKind | null;
}

/**
 * The calendar day that a text stands for. A start takes the first day and an end the last day of a month, year or
 * fiscal year. A fiscal year of one number is named by the year in which it ends; a span of two years in a portfolio
 * whose fiscal year is the calendar year takes the outermost days, because nothing says where the years meet.
 */
export function resolveDate(
  text: DateText,
  column: DateColumn,
  side: 'start' | 'end',
  fiscalStartMonth: number,
): ReadDate | ImportReason {
  const checked = (date: string, repair: RepairKind | null): ReadDate | ImportReason =>
    isIsoDate(date) ? { date, repair } : 'not_a_date';
  switch (text.kind) {
    case 'day':
      return checked(iso(text.year, text.month, text.day), text.iso ? null : 'dateText');
    case 'numbers': {
      if (column.order === 'yearFirst' && text.short)
        return checked(iso(2000 + text.first, text.second, text.year % 100), 'dateText');
      const [dayOfMonth, month] =
        column.order === 'monthFirst' && !(text.dotted && column.dotsApart)
          ? [text.second, text.first]
          : [text.first, text.second];
      return checked(iso(text.year, month, dayOfMonth), 'dateText');
    }
    case 'month':
      return text.month >= 1 && text.month <= 12
        ? checked(edge(text.year, text.month, 1, side), 'monthOnly')
        : 'not_a_date';
    case 'year':
      return checked(edge(text.year, 1, 12, side), 'yearOnly');
    case 'fiscalYear': {
      if (text.month !== null && text.from !== null && !column.spans)
        return checked(edge(text.from, text.month, 1, side), 'monthOnly');
      if (fiscalStartMonth === 1)
        return checked(edge(side === 'start' ? (text.from ?? text.to) : text.to, 1, 12, side), 'fiscalYear');
      return checked(edge(text.to - 1, fiscalStartMonth, 12, side), 'fiscalYear');
    }
    case 'half': {
      const year = fiscalStartMonth === 1 ? text.year : text.year - 1;
      return checked(edge(year, fiscalStartMonth + (text.half - 1) * 6, 6, side), 'fiscalYear');
    }
    case 'quarter': {
      if (fiscalStartMonth === 1 && text.from !== null) return 'fiscal_year_start_unknown';
      const year = fiscalStartMonth === 1 ? text.to : text.to - 1;
      return checked(edge(year, fiscalStartMonth + (text.quarter - 1) * 3, 3, side), 'fiscalYear');
    }
    case 'yearOfCount': {
      const begins = text.isJapanese || column.fromApril === true ? 4 : 1;
      return checked(edge(text.year, begins + text.first, text.count, side), 'fiscalYear');
    }
    case 'season': {
      const month = column.isSouthern === true ? ((text.month + 5) % 12) + 1 : text.month;
      // A season over the end of a year is that of two years; nothing says which of them one alone means.
      if ((month === 12) !== (text.to !== null)) return 'not_a_date';
      return checked(edge(text.year, month, 3, side), 'yearPart');
    }
    case 'week':
      return weekDay(text.year, text.week, side);
    case 'part': {
      // Nothing says where the two years of a span meet.
      if (text.of.kind === 'fiscalYear' && text.of.from !== null && fiscalStartMonth === 1)
        return 'fiscal_year_start_unknown';
      const [from, to] = (['start', 'end'] as const).map((each) =>
        resolveDate(text.of, column, each, fiscalStartMonth),
      );
      if (from === undefined || typeof from === 'string') return from ?? 'not_a_date';
      if (to === undefined || typeof to === 'string') return to ?? 'not_a_date';
      return partDay(text.part, from.date, to.date, side);
    }
  }
}

const DAY_MS = 86_400_000;

/** The Monday or the Sunday of a week of ISO 8601: the first of a year is the one with 4 January. */
function weekDay(year: number, week: number, side: 'start' | 'end'): ReadDate | ImportReason {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * DAY_MS;
  // A week is that of its Thursday's year: most years have 52.
  if (week < 1 || new Date(monday + 3 * DAY_MS).getUTCFullYear() !== year) return 'not_a_date';
  const day = new Date(side === 'start' ? monday : monday + 6 * DAY_MS);
  return { date: iso(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()), repair: 'yearPart' };
}

const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The days of a month that end its thirds. */
const THIRDS: Readonly<Partial<Record<DatePart, readonly [number, number]>>> = {
  firstThird: [1, 10],
  middleThird: [11, 20],
  lastThird: [21, 31],
};

/**
 * The first or last day of a part of a time: its first, last, or two middle months, or a third of it; a single month
 * has thirds of days.
 */
function partDay(part: DatePart, from: string, to: string, side: 'start' | 'end'): ReadDate {
  const [first, last] = [monthIndex(from), monthIndex(to)];
  const third = THIRDS[part];
  if (third !== undefined && first === last) {
    const day = side === 'start' ? third[0] : Math.min(third[1], Number(to.slice(8)));
    return { date: `${from.slice(0, 8)}${String(day).padStart(2, '0')}`, repair: 'yearPart' };
  }
  const [begins, ends] = monthsOf(part, first, last);
  const count = ends - begins + 1;
  return { date: edge(Math.floor(begins / 12), (begins % 12) + 1, count, side), repair: 'yearPart' };
}

/** The first and the last month of a part of the months from `first` to `last`. */
function monthsOf(part: DatePart, first: number, last: number): readonly [number, number] {
  const middle = (first + last) / 2;
  const third = Math.max(1, Math.floor((last - first + 1) / 3));
  switch (part) {
    case 'begin':
      return [first, first];
    case 'end':
      return [last, last];
    case 'middle':
      return [Math.floor(middle), Math.ceil(middle)];
    case 'firstThird':
      return [first, first + third - 1];
    case 'middleThird':
      return [first + third, Math.max(first + third, last - third)];
    case 'lastThird':
      return [last - third + 1, last];
  }
}
