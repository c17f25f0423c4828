import type { Change } from '../contract/changes.ts';
import type { AnyRecord, PortfolioRecords, TableName } from '../domain/records.ts';
import { referencesTo, referredId } from '../domain/references.ts';

/**
 * The records as they would be after the changes, for a preview: nothing is checked and nothing is written. What
 * belongs to a removed record goes with it, as in the file. Tables that nothing touches keep their identity.
 */
export function withChanges(records: PortfolioRecords, changes: readonly Change[]): PortfolioRecords {
  const sheet = new ChangeSheet(records);
  sheet.apply(changes);
  return sheet.records();
}

/** Records that change after change is written on; each table is copied once, however many changes there are. */
export class ChangeSheet {
  readonly #maps: Record<TableName, Record<string, AnyRecord>>;
  readonly #own = new Set<TableName>();
  #touched: (readonly [TableName, string])[] = [];

  constructor(records: PortfolioRecords) {
    this.#maps = { ...records } as unknown as Record<TableName, Record<string, AnyRecord>>;
  }

  /** Does the changes in order; one that patches or removes what is not there does nothing. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.op === 'remove') this.#remove(change.table, change.id);
      else if (change.op === 'put') {
        const record = change.record as unknown as AnyRecord;
        this.#put(change.table, record);
      } else {
        const before = this.find(change.table, change.id);
        if (before) this.#put(change.table, { ...before, ...change.values } as AnyRecord);
      }
    }
  }

  /** A record as it stands, or undefined; safe for ids that are names of `Object.prototype`. */
  find(table: TableName, id: string): AnyRecord | undefined {
    return Object.hasOwn(this.#maps[table], id) ? this.#maps[table][id] : undefined;
  }

  /** All records of a table as they stand. */
  all(table: TableName): readonly AnyRecord[] {
    return Object.values(this.#maps[table]);
  }

  /** Table and record of everything written since the last call that is still there. */
  takeTouched(): readonly (readonly [TableName, AnyRecord])[] {
    const touched = this.#touched.flatMap(([table, id]) => {
      const record = this.find(table, id);
      return record ? [[table, record] as const] : [];
    });
    this.#touched = [];
    return touched;
  }

  /** The records as they stand; the sheet must not be written on afterwards. */
  records(): PortfolioRecords {
    return { ...this.#maps } as unknown as PortfolioRecords;
  }

  #put(table: TableName, record: AnyRecord): void {
    this.#open(table)[record.id] = record;
    this.#touched.push([table, record.id]);
  }

  #open(table: TableName): Record<string, AnyRecord> {
    if (!this.#own.has(table)) {
      this.#maps[table] = { ...this.#maps[table] };
      this.#own.add(table);
    }
    return this.#maps[table];
  }

  #remove(table: TableName, id: string): void {
    if (!Object.hasOwn(this.#maps[table], id)) return;
    delete this.#open(table)[id];
    for (const [holder, reference] of referencesTo(table)) {
      for (const record of Object.values(this.#maps[holder])) {
        if (referredId(record, reference) !== id) continue;
        if (reference.whenRemoved === 'remove') this.#remove(holder, record.id);
        else this.#put(holder, { ...record, [reference.field]: null } as AnyRecord);
      }
    }
  }
}
