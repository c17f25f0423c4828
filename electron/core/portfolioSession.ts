import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { BackupFile } from '../../db/backup.ts';
import { type Changed, mutate } from '../../db/changes.ts';
import { sorted } from '../../db/failures.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import {
  companions,
  createPortfolioFile,
  extension,
  openPortfolioFile,
  type PortfolioFile,
} from '../../db/portfolioFile.ts';
import type { RecordWriter } from '../../db/recordWriter.ts';
import { historyState, lastDone } from '../../db/repositories/history.ts';
import { readRecords } from '../../db/repositories/records.ts';
import { listSnapshots } from '../../db/snapshots.ts';
import type { OpenPortfolio, Recovery } from '../../shared/contract/methods.ts';
import { Failure } from '../../shared/contract/result.ts';
import type { Label } from '../../shared/domain/label.ts';
import type { Portfolio } from '../../shared/domain/records.ts';
import type { BackupKeeper } from './backupKeeper.ts';
import { safeFileName } from './fileNames.ts';
import type { KnownFiles } from './knownFiles.ts';
import type { PreferenceStore } from './preferences.ts';
import type { ServiceOptions } from './serviceOptions.ts';

interface SessionParts {
  readonly options: ServiceOptions;
  readonly known: KnownFiles;
  readonly preferences: PreferenceStore;
  readonly portfolioFolder: string;
  readonly backups: BackupKeeper;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

/** The one portfolio that a service has open, and the only place where it is opened, changed and closed. */
export class PortfolioSession {
  readonly #parts: SessionParts;
  #file: PortfolioFile | null = null;
  /** The backup that is looked at in place of its portfolio. */
  #shown: { readonly of: string; readonly backup: BackupFile } | null = null;
  /** The person closed the portfolio, and opened none since. */
  #left = false;
  #recovered: Recovery | null = null;

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
      const name = basename(this.path());
      const reason = this.#shown ? 'backup' : file.readOnly;
      throw new Failure('read_only', `${name} is open for reading only (${reason})`, {
        params: { file: name, reason },
        place: { file: name },
      });
    }
    return file.db;
  }

  /** Where the open portfolio lies, also while a backup of it is looked at. Throws `no_portfolio`. */
  path(): string {
    return this.#shown?.of ?? this.#require().path;
  }

  /** The open portfolio's path, or null. */
  get openPath(): string | null {
    return this.#shown?.of ?? this.#file?.path ?? null;
  }

  get backups(): BackupKeeper {
    return this.#parts.backups;
  }

  /** Opens a portfolio in place of the one that is open; when it cannot be opened, that one stays. */
  async open(path: string): Promise<OpenPortfolio> {
    const full = resolve(path);
    if (this.#file && this.#file.path === full) return this.#describe(this.#file);
    return this.#take(await this.#openFile(full), true);
  }

  #openFile(path: string): Promise<PortfolioFile> {
    const { options, backups } = this.#parts;
    return openPortfolioFile(path, {
      readOnly: options.readOnly ?? false,
      ...(options.migrations ? { migrations: options.migrations } : {}),
      beforeUpgrade: async (db) => {
        if (!options.scratch) await backups.make({ db, path }, 'upgrade');
      },
    });
  }

  /**
   * Opens the open portfolio's file again: takes over where another window let go of it, or where the file was
   * replaced. What is open now is backed up first, and must be: the file may hold something else.
   */
  async reopen(): Promise<OpenPortfolio> {
    const file = this.#require();
    const path = this.path();
    if (file.readOnly !== null) return this.#take(await this.#openFile(path), true);
    await this.backups.make(file, 'restore');
    await this.close();
    return this.#take(await this.#openFile(path), true);
  }

  /** Shows a backup of the open portfolio in its place, for reading only. */
  async showBackup(ref: string): Promise<OpenPortfolio> {
    const of = this.path();
    const backup = this.backups.require(of, ref);
    const file = await openPortfolioFile(backup.path, { readOnly: true });
    return this.#take(file, false, { of, backup });
  }

  /** Makes a new portfolio and opens it. Throws `file_exists`, `folder_read_only`. */
  async create(path: string, portfolio: Portfolio): Promise<OpenPortfolio> {
    sorted(dirname(path), () => mkdirSync(dirname(path), { recursive: true }));
    return this.#take(createPortfolioFile(resolve(path), portfolio), false);
  }

  async #take(
    file: PortfolioFile,
    worthBackup: boolean,
    shown: { readonly of: string; readonly backup: BackupFile } | null = null,
  ): Promise<OpenPortfolio> {
    try {
      const recovered = this.#recoveryOf(file);
      // Read before the open one is let go of: when this one cannot be read, that one stays.
      const read = readOpen(file);
      await this.close();
      this.#file = file;
      this.#shown = shown;
      this.#left = false;
      this.#recovered = recovered;
      this.backups.begin();
      if (worthBackup) await this.#backUp();
      if (!shown && this.#parts.options.host !== 'cli')
        this.#parts.known.remember(file.path, this.#parts.now());
      return { ...this.#facts(file), ...read };
    } catch (error) {
      if (this.#file !== file) file.close();
      throw error;
    }
  }

  /** What became of the session that did not close this file, or null when the last one did. */
  #recoveryOf(file: PortfolioFile): Recovery | null {
    if (file.readOnly !== null || file.uncleanEnd === null) return null;
    const last = lastDone(file.db);
    const { revision } = historyState(file.db);
    return {
      endedAt: file.uncleanEnd.toISOString(),
      lastChange: last ? { label: last.label, by: last.by, at: last.at } : null,
      changesSinceBackup: this.backups.changesSince(file.path, revision),
    };
  }

  /** Closes the open portfolio, if any, leaving one clean file. */
  async close(): Promise<void> {
    const file = this.#file;
    if (!file) return;
    try {
      await this.#backUp();
    } finally {
      this.#file = null;
      this.#shown = null;
      file.close();
    }
  }

  /** Closes what is open because the person says so: nothing opens it again by itself. */
  async leave(): Promise<void> {
    await this.close();
    this.#left = true;
  }

  /** Whether the person closed the portfolio and opened none since. */
  get wasLeft(): boolean {
    return this.#left;
  }

  /** True while nothing was ever written into the open portfolio since it was made, nor a snapshot taken of it. */
  isUntouched(): boolean {
    const file = this.#file;
    if (!file || file.readOnly !== null) return false;
    return historyState(file.db).revision === 0 && listSnapshots(file.db).length === 0;
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
    if (this.#file && this.backups.isDue()) await this.#backUp();
  }

  async #backUp(): Promise<void> {
    const file = this.#file;
    if (file && file.readOnly === null && !this.#parts.options.scratch) await this.backups.makeQuietly(file);
  }

  /** Sets a damaged file aside under a name that says so, with what a crash left beside it, as far as they are there. */
  setAside(path: string): void {
    const stamp = this.#parts.now().toISOString().slice(0, 19).replaceAll(':', '-').replace('T', ' ');
    const aside = join(
      dirname(path),
      `${safeFileName(basename(path, extname(path)))} (damaged ${stamp})${extension}`,
    );
    const places = [path, ...companions(path)];
    const away = [aside, ...companions(aside)];
    for (const [index, place] of places.entries()) if (existsSync(place)) renameSync(place, away[index]!);
  }

  #require(): PortfolioFile {
    if (!this.#file) throw new Failure('no_portfolio', 'no portfolio is open');
    return this.#file;
  }

  #describe(file: PortfolioFile): OpenPortfolio {
    return { ...this.#facts(file), ...readOpen(file) };
  }

  #facts(file: PortfolioFile): Omit<OpenPortfolio, 'records' | 'history'> {
    const path = this.path();
    const backup = this.#shown?.backup;
    return {
      ref: this.#parts.known.refOf(path),
      fileName: basename(path),
      folder: dirname(path),
      readOnly: backup ? 'backup' : file.readOnly,
      ...(backup ? { backup: { ref: backup.ref, at: backup.at.toISOString() } } : {}),
      ...(this.#recovered ? { recovered: this.#recovered } : {}),
    };
  }
}

const readOpen = (file: PortfolioFile): Pick<OpenPortfolio, 'records' | 'history'> => ({
  records: readRecords(file.db),
  history: historyState(file.db),
});
