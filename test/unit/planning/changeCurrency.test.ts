import { describe, expect, it } from 'vitest';
import { newPortfolio } from '../../../shared/domain/defaults.ts';
import type { ScenarioStep } from '../../../shared/domain/records.ts';
import { newScenario } from '../../../shared/domain/roomDefaults.ts';
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

  it('writes only what holds an amount', () => {
    expect(to('JPY').changes).toEqual([
      { op: 'patch', table: 'portfolio', id: 'portfolio', values: { currency: 'JPY', dayRate: 800 } },
      { op: 'patch', table: 'capability', id: 'c', values: { neededMoney: 1_000 } },
      { op: 'patch', table: 'initiative', id: 'a', values: { budget: 500_000 } },
    ]);
  });

  it('keeps what a scenario would set as well, in changes of a field and in whole records', () => {
    const step = (id: string, changes: ScenarioStep['changes']): ScenarioStep => ({
      id,
      scenarioId: 's',
      position: 0,
      label: { key: 'test', params: {} },
      by: '',
      at: '2026-01-01T00:00:00.000Z',
      changes,
    });
    const budget = (amount: number | null): ScenarioStep['changes'][number] => ({
      op: 'patch',
      table: 'initiative',
      id: 'a',
      values: { name: 'A', budget: amount },
    });
    const gone = { op: 'remove', table: 'initiative', id: 'b' } as const;
    const newer = { op: 'patch', table: 'laterTable', id: 'x', values: { budget: 5_00 } } as const;
    const planned = recordsOf({
      portfolio: [{ ...newPortfolio('P', 'USD') }],
      scenario: [newScenario('s', 'What if', 0, '', '2026-01-01T00:00:00.000Z')],
      scenarioStep: [
        step('one', [budget(700_00), gone, newer]),
        step('two', [{ op: 'put', table: 'tranche', record: { id: 't', name: 'T', amount: 300_00 } }]),
        step('three', [budget(null), gone]),
      ],
    });
    const { changes, after } = to('JPY', planned);
    expect(after.scenarioStep.one?.changes).toEqual([budget(700), gone, newer]);
    expect(after.scenarioStep.two?.changes).toEqual([
      { op: 'put', table: 'tranche', record: { id: 't', name: 'T', amount: 300 } },
    ]);
    expect(changes.map((change) => 'id' in change && change.id)).toEqual(['portfolio', 'one', 'two']);
    expect(to('USD', after).after).toEqual(planned);
  });

  it('has nothing to do for the currency that it has', () => {
    expect(changeCurrency(records, 'USD')).toEqual({ ok: false, reason: 'alreadyThere' });
  });
});
