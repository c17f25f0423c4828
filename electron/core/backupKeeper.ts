import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type BackupFile, backUp, backupFolder, listBackups } from '../../db/backup.ts';
import { type BackupContent, readBackupContent } from '../../db/backupContent.ts';
import { sortError } from '../../db/failures.ts';
import type { ReadDb } from '../../db/open.ts';
import type { Backup, BackupReason } from '../../shared/contract/methods.ts';
import { type AppError, Failure } from '../../shared/contract/result.ts';

/** Backups are made when a portfolio opens and closes, and while it changes, no more often than this. */
const everyMs = 30 * 60_000;

/** An open portfolio to be backed up. */
export interface Backable {
  readonly path: string;
  readonly db: ReadDb;
}

/** Makes the backups of every portfolio of a service, and knows what is in them. */
export class BackupKeeper {
  readonly #root: string;
  readonly #now: () => Date;
  readonly #log: (line: string) => void;
  /** Contents by path, size and time: inspecting ten large backups takes seconds. */
  readonly #contents = new Map<string, BackupContent | null>();
  #last = 0;
  #problem: AppError | null = null;

  constructor(root: string, now: () => Date, log: (line: string) => void) {
    this.#root = root;
    this.#now = now;
    this.#log = log;
  }

  folder(path: string): string {
    return backupFolder(this.#root, path);
  }

  /** Why the last attempt to make one failed, or null. */
  get problem(): AppError | null {
    return this.#problem;
  }

  /** Changes that no whole backup holds, or null when none can be found. */
  changesSince(path: string, revision: number): number | null {
    const [newest] = this.#found(path);
    return newest ? Math.max(0, revision - newest.revision) : null;
  }

  /** A portfolio was opened: the next backup is due in a while. */
  begin(): void {
    this.#last = this.#now().getTime();
    this.#problem = null;
  }

  /** True when the last one is long ago, or the clock was set back since: then nobody knows how long. */
  isDue(): boolean {
    const age = this.#now().getTime() - this.#last;
    return age >= everyMs || age < 0;
  }

  /** Makes one; answers null when nothing changed since the newest. Throws what the disk says. */
  async make({ db, path }: Backable, why: BackupReason): Promise<BackupFile | null> {
    this.#last = this.#now().getTime();
    try {
      const made = await backUp(db, this.folder(path), this.#now(), why);
      this.#problem = null;
      return made;
    } catch (error) {
      const sorted = sortError(error, path);
      this.#problem = sorted instanceof Failure ? sorted.error : { code: 'internal', message: String(error) };
      throw sorted;
    }
  }

  /** As `make`, but a failure is only reported: a full disk must not keep anyone from working on a sound portfolio. */
  async makeQuietly(portfolio: Backable): Promise<void> {
    try {
      await this.make(portfolio, 'daily');
    } catch (error) {
      this.#log(`no backup of ${basename(portfolio.path)}: ${String(error)}`);
    }
  }

  /**
   * Every backup of a portfolio, newest first, with what is in it; other work goes on between one and the next. Throws
   * `backups_unreadable`.
   */
  async list(path: string): Promise<readonly Backup[]> {
    const backups: Backup[] = [];
    for (const backup of listBackups(this.folder(path))) {
      const known = this.#contents.has(this.#key(backup));
      backups.push(this.describe(backup));
      if (!known) await nextTurn();
    }
    return backups;
  }

  describe(backup: BackupFile): Backup {
    const key = this.#key(backup);
    let content = this.#contents.get(key);
    if (content === undefined) {
      content = readBackupContent(backup);
      this.#contents.set(key, content);
    }
    const { ref, at, bytes, why } = backup;
    return { ref, at: at.toISOString(), bytes, why, content };
  }

  #key({ path, bytes }: BackupFile): string {
    return `${path} ${bytes} ${statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0}`;
  }

  /** How many backups can be found and gone back to. */
  async countGood(path: string): Promise<number> {
    if (this.#found(path).length === 0) return 0;
    return (await this.list(path)).filter(({ content }) => content !== null).length;
  }

  /** The backups as far as they can be listed: a folder that cannot be read must not keep anyone from a portfolio. */
  #found(path: string): readonly BackupFile[] {
    try {
      return listBackups(this.folder(path));
    } catch (error) {
      this.#log(`no backups of ${basename(path)} were found: ${String(error)}`);
      return [];
    }
  }

  /** A backup that passes inspection now. Throws `not_found`, `backups_unreadable`, or `backup_damaged` when it is. */
  require(path: string, ref: string): BackupFile {
    const backup = listBackups(this.folder(path)).find((each) => each.ref === ref);
    if (!backup) throw new Failure('not_found', 'there is no such backup', { params: { what: 'backup' } });
    if (!readBackupContent(backup)) {
      throw new Failure('backup_damaged', `the backup ${ref} is damaged`, {
        params: { at: backup.at.toISOString() },
      });
    }
    return backup;
  }
}
