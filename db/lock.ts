import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { openLockFile, sqliteCode, type WriteDb } from './open.ts';

/** The right to write one portfolio file, until released or until the process dies. */
export interface WriteLock {
  release(): void;
}

/** Why the lock could not be had: somebody else has it, the folder takes no files, or none with a path that long. */
export type LockRefusal = 'held' | 'unwritable' | 'name_too_long';

/** SQLite opens no file whose whole path has more bytes in UTF-8, the longest ending of its own included. */
const longestPath = (process.platform === 'win32' ? 1040 : 512) - '-journal'.length;

/** The lock file of a portfolio file. */
export const lockPath = (path: string): string => `${path}-lock`;

/**
 * Makes the lock file where it is missing; answers why it cannot, or null. One that is there is not opened: closing a
 * handle of it would drop the locks that this very process holds on it for another window.
 */
function makeMissing(file: string): LockRefusal | null {
  try {
    closeSync(openSync(file, 'wx'));
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return null;
    return code === 'ENAMETOOLONG' ? 'name_too_long' : 'unwritable';
  }
}

function identity(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : null;
}

/**
 * Takes the right to write a portfolio. It is an exclusive transaction on an empty SQLite file beside it, so the
 * kernel frees it when the process dies, however it dies: a lock file that is left behind locks nothing. Advisory:
 * it binds programs that ask, which is every Throughline.
 */
export function takeWriteLock(path: string): WriteLock | LockRefusal {
  const file = lockPath(path);
  if (Buffer.byteLength(resolve(path)) > longestPath) return 'name_too_long';
  for (;;) {
    const refusal = makeMissing(file);
    if (refusal !== null) return refusal;
    const before = identity(file);
    let db: WriteDb | null = null;
    try {
      db = openLockFile(file);
      // Nothing is ever written here: without this, a journal file would lie beside the lock.
      db.setPragma('journal_mode = MEMORY');
      db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      db?.close();
      return (sqliteCode(error) ?? '').startsWith('SQLITE_BUSY') ? 'held' : 'unwritable';
    }
    // A holder removes the file as it lets go: what was locked here may be a file without a name, which locks nothing.
    if (before !== null && before === identity(file)) return holding(file, db);
    db.close();
  }
}

function holding(file: string, db: WriteDb): WriteLock {
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      // Windows cannot remove an open file, and elsewhere removing a closed one could hit the next holder's.
      if (process.platform !== 'win32') rmSync(file, { force: true });
      db.exec('ROLLBACK');
      db.close();
      if (process.platform === 'win32') removeIfUnused(file);
    },
  };
}

function removeIfUnused(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The next holder has it open already; an empty lock file that stays behind locks nothing.
  }
}
