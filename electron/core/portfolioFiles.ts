import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BackupFile, backupFolder, listBackups } from '../../db/backup.ts';
import { type BackupContent, goodBackups } from '../../db/backupContent.ts';
import { fillNew } from '../../db/changes.ts';
import { type CheckResult, checkPortfolio } from '../../db/check.ts';
import { folderReadOnly, sortError, sorted } from '../../db/failures.ts';
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

/** The backups of a portfolio, newest first, and how many files beside them cannot be read. */
export function backupsOf(
  path: string,
  dataFolder: string,
): {
  readonly folder: string;
  readonly good: readonly (BackupFile & { readonly content: BackupContent })[];
  readonly unreadable: number;
} {
  const folder = backupFolder(join(dataFolder, 'Backups'), path);
  const good = goodBackups(folder);
  return { folder, good, unreadable: listBackups(folder).length - good.length };
}

/**
 * Has `write` write a file beside `path` and then puts it there, so that one which is there is replaced only by a
 * whole one. Throws `file_in_use` where that one is a portfolio that somebody has open, `folder_read_only`, and what
 * else the disk says.
 */
export function replaceFile(path: string, write: (part: string) => void): void {
  const lock = existsSync(path) ? takeWriteLock(path) : null;
  if (lock === 'held') {
    const file = basename(path);
    throw new Failure('file_in_use', `${file} is open and cannot be replaced`, {
      params: { file },
      place: { file },
    });
  }
  try {
    writeAndRename(path, write);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EACCES' || code === 'EPERM' ? folderReadOnly(path, error) : sortError(error, path);
  } finally {
    if (lock !== null && typeof lock !== 'string') lock.release();
  }
}

function writeAndRename(path: string, write: (part: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part`;
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
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}
