import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Failure } from '../shared/contract/result.ts';
import type { Portfolio } from '../shared/domain/records.ts';
import { folderReadOnly, nameTooLong, sortError, sorted, sortedAsync } from './failures.ts';
import { guardFile } from './fileGuard.ts';
import { emptyFile, inspectFile, inspectIndexes, inspectRecords } from './inspect.ts';
import { lockPath, takeWriteLock, type WriteLock } from './lock.ts';
import { fileVersion, migrate } from './migrate.ts';
import { type Migration, schemaVersion } from './migrations/migrations.ts';
import { openForReading, openForWriting, type ReadDb, type WriteDb } from './open.ts';
import { insertRecord } from './repositories/records.ts';

/** Why a file is open for reading only. */
export type ReadOnlyReason = 'other_window' | 'file_read_only';

/** A portfolio file that is open for writing, and locked for everybody else. */
export interface WritablePortfolioFile {
  readonly path: string;
  readonly readOnly: null;
  readonly db: WriteDb;
  /** The last sign of life of a session that did not close the file; null when the last one did. */
  readonly uncleanEnd: Date | null;
  close(): void;
}

/** An open portfolio file: one that can be written, or a private copy that can only be read. */
export type PortfolioFile =
  | WritablePortfolioFile
  | { readonly path: string; readonly readOnly: ReadOnlyReason; readonly db: ReadDb; close(): void };

/** The ending of portfolio files. */
export const extension = '.throughline';

/** What SQLite keeps beside a portfolio at `path` while it is open, and what a crash leaves of it. */
export const companions = (path: string): readonly string[] =>
  ['-wal', '-shm', '-journal'].map((ending) => `${path}${ending}`);

export interface OpenOptions {
  /** Called with an existing portfolio before its schema is brought up to date. */
  readonly beforeUpgrade?: (db: ReadDb) => Promise<void>;
  /** Steps to the newest schema; the released ones unless a test says otherwise. */
  readonly migrations?: readonly Migration[];
  /** Never takes the lock and never writes beside the file: for commands that only read. */
  readonly readOnly?: boolean;
}

/**
 * Opens a portfolio. A file that somebody else is writing, or that cannot be written, is opened as a private copy
 * for reading, so that what is seen stays one state and the writer is never in the way. A file that does not pass
 * inspection is not written at all. Throws `file_missing`, `file_empty`, `not_a_portfolio`, `newer_version`,
 * `damaged_file` and what the disk says.
 */
export async function openPortfolioFile(path: string, options: OpenOptions = {}): Promise<PortfolioFile> {
  const stat = sorted(path, () => statSync(path));
  if (!stat.isFile()) {
    throw new Failure('file_unreadable', `${basename(path)} is not a file`, {
      place: { file: basename(path) },
    });
  }
  if (stat.size === 0 && !existsSync(`${path}-wal`)) throw emptyFile(path);
  if (options.readOnly) return openCopy(path, 'file_read_only', options);
  if (!isWritable(path)) return openCopy(path, 'file_read_only', options);
  const remains = signsOfLife(path);
  const lock = takeWriteLock(path);
  if (typeof lock === 'string')
    return openCopy(path, lock === 'held' ? 'other_window' : 'file_read_only', options);
  try {
    const uncleanEnd = remains.isLeftover() ? remains.last : null;
    inspectFile(path);
    return await openLocked(path, lock, options, uncleanEnd);
  } catch (error) {
    // Checking a file that crashed earlier may have made an index of its log; the log itself must stay.
    lock.release();
    throw sortError(error, path);
  }
}

