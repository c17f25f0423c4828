import {
  type SyntheticOptions,
  syntheticPortfolio,
} from '../../electron/core/synthetic/syntheticPortfolio.ts';
import { emptyRecords } from '../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';

/** The records of a synthetic portfolio, as a file of it would be read. */
export function syntheticRecords(options: Omit<SyntheticOptions, 'name'>): PortfolioRecords {
  const { portfolio, lists } = syntheticPortfolio({ ...options, name: 'synthetic' });
  const tables = Object.entries(lists).map(([table, list]) => [
    table,
    Object.fromEntries(list.map((record) => [record.id, record])),
  ]);
  return { ...emptyRecords(), ...Object.fromEntries(tables), portfolio: { portfolio } } as PortfolioRecords;
}
