import { toMinor } from '../../text/format.ts';
import type { ImportIssue } from '../contract.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import { type PlanCalendars, readCalendars } from './planCalendar.ts';
import { children, dayOf, flag, numberOf, textOf, type XmlElement } from './planXml.ts';

/** A project plan as its file holds it. */
export interface MsProject {
  readonly project: XmlElement;
  readonly fileName: string;
}

export interface PlanLink {
  /** The task that comes before. */
  readonly from: number;
  /** Calendar days between the two; negative when they overlap. */
  readonly lagDays: number;
  readonly crossProject: boolean;
  /** True where it ties the starts or the ends of two tasks: neither waits until the other has ended. */
  readonly sideBySide: boolean;
}

/** How long a task takes, as somebody said it. */
export interface PlanDuration {
  readonly minutes: number;
  /** True for minutes of the clock, on all days alike, instead of working minutes. */
  readonly elapsed: boolean;
  /** True for one that was said in months. */
  readonly inMonths: boolean;
}

export interface PlanTask {
  readonly uid: number;
  readonly name: string;
  readonly level: number;
  readonly summary: boolean;
  readonly milestone: boolean;
  readonly start: string | null;
  readonly finish: string | null;
  readonly baselineStart: string | null;
  readonly baselineFinish: string | null;
  readonly actualStart: string | null;
  readonly actualFinish: string | null;
  readonly complete: number;
  readonly duration: PlanDuration | null;
  readonly workMinutes: number | null;
  /** Of its own; null where it follows the plan's. */
  readonly calendar: number | null;
  /** In whole currency units. */
  readonly cost: number | null;
  readonly baselineCost: number | null;
  readonly actualCost: number | null;
  readonly notes: string;
  readonly links: readonly PlanLink[];
}

export interface PlanResource {
  readonly uid: number;
  readonly name: string;
  readonly group: string;
  /** A role instead of a person. */
  readonly generic: boolean;
  readonly units: number;
  /** Per working hour, in whole currency units. */
  readonly hourlyRate: number | null;
  readonly calendar: number | null;
}

export interface PlanAssignment {
  readonly task: number;
  readonly resource: number;
  readonly units: number;
  readonly workMinutes: number | null;
}

/** A plan in our terms: units turned, what is empty null, tasks in their order. */
export interface ProjectPlanDocument {
  readonly id: string | null;
  readonly name: string;
  readonly description: string;
  readonly company: string | null;
  readonly currency: string | null;
  readonly start: string | null;
  readonly finish: string | null;
  readonly statusDate: string | null;
  readonly minutesPerDay: number;
  readonly minutesPerWeek: number;
  /** Working days that a month has where somebody says a duration in months. */
  readonly daysPerMonth: number;
  readonly calendars: PlanCalendars;
  /** Of the whole plan, from the task that stands above all others; null where the file has none. */
  readonly root: PlanTask | null;
  readonly tasks: readonly PlanTask[];
  readonly resources: readonly PlanResource[];
  readonly assignments: readonly PlanAssignment[];
  /** Cells of a plan's table that could not be read. */
  readonly issues?: readonly ImportIssue[];
}

/** MS Project's calendars have 8 hours a day where a file does not say. */
const USUAL_MINUTES = 480;
/** And weeks of five days, and months of twenty. */
const USUAL_WEEK = 5;
const USUAL_MONTH = 20;
/** Formats of times: minutes of the clock, months, and shares of another duration; each also as an estimate. */
const ELAPSED: ReadonlySet<number> = new Set([4, 6, 8, 10, 12, 36, 38, 40, 42, 44]);
const IN_MONTHS: ReadonlySet<number> = new Set([11, 12, 43, 44]);
const SHARES: ReadonlySet<number> = new Set([19, 20, 51, 52]);
/** Minutes of a duration such as `PT80H30M0S` or `P2DT4H`; days of a plan have 24 hours there. */
export function durationMinutes(text: string): number | null {
  const match =
    /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
      text.trim(),
    );
  if (!match || text.trim() === 'P') return null;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60;
}

/** Amounts are written in hundredths of the currency, whatever its smallest coin. */
const amountOf = (element: XmlElement, name: string): number | null => {
  const value = numberOf(element, name);
  return value === null ? null : value / 100;
};

/** Of the types of links: 0 ties ends, 2 an end to a start before it, 3 starts. */
const FINISH_TO_START = 1;

function readLink(element: XmlElement, minutesPerWeek: number): PlanLink | null {
  const from = numberOf(element, 'PredecessorUID');
  if (from === null) return null;
  // Lags are tenths of minutes, except shares of the first task's duration, which say no time by themselves.
  const format = numberOf(element, 'LagFormat') ?? 7;
  const lag = SHARES.has(format) ? 0 : (numberOf(element, 'LinkLag') ?? 0) / 10;
  return {
    from,
    lagDays: ELAPSED.has(format) ? lag / 1440 : (lag / minutesPerWeek) * 7,
    crossProject: flag(element, 'CrossProject'),
    sideBySide: (numberOf(element, 'Type') ?? FINISH_TO_START) !== FINISH_TO_START,
  };
}

function readDuration(element: XmlElement): PlanDuration | null {
  const minutes = durationMinutes(textOf(element, 'Duration'));
  if (minutes === null || minutes <= 0) return null;
  const format = numberOf(element, 'DurationFormat') ?? 7;
  return { minutes, elapsed: ELAPSED.has(format), inMonths: IN_MONTHS.has(format) };
}

