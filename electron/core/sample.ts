import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fillNew } from '../../db/changes.ts';
import { extension } from '../../db/portfolioFile.ts';
import type { OpenPortfolio } from '../../shared/contract/methods.ts';
import type { ServiceContext } from './context.ts';
import { safeFileName } from './fileNames.ts';
import { writeImported } from './records/writeImported.ts';

/**
 * Opens the shipped sample: a portfolio of the person's own, made from it the first time and kept with what they
 * changed in it afterwards.
 */
export async function openSample({ options, session }: ServiceContext): Promise<OpenPortfolio> {
  const { readPortfolioJson } = await import('./importing/importFile.ts');
  const { portfolio: settings, ...tables } = await readPortfolioJson(options.sampleFile);
  const portfolio = settings.portfolio!;
  const lists = Object.fromEntries(Object.entries(tables).map(([table, map]) => [table, Object.values(map)]));
  const path = join(session.portfolioFolder, `${safeFileName(portfolio.name)}${extension}`);
  if (existsSync(path)) return session.open(path);
  await session.create(path, portfolio);
  try {
    fillNew(session.writing(), (writer) => writeImported(writer, { add: lists, update: {} }));
  } catch (error) {
    session.discard();
    throw error;
  }
  return session.current()!;
}
