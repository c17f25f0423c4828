import { disbandTeams, type RetirableTable, retireRecords } from '../../shared/planning/retire.ts';
import { tell } from './noticeStore.ts';
import { usePortfolio } from './portfolioStore.ts';
import { change } from './service.ts';

/** Takes records out of pickers and sums but keeps them, or brings them back, in one undoable step. */
export async function retire(
  table: RetirableTable,
  ids: readonly string[],
  retired: boolean,
): Promise<boolean> {
  const { records } = usePortfolio.getState();
  const planned = records && retireRecords(records, table, ids, retired);
  if (!records || !planned?.ok) return false;
  const name = records[table][ids[0] ?? '']?.name ?? '';
  const { count } = planned;
  const key = `${table}.${retired ? 'retire' : 'unretire'}`;
  if (!(await change(key, { name, count }, planned.changes))) return false;
  tell({
    kind: 'done',
    key: retired ? 'notice.keptAway' : 'notice.broughtBack',
    params: { count },
    undoable: true,
  });
  return true;
}

/** Lets teams end on a day, or go on for good, in one undoable step. */
export async function disband(ids: readonly string[], day: string | null): Promise<boolean> {
  const { records } = usePortfolio.getState();
  const planned = records && disbandTeams(records, ids, day);
  if (!records || !planned?.ok) return false;
  const name = records.team[ids[0] ?? '']?.name ?? '';
  return change(
    day === null ? 'team.unretire' : 'team.retire',
    { name, count: planned.count },
    planned.changes,
  );
}
