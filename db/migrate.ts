import { Failure } from '../shared/contract/result.ts';
import { type Migration, migrations, schemaVersion } from './migrations/migrations.ts';
import { openInMemory, type ReadDb, type WriteDb } from './open.ts';

/** Marks a SQLite file as one of ours: "ThrL" in ASCII. */
export const applicationId = 0x5468724c;

/** The schema version that a file says it has. */
export const fileVersion = (db: ReadDb): number => Number(db.pragmaValue('user_version'));

/**
 * Brings a database to `target` (the newest schema unless said), one transaction a step. Throws `newer_version`
 * without touching a file from a later program.
 */
export function migrate(db: WriteDb, target = schemaVersion, steps: readonly Migration[] = migrations): void {
  const found = fileVersion(db);
  const newest = steps[steps.length - 1]!.version;
  if (found > newest) throw newerVersion(db.path, found);
  for (const step of steps) {
    if (step.version <= found || step.version > target) continue;
    db.transaction(() => {
      step.up(db);
      db.setPragma(`application_id = ${applicationId}`);
      db.setPragma(`user_version = ${step.version}`);
    });
  }
}

/** The failure for a file that a later program wrote. */
export function newerVersion(path: string, version: number): Failure {
  const file = path.split(/[\\/]/).at(-1) ?? path;
  return new Failure(
    'newer_version',
    `${file} was written by a newer version of Throughline (schema ${version}, this one knows ${schemaVersion})`,
    { params: { file, version, known: schemaVersion }, place: { file } },
  );
}

/** The statements that make up a database's schema, without SQLite's own tables; sorted, for comparing. */
export function schemaOf(db: ReadDb): readonly string[] {
  const rows = db
    .query(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .all() as { type: string; name: string; tbl_name: string; sql: string | null }[];
  return rows.map((row) => JSON.stringify([row.type, row.name, row.tbl_name, row.sql])).sort();
}

const expected = new Map<number, readonly string[]>();

/** The schema a file of that version must have, made by running our own steps in memory. */
export function expectedSchema(version: number): readonly string[] {
  let schema = expected.get(version);
  if (!schema) {
    const db = openInMemory();
    try {
      migrate(db, version);
      schema = schemaOf(db);
    } finally {
      db.close();
    }
    expected.set(version, schema);
  }
  return schema;
}
