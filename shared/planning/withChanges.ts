import type { Change } from '../contract/changes.ts';
import type { AnyRecord, PortfolioRecords, TableName } from '../domain/records.ts';
import { referencesTo, referredId } from '../domain/references.ts';

type Maps = Record<TableName, Record<string, AnyRecord>>;

/**
 * The records as they would be after the changes, for a preview: nothing is checked and nothing is written. What
 * belongs to a removed record goes with it, as in the file. Tables that nothing touches keep their identity.
 */
export function withChanges(records: PortfolioRecords, changes: readonly Change[]): PortfolioRecords {
  const next = { ...records } as unknown as Maps;
  const own = new Set<TableName>();
  const open = (table: TableName): Record<string, AnyRecord> => {
    if (!own.has(table)) {
      next[table] = { ...next[table] };
      own.add(table);
    }
    return next[table];
  };
  for (const change of changes) {
    if (change.op === 'put') {
      const record = change.record as unknown as AnyRecord;
      open(change.table)[record.id] = record;
    } else if (change.op === 'patch') {
      const map = open(change.table);
      const before = map[change.id];
      if (before) map[change.id] = { ...before, ...change.values } as AnyRecord;
    } else removeWithParts(next, open, change.table, change.id);
  }
  return next as unknown as PortfolioRecords;
}

function removeWithParts(
  next: Maps,
  open: (table: TableName) => Record<string, AnyRecord>,
  table: TableName,
  id: string,
): void {
  if (!Object.hasOwn(next[table], id)) return;
  delete open(table)[id];
  for (const [holder, reference] of referencesTo(table)) {
    for (const record of Object.values(next[holder])) {
      if (referredId(record, reference) !== id) continue;
      if (reference.whenRemoved === 'remove') removeWithParts(next, open, holder, record.id);
      else open(holder)[record.id] = { ...record, [reference.field]: null } as AnyRecord;
    }
  }
}
