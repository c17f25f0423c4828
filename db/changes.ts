import type { HistoryState } from '../shared/contract/methods.ts';
import { Failure } from '../shared/contract/result.ts';
import type { Label } from '../shared/domain/label.ts';
import type { AnyRecord, TableName } from '../shared/domain/records.ts';
import { tableNames } from '../shared/domain/records.ts';
import { type RecordsDiff, type TableDiff, tableDiffs } from '../shared/history/diff.ts';
import { DiffBuilder } from '../shared/history/diffBuilder.ts';
import { sortError } from './failures.ts';
import { type Step, type TableStep, toRanges } from './historyPayload.ts';
import type { WriteDb } from './open.ts';
import { RecordWriter, removalOrder } from './recordWriter.ts';
import { readFileState, writeFileState } from './repositories/fileState.ts';
import * as history from './repositories/history.ts';
import {
  findPlaced,
  insertRecords,
  nextId,
  readRange,
  removeRecord,
  updateRecord,
} from './repositories/records.ts';

/** A write as every page applies it. */
export interface Changed {
  readonly diff: RecordsDiff;
  readonly history: HistoryState;
}

/** Who changes the portfolio, when, and what the history calls it. */
export interface Intent {
  readonly label: Label;
  readonly by: string;
  readonly at: string;
}

/**
 * The only way to change records. Runs `fn` in a transaction, records its diff as one step of the history and raises
 * the revision; when `fn` throws, nothing has happened. A change that changes nothing leaves no step.
 */
export function mutate(db: WriteDb, intent: Intent, fn: (writer: RecordWriter) => void): Changed {
  return db.transaction(() => {
    const state = readFileState(db);
    const writer = new RecordWriter(db, state.nextSeq);
    fn(writer);
    const diff = writer.diff();
    const counts = writer.counts();
    if (counts.added + counts.updated + counts.removed === 0)
      return { diff, history: history.historyState(db) };
    history.addEntry(db, { label: intent.label, by: intent.by, at: intent.at, counts }, writer.step(diff));
    writeFileState(db, { revision: state.revision + 1, nextSeq: writer.nextSeq });
    return {
      diff: placed(db, diff, (table) => writer.placesGiven(table)),
      history: history.historyState(db),
    };
  });
}

/**
 * Writes what a new portfolio starts with, all or nothing, outside of its history: opening is not a step that can be
 * undone. Throws when the portfolio has changed already.
 */
export function fillNew(db: WriteDb, fn: (writer: RecordWriter) => void): void {
  db.transaction(() => {
    const state = readFileState(db);
    if (state.revision !== 0) throw new Error('only a portfolio that never changed can be filled');
    const writer = new RecordWriter(db, state.nextSeq);
    fn(writer);
    writeFileState(db, { revision: 0, nextSeq: writer.nextSeq });
  });
}

/** Takes back the newest step. Throws `nothing_to_undo`, or `history_entry_damaged` after passing over a broken one. */
export function undo(db: WriteDb): Changed {
  const entry = history.lastDone(db);
  if (!entry) throw new Failure('nothing_to_undo', 'there is nothing to undo');
  return play(db, entry, 'undone');
}

/** Does the step again that was undone last. Throws `nothing_to_redo`, or `history_entry_damaged` as `undo` does. */
export function redo(db: WriteDb): Changed {
  const entry = history.firstUndone(db);
  if (!entry) throw new Failure('nothing_to_redo', 'there is nothing to redo');
  return play(db, entry, 'done');
}

/** The step cannot be played on the records as they are. */
class Mismatch extends Error {}

function play(db: WriteDb, entry: history.Entry, turnInto: 'done' | 'undone'): Changed {
  const diff = playEntry(db, entry, turnInto);
  if (typeof diff !== 'string') return { diff, history: history.historyState(db) };
  passOver(db, entry.id);
  throw new Failure(
    'history_entry_damaged',
    `step ${entry.id} of the history (${entry.label.key}, ${entry.at}) cannot be played: ${diff}; it is passed over`,
    { params: { entry: entry.id, label: entry.label.key, at: entry.at } },
  );
}

/**
 * Plays a step of the history in a transaction of its own; answers what it changed, or why it cannot be played, and
 * then nothing has happened.
 */
