import { dayNumber, isoDay } from '../../domain/time.ts';
import { child, children, dayOf, flag, numberOf, textOf, type XmlElement } from './planXml.ts';

/** Working minutes of a day, given as its number since 1970-01-01. */
export type WorkingMinutes = (day: number) => number;

/** The calendars of a plan. */
export interface PlanCalendars {
  /** The plan's own; null where the file does not say which it is. */
  readonly own: number | null;
  /** The calendar that says what the one of that number does: itself, or the one that it only repeats; null for none. */
  readonly resolve: (uid: number | null) => number | null;
  /** Of a calendar that `resolve` gave. */
  readonly minutesOf: (uid: number) => WorkingMinutes;
  /** Names of the exceptions, such as holidays, that are kept; empty where one could name a person. */
  readonly exceptions: readonly string[];
  /** Names of those that recur in a way that is not understood, or are too many: they count as usual days. */
  readonly left: readonly string[];
}

/** Days that differ from the usual week, and come back. */
interface Recurring {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
  /** Which days between its ends it means. */
  readonly isOn: (day: number) => boolean;
}

/** A usual week that holds between two days. */
interface Week {
  readonly from: number;
  readonly to: number;
  readonly days: ReadonlyMap<number, number>;
}

interface Calendar {
  readonly base: number | null;
  /** Working minutes of single days that differ from the usual week. */
  readonly exceptions: ReadonlyMap<number, number>;
  readonly recurring: readonly Recurring[];
  readonly weeks: readonly Week[];
  /** Working minutes by the weekday, 0 for Sunday; days that are missing are those of the base. */
  readonly days: ReadonlyMap<number, number>;
}

/** Calendars stand on one another; a circle of them would have no end. */
const MOST_BASES = 20;
/** A file that is made to hang has more of these than any plan. */
const MOST_RECURRING = 300;
const MOST_SINGLE_DAYS = 200_000;
const LONGEST = 3 * 366;
const MOST_CALENDARS = 300;
const MOST_REMEMBERED = 20;
const DAY_MINUTES = 1440;

/** 1970-01-01 was a Thursday; 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

const clock = (text: string): number => {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};

/** Minutes between the times of a day; a time that ends at midnight ends with the day. */
function minutesOf(element: XmlElement, usual: number): number {
  if (!flag(element, 'DayWorking')) return 0;
  const times = children(element, 'WorkingTimes', 'WorkingTime');
  if (times.length === 0) return usual;
  return times.reduce((sum, time) => {
    const [from, to] = [clock(textOf(time, 'FromTime')), clock(textOf(time, 'ToTime'))];
    return sum + (to > from ? to : to === 0 ? DAY_MINUTES : from) - from;
  }, 0);
}

function spanOf(element: XmlElement): { readonly from: number; readonly to: number } | null {
  const period = child(element, 'TimePeriod');
  const [from, to] = [period && dayOf(period, 'FromDate'), period && dayOf(period, 'ToDate')];
  return from && to ? { from: dayNumber(from), to: dayNumber(to) } : null;
}

/** Weekdays of a usual week; `DayType` counts them from 1 for Sunday, and 0 is an exception. */
const weekOf = (element: XmlElement, usual: number): ReadonlyMap<number, number> =>
  new Map(
    children(element, 'WeekDays', 'WeekDay').flatMap((day): readonly (readonly [number, number])[] => {
      const type = numberOf(day, 'DayType') ?? 0;
      return type >= 1 && type <= 7 ? [[type - 1, minutesOf(day, usual)]] : [];
    }),
  );

/**
 * Which of the days between its ends an exception means, or all; null where it recurs in a way that is not understood: by a
 * position that is no weekday, monthly, every so many days, or every other time.
 */
function recurrence(element: XmlElement): ((day: number) => boolean) | 'all' | null {
  const type = numberOf(element, 'Type') ?? 1;
  const number = (name: string): number => numberOf(element, name) ?? Number.NaN;
  const date = (day: number): readonly [month: number, day: number] => {
    const [, month, ofMonth] = isoDay(day).split('-').map(Number);
    return [(month ?? 0) - 1, ofMonth ?? 0];
  };
  if ((numberOf(element, 'Period') ?? 1) > 1) return null;
  switch (type) {
    case 1:
      return 'all';
    case 2: {
      const wanted = [number('Month'), number('MonthDay')];
      return (day) => {
        const [month, ofMonth] = date(day);
        return month === wanted[0] && ofMonth === wanted[1];
      };
    }
    case 3: {
      // Months count from 0, items from 3 for Sunday, positions from 0 for the first; 4 is the last.
      const [month, item, position] = [number('Month'), number('MonthItem'), number('MonthPosition')];
      if (!(item >= 3 && item <= 9) || !(position >= 0 && position <= 4)) return null;
      return (day) => {
        const [own, ofMonth] = date(day);
        if (own !== month || weekdayOf(day) !== item - 3) return false;
        return position === 4 ? date(day + 7)[0] !== month : Math.floor((ofMonth - 1) / 7) === position;
      };
    }
    case 6: {
      const days = number('DaysOfWeek');
      return Number.isInteger(days) ? (day) => (days & (1 << weekdayOf(day))) !== 0 : null;
    }
    default:
      return null;
  }
}

