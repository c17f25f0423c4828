import {
  type DatedDependency,
  datedDependencies,
  pushesOf,
  slackOf,
} from '../../../shared/analysis/criticalPath.ts';
import { type PortfolioIndex, portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { type Schedule, scheduleOf } from '../../../shared/analysis/schedule.ts';
import type {
  Allocation,
  Handoff,
  Initiative,
  Phase,
  PortfolioRecords,
  Release,
  Tranche,
} from '../../../shared/domain/records.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import type { Extent } from './axis.ts';

/** A release on the calendar. */
export interface DatedRelease {
  readonly release: Release;
  readonly day: number;
  readonly out: boolean;
}

/** A tranche of funding on the calendar; `end` is null while nobody said how long it lasts. */
export interface DatedTranche {
  readonly tranche: Tranche;
  readonly start: number;
  readonly end: number | null;
}

/** What happened, against the plan; `to` is null while it still goes on. */
export interface ActualSpan {
  readonly from: number;
  readonly to: number | null;
}

/** One initiative as the timeline draws it; days since 1970-01-01, ends are the first day after. */
export interface TimelineItem {
  readonly id: string;
  readonly initiative: Initiative;
  readonly schedule: Schedule;
  /** By phase id, the days that it may slip; 0 is critical. */
  readonly slackDays: ReadonlyMap<string, number>;
  readonly releases: readonly DatedRelease[];
  readonly tranches: readonly DatedTranche[];
  /** Phases into which the handoff ledger says that work passes. */
  readonly handedTo: ReadonlySet<string>;
  /** Rows of the handoff ledger, in their order, that lead into no phase of the calendar: all of a product team's. */
  readonly ledger: readonly Handoff[];
  /** Rows of the ledger in all. */
  readonly handoffs: number;
  readonly actual: ActualSpan | null;
}

export interface TimelineData {
  readonly items: ReadonlyMap<string, TimelineItem>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly dependencies: readonly DatedDependency[];
  /** By initiative, the dependencies that it starts too early for. */
  readonly violated: ReadonlyMap<string, readonly DatedDependency[]>;
  /** By initiative, who starts later as soon as it ends later. */
  readonly pushes: ReadonlyMap<string, readonly string[]>;
  /** From the first start to the last end; null when nothing has dates. */
  readonly extent: Extent | null;
  readonly undated: number;
}

/** The records of one initiative that the timeline shows; phases and tranches in order of position. */
export interface Subject {
  readonly initiative: Initiative;
  readonly phases: readonly Phase[];
  readonly releases: readonly Release[];
  readonly tranches: readonly Tranche[];
  readonly handoffs: readonly Handoff[];
  /** Not drawn; they move with the initiative. */
  readonly allocations: readonly Allocation[];
}

interface Made {
  readonly subject: Subject;
  readonly item: TimelineItem;
}

const none: readonly never[] = [];

/** What hangs on an initiative. */
export function subjectOf(initiative: Initiative, index: PortfolioIndex): Subject {
  const { id } = initiative;
  return {
    initiative,
    phases: index.phases.get(id) ?? none,
    releases: index.releases.get(id) ?? none,
    tranches: index.tranches.get(id) ?? none,
    handoffs: index.handoffs.get(id) ?? none,
    allocations: index.allocations.get(id) ?? none,
  };
}

const made = new WeakMap<Initiative, Made>();
let known: { readonly records: PortfolioRecords; readonly data: TimelineData } | null = null;

/** The portfolio on the calendar; after a change only the initiatives concerned are placed again. */
export function timelineData(records: PortfolioRecords): TimelineData {
  if (known && sameTables(known.records, records)) return known.data;
  const index = portfolioIndex(records);
  const items = new Map<string, TimelineItem>();
  const schedules = new Map<string, Schedule>();
  let undated = 0;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const id in records.initiative) {
    const initiative = records.initiative[id]!;
    // Retired ones are kept for the record, out of plans.
    if (initiative.retired) continue;
    const item = itemOf(subjectOf(initiative, index));
    items.set(id, item);
    schedules.set(id, item.schedule);
    const { start, end } = item.schedule;
    if (start === null && end === null) undated += 1;
    from = Math.min(from, start ?? end ?? from);
    to = Math.max(to, end ?? start ?? to);
  }
  const dependencies = datedDependencies(records.dependency, schedules);
  const late = dependencies.filter(({ slackDays }) => slackDays < 0);
  const violated = Map.groupBy(late, ({ from: initiativeId }) => initiativeId);
  const data: TimelineData = {
    items,
    schedules,
    dependencies,
    violated,
    pushes: pushesOf(dependencies),
    extent: from <= to ? { from, to } : null,
    undated,
  };
  known = { records, data };
  return data;
}

