import { resolve } from 'node:path';
import { print, withPortfolio } from '../headless.ts';
import { requirePortfolioFile } from '../jsonPortfolio.ts';

export interface SnapshotOptions {
  readonly name: string;
  readonly note: string;
  readonly json?: true;
}

/** Freezes the portfolio as it stands. */
export async function snapshot(file: string, options: SnapshotOptions): Promise<boolean> {
  requirePortfolioFile(resolve(file));
  const made = await withPortfolio(file, 'write', ({ call }) =>
    call('snapshot.create', { name: options.name, note: options.note }),
  );
  print(options.json, made, [
    `froze "${made.name}" (${made.id}): ${made.counts.initiative ?? 0} initiatives`,
  ]);
  return true;
}
