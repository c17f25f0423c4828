/** The periods of a product team (MODEL.md 2.6), one loss at a time, worked out on paper. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../../shared/model/compare.ts';
import { trace } from '../../../shared/model/trace.ts';
import type { ModelInitiative, ModelParameterOverrides, ModelProduct } from '../../../shared/model/types.ts';
import { NO_LOSSES } from './wildInitiative.ts';

/** 4 people at half time: 42 pd a month, 2 months for 84 pd. */
const halfTime: ModelProduct = { people: 4, allocation: 0.5, rate: 500, scope_pd: 84 };
const team = (product: Partial<ModelProduct>, params: ModelParameterOverrides): ModelInitiative => ({
  id: 'team',
  mode: 'product',
  product: { ...halfTime, ...product },
  value: { per_month: 10_000 },
  params: { ...NO_LOSSES, horizon_months: 12, ...params },
});

it('a release waits for others as long as the share of work that depends on them', () => {
  // A queue of MODEL.md 4.0 is one month.
  const { product } = compare(team({ start_wait_months: 2 }, { queue_util: 0.8, dependency_share: 0.5 }));
  expect(product.releases.map(({ t }) => t)).toEqual([expect.closeTo(4.5, 9)]);
  expect(product.t_complete).toBeCloseTo(4.5, 9);
  expect(product.wait_months).toBeCloseTo(2.5, 9);
  expect(product.waste.delays.economic).toBeCloseTo(25_000, 6);
});

it('switching takes its share of the time, which is not there for work', () => {
  // 0.17 of 42 pd with two initiatives at once leaves 34.86 pd a month.
  const { product } = compare(team({ parallel: 2, scope_pd: 2.5 * 34.86 }, { switch_scale: 1 }));
  expect(product.t_complete).toBeCloseTo(2.5, 9);
  expect(product.waste.task_switching.pd).toBeCloseTo(2.5 * 7.14, 9);
  expect(product.booked_pd).toBeCloseTo(2.5 * 42, 9);
});

describe('relearning', () => {
  const learning = { familiarity_start: 0, ramp_start: 0.5, ramp_months: 1 };
  const relearnt = (product: Partial<ModelProduct>, params: ModelParameterOverrides) =>
    trace(team({ scope_pd: 420, ...product }, { ...learning, ...params })).product.detail.map(
      (d) => d.relearn,
    );

  it('is the ramp of all people over their time on the team, which starts when the team does', () => {
    // 4 people x 21 days x 0.5 lost x 1 month, of which e^(-0.5 t) is left after t months at half time.
    const wanted = [42 * (1 - Math.exp(-0.5)), 42 * (Math.exp(-0.5) - Math.exp(-1))];
    for (const start_wait_months of [0, 3]) {
      const [first, second] = relearnt({ start_wait_months }, {});
      expect(first).toBeCloseTo(wanted[0]!, 9);
      expect(second).toBeCloseTo(wanted[1]!, 9);
    }
  });

  it('is less for those who know the work, and more for each who comes anew', () => {
    const [known] = relearnt({ familiarity: 0.75 }, {});
    expect(known).toBeCloseTo(0.25 * 42 * (1 - Math.exp(-0.5)), 9);
    // 2 FTE x 0.6 / 12 leave in a month, and each who follows loses 0.5 x 21 pd.
    const [changing] = relearnt({ familiarity: 1 }, { turnover_annual: 0.6 });
    expect(changing).toBeCloseTo(1.05, 9);
  });
});

describe('a gate', () => {
  /**
   * 105 pd a month. The first release leaves 45 pd; then 50 pd of running leave 55, of which no release of 60 can be
   * paid. At month 3 there are 265 pd left, which cost far more than they are worth.
   */
  const stalled = (params: ModelParameterOverrides) =>
    compare({
      ...team(
        { people: 5, allocation: 1, scope_pd: 420 },
        {
          release_pd: 60,
          run_pd_month: 50,
          mlp_share: 0.1,
          gate_enabled: true,
          tranche_months: 3,
          ...params,
        },
      ),
      value: { per_month: 10 },
    }).product;

  it('stops the work, and what was not released is partially done', () => {
    const product = stalled({});
    expect(product).toMatchObject({ stopped_at: 3, t_complete: null });
    expect(product.releases.map(({ t }) => t)).toEqual([1]);
    expect(product.useful_pd.useful).toBeCloseTo(45, 9);
    expect(product.waste.partially_done.pd).toBeCloseTo(2 * 55, 9);
    expect(product.waste.release_overhead.pd).toBeCloseTo(60, 9);
    expect(product.useful_pd.run).toBeCloseTo(11 * 50, 9);
    expect(product.booked_pd).toBeCloseTo(3 * 105 + 9 * 50, 9);
  });

  it('asks once feedback of the first release is in, at the end of a tranche', () => {
    expect(stalled({ feedback_lag_months: 2 }).stopped_at).toBe(3);
    expect(stalled({ feedback_lag_months: 2.1 }).stopped_at).toBe(6);
    expect(stalled({ tranche_months: 4 }).stopped_at).toBe(4);
  });

  it('stops no mandatory work', () => {
    expect(stalled({ mandatory: true }).stopped_at).toBeNull();
  });
});

describe('a release', () => {
  it('goes out in the period that reaches the smallest release exactly', () => {
    // 42 pd a month of 105: 0.4 of the scope after one month.
    const { product } = compare(team({ scope_pd: 105 }, { mlp_share: 0.4 }));
    expect(product.releases.map(({ t, scope_share }) => [t, scope_share])).toEqual([
      [1, expect.closeTo(0.4, 12)],
      [2, expect.closeTo(0.8, 12)],
      [2.5, 1],
    ]);
  });

  it('is not made of nothing: where it takes a whole month, work is built first', () => {
    const { product } = compare(team({ scope_pd: 105 }, { mlp_share: 0, release_pd: 42 }));
    expect(product.releases[0]).toEqual({
      t: 2,
      scope_share: expect.closeTo(0.4, 12),
      value_share: expect.any(Number),
    });
    expect(product.releases.every(({ value_share }) => value_share > 0)).toBe(true);
  });
});

it('work that lies unreleased takes at most the time that there is', () => {
  // 10.5 pd lie there after the first month, and 63 change in the next: more than the team has.
  const { product } = compare(team({ scope_pd: 1_000 }, { churn_monthly: 6 }));
  expect(product.booked_pd).toBeCloseTo(12 * 42, 9);
  expect(product.releases).toEqual([]);
});

it('the gate stops a team that keeps what runs and has no time left to build', () => {
  const { product } = compare(
    team({ scope_pd: 420 }, { mlp_share: 0.05, run_pd_month: 50, gate_enabled: true, tranche_months: 3 }),
  );
  expect(product.releases.map(({ t }) => t)).toEqual([1]);
  expect(product.stopped_at).toBe(3);
});
