import type { PortfolioRecords } from '../domain/records.ts';
import { type TableName, tableNames } from '../domain/records.ts';

/** A table of records as columns and rows: a field's name is said once, not once a record. */
export interface PackedTable {
  readonly columns: readonly string[];
  /** One row a record, its values in the order of the columns. */
  readonly rows: readonly (readonly unknown[])[];
}
export type PackedRecords = { readonly [T in TableName]: PackedTable };

type LooseRecord = Readonly<Record<string, unknown>>;

/**
 * Record maps in a third to a half less JSON, for the way to a page. Every record stands under its own `id`, and all of a
 * table have the same fields; throws where that is not so, because a value would be lost.
 */
export function packRecords(records: PortfolioRecords): PackedRecords {
  return Object.fromEntries(
    tableNames.map((table) => [table, packTable(table, records[table])]),
  ) as unknown as PackedRecords;
}

/** The record maps that `packRecords` was given, equal in value and in order. */
export function unpackRecords(packed: PackedRecords): PortfolioRecords {
  return Object.fromEntries(
    tableNames.map((table) => [table, unpackTable(packed[table])]),
  ) as unknown as PortfolioRecords;
}

function packTable(table: TableName, map: Readonly<Record<string, object>>): PackedTable {
  const records = Object.values(map) as LooseRecord[];
  const columns = Object.keys(records[0] ?? {});
  const rows = records.map((record) => {
    if (Object.keys(record).length !== columns.length)
      throw new Error(`Records of ${table} differ in fields`);
    return columns.map((column) => {
      const value = record[column];
      if (value === undefined) throw new Error(`A record of ${table} has no ${column}`);
      return value;
    });
  });
  return { columns, rows };
}

function unpackTable({ columns, rows }: PackedTable): Record<string, LooseRecord> {
  const map: Record<string, LooseRecord> = {};
  for (const row of rows) {
    const record: Record<string, unknown> = {};
    for (let at = 0; at < columns.length; at += 1) record[columns[at]!] = row[at];
    map[String(record.id)] = record;
  }
  return map;
}
