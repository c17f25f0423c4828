import { fieldColumns } from '../../../db/columns.ts';
import type { RecordWriter } from '../../../db/recordWriter.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { type AnyRecord, type TableName, tableNames } from '../../../shared/domain/records.ts';
import { invalidRecord, missingRecord, parseRecord } from '../../../shared/rules/recordRules.ts';
import { checkTouched } from './checkTouched.ts';

/**
 * Does changes in order, then checks the whole. All or nothing, as the caller's transaction is. Throws `not_found`,
 * `invalid_record`, `broken_reference`, `capability_cycle`.
 */
export function applyChanges(writer: RecordWriter, changes: readonly Change[]): void {
  const removed = new Set<string>();
  for (const change of changes) {
    if (change.op === 'put') put(writer, change.table, change.record);
    else if (change.op === 'patch') patch(writer, change.table, change.id, change.values);
    else remove(writer, change.table, change.id, removed);
  }
  checkTouched(writer);
}

function put(writer: RecordWriter, table: TableName, raw: unknown): void {
  const record = checkedRecord(table, raw);
  const before = writer.find(table, record.id);
  if (before) writer.update(table, before, record);
  else writer.add(table, record);
}

function patch(
  writer: RecordWriter,
  table: TableName,
  id: string,
  values: Readonly<Record<string, unknown>>,
): void {
  const before = writer.find(table, id);
  if (!before) throw missingRecord(table, id);
  if (Object.hasOwn(values, 'id') && values.id !== id) {
    throw invalidRecord(table, before, 'id', 'an id never changes');
  }
  writer.update(table, before, checkedRecord(table, { ...before, ...values }));
}

function remove(writer: RecordWriter, table: TableName, id: string, removed: Set<string>): void {
  if (table === 'portfolio')
    throw invalidRecord(table, { id }, 'id', 'the settings of a portfolio cannot be removed');
  // A selection may hold a record together with what belongs to it, which is gone by the time its turn comes.
  const gone = writer.remove(table, id) || writer.hasRemoved(table, id) || removed.has(`${table}/${id}`);
  if (!gone) throw missingRecord(table, id);
  removed.add(`${table}/${id}`);
}

/** The record as its schema reads it, with text that every encoding can carry. Throws `invalid_record`. */
export function checkedRecord(table: TableName, raw: unknown): AnyRecord {
  return wellFormed(parseRecord(table, raw)) as AnyRecord;
}

/** By table, the fields that can hold text: only these need a look. */
const textFields = Object.fromEntries(
  tableNames.map((table) => [
    table,
    fieldColumns(table).flatMap(({ field, kind }) => (kind === 'text' || kind === 'json' ? [field] : [])),
  ]),
) as unknown as Readonly<Record<TableName, readonly string[]>>;

/** The record itself, or a copy where text holds half of a surrogate pair: that would come back as another character. */
export function wellFormedRecord(table: TableName, record: AnyRecord): AnyRecord {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  for (const field of textFields[table]) {
    const value = values[field];
    if (value === null) continue;
    if (typeof value === 'string' ? !value.isWellFormed() : wellFormed(value) !== value) {
      return wellFormed(record) as AnyRecord;
    }
  }
  return record;
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  const own = value as Record<string, unknown>;
  let broken = false;
  for (const key in own) {
    const part = own[key];
    if (part === null || typeof part === 'number' || typeof part === 'boolean') continue;
    if (wellFormed(part) !== part || !key.isWellFormed()) broken = true;
  }
  if (!broken) return value;
  return Object.fromEntries(Object.entries(own).map(([key, part]) => [key.toWellFormed(), wellFormed(part)]));
}
