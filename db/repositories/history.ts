import type { HistoryState } from '../../shared/contract/methods.ts';
import type { Label } from '../../shared/domain/label.ts';
import { decodeStep, encodeStep, type Step } from '../historyPayload.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { readFileState } from './fileState.ts';

/** `done` can be undone, `undone` can be redone, `damaged` can neither and is passed over. */
export type EntryState = 'done' | 'undone' | 'damaged';

/** One step of the history without its payload. */
export interface Entry {
  readonly id: number;
  readonly label: Label;
  readonly by: string;
  readonly at: string;
  readonly state: EntryState;
  readonly counts: { readonly added: number; readonly updated: number; readonly removed: number };
}

interface EntryRow {
  id: number;
  label_key: string;
  label_params: string;
  by_whom: string;
  at: string;
  state: EntryState;
  added: number;
  updated: number;
  removed: number;
}

const entryColumns = 'id, label_key, label_params, by_whom, at, state, added, updated, removed';

const toEntry = (row: EntryRow): Entry => ({
  id: row.id,
  label: { key: row.label_key, params: JSON.parse(row.label_params) as Label['params'] },
  by: row.by_whom,
  at: row.at,
  state: row.state,
  counts: { added: row.added, updated: row.updated, removed: row.removed },
});

/** The step that undo would take back, or null. */
export function lastDone(db: ReadDb): Entry | null {
  const row = db
    .query(`SELECT ${entryColumns} FROM history_entry WHERE state = 'done' ORDER BY id DESC LIMIT 1`)
    .get() as EntryRow | undefined;
  return row ? toEntry(row) : null;
}

/** The step that redo would do again, or null. */
export function firstUndone(db: ReadDb): Entry | null {
  const row = db
    .query(`SELECT ${entryColumns} FROM history_entry WHERE state = 'undone' ORDER BY id LIMIT 1`)
    .get() as EntryRow | undefined;
  return row ? toEntry(row) : null;
}

/** One step, or null. */
export function findEntry(db: ReadDb, id: number): Entry | null {
  const row = db.query(`SELECT ${entryColumns} FROM history_entry WHERE id = ?`).get(id) as
    | EntryRow
    | undefined;
  return row ? toEntry(row) : null;
}

/** The newest steps below the step `before`, newest first. */
export function listEntries(db: ReadDb, limit: number, before = Number.MAX_SAFE_INTEGER): readonly Entry[] {
  const rows = db
    .query(`SELECT ${entryColumns} FROM history_entry WHERE id < ? ORDER BY id DESC LIMIT ?`)
    .all(before, limit) as EntryRow[];
  return rows.map(toEntry);
}

/** The steps that are in force, newest first, each with what it did; damaged ones are left out. */
export function* stepsInForce(db: ReadDb): Generator<{ entry: Entry; step: Step }> {
  const rows = db
    .query(`SELECT ${entryColumns}, payload, crc32 FROM history_entry WHERE state = 'done' ORDER BY id DESC`)
    .iterate() as IterableIterator<EntryRow & { payload: Uint8Array; crc32: number }>;
  for (const row of rows) {
    const step = decodeStep(row.payload, row.crc32);
    if (step) yield { entry: toEntry(row), step };
  }
}

/** What a step did, or null when its bytes are damaged. */
export function readStep(db: ReadDb, id: number): Step | null {
  const row = db.query('SELECT payload, crc32 FROM history_entry WHERE id = ?').get(id) as
    | { payload: Uint8Array; crc32: number }
    | undefined;
  return row ? decodeStep(row.payload, row.crc32) : null;
}

/** Records a new step as done; steps that were undone can no longer be redone and go. */
export function addEntry(db: WriteDb, entry: Omit<Entry, 'id' | 'state'>, step: Step): void {
  db.run(`DELETE FROM history_entry WHERE state = 'undone'`);
  const { payload, crc32 } = encodeStep(step);
  db.run(
    `INSERT INTO history_entry (label_key, label_params, by_whom, at, state, added, updated, removed, payload, crc32)
     VALUES (?, ?, ?, ?, 'done', ?, ?, ?, ?, ?)`,
    entry.label.key,
    JSON.stringify(entry.label.params),
    entry.by,
    entry.at,
    entry.counts.added,
    entry.counts.updated,
    entry.counts.removed,
    payload,
    crc32,
  );
}

/** Records that a step was played, and its payload for the way back. */
export function turnEntry(db: WriteDb, id: number, state: 'done' | 'undone', step: Step): void {
  const { payload, crc32 } = encodeStep(step);
  const sql = 'UPDATE history_entry SET state = ?, payload = ?, crc32 = ? WHERE id = ?';
  if (db.run(sql, state, payload, crc32, id) !== 1) throw new Error(`history entry ${id} is not there`);
}

/** Takes a step out of undo and redo for good. */
export function markDamaged(db: WriteDb, id: number): void {
  db.run(`UPDATE history_entry SET state = 'damaged' WHERE id = ?`, id);
}

/** What the page shows of the history. */
export function historyState(db: ReadDb): HistoryState {
  return {
    revision: readFileState(db).revision,
    undo: lastDone(db)?.label ?? null,
    redo: firstUndone(db)?.label ?? null,
  };
}

/** How many steps that could still be played cannot be read. */
export function unreadableSteps(db: ReadDb): number {
  const rows = db
    .query(`SELECT payload, crc32 FROM history_entry WHERE state <> 'damaged'`)
    .iterate() as IterableIterator<{ payload: Uint8Array; crc32: number }>;
  let count = 0;
  for (const { payload, crc32 } of rows) if (decodeStep(payload, crc32) === null) count += 1;
  return count;
}
