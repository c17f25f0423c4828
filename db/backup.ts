import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { sorted } from './failures.ts';
import { inspectFile } from './inspect.ts';
import { openForReading, type ReadDb } from './open.ts';
import { copyCleanly, extension } from './portfolioFile.ts';
import { readFileState } from './repositories/fileState.ts';

/** A backup on the disk. */
export interface BackupFile {
  /** File name inside the portfolio's backup folder; names the backup across the boundary. */
  readonly ref: string;
  readonly path: string;
  readonly at: Date;
  /** The portfolio's revision when it was made. */
  readonly revision: number;
  readonly bytes: number;
}

/** How many backups stay: of today, and in all (one a day before today). */
export const keptToday = 3;
export const keptInAll = 10;

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.r(\d+)\.throughline$/;

/** The folder for backups of the portfolio at `path`, inside `root`. Two files of one name in two folders keep apart. */
export function backupFolder(root: string, path: string): string {
  const full = resolve(path);
  const mark = createHash('sha256').update(full).digest('hex').slice(0, 12);
  return join(root, `${basename(full, extension).slice(0, 60)}-${mark}`);
}

/** Backups of a portfolio, newest first, whether they can be read or not. */
export function listBackups(folder: string): readonly BackupFile[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((ref): BackupFile[] => {
      const match = pattern.exec(ref);
      const stat = match ? statSync(join(folder, ref), { throwIfNoEntry: false }) : undefined;
      if (!match || !stat) return [];
      const [, day, hours, minutes, seconds, millis, revision] = match;
      const at = new Date(`${day}T${hours}:${minutes}:${seconds}.${millis}Z`);
      return [{ ref, path: join(folder, ref), at, revision: Number(revision), bytes: stat.size }];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

const localDay = (at: Date): string => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;

/** Which of those times stay: the newest three of today, then the newest of each earlier day, ten in all. */
export function backupsToKeep<T extends { readonly at: Date }>(
  backups: readonly T[],
  now: Date,
): readonly T[] {
  const today = localDay(now);
  const perDay = new Map<string, number>();
  return [...backups]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .filter((backup) => {
      const day = localDay(backup.at);
      const count = (perDay.get(day) ?? 0) + 1;
      perDay.set(day, count);
      return count <= (day === today ? keptToday : 1);
    })
    .slice(0, keptInAll);
}

/**
 * Makes a backup with SQLite's online backup when the portfolio changed since the newest one, then removes those
 * that the rule does not keep. Answers the new one, or null. Throws what the disk says; the portfolio is not touched.
 */
export async function backUp(db: ReadDb, folder: string, now: Date): Promise<BackupFile | null> {
  const { revision } = readFileState(db);
  const existing = listBackups(folder);
  if (existing[0]?.revision === revision) return null;
  const ref = `${now.toISOString().replaceAll(':', '-').replace('.', '-')}.r${revision}${extension}`;
  const path = join(folder, ref);
  const part = `${path}.part`;
  sorted(folder, () => mkdirSync(folder, { recursive: true }));
  try {
    await copyCleanly(db, part);
    sorted(path, () => renameSync(part, path));
  } finally {
    rmSync(part, { force: true });
  }
  const made: BackupFile = { ref, path, at: now, revision, bytes: statSync(path).size };
  const keep = new Set(backupsToKeep([made, ...existing], now).map((backup) => backup.ref));
  for (const backup of existing) if (!keep.has(backup.ref)) rmSync(backup.path, { force: true });
  return made;
}

/** The backups that pass inspection, newest first, with how many initiatives each holds. */
export function goodBackups(folder: string): readonly (BackupFile & { readonly initiatives: number })[] {
  return listBackups(folder).flatMap((backup) => {
    try {
      inspectFile(backup.path);
      const db = openForReading(backup.path);
      try {
        const row = db.query('SELECT count(*) AS n FROM initiative').get() as { n: number };
        return [{ ...backup, initiatives: row.n }];
      } finally {
        db.close();
      }
    } catch {
      // A backup that cannot be read is not offered; it stays where it is.
      return [];
    }
  });
}
