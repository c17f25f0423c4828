import { Failure } from '../contract/result.ts';
import type {
  AnyRecord,
  Capability,
  Handoff,
  Phase,
  RecordOf,
  Scenario,
  TableName,
} from '../domain/records.ts';
import { recordSchemas } from '../domain/records.ts';
import { type Reference, references, referredId } from '../domain/references.ts';

/** Records as they stand in the middle of a change, wherever they lie. */
export interface RecordsView {
  readonly find: (table: TableName, id: string) => AnyRecord | null | undefined;
  /** The records of a table whose reference field holds the id. */
  readonly referring: (table: TableName, reference: Reference, id: string) => readonly AnyRecord[];
  /** True for a record that this change brought in: everything that refers to it was touched as well. */
  readonly isNew: (table: TableName, id: string) => boolean;
}

/** A record by its table. */
export type Touched = readonly [table: TableName, record: AnyRecord];

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
 * Checks what no single record's schema can see, over everything that a change touched: references, cycles of
 * capabilities or scenarios, an end before its start, shares of one initiative and kind above 100 %, a handoff's range
 * out of order or its phase in another initiative. Throws `broken_reference`, `capability_cycle` or `invalid_record`.
 */
export function checkRecords(view: RecordsView, touched: Iterable<Touched>): void {
  const shared: SharedChecks = { view, existing: new Set(), weights: new Map() };
  for (const [table, record] of touched) {
    checkReferences(shared, table, record);
    checkDateOrder(table, record);
    if (table === 'capability' || table === 'scenario') checkNoCycle(view, table, record);
    if (table === 'handoff') checkHandoff(view, record as Handoff);
    if (isWeightTable(table)) gatherInitiative(shared, table, record as Weighted);
  }
  for (const [table, gathered] of shared.weights) {
    for (const each of gathered.values()) checkWeights(view, table, each);
  }
}

/** Tables whose shares add up to one for each initiative. */
const weightTables = ['contribution', 'outcomeLink', 'segmentLink'] as const;
type WeightTable = (typeof weightTables)[number];
type Weighted = RecordOf<WeightTable>;

const isWeightTable = (table: TableName): table is WeightTable =>
  (weightTables as readonly TableName[]).includes(table);

interface SharedChecks {
  readonly view: RecordsView;
  /** `table/id` of records known to exist, so that a large import asks once for each. */
  readonly existing: Set<string>;
  /** By table and initiative: the shares that changed. */
  readonly weights: Map<WeightTable, Map<string, Shares>>;
}

interface Shares {
  /** One of the records, to name. */
  readonly example: Weighted;
  /** Of the touched ones alone. */
  sum: number;
}

function checkReferences(shared: SharedChecks, table: TableName, record: AnyRecord): void {
  for (const reference of references[table]) {
    const id = referredId(record, reference);
    if (id === null || shared.view.isNew(reference.to, id)) continue;
    const key = `${reference.to}/${id}`;
    if (shared.existing.has(key)) continue;
    if (!shared.view.find(reference.to, id)) throw brokenReference(table, record, reference, id);
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
  team: [['stableSince', 'disbandsOn']],
  tranche: [['startDate', 'endDate']],
  waiver: [['grantedOn', 'until']],
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

function checkNoCycle(view: RecordsView, table: 'capability' | 'scenario', record: AnyRecord): void {
  type Child = Capability | Scenario;
  const { id, name, parentId: first } = record as Child;
  const seen = new Set([id]);
  let parentId = first;
  while (parentId !== null) {
    if (seen.has(parentId)) {
      if (table === 'scenario')
        throw invalidRecord(table, { id, name }, 'parentId', 'a scenario cannot stand on itself');
      throw new Failure('capability_cycle', `capability "${name}" (${id}) is its own ancestor`, {
        params: { table, id, name },
        place: { field: 'parentId' },
      });
    }
    seen.add(parentId);
    parentId = (view.find(table, parentId) as Child | null | undefined)?.parentId ?? null;
  }
}

function checkHandoff(view: RecordsView, handoff: Handoff): void {
  const known = (['keptLow', 'keptLikely', 'keptHigh'] as const).filter((field) => handoff[field] !== null);
  for (const [index, field] of known.entries()) {
    const lower = known[index - 1];
    if (lower !== undefined && handoff[field]! < handoff[lower]!) {
      throw invalidRecord(
        'handoff',
        { id: handoff.id },
        field,
        `the share ${handoff[field]} lies below ${lower} ${handoff[lower]}`,
      );
    }
  }
  if (handoff.phaseId === null) return;
  const phase = view.find('phase', handoff.phaseId) as Phase | null | undefined;
  if (phase && phase.initiativeId !== handoff.initiativeId) {
    throw invalidRecord(
      'handoff',
      { id: handoff.id },
      'phaseId',
      `the phase ${phase.id} belongs to another initiative`,
    );
  }
}

function gatherInitiative(shared: SharedChecks, table: WeightTable, record: Weighted): void {
  const gathered = shared.weights.get(table) ?? new Map<string, Shares>();
  shared.weights.set(table, gathered);
  const shares = gathered.get(record.initiativeId);
  if (shares) shares.sum += record.weight;
  else gathered.set(record.initiativeId, { example: record, sum: record.weight });
}

function checkWeights(view: RecordsView, table: WeightTable, { example, sum: touched }: Shares): void {
  const { initiativeId } = example;
  // A long import brings in its initiatives with all of their shares: no need to ask the file for each.
  const sum = view.isNew('initiative', initiativeId) ? touched : sumOf(view, table, initiativeId);
  if (sum <= 1 + roundingSlack) return;
  const percent = Math.round(sum * 1000) / 10;
  throw invalidRecord(
    table,
    example,
    'weight',
    `the shares of initiative ${example.initiativeId} add up to ${percent}%, more than 100%`,
  );
}

function sumOf(view: RecordsView, table: WeightTable, initiativeId: string): number {
  const reference = references[table].find(({ field }) => field === 'initiativeId')!;
  return view
    .referring(table, reference, initiativeId)
    .reduce((total, record) => total + (record as Weighted).weight, 0);
}

/** The record as its table's schema reads it. Throws `invalid_record` naming record and field. */
export function parseRecord(table: TableName, raw: unknown): AnyRecord {
  const parsed = recordSchemas[table].safeParse(raw);
  if (parsed.success) return parsed.data as AnyRecord;
  const [issue] = parsed.error.issues;
  const who = raw as { id?: unknown; name?: unknown };
  const id = typeof who.id === 'string' ? who.id : '?';
  const field = issue?.path.join('.') || unrecognised(issue) || 'id';
  throw invalidRecord(
    table,
    typeof who.name === 'string' ? { id, name: who.name } : { id },
    field,
    issue?.message ?? 'not valid',
  );
}

function unrecognised(issue: { code?: string; keys?: readonly PropertyKey[] } | object | undefined): string {
  return issue && 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.join(', ') : '';
}

/** The failure for a change of something that is not there. */
export function missingRecord(table: TableName, id: string): Failure {
  return new Failure('not_found', `there is no ${table} ${id}`, { params: { what: table, id } });
}
