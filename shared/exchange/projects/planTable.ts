import { toMajor } from '../../text/format.ts';
import type { ImportIssue } from '../contract.ts';
import { detectPlan } from '../plan/detectPlan.ts';
import { dateReader, moneyReader, type ReadCell } from '../reading/readCells.ts';
import { matchKey, tidyLine } from '../table/cellText.ts';
import { columnNames, type Table, tableWidth } from '../table/table.ts';
import type {
  PlanAssignment,
  PlanDuration,
  PlanLink,
  PlanResource,
  PlanTask,
  ProjectPlanDocument,
} from './msProject.ts';
import type { PlanCalendars } from './planCalendar.ts';
import { beginsStep, stepLevel } from './planSteps.ts';
import { type Columns, type Field, findRows, type PlanRows } from './planTableRows.ts';

const dayFields = [
  'start',
  'finish',
  'baselineStart',
  'baselineFinish',
  'actualStart',
  'actualFinish',
] as const;
const moneyFields = ['cost', 'baselineCost', 'actualCost'] as const;

const [DAY, WEEK_DAYS, MONTH_DAYS] = [480, 5, 20];

/** What stands before the name of a plan, above its tasks. */
const CALLED =
  /^(?:(?:project|plan) (?:name|title)|projektname|planname|nom du projet|nombre del proyecto|项目名称|计划名称)\s*[:：]?$/i;

/**
 * The plan's steps alone, for a person who reads it as a list: what stands below them is in their time and money already,
 * and one task above all others is only a title.
 */
export function stepsOnly(table: Table): Table {
  const found = findRows(table);
  if (!found) return table;
  const level = stepLevel(found.rows);
  const steps = found.rows.filter((row) => beginsStep(row, level) && !row.milestone);
  const left = found.rows.filter((row) => !steps.includes(row));
  const kept = [
    ...Array.from({ length: found.headerRow + 1 }, (_, at) => at),
    ...steps.map(({ index }) => index),
  ];
  return {
    ...table,
    // A step sums tasks that are left out, and none of the list's rows.
    rows: kept.map((index) =>
      (table.rows.at(index) ?? []).map((cell, column) =>
        column === found.columns.summary && index > found.headerRow ? '' : cell,
      ),
    ),
    lines: kept.map((index) => table.lines[index] ?? 0),
    failedCells: [],
    notes: [
      ...(table.notes ?? []),
      {
        what: 'tasksLeft',
        count: left.length,
        examples: left.slice(0, 5).map(({ name }) => name.slice(0, 60)),
      },
    ],
  };
}

const UNITS: readonly (readonly [RegExp, number, boolean])[] = [
  [/^(?:m|mins?|minutes?|minuten?|分钟(?:工时)?)$/i, 1, false],
  [/^(?:h|hrs?|hours?|std|stunden?|小时|工时|小时工时)$/i, 60, false],
  [/^(?:d|days?|t|tage?|个?工作日|天|日)$/i, DAY, false],
  [/^(?:w|wks?|weeks?|wochen?|个?星期|周|周工时)$/i, DAY * WEEK_DAYS, false],
  [/^(?:mo|mons?|months?|monate?|个?月|月工时)$/i, DAY * MONTH_DAYS, true],
];
/** Of the clock instead of the work: `3 edays`, `3 fTage`. */
const CLOCK: Readonly<Record<number, number>> = {
  1: 1,
  60: 60,
  [DAY]: 1440,
  [DAY * WEEK_DAYS]: 7 * 1440,
  [DAY * MONTH_DAYS]: 30 * 1440,
};

/** A time such as `12 days?`, `3,5 Wochen`, `2 个工作日` or `4 edays`; null where it is none, or nothing long. */
export function readDuration(text: string): PlanDuration | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(\D+?)\.?\s*\??$/.exec(text.trim());
  const amount = Number((match?.[1] ?? '').replace(',', '.'));
  const word = match?.[2]?.trim() ?? '';
  if (!match || amount <= 0) return null;
  for (const elapsed of [false, true]) {
    const plain = elapsed ? word.replace(/^[ef](?=\p{L})/iu, '') : word;
    const unit = plain === word && elapsed ? undefined : UNITS.find(([pattern]) => pattern.test(plain));
    if (unit)
      return {
        minutes: amount * (elapsed ? (CLOCK[unit[1]] ?? unit[1]) : unit[1]),
        elapsed,
        inMonths: unit[2],
      };
  }
  return null;
}