export function playEntry(
  db: WriteDb,
  entry: history.Entry,
  turnInto: 'done' | 'undone',
): RecordsDiff | string {
  const step = history.readStep(db, entry.id);
  if (!step) return 'its bytes are damaged';
  try {
    return db.transaction(() => {
      const played = playStep(db, step, turnInto === 'undone' ? 0 : 1);
      history.turnEntry(db, entry.id, turnInto, played.back);
      const state = readFileState(db);
      writeFileState(db, { ...state, revision: state.revision + 1 });
      return played.diff;
    });
  } catch (error) {
    const reason = mismatchOf(error, db.path);
    if (reason === null) throw error;
    return reason;
  }
}

/** A step before it may have been passed over as damaged: then a later one need not fit the records any more. */
function mismatchOf(error: unknown, path: string): string | null {
  if (error instanceof Mismatch) return error.message;
  const sorted = sortError(error, path);
  const broken =
    sorted instanceof Failure && ['broken_reference', 'invalid_record'].includes(sorted.error.code);
  return broken ? sorted.message : null;
}

/** Takes a step that cannot be played out of undo and redo for good. */
export function passOver(db: WriteDb, entry: number): void {
  db.transaction(() => {
    history.markDamaged(db, entry);
    const state = readFileState(db);
    writeFileState(db, { ...state, revision: state.revision + 1 });
  });
}

/** Plays a step in place: side 0 sets the values before it, side 1 those after it. Answers the step for the way back. */
function playStep(db: WriteDb, step: Step, side: 0 | 1): { diff: RecordsDiff; back: Step } {
  const builder = new DiffBuilder();
  const back: Record<string, TableStep> = {};
  const tables = tableNames.filter((table) => step[table]);
  for (const table of removalOrder) {
    const own = step[table];
    if (!own) continue;
    const absent: [number, AnyRecord][] = [];
    for (const [low, high] of own.live) {
      const rows = readRange(db, table, low, high);
      if (rows.length !== high - low + 1) throw new Mismatch(`records of ${table} are not there any more`);
      for (const { seq, record } of rows) {
        removeRecord(db, table, record.id);
        builder.remove(table, record);
        absent.push([seq, record]);
      }
    }
    back[table] = { live: toRanges(own.absent.map(([seq]) => seq)), absent, fields: own.fields };
  }
  for (const table of tables) {
    const own = step[table]!;
    insertAbsent(db, table, own, builder);
    for (const [id, fields] of Object.entries(own.fields)) {
      const before = findPlaced(db, table, id)?.record;
      if (!before) throw new Mismatch(`${table} ${id} is not there any more`);
      const values = Object.entries(fields).map(([field, pair]) => [field, pair[side]]);
      const after = { ...before, ...Object.fromEntries(values) } as AnyRecord;
      updateRecord(db, table, after);
      builder.update(table, before, after);
    }
  }
  const diff = builder.diff();
  const seqs = new Map(
    tables.map((table) => [table, step[table]!.absent.map(([seq, record]) => [record.id, seq])]),
  );
  return {
    diff: placed(db, diff, (table) => new Map(seqs.get(table) as [string, number][] | undefined)),
    back: back as Step,
  };
}

function insertAbsent(db: WriteDb, table: TableName, { absent }: TableStep, builder: DiffBuilder): void {
  if (absent.length === 0) return;
  const records = absent.map(([, record]) => record);
  insertRecords(db, table, records, (index) => absent[index]![0]);
  builder.addAll(table, records);
}

/** Names for added records that stand before older ones which of those they stand before. */
export function placed(
  db: WriteDb,
  diff: RecordsDiff,
  placesOf: (table: TableName) => ReadonlyMap<string, number>,
): RecordsDiff {
  const result: Record<string, TableDiff> = {};
  for (const [table, change] of tableDiffs(diff)) {
    const places = placesOf(table);
    if (places.size === 0) {
      result[table] = change;
      continue;
    }
    const ids = Object.keys(change.added)
      .filter((id) => places.has(id))
      .sort((a, b) => places.get(b)! - places.get(a)!);
    const named: Record<string, string> = {};
    for (const id of ids) {
      const next = nextId(db, table, places.get(id)!);
      if (next === null) continue;
      // Walking from the end, a neighbour that came back too already knows what it stands before.
      if (!Object.hasOwn(change.added, next)) named[id] = next;
      else if (Object.hasOwn(named, next)) named[id] = named[next]!;
    }
    result[table] = Object.keys(named).length === 0 ? change : ({ ...change, places: named } as TableDiff);
  }
  return result as RecordsDiff;
}
