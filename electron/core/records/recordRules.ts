import type { RecordWriter } from '../../../db/recordWriter.ts';
import { readReferring } from '../../../db/repositories/records.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { AnyRecord, Capability, Contribution, TableName } from '../../../shared/domain/records.ts';
import { type Reference, references, referredId } from '../../../shared/domain/references.ts';
import { type TableDiff, tableDiffs } from '../../../shared/history/diff.ts';

/** Shares are written by hand as decimals: ten tenths may add up to a hair over one. */
const roundingSlack = 1e-9;

/** The failure for a record that breaks a rule; names table, record and field. */
export function invalidRecord(
  table: TableName,
  record: { id: string; name?: string },
  field: string,
  reason: string,
) {
  const who = record.name ? `"${record.name}" (${record.id})` : record.id;
  return new Failure('invalid_record', `${table} ${who}: ${field}: ${reason}`, {
    params: { table, id: record.id, field, reason, ...(record.name ? { name: record.name } : {}) },
    place: { field },
  });
}

const named = (record: AnyRecord): { id: string; name?: string } =>
  'name' in record ? { id: record.id, name: record.name } : { id: record.id };

/**
 * Checks what no single record's schema can see, over everything that a change touched: references, capability
 * cycles, an end before its start, shares of one initiative above 100 %. Throws `broken_reference`,
 * `capability_cycle` or `invalid_record`.
 */
export function checkTouched(writer: RecordWriter): void {
  const shared: SharedChecks = { writer, existing: new Set(), weights: new Map() };
  for (const [table, change] of tableDiffs(writer.diff())) {
    for (const record of touched(change)) {
      checkReferences(shared, table, record);
      checkDateOrder(table, record);
      if (table === 'capability') checkNoCycle(writer, record as Capability);
      if (table === 'contribution') gatherInitiative(shared, record as Contribution);
    }
  }
  for (const [initiativeId, contribution] of shared.weights) checkWeights(writer, initiativeId, contribution);
}

interface SharedChecks {
  readonly writer: RecordWriter;
  /** `table/id` of records known to exist, so that a large import asks once for each. */
  readonly existing: Set<string>;
  /** Initiatives whose shares changed, with one contribution to name. */
  readonly weights: Map<string, Contribution>;
}

function* touched(change: TableDiff): Generator<AnyRecord> {
  yield* Object.values(change.added);
  for (const [, after] of Object.values(change.updated)) yield after;
}

function checkReferences(shared: SharedChecks, table: TableName, record: AnyRecord): void {
  for (const reference of references[table]) {
    const id = referredId(record, reference);
    if (id === null) continue;
    const key = `${reference.to}/${id}`;
    if (shared.existing.has(key)) continue;
    if (!shared.writer.find(reference.to, id)) throw brokenReference(table, record, reference, id);
    shared.existing.add(key);
  }
}

function brokenReference(table: TableName, record: AnyRecord, { field, to }: Reference, id: string): Failure {
  return new Failure('broken_reference', `${table} ${record.id}: ${field}: there is no ${to} ${id}`, {
    params: { table, id: record.id, field, to, target: id },
    place: { field },
  });
}

const dateOrders: Partial<Record<TableName, readonly (readonly [string, string])[]>> = {
  initiative: [['startDate', 'endDate']],
  phase: [
    ['startDate', 'endDate'],
    ['actualStartDate', 'actualEndDate'],
  ],
};

function checkDateOrder(table: TableName, record: AnyRecord): void {
  const values = record as unknown as Readonly<Record<string, string | null>>;
  for (const [from, to] of dateOrders[table] ?? []) {
    const [start, end] = [values[from] ?? null, values[to] ?? null];
    if (start !== null && end !== null && end < start) {
      throw invalidRecord(table, named(record), to, `the end ${end} lies before the start ${start}`);
    }
  }
}

function checkNoCycle(writer: RecordWriter, capability: Capability): void {
  const seen = new Set([capability.id]);
  let parentId = capability.parentId;
  while (parentId !== null) {
    if (seen.has(parentId)) {
      throw new Failure(
        'capability_cycle',
        `capability "${capability.name}" (${capability.id}) is its own ancestor`,
        {
          params: { table: 'capability', id: capability.id, name: capability.name },
          place: { field: 'parentId' },
        },
      );
    }
    seen.add(parentId);
    parentId = (writer.find('capability', parentId) as Capability | null)?.parentId ?? null;
  }
}

function gatherInitiative(shared: SharedChecks, contribution: Contribution): void {
  shared.weights.set(contribution.initiativeId, contribution);
}

function checkWeights(writer: RecordWriter, initiativeId: string, example: Contribution): void {
  const reference = references.contribution.find(({ field }) => field === 'initiativeId')!;
  const all = readReferring(writer.reader, 'contribution', reference, initiativeId);
  const sum = all.reduce((total, { record }) => total + (record as Contribution).weight, 0);
  if (sum <= 1 + roundingSlack) return;
  const percent = Math.round(sum * 1000) / 10;
  throw invalidRecord(
    'contribution',
    example,
    'weight',
    `the shares of initiative ${initiativeId} add up to ${percent} %, more than 100 %`,
  );
}
