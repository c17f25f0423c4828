import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../../shared/comparison/comparePlans.ts';
import { elementParts, initiativeParts, operationOf } from '../../../shared/comparison/movedParts.ts';
import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import { fromExchange, readExchange } from '../../../shared/exchange/json.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const sample = fromExchange(
  readExchange(
    readFileSync(new URL('../../../assets/samples/hhs-2012.json', import.meta.url), 'utf8'),
    'hhs',
  ),
);
const served = new Set(Object.values(sample.contribution).map(({ initiativeId }) => initiativeId));
const [first, second, third] = Object.values(sample.initiative).filter(
  ({ id, mode, budget }) => mode === 'project' && budget !== null && budget > 0 && served.has(id),
);
if (!first || !second || !third) throw new Error('the sample has no projects');
const comparison = comparePlans(
  sample,
  withChanges(sample, [
    { op: 'patch', table: 'initiative', id: first.id, values: { mode: 'product' } },
    { op: 'patch', table: 'initiative', id: second.id, values: { budget: (second.budget ?? 0) * 2 } },
    { op: 'remove', table: 'initiative', id: third.id },
  ]),
  { draws: 0 },
);
const { before, after, coverage, initiatives } = comparison;
const moved = (parts: readonly { before: number | null; after: number | null }[]): number =>
  parts.reduce((sum, part) => sum + (part.after ?? 0) - (part.before ?? 0), 0);

describe('what moves', () => {
  test.each([
    ['value', after.value.sum - before.value.sum],
    ['cost', after.cost - before.cost],
    ['wasteMoney', after.wasteMoney - before.wasteMoney],
    ['wasteDays', after.wasteDays - before.wasteDays],
    ['budget', after.budget.sum - before.budget.sum],
    ['initiatives', after.initiatives - before.initiatives],
    ['productTeams', after.productTeams - before.productTeams],
  ] as const)('%s adds up to the difference of the plans', (measure, difference) => {
    const parts = initiativeParts(initiatives, measure);
    expect(operationOf(measure)).toBe('sum');
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.length).toBeLessThanOrEqual(3);
    expect(Math.abs(moved(parts) - difference)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(before.cost)),
    );
  });

  test.each(['gapMoney', 'overlapMoney'] as const)('%s adds up over the capabilities', (measure) => {
    const parts = elementParts(coverage, measure);
    const [old, now] = coverage[measure];
    expect(moved(parts)).toBeCloseTo(now - old, 3);
    expect(parts.every((part) => part.before !== part.after)).toBe(true);
    expect(coverage.known).toBe(true);
  });

  test('gaps move by the project that is gone, and stand in the order of their ids where they move alike', () => {
    const [old, now] = coverage.gapMoney;
    expect(now).not.toBe(old);
    expect(elementParts(coverage, 'gapMoney').length).toBeGreaterThan(0);
    const alike = ['b', 'c', 'a'].map((id) => ({
      ...{ id, kind: 'capability', before: null },
      after: { need: 5, supply: 0, gap: 5, overlap: 0 },
    }));
    expect(elementParts({ ...coverage, elements: alike }, 'gapMoney').map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('of an outcome is told, and counts in no sum of capabilities', () => {
    // Importance 5 from 1 to 5 wants all of the 1,000 that are needed: 400 of them are there, then 700.
    const outcome = { ...newOutcome('o', 'O'), importance: 5, currentMaturity: 1, targetMaturity: 5 };
    const plan = recordsOf({
      initiative: [initiative('a', { budget: 400_00 })],
      outcome: [{ ...outcome, neededMoney: 1_000_00 }],
      outcomeLink: [{ id: 'l', initiativeId: 'a', outcomeId: 'o', weight: 1 }],
    });
    const more = withChanges(plan, [
      { op: 'patch', table: 'initiative', id: 'a', values: { budget: 700_00 } },
    ]);
    const { coverage: moves } = comparePlans(plan, more, { draws: 0 });
    expect(moves.elements).toMatchObject([
      { id: 'outcome:o', kind: 'outcome', before: { gap: 600 }, after: { gap: 300 } },
    ]);
    expect(elementParts(moves, 'gapMoney')).toEqual([]);
    // Without a capability nobody knows what is missing.
    expect(moves.known).toBe(false);
  });

  test('stands with what moves most first, and leaves out what stays', () => {
    const sizes = initiativeParts(initiatives, 'wasteMoney').map((part) =>
      Math.abs((part.after ?? 0) - (part.before ?? 0)),
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(initiativeParts(initiatives, 'budget').map(({ id }) => id)).not.toContain(first.id);
    expect(initiativeParts(initiatives, 'productTeams')).toEqual([{ id: first.id, before: 0, after: 1 }]);
  });

  test('is no sum for a share or a median', () => {
    expect(operationOf('wasteShare')).toBe('ratio');
    expect(operationOf('firstValueMonths')).toBe('median');
    expect(operationOf('betweenReleasesMonths')).toBe('median');
    const share = initiativeParts(initiatives, 'wasteShare').find(({ id }) => id === first.id);
    expect(share?.before).toBeGreaterThan(0);
    expect(share?.before).toBeLessThan(1);
  });
});
