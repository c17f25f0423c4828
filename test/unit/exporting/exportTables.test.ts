import { describe, expect, it } from 'vitest';
import { emptyRecords, newInitiative, newPortfolio } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { portfolioTables } from '../../../shared/exchange/csvTables.ts';
import { typedTables } from '../../../shared/exchange/typedTables.ts';
import { hiddenRecords } from '../../../shared/report/hidden.ts';

const records: PortfolioRecords = {
  ...emptyRecords(),
  portfolio: { portfolio: { ...newPortfolio('Plan'), currency: 'USD', dayRate: 800_00 } },
  initiative: {
    a: {
      ...newInitiative('a', 'Secret launch'),
      budget: 1_234_567_89,
      spent: null,
      startDate: '2026-03-01',
      owner: 'Ada',
      extra: { Budget: '$9.9M' },
    },
  },
  handoff: {},
};

const cellOf = (table: string, column: string, hidden = { amounts: false, names: false }) => {
  const found = typedTables(records, 'en', hidden).find((each) => each.table === table);
  const at = found?.header.indexOf(column) ?? -1;
  return at < 0 ? undefined : found?.row(0)[at];
};

describe('the tables of an export', () => {
  it('hold money in whole units, days as days, and unknown as nothing', () => {
    expect(cellOf('initiative', 'Budget')).toEqual({ kind: 'money', value: 1_234_567.89 });
    expect(cellOf('initiative', 'Start date')).toEqual({ kind: 'date', value: 20_513 });
    expect(cellOf('initiative', 'Spent')).toBeNull();
    expect(cellOf('initiative', 'Mode')).toEqual({ kind: 'text', value: 'Project' });
    expect(cellOf('portfolio', 'Day rate')).toEqual({ kind: 'money', value: 800 });
  });

  it('without amounts have no column of money, and nothing that was kept word for word', () => {
    const hidden = { amounts: true, names: false };
    for (const column of ['Budget', 'Spent', 'Value per month', 'Team day rate'])
      expect(cellOf('initiative', column, hidden), column).toBeUndefined();
    expect(cellOf('initiative', 'Other columns', hidden)).toBeNull();
    const all = JSON.stringify(portfolioTables(records, 'en', hidden));
    expect(all).not.toContain('1234567');
    expect(all).not.toContain('9.9M');
    expect(all).toContain('Secret launch');
  });

  it('without names number the initiatives, and leave out who owns them', () => {
    const shown = hiddenRecords(records, { amounts: false, names: true }, 'en');
    const all = JSON.stringify(portfolioTables(shown, 'en', { amounts: false, names: true }));
    expect(all).toContain('Initiative 1');
    expect(all).not.toMatch(/Secret|Ada/);
    // The ids are those that everything else was computed with.
    expect(Object.keys(shown.initiative)).toEqual(['a']);
  });
});
