import type { ReadDb, WriteDb } from '../open.ts';

/** Counters of the file itself: how often it changed, and the next place that was never given out. */
export interface FileState {
  readonly revision: number;
  readonly nextSeq: number;
}

/** Reads the file's counters. */
export function readFileState(db: ReadDb): FileState {
  const row = db.query('SELECT revision, next_seq FROM file_state WHERE id = 1').get() as
    | { revision: number; next_seq: number }
    | undefined;
  if (!row) throw new Error('the file has no state row');
  return { revision: row.revision, nextSeq: row.next_seq };
}

/** Writes the file's counters. */
export function writeFileState(db: WriteDb, state: FileState): void {
  const changed = db.run(
    'UPDATE file_state SET revision = ?, next_seq = ? WHERE id = 1',
    state.revision,
    state.nextSeq,
  );
  if (changed !== 1) throw new Error('the file has no state row');
}
