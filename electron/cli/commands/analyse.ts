import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { analysePortfolio } from '../../../shared/analysis/analysePortfolio.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { readPortfolioJson } from '../../core/importing/importFile.ts';
import { checkAsWritten } from '../../core/portfolioFiles.ts';
import { print, requireFile, withPortfolio } from '../headless.ts';

export interface AnalyseCommandOptions {
  readonly horizon?: number;
  readonly draws?: number;
  readonly seed?: number;
  readonly json?: true;
}

/** Prints the whole analysis of a portfolio file, or of a portfolio in the JSON exchange format. */
export async function analyse(file: string, options: AnalyseCommandOptions): Promise<boolean> {
  const records = await readPortfolio(resolve(file));
  const { horizon, draws, seed } = options;
  const analysis = analysePortfolio(records, {
    ...(horizon === undefined ? {} : { horizon }),
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
  });
  if (!analysis) throw new Failure('cancelled', 'the analysis was cancelled');
  const { totals, coverage, portfolio } = analysis;
  const wastes = (mode: 'declared' | 'project' | 'product'): string =>
    `${Math.round(totals[mode].seven_wastes_pd)} person-days, ${Math.round(totals[mode].seven_wastes_money)} ${portfolio.currency}`;
  const found = Object.entries(coverage)
    .filter(([, value]) => Array.isArray(value))
    .map(([kind, value]) => `${kind}: ${(value as unknown[]).length}`);
  print(options.json, analysis, [
    `${portfolio.name}: ${totals.computed} initiatives computed, ${totals.not_computed} lack facts (horizon ${portfolio.horizon_months} months, ${portfolio.draws} draws, seed ${portfolio.seed})`,
    `seven wastes as planned: ${wastes('declared')}`,
    `seven wastes, all as projects: ${wastes('project')}`,
    `seven wastes, all as product teams: ${wastes('product')}`,
    ...found,
  ]);
  return true;
}

async function readPortfolio(path: string): Promise<PortfolioRecords> {
  requireFile(path);
  if (startsAsJson(path)) {
    const records = await readPortfolioJson(path);
    checkAsWritten(records);
    return records;
  }
  return withPortfolio(path, 'read', async ({ opened }) => opened.records);
}

/** A document of the exchange format is a JSON object; a portfolio file starts with SQLite's mark. */
function startsAsJson(path: string): boolean {
  const start = Buffer.alloc(64);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  return /^\ufeff?\s*\{/.test(start.toString('utf8'));
}
