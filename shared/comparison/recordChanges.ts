import type { RecordChange } from '../contract/methods.ts';
import type { AnyRecord, PortfolioRecords, TableName } from '../domain/records.ts';
import { recordSchemas } from '../domain/records.ts';
import { findRecord, references } from '../domain/references.ts';
import { compareRecords } from '../history/compareRecords.ts';
import { type RecordsDiff, tableDiffs } from '../history/diff.ts';
import { isOfPlan } from '../scenarios/scenarioChanges.ts';

type Loose = Readonly<Record<string, unknown>>;
type Json = RecordChange['fields'][number]['before'];
const loose = (record: AnyRecord): Loose => record as unknown as Loose;

/** What differs between two states of a plan, record by record; what lies beside the plan is left out. */
export interface RecordChanges {
  readonly diff: RecordsDiff;
  readonly changes: readonly RecordChange[];
  /** Names of records that values refer to, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** The differences of two states, removed records too, in order of the tables; costs little where they share records. */
export function recordChanges(before: PortfolioRecords, after: PortfolioRecords): RecordChanges {
  const diff = planDiff(compareRecords(before, after));
  const names: Record<string, string> = {};
  const nameOf = (table: TableName, id: string): string | null => {
    const record = findRecord(after, table, id) ?? findRecord(before, table, id);
    const name = record ? loose(record).name : undefined;
    if (typeof name !== 'string') return null;
    names[id] = name;
    return name;
  };
  const named = (table: TableName, record: AnyRecord): string | null => {
    const { name } = loose(record);
    if (typeof name === 'string' && name !== '') return name;
    const joined = references[table].flatMap(({ field, to }) => {
      const target = loose(record)[field];
      const found = typeof target === 'string' ? nameOf(to, target) : null;
      return found === null ? [] : [found];
    });
    return joined.length > 0 ? joined.join(' · ') : null;
  };
  const said = (table: TableName, field: string, value: unknown): Json => {
    const reference = references[table].find((each) => each.field === field);
    if (reference && typeof value === 'string') nameOf(reference.to, value);
    return (value ?? null) as Json;
  };
  const changes: RecordChange[] = [];
  for (const [table, change] of tableDiffs(diff)) {
    const fields = Object.keys(recordSchemas[table].shape).filter(
      (field) => field !== 'id' && field !== 'position',
    );
    const whole = (record: AnyRecord, kind: 'added' | 'removed'): RecordChange => ({
      table,
      id: record.id,
      name: named(table, record),
      kind,
      fields: fields
        .filter((field) => !isEmpty(loose(record)[field]))
        .map((field) => {
          const value = said(table, field, loose(record)[field]);
          return kind === 'added'
            ? { field, before: null, after: value }
            : { field, before: value, after: null };
        }),
    });
    for (const record of Object.values(change.added)) changes.push(whole(record, 'added'));
    for (const [old, record] of Object.values(change.updated)) {
      const differing = fields
        .filter((field) => JSON.stringify(loose(old)[field]) !== JSON.stringify(loose(record)[field]))
        .map((field) => ({
          field,
          before: said(table, field, loose(old)[field]),
          after: said(table, field, loose(record)[field]),
        }));
      if (differing.length > 0)
        changes.push({
          table,
          id: record.id,
          name: named(table, record),
          kind: 'updated',
          fields: differing,
        });
    }
    for (const record of Object.values(change.removed)) changes.push(whole(record, 'removed'));
  }
  return { diff, changes, names };
}

/** The part of a change that is about the plan, without what lies beside it. */
export function planDiff(diff: RecordsDiff): RecordsDiff {
  return Object.fromEntries(Object.entries(diff).filter(([table]) => isOfPlan(table as TableName)));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const partTables = ['phase', 'release', 'scopeItem', 'handoff', 'tranche', 'contribution'] as const;

/** Initiatives whose figures may differ between two states; null when all of them may. */
export const touchedInitiatives = (diff: RecordsDiff): ReadonlySet<string> | null =>
  diff.portfolio ? null : changedInitiatives(diff);

/** Initiatives of which something differs, in their own record or in one that is a part of them. */
export function changedInitiatives(diff: RecordsDiff): ReadonlySet<string> {
  const ids = new Set<string>();
  const each = (table: TableName, take: (record: AnyRecord) => void): void => {
    const change = diff[table];
    if (!change) return;
    for (const record of Object.values(change.added)) take(record);
    for (const [old, record] of Object.values(change.updated)) {
      take(old);
      take(record);
    }
    for (const record of Object.values(change.removed)) take(record);
  };
  each('initiative', ({ id }) => ids.add(id));
  for (const table of partTables) each(table, (record) => ids.add(String(loose(record).initiativeId)));
  return ids;
}
