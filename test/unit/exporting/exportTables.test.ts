import { describe, expect, it } from 'vitest';
import { emptyRecords, newInitiative, newPortfolio } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { fromExchange, toExchange } from '../../../shared/exchange/json.ts';
import { portfolioTables } from '../../../shared/exchange/writing/csvTables.ts';
import { typedTables } from '../../../shared/exchange/writing/typedTables.ts';
import { hiddenRecords } from '../../../shared/report/hidden.ts';
import { usedLine } from '../../../shared/storyboard/pageTimes.ts';

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

  it('say how long the pages of a meeting took beside what happened there', () => {
    const used = [
      { page: 'p1', title: 'Where is it lost?', seconds: 452 },
      { page: 'p2', title: '我们决定什么？', seconds: 3725 },
    ];
    const meeting = {
      ...{ id: 'm', name: 'Board', startedAt: '2026-03-02T09:00:00.000Z', endedAt: null },
      ...{ storyboardId: null, afterStep: 0 },
      notes: [...used.map(usedLine), '', '2 Mar 2026, 10:00\tEdited the budget', 'By hand'].join('\n'),
    };
    const met = { ...records, meeting: { m: meeting } };
    const cells = (hidden = { amounts: false, names: false }) => {
      const table = typedTables(met, 'en', hidden).find((each) => each.table === 'meeting')!;
      return ['Notes', 'Minutes on the screen', 'Time of each page'].map(
        (column) => table.row(0)[table.header.indexOf(column)],
      );
    };
    expect(cells()).toEqual([
      { kind: 'text', value: '2 Mar 2026, 10:00 Edited the budget\nBy hand' },
      { kind: 'number', value: 69.6 },
      { kind: 'text', value: '7:32 Where is it lost?\n1:02:05 我们决定什么？' },
    ]);
    expect(cells({ amounts: true, names: false })).toEqual([
      { kind: 'text', value: '' },
      { kind: 'number', value: 69.6 },
      { kind: 'text', value: '' },
    ]);
    // What can be read in again keeps the lines.
    expect(fromExchange(toExchange(met)).meeting).toEqual(met.meeting);
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
