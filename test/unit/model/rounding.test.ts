/** The last bit of a sum must not decide whether work goes on, or who is ahead. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../../shared/model/compare.ts';
import { prepare } from '../../../shared/model/evaluate.ts';
import { indifference } from '../../../shared/model/indifference.ts';
import { scopeFigures } from '../../../shared/model/scope.ts';
import { monteCarlo } from '../../../shared/model/simulate.ts';
import { tornado } from '../../../shared/model/tornado.ts';
import { trace } from '../../../shared/model/trace.ts';
import type { ModelInitiative, ModelScopeItem } from '../../../shared/model/types.ts';

describe('scope items whose shares of value add to a bit more than their sum', () => {
  const scope_items: readonly ModelScopeItem[] = [
    { id: 'd', pd: 20, value_share: 0 },
    { id: 'c', pd: 50, value_share: 0.1 },
    { id: 'e', pd: 10, value_share: 0.1 },
    { id: 'b', pd: 5.464859427698123, value_share: 0.5 },
    { id: 'a', pd: 10, value_share: 1 },
    { id: 'f', pd: 1, useful: false },
  ];

  it('do not reach more than all value', () => {
    // In the order of value the sum is 1.7000000000000002, in the order of the list 1.7.
    expect(scopeFigures(scope_items, 1000)!.order.map((entry) => entry.cum_value)).toEqual([
      expect.closeTo(0.5882, 4),
      expect.closeTo(0.8824, 4),
      expect.closeTo(0.9412, 4),
      1,
      1,
    ]);
  });

  it('do not stop a team that costs nothing', () => {
    const { product } = compare({
      id: 'free',
      name: 'Free',
      mode: 'product',
      product: { people: 4, rate: 0, scope_pd: 1200 },
      value: { per_month: 1_000_000 },
      scope_items,
    });
    expect(product.stopped_at).toBeNull();
    expect(product.t_complete).toBeGreaterThan(12);
  });
});

it('a team that has built everything has nothing left that a gate could stop', () => {
  const initiative: ModelInitiative = {
    id: 'built',
    name: 'Built, but no period has room for the release',
    mode: 'project',
    phases: [
      {
        kind: 'build',
        months: 1.2510462649199978,
        people: 1,
        rate: 500,
        parallel: 4.703781030371913,
        wait_months: 0.918774690387677,
      },
      { kind: 'release', months: 2, people: 6, rate: 0, allocation: 0.01 },
    ],
    value: { per_month: 6766.1305700607245, end_month: 1 },
    params: { turnover_annual: 0.6, handover_pd: 0 },
  };
  const { detail } = trace(initiative).product;
  expect(detail.at(-1)).toMatchObject({ net: 0, release: false, t1: 36 });
  expect(compare(initiative).product.stopped_at).toBeNull();
});

it('the effort scale is found to ten digits where a release leaves no time for anything else', () => {
  // In month 11 all 60 f pd lie unreleased: 0.01 of them a month and the release of 5 pd must fit what is available.
  const { effort } = prepare({
    id: 'slow',
    mode: 'product',
    product: { people: 0.5, allocation: 0.5, rate: 600, scope_pd: 60 },
  });
  const rampUp = 0.5 * 21 * 0.8 * 0.5 * (Math.exp(-5) - Math.exp(-5.5));
  const turnover = 0.5 * 0.5 * 0.01 * 0.5 * 21;
  const available = 0.5 * 0.5 * 21 - rampUp - turnover;
  expect(effort.scale).toBeCloseTo((available - 5) / (0.01 * 60), 10);
});

describe('modes that only spend the same until the horizon', () => {
  /** Far from any release: both cost what the team costs in six months, added up in another order. */
  const endless: ModelInitiative = {
    id: 'endless',
    mode: 'product',
    product: { people: 0.967295028319755, rate: 700, scope_pd: 4000, parallel: 1.7 },
    value: { per_month: 1000 },
    params: { horizon_months: 6, gate_enabled: false },
  };

  it('are a tie', () => {
    expect(compare(endless)).toMatchObject({ winner: 'tie', delta: { net: expect.closeTo(0, 6) } });
  });

  it('are ahead of each other in no draw', () => {
    const { delta } = monteCarlo(endless, { iterations: 50, seed: 0 })!;
    expect(delta.net.p90 - delta.net.p10).toBeLessThan(1e-6);
    expect(delta.p_product_better).toBe(0);
  });

  it('are told apart by no parameter', () => {
    const { rows } = tornado(endless);
    expect(rows.filter(({ flips, swing }) => flips || swing !== 0)).toEqual([]);
    expect(indifference(endless, { param: 'core_share', lo: 0, hi: 1 })).toBe(0);
    expect(indifference(endless, { param: 'release_pd', lo: 5, hi: 100 })).toBe(5);
  });
});
