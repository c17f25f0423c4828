import { newInitiative, newPhase } from '../../domain/defaults.ts';
import { newHandoff } from '../../domain/planningDefaults.ts';
import type { Handoff, Initiative, Phase, PortfolioRecords, Release } from '../../domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH } from '../../domain/time.ts';
import type { ImportIssue, ImportReport } from '../contract.ts';
import { holdsMoney, type ImportOutcome } from '../records/mapTable.ts';
import type { SourceNote } from '../sources.ts';
import { cutText, matchKey } from '../table/cellText.ts';
import { inOrder } from './dateOrder.ts';
import { type PlanTask, type ProjectPlanDocument, planAmount } from './msProject.ts';
import { activityTitle, phaseKindOf } from './phaseWords.ts';
import { cutName, type People, peopleOf } from './planPeople.ts';
import { type PlanSchedule, planSchedule } from './planSchedule.ts';
import { type Branch, branchesAt, stepLevel } from './planSteps.ts';

/** Milestones whose names say that customers get something. */
const RELEASE_WORDS =
  /\b(?:releases?|go[- ]?live|launch(?:ed)?|ship(?:ped|s)?|deploy(?:ed|ment)?|roll-?out|mvp|mlp|beta|ga|version|v\d)\b|发布|上线|投产|交付/i;
const MAX_EXTRA = 100_000;
const EXAMPLES = 5;
/** Days that anything waits at most. */
const MOST_WAIT = 36_500;

/** A plan with what its calendars make of it. */
interface Scheduled {
  readonly plan: ProjectPlanDocument;
  readonly schedule: PlanSchedule;
  /** The calendars of resources. */
  readonly calendars: ReadonlyMap<number, number | null>;
}

const earliest = (days: readonly (string | null)[]): string | null =>
  days.reduce<string | null>(
    (best, day) => (day !== null && (best === null || day < best) ? day : best),
    null,
  );
const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce<string | null>(
    (best, day) => (day !== null && (best === null || day > best) ? day : best),
    null,
  );

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Sorts records into new, changed and unchanged ones; ends before their starts are left unknown and told. */
class Changes<T extends { readonly id: string; readonly name: string }> {
  readonly add: T[] = [];
  readonly update: T[] = [];
  private readonly issues: ImportIssue[];
  constructor(issues: ImportIssue[]) {
    this.issues = issues;
  }
  /** Puts a record, or what the plan knows of one that is there: what it does not know stays as it is. */
  put(existing: T | undefined, fresh: T, known: Partial<T> = fresh): T {
    const said = Object.entries(known).filter(
      ([key, value]) => key !== 'id' && value !== null && value !== '',
    );
    const whole = existing ? { ...existing, ...Object.fromEntries(said) } : fresh;
    const record = inOrder(whole, (field, value) =>
      this.issues.push({ row: 1, column: `${whole.name}: ${field}`, reason: 'end_before_start', value }),
    );
    if (!existing) this.add.push(record);
    else if (!same(existing, record)) this.update.push(record);
    return record;
  }
}

/**
 * What a project plan becomes: one initiative; its steps as phases with planned dates from the baseline beside the
 * actual ones; milestones that customers notice as releases; links between steps as waits, and as handoffs where
 * another group takes over; resources as teams with roles and numbers, never as names. Records that came from the same
 * plan before are brought up to date. The report's rows are tasks.
 */
