import { resolve } from 'node:path';
import { makeSyntheticPortfolio } from '../../core/portfolioFiles.ts';
import { print, requireFolderOf } from '../headless.ts';

export interface SampleOptions {
  readonly initiatives: number;
  readonly capabilities: number;
  readonly seed: number;
  readonly out: string;
  readonly json?: true;
}

/** Makes a synthetic portfolio file; the same numbers give the same records. */
export async function sample({ out, seed, json, ...sizes }: SampleOptions): Promise<boolean> {
  const path = resolve(out);
  requireFolderOf(path);
  const { initiatives, capabilities } = sizes;
  const counts = makeSyntheticPortfolio(path, { initiatives, capabilities, seed });
  const told = Object.entries(counts).map(([table, count]) => `${count} ${table}`);
  print(json, { out: path, seed, counts }, [`made ${path}: ${told.join(', ')}`]);
  return true;
}
