import type { Backup } from '../shared/contract/methods.ts';
import { Failure } from '../shared/contract/result.ts';
import { type BackupFile, listBackups } from './backup.ts';
import { inspectFile } from './inspect.ts';
import { openForReading, sqliteCode } from './open.ts';
import { lastDone } from './repositories/history.ts';

export type BackupContent = NonNullable<Backup['content']>;

/** Inspects a backup whole and says what is in it, whatever its schema; null when it is damaged. */
export function readBackupContent(backup: Pick<BackupFile, 'path'>): BackupContent | null {
  try {
    inspectFile(backup.path);
    const db = openForReading(backup.path);
    try {
      const counts = db
        .query(
          `SELECT count(*) AS initiatives, coalesce(sum(mode = 'project'), 0) AS projects,
                  coalesce(sum(mode = 'product'), 0) AS productTeams, sum(budget) AS budget FROM initiative`,
        )
        .get() as Pick<BackupContent, 'initiatives' | 'projects' | 'productTeams' | 'budget'>;
      const { currency } = db.query('SELECT currency FROM portfolio').get() as { currency: string };
      const last = lastDone(db);
      const lastChange = last ? { label: last.label, by: last.by, at: last.at } : null;
      return { ...counts, currency, lastChange };
    } finally {
      db.close();
    }
  } catch (error) {
    // Whatever is wrong with it, it is not one to go back to; anything else is a mistake of ours.
    if (error instanceof Failure || sqliteCode(error) !== null) return null;
    throw error;
  }
}

/** The backups that pass inspection, newest first, with what is in them. */
export function goodBackups(folder: string): readonly (BackupFile & { readonly content: BackupContent })[] {
  return listBackups(folder).flatMap((backup) => {
    const content = readBackupContent(backup);
    return content ? [{ ...backup, content }] : [];
  });
}
