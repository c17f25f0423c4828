import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { sorted } from '../../db/failures.ts';

/** Writes a small JSON file so that a crash leaves either the old or the new one. Throws what the disk says, sorted. */
export function writeJsonFile(path: string, value: unknown): void {
  sorted(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    const part = `${path}.${process.pid}.part`;
    const handle = openSync(part, 'w');
    try {
      writeSync(handle, `${JSON.stringify(value, null, 2)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    try {
      renameSync(part, path);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  });
}

/**
 * Reads a small JSON file, or answers null where there is none. One that cannot be read as `schema` is set aside
 * under a new name, reported to `log`, and counts as not there.
 */
export function readJsonFile<T extends z.ZodType>(
  path: string,
  schema: T,
  log: (line: string) => void,
): z.output<T> | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log(`${path} cannot be read: ${String(error)}`);
    return null;
  }
  let problem: string;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    problem = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  } catch (error) {
    problem = String(error);
  }
  const aside = `${path}.damaged-${Date.now()}`;
  try {
    renameSync(path, aside);
    log(`${path} is damaged (${problem}); it was set aside as ${aside}`);
  } catch (error) {
    log(`${path} is damaged (${problem}) and cannot be set aside: ${String(error)}`);
  }
  return null;
}
