import type { Initiative, PortfolioRecords } from '../domain/records.ts';
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
  /** People the team has, null when not known: the most that one product team of its own is staffed with. */
  readonly size: number | null;
  /** One entry a span. */
  readonly loads: readonly Load[];
}

interface Work {
  readonly teamId: string;
  readonly from: number;
  readonly to: number;
  /** Full-time people; null when nobody entered them. */
  readonly people: number | null;
}

/**
 * How many people each team needs in each span, from phases (people times share of their time) and from product teams;
 * a phase without a team of its own counts for its initiative's. Only funded work that was not stopped counts. A
 * product team without an end works on through all spans. Unknown staffing is counted as unknown and never as nobody.
 */
export function teamLoads(
  records: PortfolioRecords,
  schedules: ReadonlyMap<string, Schedule>,
  spans: readonly Span[],
): readonly TeamLoad[] {
  const works = new Map<string, Work[]>();
  const sizes = new Map<string, number>();
  const last = spans.at(-1)?.to ?? 0;
  for (const id in records.initiative) {
    const initiative = records.initiative[id]!;
    if (!initiative.funded || initiative.stage === 'stopped') continue;
    const schedule = schedules.get(id);
    if (!schedule) continue;
    if (initiative.mode === 'product' && initiative.teamId !== null && initiative.teamPeople !== null) {
      const known = sizes.get(initiative.teamId) ?? 0;
      sizes.set(initiative.teamId, Math.max(known, initiative.teamPeople));
    }
    for (const work of worksOf(initiative, schedule, last)) {
      const list = works.get(work.teamId);
      if (list) list.push(work);
      else works.set(work.teamId, [work]);
    }
  }
  return [...works].map(([teamId, list]) => ({
    teamId,
    size: sizes.get(teamId) ?? null,
    loads: spans.map((span) => loadIn(list, span)),
  }));
}

/** Share by which a load exceeds the team: 0.18 is 18 % too much; null when the team's size or the load is unknown, 0 when it fits. */
export function overloadOf({ people }: Load, size: number | null): number | null {
  if (people === null || size === null || size <= 0) return null;
  return Math.max(0, people / size - 1);
}

function worksOf(initiative: Initiative, schedule: Schedule, last: number): readonly Work[] {
  if (initiative.mode === 'project' && schedule.phases.length > 0) {
    return schedule.phases.flatMap(({ phase, start, end }) => {
      const teamId = phase.teamId ?? initiative.teamId;
      if (teamId === null || end <= start) return [];
      return [{ teamId, from: start, to: end, people: fullTime(phase.people, phase.allocation) }];
    });
  }
  if (initiative.teamId === null || schedule.start === null) return [];
  const to = schedule.end ?? (initiative.mode === 'product' ? last : null);
  if (to === null || to <= schedule.start) return [];
  const people = fullTime(initiative.teamPeople, initiative.teamAllocation);
  return [{ teamId: initiative.teamId, from: schedule.start, to, people }];
}

/** As in the model, people whose share of time nobody entered are there full time. */
const fullTime = (people: number | null, allocation: number | null): number | null =>
  people === null ? null : people * (allocation ?? 1);

function loadIn(works: readonly Work[], { from, to }: Span): Load {
  let [people, known, unknown] = [0, 0, 0];
  for (const work of works) {
    const days = Math.min(work.to, to) - Math.max(work.from, from);
    if (days <= 0) continue;
    if (work.people === null) unknown += 1;
    else {
      known += 1;
      people += (work.people * days) / (to - from);
    }
  }
  // Nobody at work is a true zero; only work without people is not known.
  return { people: known === 0 && unknown > 0 ? null : people, unknown };
}
