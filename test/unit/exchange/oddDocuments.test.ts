import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analysePortfolio } from '../../../shared/analysis/analysePortfolio.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { emptyRecords } from '../../../shared/domain/defaults.ts';
import type { AnyRecord, PortfolioRecords } from '../../../shared/domain/records.ts';
import { fromExchange, readExchange, toExchange } from '../../../shared/exchange/json.ts';
import { numbersIn, oddChange, withOdd } from '../../helpers/oddJson.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';
import { checkRules } from './helpers.ts';

const document = toExchange(syntheticRecords({ initiatives: 4, capabilities: 6, seed: 3 }));
// One table a time, so that the odd thing does not always meet the same long list.
const tables = Object.entries(document).flatMap(([table, list]) =>
  typeof list === 'object' && (!Array.isArray(list) || list.length > 0) ? [table] : [],
);

/** The records of a document by the rules that a file holds them to. Throws as the import does. */
function imported(text: string): PortfolioRecords {
  const records = fromExchange(readExchange(text, 'odd.json'));
  const { portfolio, ...lists } = records;
  const add = Object.fromEntries(
    Object.entries(lists).map(([table, byId]) => [table, Object.values<AnyRecord>(byId)]),
  );
  checkRules({ ...emptyRecords(), portfolio }, { add, update: {} });
  return records;
}

it('an odd document is refused with the path of a field in one line, or analysed in finite numbers', () => {
  const seen = { refused: 0, analysed: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...tables),
      fc.array(oddChange, { minLength: 1, maxLength: 3 }),
      (table, changes) => {
        const odd = withOdd({ list: document[table as keyof typeof document] }, changes);
        const list: unknown = (odd as { list?: unknown }).list;
        const text = JSON.stringify({ ...document, [table]: list });
        let records: PortfolioRecords;
        try {
          records = imported(text);
        } catch (error) {
          seen.refused += 1;
          if (!(error instanceof Failure)) throw error;
          expect(error.message).not.toContain('\n');
          expect(error.error.place?.field).toMatch(/./);
          return;
        }
        seen.analysed += 1;
        const analysis = analysePortfolio(records, { draws: 4 });
        expect(numbersIn(analysis).every((number) => Number.isFinite(number))).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
  expect(seen.refused).toBeGreaterThan(100);
  expect(seen.analysed).toBeGreaterThan(15);
}, 60_000);
