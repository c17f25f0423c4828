import { describe, expect, it } from 'vitest';
import { coverageInput } from '../../../shared/analysis/coverageInput.ts';
import { elementReceipt } from '../../../shared/analysis/elementReceipt.ts';
import type { ElementFigure } from '../../../shared/analysis/elementReceiptTypes.ts';
import { analyseCoverage } from '../../../shared/coverage/analyse.ts';
import { newCapability, newPartner } from '../../../shared/domain/defaults.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const description = 'one platform with all customer data in one place for marketing and claims';
const funded = (id: string, budget: number) =>
  initiative(id, { budget, description, startDate: '2026-01-01', endDate: '2026-12-31' });
const rated = (id: string, importance: number, neededMoney: number | null = null) => ({
  ...newCapability(id, id.toUpperCase(), null),
  importance,
  currentMaturity: 1,
  targetMaturity: 5,
  neededMoney,
});
const serves = (initiativeId: string, capabilityId: string, weight: number) => ({
  id: `${initiativeId}-${capabilityId}`,
  initiativeId,
  capabilityId,
  weight,
});

const tables = {
  initiative: [funded('a', 4_000_00), funded('b', 2_000_00)],
  // Demands 1 and 0.6: of 6,000 in all, 3,750 and 2,250 would follow them.
  capability: [
    rated('c', 5),
    rated('d', 3),
    rated('e', 4, 9_000_00),
    { ...newCapability('f', 'F', null), importance: 5 },
  ],
  contribution: [serves('a', 'c', 0.25), serves('a', 'd', 0.75), serves('b', 'd', 1)],
};
const records = recordsOf(tables);
const analysis = analyseCoverage(coverageInput(records).input);
if (!analysis) throw new Error('cancelled');
const receipt = (id: string, figure: ElementFigure) => {
  const found = elementReceipt(records, analysis, id, figure);
  if (!found) throw new Error(`no receipt of ${figure} of ${id}`);
  return found;
};
const fact = (id: string, name: string) => receipt(id, 'need').facts.find((each) => each.id === name)?.value;

