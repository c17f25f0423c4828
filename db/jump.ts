import { Failure } from '../shared/contract/result.ts';
import type { TableName } from '../shared/domain/records.ts';
import { type RecordsDiff, type TableDiff, tableDiffs } from '../shared/history/diff.ts';
import { DiffBuilder } from '../shared/history/diffBuilder.ts';
import { type Changed, passOver, placed, playEntry } from './changes.ts';
import { sortError } from './failures.ts';
import type { WriteDb } from './open.ts';
import * as history from './repositories/history.ts';
import { findPlaced } from './repositories/records.ts';

/** How a jump went. */
export interface Jumped {
  readonly changed: Changed;
  /** Steps that were undone or redone. */
  readonly steps: number;
  /** Steps that were damaged, and are out of undo and redo now. */
  readonly passedOver: number;
}

/** A step on the way cannot be played. */
class Broken extends Error {
  readonly entry: number;
  constructor(entry: number) {
    super(`step ${entry} of the history cannot be played`);
    this.entry = entry;
  }
}

/**
 * Goes to the state right after the step `to` (0: before the first) by undoing or redoing all between, in one
 * transaction: either all of it is on the disk or nothing. A damaged step is taken out of the history for good, and
 * the rest is played without it. Throws `not_found` for a step that is not there.
 */
export function jump(db: WriteDb, to: number): Jumped {
  if (to !== 0 && !history.findEntry(db, to)) {
    throw new Failure('not_found', `there is no step ${to} in the history`, {
      params: { what: 'step', id: to },
    });
  }
  let walked = new Walk(db, to);
  let atOnce = true;
  for (let passedOver = 0; ; ) {
    try {
      if (atOnce) db.transaction(() => walked.go());
      else walked.go();
      return { changed: walked.changed(), steps: walked.steps, passedOver };
    } catch (error) {
      if (error instanceof Broken) {
        passOver(db, error.entry);
        passedOver += 1;
      } else if (atOnce && isBrokenReference(error, db.path)) {
        // References are checked when a transaction ends: alone, each step shows whether it is the one.
        atOnce = false;
      } else throw error;
      // What was played in the transaction is as it was; what was played alone stays.
      if (atOnce || walked.steps === 0 || !(error instanceof Broken)) walked = new Walk(db, to);
    }
  }
}

function isBrokenReference(error: unknown, path: string): boolean {
  const sorted = sortError(error, path);
  return sorted instanceof Failure && sorted.error.code === 'broken_reference';
}

/** The way to a step, and what was changed along it. */
class Walk {
  readonly #db: WriteDb;
  readonly #to: number;
  readonly #builder = new DiffBuilder();
  readonly #cameOrWent = new Map<TableName, Set<string>>();
  steps = 0;

  constructor(db: WriteDb, to: number) {
    this.#db = db;
    this.#to = to;
  }

  go(): void {
    const { lastDone, firstUndone } = history;
    for (let last = lastDone(this.#db); last && last.id > this.#to; last = lastDone(this.#db))
      this.#play(last, 'undone');
    for (let next = firstUndone(this.#db); next && next.id <= this.#to; next = firstUndone(this.#db))
      this.#play(next, 'done');
  }

  #play(entry: history.Entry, turnInto: 'done' | 'undone'): void {
    const diff = playEntry(this.#db, entry, turnInto);
    if (typeof diff === 'string') throw new Broken(entry.id);
    gather(this.#builder, diff);
    for (const [table, change] of tableDiffs(diff)) {
      const ids = this.#cameOrWent.get(table) ?? new Set<string>();
      this.#cameOrWent.set(table, ids);
      for (const id of [...Object.keys(change.added), ...Object.keys(change.removed)]) ids.add(id);
    }
    this.steps += 1;
  }

  /** The way as one change, with the places that records have at its end. */
  changed(): Changed {
    const result: Record<string, TableDiff> = {};
    const places = new Map<TableName, ReadonlyMap<string, number>>();
    for (const [table, change] of tableDiffs(this.#withMoved(this.#builder.diff()))) {
      const found = Object.keys(change.added)
        .map((id) => [id, findPlaced(this.#db, table, id)?.seq ?? 0] as const)
        .sort(([, a], [, b]) => a - b);
      places.set(table, new Map(found));
      // What goes to the end goes there in this order.
      const added = Object.fromEntries(found.map(([id]) => [id, change.added[id]!]));
      result[table] = { ...change, added } as TableDiff;
    }
    const diff = placed(this.#db, result as RecordsDiff, (table) => places.get(table) ?? new Map());
    return { diff, history: history.historyState(this.#db) };
  }

  /** A record that went and came back on the way may stand elsewhere now: it counts as both, so that pages move it. */
  #withMoved(diff: RecordsDiff): RecordsDiff {
    const result: Record<string, TableDiff> = { ...diff };
    for (const [table, ids] of this.#cameOrWent) {
      const change: TableDiff = result[table] ?? { added: {}, updated: {}, removed: {} };
      const [added, removed] = [{ ...change.added }, { ...change.removed }];
      const updated = { ...change.updated };
      let moved = false;
      for (const id of ids) {
        if (Object.hasOwn(added, id) || Object.hasOwn(removed, id)) continue;
        const now = findPlaced(this.#db, table, id)?.record;
        if (!now) continue;
        removed[id] = updated[id]?.[0] ?? now;
        added[id] = now;
        delete updated[id];
        moved = true;
      }
      if (moved) result[table] = { added, updated, removed } as TableDiff;
    }
    return result as RecordsDiff;
  }
}

/** Adds a played step's diff: what it took out went first, as it did in the file. */
function gather(builder: DiffBuilder, diff: RecordsDiff): void {
  for (const [table, change] of tableDiffs(diff)) {
    for (const record of Object.values(change.removed)) builder.remove(table, record);
    for (const record of Object.values(change.added)) builder.add(table, record);
    for (const [before, after] of Object.values(change.updated)) builder.update(table, before, after);
  }
}
