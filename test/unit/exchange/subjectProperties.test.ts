import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { Failure } from '../../../shared/contract/result.ts';
import { rowSubjects } from '../../../shared/exchange/importFields.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { importText, recordsWith } from './helpers.ts';

/** Cells of names, codes, parents, steps and days, right and wrong, few enough to meet each other often. */
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('Finance', 'Sales', 'Billing', ' finance ', 'HR', '财务', '销售', 'A > B'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('1', '1.1', '1.1.1', '1.0', '2', '2.1.', '2-1', '4.1 Billing', '1-Sales'),
  },
  { weight: 2, arbitrary: fc.constantFrom('', '', ' ', 'n/a', '-', 'Total', '合计', 'None') },
  { weight: 2, arbitrary: fc.constantFrom('High', '高', '★★', '3/5', '11', '0', '6', 'L2', 'x'.repeat(600)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2026-12-31',
      '31.12.2026',
      '12 %',
      '-3',
      '1,200',
      'reduce',
      '"',
      '\n',
      '__proto__',
    ),
  },
);
const header = fc.uniqueArray(
  fc.constantFrom(
    ...[
      'Name',
      'Capability',
      'Code',
      'Parent',
      'Level 1',
      'Level 2',
      'Level 3',
      'Level',
      'Importance',
      'Owner',
    ],
    ...[
      'Current maturity',
      'Outcome',
      'Metric',
      'Unit',
      'Baseline',
      'Target',
      'Due date',
      'Direction',
      '2024-03',
    ],
    ...[
      'Supplier',
      'Relationship',
      'Customer segment',
      'Type',
      'Description',
      'Budget',
      'Retired',
      '',
      'Colour',
    ],
  ),
  { minLength: 1, maxLength: 9 },
);
const table = header.chain((names) =>
  fc
    .array(fc.array(cell, { minLength: 0, maxLength: names.length + 1 }), { minLength: 1, maxLength: 14 })
    .map((rows) => Papa.unparse([names, ...rows])),
);

const refused: readonly string[] = ['no_name_column', 'no_table_found', 'file_empty'];

/**
 * Inside `importText` every record is held against its schema and all of them against the rules of a portfolio (no
 * capability below itself, every reference there), the preview against the run, and the rows against the counts.
 */
test('made-up lists of every subject: valid, all rows accounted for, and the same list again adds nothing', {
  timeout: 120_000,
}, async () => {
  let imported = 0;
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.option(fc.constantFrom(...rowSubjects), { nil: undefined }),
      fc.boolean(),
      table,
      async (text, rows, emptyClears, later) => {
        const plan = { emptyClears, ...(rows === undefined ? {} : { rows }) };
        const before = recordsWith();
        try {
          const first = await importText(text, plan, before);
          const after = afterImport(before, first.changes);
          // The subject that was found is asked for again: another one is another list.
          const again = { ...plan, rows: first.preview.plan.rows ?? 'initiatives' };
          const second = await importText(text, again, after);
          expect(second.report.created).toBe(0);
          const third = await importText(text, again, afterImport(after, second.changes));
          expect([third.report.created, third.report.updated]).toEqual([0, 0]);
          await importText(later, again, after);
          imported += 1;
        } catch (error) {
          // Lists without names or rows are refused; a broken rule would be a failure of ours.
          if (!(error instanceof Failure) || !refused.includes(error.error.code)) throw error;
        }
      },
    ),
    { numRuns: 300, seed: 20_260_101 },
  );
  // A property over lists that are all refused would say nothing.
  expect(imported).toBeGreaterThan(50);
});
