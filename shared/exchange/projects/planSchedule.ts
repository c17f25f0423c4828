import { isIsoDate } from '../../domain/primitives.ts';
import { DAYS_PER_CALENDAR_MONTH, dayNumber, isoDay } from '../../domain/time.ts';
import type { PlanDuration, PlanTask, ProjectPlanDocument } from './msProject.ts';
import { type WorkingMinutes, weekdayOf } from './planCalendar.ts';

type Plan = Pick<
  ProjectPlanDocument,
  'calendars' | 'minutesPerDay' | 'minutesPerWeek' | 'daysPerMonth' | 'tasks' | 'root' | 'start'
>;
type Task = Pick<PlanTask, 'calendar'>;

/** What the calendars of a plan make of its dates and durations. */
export interface PlanSchedule {
  /**
   * Working minutes that one head has for a task from one day to another, both counted; a day has no more than the
   * calendars of the task and of the head give it. Five days of seven where the file has no calendar.
   */
  readonly available: (task: Task, head: number | null, from: string, to: string) => number;
  /** The day on which a task ends that begins on a day and takes so long; null where its calendar has no end for it. */
  readonly finishOf: (task: Task, start: string, duration: PlanDuration) => string | null;
  /** Calendar months that a duration takes, wherever it lies: as it was said in months, else by its weeks. */
  readonly monthsOf: (duration: PlanDuration) => number;
  /**
   * Calendar days of waiting between the end of one task and the start of another; none where nobody works on any of
   * them, as over a week-end or a holiday.
   */
  readonly waitBetween: (task: Task, end: string, start: string) => number;
}

/** No plan is longer; of days after these only the usual week is known. */
const MOST_DAYS = 40 * 366;
/** What a phase takes at most. */
const MOST_MONTHS = 1200;
/** Calendars of tasks and heads together; of more, those of the heads are left out. */
const MOST_PAIRS = 600;

/** The first day of which a plan speaks, as a day number. */
function firstDay({ tasks, root, start }: Plan): number {
  let first = start ?? '9999';
  for (const task of root ? [root, ...tasks] : tasks)
    for (const day of [task.start, task.baselineStart, task.finish, task.baselineFinish])
      if (day !== null && day < first) first = day;
  return first === '9999' ? 0 : dayNumber(first);
}

/** The schedule of a plan; sums of days are made once for each calendar, as a plan asks for thousands of them. */
export function planSchedule(plan: Plan): PlanSchedule {
  const { calendars, minutesPerDay, minutesPerWeek, daysPerMonth } = plan;
  const origin = firstDay(plan);
  const sums = new Map<string, Float64Array>();
  const isUsual = (day: number): boolean => weekdayOf(day) !== 0 && weekdayOf(day) !== 6;

  /** Working minutes before each day from the first one on; null where the file says nothing of the task's calendar. */
  function sumsOf({ calendar }: Task, head: number | null): Float64Array | null {
    const own = calendars.resolve(calendar) ?? calendars.own;
    const theirs = calendars.resolve(head);
    const one = own ?? theirs;
    if (one === null) return null;
    const two = theirs === null || theirs === one ? null : theirs;
    const key = `${one}/${two}`;
    const known = sums.get(key);
    if (known) return known;
    if (two !== null && sums.size >= MOST_PAIRS) return sumsOf({ calendar: one }, null);
    const first = calendars.minutesOf(one);
    const second = two === null ? null : calendars.minutesOf(two);
    const minutes: WorkingMinutes = second ? (day) => Math.min(first(day), second(day)) : first;
    const made = new Float64Array(MOST_DAYS + 1);
    for (let at = 0; at < MOST_DAYS; at += 1) made[at + 1] = made[at]! + minutes(origin + at);
    sums.set(key, made);
    return made;
  }
  const isKnown = (day: number): boolean => day >= origin && day < origin + MOST_DAYS;
  const minutesBetween = (made: Float64Array, from: number, to: number): number =>
    to < from ? 0 : made[to + 1 - origin]! - made[from - origin]!;

  function dayAfter(made: Float64Array | null, from: number, minutes: number): number | null {
    if (!made || !isKnown(from)) {
      let rest = minutes;
      for (let day = from; day <= from + MOST_DAYS; day += 1) {
        if (isUsual(day)) rest -= minutesPerDay;
        if (rest <= 0) return day;
      }
      return null;
    }
    const wanted = made[from - origin]! + minutes;
    let [low, high] = [from - origin + 1, MOST_DAYS];
    if (made[high]! < wanted) return null;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (made[middle]! >= wanted) high = middle;
      else low = middle + 1;
    }
    return origin + low - 1;
  }

  return {
    available(task, head, from, to) {
      const [first, last] = [dayNumber(from), dayNumber(to)];
      const made = sumsOf(task, head);
      return made && isKnown(first) && isKnown(last)
        ? minutesBetween(made, first, last)
        : Math.max(0, last - first + 1) * (5 / 7) * minutesPerDay;
    },
    finishOf(task, start, { minutes, elapsed }) {
      const from = dayNumber(start);
      // Minutes of the clock that fill a day end on that day.
      const end = elapsed
        ? from + Math.min(MOST_DAYS, Math.ceil(minutes / 1440) - 1)
        : dayAfter(sumsOf(task, null), from, minutes);
      const day = end === null ? null : isoDay(end);
      return day !== null && isIsoDate(day) ? day : null;
    },
    monthsOf({ minutes, elapsed, inMonths }) {
      const months = elapsed
        ? minutes / 1440 / DAYS_PER_CALENDAR_MONTH
        : inMonths
          ? minutes / minutesPerDay / daysPerMonth
          : ((minutes / minutesPerWeek) * 7) / DAYS_PER_CALENDAR_MONTH;
      return Math.min(MOST_MONTHS, months);
    },
    waitBetween(task, end, start) {
      const [from, to] = [dayNumber(end) + 1, dayNumber(start) - 1];
      const days = Math.max(0, to - from + 1);
      const made = sumsOf(task, null);
      if (made && isKnown(from) && isKnown(to)) return minutesBetween(made, from, to) > 0 ? days : 0;
      // More than a week-end has a working day in it.
      return days > 2 || [from, to].some((day) => day <= to && isUsual(day)) ? days : 0;
    },
  };
}
