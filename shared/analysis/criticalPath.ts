import type { Dependency } from '../domain/records.ts';
import type { PlacedPhase, Schedule } from './schedule.ts';

/** A dependency with the days between the end of what it waits for and its own start; negative is too early. */
export interface DatedDependency {
  readonly id: string;
  /** The initiative that depends. */
  readonly from: string;
  /** The one that must end before. */
  readonly to: string;
  readonly slackDays: number;
}

/**
 * Days that each phase, by its id, may slip before its initiative ends later; 0 is critical. A simple critical path:
 * finish to start, no levelling of people. A phase comes before every phase that starts when it has ended; the wait
 * before a phase belongs to it and slips along. The slack is the least room on any way from the phase to the end, the
 * days between the last phase and a later end date included. Overlapping phases do not hold each other up.
 */
export function slackOf(phases: readonly PlacedPhase[], end: number | null): ReadonlyMap<string, number> {
  const slack = new Map<string, number>();
  if (phases.length === 0) return slack;
  const last = Math.max(...phases.map((each) => each.end));
  const close = end === null ? last : Math.max(last, end);
  // By start, latest first: everything that can follow a phase is known before the phase itself.
  const order = [...phases].sort((a, b) => b.start - a.start || b.end - a.end);
  order.forEach((one, at) => {
    let room = close - one.end;
    for (const other of order.slice(0, at)) {
      if (other.start < one.end) continue;
      const gap = Math.max(0, other.waitFrom - one.end);
      room = Math.min(room, gap + slack.get(other.phase.id)!);
    }
    slack.set(one.phase.id, room);
  });
  return slack;
}

/** The dependencies of which both ends are known, with their room. */
export function datedDependencies(
  dependencies: Readonly<Record<string, Dependency>>,
  schedules: ReadonlyMap<string, Schedule>,
): readonly DatedDependency[] {
  const dated: DatedDependency[] = [];
  for (const id in dependencies) {
    const { fromInitiativeId: from, toInitiativeId: to } = dependencies[id]!;
    const start = schedules.get(from)?.start ?? null;
    const end = schedules.get(to)?.end ?? null;
    if (start !== null && end !== null) dated.push({ id, from, to, slackDays: start - end });
  }
  return dated;
}

/**
 * By initiative, who starts on its heels: the initiatives that start later as soon as it ends later. A start that is
 * too early already is pushed as well.
 */
export function pushesOf(dependencies: readonly DatedDependency[]): ReadonlyMap<string, readonly string[]> {
  const close = dependencies.filter(({ slackDays }) => slackDays <= 0);
  return new Map(
    [...Map.groupBy(close, ({ to }) => to)].map(([to, own]) => [to, own.map(({ from }) => from)]),
  );
}
