import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fillNew } from '../../../db/changes.ts';
import { sorted } from '../../../db/failures.ts';
import { createPortfolioFile, extension } from '../../../db/portfolioFile.ts';
import { writeImported } from '../../core/records/writeImported.ts';
import { syntheticPortfolio } from '../../core/synthetic/syntheticPortfolio.ts';
import { print } from '../headless.ts';

export interface SampleOptions {
  readonly initiatives: number;
  readonly capabilities: number;
  readonly seed: number;
  readonly out: string;
  readonly json?: true;
}

/** Makes a synthetic portfolio file; the same numbers give the same records. */
export async function sample(options: SampleOptions): Promise<boolean> {
  const path = resolve(options.out);
  const { initiatives, capabilities, seed } = options;
  const { portfolio, lists } = syntheticPortfolio({
    initiatives,
    capabilities,
    seed,
    name: basename(path, extension),
  });
  sorted(path, () => mkdirSync(dirname(path), { recursive: true }));
  const file = createPortfolioFile(path, portfolio);
  try {
    if (file.readOnly !== null) throw new Error('a new file cannot be read-only');
    fillNew(file.db, (writer) => writeImported(writer, { add: lists, update: {} }));
    file.close();
  } catch (error) {
    file.close();
    rmSync(path, { force: true });
    throw error;
  }
  const counts = Object.fromEntries(Object.entries(lists).map(([table, records]) => [table, records.length]));
  print(options.json, { out: path, seed, counts }, [
    `made ${path}: ${Object.entries(counts)
      .map(([table, count]) => `${count} ${table}`)
      .join(', ')}`,
  ]);
  return true;
}
