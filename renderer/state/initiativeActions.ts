import i18next from 'i18next';
import type { Change } from '../../shared/contract/changes.ts';
import { newInitiative } from '../../shared/domain/defaults.ts';
import type { AnyRecord, Initiative, PortfolioRecords, TableName } from '../../shared/domain/records.ts';
import {
  deleteInitiatives as planDelete,
  duplicateInitiatives as planDuplicate,
  tagOverhead as planOverhead,
  retireInitiatives as planRetire,
} from '../../shared/planning/initiatives.ts';
import { type NoticeKey, tell } from './noticeStore.ts';
import { partWords } from './partWords.ts';
import { usePortfolio } from './portfolioStore.ts';
import { change } from './service.ts';
import { useView } from './viewStore.ts';

/** A new record's id. */
export const newId = (): string => crypto.randomUUID();

const put = (table: TableName, record: AnyRecord): Change => ({ op: 'put', table, record: { ...record } });

function openRecords(): PortfolioRecords | null {
  return usePortfolio.getState().records;
}

/** True when a portfolio is open and may be written. */
export function canWrite(): boolean {
  const { file } = usePortfolio.getState();
  return file !== null && file.readOnly === null;
}

/** Adds an initiative and selects it; answers its id, or null when it was refused. */
export async function createInitiative(
  name: string,
  values: Partial<Initiative> = {},
): Promise<string | null> {
  const record = { ...newInitiative(newId(), name.trim()), ...values };
  if (!(await change('initiative.create', { name: record.name }, [put('initiative', record)]))) return null;
  useView.getState().select({ kind: 'initiative', id: record.id });
  return record.id;
}

/** Changes fields of an initiative; `field` names the one that the history speaks of. */
export function editInitiative(
  initiative: Initiative,
  field: keyof Initiative,
  values: Partial<Initiative>,
): Promise<boolean> {
  const changed = Object.entries(values).some(
    ([key, value]) => initiative[key as keyof Initiative] !== value,
  );
  if (!changed) return Promise.resolve(true);
  return change('initiative.edit', { name: initiative.name, field }, [
    { op: 'patch', table: 'initiative', id: initiative.id, values },
  ]);
}

/** Turns a project into a product team, or the other way round. */
export function flipMode(initiative: Initiative): Promise<boolean> {
  const mode = initiative.mode === 'project' ? 'product' : 'project';
  const key = mode === 'product' ? 'initiative.toProduct' : 'initiative.toProject';
  return change(key, { name: initiative.name }, [
    { op: 'patch', table: 'initiative', id: initiative.id, values: { mode } },
  ]);
}

/** Deletes initiatives with what belongs to them, and offers to take it back. */
export async function deleteInitiatives(ids: readonly string[]): Promise<boolean> {
  const records = openRecords();
  if (!records) return false;
  const planned = planDelete(records, ids);
  if (!planned.ok) return false;
  const count = planned.initiatives;
  const first = records.initiative[ids.find((id) => records.initiative[id]) ?? ''];
  if (!(await change('initiative.delete', { count, name: first?.name ?? '' }, planned.changes))) return false;
  const { selection, select } = useView.getState();
  if (selection?.kind === 'initiative' && ids.includes(selection.id)) select(null);
  const parts = partWords(planned.parts, i18next.getFixedT(null, 'planning'));
  tell(
    parts === ''
      ? { kind: 'done', key: 'notice.deleted', params: { count }, undoable: true }
      : { kind: 'done', key: 'notice.deletedWith', params: { count, parts }, undoable: true },
  );
  return true;
}

/** Copies initiatives with all their parts; selects the first copy. */
export async function duplicateInitiatives(
  ids: readonly string[],
  nameOfCopy: (name: string) => string,
): Promise<boolean> {
  const records = openRecords();
  if (!records) return false;
  const planned = planDuplicate(records, ids, nameOfCopy, newId);
  if (!planned.ok) return false;
  const count = planned.ids.length;
  const firstName = ids.flatMap((id) => records.initiative[id]?.name ?? [])[0] ?? '';
  if (!(await change('initiative.duplicate', { count, name: firstName }, planned.changes))) return false;
  useView.getState().select({ kind: 'initiative', id: planned.ids[0] ?? '' });
  tell({ kind: 'done', key: 'notice.duplicated', params: { count }, undoable: true });
  return true;
}

/** Takes initiatives out of plans and sums but keeps them for the record, or brings them back. */
export function retireInitiatives(ids: readonly string[], retired: boolean): Promise<boolean> {
  const records = openRecords();
  if (!records) return Promise.resolve(false);
  const planned = planRetire(records, ids, retired);
  const key = retired ? 'initiative.retire' : 'initiative.unretire';
  return flag(records, ids, planned, key, retired ? 'notice.retired' : 'notice.unretired');
}

/** Says of initiatives that customers don't care about them, or that they do after all. */
export function tagOverhead(ids: readonly string[], overhead: boolean): Promise<boolean> {
  const records = openRecords();
  if (!records) return Promise.resolve(false);
  const planned = planOverhead(records, ids, overhead);
  const key = overhead ? 'initiative.overhead' : 'initiative.overheadUndo';
  return flag(records, ids, planned, key, overhead ? 'notice.overhead' : 'notice.notOverhead');
}

async function flag(
  records: PortfolioRecords,
  ids: readonly string[],
  planned: ReturnType<typeof planRetire>,
  key: string,
  notice: NoticeKey,
): Promise<boolean> {
  if (!planned.ok) return planned.reason === 'alreadyThere';
  const { count } = planned;
  const name = records.initiative[ids[0] ?? '']?.name ?? '';
  if (!(await change(key, { count, name }, planned.changes))) return false;
  tell({ kind: 'done', key: notice, params: { count }, undoable: true });
  return true;
}

/** The initiative that the inspector shows, or null. */
export function selectedInitiative(): Initiative | null {
  const { selection } = useView.getState();
  if (selection?.kind !== 'initiative') return null;
  return openRecords()?.initiative[selection.id] ?? null;
}
