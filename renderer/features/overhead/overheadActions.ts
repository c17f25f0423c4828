import { newOverheadWork } from '../../../shared/domain/planningDefaults.ts';
import type { OverheadWork } from '../../../shared/domain/records.ts';
import { type OverheadLine, stopOverhead } from '../../../shared/planning/overhead.ts';
import { put } from '../../../shared/planning/planned.ts';
import { newId } from '../../state/initiativeActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';

/** Names work that customers don't care about; answers its id, or null when it was refused. */
export async function createOverhead(
  name: string,
  values: Partial<OverheadWork> = {},
): Promise<string | null> {
  const record = { ...newOverheadWork(newId(), name.trim()), ...values };
  const done = await change('overhead.create', { name: record.name }, [put('overheadWork', record)]);
  return done ? record.id : null;
}

/** Changes fields of overhead work; what is the same already writes nothing. */
export function editOverhead(work: OverheadWork, values: Partial<OverheadWork>): void {
  const changed = Object.entries(values).some(([key, value]) => work[key as keyof OverheadWork] !== value);
  if (!changed) return;
  void change('overhead.edit', { name: values.name ?? work.name }, [
    { op: 'patch', table: 'overheadWork', id: work.id, values },
  ]);
}

/** Stops a piece of overhead, or lets it go on; one undoable step. */
export function setStopped({ key, name }: Pick<OverheadLine, 'key' | 'name'>, stopped: boolean): void {
  const { records } = usePortfolio.getState();
  const planned = records && stopOverhead(records, key, stopped);
  if (planned?.ok) void change(stopped ? 'overhead.stop' : 'overhead.resume', { name }, planned.changes);
}

/** Deletes overhead work. */
export const removeOverhead = (work: OverheadWork): Promise<boolean> =>
  change('overhead.delete', { name: work.name }, [{ op: 'remove', table: 'overheadWork', id: work.id }]);
