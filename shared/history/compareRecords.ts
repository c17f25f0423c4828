import type { AnyRecord, PortfolioRecords } from '../domain/records.ts';
import { tableNames } from '../domain/records.ts';
import type { RecordsDiff } from './diff.ts';
import { DiffBuilder } from './diffBuilder.ts';

/** The smallest change that turns the records `from` into the records `to`. */
export function compareRecords(from: PortfolioRecords, to: PortfolioRecords): RecordsDiff {
  const builder = new DiffBuilder();
  for (const table of tableNames) {
    const before = from[table] as Readonly<Record<string, AnyRecord>>;
    const after = to[table] as Readonly<Record<string, AnyRecord>>;
    for (const [id, record] of Object.entries(before)) {
      if (!Object.hasOwn(after, id)) builder.remove(table, record);
    }
    for (const [id, record] of Object.entries(after)) {
      const old = Object.hasOwn(before, id) ? before[id] : undefined;
      if (old) builder.update(table, old, record);
      else builder.add(table, record);
    }
  }
  return builder.diff();
}
