import type { AnyRecord, PortfolioRecords, TableName } from '../../domain/records.ts';
import type { ImportChanges } from './rowTarget.ts';

/** The records as they are once an import is written; tables that it leaves alone are the same objects. */
export function afterImport(records: PortfolioRecords, changes: ImportChanges): PortfolioRecords {
  const next: Record<string, Readonly<Record<string, AnyRecord>>> = { ...records };
  for (const lists of [changes.add, changes.update])
    for (const [table, list] of Object.entries(lists) as [TableName, readonly AnyRecord[]][])
      if (list.length > 0)
        next[table] = { ...next[table], ...Object.fromEntries(list.map((record) => [record.id, record])) };
  return next as unknown as PortfolioRecords;
}
