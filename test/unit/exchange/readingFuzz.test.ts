import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIsoDate } from '../../../shared/domain/primitives.ts';
import { levelsOf } from '../../../shared/exchange/projects/planLevels.ts';
import { readDateText } from '../../../shared/exchange/values/dateText.ts';
import { readAmount } from '../../../shared/exchange/values/moneyText.ts';
import { resolveDate } from '../../../shared/exchange/values/resolveDate.ts';
import { importText } from './helpers.ts';
import { lines } from './listCases.ts';

/** Pieces of what cells of dates and amounts are made of, in any order. */
const piece = fc.constantFrom(
  ...[
    'Ende ',
    'mid-',
    'fin ',
    'early ',
    'late ',
    'Winter ',
    '上旬',
    '下旬',
    '2025',
    '25',
    'FY',
    'Q2',
    'H1',
    '/',
    '-',
    '年',
    '年度',
    '月',
    '底',
    '初',
    '中',
  ],
  ...[
    '令和',
    '平成',
    'R',
    '元',
    '第',
    '四半期',
    '상반기',
    '1',
    '12',
    '1.1',
    "'",
    ' ',
    '*',
    '[1]',
    '(a)',
    '(b)',
    '¹',
  ],
  ...['△', '$', '£', 'm', 'bn', '(', ')', '٣', '٫', '万', '亿', ',', '.', 'of ', '‡', '\u00a0', '𠮷'],
);
const cell = fc.array(piece, { maxLength: 9 }).map((parts) => parts.join(''));

describe('whatever stands in a cell', () => {
  test('a date is a day of the calendar or a reason, and no start lies behind its own end', () => {
    fc.assert(
      fc.property(cell, fc.integer({ min: 1, max: 12 }), fc.boolean(), (text, fiscal, fromApril) => {
        const read = readDateText(text);
        if (read === null) return;
        const [from, to] = (['start', 'end'] as const).map((side) =>
          resolveDate(read, { order: 'dayFirst', spans: false, fromApril }, side, fiscal),
        );
        for (const day of [from, to])
          if (typeof day === 'object') expect(isIsoDate(day.date), `${text}: ${day.date}`).toBe(true);
        if (typeof from === 'object' && typeof to === 'object')
          expect(from.date <= to.date, `${text}: ${from.date} ${to.date}`).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  test('an amount is a number of no less than zero, or a reason', () => {
    fc.assert(
      fc.property(cell, fc.boolean(), (text, comma) => {
        const amount = readAmount(text, comma);
        if (typeof amount === 'string') return;
        expect(Number.isFinite(amount.value) && amount.value >= 0, text).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });
});

test('levels of a plan begin with 1 and go down one at a time, below a summary only', () => {
  const day = fc.constantFrom(null, '2025-01-01', '2025-03-01', '2025-06-01', '2025-12-31');
  const cost = fc.constantFrom(null, 0, 1, 5, 10);
  const span = fc.record({ summary: fc.boolean(), start: day, finish: day, cost });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), (rows) => {
      const levels = levelsOf(rows);
      expect(levels[0] ?? 1).toBe(1);
      for (const [at, level] of levels.entries()) {
        const before = levels[at - 1] ?? 0;
        expect(level).toBeGreaterThanOrEqual(1);
        expect(level).toBeLessThanOrEqual(before + (rows[at - 1]?.summary ? 1 : 0) + (at === 0 ? 1 : 0));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('no row is lost or comes in twice, whatever its numbers, levels, parents and amounts say', async () => {
  const number = fc.constantFrom('1', '1.1', '1.2', '2', '2.1', '1.1.1', '', 'A', '三');
  const amount = fc.constantFrom('300', '100', '200', '', 'TBC', '50', '0', '(5)', '£1.2bn*');
  const row = fc.tuple(
    number,
    fc.constantFrom('Alpha', '  Beta', 'Total', '', 'Gamma'),
    amount,
    fc.constantFrom('Yes', 'No', '', '1', '2', '1.1', 'Alpha'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 14 }),
      fc.constantFrom('No', 'Level', 'WBS', 'ID'),
      fc.constantFrom('Summary', 'Remark', 'Parent'),
      async (rows, first, last) => {
        // Every row is accounted for, and the preview is the run: the helper holds both.
        const { initiatives, report } = await importText(
          lines(`${first},Project,Budget,${last}`, ...rows.map((cells) => cells.join(','))),
          { columns: { name: 1, budget: 2 } },
        );
        expect(report.created).toBe(initiatives.length);
        const sum = initiatives.reduce((all, { budget }) => all + (budget ?? 0), 0);
        expect(report.sums.budget).toBe(sum);
      },
    ),
    { numRuns: 150 },
  );
});
