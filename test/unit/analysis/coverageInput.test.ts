import { describe, expect, it } from 'vitest';
import { coverageInput, mainPartner } from '../../../shared/analysis/coverageInput.ts';
import { newPartner } from '../../../shared/domain/defaults.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

describe('the partner that an initiative counts for', () => {
  const main = (...amounts: readonly (readonly [partnerId: string, amount: number | null])[]) => {
    const engagements = amounts.map(([partnerId, amount], at) => ({
      ...{ id: `e${at}`, initiativeId: 'i', partnerId, description: '', amount, externalId: null },
    }));
    const partner = [
      newPartner('p', 'P'),
      newPartner('q', 'Q'),
      { ...newPartner('old', 'Old'), retired: true },
    ];
    return mainPartner(recordsOf({ partner }), engagements);
  };
  it('is the one with most money over its engagements, of equal ones the first, of unknown ones the first named', () => {
    expect(main(['p', 100], ['q', 60], ['q', 50])).toBe('q');
    expect(main(['q', 100], ['p', 100])).toBe('q');
    expect(main(['q', null], ['p', null])).toBe('q');
    expect(main(['q', null], ['p', 1])).toBe('p');
    expect(main(['old', 900], ['p', 1])).toBe('p');
    expect(main(['old', 900])).toBeNull();
  });
});

describe('the first month', () => {
  const of = (...phases: readonly ReturnType<typeof phase>[]) =>
    coverageInput(
      recordsOf({
        initiative: [
          initiative('later', { startDate: '2026-07-01' }),
          initiative('first', { startDate: '2026-04-01' }),
          initiative('phased'),
          initiative('old', { startDate: '2020-01-01', retired: true }),
        ],
        phase: [phase('gone', 'old', 0, { startDate: '2019-01-01' }), ...phases],
      }),
    );
  it('is the earliest start of what is in use, also where only a phase has one', () => {
    expect(of().origin).toBe('2026-04-01');
    const phased = of(
      phase('b', 'phased', 1, { startDate: '2026-03-01' }),
      phase('a', 'phased', 0, { startDate: '2026-01-01' }),
    );
    expect(phased.origin).toBe('2026-01-01');
    const months = phased.input.initiatives.map(({ start_month }) => Math.round(start_month ?? -1));
    expect(months).toEqual([6, 3, 0]);
    expect(coverageInput(recordsOf({ initiative: [initiative('bare')] })).origin).toBeNull();
  });
});