/** Reads the calendars of a plan; `usual` is what a working day has where its times are missing. */
export function readCalendars(project: XmlElement, usual: number): PlanCalendars {
  const calendars = new Map<number, Calendar>();
  const named: string[] = [];
  const left: string[] = [];
  const bases: number[] = [];
  let [singleDays, recurrences] = [0, 0];
  for (const element of children(project, 'Calendars', 'Calendar')) {
    const uid = numberOf(element, 'UID');
    if (uid === null) continue;
    const base = numberOf(element, 'BaseCalendarUID');
    const isBase = flag(element, 'IsBaseCalendar');
    if (isBase) bases.push(uid);
    const exceptions = new Map<number, number>();
    const recurring: Recurring[] = [];
    /** Keeps an exception; false for one that is not understood or one too many. */
    const kept = (each: XmlElement, isOn: ((day: number) => boolean) | 'all' | null): boolean => {
      const span = spanOf(each);
      if (isOn === null || span === null) return false;
      const minutes = minutesOf(each, usual);
      const days = span.to - span.from + 1;
      if (isOn !== 'all' || days > LONGEST) {
        recurrences += 1;
        if (recurrences > MOST_RECURRING) return false;
        recurring.push({ ...span, minutes, isOn: isOn === 'all' ? () => true : isOn });
        return true;
      }
      singleDays += days;
      if (singleDays > MOST_SINGLE_DAYS) return false;
      for (let day = span.from; day <= span.to; day += 1)
        if (!exceptions.has(day)) exceptions.set(day, minutes);
      return true;
    };
    const put = (each: XmlElement, isOn: ((day: number) => boolean) | 'all' | null): void => {
      // Calendars of people are called as these are, and so may be what they take off.
      const name = isBase ? textOf(each, 'Name') || textOf(element, 'Name') : '';
      (kept(each, isOn) ? named : left).push(name);
    };
    const listed = children(element, 'Exceptions', 'Exception');
    for (const each of listed) put(each, recurrence(each));
    // Files of 2003 have exceptions among the days of the week; later ones repeat theirs there for it.
    if (listed.length === 0)
      for (const day of children(element, 'WeekDays', 'WeekDay'))
        if (numberOf(day, 'DayType') === 0) put(day, 'all');
    calendars.set(uid, {
      base: base !== null && base >= 0 && base !== uid ? base : null,
      exceptions,
      recurring,
      weeks: children(element, 'WorkWeeks', 'WorkWeek')
        .slice(0, MOST_RECURRING)
        .flatMap((week) => {
          const span = spanOf(week);
          return span ? [{ ...span, days: weekOf(week, usual) }] : [];
        }),
      days: weekOf(element, usual),
    });
  }

  const known = new Map<number, WorkingMinutes>();
  const resolve = (uid: number | null): number | null => {
    let at = uid;
    for (let step = 0; at !== null && step < MOST_BASES; step += 1) {
      const calendar = calendars.get(at);
      if (!calendar) return null;
      const says =
        calendar.exceptions.size + calendar.recurring.length + calendar.weeks.length + calendar.days.size > 0;
      const isOneTooMany = !known.has(at) && known.size >= MOST_CALENDARS;
      // Each person has a calendar that mostly says nothing of its own.
      if ((says || calendar.base === null) && !isOneTooMany) return at;
      at = calendar.base;
    }
    return null;
  };
  const parts = new Map<number, (day: number) => DayPart>();
  /** What a calendar says by itself; of one that others stand on it is remembered. */
  const partOf = (uid: number, isBase: boolean): ((day: number) => DayPart) => {
    const known = parts.get(uid);
    if (known) return known;
    const part = partIn(calendars.get(uid));
    if (!isBase || parts.size >= MOST_REMEMBERED) return part;
    const kept = remembered(part);
    parts.set(uid, kept);
    return kept;
  };
  const minutesOfCalendar = (uid: number): WorkingMinutes => {
    const before = known.get(uid);
    if (before) return before;
    const chain: ((day: number) => DayPart)[] = [];
    for (let at: number | null = uid; at !== null && chain.length < MOST_BASES; ) {
      chain.push(partOf(at, at !== uid));
      at = calendars.get(at)?.base ?? null;
    }
    const minutes = minutesIn(chain, usual);
    known.set(uid, minutes);
    return minutes;
  };
  // A file that does not say which calendar is its own has said it where there is only one.
  const own = numberOf(project, 'CalendarUID') ?? (bases.length === 1 ? (bases[0] ?? null) : null);
  return { own: resolve(own), resolve, minutesOf: minutesOfCalendar, exceptions: named, left };
}

/** What one calendar says of a day: that it differs from the usual, and what is usual there; undefined for nothing. */
interface DayPart {
  readonly differs: number | undefined;
  readonly usual: number | undefined;
}
const silent: DayPart = { differs: undefined, usual: undefined };

const partIn =
  (calendar: Calendar | undefined) =>
  (day: number): DayPart => {
    if (!calendar) return silent;
    const { exceptions, recurring, weeks, days } = calendar;
    const weekday = weekdayOf(day);
    const within = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
      day >= from && day <= to;
    const week = weeks.find((each) => within(each) && each.days.has(weekday));
    return {
      differs: exceptions.get(day) ?? recurring.find((each) => within(each) && each.isOn(day))?.minutes,
      usual: (week?.days ?? days).get(weekday),
    };
  };

/** What differs counts before what is usual, and what a calendar says before what it stands on. */
const minutesIn =
  (chain: readonly ((day: number) => DayPart)[], usual: number): WorkingMinutes =>
  (day) => {
    const parts = chain.map((part) => part(day));
    const said = parts.find(({ differs }) => differs !== undefined)?.differs;
    if (said !== undefined) return said;
    const weekday = weekdayOf(day);
    return (
      parts.find((part) => part.usual !== undefined)?.usual ?? (weekday === 0 || weekday === 6 ? 0 : usual)
    );
  };

function remembered<T>(ask: (day: number) => T): (day: number) => T {
  const days = new Map<number, T>();
  return (day) => {
    const before = days.get(day);
    if (before !== undefined) return before;
    const value = ask(day);
    days.set(day, value);
    return value;
  };
}