export function planOutcome(
  plan: ProjectPlanDocument,
  fileName: string,
  records: PortfolioRecords,
  newId: () => string,
): ImportOutcome {
  const settings = records.portfolio.portfolio;
  const currency = plan.currency ?? settings?.currency ?? 'USD';
  const moneyFits = settings === undefined || currency === settings.currency || !holdsMoney(records);
  const amount = (value: number | null): number | null => (moneyFits ? planAmount(value, currency) : null);
  const level = stepLevel(plan.tasks);
  const branches = branchesAt(plan.tasks, level);
  const steps = branches.filter(({ task }) => !task.milestone);
  const milestones = plan.tasks.filter(({ milestone }) => milestone);
  const people = peopleOf(plan, newId, records);
  const scheduled: Scheduled = {
    plan,
    schedule: planSchedule(plan),
    calendars: new Map(plan.resources.map(({ uid, calendar }) => [uid, calendar])),
  };

  const key = matchKey(plan.name);
  const known = Object.values(records.initiative).find((initiative) =>
    plan.id !== null && initiative.externalId !== null
      ? initiative.externalId === plan.id
      : matchKey(initiative.name) === key,
  );
  const issues: ImportIssue[] = [];
  const initiatives = new Changes<Initiative>(issues);
  const phases = new Changes<Phase>(issues);
  const releases = new Changes<Release>(issues);
  const handoffs: Handoff[] = [];

  const released = milestones.filter(({ name }) => RELEASE_WORDS.test(name));
  const other = milestones.filter((task) => !released.includes(task));
  const fields: Partial<Initiative> = {
    ...planFields(plan, amount),
    name: cutName(plan.name),
    teamId: people.only,
    extra: { ...known?.extra, ...milestoneList(other), ...forecast(plan) },
  };
  const fresh = { ...newInitiative(newId(), cutName(plan.name)), ...fields };
  const initiative = initiatives.put(known, fresh, fields);

  const kept = Object.values(records.phase).filter((phase) => phase.initiativeId === initiative.id);
  const phaseOf = new Map<number, Phase>();
  for (const [position, branch] of steps.entries()) {
    const externalId = String(branch.task.uid);
    const old = kept.find((phase) => phase.externalId === externalId);
    const phase = phaseFrom(branch, old?.id ?? newId(), initiative.id, position, scheduled, people, amount);
    // Somebody may have sorted the steps anew, or said what they are.
    const { position: _position, kind: _kind, ...known } = phase;
    const put = phases.put(old, phase, known);
    for (const task of branch.own) phaseOf.set(task.uid, put);
  }
  const waits = linkPhases(scheduled, phaseOf, phases, kept, (from, to, days, passes) => {
    const [left, right] = [people.teams.get(from.teamId ?? ''), people.teams.get(to.teamId ?? '')];
    if (!left || !right || left.id === right.id || known) return;
    handoffs.push({
      ...newHandoff(newId(), initiative.id, handoffs.length),
      fromName: left.name,
      toName: right.name,
      fromTeamId: left.id,
      toTeamId: right.id,
      passes,
      waitDays: days,
      phaseId: to.id,
    });
  });
  const before = Object.values(records.release).filter((release) => release.initiativeId === initiative.id);
  for (const task of released) {
    const externalId = String(task.uid);
    const old = before.find((release) => release.externalId === externalId);
    releases.put(old, {
      id: old?.id ?? newId(),
      initiativeId: initiative.id,
      name: cutName(task.name),
      plannedDate: task.baselineFinish ?? task.finish,
      actualDate: task.actualFinish,
      scopeShare: null,
      plannedValuePerMonth: null,
      measuredValuePerMonth: null,
      hypothesis: old?.hypothesis ?? '',
      learned: old?.learned ?? '',
      externalId,
    });
  }
  const switchCurrency = settings !== undefined && currency !== settings.currency && moneyFits;
  const changed = initiatives.update.length + phases.add.length + phases.update.length + releases.add.length;
  const budget = initiative.budget ?? 0;
  return {
    changes: {
      add: {
        team: people.newTeams,
        initiative: initiatives.add,
        phase: phases.add,
        release: releases.add,
        teamMember: people.newMembers,
        handoff: handoffs,
      },
      update: {
        ...(switchCurrency && settings ? { portfolio: [{ ...settings, currency }] } : {}),
        initiative: initiatives.update,
        phase: phases.update,
        release: releases.update,
      },
    },
    report: {
      fileName,
      rows: 1,
      created: known ? 0 : 1,
      updated: known && changed + releases.update.length > 0 ? 1 : 0,
      unchanged: known && changed + releases.update.length === 0 ? 1 : 0,
      skipped: [],
      refused: [],
      unreadable: [...(plan.issues ?? []), ...unreadableOf(plan, moneyFits), ...issues],
      repaired: [],
      sums: { budget, currency },
      notes: notesOf(plan, steps, phaseOf, waits, people.counted),
    },
  };
}

