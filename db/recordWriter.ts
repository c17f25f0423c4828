import type { AnyRecord, TableName } from '../shared/domain/records.ts';
import { tableNames } from '../shared/domain/records.ts';
import { referencesTo } from '../shared/domain/references.ts';
import { type RecordsDiff, tableDiffs } from '../shared/history/diff.ts';
import { DiffBuilder, sameRecord } from '../shared/history/diffBuilder.ts';
import { type Step, toRanges } from './historyPayload.ts';
import type { ReadDb, WriteDb } from './open.ts';
import {
  bulkInserter,
  findPlaced,
  insertRecord,
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

/** The only way to write records: every write inside one `mutate` goes through it and is gathered into its diff. */
export class RecordWriter {
  readonly #db: WriteDb;
  readonly #builder = new DiffBuilder();
  /** Places by table and id, of records that this change brought in or took out. */
  readonly #places = new Map<TableName, Map<string, number>>();
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
    const places = this.#placesOf(table);
    const insert = bulkInserter(this.#db, table, records);
    for (const record of records) {
      const seq = places.get(record.id) ?? this.#takeSeq(table);
      insert(seq, record);
      places.set(record.id, seq);
      this.#builder.add(table, record);
    }
  }

  /** Places that the caller of `add` gave, by id: these records need not stand at the end of their table. */
  placesGiven(table: TableName): ReadonlyMap<string, number> {
    return this.#givenPlaces.get(table) ?? new Map();
  }

  /** Writes a record over the one it had; nothing happens when both say the same. */
  update(table: TableName, before: AnyRecord, after: AnyRecord): void {
    if (sameRecord(before, after)) return;
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

  /** True when this change took the record out. */
  hasRemoved(table: TableName, id: string): boolean {
    return this.#builder.hasRemoved(table, id);
  }

  /** What changed so far. */
  diff(): RecordsDiff {
    return this.#builder.diff();
  }

  /** The same as a step that the history can play back. */
  step(diff: RecordsDiff): Step {
    const step: Step = {};
    for (const [table, change] of tableDiffs(diff)) {
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
        fields: Object.fromEntries(
          Object.entries(change.updated).map(([id, [before, after]]) => [id, changedFields(before, after)]),
        ),
      };
    }
    return step;
  }
}

/** Tables in the order in which records may be taken out: a record goes before what it refers to. */
export const removalOrder: readonly TableName[] = [...tableNames].reverse();