describe('the receipt of', () => {
  it('a need works it out from the scales and from the money of its kind', () => {
    const [demand, allDemand, allSupply] = ['demand', 'allDemand', 'allSupply'].map(
      (name) => fact('c', name)!,
    );
    expect(demand).toBe(1);
    expect(allDemand).toBeCloseTo(1 + 0.6 + 0.8, 12);
    expect(allSupply).toBe(6_000);
    expect(receipt('c', 'need').value).toBeCloseTo((demand! / allDemand!) * allSupply!, 9);
    expect(['importance', 'current', 'target'].map((name) => fact('c', name))).toEqual([5, 1, 5]);
  });

  it('a need that was entered is what was entered, and one that nobody rated is not known', () => {
    expect(receipt('e', 'need')).toMatchObject({ value: 9_000, formula: 'N_c = needed_money' });
    expect(fact('e', 'needed')).toBe(9_000);
    expect(receipt('f', 'need').value).toBeNull();
    expect(receipt('f', 'gap').value).toBeNull();
    expect(fact('f', 'demand')).toBeNull();
  });

  it('money that serves it adds up from shares of what the initiatives have', () => {
    const { value, parts } = receipt('d', 'supply');
    expect(value).toBe(5_000);
    expect(parts).toEqual([
      { kind: 'weight', initiative: 'a', value: 3_000, whole: 4_000, share: 0.75 },
      { kind: 'weight', initiative: 'b', value: 2_000, whole: 2_000, share: 1 },
    ]);
    expect(receipt('e', 'supply')).toMatchObject({ value: 0, parts: [] });
  });

  it('a gap is need less supply, and none where there is enough', () => {
    const gap = receipt('c', 'gap');
    expect(gap).toMatchObject({ operation: 'sum', formula: 'max(0, N_c - S_c)' });
    expect(gap.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(gap.value!, 9);
    expect(gap.value).toBeCloseTo(2_500 - 1_000, 9);
    const none = receipt('d', 'gap');
    expect(none.value).toBe(0);
    expect(none.parts.map(({ value }) => Math.round(value))).toEqual([1_500, -5_000, 3_500]);
    expect(none.parts.reduce((sum, { value }) => sum + value, 0)).toBe(0);
  });

  it('coverage divides money by need, and what is too much is what is left', () => {
    // 1,000 of 2,500, and 5,000 of 1,500.
    expect(receipt('c', 'coverage').value).toBeCloseTo(0.4, 12);
    expect(receipt('c', 'coverage').parts.map(({ value }) => Math.round(value))).toEqual([1_000, 2_500]);
    expect(receipt('d', 'coverage').value).toBeCloseTo(10 / 3, 12);
    expect(receipt('d', 'excess').value).toBeCloseTo(3_500, 9);
    expect(receipt('f', 'coverage')).toMatchObject({ value: null, parts: [] });
    expect(receipt('f', 'excess')).toMatchObject({ value: null, parts: [] });
    const idle = recordsOf({
      ...tables,
      capability: [{ ...rated('g', 5), targetMaturity: 1 }],
      contribution: [],
    });
    const nothing = elementReceipt(idle, analyseCoverage(coverageInput(idle).input)!, 'g', 'gap');
    expect(nothing).toMatchObject({ value: 0, formula: 'd_c = 0: 0', operation: 'given', parts: [] });
  });

  it('what rests on one partner goes from its share over its readiness to the money', () => {
    const resting = (exitReadiness: number | null, initiativeId = 'a') => {
      const own = recordsOf({
        initiative: [funded('a', 3_000_00), funded('b', 1_000_00)],
        capability: [rated('c', 5)],
        contribution: [serves('a', 'c', 1), serves('b', 'c', 1)],
        partner: [{ ...newPartner('p', 'P'), exitReadiness }],
        engagement: [
          { id: 'e', initiativeId, partnerId: 'p', description: '', amount: 500_00, externalId: null },
        ],
      });
      const found = analyseCoverage(coverageInput(own).input)!;
      return (id: string | null, figure: ElementFigure) => elementReceipt(own, found, id, figure);
    };
    const of = resting(0.25);
    // Three quarters with the partner, one with own people: 75² + 25².
    expect(of('c', 'concentration')?.value).toBeCloseTo(6_250, 9);
    expect(of('c', 'concentration')?.parts.map(({ value }) => value)).toEqual([5_625, 625]);
    expect(of('c', 'lockIn')).toMatchObject({
      value: 0.5625,
      operation: 'product',
      facts: [{ id: 'exitReadiness', value: 0.25 }],
      parts: [{ value: 0.75, vendor: 'p' }, { value: 0.75 }],
    });
    expect(of('c', 'locked')).toMatchObject({ value: 2_250, parts: [{ value: 4_000 }, { value: 0.5625 }] });
    expect(of(null, 'held')?.value).toBeCloseTo(0.35 * 4_000, 9);
    for (const id of ['c', null])
      expect(of(id, 'largestShare')).toMatchObject({
        ...{ value: 0.75, operation: 'ratio' },
        parts: [{ value: 3_000, vendor: 'p' }, { value: 4_000 }],
      });
    expect(of(null, 'concentration')?.value).toBeCloseTo(6_250, 9);
    expect(of(null, 'gap')).toBeNull();
    expect(of('c', 'held')).toBeNull();
    // A readiness that nobody knows is none to count on, and is said to be unknown.
    expect(resting(null)('c', 'lockIn')).toMatchObject({
      value: 0.75,
      facts: [{ id: 'exitReadiness', value: null }],
      parts: [{ value: 0.75 }, { value: 1 }],
    });
    expect(receipt('c', 'lockIn')).toMatchObject({ value: 0, facts: [], operation: 'given', parts: [] });
    expect(receipt('c', 'largestShare')).toMatchObject({ value: 0, operation: 'given', parts: [] });
    expect(elementReceipt(records, analysis, null, 'held')).toBeNull();
    // A quarter of the money is within the limit: nothing is held beyond it.
    expect(resting(0.25, 'b')(null, 'largestShare')?.value).toBe(0.25);
    expect(resting(0.25, 'b')(null, 'held')).toBeNull();
  });

  it('money spent more than once adds up from the groups behind the first', () => {
    const { value, parts } = receipt('d', 'redundant');
    expect(value).toBeGreaterThan(0);
    expect(parts).toHaveLength(1);
    const [part] = parts;
    if (part?.kind !== 'repeated') throw new Error('not the part of an overlap');
    expect([part.initiative, part.lead, part.whole]).toEqual(['b', 'a', 2_000]);
    expect(part.value).toBeCloseTo(part.kappa * part.whole, 9);
    expect(part.value).toBeCloseTo(value!, 9);
    expect(receipt('c', 'redundant')).toMatchObject({ value: 0, parts: [] });
  });

  it('nothing where nothing of that id is needed', () => {
    expect(elementReceipt(records, analysis, 'gone', 'need')).toBeNull();
  });
});
