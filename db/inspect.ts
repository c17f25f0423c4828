import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../shared/contract/result.ts';
import { sorted } from './failures.ts';
import { applicationId, expectedSchema, fileVersion, newerVersion, schemaOf } from './migrate.ts';
import { migrations, schemaVersion } from './migrations/migrations.ts';
import { openForInspection, openForReading, type ReadDb } from './open.ts';
import { countRecords, findInvalidJson } from './repositories/records.ts';

const magic = 'SQLite format 3\0';

/** The failure for a file that is not ours. */
function notAPortfolio(path: string, why: string): Failure {
  const file = basename(path);
  return new Failure('not_a_portfolio', `${file} is not a Throughline portfolio: ${why}`, {
    params: { file },
    place: { file },
  });
}

/** The failure for a file with nothing in it. */
export function emptyFile(path: string): Failure {
  const file = basename(path);
  return new Failure('file_empty', `${file} is empty`, { params: { file }, place: { file } });
}

/** The failure for a file that is ours but broken. */
export function damaged(path: string, why: string): Failure {
  const file = basename(path);
  return new Failure('damaged_file', `${file} is damaged: ${why}`, { params: { file }, place: { file } });
}

/**
 * Looks at the first bytes of a file, before SQLite does. Throws `file_missing`, `file_empty`, `file_unreadable`,
 * `not_a_portfolio` or `newer_version`. Call it only while no connection of this process has the file open: closing
 * any handle of a file drops this process's locks on it.
 */
function inspectHeader(path: string): void {
  const header = Buffer.alloc(100);
  const size = sorted(path, () => {
    const handle = openSync(path, 'r');
    try {
      readSync(handle, header, 0, header.length, 0);
      return fstatSync(handle).size;
    } finally {
      closeSync(handle);
    }
  });
  if (size === 0) throw emptyFile(path);
  if (header.toString('latin1', 0, 16) !== magic) throw notAPortfolio(path, 'it is no SQLite file');
  if (header.readUInt32BE(68) !== applicationId) throw notAPortfolio(path, 'another program made it');
  const version = header.readInt32BE(60);
  if (version > schemaVersion) throw newerVersion(path, version);
}

/**
 * Checks a file through a reading connection: structure of every page and index, constraints, references, and that
 * its tables are the ones we make. Throws `damaged_file`, `not_a_portfolio` or `newer_version`.
 */
export function inspectDatabase(db: ReadDb): void {
  const { path } = db;
  if (db.pragmaValue('application_id') !== applicationId)
    throw notAPortfolio(path, 'another program made it');
  const version = fileVersion(db);
  if (version > schemaVersion) throw newerVersion(path, version);
  const problem = db.pragmaValue('quick_check(1)');
  if (problem !== 'ok') throw damaged(path, String(problem));
  if (!migrations.some((step) => step.version === version)) {
    throw notAPortfolio(path, `schema ${version} was never released`);
  }
  if (JSON.stringify(schemaOf(db)) !== JSON.stringify(expectedSchema(version))) {
    throw notAPortfolio(path, 'its tables are not those of a portfolio');
  }
  const orphan = db.query('SELECT "table" AS name FROM pragma_foreign_key_check LIMIT 1').get() as
    | { name: string }
    | undefined;
  if (orphan) throw damaged(path, `a record of ${orphan.name} refers to one that is not there`);
}

/** Checks every index against its table, which `inspectDatabase` leaves out. Throws `damaged_file`. */
export function inspectIndexes(db: ReadDb): void {
  const problem = db.pragmaValue('integrity_check(1)');
  if (problem !== 'ok') throw damaged(db.path, String(problem));
}

/** Checks what constraints cannot see in a file of the newest schema. Throws `damaged_file` naming the record. */
export function inspectRecords(db: ReadDb): void {
  const invalid = findInvalidJson(db);
  if (invalid) throw damaged(db.path, `${invalid.table} ${invalid.id}: ${invalid.problem}`);
  if (countRecords(db).portfolio !== 1) throw damaged(db.path, 'its settings are missing');
}

/**
 * All the checks above on a file that nobody else writes; a damaged file is not written. Throws as they do; SQLite's
 * own errors come out sorted.
 */
export function inspectFile(path: string): void {
  inspectHeader(path);
  sorted(path, () => {
    // A log left by a crash would be worked into the file by any connection that may write, so structure is looked at
    // through one that may not. That one does not see constraints (SQLite drops them where nothing can be written)
    // and cannot take back a half-done transaction (a journal), so it is never the only one.
    if (existsSync(`${path}-wal`) && !existsSync(`${path}-journal`))
      using(openForReading(path), inspectDatabase);
    using(openForInspection(path), (db) => {
      inspectDatabase(db);
      if (fileVersion(db) === schemaVersion) inspectRecords(db);
    });
  });
}

function using(db: ReadDb, look: (db: ReadDb) => void): void {
  try {
    look(db);
  } finally {
    db.close();
  }
}
