import type { AnyRecord, TableName } from '../shared/domain/records.ts';
import { tableNames } from '../shared/domain/records.ts';
import { referencesTo } from '../shared/domain/references.ts';
import { type RecordsDiff, type TableDiff, tableDiffs } from '../shared/history/diff.ts';
import { DiffBuilder, sameRecord } from '../shared/history/diffBuilder.ts';
import { type Step, toRanges } from './historyPayload.ts';
import type { ReadDb, WriteDb } from './open.ts';
import {
  findPlaced,
  insertRecord,
  insertRecords,
  readReferring,
  removeRecord,
  updateRecord,
} from './repositories/records.ts';

/** Field to [before, after] for each field that differs. */
function changedFields(before: AnyRecord, after: AnyRecord): Record<string, [unknown, unknown]> {
  const from = before as unknown as Readonly<Record<string, unknown>>;
  const to = after as unknown as Readonly<Record<string, unknown>>;
  const changed: Record<string, [unknown, unknown]> = {};
  for (const field of Object.keys(to)) {
    if (JSON.stringify(from[field]) !== JSON.stringify(to[field])) changed[field] = [from[field], to[field]];
  }
  return changed;
}

/** `changedFields` of every updated record, by id. */
function fieldChanges(change: TableDiff): Record<string, Record<string, [unknown, unknown]>> {
  return Object.fromEntries(
    Object.entries(change.updated).map(([id, [before, after]]) => [id, changedFields(before, after)]),
  );
}

/** The only way to write records: every write inside one `mutate` goes through it and is gathered into its diff. */
export class RecordWriter {
  readonly #db: WriteDb;
  readonly #builder = new DiffBuilder();
  /** Places by table and id, of records that this change brought in or took out. */
  readonly #places = new Map<TableName, Map<string, number>>();
  /** Records added at once, which need no place each: theirs follow from the first. */
  readonly #runs = new Map<TableName, { readonly first: number; readonly records: readonly AnyRecord[] }>();
  readonly #givenPlaces = new Map<TableName, Map<string, number>>();
  #nextSeq: number;

  constructor(db: WriteDb, nextSeq: number) {
    this.#db = db;
    this.#nextSeq = nextSeq;
  }

  /** The portfolio as it stands inside this change. */
  get reader(): ReadDb {
    return this.#db;
  }

  get nextSeq(): number {
    return this.#nextSeq;
  }

