import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BackupFile, backupFolder, listBackups } from '../../db/backup.ts';
import { type BackupContent, goodBackups } from '../../db/backupContent.ts';
import { fillNew } from '../../db/changes.ts';
import { type CheckResult, checkPortfolio } from '../../db/check.ts';
import { sorted } from '../../db/failures.ts';
import { copyCleanly, createPortfolioFile, extension } from '../../db/portfolioFile.ts';
import { newPortfolio } from '../../shared/domain/defaults.ts';
import { writeImported } from './records/writeImported.ts';
import { type SyntheticOptions, syntheticPortfolio } from './synthetic/syntheticPortfolio.ts';

/** What one does with portfolio files as files, without opening them for anybody. */

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
 * whole one. Throws what the disk says, sorted.
 */
export function replaceFile(path: string, write: (part: string) => void): void {
  sorted(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    const part = `${path}.part`;
    try {
      write(part);
      renameSync(part, path);
    } finally {
      rmSync(part, { force: true });
    }
  });
}
