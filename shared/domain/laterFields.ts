import type { RecordOf, TableName } from './records.ts';

/** Fields that came to a table after its first schema, in the schema's order: not known, or not so. */
type Later = { readonly [T in TableName]?: Partial<RecordOf<T>> };

/** What records written before schema 20 and exchange version 2, and those before schema 30 and version 3, do not say. */
const later: Later = {
  team: { stableSince: null, decidesAlone: '', platforms: [], disbandsOn: null },
  initiative: { overhead: false, retired: false },
  capability: { retired: false },
  partner: { retired: false },
  segment: { importance: null, retired: false },
  outcome: { retired: false },
  handoff: { fromPartnerId: null, toPartnerId: null },
};
const byTable = new Map<string, object>(Object.entries(later));

/** A record as it was written at any time, with the fields that came later; the same object when nothing is missing. */
export function withLaterFields<R>(table: string, record: R): R {
  const fields = byTable.get(table);
  if (!fields || typeof record !== 'object' || record === null) return record;
  const missing = Object.entries(fields).filter(([field]) => !Object.hasOwn(record, field));
  // Fields that came later stand last in the schema as well.
  return missing.length === 0 ? record : { ...record, ...Object.fromEntries(missing) };
}
