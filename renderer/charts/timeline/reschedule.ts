import type { PlacedPhase } from '../../../shared/analysis/schedule.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import type { Allocation, Initiative, Phase, Release, Tranche } from '../../../shared/domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH, dayNumber, isoDay } from '../../../shared/domain/time.ts';
import { quarterLater, quarterOfDay, quartersBetween } from '../../../shared/planning/quarters.ts';
import { FIRST_DAY, LAST_DAY, lastDayOf } from './calendar.ts';
import { itemOf, type Subject, type TimelineItem } from './timelineData.ts';

/** What a person does to an initiative's dates. Days since 1970-01-01; ends are the first day after. */
export type Gesture =
  | { readonly kind: 'move'; readonly days: number }
  | { readonly kind: 'start'; readonly to: number }
  | { readonly kind: 'end'; readonly to: number }
  | { readonly kind: 'phaseStart'; readonly phaseId: string; readonly to: number }
  | { readonly kind: 'phaseEnd'; readonly phaseId: string; readonly to: number }
  | { readonly kind: 'release'; readonly releaseId: string; readonly to: number }
  /** Gives dates to an initiative that has none. */
  | { readonly kind: 'place'; readonly from: number; readonly to: number };

/** Why a gesture cannot be: each has a sentence in the `timeline` catalogue under `refused.`. */
export type Refusal = 'endBeforeStart' | 'phaseTooShort' | 'releaseOut' | 'calendar' | 'gone';

/** The sentence of the `history` catalogue that tells of it. */
export interface RescheduleLabel {
  readonly key:
    | 'timeline.move'
    | 'timeline.start'
    | 'timeline.end'
    | 'timeline.phase'
    | 'timeline.release'
    | 'timeline.place';
  readonly params: Readonly<Record<string, string | number>>;
}

export type Rescheduled =
  | {
      readonly ok: true;
      /** Empty when nothing is different. */
      readonly changes: readonly Change[];
      readonly label: RescheduleLabel;
      /** The initiative as it would lie. */
      readonly ghost: TimelineItem;
    }
  | { readonly ok: false; readonly refusal: Refusal };

class Draft {
  readonly subject: Subject;
  readonly #initiative: Record<string, unknown> = {};
  readonly #phases = new Map<string, Record<string, unknown>>();
  readonly #releases = new Map<string, Record<string, unknown>>();
  readonly #tranches = new Map<string, Record<string, unknown>>();
  readonly #allocations = new Map<string, Record<string, unknown>>();

