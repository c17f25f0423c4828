import { basename } from 'node:path';
import { listBackups } from '../../../db/backup.ts';
import { becomeState, readState } from '../../../db/becomeState.ts';
import type { ReadDb } from '../../../db/open.ts';
import { copyCleanly, extension, openPortfolioFile } from '../../../db/portfolioFile.ts';
import { readRecords } from '../../../db/repositories/records.ts';
import { compareRecords } from '../../../shared/history/compareRecords.ts';
import { tableDiffs } from '../../../shared/history/diff.ts';
import type { Handlers } from '../context.ts';
import type { PortfolioSession } from '../portfolioSession.ts';

/** Reads a backup of the open portfolio through a private copy in the newest schema. */
async function reading<T>(session: PortfolioSession, ref: string, read: (db: ReadDb) => T): Promise<T> {
  const { path } = session.backups.require(session.path(), ref);
  const file = await openPortfolioFile(path, { readOnly: true });
  try {
    return read(file.db);
  } finally {
    file.close();
  }
}

/** The backups of the open portfolio: made, compared, gone back to and handed out. */
export const backupHandlers = {
  'backup.make': async (_input, { session }) => {
    const made = await session.backups.make({ db: session.writing(), path: session.path() }, 'asked');
    const [newest] = listBackups(session.backups.folder(session.path()));
    const backup = made ?? newest;
    if (!backup) throw new Error('nothing changed since a backup that is not there');
    return { backup: session.backups.describe(backup), made: made !== null };
  },
  'backup.compare': async (input, { session }) => {
    const then = await reading(session, input.backup, readRecords);
    const diff = compareRecords(then, readRecords(session.reading()));
    return {
      tables: tableDiffs(diff).map(([table, change]) => ({
        table,
        added: Object.keys(change.added).length,
        updated: Object.keys(change.updated).length,
        removed: Object.keys(change.removed).length,
      })),
    };
  },
  'backup.restore': async (input, { session }) => {
    const db = session.writing();
    const { at } = session.backups.require(session.path(), input.backup);
    const state = await reading(session, input.backup, readState);
    await session.backups.make({ db, path: session.path() }, 'restore');
    return session.change({ key: 'backup.restore', params: { at: at.toISOString() } }, (writer) =>
      becomeState(writer, state),
    );
  },
  'backup.copy': async (input, { session, files }) => {
    const { path, at } = session.backups.require(session.path(), input.backup);
    const day = at.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
    const suggestedName = `${basename(session.path(), extension)} (${day})${extension}`;
    const made = files.make(suggestedName);
    await copyCleanly(path, made.path);
    return { file: made.token, suggestedName };
  },
} satisfies Handlers<'backup.make' | 'backup.compare' | 'backup.restore' | 'backup.copy'>;
