import type { AnyRecord, TableName } from '../domain/records.ts';
import { tableNames } from '../domain/records.ts';
import type { RecordsDiff, TableDiff } from './diff.ts';

/** True when two records of one table hold the same values; both must have their fields in the schema's order. */
export const sameRecord = (a: AnyRecord, b: AnyRecord): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

interface Touched {
  /** A plain object, handed out as it is: an import adds tens of thousands at once. */
  readonly added: Record<string, AnyRecord>;
  /** How many were added: counting them takes as long as adding them. */
  addedCount: number;
  /** Records added at once that are not in `added` yet: putting very many there by id waits until somebody asks. */
  run: readonly AnyRecord[];
  readonly updated: Map<string, readonly [AnyRecord, AnyRecord]>;
  readonly removed: Map<string, AnyRecord>;
}

/** Everything that was added, by id. */
function addedById(touched: Touched): Record<string, AnyRecord> {
  for (const record of touched.run) touched.added[record.id] = record;
  touched.run = [];
  return touched.added;
}

/**
 * Gathers single writes into one diff of the state before to the state after: a record that was added and then
 * changed counts as added, one that was added and removed again does not count at all.
 */
export class DiffBuilder {
  readonly #tables = new Map<TableName, Touched>();
  /** The last answer of `diff`, as long as nothing changed since. */
  #known: RecordsDiff | null = null;

  #touched(table: TableName): Touched {
    this.#known = null;
    let touched = this.#tables.get(table);
    if (!touched) {
      touched = { added: {}, addedCount: 0, run: [], updated: new Map(), removed: new Map() };
      this.#tables.set(table, touched);
    }
    addedById(touched);
    return touched;
  }

  /** A record is there now that was not there right before. */
  add(table: TableName, record: AnyRecord): void {
    const touched = this.#touched(table);
    const { added, updated, removed } = touched;
    const before = removed.get(record.id);
    if (before === undefined) {
      added[record.id] = record;
      touched.addedCount += 1;
    } else {
      removed.delete(record.id);
      if (!sameRecord(before, record)) updated.set(record.id, [before, record]);
    }
  }

  /** As `add`, for many records of one table. */
  addAll(table: TableName, records: readonly AnyRecord[]): void {
    const touched = this.#touched(table);
    if (touched.removed.size > 0) {
      for (const record of records) this.add(table, record);
      return;
    }
    touched.run = records;
    touched.addedCount += records.length;
  }

  /** A record has other values now. */
  update(table: TableName, before: AnyRecord, after: AnyRecord): void {
    const { added, updated } = this.#touched(table);
    if (Object.hasOwn(added, after.id)) added[after.id] = after;
    else {
      const first = updated.get(after.id)?.[0] ?? before;
      if (sameRecord(first, after)) updated.delete(after.id);
      else updated.set(after.id, [first, after]);
    }
  }

  /** A record is gone. */
  remove(table: TableName, record: AnyRecord): void {
    const touched = this.#touched(table);
    const { added, updated, removed } = touched;
    if (Object.hasOwn(added, record.id)) {
      delete added[record.id];
      touched.addedCount -= 1;
      return;
    }
    const first = updated.get(record.id)?.[0] ?? record;
    updated.delete(record.id);
    removed.set(record.id, first);
  }

  /** True when a record is there now that was not there before. */
  hasAdded(table: TableName, id: string): boolean {
    const touched = this.#tables.get(table);
    return touched !== undefined && Object.hasOwn(addedById(touched), id);
  }

  /** True when a record that was there before is gone now. */
  hasRemoved(table: TableName, id: string): boolean {
    return this.#tables.get(table)?.removed.has(id) ?? false;
  }

  /** How many records the change so far adds, updates and removes, over all tables. */
  counts(): { added: number; updated: number; removed: number } {
    let [added, updated, removed] = [0, 0, 0];
    for (const touched of this.#tables.values()) {
      added += touched.addedCount;
      updated += touched.updated.size;
      removed += touched.removed.size;
    }
    return { added, updated, removed };
  }

  /** The change so far; tables without a change are absent. It must not be kept over a further write. */
  diff(): RecordsDiff {
    if (this.#known) return this.#known;
    const diff: Record<string, TableDiff> = {};
    for (const name of tableNames) {
      const touched = this.#tables.get(name);
      if (!touched) continue;
      if (touched.addedCount + touched.updated.size + touched.removed.size === 0) continue;
      diff[name] = {
        get added() {
          return addedById(touched);
        },
        updated: Object.fromEntries(touched.updated),
        removed: Object.fromEntries(touched.removed),
      } as TableDiff;
    }
    this.#known = diff as RecordsDiff;
    return this.#known;
  }
}
