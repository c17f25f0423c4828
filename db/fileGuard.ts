import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../shared/contract/result.ts';

/** Watches that the file under an open connection stays the one that was opened. */
export interface FileGuard {
  /** Throws `file_gone` or `file_replaced` when somebody else moved, deleted, replaced or wrote the file. */
  check(): void;
  /** Takes the file as it is now for ours: call it after each of our own writes. */
  accept(): void;
  /** Call it once the connection is closed: closing any handle of a file drops this process's locks on it. */
  release(): void;
}

interface Stamp {
  readonly size: bigint;
  readonly changed: bigint;
  readonly header: Buffer;
  readonly log: string | null;
  readonly version: unknown;
}

/**
 * Guards the file at `path`. Its own handle stays open beside the connection's: what the path leads to can so be told
 * from what is open. `dataVersion` answers SQLite's `data_version`, which other connections' writes raise.
 */
export function guardFile(path: string, dataVersion: () => unknown): FileGuard {
  const handle = openSync(path, 'r');
  const identity = (): string => {
    const { dev, ino } = fstatSync(handle, { bigint: true });
    return `${dev}:${ino}`;
  };
  const header = (): Buffer => {
    const bytes = Buffer.alloc(100);
    readSync(handle, bytes, 0, bytes.length, 0);
    return bytes;
  };
  const logIdentity = (): string | null => {
    const stat = statSync(`${path}-wal`, { bigint: true, throwIfNoEntry: false });
    return stat ? `${stat.dev}:${stat.ino}` : null;
  };
  const stamp = (): Stamp => {
    const { size, mtimeNs } = fstatSync(handle, { bigint: true });
    return { size, changed: mtimeNs, header: header(), log: logIdentity(), version: dataVersion() };
  };
  let ours = stamp();
  const file = basename(path);
  const refuse = (code: 'file_gone' | 'file_replaced', how: string): Failure =>
    new Failure(code, `${file} ${how} while it was open`, { params: { file }, place: { file } });

  return {
    check() {
      const there = statSync(path, { bigint: true, throwIfNoEntry: false });
      if (!there) throw refuse('file_gone', 'was moved or deleted');
      const open = fstatSync(handle, { bigint: true });
      const sameFile = `${there.dev}:${there.ino}` === identity();
      // Some network folders number one file anew each time it is asked for; size and time tell it then.
      if (!sameFile && (there.size !== open.size || there.mtimeNs !== open.mtimeNs))
        throw refuse('file_replaced', 'was replaced');
      if (ours.log !== null && logIdentity() !== ours.log)
        throw refuse('file_replaced', 'lost the log that belongs to it');
      if (open.size !== ours.size) throw refuse('file_replaced', 'was written by another program');
      // A new time alone is what backup tools leave behind.
      if (open.mtimeNs !== ours.changed && !header().equals(ours.header))
        throw refuse('file_replaced', 'was written by another program');
      if (dataVersion() !== ours.version) throw refuse('file_replaced', 'was changed by another program');
    },
    accept() {
      ours = stamp();
    },
    release() {
      closeSync(handle);
    },
  };
}
