import { Failure } from '../../contract/result.ts';
import {
  type AnyRecord,
  type PortfolioRecords,
  type RecordOf,
  type TableName,
  tableNames,
} from '../../domain/records.ts';
import { findRecord } from '../../domain/references.ts';
import type { ExchangeDocument } from '../json.ts';
import { holdsMoney, type ImportOutcome } from './mapTable.ts';
import type { RecordLists } from './rowTarget.ts';

function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => equal((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

/**
 * What reading an exchange document into a portfolio writes: records that are not there are added, those of the same
 * id replaced. An empty portfolio takes over the document's settings. Fails with invalid_input when both hold money
 * in different currencies. The report counts initiatives; rows are their places in the document, 1 for the first.
 */
export function mergeExchange(
  document: ExchangeDocument,
  records: PortfolioRecords,
  fileName: string,
): ImportOutcome {
  const current = records.portfolio.portfolio;
  const empty = tableNames.every(
    (table) => table === 'portfolio' || Object.keys(records[table]).length === 0,
  );
  const sameCurrency = current === undefined || current.currency === document.portfolio.currency;
  if (!empty && !sameCurrency && holdsMoney(records))
    throw new Failure(
      'invalid_input',
      `${fileName} is in ${document.portfolio.currency}, the portfolio in ${current.currency}`,
      {
        params: { file: document.portfolio.currency, portfolio: current.currency },
        place: { file: fileName, field: 'portfolio.currency' },
      },
    );
  const add: Partial<Record<TableName, AnyRecord[]>> = {};
  const update: Partial<Record<TableName, AnyRecord[]>> = {};
  let [created, updated, unchanged, budget] = [0, 0, 0, 0];
  if (current === undefined) add.portfolio = [document.portfolio];
  else if (empty && !equal(current, document.portfolio)) update.portfolio = [document.portfolio];
  else if (!sameCurrency) update.portfolio = [{ ...current, currency: document.portfolio.currency }];
  for (const table of tableNames) {
    if (table === 'portfolio') continue;
    for (const record of document[table] as readonly RecordOf<typeof table>[]) {
      const known = findRecord(records, table, record.id);
      const state = known === undefined ? 'new' : equal(known, record) ? 'same' : 'changed';
      if (state !== 'same') {
        const target = state === 'new' ? add : update;
        const list = target[table];
        if (list) list.push(record);
        else target[table] = [record];
      }
      if (table !== 'initiative') continue;
      if (state === 'new') created += 1;
      else if (state === 'changed') updated += 1;
      else unchanged += 1;
      budget += (record as RecordOf<'initiative'>).budget ?? 0;
    }
  }
  return {
    asItWas: true,
    changes: { add: add as RecordLists, update: update as RecordLists },
    report: {
      fileName,
      rows: document.initiative.length,
      created,
      updated,
      unchanged,
      skipped: [],
      refused: [],
      unreadable: [],
      repaired: [],
      sums: { budget, currency: document.portfolio.currency },
    },
  };
}
