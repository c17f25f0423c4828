import { createHash, randomUUID } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Snapshot } from '../shared/contract/methods.ts';
import { Failure } from '../shared/contract/result.ts';
import { withLaterFields } from '../shared/domain/laterFields.ts';
import type { AnyRecord, PortfolioRecords, TableName } from '../shared/domain/records.ts';
import { recordSchemas, tableNames } from '../shared/domain/records.ts';
import { becomeState, type PlacedState } from './becomeState.ts';
import { type Changed, type Intent, mutate } from './changes.ts';
import { schemaVersion } from './migrations/migrations.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { readTable } from './repositories/records.ts';

interface SnapshotRow {
  id: string;
  name: string;
  note: string;
  by_whom: string;
  created_at: string;
  counts: string;
}

const toSnapshot = (row: SnapshotRow): Snapshot => ({
  id: row.id,
  name: row.name,
  note: row.note,
  by: row.by_whom,
  createdAt: row.created_at,
  counts: JSON.parse(row.counts) as Record<string, number>,
});

const noSnapshot = (id: string): Failure =>
  new Failure('not_found', `there is no snapshot ${id}`, { params: { what: 'snapshot', id } });

/** Frozen records with their places, by table. */
const frozenSchema = z.record(z.string(), z.array(z.tuple([z.number().int().min(0), z.unknown()])));

/** All snapshots, oldest first. */
export function listSnapshots(db: ReadDb): readonly Snapshot[] {
  const rows = db
    .query('SELECT id, name, note, by_whom, created_at, counts FROM snapshot ORDER BY seq')
    .all() as SnapshotRow[];
  return rows.map(toSnapshot);
}

/** Freezes the portfolio as it stands. Not a step of the history: undoing edits must not lose a snapshot. */
export function createSnapshot(
  db: WriteDb,
  made: { readonly name: string; readonly note: string; readonly by: string; readonly at: string },
): Snapshot {
  return db.transaction(() => {
    const tables = tableNames.map((table) => [table, readTable(db, table)] as const);
    const frozen = Object.fromEntries(
      tables.map(([table, rows]) => [table, rows.map(({ seq, record }) => [seq, record])]),
    );
    const json = Buffer.from(JSON.stringify(frozen), 'utf8');
    const snapshot: Snapshot = {
      id: randomUUID(),
      name: made.name,
      note: made.note,
      by: made.by,
      createdAt: made.at,
      counts: Object.fromEntries(tables.map(([table, rows]) => [table, rows.length])),
    };
    db.run(
      `INSERT INTO snapshot (id, name, note, by_whom, created_at, schema_version, counts, payload, sha256)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      snapshot.id,
      snapshot.name,
      snapshot.note,
      snapshot.by,
      snapshot.createdAt,
      schemaVersion,
      JSON.stringify(snapshot.counts),
      deflateRawSync(json, { level: 1 }),
      createHash('sha256').update(json).digest('hex'),
    );
    return snapshot;
  });
}

interface Frozen extends PlacedState {
  readonly snapshot: Snapshot;
}

function readFrozen(db: ReadDb, id: string): Frozen {
  const row = db
    .query('SELECT id, name, note, by_whom, created_at, counts, payload, sha256 FROM snapshot WHERE id = ?')
    .get(id) as (SnapshotRow & { payload: Uint8Array; sha256: string }) | undefined;
  if (!row) throw noSnapshot(id);
  const frozen = thaw(row.payload, row.sha256);
  if (!frozen) {
    throw new Failure('damaged_file', `the snapshot ${row.name} is damaged`, {
      params: { snapshot: row.name },
    });
  }
  return { snapshot: toSnapshot(row), ...frozen };
}

function thaw(payload: Uint8Array, sha256: string): Pick<Frozen, 'records' | 'places'> | null {
  let json: Buffer;
  try {
    json = inflateRawSync(payload);
  } catch {
    return null;
  }
  if (createHash('sha256').update(json).digest('hex') !== sha256) return null;
  const parsed = frozenSchema.safeParse(JSON.parse(json.toString('utf8')));
  if (!parsed.success) return null;
  const records: Record<string, Record<string, AnyRecord>> = {};
  const places = new Map<TableName, Map<string, number>>();
  for (const table of tableNames) {
    const map: Record<string, AnyRecord> = {};
    const seqs = new Map<string, number>();
    for (const [seq, raw] of parsed.data[table] ?? []) {
      const record = recordSchemas[table].safeParse(withLaterFields(table, raw));
      if (!record.success) return null;
      map[record.data.id] = record.data as AnyRecord;
      seqs.set(record.data.id, seq);
    }
    records[table] = map;
    places.set(table, seqs);
  }
  return { records: records as unknown as PortfolioRecords, places };
}

/** A snapshot with its records. Throws `not_found`, or `damaged_file` when its check sum is wrong. */
export function readSnapshot(db: ReadDb, id: string): { snapshot: Snapshot; records: PortfolioRecords } {
  const { snapshot, records } = readFrozen(db, id);
  return { snapshot, records };
}

/** Puts the portfolio back to a snapshot in one step that can be undone: only what differs is written. */
export function restoreSnapshot(db: WriteDb, id: string, intent: (snapshot: Snapshot) => Intent): Changed {
  const { snapshot, records, places } = readFrozen(db, id);
  return mutate(db, intent(snapshot), (writer) => becomeState(writer, { records, places }));
}

/** Gives a snapshot another name and note. Not a step of the history, as its creation is none. Throws `not_found`. */
export function describeSnapshot(
  db: WriteDb,
  { id, name, note }: { readonly id: string; readonly name: string; readonly note: string },
): Snapshot {
  return db.transaction(() => {
    db.run('UPDATE snapshot SET name = ?, note = ? WHERE id = ?', name, note, id);
    const row = db
      .query('SELECT id, name, note, by_whom, created_at, counts FROM snapshot WHERE id = ?')
      .get(id) as SnapshotRow | undefined;
    if (!row) throw noSnapshot(id);
    return toSnapshot(row);
  });
}

/** Deletes a snapshot for good. Throws `not_found`. */
export function removeSnapshot(db: WriteDb, id: string): void {
  const removed = db.transaction(() => db.run('DELETE FROM snapshot WHERE id = ?', id));
  if (removed !== 1) throw noSnapshot(id);
}
