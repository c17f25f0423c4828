import { builtOnce } from '../builtOnce.ts';
import type { Change } from '../contract/changes.ts';
import type { Allocation, PortfolioRecords } from '../domain/records.ts';
import { type NewId, patch, put, remove } from './planned.ts';

/** An initiative's line in the grid of a team's quarters. */
export interface AllocationRow {
  readonly initiativeId: string;
  /** Full-time people by quarter; a quarter in which nobody entered any is absent. */
  readonly people: ReadonlyMap<string, number>;
}

const byTeam = builtOnce(
  (table: PortfolioRecords['allocation']): ReadonlyMap<string, readonly Allocation[]> =>
    Map.groupBy(Object.values(table), ({ teamId }) => teamId),
);

/** All that a team gives, by quarter; several rows of one quarter and initiative are added. */
const allocationsOf = (records: PortfolioRecords, teamId: string): readonly Allocation[] =>
  byTeam(records.allocation).get(teamId) ?? [];

/**
 * The lines of a team's grid: first the initiatives that it gives people to, then those that it runs or has a phase of,
 * in the order of the portfolio; retired ones only where people were given to them.
 */
export function allocationRows(records: PortfolioRecords, teamId: string): readonly AllocationRow[] {
  const given = new Map<string, Map<string, number>>();
  for (const { initiativeId, quarter, people } of allocationsOf(records, teamId)) {
    const own = given.get(initiativeId) ?? new Map<string, number>();
    own.set(quarter, (own.get(quarter) ?? 0) + people);
    given.set(initiativeId, own);
  }
  const phased = new Set(
    Object.values(records.phase).flatMap((phase) => (phase.teamId === teamId ? [phase.initiativeId] : [])),
  );
  for (const { id, teamId: own, retired } of Object.values(records.initiative))
    if (!given.has(id) && !retired && (own === teamId || phased.has(id))) given.set(id, new Map());
  return [...given].map(([initiativeId, people]) => ({ initiativeId, people }));
}

/** The changes that let a team give an initiative just these people in a quarter; null takes them away. */
export function setAllocation(
  records: PortfolioRecords,
  place: Pick<Allocation, 'teamId' | 'initiativeId' | 'quarter'>,
  people: number | null,
  newId: NewId,
): readonly Change[] {
  const [first, ...more] = allocationsOf(records, place.teamId).filter(
    ({ initiativeId, quarter }) => initiativeId === place.initiativeId && quarter === place.quarter,
  );
  const surplus = more.map(({ id }) => remove('allocation', id));
  if (people === null) return first ? [remove('allocation', first.id), ...surplus] : [];
  if (!first) return [put('allocation', { id: newId(), ...place, people })];
  return first.people === people ? surplus : [patch('allocation', first.id, { people }), ...surplus];
}
