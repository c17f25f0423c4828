import { basename, dirname } from 'node:path';
import type { ErrorCode } from '../shared/contract/result.ts';
import { Failure } from '../shared/contract/result.ts';
import { sqliteCode } from './open.ts';

/** SQLite's result codes that have a cause a person can do something about; the first prefix that fits decides. */
const sqliteCauses: readonly (readonly [string, ErrorCode, string])[] = [
  ['SQLITE_CORRUPT', 'damaged_file', 'the file is damaged'],
  ['SQLITE_NOTADB', 'not_a_portfolio', 'the file is not a portfolio'],
  ['SQLITE_FULL', 'disk_full', 'the disk is full'],
  ['SQLITE_READONLY', 'read_only', 'the file cannot be written'],
  ['SQLITE_PERM', 'read_only', 'the file cannot be written'],
  ['SQLITE_AUTH', 'read_only', 'the file cannot be written'],
  ['SQLITE_CANTOPEN', 'file_unreadable', 'the file cannot be opened'],
  ['SQLITE_IOERR', 'file_unreadable', 'the disk failed while the file was used'],
  ['SQLITE_BUSY', 'read_only', 'another program holds the file'],
  ['SQLITE_LOCKED', 'read_only', 'another program holds the file'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'broken_reference', 'a record refers to one that is not there'],
  ['SQLITE_CONSTRAINT', 'invalid_record', 'a record breaks a rule of the file'],
  ['SQLITE_MISMATCH', 'invalid_record', 'a value has the wrong type'],
];

const fileCauses: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['file_missing', 'the file is not there'],
  ENOSPC: ['disk_full', 'the disk is full'],
  EDQUOT: ['disk_full', 'the disk quota is used up'],
  EROFS: ['folder_read_only', 'the folder cannot be written'],
  EACCES: ['file_unreadable', 'access to the file is denied'],
  EPERM: ['file_unreadable', 'access to the file is denied'],
  ENOTDIR: ['file_unreadable', 'a part of its path is not a folder'],
  EISDIR: ['file_unreadable', 'it is a folder, not a file'],
  EEXIST: ['file_exists', 'a file of that name is there already'],
  ENAMETOOLONG: ['name_too_long', 'its name is too long for this disk'],
};

/** The failure for a file whose name leaves no room for those of the files that lie beside it. */
export const nameTooLong = (path: string): Failure => fileFailure('ENAMETOOLONG', path);

/** The failure for a file that cannot be written where it should lie. */
export function folderReadOnly(path: string, cause?: unknown): Failure {
  const folder = dirname(path);
  return new Failure(
    'folder_read_only',
    `nothing can be written in ${folder}: allow it, or name another folder`,
    {
      params: { folder },
      place: { file: folder },
      cause,
    },
  );
}

function fileFailure(systemCode: string, path: string, cause?: unknown): Failure {
  const file = basename(path);
  const [code, words] = fileCauses[systemCode]!;
  return new Failure(code, `${file}: ${words}`, { params: { file }, place: { file }, cause });
}

/**
 * Turns an error of SQLite or of the file system into a `Failure` that names the file; a `Failure` and anything
 * unexpected come back unchanged.
 */
export function sortError(error: unknown, path: string): unknown {
  if (error instanceof Failure) return error;
  const file = basename(path);
  const name = sqliteCode(error);
  if (name !== null) {
    const cause = sqliteCauses.find(([prefix]) => name.startsWith(prefix));
    if (!cause) return error;
    return new Failure(cause[1], `${file}: ${cause[2]} (${(error as Error).message})`, {
      params: { file },
      place: { file },
      cause: error,
    });
  }
  const fileCode = (error as NodeJS.ErrnoException | null)?.code;
  return typeof fileCode === 'string' && Object.hasOwn(fileCauses, fileCode)
    ? fileFailure(fileCode, path, error)
    : error;
}

const notAllowed: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** True where the system did not allow what was tried on a file or folder. */
export const isNotAllowed = (error: unknown): boolean =>
  notAllowed.has((error as NodeJS.ErrnoException | null)?.code);

/** Runs `fn` and throws what it throws, sorted by `sortError`. */
export function sorted<T>(path: string, fn: () => T): T {
  try {
    return fn();
  } catch (error) {
    throw sortError(error, path);
  }
}

/** The same for work that takes time. */
export async function sortedAsync<T>(path: string, fn: () => Promise<T>): Promise<T> {
  try {
    return await fn();
  } catch (error) {
    throw sortError(error, path);
  }
}