async function openLocked(
  path: string,
  lock: WriteLock,
  options: OpenOptions,
  uncleanEnd: Date | null,
): Promise<PortfolioFile> {
  const db = openForWriting(path);
  try {
    await upgrade(db, options);
    // A crash leaves more than a check of the structure sees.
    if (uncleanEnd !== null) inspectIndexes(db);
    return writable(path, db, lock, uncleanEnd);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Makes a new portfolio file. Throws `file_exists`, `folder_read_only`, `name_too_long`, `disk_full`. */
export function createPortfolioFile(path: string, portfolio: Portfolio): WritablePortfolioFile {
  if (existsSync(path)) {
    throw new Failure('file_exists', `${basename(path)} is there already`, {
      params: { file: basename(path) },
      place: { file: basename(path) },
    });
  }
  const lock = takeWriteLock(path);
  if (lock === 'name_too_long') throw nameTooLong(path);
  if (typeof lock === 'string') throw folderReadOnly(path);
  try {
    const db = sorted(path, () => openForWriting(path, true));
    try {
      migrate(db);
      db.transaction(() => insertRecord(db, 'portfolio', 0, portfolio));
      return writable(path, db, lock);
    } catch (error) {
      db.close();
      rmSync(path, { force: true });
      throw error;
    }
  } catch (error) {
    lock.release();
    throw sortError(error, path);
  }
}

/**
 * Brings a file to the newest schema, all steps or none: one that stopped half way could be opened neither by this
 * program nor by the one before it. Throws `upgrade_failed`, or what the disk says.
 */
async function upgrade(db: WriteDb, options: OpenOptions): Promise<void> {
  const from = fileVersion(db);
  if (from >= schemaVersion) return;
  await options.beforeUpgrade?.(db);
  try {
    db.transaction(() => {
      migrate(db, schemaVersion, options.migrations);
      inspectRecords(db);
    });
  } catch (error) {
    const sortedError = sortError(error, db.path);
    if (isOfTheDisk(sortedError)) throw sortedError;
    const file = basename(db.path);
    throw new Failure(
      'upgrade_failed',
      `${file} could not be brought from schema ${from} to ${schemaVersion}: ${String(error)}`,
      {
        params: { file, version: from },
        place: { file },
        cause: error,
      },
    );
  }
}

const isOfTheDisk = (error: unknown): boolean =>
  error instanceof Failure && ['disk_full', 'read_only', 'file_unreadable'].includes(error.error.code);

interface SignsOfLife {
  readonly last: Date;
  /** Call it with the lock held: true when the session before this one did not close the file. */
  isLeftover(): boolean;
}

/** What lies beside a file before its lock is taken: closing leaves neither a lock file nor a log. */
function signsOfLife(path: string): SignsOfLife {
  const look = (name: string) => statSync(name, { bigint: true, throwIfNoEntry: false });
  const [lock, log, file] = [look(lockPath(path)), look(`${path}-wal`), look(path)];
  const times = [lock, log, file].map((stat) => Number(stat?.mtimeMs ?? 0n));
  return {
    last: new Date(Math.max(...times)),
    isLeftover() {
      if ((log?.size ?? 0n) > 0n) return true;
      const now = look(lockPath(path));
      // One that somebody let go of in between was another file.
      return lock !== undefined && now !== undefined && lock.dev === now.dev && lock.ino === now.ino;
    },
  };
}

function writable(
  path: string,
  db: WriteDb,
  lock: WriteLock,
  uncleanEnd: Date | null = null,
): WritablePortfolioFile {
  db.setPragma('journal_mode = WAL');
  // Every acknowledged change is on the disk before it is acknowledged: it outlives a killed process and, where the
  // disk keeps its word, a power cut. macOS needs to be asked for that separately.
  db.setPragma('synchronous = FULL');
  db.setPragma('fullfsync = ON');
  db.setPragma('checkpoint_fullfsync = ON');
  // An import is one transaction, and its ids rise: few pages are touched again once they are full, so that a larger
  // cache than these 16 MB would take memory and save no writing.
  db.setPragma('cache_size = -16384');
  // Nor should the change that fills the log also pay for copying all of it: 16 MB of log instead of 4 before that.
  db.setPragma('wal_autocheckpoint = 4096');
  const guard = guardFile(path, () => db.pragmaValue('data_version'));
  db.guardWith(guard);
  let open = true;
  return {
    path,
    readOnly: null,
    db,
    uncleanEnd,
    close() {
      if (!open) return;
      open = false;
      try {
        db.setPragma('wal_checkpoint(TRUNCATE)');
        // Leaves one clean file. A reader in another process may hold it back for a moment; then the log stays, whole.
        db.setPragma('journal_mode = DELETE');
      } catch (error) {
        // Nothing is lost: the log stays beside the file, whole, and is worked in when the file is opened next.
        if (!isOfTheDisk(sortError(error, path))) throw error;
      } finally {
        db.close();
        guard.release();
        lock.release();
      }
    },
  };
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A private copy of a portfolio, brought to the newest schema; it is removed when closed. */
async function openCopy(
  path: string,
  readOnly: ReadOnlyReason,
  options: OpenOptions,
): Promise<PortfolioFile> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-copy-'));
  const copy = join(folder, basename(path));
  const discard = () => rmSync(folder, { recursive: true, force: true });
  try {
    await copyForReading(path, copy);
    inspectFile(copy);
    const older = openForWriting(copy);
    try {
      await upgrade(older, options);
    } finally {
      older.close();
    }
    const db = openForReading(copy);
    let open = true;
    return {
      path,
      readOnly,
      db,
      close() {
        if (!open) return;
        open = false;
        db.close();
        discard();
      },
    };
  } catch (error) {
    discard();
    throw sortError(error, path);
  }
}

async function copyForReading(path: string, copy: string): Promise<void> {
  try {
    await copyCleanly(path, copy);
  } catch (error) {
    const sortedError = sortError(error, path);
    const unreachable =
      sortedError instanceof Failure && ['file_unreadable', 'read_only'].includes(sortedError.error.code);
    if (!unreachable) throw sortedError;
    // SQLite wants to write an index beside a file that still has its log, which a folder may not allow. Both are
    // copied to where it can.
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  }
}

/** Writes a consistent copy of a portfolio, also of one that is being written, as one clean file. */
export async function copyCleanly(from: string | ReadDb, to: string): Promise<void> {
  const source = typeof from === 'string' ? sorted(from, () => openForReading(from)) : from;
  try {
    await sortedAsync(to, () => source.backupTo(to));
  } finally {
    if (typeof from === 'string') source.close();
  }
  const copy = openForWriting(to);
  try {
    copy.setPragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
