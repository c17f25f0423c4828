import type { ReadDb } from '../../../db/open.ts';
import { listEntries } from '../../../db/repositories/history.ts';
import type { HistoryEntry } from '../../../shared/contract/methods.ts';

/** At most so many steps of the history, newest first, from below an entry where one is named. */
export const historyEntries = (db: ReadDb, limit: number, before?: number): HistoryEntry[] =>
  listEntries(db, limit, before).map(({ state, ...entry }) => ({
    ...entry,
    undone: state !== 'done',
    damaged: state === 'damaged',
  }));
