import { describe, expect, it } from 'vitest';
import { explain } from '../../../shared/model/receipts.ts';
import type { Receipt } from '../../../shared/model/receiptTypes.ts';
import type { ModelInitiative } from '../../../shared/model/types.ts';

/** Two phases, of which the second waits two months, and follow-up changes that are worth something. */
const plan: ModelInitiative = {
  id: 'plan',
  mode: 'project',
  phases: [
    { name: 'Design', kind: 'design', months: 2, people: 2, rate: 500 },
    { name: 'Build', kind: 'build', months: 4, people: 5, rate: 700, wait_months: 2 },
  ],
  value: { per_month: 60_000 },
  params: { horizon_months: 24, gate_enabled: false, cr_value_month: 300, cadence_months: 2 },
};
const { receipts, result } = explain(plan);
const of = (figure: string): Receipt => receipts.get(figure)!;
const named = (figure: string): readonly (readonly (string | number | undefined)[])[] =>
  of(figure).parts.map(({ label, of: { index, id } }) =>
    id === undefined ? [label, index] : [label, index, id],
  );
const upTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('each part says what it is of', () => {
  it('waits and months of the phases, one after the other', () => {
    expect(named('project.t_complete')).toEqual([
      ['wait', 0, 'Design'],
      ['months', 0, 'Design'],
      ['wait', 1, 'Build'],
      ['months', 1, 'Build'],
    ]);
    expect(named('project.wait_months')).toEqual([
      ['wait', 0, 'Design'],
      ['wait', 1, 'Build'],
    ]);
    expect(of('project.wait_months').parts[1]!.value).toBe(2);
  });

  it('money that is committed: of each phase, or so many tranches of so much', () => {
    expect(named('project.committed_at_risk')).toEqual([
      ['phase', 0, 'Design'],
      ['phase', 1, 'Build'],
    ]);
    const { operation, parts, value } = of('product.committed_at_risk');
    expect(operation).toBe('product');
    expect(parts.map(({ label }) => label)).toEqual(['tranches', 'tranche_money']);
    expect(parts[0]!.value * parts[1]!.value).toBe(value);
  });

  it('releases and changes by their number, and no change that brings nothing', () => {
    const parts = of('product.value').parts.filter(({ label }) => label === 'release');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ of: part }) => part.index)).toEqual(upTo(0, parts.length - 1));
    const changes = of('product.value').parts.filter(({ label }) => label === 'change');
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every(({ value }) => value !== 0)).toBe(true);
    const points = of('product.feedback_points');
    expect(points.parts.map(({ of: part }) => part.index)).toEqual(upTo(0, points.value! - 1));
  });

  it('months from the first that counts to the horizon', () => {
    const months = (figure: string) => of(figure).parts.map(({ of: part }) => part.index);
    expect(months('project.npv')).toEqual(upTo(1, 24));
    expect(months('project.peak_exposure')).toEqual(upTo(0, 24));
    expect(of('project.peak_exposure').operation).toBe('max');
  });

  it('the month before the money comes back, and the part of the next', () => {
    const { value, parts } = of('product.break_even_month');
    const [whole, inside] = parts;
    expect(whole).toMatchObject({
      label: 'month',
      value: Math.floor(value!),
      of: { index: Math.floor(value!) },
    });
    expect(inside).toMatchObject({ label: 'inside_month', of: { index: Math.floor(value!) + 1 } });
    expect(inside!.value).toBeCloseTo(value! - Math.floor(value!), 9);
  });

  it('both terms of a ratio, the one that is divided first', () => {
    const terms = (figure: string) => of(figure).parts.map(({ label }) => label);
    expect(terms('product.flow_efficiency')).toEqual(['touch_months', 'lead_months']);
    expect(terms('product.feedback_age_months')).toEqual(['work_waiting', 'work']);
    expect(terms('product.cost_of_delay.cd3')).toEqual(['cost_of_delay_per_month', 'duration_months']);
    expect(of('product.cost_of_delay.cd3').parts[1]!.value).toBe(
      result.cost_of_delay.product.duration_months,
    );
  });
});
