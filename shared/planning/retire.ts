import type { PortfolioRecords } from '../domain/records.ts';
import { type Planned, patch, refuse } from './planned.ts';

/** Tables whose records are kept for the record when they are no longer wanted. */
export type RetirableTable = 'partner' | 'outcome' | 'segment';

/** Takes records out of pickers and sums but keeps them, or brings them back; those that are so already stay. */
export function retireRecords(
  records: PortfolioRecords,
  table: RetirableTable,
  ids: readonly string[],
  retired: boolean,
): Planned<{ readonly count: number }> {
  const known = ids.filter((id) => Object.hasOwn(records[table], id));
  if (known.length === 0) return refuse('missing');
  const changed = known.filter((id) => records[table][id]?.retired !== retired);
  if (changed.length === 0) return refuse('alreadyThere');
  return { ok: true, changes: changed.map((id) => patch(table, id, { retired })), count: changed.length };
}

/** Lets teams end on a day, or go on for good. */
export function disbandTeams(
  records: PortfolioRecords,
  ids: readonly string[],
  day: string | null,
): Planned<{ readonly count: number }> {
  const known = ids.filter((id) => Object.hasOwn(records.team, id));
  if (known.length === 0) return refuse('missing');
  const changed = known.filter((id) => records.team[id]?.disbandsOn !== day);
  if (changed.length === 0) return refuse('alreadyThere');
  return {
    ok: true,
    changes: changed.map((id) => patch('team', id, { disbandsOn: day })),
    count: changed.length,
  };
}
