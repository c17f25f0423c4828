import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { makeEmptyPortfolio } from '../core/portfolioFiles.ts';
import { type Headless, requireFile, withPortfolio } from './headless.ts';
import { WrongUse } from './wrongUse.ts';

/** The first bytes of a file, which tell what it is. */
export function firstBytes(path: string): Buffer {
  const start = Buffer.alloc(64);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  return start;
}

/** A document of the exchange format is a JSON object; a portfolio file starts with SQLite's mark. */
const startsAsJson = (path: string): boolean => /^\ufeff?\s*\{/.test(firstBytes(path).toString('utf8'));

/** Opens what a command only reads: a portfolio file, or one that is made of a JSON document and kept by nobody. */
export async function withReadable<T>(path: string, work: (headless: Headless) => Promise<T>): Promise<T> {
  const full = resolve(path);
  requireFile(full);
  if (!startsAsJson(full)) return withPortfolio(full, 'read', work);
  const folder = mkdtempSync(join(tmpdir(), 'throughline-json-'));
  try {
    const made = join(folder, `${parse(full).name}.throughline`);
    makeEmptyPortfolio(made);
    await withPortfolio(made, 'scratch', ({ service, call }) =>
      call('import.run', { file: service.files.register(full), plan: {}, job: 'json' }),
    );
    return await withPortfolio(made, 'read', work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws where a command that writes was given a JSON document: what it wrote could not be kept there. */
export function requirePortfolioFile(path: string): void {
  requireFile(path);
  if (startsAsJson(path))
    throw new WrongUse(
      `${path} is a portfolio as JSON, which nothing is written into: make a file of it with "import ${path} --into NAME.throughline"`,
    );
}
