import type { Dependency } from '../domain/records.ts';
import type { PlacedPhase, Schedule } from './schedule.ts';

/** How far things may slip before an end moves, days. */
export interface CriticalPath {
  /** By phase id: days it may slip before its initiative ends later; 0 is critical. */
  readonly slackDays: ReadonlyMap<string, number>;
  /** By initiative id: the initiatives that start later as soon as this one ends later. */
  readonly pushes: ReadonlyMap<string, readonly string[]>;
}

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
 * A simple critical path (finish to start, no levelling of people). Inside an initiative a phase comes before every
 * phase that starts when it has ended; the wait before a phase belongs to it and slips along. A phase's slack is the
 * least room on any way from it to the initiative's end, the days between the last phase and a later end date
 * included. Overlapping phases do not hold each other up. Across initiatives, `pushes` names who starts on the heels
 * of whom by the dependencies; a start that is already too early is pushed as well.
 */
export function criticalPath(
  schedules: ReadonlyMap<string, Schedule>,
  dependencies: readonly DatedDependency[],
): CriticalPath {
  const slackDays = new Map<string, number>();
  for (const { phases, end } of schedules.values()) {
    for (const [id, slack] of slackOf(phases, end)) slackDays.set(id, slack);
  }
  const pushes = new Map<string, string[]>();
  for (const { from, to, slackDays: room } of dependencies) {
    if (room > 0) continue;
    const pushed = pushes.get(to);
    if (pushed) pushed.push(from);
    else pushes.set(to, [from]);
  }
  return { slackDays, pushes };
}

/** Days that each phase may slip before `end` moves; an end before the last phase leaves no room. */
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
