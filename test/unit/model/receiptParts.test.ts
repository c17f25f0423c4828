import { describe, expect, it } from 'vitest';
import { explain } from '../../../shared/model/receipts.ts';
import type { Receipt } from '../../../shared/model/receiptTypes.ts';
import type { ModelInitiative, ModelParameterOverrides } from '../../../shared/model/types.ts';
import { NO_LOSSES } from './wildInitiative.ts';

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

describe('parts that can be worked out on paper (MODEL.md 2.4 to 2.7)', () => {
  /** 5 people for 4 months of 21 days at 500: 52,500 a month, and a release at month 4. */
  const built: ModelInitiative = {
    id: 'built',
    mode: 'project',
    phases: [{ kind: 'build', months: 4, people: 5, rate: 500 }],
    value: { per_month: 10_000 },
    params: { ...NO_LOSSES, horizon_months: 12 },
  };
  const withParams = (params: ModelParameterOverrides): ModelInitiative => ({
    ...built,
    params: { ...built.params, ...params },
  });
  const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
  const partsOf = (initiative: ModelInitiative, figure: string) => {
    const { operation, parts } = explain(initiative).receipts.get(figure)!;
    return [operation, ...parts.map(({ label, value, of: { index } }) => [label, rounded(value), index])];
  };

  it('what releases and changes earn, less the penalty, and no change that starts at the horizon', () => {
    // Changes come at 4 + 12 k / 3, so at 8 and 12, and wait for a month; each earns 300 a month from then on.
    const changing = {
      ...withParams({ horizon_months: 13, cr_per_year: 3, cr_value_month: 300, cr_new_team_share: 0.5 }),
      value: { per_month: 10_000, deadline_month: 3, penalty_per_month: 2000 },
    };
    expect(partsOf(changing, 'project.value')).toEqual([
      'sum',
      ['release', 90_000, 0],
      ['penalty', -2000, undefined],
      ['change', 1200, 0],
    ]);
  });

  it('break-even at the end of a month is all of that month', () => {
    const even = { ...built, value: { per_month: 52_500 } };
    expect(partsOf(even, 'project.break_even_month')).toEqual([
      'sum',
      ['month', 7, 7],
      ['inside_month', 1, 8],
    ]);
  });

  it('money at risk is what is paid before the release, without what is paid at it', () => {
    const handed = withParams({ handover_pd: 10 });
    expect(partsOf(handed, 'project.cost')).toEqual(['sum', ['phase', 210_000, 0], ['handover', 5000, 0]]);
    expect(partsOf(handed, 'project.money_at_risk')).toEqual(['sum', ['phase', 210_000, 0]]);
  });

  it('a ratio divides by less than one too, and by nothing not at all', () => {
    const quick = { ...built, phases: [{ ...built.phases![0]!, months: 0.5 }] };
    expect(partsOf(quick, 'project.flow_efficiency')).toEqual([
      'ratio',
      ['touch_months', 0.5, undefined],
      ['lead_months', 0.5, undefined],
    ]);
    const late = { ...built, start_wait_months: 20 };
    expect(partsOf(late, 'product.flow_efficiency')).toEqual(['given']);
    expect(partsOf(late, 'product.feedback_age_months')).toEqual(['given']);
  });

  it('waits are those of the phases that were carried out, and of a team those for its start and for others', () => {
    const waiting: ModelInitiative = {
      ...withParams({ gate_enabled: true }),
      start_wait_months: 2,
      phases: [built.phases![0]!, { ...built.phases![0]!, wait_months: 1.5 }],
    };
    // Before the second phase it is worth less than that costs, so that it never waits for it.
    expect(partsOf(waiting, 'project.wait_months')).toEqual(['sum', ['wait', 2, 0]]);
    expect(partsOf(waiting, 'project.t_complete')).toEqual(['given']);
    const mandatory = { ...waiting, params: { ...waiting.params, mandatory: true } };
    expect(partsOf(mandatory, 'project.t_complete')).toEqual([
      'sum',
      ['wait', 2, 0],
      ['months', 4, 0],
      ['wait', 1.5, 1],
      ['months', 4, 1],
    ]);
    // A queue of one month (MODEL.md 4.0), for the half of the work that depends on others.
    const depending = { ...waiting, params: { ...waiting.params, queue_util: 0.8, dependency_share: 0.5 } };
    expect(partsOf(depending, 'product.wait_months')).toEqual([
      'sum',
      ['start_wait', 2, undefined],
      ['dependency_wait', 0.5, undefined],
    ]);
  });
});
