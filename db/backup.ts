import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type BackupReason, backupReasons } from '../shared/contract/methods.ts';
import { Failure } from '../shared/contract/result.ts';
import { folderReadOnly, isNotAllowed, sortError, sorted } from './failures.ts';
import type { ReadDb } from './open.ts';
import { copyCleanly, extension } from './portfolioFile.ts';
import { readFileState } from './repositories/fileState.ts';

/** A backup on the disk. */
export interface BackupFile {
  /** File name inside the portfolio's backup folder; names the backup across the boundary. */
  readonly ref: string;
  readonly path: string;
  /** What the clock said; `number` says the order, whatever the clock said. */
  readonly at: Date;
  /** Counts the backups of a portfolio. */
  readonly number: number;
  /** The portfolio's revision when it was made. */
  readonly revision: number;
  readonly why: BackupReason;
  readonly bytes: number;
}

/** How many backups stay: of today, and in all (one a day before today). */
const keptToday = 3;
const keptInAll = 10;

const pattern = new RegExp(
  String.raw`^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z(?:\.n(\d+))?\.r(\d+)(?:\.(${backupReasons.join('|')}))?[.]throughline$`,
);

/** A backup that was never finished, and what SQLite kept beside it. */
const halfMade = /\.part(-(journal|wal|shm))?$/;

/** The folder for backups of the portfolio at `path`, inside `root`. Two files of one name in two folders keep apart. */
export function backupFolder(root: string, path: string): string {
  const full = resolve(path);
  const mark = createHash('sha256').update(full).digest('hex').slice(0, 12);
  return join(root, `${basename(full, extension).slice(0, 60)}-${mark}`);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Failure('backups_unreadable', `the folder of backups ${folder} cannot be read: allow it`, {
      place: { file: folder },
      cause,
    });
  }
}

/** Has the folder made where it is not yet. Throws `folder_read_only` where nothing can be written in it. */
function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const inside = existsSync(folder) ? join(folder, basename(folder)) : folder;
    throw isNotAllowed(error) ? folderReadOnly(inside, error) : sortError(error, folder);
  }
}

/**
 * Backups of a portfolio, newest first, whether they can be read or not; none where no folder for them was made yet.
 * Throws `backups_unreadable`: whoever cannot look into the folder does not know that it is empty.
 */
export function listBackups(folder: string): readonly BackupFile[] {
  return filesIn(folder)
    .flatMap((ref): BackupFile[] => {
      const match = pattern.exec(ref);
      const stat = match ? statSync(join(folder, ref), { throwIfNoEntry: false }) : undefined;
      if (!match || !stat) return [];
      const [, day, hours, minutes, seconds, millis, number, revision, why] = match;
      return [
        {
          ref,
          path: join(folder, ref),
          at: new Date(`${day}T${hours}:${minutes}:${seconds}.${millis}Z`),
          number: Number(number ?? 0),
          revision: Number(revision),
          why: (why ?? 'daily') as BackupReason,
          bytes: stat.size,
        },
      ];
    })
    .sort((a, b) => b.number - a.number || b.at.getTime() - a.at.getTime());
}

const localDay = (at: Date): string => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;

/**
 * Which of those backups stay, given newest first: the newest three of today, then the newest of each other day, ten
 * in all. The newest one made before an upgrade always does: the program before this one can open nothing else.
 */
export function backupsToKeep<T extends { readonly at: Date; readonly why?: BackupReason }>(
  backups: readonly T[],
  now: Date,
): readonly T[] {
  const today = localDay(now);
  const perDay = new Map<string, number>();
  const beforeUpgrade = backups.find(({ why }) => why === 'upgrade');
  const ruled = backups
    .filter((backup) => {
      const day = localDay(backup.at);
      const count = (perDay.get(day) ?? 0) + 1;
      perDay.set(day, count);
      return count <= (day === today ? keptToday : 1);
    })
    .slice(0, keptInAll);
  if (!beforeUpgrade || ruled.includes(beforeUpgrade)) return ruled;
  return [...ruled.slice(0, keptInAll - 1), beforeUpgrade];
}

/** What a SQLite file says of itself agrees with its size: sorts out, at no cost, what was cut short or written over. */
function looksWhole({ path, bytes }: BackupFile): boolean {
  const header = Buffer.alloc(100);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  return (
    header.toString('latin1', 0, 15) === 'SQLite format 3' && pageBytes * header.readUInt32BE(28) === bytes
  );
}

/**
 * Makes a backup with SQLite's online backup, then removes those that the rule does not keep. One of each day and one
 * before an older state comes back are made only when the portfolio changed since the newest whole one; then it
 * answers null. Throws `backups_unreadable`, `folder_read_only` and what else the disk says; the portfolio is not
 * touched.
 */
export async function backUp(
  db: ReadDb,
  folder: string,
  now: Date,
  why: BackupReason = 'daily',
): Promise<BackupFile | null> {
  const { revision } = readFileState(db);
  const existing = listBackups(folder);
  const whole = existing.filter(looksWhole);
  if (why !== 'upgrade' && whole[0]?.revision === revision) return null;
  const number = (existing[0]?.number ?? 0) + 1;
  const time = now.toISOString().replaceAll(':', '-').replace('.', '-');
  const ref = `${time}.n${number}.r${revision}.${why}${extension}`;
  const path = join(folder, ref);
  const part = `${path}.part`;
  requireFolder(folder);
  // A crash may have left one half made, with its journal; only who holds the portfolio makes backups of it.
  for (const name of filesIn(folder)) if (halfMade.test(name)) rmSync(join(folder, name), { force: true });
  try {
    await copyCleanly(db, part);
    sorted(path, () => renameSync(part, path));
  } finally {
    rmSync(part, { force: true });
  }
  const made: BackupFile = { ref, path, at: now, number, revision, why, bytes: statSync(path).size };
  // Damaged ones neither count nor make room for good ones; the newest of them stay to be seen.
  const damaged = existing.filter((backup) => !whole.includes(backup)).slice(0, keptInAll);
  const keep = new Set([...backupsToKeep([made, ...whole], now), ...damaged].map((backup) => backup.ref));
  for (const backup of existing) if (!keep.has(backup.ref)) rmSync(backup.path, { force: true });
  return made;
}
