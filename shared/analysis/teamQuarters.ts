import type { PortfolioRecords } from '../domain/records.ts';
import { portfolioIndex } from './portfolioIndex.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { type Load, overloadOf, quarterSpan, teamLoads } from './teamLoad.ts';

/** What a team is asked for in a quarter. */
export interface QuarterLoad extends Load {
  readonly quarter: string;
  /** Of the people it has: 1 is all of them; null where the load or the team's size is unknown. */
  readonly share: number | null;
  /** By how much it is too much; null as above, 0 where it fits. */
  readonly overload: number | null;
}

/**
 * The load of one team in consecutive quarters, as the timeline counts it (`teamLoads`), and how many people it has,
 * or null. Only the team's own work is looked at.
 */
export function teamQuarters(
  records: PortfolioRecords,
  teamId: string,
  quarters: readonly string[],
): { readonly size: number | null; readonly loads: readonly QuarterLoad[] } {
  const { phases } = portfolioIndex(records);
  const schedules = new Map<string, Schedule>();
  for (const initiative of Object.values(records.initiative)) {
    const own = phases.get(initiative.id) ?? [];
    if (initiative.teamId === teamId || own.some((phase) => phase.teamId === teamId))
      schedules.set(initiative.id, scheduleOf(initiative, own));
  }
  const found = teamLoads(records, schedules, quarters.map(quarterSpan)).find(
    (each) => each.teamId === teamId,
  );
  const roles = Object.values(records.teamMember).filter((each) => each.teamId === teamId);
  const size =
    found?.size ?? (roles.length === 0 ? null : roles.reduce((sum, { people }) => sum + people, 0));
  const loads = quarters.map((quarter, at): QuarterLoad => {
    const load = found?.loads[at] ?? { people: 0, unknown: 0 };
    return {
      quarter,
      ...load,
      share: load.people === null || size === null || size <= 0 ? null : load.people / size,
      overload: overloadOf(load, size),
    };
  });
  return { size, loads };
}
