/** When each mode wins: the bridge of MODEL.md 4.6, the U-curve of 4.7 and the indifference points. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadence, cadenceCost, cadenceTerms, optimalCadence } from '../../../shared/model/cadence.ts';
import { compare } from '../../../shared/model/compare.ts';
import { prepare } from '../../../shared/model/evaluate.ts';
import { indifference } from '../../../shared/model/indifference.ts';
import { tornado } from '../../../shared/model/tornado.ts';
import type { ModelInitiative, ModelParameterOverrides } from '../../../shared/model/types.ts';
import { example } from './examples.ts';
import { NO_LOSSES, SEED, wildInitiative, withParams } from './wildInitiative.ts';

const e2 = example('E2-typical_compare');
const e3 = example('E3-regulatory_compare');
const e7 = example('E7-cadence_compare');

function phasesWith(initiative: ModelInitiative, change: object): ModelInitiative {
  return { ...initiative, phases: initiative.phases!.map((phase) => ({ ...phase, ...change })) };
}

describe('bridge of E2: the modes become equal when their differences go', () => {
  const same = phasesWith(e2, { carry_over: 1 });
  const dedicated = phasesWith(same, { parallel: 1 });
  const steps: readonly (readonly [string, ModelInitiative, ModelParameterOverrides, number, number])[] = [
    ['as given', e2, {}, 492594, 1248883],
    ['same people in all phases', same, {}, 714307, 1141172],
    ['nobody shared', dedicated, {}, 732956, 1076501],
    ['value only when all is done', dedicated, { mlp_share: 1 }, 732956, 698469],
    ['no follow-up changes', dedicated, { mlp_share: 1, cr_per_year: 0 }, 879260, 698469],
    ['team dissolved at the end', dedicated, { mlp_share: 1, cr_per_year: 0, core_share: 0 }, 879260, 900406],
  ];

  it.each(steps)('%s', (_, initiative, change, project, product) => {
    const result = compare(withParams(initiative, change));
    expect(Math.round(result.project.net)).toBe(project);
    expect(Math.round(result.product.net)).toBe(product);
  });
});

describe('indifference points', () => {
  it.each([
    ['E2 core_share', e2, 'core_share', 0, 1, 0.874, 4],
    ['E2 release_pd', e2, 'release_pd', 5, 100, 47.61, 2],
    ['E3 core_share', e3, 'core_share', 0, 1, 0.0524, 4],
    ['E3 cr_per_year', e3, 'cr_per_year', 0, 20, 7, 2],
  ] as const)('%s', (_, initiative, param, lo, hi, wanted, digits) => {
    const found = indifference(initiative, { param, lo, hi })!;
    expect(found).toBeCloseTo(wanted, digits);
    // The effort scale stays that of the plan, so the other side of the point has another winner.
    const step = (hi - lo) / 1000;
    const around = (x: number): number => tornadoDelta(initiative, param, x);
    expect(Math.sign(around(found - step))).toBe(-Math.sign(around(found + step)));
  });

  it('is an end at which the modes are equal, whichever mode wins at the other', () => {
    const plain: ModelInitiative = {
      id: 'plain',
      mode: 'project',
      phases: [{ kind: 'build', months: 4, people: 5, rate: 500 }],
      params: NO_LOSSES,
    };
    expect(compare(plain).delta.net).toBe(0);
    expect(indifference(plain, { param: 'release_pd', lo: 0, hi: 10 })).toBe(0);
    expect(indifference(plain, { param: 'release_pd', lo: 10, hi: 0 })).toBe(0);
  });

  it('has none where the same mode wins at both ends', () => {
    expect(indifference(e2, { param: 'core_share', lo: 0, hi: 0.5 })).toBeNull();
  });

  it.each([
    ['guess', 0, 1, 'indifference.param'],
    ['horizon_months', 6, 36, 'indifference.param'],
    ['gate_enabled', 0, 1, 'indifference.param'],
    ['core_share', Number.NaN, 1, 'indifference.lo'],
    ['core_share', 0, 1.5, 'indifference.hi'],
    // No period would ever end, and a thousand million changes a year would not either.
    ['cadence_months', 0, 12, 'indifference.lo'],
    ['cr_per_year', 0, 1e9, 'indifference.hi'],
  ])('refuses %s from %d to %d and names %s', (param, lo, hi, named) => {
    const options = { param, lo, hi } as Parameters<typeof indifference>[1];
    expect(() => indifference(e2, options)).toThrow(RangeError);
    expect(() => indifference(e2, options)).toThrow(named);
  });
});

/** Delta net with one parameter overridden after the effort scale was found, as an override must be. */
function tornadoDelta(initiative: ModelInitiative, param: keyof ModelParameterOverrides, x: number): number {
  const f = prepare(initiative).effort.scale;
  const net = withParams(initiative, { effort_basis: 'net', effort_factor: f, [param]: x });
  return compare(net).delta.net;
}

