import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type TableName,
  tableNames,
} from '../../shared/domain/records.ts';
import { type Reference, references } from '../../shared/domain/references.ts';
import { columns, type FieldColumn, fieldColumns, sqlTables } from '../columns.ts';
import type { ReadDb, SqlValue, WriteDb } from '../open.ts';

/** A record with its place in its table. */
export interface PlacedRecord {
  readonly seq: number;
  readonly record: AnyRecord;
}

interface TableSql {
  readonly fields: readonly FieldColumn[];
  readonly selectAll: string;
  readonly selectOne: string;
  readonly selectRange: string;
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
}

function sqlOf(table: TableName): TableSql {
  const name = sqlTables[table];
  const fields = fieldColumns(table);
  const list = fields.map((field) => field.column).join(', ');
  const assignments = fields.map((field) => `${field.column} = ?`).join(', ');
  return {
    fields,
    selectAll: `SELECT seq, ${list} FROM ${name} ORDER BY seq`,
    selectOne: `SELECT seq, ${list} FROM ${name} WHERE id = ?`,
    selectRange: `SELECT seq, ${list} FROM ${name} WHERE seq BETWEEN ? AND ? ORDER BY seq`,
    insert: `INSERT INTO ${name} (seq, ${list}) VALUES (?${', ?'.repeat(fields.length)})`,
    update: `UPDATE ${name} SET ${assignments} WHERE id = ?`,
    remove: `DELETE FROM ${name} WHERE id = ?`,
  };
}

const sql = Object.fromEntries(tableNames.map((table) => [table, sqlOf(table)])) as Record<
  TableName,
  TableSql
>;

function toColumn(value: unknown, kind: FieldColumn['kind']): SqlValue {
  if (value === null) return null;
  if (kind === 'boolean') return value === true ? 1 : 0;
  if (kind === 'json') return JSON.stringify(value);
  return value as SqlValue;
}

function fromColumn(value: SqlValue, kind: FieldColumn['kind']): unknown {
  if (kind === 'boolean') return value === null ? null : value === 1;
  if (kind === 'json') return value === null ? null : JSON.parse(value as string);
  return value;
}

function toRow(
  fields: readonly FieldColumn[],
  record: AnyRecord,
  before: SqlValue[],
  after: SqlValue[],
): SqlValue[] {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  for (const { field, kind } of fields) before.push(toColumn(values[field] ?? null, kind));
  before.push(...after);
  return before;
}

function fromRow(fields: readonly FieldColumn[], row: readonly SqlValue[]): PlacedRecord {
  const record: Record<string, unknown> = {};
  for (let index = 0; index < fields.length; index += 1) {
    const { field, kind } = fields[index]!;
    record[field] = fromColumn(row[index + 1] ?? null, kind);
  }
  return { seq: row[0] as number, record: record as unknown as AnyRecord };
}

/** All records of one table in their order. */
export function readTable(db: ReadDb, table: TableName): readonly PlacedRecord[] {
  const { fields, selectAll } = sql[table];
  const rows = db.queryRows(selectAll).all() as SqlValue[][];
  return rows.map((row) => fromRow(fields, row));
}

/** The whole portfolio as record maps, each in its order. */
export function readRecords(db: ReadDb): PortfolioRecords {
  const maps = tableNames.map((table) => [
    table,
    Object.fromEntries(readTable(db, table).map(({ record }) => [record.id, record])),
  ]);
  return Object.fromEntries(maps) as PortfolioRecords;
}

/** One record with its place, or null. */
export function findPlaced(db: ReadDb, table: TableName, id: string): PlacedRecord | null {
  const { fields, selectOne } = sql[table];
  const row = db.queryRows(selectOne).get(id) as SqlValue[] | undefined;
  return row ? fromRow(fields, row) : null;
}

/** The records of a table whose places lie in a range, both ends included. */
export function readRange(db: ReadDb, table: TableName, low: number, high: number): readonly PlacedRecord[] {
  const { fields, selectRange } = sql[table];
  return (db.queryRows(selectRange).all(low, high) as SqlValue[][]).map((row) => fromRow(fields, row));
}

/** The records of `table` that refer to `id` by that reference. */
export function readReferring(
  db: ReadDb,
  table: TableName,
  reference: Reference,
  id: string,
): readonly PlacedRecord[] {
  const { fields } = sql[table];
  const list = fields.map((field) => field.column).join(', ');
  const column = columnOf(table, reference.field);
  const rows = db
    .queryRows(`SELECT seq, ${list} FROM ${sqlTables[table]} WHERE ${column} = ? ORDER BY seq`)
    .all(id) as SqlValue[][];
  return rows.map((row) => fromRow(fields, row));
}

/** The id of the first record after a place that is not between the places of records just put back. */
export function nextId(db: ReadDb, table: TableName, seq: number): string | null {
  const found = db.query(`SELECT id FROM ${sqlTables[table]} WHERE seq > ? ORDER BY seq LIMIT 1`).get(seq) as
    | { id: string }
    | undefined;
  return found?.id ?? null;
}

/** Writes new records; the statement is looked up once, for imports. */
export function inserter(db: WriteDb, table: TableName): (seq: number, record: AnyRecord) => void {
  const { fields, insert } = sql[table];
  const write = db.writer(insert);
  return (seq, record) => {
    assertOne(write(toRow(fields, record, [seq], [])), 'insert', table, record.id);
  };
}

/** Writes all fields of an existing record. */
export function updateRecord(db: WriteDb, table: TableName, record: AnyRecord): void {
  const { fields, update } = sql[table];
  assertOne(db.writer(update)(toRow(fields, record, [], [record.id])), 'update', table, record.id);
}

/** Deletes one record; what refers to it must be gone before the transaction ends. */
export function removeRecord(db: WriteDb, table: TableName, id: string): void {
  assertOne(db.writer(sql[table].remove)([id]), 'delete', table, id);
}

/** How many records each table holds. */
export function countRecords(db: ReadDb): Readonly<Record<TableName, number>> {
  const counts = tableNames.map((table) => {
    const row = db.query(`SELECT count(*) AS n FROM ${sqlTables[table]}`).get() as { n: number };
    return [table, row.n];
  });
  return Object.fromEntries(counts) as Record<TableName, number>;
}

/**
 * The first record that breaks its table's schema, or null: constraints of the file hold scalars in their range, but
 * a file from elsewhere may still hold a day that no calendar has, or a parameter without an author.
 */
export function findInvalid(
  records: PortfolioRecords,
): { table: TableName; id: string; problem: string } | null {
  for (const table of tableNames) {
    const schema = recordSchemas[table];
    for (const record of Object.values(records[table] as Readonly<Record<string, AnyRecord>>)) {
      const checked = schema.safeParse(record);
      if (checked.success) continue;
      const issue = checked.error.issues[0];
      return { table, id: record.id, problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
    }
  }
  return null;
}

/** Every field that refers to another table has an index of this column. */
export function referenceColumns(): readonly { table: string; column: string }[] {
  return tableNames.flatMap((table) =>
    references[table].map((reference) => ({
      table: sqlTables[table],
      column: columnOf(table, reference.field),
    })),
  );
}

function columnOf(table: TableName, field: string): string {
  const column = (columns[table] as Readonly<Record<string, readonly [string, string]>>)[field];
  if (!column) throw new TypeError(`${table}.${field} has no column`);
  return column[0];
}

function assertOne(changed: number, what: string, table: TableName, id: string): void {
  if (changed !== 1) throw new Error(`${what} of ${table} ${id} changed ${changed} rows instead of one`);
}
