import { type AnyRecord, type TableName, tableNames } from '../../domain/records.ts';
import type { ImportChanges, RecordLists } from './rowTarget.ts';

/**
 * What two imports write one after the other, as one: `then` was worked out over what `first` makes of the records.
 * Every record stands once, as it stood last, and one that is new stays new however often it was changed afterwards.
 */
export function foldChanges(first: ImportChanges, then: ImportChanges): ImportChanges {
  const add: Partial<Record<TableName, readonly AnyRecord[]>> = {};
  const update: Partial<Record<TableName, readonly AnyRecord[]>> = {};
  for (const table of tableNames) {
    const made = lastOf(first.add[table], then.add[table]);
    const changed = lastOf(first.update[table], then.update[table]);
    for (const [id, record] of changed)
      if (made.has(id)) {
        made.set(id, record);
        changed.delete(id);
      }
    if (made.size > 0) add[table] = [...made.values()];
    if (changed.size > 0) update[table] = [...changed.values()];
  }
  return {
    ...(first.wellFormed && then.wellFormed ? { wellFormed: true } : {}),
    add: add as RecordLists,
    update: update as RecordLists,
  };
}

/** By id, in the order in which each was met first. */
const lastOf = (...lists: readonly (readonly AnyRecord[] | undefined)[]): Map<string, AnyRecord> =>
  new Map(lists.flatMap((list) => (list ?? []).map((each) => [each.id, each] as const)));