/** Links of two starts or two ends, or from a start to an end, in English, German, French, Spanish, Portuguese, Italian and Chinese. */
const SIDE_BY_SIDE = /^(?:SS|FF|SF|AA|EE|AE|DD|DF|CC|CF|II|TT|IT|IF|开始-(?:开始|完成)|完成-完成)$/i;

/** Links such as `2`, `3FS+2 days` or `4EA;5`, by the ids of the tasks before. */
function readLinks(text: string, uidOf: ReadonlyMap<string, number>): readonly PlanLink[] {
  return text.split(/[;；]/.test(text) ? /[;；]/ : /[,，、]/).flatMap((part): PlanLink[] => {
    const match = /^\s*(\d+)\s*([\p{L}-]*?)\s*(?:([+-])\s*(\d.*))?$/u.exec(part);
    const from = uidOf.get(match?.[1] ?? '');
    if (!match || from === undefined) return [];
    const lag = readDuration(match[4] ?? '');
    const days = lag === null ? 0 : lag.elapsed ? lag.minutes / 1440 : (lag.minutes / (DAY * WEEK_DAYS)) * 7;
    const sideBySide = SIDE_BY_SIDE.test(match[2] ?? '');
    return [{ from, lagDays: match[3] === '-' ? -days : days, crossProject: false, sideBySide }];
  });
}

/** A number for a text that is the same next time; two texts hardly ever share one. */
function numberOf(text: string): number {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at += 1) {
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) >>> 0;
    low = Math.imul(low ^ text.charCodeAt(at), 0x85ebca6b) >>> 0;
  }
  return (high % 0x100000) * 0x100000000 + low;
}

/**
 * Numbers of tasks that last: their own, else one of their names and those above, because an "ID" is only the place of
 * the row and changes when another is put in before it.
 */
function uidsOf(table: Table, { rows, columns }: PlanRows): readonly number[] {
  const path: string[] = [];
  const taken = new Set<number>();
  return rows.map(({ index, name, level }) => {
    path.length = Math.min(path.length, level);
    path[level] = name;
    const own = Number((table.rows.at(index)?.[columns.uid ?? -1] ?? '').trim() || Number.NaN);
    let uid = Number.isSafeInteger(own) && own > 0 ? own : numberOf(path.join('\n'));
    while (taken.has(uid)) uid += 1;
    taken.add(uid);
    return uid;
  });
}

const NO_CALENDARS: PlanCalendars = {
  own: null,
  resolve: () => null,
  minutesOf: () => () => DAY,
  exceptions: [],
  left: [],
};

/**
 * Reads a plan's table into the same terms as a plan in XML; the row above all others is the plan itself. `currency` is
 * the portfolio's, for a table that names none. What cannot be read is among the `issues`.
 */
