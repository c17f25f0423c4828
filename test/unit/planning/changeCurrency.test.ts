import { describe, expect, it } from 'vitest';
import { newPortfolio } from '../../../shared/domain/defaults.ts';
import { changeCurrency } from '../../../shared/planning/changeCurrency.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const records = recordsOf({
  portfolio: [{ ...newPortfolio('P', 'USD'), dayRate: 800_00 }],
  initiative: [
    initiative('a', { name: 'A', budget: 500_000_00, spent: null, teamDayRate: 0 }),
    initiative('b', { name: 'B', budget: null }),
  ],
  capability: [
    {
      id: 'c',
      parentId: null,
      position: 0,
      code: null,
      name: 'C',
      description: '',
      importance: null,
      currentMaturity: null,
      targetMaturity: null,
      neededMoney: 1_000_00,
      ownerTeamId: null,
    },
  ],
});
const to = (currency: string, from = records) => {
  const planned = changeCurrency(from, currency);
  if (!planned.ok) throw new Error(planned.reason);
  return { changes: planned.changes, after: withChanges(from, planned.changes) };
};

describe('another currency', () => {
  it('changes only the label where both have hundredths', () => {
    expect(to('EUR').changes).toEqual([
      { op: 'patch', table: 'portfolio', id: 'portfolio', values: { currency: 'EUR' } },
    ]);
  });

  it('keeps every amount what it says where one has no hundredths', () => {
    const { after } = to('JPY');
    expect(after.portfolio.portfolio).toMatchObject({ currency: 'JPY', dayRate: 800 });
    expect(after.initiative.a).toMatchObject({ budget: 500_000, spent: null, teamDayRate: 0 });
    expect(after.initiative.b?.budget).toBeNull();
    expect(after.capability.c?.neededMoney).toBe(1_000);
    expect(to('USD', after).after).toEqual(records);
  });

  it('has nothing to do for the currency that it has', () => {
    expect(changeCurrency(records, 'USD')).toEqual({ ok: false, reason: 'alreadyThere' });
  });
});