function planFields(
  plan: ProjectPlanDocument,
  amount: (value: number | null) => number | null,
): Partial<Initiative> {
  const { root } = plan;
  const work = root?.complete ?? 0;
  const sum = (of: (task: PlanTask) => number | null): number | null => {
    const known = plan.tasks.flatMap((task) => (task.summary ? [] : (of(task) ?? [])));
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const cost = root?.cost ?? sum((task) => task.cost);
  const baseline = root?.baselineCost ?? sum((task) => task.baselineCost);
  const actual = root?.actualCost ?? sum((task) => task.actualCost);
  const start = earliest([root?.baselineStart ?? null, ...plan.tasks.map((task) => task.baselineStart)]);
  const finish = latest([root?.baselineFinish ?? null, ...plan.tasks.map((task) => task.baselineFinish)]);
  // A plan without costs has zeros everywhere: nobody entered them.
  const entered = (value: number | null): number | null => (value === 0 && !cost && !baseline ? null : value);
  return {
    externalId: plan.id,
    description: cutText(plan.description, MAX_EXTRA),
    stage: work >= 100 ? 'done' : plan.tasks.some((task) => task.actualStart !== null) ? 'active' : 'planned',
    owner: plan.company === null ? null : cutName(plan.company),
    startDate: start ?? plan.start,
    endDate: finish ?? plan.finish,
    budget: amount(entered(baseline || cost)),
    spent: amount(entered(actual)),
  };
}

function milestoneList(tasks: readonly PlanTask[]): Record<string, string> {
  if (tasks.length === 0) return {};
  const lines = tasks.map(({ name, finish }) => (finish === null ? name : `${finish} ${name}`));
  return { Milestones: cutText(lines.join('\n'), MAX_EXTRA) };
}

/** The end as it is expected now, where the baseline says another. */
function forecast({ root, finish }: ProjectPlanDocument): Record<string, string> {
  const now = root?.finish ?? finish;
  const agreed = root?.baselineFinish ?? null;
  return now !== null && agreed !== null && now !== agreed ? { 'Expected finish': now } : {};
}

function phaseFrom(
  { task, own }: Branch,
  id: string,
  initiativeId: string,
  position: number,
  { plan, schedule, calendars }: Scheduled,
  people: People,
  amount: (value: number | null) => number | null,
): Phase {
  const uids = new Set(own.map(({ uid }) => uid));
  const assigned = plan.assignments.filter((each) => uids.has(each.task) && people.teamOf.has(each.resource));
  const units = new Map<number, number>();
  for (const each of assigned) units.set(each.resource, Math.max(units.get(each.resource) ?? 0, each.units));
  const teams = new Set([...units.keys()].map((resource) => people.teamOf.get(resource)));
  const heads = [...units.values()].reduce((sum, value) => sum + Math.max(1, Math.round(value)), 0);
  const startDate = task.baselineStart ?? task.start;
  const said = task.baselineFinish ?? task.finish;
  // A step that nobody dated to its end ends when its working time is over.
  const endDate =
    said ?? (startDate !== null && task.duration ? schedule.finishOf(task, startDate, task.duration) : null);
  const ordered = startDate === null || endDate === null || startDate <= endDate;
  const leaves = own.filter(({ summary }) => !summary);
  const cost = task.baselineCost || task.cost;
  const minutes = assigned.reduce((sum, each) => sum + (each.workMinutes ?? 0), 0) || (task.workMinutes ?? 0);
  const available =
    startDate !== null && endDate !== null && ordered
      ? [...units].reduce(
          (sum, [resource, value]) =>
            sum +
            Math.max(1, Math.round(value)) *
              schedule.available(task, calendars.get(resource) ?? null, startDate, endDate),
          0,
        )
      : 0;
  return {
    ...newPhase(id, initiativeId, position, phaseKindOf(task.name).kind, cutName(activityTitle(task.name))),
    startDate,
    endDate,
    months:
      (startDate === null || endDate === null) && task.duration ? schedule.monthsOf(task.duration) : null,
    actualStartDate: task.actualStart ?? earliest(leaves.map(({ actualStart }) => actualStart)),
    actualEndDate: task.actualFinish,
    people: heads > 0 ? heads : null,
    allocation: heads > 0 && available > 0 && minutes > 0 ? Math.min(1, minutes / available) : null,
    cost: amount(cost === 0 ? null : cost),
    teamId: teams.size === 1 ? ([...teams][0] ?? null) : null,
    externalId: String(task.uid),
  };
}

/**
 * Turns links between steps into the wait before the later one; links inside a step, and those of steps that run side by
 * side, are only counted.
 */
function linkPhases(
  { plan, schedule }: Scheduled,
  phaseOf: ReadonlyMap<number, Phase>,
  phases: Changes<Phase>,
  kept: readonly Phase[],
  onLink: (from: Phase, to: Phase, days: number, passes: string) => void,
): { readonly inside: number; readonly beside: number } {
  const names = new Map(plan.tasks.map((task) => [task.uid, task]));
  const before = new Map<string, { from: Phase; to: Phase; days: number; passes: string }>();
  let [inside, beside] = [0, 0];
  for (const task of plan.tasks)
    for (const link of task.links) {
      const source = names.get(link.from);
      const [from, to] = [phaseOf.get(link.from), phaseOf.get(task.uid)];
      if (!source || !from || !to || from.id === to.id || link.crossProject) {
        inside += 1;
        continue;
      }
      if (link.sideBySide) {
        beside += 1;
        continue;
      }
      const gap =
        source.finish !== null && task.start !== null
          ? schedule.waitBetween(task, source.finish, task.start)
          : link.lagDays;
      const days = Math.min(MOST_WAIT, Math.max(0, gap));
      const key = `${from.id}\n${to.id}`;
      const old = before.get(key);
      // The last of several links is the one that holds the step up.
      if (!old || days < old.days) before.set(key, { from, to, days, passes: source.name });
    }
  const waits = new Map<string, number>();
  for (const { to, days } of before.values())
    waits.set(to.id, Math.min(waits.get(to.id) ?? Number.POSITIVE_INFINITY, days));
  const fill = (list: Phase[]): void => {
    for (const [index, phase] of list.entries()) {
      const days = waits.get(phase.id);
      if (days !== undefined) list[index] = { ...phase, waitMonths: days / DAYS_PER_CALENDAR_MONTH };
    }
  };
  fill(phases.add);
  fill(phases.update);
  for (const phase of kept) {
    const days = waits.get(phase.id);
    const wait = days === undefined ? undefined : days / DAYS_PER_CALENDAR_MONTH;
    if (wait === undefined || phase.waitMonths === wait) continue;
    if (!phases.update.some(({ id }) => id === phase.id)) phases.update.push({ ...phase, waitMonths: wait });
  }
  for (const { from, to, days, passes } of before.values()) onLink(from, to, days, passes);
  return { inside, beside };
}

function unreadableOf(plan: ProjectPlanDocument, moneyFits: boolean): ImportReport['unreadable'] {
  const cost = plan.root?.baselineCost || plan.root?.cost;
  if (moneyFits || !cost) return [];
  return [
    { row: 1, column: 'Cost', reason: 'other_currency', value: `${cost} ${plan.currency ?? ''}`.trim() },
  ];
}

const distinct = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].filter((name) => name !== '');

function notesOf(
  plan: ProjectPlanDocument,
  steps: readonly Branch[],
  phaseOf: ReadonlyMap<number, Phase>,
  { inside, beside }: { readonly inside: number; readonly beside: number },
  counted: number,
): SourceNote[] {
  const baselines = plan.tasks.filter(({ baselineStart }) => baselineStart !== null).length;
  const note = (what: SourceNote['what'], count: number, examples: readonly string[]): SourceNote[] =>
    count > 0 ? [{ what, count, examples: examples.slice(0, EXAMPLES) }] : [];
  return [
    ...note(
      'tasksGathered',
      phaseOf.size,
      steps.map(({ task }) => task.name.slice(0, 60)),
    ),
    ...note('baselineKept', baselines, []),
    ...note('linksLeft', inside, []),
    ...note('linksBeside', beside, []),
    ...note('peopleCounted', counted, []),
    ...note('calendarRead', plan.calendars.exceptions.length, distinct(plan.calendars.exceptions)),
    ...note('calendarLeft', plan.calendars.left.length, distinct(plan.calendars.left)),
  ];
}