  constructor(subject: Subject) {
    this.subject = subject;
  }
  initiative(values: Partial<Initiative>): void {
    Object.assign(this.#initiative, values);
  }
  phase(id: string, values: Partial<Phase>): void {
    this.#phases.set(id, { ...this.#phases.get(id), ...values });
  }
  release(id: string, values: Partial<Release>): void {
    this.#releases.set(id, { ...this.#releases.get(id), ...values });
  }
  tranche(id: string, values: Partial<Tranche>): void {
    this.#tranches.set(id, { ...this.#tranches.get(id), ...values });
  }
  allocation(id: string, values: Partial<Allocation>): void {
    this.#allocations.set(id, { ...this.#allocations.get(id), ...values });
  }
  /** The records with the changes in them. */
  result(): Subject {
    const { initiative, phases, releases, tranches, handoffs, allocations } = this.subject;
    return {
      handoffs,
      initiative: { ...initiative, ...this.#initiative },
      phases: phases.map((each) => ({ ...each, ...this.#phases.get(each.id) })),
      releases: releases.map((each) => ({ ...each, ...this.#releases.get(each.id) })),
      tranches: tranches.map((each) => ({ ...each, ...this.#tranches.get(each.id) })),
      allocations: allocations.map((each) => ({ ...each, ...this.#allocations.get(each.id) })),
    };
  }
  changes(): readonly Change[] {
    const { initiative, phases, releases, tranches, allocations } = this.subject;
    return [
      ...patch('initiative', initiative, this.#initiative),
      ...phases.flatMap((each) => patch('phase', each, this.#phases.get(each.id))),
      ...releases.flatMap((each) => patch('release', each, this.#releases.get(each.id))),
      ...tranches.flatMap((each) => patch('tranche', each, this.#tranches.get(each.id))),
      ...allocations.flatMap((each) => patch('allocation', each, this.#allocations.get(each.id))),
    ];
  }
}

function patch(
  table: 'initiative' | 'phase' | 'release' | 'tranche' | 'allocation',
  record: Initiative | Phase | Release | Tranche | Allocation,
  values: Record<string, unknown> | undefined,
): readonly Change[] {
  if (!values) return [];
  const own = record as unknown as Record<string, unknown>;
  const different = Object.entries(values).filter(([field, value]) => own[field] !== value);
  if (different.length === 0) return [];
  return [{ op: 'patch', table, id: record.id, values: Object.fromEntries(different) }];
}

const shifted = (date: string | null, days: number): string | null =>
  date === null ? null : isoDay(dayNumber(date) + days);
const monthsOf = (days: number): number => Math.round((days / DAYS_PER_CALENDAR_MONTH) * 100) / 100;

/**
 * The changes that a gesture makes, as data, with the initiative as it would lie then. Moving takes planned phase
 * dates, releases that are not out and tranches that nobody decided on along, and leaves what really happened alone;
 * people given to it by quarter go as many quarters along as its first planned day does. Stretching an end moves the
 * phases that touch it; a boundary between two touching phases moves both. Refused when an end would come before its
 * start, a phase would be shorter than a day, a release is out already, or the calendar (1900 to 2199) ends.
 */
export function reschedule(subject: Subject, gesture: Gesture): Rescheduled {
  const item = itemOf(subject);
  const draft = new Draft(subject);
  const refusal = apply(draft, item, gesture);
  if (refusal) return { ok: false, refusal };
  const next = draft.result();
  const ghost = itemOf(next);
  const changes = draft.changes();
  if (!inCalendar(next)) return { ok: false, refusal: 'calendar' };
  return { ok: true, changes, label: labelOf(subject, gesture, ghost), ghost };
}

function apply(draft: Draft, item: TimelineItem, gesture: Gesture): Refusal | null {
  switch (gesture.kind) {
    case 'move':
      return move(draft, item, gesture.days);
    case 'start':
      return stretchStart(draft, item, gesture.to);
    case 'end':
      return stretchEnd(draft, item, gesture.to);
    case 'phaseStart':
    case 'phaseEnd':
      return moveBoundary(draft, item, gesture);
    case 'release': {
      const release = draft.subject.releases.find((each) => each.id === gesture.releaseId);
      if (!release) return 'gone';
      if (release.actualDate !== null) return 'releaseOut';
      if (!fits(gesture.to)) return 'calendar';
      draft.release(release.id, { plannedDate: isoDay(gesture.to) });
      return null;
    }
    case 'place': {
      const [from, to] = [Math.min(gesture.from, gesture.to), Math.max(gesture.from, gesture.to)];
      if (to <= from) return 'endBeforeStart';
      if (!fits(from) || !fits(to)) return 'calendar';
      draft.initiative({ startDate: isoDay(from), endDate: lastDayOf(to) });
      return null;
    }
  }
}

const fits = (day: number): boolean => day >= FIRST_DAY && day <= LAST_DAY;

function inCalendar(subject: Subject): boolean {
  return (
    plannedDates(subject).every((date) => date >= '1900-01-01' && date <= '2199-12-31') &&
    subject.allocations.every(({ quarter }) => quarter >= '1900-Q1' && quarter <= '2199-Q4')
  );
}

/** Every date that moving takes along. */
function plannedDates({ initiative, phases, releases, tranches }: Subject): readonly string[] {
  return [
    initiative.startDate,
    initiative.endDate,
    ...phases.flatMap((each) => [each.startDate, each.endDate]),
    ...releases.map((each) => (each.actualDate === null ? each.plannedDate : null)),
    ...tranches.filter(isOpen).flatMap((each) => [each.startDate, each.endDate]),
  ].filter((date) => date !== null);
}

/** A tranche that was decided on is a fact and stays. */
const isOpen = (tranche: Tranche): boolean => tranche.decision === 'pending';

function move(draft: Draft, { schedule }: TimelineItem, days: number): Refusal | null {
  const { initiative, phases, releases, tranches, allocations } = draft.subject;
  if (!plannedDates(draft.subject).every((date) => fits(dayNumber(date) + days))) return 'calendar';
  const both = (span: { readonly startDate: string | null; readonly endDate: string | null }) => ({
    startDate: shifted(span.startDate, days),
    endDate: shifted(span.endDate, days),
  });
  draft.initiative(both(initiative));
  for (const phase of phases) draft.phase(phase.id, both(phase));
  for (const { id, plannedDate, actualDate } of releases) {
    if (actualDate === null) draft.release(id, { plannedDate: shifted(plannedDate, days) });
  }
  for (const tranche of tranches) if (isOpen(tranche)) draft.tranche(tranche.id, both(tranche));
  const first = schedule.start ?? schedule.end;
  if (first !== null) {
    const by = quartersBetween(quarterOfDay(isoDay(first)), quarterOfDay(isoDay(first + days)));
    for (const { id, quarter } of allocations) draft.allocation(id, { quarter: quarterLater(quarter, by) });
  }
  return null;
}

function stretchStart(draft: Draft, { schedule, initiative }: TimelineItem, to: number): Refusal | null {
  if (!fits(to)) return 'calendar';
  if (schedule.end !== null && to >= schedule.end) return 'endBeforeStart';
  const { start, phases } = schedule;
  const touching = phases.filter((each) => each.start === start && each.end > each.start);
  for (const placed of touching) {
    if (placed.end <= to) return 'phaseTooShort';
    setStart(draft, placed, to, true);
  }
  // Where only the phases said when it starts, they go on saying it.
  if (initiative.startDate !== null || touching.length === 0) draft.initiative({ startDate: isoDay(to) });
  // A first phase that waits after the start waits longer instead, so that the phases stay where they are.
  const first = phases[0];
  if (first && start !== null && first.phase.startDate === null && !touching.includes(first)) {
    draft.phase(first.phase.id, { waitMonths: waitWith(first, start - to) });
  }
  return null;
}

/** The wait before a phase with days more or less, months; never less than none. */
function waitWith({ phase }: PlacedPhase, days: number): number {
  return Math.max(0, monthsOf((phase.waitMonths ?? 0) * DAYS_PER_CALENDAR_MONTH + days));
}

function stretchEnd(draft: Draft, { schedule, initiative }: TimelineItem, to: number): Refusal | null {
  if (!fits(to)) return 'calendar';
  if (schedule.start !== null && to <= schedule.start) return 'endBeforeStart';
  const touching = schedule.phases.filter((each) => each.end === schedule.end && each.end > each.start);
  for (const placed of touching) {
    if (to <= placed.start) return 'phaseTooShort';
    setEnd(draft, placed, to);
  }
  // Where only the phases said when it ends, they go on saying it.
  if (initiative.endDate !== null || touching.length === 0) draft.initiative({ endDate: lastDayOf(to) });
  return null;
}

function moveBoundary(
  draft: Draft,
  { schedule, initiative }: TimelineItem,
  gesture: Extract<Gesture, { kind: 'phaseStart' | 'phaseEnd' }>,
): Refusal | null {
  const { phases } = schedule;
  const at = phases.findIndex((each) => each.phase.id === gesture.phaseId);
  const placed = phases[at];
  if (!placed) return 'gone';
  const { to } = gesture;
  if (!fits(to)) return 'calendar';
  const isStart = gesture.kind === 'phaseStart';
  const [before, after] = isStart ? [phases[at - 1], placed] : [placed, phases[at + 1]];
  const joined = before && after && before.end === after.start;
  if (before && (!isStart || joined)) {
    if (to <= before.start) return 'phaseTooShort';
    setEnd(draft, before, to);
  }
  if (after && (isStart || joined)) {
    if (to >= after.end) return 'phaseTooShort';
    setStart(draft, after, to, joined === true || after.start === schedule.start);
  }
  if (isStart && placed.start === schedule.start && initiative.startDate !== null) {
    draft.initiative({ startDate: isoDay(to) });
  }
  if (!isStart && placed.end === schedule.end && initiative.endDate !== null) {
    draft.initiative({ endDate: lastDayOf(to) });
  }
  return null;
}

/**
 * A phase with a length only starts where what comes before it ends, after its wait: its length makes up for the new
 * start so that its own end stays, and where what comes before it stays (`follows` is false), its wait does.
 */
function setStart(draft: Draft, placed: PlacedPhase, to: number, follows: boolean): void {
  const { phase, start, end } = placed;
  if (phase.startDate !== null) draft.phase(phase.id, { startDate: isoDay(to) });
  else if (!follows) draft.phase(phase.id, { waitMonths: waitWith(placed, to - start) });
  if (phase.months !== null) draft.phase(phase.id, { months: monthsOf(end - to) });
}

function setEnd(draft: Draft, { phase, start }: PlacedPhase, to: number): void {
  if (phase.endDate !== null) draft.phase(phase.id, { endDate: lastDayOf(to) });
  if (phase.months !== null) draft.phase(phase.id, { months: monthsOf(to - start) });
}

function labelOf(subject: Subject, gesture: Gesture, ghost: TimelineItem): RescheduleLabel {
  const { name } = subject.initiative;
  const start = ghost.schedule.start === null ? '?' : isoDay(ghost.schedule.start);
  const end = ghost.schedule.end === null ? '?' : lastDayOf(ghost.schedule.end);
  switch (gesture.kind) {
    case 'move':
      return { key: 'timeline.move', params: { name, start } };
    case 'start':
      return { key: 'timeline.start', params: { name, start } };
    case 'end':
      return { key: 'timeline.end', params: { name, end } };
    case 'place':
      return { key: 'timeline.place', params: { name, start, end } };
    case 'phaseStart':
    case 'phaseEnd': {
      const phase = subject.phases.find((each) => each.id === gesture.phaseId)?.name ?? '';
      return { key: 'timeline.phase', params: { name, phase } };
    }
    case 'release': {
      const release = subject.releases.find((each) => each.id === gesture.releaseId)?.name ?? '';
      return { key: 'timeline.release', params: { name, release, date: isoDay(gesture.to) } };
    }
  }
}