const sameTables = (a: PortfolioRecords, b: PortfolioRecords): boolean =>
  a.initiative === b.initiative &&
  a.phase === b.phase &&
  a.release === b.release &&
  a.tranche === b.tranche &&
  a.handoff === b.handoff &&
  a.dependency === b.dependency;

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a === b || (a.length === b.length && a.every((each, at) => each === b[at]));

/** An initiative with what hangs on it, placed; remembered while none of the records changes. */
export function itemOf(subject: Subject): TimelineItem {
  const { initiative, phases, releases, tranches, handoffs } = subject;
  const before = made.get(initiative);
  if (
    before &&
    sameList(before.subject.phases, phases) &&
    sameList(before.subject.releases, releases) &&
    sameList(before.subject.tranches, tranches) &&
    sameList(before.subject.handoffs, handoffs)
  ) {
    return before.item;
  }
  const schedule = scheduleOf(initiative, phases);
  const item: TimelineItem = {
    id: initiative.id,
    initiative,
    schedule,
    slackDays: slackOf(schedule.phases, schedule.end),
    releases: datedReleases(releases),
    tranches: datedTranches(tranches),
    handedTo: new Set(handoffs.flatMap(({ phaseId }) => phaseId ?? [])),
    ledger: ledgerBeside(handoffs, schedule),
    handoffs: handoffs.length,
    actual: actualOf(phases),
  };
  made.set(initiative, { subject, item });
  return item;
}

function ledgerBeside(handoffs: readonly Handoff[], { phases }: Schedule): readonly Handoff[] {
  if (handoffs.length === 0) return none;
  const placed = new Set(phases.map(({ phase }) => phase.id));
  return handoffs
    .filter(({ phaseId }) => phaseId === null || !placed.has(phaseId))
    .sort((a, b) => a.position - b.position);
}

function datedTranches(tranches: readonly Tranche[]): readonly DatedTranche[] {
  if (tranches.length === 0) return none;
  return tranches.flatMap((tranche) => {
    if (tranche.startDate === null) return [];
    const end = tranche.endDate === null ? null : dayNumber(tranche.endDate) + 1;
    return [{ tranche, start: dayNumber(tranche.startDate), end }];
  });
}

function datedReleases(releases: readonly Release[]): readonly DatedRelease[] {
  if (releases.length === 0) return none;
  const dated = releases.flatMap((release) => {
    const date = release.actualDate ?? release.plannedDate;
    return date === null ? [] : [{ release, day: dayNumber(date), out: release.actualDate !== null }];
  });
  return dated.sort((a, b) => a.day - b.day);
}

function actualOf(phases: readonly Phase[]): ActualSpan | null {
  let from: number | null = null;
  let to: number | null = null;
  let open = false;
  for (const { actualStartDate, actualEndDate } of phases) {
    if (actualStartDate !== null) {
      const day = dayNumber(actualStartDate);
      from = from === null ? day : Math.min(from, day);
      if (actualEndDate === null) open = true;
    }
    if (actualEndDate !== null) to = Math.max(to ?? Number.NEGATIVE_INFINITY, dayNumber(actualEndDate) + 1);
  }
  return from === null ? null : { from, to: open ? null : to };
}

/** A place at which work passes on: to another team, or out of the project. */
export interface HandOver {
  readonly phaseId: string;
  readonly day: number;
  /** Its slip moves the end of the initiative. */
  readonly critical: boolean;
}

/**
 * The hand-overs of a project: where a hand-over phase begins, where the next phase has another team, and where the
 * handoff ledger says so. Critical are those whose phase, and the one before it, have no slack.
 */
export function handOvers({ schedule, handedTo, slackDays }: TimelineItem): readonly HandOver[] {
  const { phases } = schedule;
  const tight = (id: string): boolean => (slackDays.get(id) ?? 1) < 1;
  return phases.flatMap((placed, at) => {
    const before = phases[at - 1];
    const { phase } = placed;
    const otherTeam =
      before !== undefined &&
      phase.teamId !== null &&
      before.phase.teamId !== null &&
      phase.teamId !== before.phase.teamId;
    if (phase.kind !== 'handOver' && !otherTeam && !handedTo.has(phase.id)) return [];
    const critical = tight(phase.id) && (before === undefined || tight(before.phase.id));
    return [{ phaseId: phase.id, day: placed.start, critical }];
  });
}
