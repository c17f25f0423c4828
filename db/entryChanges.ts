import type { RecordChange } from '../shared/contract/methods.ts';
import { Failure } from '../shared/contract/result.ts';
import type { AnyRecord, TableName } from '../shared/domain/records.ts';
import { tableNames } from '../shared/domain/records.ts';
import { references } from '../shared/domain/references.ts';
import { fieldColumns } from './columns.ts';
import type { ReadDb } from './open.ts';
import { findEntry, readStep } from './repositories/history.ts';
import { findPlaced, readRange } from './repositories/records.ts';

/** What a step did, as people read it. */
export interface EntryChanges {
  readonly changes: readonly RecordChange[];
  /** How many records it touched; `changes` holds the first of them. */
  readonly total: number;
  readonly names: Readonly<Record<string, string>>;
}

type Loose = Readonly<Record<string, unknown>>;
const loose = (record: AnyRecord): Loose => record as unknown as Loose;

/**
 * What a step did to each record, the first `limit` of them. Records that it brought in and that went later are only
 * counted. Throws `not_found`, or `history_entry_damaged` when its bytes are damaged.
 */
export function readEntryChanges(db: ReadDb, id: number, limit = 200): EntryChanges {
  const entry = findEntry(db, id);
  if (!entry)
    throw new Failure('not_found', `there is no step ${id} in the history`, { params: { what: 'step', id } });
  const step = readStep(db, id);
  if (!step)
    throw new Failure('history_entry_damaged', `step ${id} of the history is damaged`, {
      params: { entry: id, label: entry.label.key, at: entry.at },
    });
  const names = new Names(db);
  const changes: RecordChange[] = [];
  let total = 0;
  // A step that is undone holds what it added, one that is done what it removed.
  const held = entry.state === 'undone' ? 'added' : 'removed';
  const live = entry.state === 'undone' ? 'removed' : 'added';
  for (const table of tableNames) {
    const own = step[table];
    if (!own) continue;
    for (const [, record] of own.absent) names.keep(table, record);
    for (const [, record] of own.absent) {
      total += 1;
      if (changes.length < limit) changes.push(whole(table, record, held, names));
    }
    for (const [low, high] of own.live) {
      total += high - low + 1;
      const room = limit - changes.length;
      if (room <= 0) continue;
      for (const { record } of readRange(db, table, low, Math.min(high, low + room - 1)))
        changes.push(whole(table, record, live, names));
    }
    for (const [recordId, fields] of Object.entries(own.fields)) {
      total += 1;
      if (changes.length >= limit) continue;
      const record = findPlaced(db, table, recordId)?.record ?? null;
      changes.push({
        table,
        id: recordId,
        name: record ? names.of(table, record) : null,
        kind: 'updated',
        fields: Object.entries(fields).map(([field, [before, after]]) => ({
          field,
          before: names.value(table, field, before),
          after: names.value(table, field, after),
        })),
      });
    }
  }
  return { changes, total, names: names.known() };
}

function whole(table: TableName, record: AnyRecord, kind: 'added' | 'removed', names: Names): RecordChange {
  const fields = fieldColumns(table)
    .map(({ field }) => [field, loose(record)[field] ?? null] as const)
    .filter(([field, value]) => field !== 'id' && field !== 'position' && !isEmpty(value))
    .map(([field, value]) => {
      const said = names.value(table, field, value);
      return kind === 'added' ? { field, before: null, after: said } : { field, before: said, after: null };
    });
  return { table, id: record.id, name: names.of(table, record), kind, fields };
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value as object).length === 0;
}

type Json = RecordChange['fields'][number]['before'];

/** Names of the records that a step speaks of, also of those that it took out itself. */
class Names {
  readonly #db: ReadDb;
  readonly #kept = new Map<string, AnyRecord>();
  readonly #names = new Map<string, string>();

  constructor(db: ReadDb) {
    this.#db = db;
  }

  keep(table: TableName, record: AnyRecord): void {
    this.#kept.set(`${table}/${record.id}`, record);
  }

  known(): Record<string, string> {
    return Object.fromEntries(this.#names);
  }

  /** The record's own name, or the names of what it joins. */
  of(table: TableName, record: AnyRecord): string | null {
    const { name } = loose(record);
    if (typeof name === 'string' && name !== '') return name;
    const joined = references[table].flatMap(({ field, to }) => {
      const target = loose(record)[field];
      const found = typeof target === 'string' ? this.#nameOf(to, target) : null;
      return found === null ? [] : [found];
    });
    return joined.length > 0 ? joined.join(' · ') : null;
  }

  /** The value as it is; the name of a record that it refers to is known from now on. */
  value(table: TableName, field: string, value: unknown): Json {
    const reference = references[table].find((each) => each.field === field);
    if (reference && typeof value === 'string') this.#nameOf(reference.to, value);
    return value as Json;
  }

  #nameOf(table: TableName, id: string): string | null {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const record = this.#kept.get(`${table}/${id}`) ?? findPlaced(this.#db, table, id)?.record;
    const name = record ? loose(record).name : undefined;
    if (typeof name !== 'string') return null;
    this.#names.set(id, name);
    return name;
  }
}
