import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { folderReadOnly, sortError, sorted } from '../../db/failures.ts';
import { Failure } from '../../shared/contract/result.ts';

/** A file that a page may name by its token, and only by it. */
export interface RegisteredFile {
  readonly path: string;
  readonly name: string;
}

/** Files that the person chose or that the service made in this session. Hosts fill it; pages hold tokens only. */
export interface FileRegistry {
  /** Makes a chosen file known; answers its token. */
  register(path: string, name?: string): string;
  /**
   * A place for a new temporary file of that name, which goes when the service closes. Throws `folder_read_only` or
   * `disk_full` where the system's folder for them takes none.
   */
  make(suggestedName: string): { readonly token: string; readonly path: string };
  resolve(token: string): RegisteredFile | null;
  /** As `resolve`. Throws `file_missing` for a token that was never given. */
  require(token: string): RegisteredFile;
  /** Forgets every file and deletes the temporary ones. */
  close(): void;
}

/** Makes an empty registry; its temporary folder appears with the first temporary file. */
export function createFileRegistry(): FileRegistry {
  const files = new Map<string, RegisteredFile>();
  let folder: string | null = null;

  const keep = (file: RegisteredFile): string => {
    const token = randomBytes(24).toString('base64url');
    files.set(token, file);
    return token;
  };
  const resolve = (token: string): RegisteredFile | null => files.get(token) ?? null;
  return {
    register: (path, name = basename(path)) => keep({ path, name }),
    make(suggestedName) {
      folder ??= temporaryFolder();
      const name = basename(suggestedName);
      // One folder a file: two exports may have the same name.
      const own = join(folder, String(files.size));
      sorted(own, () => mkdirSync(own));
      const path = join(own, name);
      return { token: keep({ path, name }), path };
    },
    resolve,
    require(token) {
      const file = resolve(token);
      if (!file) throw new Failure('file_missing', 'the chosen file is not known any more; choose it again');
      return file;
    },
    close() {
      files.clear();
      if (folder) rmSync(folder, { recursive: true, force: true });
      folder = null;
    },
  };
}

function temporaryFolder(): string {
  const start = join(tmpdir(), 'throughline-files-');
  try {
    return mkdtempSync(start);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EACCES' || code === 'EPERM' || code === 'ENOENT'
      ? folderReadOnly(start, error)
      : sortError(error, start);
  }
}