/** The number of a calendar; less than 0 stands for none. */
function calendarOf(element: XmlElement): number | null {
  const uid = numberOf(element, 'CalendarUID');
  return uid === null || uid < 0 ? null : uid;
}

function readTask(element: XmlElement, minutesPerWeek: number): PlanTask | null {
  const uid = numberOf(element, 'UID');
  if (uid === null || flag(element, 'IsNull') || textOf(element, 'Active') === '0') return null;
  const baselines = element.children.filter(({ name }) => name === 'Baseline');
  // Baseline 0 is the plan that was agreed; others are later ones.
  const baseline = baselines.find((each) => (numberOf(each, 'Number') ?? 0) === 0) ?? baselines[0];
  const { text: name } = tidyLine(textOf(element, 'Name'));
  return {
    uid,
    name,
    level: numberOf(element, 'OutlineLevel') ?? 1,
    summary: flag(element, 'Summary'),
    milestone: flag(element, 'Milestone'),
    start: dayOf(element, 'Start'),
    finish: dayOf(element, 'Finish'),
    baselineStart: baseline ? dayOf(baseline, 'Start') : null,
    baselineFinish: baseline ? dayOf(baseline, 'Finish') : null,
    actualStart: dayOf(element, 'ActualStart'),
    actualFinish: dayOf(element, 'ActualFinish'),
    complete: numberOf(element, 'PercentComplete') ?? 0,
    duration: readDuration(element),
    workMinutes: durationMinutes(textOf(element, 'Work')),
    calendar: calendarOf(element),
    cost: amountOf(element, 'Cost'),
    baselineCost: baseline ? amountOf(baseline, 'Cost') : null,
    actualCost: amountOf(element, 'ActualCost'),
    notes: textOf(element, 'Notes'),
    links: element.children.flatMap((each) =>
      each.name === 'PredecessorLink' ? (readLink(each, minutesPerWeek) ?? []) : [],
    ),
  };
}

function readResource(element: XmlElement): PlanResource | null {
  const uid = numberOf(element, 'UID');
  const { text: name } = tidyLine(textOf(element, 'Name'));
  // Type 0 is material, 2 is cost: only 1 are people.
  if (uid === null || uid <= 0 || name === '' || (numberOf(element, 'Type') ?? 1) !== 1) return null;
  if (flag(element, 'IsNull') || flag(element, 'IsBudget')) return null;
  const rate = numberOf(element, 'StandardRate');
  return {
    uid,
    name,
    group: tidyLine(textOf(element, 'Group')).text,
    generic: flag(element, 'IsGeneric'),
    units: numberOf(element, 'MaxUnits') ?? 1,
    hourlyRate: rate === null || rate === 0 ? null : rate,
    calendar: calendarOf(element),
  };
}

/** Reads a plan's elements into our terms; what the file does not say is null. */
export function readPlan({ project, fileName }: MsProject): ProjectPlanDocument {
  const positive = (name: string, usual: number): number => {
    const value = numberOf(project, name) ?? 0;
    return value > 0 ? value : usual;
  };
  const minutesPerDay = positive('MinutesPerDay', USUAL_MINUTES);
  const minutesPerWeek = positive('MinutesPerWeek', minutesPerDay * USUAL_WEEK);
  const all = children(project, 'Tasks', 'Task').flatMap((task) => readTask(task, minutesPerWeek) ?? []);
  // The task of level 0 is the project itself.
  const root = all.find(({ level }) => level === 0) ?? null;
  const own = [
    textOf(project, 'Title'),
    root?.name ?? '',
    textOf(project, 'Name').replace(/\.(?:mpp|xml|mpt)$/i, ''),
  ];
  const name = own.map((text) => tidyLine(text).text).find((text) => !isBlank(text));
  const currency = textOf(project, 'CurrencyCode').toUpperCase();
  return {
    id: textOf(project, 'GUID') || null,
    name: name ?? fileName.replace(/\.[^.]+$/, ''),
    description: [textOf(project, 'Subject'), textOf(project, 'Comments'), root?.notes ?? '']
      .filter((text) => text !== '')
      .join('\n\n'),
    company: textOf(project, 'Company') || null,
    currency: /^[A-Z]{3}$/.test(currency) ? currency : null,
    start: dayOf(project, 'StartDate') ?? root?.start ?? null,
    finish: dayOf(project, 'FinishDate') ?? root?.finish ?? null,
    statusDate: dayOf(project, 'StatusDate'),
    minutesPerDay,
    minutesPerWeek,
    daysPerMonth: positive('DaysPerMonth', USUAL_MONTH),
    calendars: readCalendars(project, minutesPerDay),
    root,
    tasks: all.filter((task) => task !== root && task.name !== ''),
    resources: children(project, 'Resources', 'Resource').flatMap((each) => readResource(each) ?? []),
    assignments: children(project, 'Assignments', 'Assignment').flatMap((each) => {
      const [task, resource] = [numberOf(each, 'TaskUID'), numberOf(each, 'ResourceUID')];
      if (task === null || resource === null || resource <= 0) return [];
      const workMinutes = durationMinutes(textOf(each, 'Work'));
      return [{ task, resource, units: numberOf(each, 'Units') ?? 1, workMinutes }];
    }),
  };
}

/** An amount of the plan in minor units, or null where it is unknown or nobody entered one. */
export function planAmount(amount: number | null, currency: string): number | null {
  if (amount === null || amount < 0) return null;
  const minor = toMinor(amount, currency);
  return Number.isSafeInteger(minor) ? minor : null;
}
