import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { backUp, backupFolder } from '../../db/backup.ts';
import { type Changed, mutate } from '../../db/changes.ts';
import { sorted } from '../../db/failures.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import {
  createPortfolioFile,
  extension,
  openPortfolioFile,
  type PortfolioFile,
} from '../../db/portfolioFile.ts';
import type { RecordWriter } from '../../db/recordWriter.ts';
import { historyState } from '../../db/repositories/history.ts';
import { readRecords } from '../../db/repositories/records.ts';
import type { Label } from '../../shared/contract/changes.ts';
import type { OpenPortfolio } from '../../shared/contract/methods.ts';
import { Failure } from '../../shared/contract/result.ts';
import type { Portfolio } from '../../shared/domain/records.ts';
import type { KnownFiles } from './knownFiles.ts';
import type { PreferenceStore } from './preferences.ts';
import type { ServiceOptions } from './serviceOptions.ts';

/** Backups are made when a portfolio opens and closes, and while it changes, no more often than this. */
const backupEveryMs = 30 * 60_000;

interface SessionParts {
  readonly options: ServiceOptions;
  readonly known: KnownFiles;
  readonly preferences: PreferenceStore;
  readonly portfolioFolder: string;
  readonly backupRoot: string;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

/** The one portfolio that a service has open, and the only place where it is opened, changed and closed. */
export class PortfolioSession {
  readonly #parts: SessionParts;
  #file: PortfolioFile | null = null;
  #lastBackup = 0;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  get portfolioFolder(): string {
    return this.#parts.portfolioFolder;
  }

  /** The portfolio as pages see it, or null. */
  current(): OpenPortfolio | null {
    return this.#file ? this.#describe(this.#file) : null;
  }

  /** For reading. Throws `no_portfolio`. */
  reading(): ReadDb {
    return this.#require().db;
  }

  /** For writing. Throws `no_portfolio`, or `read_only` with the reason. */
  writing(): WriteDb {
    const file = this.#require();
    if (file.readOnly !== null) {
      throw new Failure('read_only', `${basename(file.path)} is open for reading only (${file.readOnly})`, {
        params: { file: basename(file.path), reason: file.readOnly },
        place: { file: basename(file.path) },
      });
    }
    return file.db;
  }

  /** Where the open portfolio lies. Throws `no_portfolio`. */
  path(): string {
    return this.#require().path;
  }

  /** The open portfolio's path, or null. */
  get openPath(): string | null {
    return this.#file?.path ?? null;
  }

  backupFolder(path: string): string {
    return backupFolder(this.#parts.backupRoot, path);
  }

  /** Opens a portfolio in place of the one that is open; when it cannot be opened, that one stays. */
  async open(path: string): Promise<OpenPortfolio> {
    const full = resolve(path);
    if (this.#file && this.#file.path === full) return this.#describe(this.#file);
    const file = await openPortfolioFile(full, {
      readOnly: this.#parts.options.readOnly ?? false,
      beforeUpgrade: async (db) => {
        await backUp(db, this.backupFolder(full), this.#parts.now());
      },
    });
    return this.#take(file, true);
  }

  /** Makes a new portfolio and opens it. Throws `file_exists`, `folder_read_only`. */
  async create(path: string, portfolio: Portfolio): Promise<OpenPortfolio> {
    sorted(dirname(path), () => mkdirSync(dirname(path), { recursive: true }));
    return this.#take(createPortfolioFile(resolve(path), portfolio), false);
  }

  async #take(file: PortfolioFile, worthBackup: boolean): Promise<OpenPortfolio> {
    try {
      const described = this.#describe(file);
      await this.close();
      this.#file = file;
      this.#lastBackup = this.#parts.now().getTime();
      if (worthBackup) await this.#backUp();
      if (this.#parts.options.host !== 'cli') this.#parts.known.remember(file.path, this.#parts.now());
      return described;
    } catch (error) {
      if (this.#file !== file) file.close();
      throw error;
    }
  }

  /** Closes the open portfolio, if any, leaving one clean file. */
  async close(): Promise<void> {
    const file = this.#file;
    if (!file) return;
    try {
      await this.#backUp();
    } finally {
      this.#file = null;
      file.close();
    }
  }

  /** Closes and deletes a portfolio that was made a moment ago and could not be filled. */
  discard(): void {
    const file = this.#file;
    if (!file) return;
    this.#file = null;
    file.close();
    rmSync(file.path, { force: true });
  }

  /** The only way from a handler to a change of records; told to every page. */
  change(label: Label, fn: (writer: RecordWriter) => void): Changed {
    const intent = { label, by: this.author(), at: this.#parts.now().toISOString() };
    return this.announce(mutate(this.writing(), intent, fn));
  }

  /** Tells every page what changed. */
  announce(changed: Changed): Changed {
    this.#parts.options.emit('portfolio.changed', changed);
    return changed;
  }

  /** Whose name history and snapshots record. */
  author(): string {
    return this.#parts.preferences.read().userName;
  }

  /** Makes a backup when the last one is long ago; called after writes, outside of their time. */
  async backUpWhenDue(): Promise<void> {
    if (this.#file && this.#parts.now().getTime() - this.#lastBackup >= backupEveryMs) await this.#backUp();
  }

  async #backUp(): Promise<void> {
    const file = this.#file;
    if (!file || file.readOnly !== null) return;
    try {
      this.#lastBackup = this.#parts.now().getTime();
      await backUp(file.db, this.backupFolder(file.path), this.#parts.now());
    } catch (error) {
      // A full backup disk must not keep anyone from working on a portfolio that is in order.
      this.#parts.log(`no backup of ${basename(file.path)}: ${String(error)}`);
    }
  }

  /** Sets a damaged file aside, with its log, under a name that says so; answers that name. */
  setAside(path: string): string {
    const stamp = this.#parts.now().toISOString().slice(0, 19).replaceAll(':', '-').replace('T', ' ');
    const base = join(dirname(path), `${basename(path, extname(path))} (damaged ${stamp})${extension}`);
    renameSync(path, base);
    for (const ending of ['-wal', '-shm']) {
      try {
        renameSync(`${path}${ending}`, `${base}${ending}`);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    return base;
  }

  #require(): PortfolioFile {
    if (!this.#file) throw new Failure('no_portfolio', 'no portfolio is open');
    return this.#file;
  }

  #describe(file: PortfolioFile): OpenPortfolio {
    return {
      ref: this.#parts.known.refOf(file.path),
      fileName: basename(file.path),
      folder: dirname(file.path),
      readOnly: file.readOnly,
      records: readRecords(file.db),
      history: historyState(file.db),
    };
  }
}
