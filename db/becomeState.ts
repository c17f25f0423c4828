import type { AnyRecord, PortfolioRecords, TableName } from '../shared/domain/records.ts';
import { tableNames } from '../shared/domain/records.ts';
import { compareRecords } from '../shared/history/compareRecords.ts';
import { tableDiffs } from '../shared/history/diff.ts';
import type { ReadDb } from './open.ts';
import { type RecordWriter, removalOrder } from './recordWriter.ts';
import { readRecords, readTable } from './repositories/records.ts';

/** The records of a portfolio at some time, with the place that each had in its table. */
export interface PlacedState {
  readonly records: PortfolioRecords;
  readonly places: ReadonlyMap<TableName, ReadonlyMap<string, number>>;
}

/** The state that a file holds. */
export function readState(db: ReadDb): PlacedState {
  const places = new Map<TableName, Map<string, number>>();
  const records: Record<string, Record<string, AnyRecord>> = {};
  for (const table of tableNames) {
    const rows = readTable(db, table);
    records[table] = Object.fromEntries(rows.map(({ record }) => [record.id, record]));
    places.set(table, new Map(rows.map(({ seq, record }) => [record.id, seq])));
  }
  return { records: records as unknown as PortfolioRecords, places };
}

/** Has the portfolio become what it was: only what differs is written. */
export function becomeState(writer: RecordWriter, { records, places }: PlacedState): void {
  const diff = compareRecords(readRecords(writer.reader), records);
  // Additions and changes first: then a removal takes along only what the other state does not have either.
  for (const [table, change] of tableDiffs(diff)) {
    for (const record of Object.values(change.added)) {
      writer.add(table, record, places.get(table)?.get(record.id));
    }
    for (const [, after] of Object.values(change.updated)) {
      const now = writer.find(table, after.id);
      if (now) writer.update(table, now, after);
    }
  }
  for (const table of removalOrder) {
    for (const gone of Object.keys(diff[table]?.removed ?? {})) writer.remove(table, gone);
  }
}