export function readPlanTable(
  table: Table,
  fileName: string,
  found: { readonly encoding: string; readonly delimiter: string },
  currency: string,
): ProjectPlanDocument {
  const planRows = findRows(table);
  if (!planRows) throw new Error('the table is no plan');
  const { headerRow, columns, rows } = planRows;
  const firstRow = headerRow + 1;
  const { plan } = detectPlan(table, { rows: 'initiatives', headerRow }, found, currency);
  const { names } = columnNames(table.rows.at(headerRow) ?? [], tableWidth(table, headerRow));
  const issues: ImportIssue[] = [];
  const days = readersOf(columns, dayFields, (column, field) =>
    dateReader(table, column, firstRow, plan, /finish/i.test(field) ? 'end' : 'start', 1),
  );
  const amounts = readersOf(columns, moneyFields, (column) =>
    moneyReader(table, column, firstRow, plan, true),
  );
  const read = <T>(readers: Readers<T>, index: number, field: Field): T | null => {
    const reader = readers.get(field);
    if (!reader) return null;
    const value = cellAt(index, field);
    const result = reader(value);
    const [row, column] = [table.lines[index] ?? 0, names[columns[field] ?? -1] ?? field];
    if (result.reason !== null) issues.push({ row, column, reason: result.reason, value });
    return result.value;
  };
  const uids = uidsOf(table, planRows);
  const cellAt = (index: number, field: Field): string =>
    (table.rows.at(index)?.[columns[field] ?? -1] ?? '').trim();
  const uidOf = new Map(rows.map(({ index }, at) => [cellAt(index, 'id'), uids[at] ?? 0]));
  const resources = new Map<string, PlanResource>();
  const assignments: PlanAssignment[] = [];
  const tasks = rows.map((row, at): PlanTask => {
    const { index, name, level, summary, milestone } = row;
    const uid = uids[at] ?? 0;
    const day = (field: Field): string | null => read(days, index, field);
    const amount = (field: Field): number | null => {
      const minor = read(amounts, index, field);
      return minor === null ? null : toMajor(minor, plan.currency);
    };
    for (const said of summary ? [] : cellAt(index, 'resources').split(/[;；,，、]/)) {
      const who = /^(.*?)\s*(?:\[(\d+(?:\.\d+)?)\s*%\])?$/.exec(said.trim());
      const key = matchKey(who?.[1] ?? '');
      if (key === '') continue;
      const known = resources.get(key) ?? personOf(resources.size + 1, who?.[1] ?? '');
      resources.set(key, known);
      const units = who?.[2] === undefined ? 1 : Number(who[2]) / 100;
      assignments.push({ task: uid, resource: known.uid, units, workMinutes: null });
    }
    return {
      uid,
      name,
      level,
      summary,
      milestone,
      start: day('start'),
      finish: day('finish'),
      baselineStart: day('baselineStart'),
      baselineFinish: day('baselineFinish'),
      actualStart: day('actualStart'),
      actualFinish: day('actualFinish'),
      complete: Number.parseFloat(cellAt(index, 'complete').replace(',', '.')) || 0,
      duration: readDuration(cellAt(index, 'duration')),
      workMinutes: readDuration(cellAt(index, 'work'))?.minutes ?? null,
      calendar: null,
      cost: amount('cost'),
      baselineCost: amount('baselineCost'),
      actualCost: amount('actualCost'),
      notes: cellAt(index, 'notes'),
      links: readLinks(cellAt(index, 'predecessors'), uidOf),
    };
  });
  const top = Math.min(...tasks.map(({ level }) => level));
  const uppermost = tasks.filter(({ level }) => level === top);
  const root = uppermost.length === 1 && uppermost[0]?.summary ? uppermost[0] : null;
  return {
    id: null,
    name: root?.name ?? nameAbove(table, headerRow) ?? fileName.replace(/\.[^.]+$/, ''),
    description: root?.notes ?? '',
    company: null,
    currency: plan.currency,
    start: root?.start ?? ends(tasks.map(({ start }) => start)).at(0) ?? null,
    finish: root?.finish ?? ends(tasks.map(({ finish }) => finish)).at(-1) ?? null,
    statusDate: null,
    minutesPerDay: DAY,
    minutesPerWeek: DAY * WEEK_DAYS,
    daysPerMonth: MONTH_DAYS,
    calendars: NO_CALENDARS,
    root,
    tasks: tasks.filter((task) => task !== root),
    resources: [...resources.values()],
    assignments,
    issues,
  };
}

const ends = (days: readonly (string | null)[]): readonly string[] =>
  days.filter((day) => day !== null).sort();

type Readers<T> = ReadonlyMap<Field, (cell: string) => ReadCell<T>>;

function readersOf<T>(
  columns: Columns,
  fields: readonly Field[],
  make: (column: number, field: Field) => (cell: string) => ReadCell<T>,
): Readers<T> {
  return new Map(
    fields.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : [[field, make(column, field)] as const];
    }),
  );
}

/** What a line above the table calls the plan: Project name, Data centre exit; null where none does. */
function nameAbove({ rows }: Table, headerRow: number): string | null {
  for (const row of rows.slice(0, headerRow)) {
    const at = row.findIndex((cell) => CALLED.test(cell.trim()));
    const { text } = tidyLine(row[at + 1] ?? '');
    if (at !== -1 && text !== '') return text;
  }
  return null;
}

const personOf = (uid: number, name: string): PlanResource => ({
  uid,
  name,
  group: '',
  generic: false,
  units: 1,
  hourlyRate: null,
  calendar: null,
});
