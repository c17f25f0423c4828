import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { extension } from '../../db/portfolioFile.ts';
import type { fileInfoSchema } from '../../shared/contract/methods.ts';
import { Failure } from '../../shared/contract/result.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

type FileInfo = z.infer<typeof fileInfoSchema>;

const recentSchema = z.strictObject({
  files: z.array(z.strictObject({ path: z.string(), openedAt: z.string() })),
});

const keptRecent = 20;

/** Portfolio files that pages may name: those of the data folder, and those that were opened before. */
export interface KnownFiles {
  /** The name of a file across the boundary; the file is known from now on. */
  refOf(path: string): string;
  /** Throws `not_found` for a ref that was never given. */
  pathOf(ref: string): string;
  info(path: string): FileInfo;
  /** Recent files first, then the others of the data folder by name. */
  list(): readonly FileInfo[];
  /** The file opened last, or null. */
  last(): FileInfo | null;
  remember(path: string, at: Date): void;
  /** Takes a file off the list of recent ones. */
  forget(path: string): void;
}

/** Keeps the list of recent files in `recent.json` of the data folder. */
export function createKnownFiles(
  dataFolder: string,
  portfolioFolder: string,
  log: (line: string) => void,
): KnownFiles {
  const recentPath = join(dataFolder, 'recent.json');
  const paths = new Map<string, string>();

  const readRecent = () => readJsonFile(recentPath, recentSchema, log)?.files ?? [];
  const refOf = (path: string): string => {
    const full = resolve(path);
    const ref = createHash('sha256').update(full).digest('base64url').slice(0, 22);
    paths.set(ref, full);
    return ref;
  };
  const info = (path: string): FileInfo => {
    const stat = statSync(path, { throwIfNoEntry: false });
    return {
      ref: refOf(path),
      name: basename(path, extension),
      folder: dirname(path),
      bytes: stat?.size ?? 0,
      modifiedAt: (stat?.mtime ?? new Date(0)).toISOString(),
      missing: stat === undefined,
    };
  };
  const allPaths = (): readonly string[] => {
    const recent = readRecent().map((file) => file.path);
    return [...new Set([...recent, ...portfoliosIn(portfolioFolder)])];
  };
  return {
    refOf,
    pathOf(ref) {
      // A page may hold a ref from before this process started.
      if (!paths.has(ref)) for (const path of allPaths()) refOf(path);
      const path = paths.get(ref);
      if (path === undefined) {
        throw new Failure('not_found', 'no portfolio of that name is known', {
          params: { what: 'portfolio' },
        });
      }
      return path;
    },
    info,
    list: () => allPaths().map(info),
    last() {
      const [newest] = readRecent();
      return newest ? info(newest.path) : null;
    },
    remember(path, at) {
      const full = resolve(path);
      const others = readRecent().filter((file) => file.path !== full);
      const files = [{ path: full, openedAt: at.toISOString() }, ...others].slice(0, keptRecent);
      writeJsonFile(recentPath, { files });
    },
    forget(path) {
      const full = resolve(path);
      const recent = readRecent();
      const files = recent.filter((file) => file.path !== full);
      if (files.length < recent.length) writeJsonFile(recentPath, { files });
    },
  };
}

function portfoliosIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(extension))
      .sort((a, b) => a.localeCompare(b))
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
