import { describe, expect, it } from 'vitest';
import { firstInitiatives } from '../../../renderer/features/inspector/firstInitiatives.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import type { Initiative } from '../../../shared/domain/records.ts';

const DAY = '2026-02-15';
const initiative = (id: string, values: Partial<Initiative>): Initiative => ({
  ...newInitiative(id, id),
  ...values,
});
const look = (list: readonly Initiative[]) =>
  firstInitiatives(list, DAY).map(({ initiative: { id }, reason }) => [id, reason.kind]);

describe('the initiatives to look at first', () => {
  it('are two far over budget, two long past their end, and the largest', () => {
    const list = [
      initiative('a bit over', { budget: 10, spent: 11 }),
      initiative('far over', { budget: 10, spent: 90 }),
      initiative('over', { budget: 10, spent: 40 }),
      initiative('late', { endDate: '2025-12-31' }),
      initiative('later', { endDate: '2024-12-31' }),
      initiative('a day late', { endDate: '2026-02-14' }),
      initiative('small', { budget: 20 }),
      initiative('large', { budget: 2_000, spent: 1 }),
      initiative('larger', { budget: 3_000, spent: 1 }),
    ];
    expect(look(list)).toEqual([
      ['far over', 'overspent'],
      ['over', 'overspent'],
      ['later', 'late'],
      ['late', 'late'],
      ['larger', 'largest'],
      ['large', 'largest'],
    ]);
  });
  it('are each named once, and fill up with the largest', () => {
    const list = [
      initiative('both', { budget: 10, spent: 90, endDate: '2024-01-01' }),
      initiative('large', { budget: 500 }),
    ];
    expect(look(list)).toEqual([
      ['both', 'overspent'],
      ['large', 'largest'],
    ]);
  });
  it('leave out what is over, what was never begun, and what nobody knows', () => {
    expect(
      look([
        initiative('done', { stage: 'done', budget: 10, spent: 90 }),
        initiative('stopped', { stage: 'stopped', endDate: '2024-01-01' }),
        initiative('candidate', { stage: 'candidate', endDate: '2024-01-01' }),
        initiative('ends today', { endDate: DAY }),
        initiative('unknown', { budget: null, spent: 90, endDate: null }),
      ]),
    ).toEqual([]);
    expect(look([])).toEqual([]);
  });
});