describe('an override does not touch the effort scale', () => {
  it('gives the tornado of E2 again when f is put in by hand', () => {
    for (const row of tornado(e2).rows) {
      expect(tornadoDelta(e2, row.param, row.low)).toBeCloseTo(row.delta_net_low, 5);
      expect(tornadoDelta(e2, row.param, row.high)).toBeCloseTo(row.delta_net_high, 5);
    }
  });

  it('has all 17 parameters, the widest first', () => {
    const { rows } = tornado(e3);
    expect(new Set(rows.map((r) => r.param)).size).toBe(17);
    expect(rows.map((r) => r.swing)).toEqual(rows.map((r) => r.swing).sort((a, b) => b - a));
    expect(rows.find((r) => r.param === 'core_share')!.flips).toBe(true);
  });

  it('names those that change nothing by the alphabet', () => {
    // One team that stays together and releases once, without value and without changes.
    expect(tornado(e3).rows.flatMap(({ param, swing }) => (swing === 0 ? [param] : []))).toEqual([
      'cr_new_team_share',
      'extra_share',
      'feedback_prune',
      'forget_rate',
      'handoff_cost_share',
      'handoff_retention',
      'queue_util',
      'switch_scale',
      'value_front',
    ]);
  });
});

describe('U-curve of the cadence', () => {
  /** 4 people at half time are 42 pd a month: 10 months for 420 pd. */
  const team: ModelInitiative = {
    id: 'team',
    mode: 'product',
    product: { people: 4, allocation: 0.5, rate: 600, scope_pd: 420 },
    value: { per_month: 10_000 },
    params: {
      value_realisation: 0.8,
      release_pd: 5,
      churn_monthly: 0.01,
      wacc_annual: 0.12,
      cadence_months: 2,
    },
  };

  it('has the terms of MODEL.md 2.7', () => {
    const { transaction_cost, holding_cost_rate, cost_per_month_at_current } = cadence(team, undefined, []);
    // 5 x (600 + 8000 / (2 x 42)); 8000 / 10 + 42 x 600 x (0.01 + 0.12 / 12)
    expect(transaction_cost).toBeCloseTo(3476.190476, 6);
    expect(holding_cost_rate).toBeCloseTo(800 + 504, 9);
    expect(cost_per_month_at_current).toBeCloseTo(3476.190476 / 2 + 1304, 6);
  });

  it('has no optimum where holding work costs nothing', () => {
    const idle = { ...withParams(team, { churn_monthly: 0, wacc_annual: 0 }), value: {} };
    const { optimal_cadence_months, cost_per_month_at_optimum } = cadence(idle, undefined, []);
    expect([optimal_cadence_months, cost_per_month_at_optimum]).toEqual([null, null]);
  });

  it('costs nothing at an optimum of no time where a release costs nothing', () => {
    const { optimal_cadence_months, cost_per_month_at_optimum } = cadence(
      withParams(team, { release_pd: 0 }),
      undefined,
      [],
    );
    expect([optimal_cadence_months, cost_per_month_at_optimum]).toEqual([0, 0]);
  });

  it('falls before c* and rises after it', () => {
    fc.assert(
      fc.property(wildInitiative, fc.double({ min: 1.01, max: 10, noNaN: true }), (i, away) => {
        const { compiled } = prepare(i);
        const terms = cadenceTerms(compiled, compiled.params);
        const best = optimalCadence(terms);
        fc.pre(best !== null && best > 1e-6 && best < 1e6 && terms.transactionCost > 1e-6);
        const at = (x: number): number => cadenceCost(terms, x);
        expect(at(best! / away)).toBeGreaterThan(at(best!));
        expect(at(best! * away)).toBeGreaterThan(at(best!));
        expect(at(best! / (away * 2))).toBeGreaterThan(at(best! / away));
        expect(at(best! * away * 2)).toBeGreaterThan(at(best! * away));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('has the shape the simulation has', () => {
    const cadences = [0.25, 0.5, 1, 1.6, 1.8, 2, 3, 6, 12];
    const wanted = [-494967, -198716, -99003, -77048, -76109, -76550, -89191, -156339, -308291];
    const { simulated_net, optimal_cadence_months } = cadence(e7, undefined, cadences);
    const nets = cadences.map((c) => simulated_net[Number.isInteger(c) ? c.toFixed(1) : String(c)]!);
    expect(nets.map(Math.round)).toEqual(wanted);
    const best = cadences[nets.indexOf(Math.max(...nets))]!;
    expect(Math.abs(best - optimal_cadence_months!)).toBeLessThan(0.25);
  });
});
