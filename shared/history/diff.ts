import type { AnyRecord, PortfolioRecords, RecordOf, TableName } from '../domain/records.ts';
import { tableNames } from '../domain/records.ts';

/** What happened to the records of one table. Ids are in order of the change. */
export interface TableDiff<T extends TableName = TableName> {
  readonly added: Readonly<Record<string, RecordOf<T>>>;
  /** id to [before, after]. */
  readonly updated: Readonly<Record<string, readonly [RecordOf<T>, RecordOf<T>]>>;
  readonly removed: Readonly<Record<string, RecordOf<T>>>;
  /** Added id to the id of the record that it stands before; an added record that is not named here goes to the end. */
  readonly places?: Readonly<Record<string, string>>;
}

/** A change of the portfolio as data; tables without a change are absent. */
export type RecordsDiff = { readonly [T in TableName]?: TableDiff<T> };

/**
 * The records after the change. Tables and maps that the change does not touch keep their identity, so that
 * selectors memoised by identity stay valid. Throws nothing: applying is total, the writer checks beforehand.
 */
export function applyDiff(records: PortfolioRecords, diff: RecordsDiff): PortfolioRecords {
  const next: Record<string, Readonly<Record<string, AnyRecord>>> = { ...records };
  for (const [table, change] of tableDiffs(diff)) {
    const map: Record<string, AnyRecord> = { ...records[table] };
    for (const id of Object.keys(change.removed)) delete map[id];
    for (const [id, [, after]] of Object.entries(change.updated)) map[id] = after;
    next[table] = addInPlace(map, change.added, change.places ?? {});
  }
  return next as unknown as PortfolioRecords;
}

function addInPlace(
  map: Record<string, AnyRecord>,
  added: Readonly<Record<string, AnyRecord>>,
  places: Readonly<Record<string, string>>,
): Record<string, AnyRecord> {
  const atEnd: [string, AnyRecord][] = [];
  const before = new Map<string, [string, AnyRecord][]>();
  for (const entry of Object.entries(added)) {
    const next = Object.hasOwn(places, entry[0]) ? places[entry[0]] : undefined;
    if (next === undefined || !Object.hasOwn(map, next)) atEnd.push(entry);
    else {
      const group = before.get(next);
      if (group) group.push(entry);
      else before.set(next, [entry]);
    }
  }
  if (before.size === 0) {
    for (const [id, record] of atEnd) map[id] = record;
    return map;
  }
  const ordered: Record<string, AnyRecord> = {};
  for (const [id, record] of Object.entries(map)) {
    for (const [addedId, addedRecord] of before.get(id) ?? []) ordered[addedId] = addedRecord;
    ordered[id] = record;
  }
  for (const [id, record] of atEnd) ordered[id] = record;
  return ordered;
}

/** How many records the change adds, updates and removes, over all tables. */
export function diffCounts(diff: RecordsDiff): { added: number; updated: number; removed: number } {
  let [added, updated, removed] = [0, 0, 0];
  for (const [, change] of tableDiffs(diff)) {
    added += Object.keys(change.added).length;
    updated += Object.keys(change.updated).length;
    removed += Object.keys(change.removed).length;
  }
  return { added, updated, removed };
}

/** The touched tables in order of writing. */
export function tableDiffs(diff: RecordsDiff): readonly (readonly [TableName, TableDiff])[] {
  return tableNames.flatMap((name) => {
    const change = diff[name] as TableDiff | undefined;
    return change ? [[name, change] as const] : [];
  });
}
