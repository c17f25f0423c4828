import { emptyRecords } from '../../shared/domain/defaults.ts';
import type { AnyRecord, PortfolioRecords, TableName } from '../../shared/domain/records.ts';
import { tableNames } from '../../shared/domain/records.ts';

/** Some records of one table to put and to remove, small enough to be sent without a pause that anyone feels. */
export interface TablePatch {
  readonly table: TableName;
  readonly put: readonly AnyRecord[];
  readonly remove: readonly string[];
}

const RECORDS_PER_PATCH = 1500;

/** What turns `before` into `after`, in pieces; records are compared by identity, so untouched tables cost nothing. */
export function* patchesBetween(
  before: PortfolioRecords | null,
  after: PortfolioRecords,
): Generator<TablePatch> {
  for (const table of tableNames) {
    const old: Readonly<Record<string, AnyRecord>> = before?.[table] ?? {};
    const next: Readonly<Record<string, AnyRecord>> = after[table];
    if (old === next) continue;
    let put: AnyRecord[] = [];
    for (const id in next) {
      const record = next[id];
      if (record === undefined || record === old[id]) continue;
      put.push(record);
      if (put.length === RECORDS_PER_PATCH) {
        yield { table, put, remove: [] };
        put = [];
      }
    }
    const remove: string[] = [];
    for (const id in old) if (!Object.hasOwn(next, id)) remove.push(id);
    if (put.length > 0 || remove.length > 0) yield { table, put, remove };
  }
}

/** The worker's own copy of the portfolio, kept in step by patches. */
export class Mirror {
  #records: PortfolioRecords = emptyRecords();
  /**
   * Tables copied since the records were last read, which may be filled in place: a load comes in a hundred patches, and
   * a copy of fifty thousand records for each would leave the worker with more garbage than records.
   */
  readonly #own = new Map<TableName, Record<string, AnyRecord>>();
  /** Initiatives whose figures may have changed since `takeTouched`; null = all of them. */
  #touched: Set<string> | null = new Set();

  /** The records as they are; what was handed out never changes, further patches go into copies. */
  get records(): PortfolioRecords {
    this.#own.clear();
    return this.#records;
  }

  /** Forgets everything. */
  clear(): void {
    this.#records = emptyRecords();
    this.#own.clear();
    this.#touched = null;
  }

  /** Applies patches; tables without one keep their identity, which is what memoised groupings look at. */
  apply(patches: readonly TablePatch[]): void {
    const next: Record<string, Readonly<Record<string, AnyRecord>>> = { ...this.#records };
    for (const { table, put, remove } of patches) {
      let map = this.#own.get(table);
      if (!map) {
        map = { ...next[table] };
        this.#own.set(table, map);
        next[table] = map;
      }
      for (const record of put) {
        this.#touch(table, map[record.id]);
        map[record.id] = record;
        this.#touch(table, record);
      }
      for (const id of remove) {
        this.#touch(table, map[id]);
        delete map[id];
      }
    }
    this.#records = next as unknown as PortfolioRecords;
  }

  /** Ids of the initiatives to compute again; asks once, then the set is empty. */
  takeTouched(): readonly string[] {
    const ids = this.#touched === null ? Object.keys(this.#records.initiative) : [...this.#touched];
    this.#touched = new Set();
    return ids;
  }

  #touch(table: TableName, record: AnyRecord | undefined): void {
    if (record === undefined || this.#touched === null) return;
    if (table === 'portfolio') this.#touched = null;
    else if (table === 'initiative') this.#touched.add(record.id);
    else if (
      (table === 'phase' || table === 'release' || table === 'scopeItem' || table === 'handoff') &&
      'initiativeId' in record &&
      record.initiativeId !== null
    ) {
      this.#touched.add(record.initiativeId);
    }
  }
}
