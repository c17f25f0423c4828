import { isIsoDate } from '../../domain/primitives.ts';
import { toMinor } from '../../text/format.ts';
import { isBlank, tidyLine } from '../cellText.ts';

/** An element of a document, without attributes. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** A project plan as its file holds it. */
export interface MsProject {
  readonly project: XmlElement;
  readonly fileName: string;
}

export interface PlanLink {
  /** The task that comes before. */
  readonly from: number;
  /** Working minutes between the two; negative when they overlap. */
  readonly lagMinutes: number;
  readonly crossProject: boolean;
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
  readonly workMinutes: number | null;
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
  /** Of the whole plan, from the task that stands above all others; null where the file has none. */
  readonly root: PlanTask | null;
  readonly tasks: readonly PlanTask[];
  readonly resources: readonly PlanResource[];
  readonly assignments: readonly PlanAssignment[];
}

/** MS Project's calendars have 8 hours a day where a file does not say. */
const USUAL_MINUTES = 480;
/** A value of dates that says "none". */
const NO_DATE = /^(?:NA|1984-01-01T00:00:00|2049-12-31)/;

const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((each) => each.name === name);
const children = (element: XmlElement, list: string, item: string): readonly XmlElement[] =>
  child(element, list)?.children.filter((each) => each.name === item) ?? [];
const textOf = (element: XmlElement, name: string): string => child(element, name)?.text.trim() ?? '';
const numberOf = (element: XmlElement, name: string): number | null => {
  const text = textOf(element, name);
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : value;
};
const flag = (element: XmlElement, name: string): boolean => /^(?:1|true)$/i.test(textOf(element, name));

function dayOf(element: XmlElement, name: string): string | null {
  const text = textOf(element, name);
  const day = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(text)?.[1];
  if (day === undefined || NO_DATE.test(text)) return null;
  return isIsoDate(day) ? day : null;
}

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

function readLink(element: XmlElement, minutesPerDay: number): PlanLink | null {
  const from = numberOf(element, 'PredecessorUID');
  if (from === null) return null;
  // Lags are tenths of minutes, except shares of the first task's duration, which say no time by themselves.
  const format = numberOf(element, 'LagFormat') ?? 7;
  const isShare = format === 19 || format === 20 || format === 51 || format === 52;
  const isElapsed = [4, 6, 8, 10, 12].includes(format);
  const lag = isShare ? 0 : (numberOf(element, 'LinkLag') ?? 0) / 10;
  return {
    from,
    lagMinutes: isElapsed ? (lag / 1440) * minutesPerDay : lag,
    crossProject: flag(element, 'CrossProject'),
  };
}

function readTask(element: XmlElement, minutesPerDay: number): PlanTask | null {
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
    workMinutes: durationMinutes(textOf(element, 'Work')),
    cost: amountOf(element, 'Cost'),
    baselineCost: baseline ? amountOf(baseline, 'Cost') : null,
    actualCost: amountOf(element, 'ActualCost'),
    notes: textOf(element, 'Notes'),
    links: element.children.flatMap((each) =>
      each.name === 'PredecessorLink' ? (readLink(each, minutesPerDay) ?? []) : [],
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
  };
}

/** Reads a plan's elements into our terms; what the file does not say is null. */
export function readPlan({ project, fileName }: MsProject): ProjectPlanDocument {
  const minutesPerDay = numberOf(project, 'MinutesPerDay') || USUAL_MINUTES;
  const all = children(project, 'Tasks', 'Task').flatMap((task) => readTask(task, minutesPerDay) ?? []);
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
