import Database from 'better-sqlite3';
import { Failure } from '../shared/contract/result.ts';

/** Values that SQLite hands out and takes. */
export type SqlValue = string | number | null | Uint8Array;

declare const writable: unique symbol;

/** A statement that only reads. */
export interface ReadStatement {
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
  iterate(...values: SqlValue[]): IterableIterator<unknown>;
}

/** A connection that can only read: a function that takes one cannot write, by type and at run time. */
export interface ReadDb {
  readonly path: string;
  /** A statement giving rows as objects; refused with an error when it would write. Prepared once a connection. */
  query(sql: string): ReadStatement;
  /** The same, giving rows as arrays in column order. */
  queryRows(sql: string): ReadStatement;
  /** A pragma that answers one value. */
  pragmaValue(name: string): unknown;
  /** The query plan's lines of a statement with `?` for its values. */
  explain(sql: string): readonly string[];
  /** Whether the path still leads to the file that is open, as far as anybody watches that. */
  isInPlace(): boolean;
  /** Runs several reads as one: what others write meanwhile is in none of them. */
  atOnce<T>(fn: () => T): T;
  /** SQLite's online backup into a new file. */
  backupTo(path: string): Promise<void>;
  close(): void;
}

/** Asked before each transaction, which it may refuse by throwing; told after it. */
export interface WriteGuard {
  check(): void;
  accept(): void;
}

/** A connection that may write. */
export interface WriteDb extends ReadDb {
  readonly [writable]: true;
  /** Runs a writing statement, prepared once a connection; answers how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): number;
  /** A prepared writing statement for hot loops; answers how many rows it changed. */
  writer(sql: string): (values: readonly SqlValue[]) => number;
  /** Runs several statements, for migrations. */
  exec(sql: string): void;
  setPragma(assignment: string): unknown;
  /** All or nothing: what `fn` wrote stays only when it returns. Throws what the guard says before anything is written. */
  transaction<T>(fn: () => T): T;
  /** Has `guard` asked before each transaction, and told after it. */
  guardWith(guard: WriteGuard): void;
}

class Connection {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #guard: WriteGuard | null = null;
  readonly path: string;

  constructor(path: string, options: Database.Options) {
    this.path = path;
    this.#db = new Database(path, options);
    try {
      // The file may come from anywhere: its schema must not call functions. Defensive mode is better-sqlite3's default.
      this.#db.pragma('trusted_schema = OFF');
      this.#db.pragma('cell_size_check = ON');
      this.#db.pragma('foreign_keys = ON');
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  #prepare(sql: string, raw: boolean): Database.Statement {
    const key = raw ? `raw ${sql}` : sql;
    let statement = this.#statements.get(key);
    if (!statement) {
      statement = this.#db.prepare(sql);
      if (raw) statement.raw(true);
      this.#statements.set(key, statement);
    }
    return statement;
  }

  #reading(sql: string, raw: boolean): ReadStatement {
    const statement = this.#prepare(sql, raw);
    if (!statement.readonly)
      throw new TypeError(`a statement that writes came through a reading handle: ${sql}`);
    return statement as unknown as ReadStatement;
  }

  query(sql: string): ReadStatement {
    return this.#reading(sql, false);
  }

  queryRows(sql: string): ReadStatement {
    return this.#reading(sql, true);
  }

  pragmaValue(name: string): unknown {
    return this.#db.pragma(name, { simple: true });
  }

  explain(sql: string): readonly string[] {
    const values = [...sql.matchAll(/\?/g)].map(() => null);
    const rows = this.#db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    return rows.map((row) => row.detail);
  }

  isInPlace(): boolean {
    try {
      this.#guard?.check();
      return true;
    } catch (error) {
      if (error instanceof Failure) return false;
      throw error;
    }
  }

  atOnce<T>(fn: () => T): T {
    return this.#db.transaction(fn).deferred();
  }

  async backupTo(path: string): Promise<void> {
    // Many pages a step: a portfolio is small, and few steps mean that no write comes between them and restarts it.
    await this.#db.backup(path, { progress: () => 4096 });
  }

  close(): void {
    this.#db.close();
  }

  run(sql: string, ...values: SqlValue[]): number {
    return this.#prepare(sql, false).run(...values).changes;
  }

  writer(sql: string): (values: readonly SqlValue[]) => number {
    const statement = this.#prepare(sql, false);
    return (values) => statement.run(values).changes;
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  setPragma(assignment: string): unknown {
    return this.#db.pragma(assignment, { simple: true });
  }

  transaction<T>(fn: () => T): T {
    if (!this.#guard || this.#db.inTransaction) return this.#db.transaction(fn).immediate();
    this.#guard.check();
    try {
      return this.#db.transaction(fn).immediate();
    } finally {
      this.#guard.accept();
    }
  }

  guardWith(guard: WriteGuard): void {
    this.#guard = guard;
  }
}

/** Opens an existing file for reading only. Throws SQLite's errors; `sortSqliteError` tells them apart. */
export function openForReading(path: string): ReadDb {
  return new Connection(path, { readonly: true, fileMustExist: true, timeout: 2000 });
}

/** Opens an existing file for reading with its constraints known: SQLite leaves them out of read-only connections. */
export function openForInspection(path: string): ReadDb {
  const db = new Connection(path, { fileMustExist: true, timeout: 2000 });
  db.setPragma('query_only = ON');
  return db;
}

/** Opens a file for writing; `create` allows one that is not there yet. */
export function openForWriting(path: string, create = false): WriteDb {
  return new Connection(path, { fileMustExist: !create, timeout: 2000 }) as unknown as WriteDb;
}

/** A database in memory, for schemas to compare with. */
export function openInMemory(): WriteDb {
  return new Connection(':memory:', {}) as unknown as WriteDb;
}

/** Opens a lock file; waits for nobody. */
export function openLockFile(path: string): WriteDb {
  return new Connection(path, { timeout: 0 }) as unknown as WriteDb;
}

/** SQLite's extended result code of an error, or null when it is not SQLite's. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null;
}
