import type { Change } from '../contract/changes.ts';
import { nonNegativeMoneySchema } from '../domain/primitives.ts';
import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type TableName,
  tableNames,
} from '../domain/records.ts';
import { minorDigits } from '../text/format.ts';
import { type Planned, patch, refuse } from './planned.ts';

/** The fields of a table that hold money, found by their schema so that a new one is never forgotten. */
function moneyFields(table: TableName): readonly string[] {
  const shape: Readonly<Record<string, unknown>> = recordSchemas[table].shape;
  return Object.keys(shape).filter((field) => {
    const schema = shape[field] as { readonly def?: { readonly innerType?: unknown } };
    return schema === nonNegativeMoneySchema || schema.def?.innerType === nonNegativeMoneySchema;
  });
}

/**
 * Lets the portfolio's amounts count as another currency: 500 000 stays 500 000, nothing is exchanged. Amounts are kept
 * in minor units, so that where the currencies have different ones (yen has none) every amount is written anew, rounded
 * to the new one's smallest unit.
 */
export function changeCurrency(records: PortfolioRecords, currency: string): Planned {
  const { portfolio } = records.portfolio;
  if (!portfolio) return refuse('missing');
  if (portfolio.currency === currency) return refuse('alreadyThere');
  const factor = 10 ** (minorDigits(currency) - minorDigits(portfolio.currency));
  const own = factor === 1 ? {} : rescaled(portfolio, moneyFields('portfolio'), factor);
  const changes: Change[] = [patch('portfolio', 'portfolio', { ...own, currency })];
  if (factor === 1) return { ok: true, changes };
  for (const table of tableNames) {
    const fields = moneyFields(table);
    if (table === 'portfolio' || fields.length === 0) continue;
    for (const record of Object.values<AnyRecord>(records[table])) {
      const values = rescaled(record, fields, factor);
      if (Object.keys(values).length > 0) changes.push(patch(table, record.id, values));
    }
  }
  return { ok: true, changes };
}

function rescaled(record: AnyRecord, fields: readonly string[], factor: number): Record<string, number> {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const amount = values[field];
      return typeof amount === 'number' && amount !== 0 ? [[field, Math.round(amount * factor)]] : [];
    }),
  );
}