  #placesOf(table: TableName): Map<string, number> {
    const run = this.#runs.get(table);
    if (run) {
      // Something else happens in this table too: each record of the run needs a place of its own after all.
      this.#runs.delete(table);
      this.#places.set(table, new Map(run.records.map((record, index) => [record.id, run.first + index])));
    }
    let places = this.#places.get(table);
    if (!places) {
      places = new Map();
      this.#places.set(table, places);
    }
    return places;
  }

  #takeSeq(table: TableName): number {
    // The portfolio's own record has its one fixed place.
    if (table === 'portfolio') return 0;
    const seq = this.#nextSeq;
    this.#nextSeq += 1;
    return seq;
  }

  /** The record as it stands, or null. */
  find(table: TableName, id: string): AnyRecord | null {
    return findPlaced(this.#db, table, id)?.record ?? null;
  }

  /** Adds a new record at the end of its table, or at `place`; the id must be free. */
  add(table: TableName, record: AnyRecord, place?: number): void {
    const places = this.#placesOf(table);
    const seq = place ?? places.get(record.id) ?? this.#takeSeq(table);
    insertRecord(this.#db, table, seq, record);
    places.set(record.id, seq);
    if (place !== undefined) {
      const given = this.#givenPlaces.get(table) ?? new Map<string, number>();
      this.#givenPlaces.set(table, given.set(record.id, place));
    }
    this.#builder.add(table, record);
  }

  /** Adds many new records at the end of their table; their ids must be free. */
  addAll(table: TableName, records: readonly AnyRecord[]): void {
    if (this.#runs.has(table) || this.#places.has(table) || table === 'portfolio') {
      for (const record of records) this.add(table, record);
      return;
    }
    const first = this.#nextSeq;
    insertRecords(this.#db, table, records, (index) => first + index);
    this.#nextSeq += records.length;
    this.#builder.addAll(table, records);
    this.#runs.set(table, { first, records });
  }

  /** Places that the caller of `add` gave, by id: these records need not stand at the end of their table. */
  placesGiven(table: TableName): ReadonlyMap<string, number> {
    return this.#givenPlaces.get(table) ?? new Map();
  }

  /** Writes a record over the one it had; nothing happens when both say the same. */
  update(table: TableName, before: AnyRecord, after: AnyRecord): void {
    if (sameRecord(before, after)) return;
    // A run names its records as they came in.
    if (this.#runs.has(table) && this.hasAdded(table, after.id)) this.#placesOf(table);
    updateRecord(this.#db, table, after);
    this.#builder.update(table, before, after);
  }

  /** Removes a record and what belongs to it; references that may be unknown become unknown. False if it was not there. */
  remove(table: TableName, id: string): boolean {
    const placed = findPlaced(this.#db, table, id);
    if (!placed) return false;
    for (const [holder, reference] of referencesTo(table)) {
      for (const { record } of readReferring(this.#db, holder, reference, id)) {
        if (reference.whenRemoved === 'remove') this.remove(holder, record.id);
        else this.#clear(holder, record.id, reference.field);
      }
    }
    removeRecord(this.#db, table, id);
    this.#placesOf(table).set(id, placed.seq);
    this.#builder.remove(table, placed.record);
    return true;
  }

  #clear(table: TableName, id: string, field: string): void {
    const before = this.find(table, id);
    // It may have gone already, as part of the same removal.
    if (before) this.update(table, before, { ...before, [field]: null } as AnyRecord);
  }

  /** True when this change brought the record in. */
  hasAdded(table: TableName, id: string): boolean {
    return this.#builder.hasAdded(table, id);
  }

  /** True when this change took the record out. */
  hasRemoved(table: TableName, id: string): boolean {
    return this.#builder.hasRemoved(table, id);
  }

  /** How many records this change adds, updates and removes so far. */
  counts(): { added: number; updated: number; removed: number } {
    return this.#builder.counts();
  }

  /** What changed so far. */
  diff(): RecordsDiff {
    return this.#builder.diff();
  }

  /** The records that this change brought in or wrote over, as they are now. */
  *touched(): Generator<readonly [table: TableName, record: AnyRecord]> {
    for (const [table, change] of tableDiffs(this.diff())) {
      // An object of very many ids is slow to walk; the run holds the same in their order.
      for (const record of this.#runs.get(table)?.records ?? Object.values(change.added))
        yield [table, record];
      for (const [, after] of Object.values(change.updated)) yield [table, after];
    }
  }

  /** The same as a step that the history can play back. */
  step(diff: RecordsDiff): Step {
    const step: Step = {};
    for (const [table, change] of tableDiffs(diff)) {
      const run = this.#runs.get(table);
      if (run) {
        const live: [number, number][] = [[run.first, run.first + run.records.length - 1]];
        step[table] = { live, absent: [], fields: fieldChanges(change) };
        continue;
      }
      const places = this.#placesOf(table);
      const seqOf = (id: string): number => {
        const seq = places.get(id);
        if (seq === undefined) throw new Error(`the place of ${table} ${id} is not known`);
        return seq;
      };
      step[table] = {
        live: toRanges(
          Object.keys(change.added)
            .map(seqOf)
            .sort((a, b) => a - b),
        ),
        absent: Object.values(change.removed)
          .map((record): [number, AnyRecord] => [seqOf(record.id), record])
          .sort(([a], [b]) => a - b),
        fields: fieldChanges(change),
      };
    }
    return step;
  }
}

/** Tables in the order in which records may be taken out: a record goes before what it refers to. */
export const removalOrder: readonly TableName[] = [...tableNames].reverse();
