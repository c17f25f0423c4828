import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BackupFile, backupFolder, listBackups } from '../../db/backup.ts';
import { type BackupContent, goodBackups } from '../../db/backupContent.ts';
import { fillNew } from '../../db/changes.ts';
import { type CheckResult, checkPortfolio } from '../../db/check.ts';
import { folderReadOnly, isNotAllowed, sortError, sorted } from '../../db/failures.ts';
import { takeWriteLock } from '../../db/lock.ts';
import { companions, copyCleanly, createPortfolioFile, extension } from '../../db/portfolioFile.ts';
import { Failure } from '../../shared/contract/result.ts';
import { newPortfolio } from '../../shared/domain/defaults.ts';
import { writeImported } from './records/writeImported.ts';
import { type SyntheticOptions, syntheticPortfolio } from './synthetic/syntheticPortfolio.ts';

/** What one does with portfolio files as files, without opening them for anybody. */

/** How the name of a portfolio's file ends. */
export const portfolioEnding = extension;

/** Makes an empty portfolio at a path, named like its file. Throws `file_exists`, `folder_read_only`. */
export function makeEmptyPortfolio(path: string): void {
  createPortfolioFile(path, newPortfolio(basename(path, extension))).close();
}

/** Writes a clean copy of a portfolio, also of one that is open elsewhere. */
export const copyPortfolio = (from: string, to: string): Promise<void> => copyCleanly(from, to);

/** Makes a synthetic portfolio; answers how many records of each table it holds. Throws `file_exists`. */
export function makeSyntheticPortfolio(
  path: string,
  options: Omit<SyntheticOptions, 'name'>,
): Readonly<Record<string, number>> {
  const { portfolio, lists } = syntheticPortfolio({ ...options, name: basename(path, extension) });
  sorted(path, () => mkdirSync(dirname(path), { recursive: true }));
  const file = createPortfolioFile(path, portfolio);
  try {
    fillNew(file.db, (writer) => writeImported(writer, { add: lists, update: {} }));
    file.close();
  } catch (error) {
    file.close();
    rmSync(path, { force: true });
    throw error;
  }
  return Object.fromEntries(Object.entries(lists).map(([table, records]) => [table, records.length]));
}

/** Everything in a portfolio file, looked at through a private copy. Throws what opening it would throw. */
export const inspectPortfolio = (path: string): Promise<CheckResult> => checkPortfolio(path);

/**
 * The backups of a portfolio, newest first, and how many files beside them cannot be read; where their folder cannot be
 * listed nobody knows how many, and `problem` says why.
 */
export function backupsOf(
  path: string,
  dataFolder: string,
): {
  readonly folder: string;
  readonly good: readonly (BackupFile & { readonly content: BackupContent })[];
  readonly unreadable: number | null;
  readonly problem: string | null;
} {
  const folder = backupFolder(join(dataFolder, 'Backups'), path);
  try {
    const good = goodBackups(folder);
    return { folder, good, unreadable: listBackups(folder).length - good.length, problem: null };
  } catch (error) {
    if (!(error instanceof Failure) || error.error.code !== 'backups_unreadable') throw error;
    return { folder, good: [], unreadable: null, problem: error.message };
  }
}

/**
 * Has `write` write a file beside `path` and then puts it there, so that one which is there is replaced only by a
 * whole one. Throws `file_in_use` where that one is open elsewhere or protected, `folder_read_only`, and what else the
 * disk says.
 */
export function replaceFile(path: string, write: (part: string) => void): void {
  withOldHeld(path, () => writeAndRename(path, write));
}

/**
 * Throws what `replaceFile` would throw before it writes, for work that is long enough to be done in vain; it leaves
 * everything as it was.
 */
export function requireReplaceable(path: string): void {
  withOldHeld(path, () => {
    // Their names are longer than its own.
    for (const companion of companions(path)) statSync(companion, { throwIfNoEntry: false });
    const part = partOf(path);
    try {
      // A full disk still takes an empty file.
      writeFileSync(part, ' ');
    } finally {
      rmSync(part, { force: true });
    }
  });
}

/** Signs of a file's name that its part begins with: with what follows it must not become too long. */
const PART_SIGNS = 40;

/** What this process writes before it takes the place of `path`: another one may be writing there too. */
const partOf = (path: string): string =>
  join(dirname(path), `${basename(path).slice(0, PART_SIGNS)}.${process.pid}.part`);

function withOldHeld(path: string, run: () => void): void {
  const isThere = existsSync(path);
  const lock = isThere ? takeWriteLock(path) : null;
  if (lock === 'held') throw inUse(path);
  try {
    if (isThere) requireUnprotected(path);
    run();
  } catch (error) {
    throw isNotAllowed(error) ? folderReadOnly(path, error) : sortError(error, path);
  } finally {
    if (lock !== null && typeof lock !== 'string') lock.release();
  }
}

function inUse(path: string, cause?: unknown): Failure {
  const file = basename(path);
  return new Failure('file_in_use', `${file} is open elsewhere or protected, and was not replaced`, {
    params: { file },
    place: { file },
    cause,
  });
}

/** Renaming over a file that is protected against changes works on some systems; nobody asked for that. */
function requireUnprotected(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EROFS') throw cause;
    throw inUse(path, cause);
  }
}

const heldOpen: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM', 'EBUSY']);

function writeAndRename(path: string, write: (part: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = partOf(path);
  try {
    write(part);
    // On the disk before the old one goes: a power cut leaves one of them.
    const handle = openSync(part, 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    // What a crash left of a portfolio of that name would be worked into the new one.
    for (const companion of companions(path)) rmSync(companion, { force: true });
    try {
      renameSync(part, path);
    } catch (error) {
      // On Windows, a program that has the old one open keeps it there.
      throw existsSync(path) && heldOpen.has((error as NodeJS.ErrnoException).code)
        ? inUse(path, error)
        : error;
    }
  } finally {
    rmSync(part, { force: true });
  }
}
