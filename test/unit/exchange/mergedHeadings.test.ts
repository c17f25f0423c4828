import { expect, test } from 'vitest';
import { importPath, tempFile } from './helpers.ts';
import { xlsxFile } from './xlsxFile.ts';

test('a heading merged over its row, and a title over all, are no initiatives', async () => {
  const path = tempFile(
    'board.xlsx',
    xlsxFile([
      {
        name: 'Portfolio',
        merges: ['A1:D1', 'A2:D2', 'A4:D4', 'A7:D7'],
        rows: [
          ['IT portfolio 2025', null, null, null],
          ['All figures in EUR thousands', null, null, null],
          ['Project', 'Owner', 'Budget', 'Status'],
          ['Run the business', null, null, null],
          ['Payroll', 'Ann', 120, 'Active'],
          ['Ledger', 'Bob', 80, 'Active'],
          ['Change the business', null, null, null],
          // Only its name is known, and it is one.
          ['Portal', null, null, null],
          ['Search', 'Cy', 300, 'Planned'],
        ],
      },
    ]),
  );
  const list = await importPath(path, 'board.xlsx');
  expect(
    list.initiatives.map(({ name, budget, collaborationGroup }) => [name, budget, collaborationGroup]),
  ).toEqual([
    ['Payroll', 12_000_000, 'Run the business'],
    ['Ledger', 8_000_000, 'Run the business'],
    ['Portal', null, 'Change the business'],
    ['Search', 30_000_000, 'Change the business'],
  ]);
  expect(list.preview.plan.currency).toBe('EUR');
  expect(list.report.skipped).toEqual([
    { row: 4, reason: 'group' },
    { row: 7, reason: 'group' },
  ]);
});
