import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportPlan } from '../../../shared/exchange/contract.ts';
import { translatedFields } from '../../../shared/exchange/importFields.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { importText, recordsWith } from './helpers.ts';

const word = fc.constantFrom(
  'Alpha',
  'Beta',
  'Gamma',
  'Portal',
  '门户',
  'Phase 2',
  'Amber/Red',
  'yes',
  'N/A',
  '',
  '0',
);
const cell = fc.oneof(
  word,
  fc.tuple(word, word).map((pair) => pair.join(' ')),
  fc.tuple(word, word).map((pair) => pair.join(';')),
);
const header =
  'Id,Name,Owner,Description,Stage,Status,Budget,Funded,Overhead,Retired,Capabilities,Partners,Outcomes,Customer segments';
const width = header.split(',').length;
const row = fc
  .array(cell, { minLength: width, maxLength: width })
  .map((cells) => cells.map((each) => `"${each}"`).join(','));
const list = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => [header, ...rows].join('\n'));

/**
 * Whatever two lists hold, and whatever a person decided over them: every record is valid, the preview is what the run
 * does, every row is accounted for (all held by `importText`), one record is one row's at most, and sums add up.
 */
test('two lists after each other, under any decisions', async () => {
  await fc.assert(
    fc.asyncProperty(
      list,
      list,
      fc.array(fc.tuple(fc.nat(9), fc.option(fc.nat(8))), { maxLength: 6 }),
      fc.array(
        fc.tuple(
          fc.constantFrom(...translatedFields),
          word,
          fc.constantFrom('', 'paused', 'product', 'yes', 'odd'),
        ),
        {
          maxLength: 4,
        },
      ),
      fc.record({
        emptyClears: fc.boolean(),
        withId: fc.boolean(),
        retire: fc.boolean(),
        zero: fc.boolean(),
      }),
      async (first, second, picks, words, { emptyClears, withId, retire, zero }) => {
        const columns = Object.fromEntries([
          ...(withId ? [['externalId', 0] as const] : []),
          ...(
            [
              'name',
              'owner',
              'description',
              'stage',
              'status',
              'budget',
              'funded',
              'overhead',
              'retired',
              'capabilities',
              'partners',
              'outcomes',
              'segments',
            ] as const
          ).map((field, index) => [field, index + 1] as const),
        ]) as ImportPlan['columns'];
        const records = recordsWith();
        const before = afterImport(records, (await importText(first, { columns }, records)).changes);
        const ids = Object.keys(before.initiative);
        const decisions = picks.map(([at, pick]) => ({
          row: at + 1,
          id: pick === null ? null : (ids[pick] ?? 'gone'),
        }));
        const translations = words.flatMap(([field, from, to]) => (from === '' ? [] : [{ field, from, to }]));
        const again = await importText(
          second,
          {
            columns,
            decisions,
            translations,
            emptyClears,
            ...(retire ? { retire: ids } : {}),
            ...(zero ? { zeroUnknown: [6] } : {}),
          },
          before,
        );
        const taken = (again.preview.refresh?.rows ?? []).flatMap((each) => each.taken ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        const updated = (again.changes.update.initiative ?? []).map(({ id }) => id);
        expect(new Set(updated).size).toBe(updated.length);
        for (const check of again.report.sumChecks ?? [])
          expect(check.differences.reduce((sum, { amount }) => sum + (amount ?? 0), check.came)).toBe(
            check.file,
          );
        const after = afterImport(before, again.changes);
        expect(Object.keys(after.initiative)).toHaveLength(ids.length + again.report.created);
      },
    ),
    { numRuns: 150 },
  );
});
