import type { Allocation, Initiative, PortfolioRecords } from '../domain/records.ts';
import type { Schedule } from './schedule.ts';

/** A stretch of time, days since 1970-01-01; `to` is the first day after it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a team is asked to do in one stretch of time. */
export interface Load {
  /** Mean number of full-time people that the known staffing asks for; null when nothing here has known staffing. */
  readonly people: number | null;
  /** Pieces of work at this time of which nobody entered the people: the load is at least `people`. */
  readonly unknown: number;
}

export interface TeamLoad {
  readonly teamId: string;
  /**
   * People the team has: by its roles, else the most that one product team of its own is staffed with; null when
   * neither is known.
   */
  readonly size: number | null;
  /** One entry a span. */
  readonly loads: readonly Load[];
}

interface Work {
  readonly teamId: string;
  readonly initiativeId: string;
  readonly from: number;
  readonly to: number;
  /** Full-time people; null when nobody entered them. */
  readonly people: number | null;
}

/**
 * How many people each team needs in each span (spans in order of time, without gaps): where a quarter's people were
 * allocated, those; else from phases (people times share of their time) and from product teams. A phase without a team
 * of its own counts for its initiative's. Only funded work counts that was neither stopped nor retired. A product team
 * without an end works on through all spans. Unknown staffing is counted as unknown and never as nobody.
 */
export function teamLoads(
  records: PortfolioRecords,
  schedules: ReadonlyMap<string, Schedule>,
  spans: readonly Span[],
): readonly TeamLoad[] {
  const all: Work[] = [];
  const sizes = new Map<string, number>();
  const last = spans.at(-1)?.to ?? 0;
  for (const id in records.initiative) {
    const initiative = records.initiative[id]!;
    if (!initiative.funded || initiative.retired || initiative.stage === 'stopped') continue;
    const schedule = schedules.get(id);
    if (!schedule) continue;
    if (initiative.mode === 'product' && initiative.teamId !== null && initiative.teamPeople !== null) {
      const known = sizes.get(initiative.teamId) ?? 0;
      sizes.set(initiative.teamId, Math.max(known, initiative.teamPeople));
    }
    all.push(...worksOf(initiative, schedule, last));
  }
  const works = Map.groupBy(all, ({ teamId }) => teamId);
  for (const [teamId, people] of peopleByRoles(records)) sizes.set(teamId, people);
  const allocated = allocatedQuarters(records);
  for (const teamId of allocated.keys()) if (!works.has(teamId)) works.set(teamId, []);
  return [...works].map(([teamId, list]) => ({
    teamId,
    size: sizes.get(teamId) ?? null,
    loads: loadsOf(list, allocated.get(teamId) ?? [], spans),
  }));
}

/** Share by which a load exceeds the team: 0.18 is 18 % too much; null when the team's size or the load is unknown, 0 when it fits. */
export function overloadOf({ people }: Load, size: number | null): number | null {
  if (people === null || size === null || size <= 0) return null;
  return Math.max(0, people / size - 1);
}

/** Full-time people of each team that has roles. */
function peopleByRoles(records: PortfolioRecords): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const id in records.teamMember) {
    const { teamId, people } = records.teamMember[id]!;
    sums.set(teamId, (sums.get(teamId) ?? 0) + people);
  }
  return sums;
}

interface Quarter extends Span {
  readonly teamId: string;
  readonly initiativeId: string;
  readonly people: number;
}

function allocatedQuarters(records: PortfolioRecords): ReadonlyMap<string, readonly Quarter[]> {
  const quarters = Object.values(records.allocation).flatMap((allocation) => {
    const initiative = records.initiative[allocation.initiativeId];
    const isGoing = initiative?.funded && !initiative.retired && initiative.stage !== 'stopped';
    return isGoing ? [quarterOf(allocation)] : [];
  });
  return Map.groupBy(quarters, ({ teamId }) => teamId);
}

const quarterOf = ({ teamId, initiativeId, people, quarter }: Allocation): Quarter => ({
  teamId,
  initiativeId,
  people,
  ...quarterSpan(quarter),
});

/** The days of a calendar quarter written `YYYY-Qn`. */
export function quarterSpan(quarter: string): Span {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  const first = (months: number): number => Date.UTC(year, months, 1) / 86_400_000;
  return { from: first((number - 1) * 3), to: first(number * 3) };
}

function worksOf(initiative: Initiative, schedule: Schedule, last: number): readonly Work[] {
  if (initiative.mode === 'project' && schedule.phases.length > 0) {
    return schedule.phases.flatMap(({ phase, start, end }) => {
      const teamId = phase.teamId ?? initiative.teamId;
      if (teamId === null || end <= start) return [];
      return [
        {
          teamId,
          initiativeId: initiative.id,
          from: start,
          to: end,
          people: fullTime(phase.people, phase.allocation),
        },
      ];
    });
  }
  if (initiative.teamId === null || schedule.start === null) return [];
  const to = schedule.end ?? (initiative.mode === 'product' ? last : null);
  if (to === null || to <= schedule.start) return [];
  const people = fullTime(initiative.teamPeople, initiative.teamAllocation);
  return [{ teamId: initiative.teamId, initiativeId: initiative.id, from: schedule.start, to, people }];
}

/** As in the model, people whose share of time nobody entered are there full time. */
const fullTime = (people: number | null, allocation: number | null): number | null =>
  people === null ? null : people * (allocation ?? 1);

interface Sum {
  people: number;
  known: number;
  unknown: number;
}

/** The spans, in order of time and without gaps, that touch a stretch: first and one after the last. */
function touched(spans: readonly Span[], { from, to }: Span): readonly [number, number] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < spans.length && spans[last]!.from < to) last += 1;
  return [low, last];
}

const daysInBoth = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** The quarters in which somebody allocated people to an initiative, each once: that is then what it is asked for. */
function ownQuarters(allocated: readonly Quarter[], initiativeId: string): readonly Span[] {
  const byStart = new Map<number, Span>();
  for (const quarter of allocated)
    if (quarter.initiativeId === initiativeId) byStart.set(quarter.from, quarter);
  return [...byStart.values()];
}

function loadsOf(
  works: readonly Work[],
  allocated: readonly Quarter[],
  spans: readonly Span[],
): readonly Load[] {
  const sums: Sum[] = spans.map(() => ({ people: 0, known: 0, unknown: 0 }));
  const add = (work: Span, people: number | null, without: readonly Span[]): void => {
    const [first, last] = touched(spans, work);
    for (let at = first; at < last; at += 1) {
      const span = spans[at]!;
      const part = { from: Math.max(work.from, span.from), to: Math.min(work.to, span.to) };
      const days = without.reduce((left, each) => left - daysInBoth(each, part), part.to - part.from);
      const sum = sums[at]!;
      if (days <= 0) continue;
      if (people === null) sum.unknown += 1;
      else {
        sum.known += 1;
        sum.people += (people * days) / (span.to - span.from);
      }
    }
  };
  for (const quarter of allocated) add(quarter, quarter.people, []);
  for (const work of works) {
    add(work, work.people, ownQuarters(allocated, work.initiativeId));
  }
  // Nobody at work is a true zero; only work without people is not known.
  return sums.map(({ people, known, unknown }) => ({
    people: known === 0 && unknown > 0 ? null : people,
    unknown,
  }));
}
