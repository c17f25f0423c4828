import type { z } from 'zod';
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
  readonly selectRecords: string;
  readonly selectSeqs: string;
  /** Fields that are not in the form of a record as SQLite hands them out. */
  readonly encoded: readonly FieldColumn[];
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
    selectRecords: `SELECT ${fields.map(({ column, field }) => `${column} AS "${field}"`).join(', ')} FROM ${name} ORDER BY seq`,
    selectSeqs: `SELECT seq FROM ${name} ORDER BY seq`,
    encoded: fields.filter(({ kind }) => kind === 'boolean' || kind === 'json'),
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
  if (kind === 'json') return isEmptyObject(value) ? '{}' : JSON.stringify(value);
  return value as SqlValue;
}

function isEmptyObject(value: unknown): boolean {
  if (Array.isArray(value)) return false;
  for (const _ in value as object) return false;
  return true;
}

function fromColumn(value: SqlValue, kind: FieldColumn['kind']): unknown {
  if (kind === 'boolean') return value === null ? null : value === 1;
  if (kind === 'json') return value === '{}' ? {} : JSON.parse(value as string);
  return value;
}

/** Fills `row` with a record's values from `from` on; answers it. */
function fillRow(
  fields: readonly FieldColumn[],
  record: AnyRecord,
  row: SqlValue[],
  from: number,
): SqlValue[] {
  for (let index = 0; index < fields.length; index += 1) {
    const { field, kind } = fields[index]!;
    row[from + index] = toColumn(fieldOf(record, field), kind);
  }
  return row;
}

function fromRow(fields: readonly FieldColumn[], row: readonly SqlValue[]): PlacedRecord {
  const record: Record<string, unknown> = {};
  for (let index = 0; index < fields.length; index += 1) {
    const { field, kind } = fields[index]!;
    record[field] = fromColumn(row[index + 1] ?? null, kind);
  }
  return { seq: row[0] as number, record: record as unknown as AnyRecord };
}

/** All records of one table in their order. SQLite's own row objects become the records: there may be very many. */
function readAll(db: ReadDb, table: TableName): readonly AnyRecord[] {
  const { encoded, selectRecords } = sql[table];
  const rows = db.query(selectRecords).all() as Record<string, SqlValue>[];
  for (const row of rows) {
    for (const { field, kind } of encoded) {
      (row as Record<string, unknown>)[field] = fromColumn(row[field] ?? null, kind);
    }
  }
  return rows as unknown as readonly AnyRecord[];
}

/** All records of one table with their places, in their order. */
export function readTable(db: ReadDb, table: TableName): readonly PlacedRecord[] {
  const seqs = db.queryRows(sql[table].selectSeqs).all() as [number][];
  return readAll(db, table).map((record, index) => ({ seq: seqs[index]![0], record }));
}

/** The whole portfolio as record maps, each in its order. */
export function readRecords(db: ReadDb): PortfolioRecords {
  const maps = tableNames.map((table) => {
    const map: Record<string, AnyRecord> = {};
    for (const record of readAll(db, table)) map[record.id] = record;
    return [table, map];
  });
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

/** Writes one new record. */
export function insertRecord(db: WriteDb, table: TableName, seq: number, record: AnyRecord): void {
  const { fields, insert } = sql[table];
  assertOne(db.writer(insert)(fillRow(fields, record, [seq], 1)), 'insert', table, record.id);
}

/** Rows that one statement writes: beyond, its parameters cost what the fewer calls save. */
const ROWS_AT_ONCE = 20;

/**
 * Writes many new records of one table, the record at `index` at the place `seqOf(index)`. A column that none of them
 * fills is not named, and flags and empty JSON that are the same in all of them stand in the statement itself: lists
 * fill a third of our fields, and binding nothing ten thousand times would take as long as the rest.
 */
export function insertRecords(
  db: WriteDb,
  table: TableName,
  records: readonly AnyRecord[],
  seqOf: (index: number) => number,
): void {
  const bound: FieldColumn[] = [];
  const fixed: [column: string, literal: string][] = [];
  for (const field of sql[table].fields) {
    const literal = commonLiteral(field, records);
    if (literal === null) bound.push(field);
    else if (literal !== 'NULL') fixed.push([field.column, literal]);
  }
  const names = [...bound, ...fixed.map(([column]) => ({ column }))].map(({ column }) => column).join(', ');
  const one = `(?${', ?'.repeat(bound.length)}${fixed.map(([, literal]) => `, ${literal}`).join('')})`;
  const statement = (rows: number): string =>
    `INSERT INTO ${sqlTables[table]} (seq, ${names}) VALUES ${Array(rows).fill(one).join(', ')}`;
  let index = 0;
  const writeRows = (rows: number, upTo: number): void => {
    if (index + rows > upTo) return;
    const write = db.writer(statement(rows));
    const values: SqlValue[] = [];
    while (index + rows <= upTo) {
      const first = index;
      for (let from = 0; index < first + rows; index += 1, from += bound.length + 1) {
        values[from] = seqOf(index);
        fillRow(bound, records[index]!, values, from + 1);
      }
      assertChanged(write(values), rows, 'insert', table, records[first]!.id);
    }
  };
  writeRows(ROWS_AT_ONCE, records.length);
  writeRows(1, records.length);
}

/** What all records hold in a column, as SQL: for what none of them knows, and for flags and empty JSON. Else null. */
function commonLiteral({ field, kind }: FieldColumn, records: readonly AnyRecord[]): string | null {
  const [first] = records;
  if (first === undefined) return 'NULL';
  const value = fieldOf(first, field);
  const literal = value === null ? null : toColumn(value, kind);
  if (literal !== null && kind !== 'boolean' && literal !== '{}') return null;
  for (const record of records) {
    const other = fieldOf(record, field);
    if (literal === null ? other !== null : toColumn(other, kind) !== literal) return null;
  }
  return literal === null ? 'NULL' : typeof literal === 'number' ? String(literal) : `'{}'`;
}

const fieldOf = (record: AnyRecord, field: string): unknown =>
  (record as unknown as Readonly<Record<string, unknown>>)[field] ?? null;

/** Writes all fields of an existing record. */
export function updateRecord(db: WriteDb, table: TableName, record: AnyRecord): void {
  const { fields, update } = sql[table];
  assertOne(db.writer(update)([...fillRow(fields, record, [], 0), record.id]), 'update', table, record.id);
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
 * The first record whose JSON breaks its field's schema, or null. Constraints of the file hold everything else in
 * its range; what JSON holds, they cannot see.
 */
export function findInvalidJson(db: ReadDb): { table: TableName; id: string; problem: string } | null {
  for (const table of tableNames) {
    for (const { field, column } of sql[table].encoded.filter(({ kind }) => kind === 'json')) {
      const schema = (recordSchemas[table].shape as Readonly<Record<string, z.ZodType>>)[field]!;
      const rows = db
        .query(`SELECT id, ${column} AS value FROM ${sqlTables[table]} WHERE ${column} <> '{}'`)
        .iterate() as IterableIterator<{ id: string; value: string }>;
      for (const { id, value } of rows) {
        const checked = schema.safeParse(JSON.parse(value));
        if (!checked.success) {
          const issue = checked.error.issues[0];
          return {
            table,
            id,
            problem: `${[field, ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? ''}`,
          };
        }
      }
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
  assertChanged(changed, 1, what, table, id);
}

function assertChanged(changed: number, rows: number, what: string, table: TableName, id: string): void {
  if (changed !== rows)
    throw new Error(`${what} of ${table} ${id} changed ${changed} rows instead of ${rows}`);
}
