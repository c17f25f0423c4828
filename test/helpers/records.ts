import { emptyRecords, newInitiative, newPhase, newPortfolio } from '../../shared/domain/defaults.ts';
import type {
  AnyRecord,
  Initiative,
  Phase,
  Portfolio,
  PortfolioRecords,
  TableName,
} from '../../shared/domain/records.ts';

/** Record maps from lists of records; the portfolio's settings are the defaults unless given. */
export function recordsOf(
  tables: { readonly [T in TableName]?: readonly AnyRecord[] },
  portfolio: Partial<Portfolio> = {},
): PortfolioRecords {
  const records: Record<string, Record<string, AnyRecord>> = structuredClone(emptyRecords()) as never;
  records.portfolio = { portfolio: { ...newPortfolio('Test'), ...portfolio } };
  for (const [table, list] of Object.entries(tables)) {
    records[table] = Object.fromEntries((list ?? []).map((record) => [record.id, record]));
  }
  return records as unknown as PortfolioRecords;
}

export const initiative = (id: string, values: Partial<Initiative> = {}): Initiative => ({
  ...newInitiative(id, id),
  ...values,
});

export const phase = (
  id: string,
  initiativeId: string,
  position: number,
  values: Partial<Phase> = {},
): Phase => ({
  ...newPhase(id, initiativeId, position, 'build', id),
  ...values,
});
