/** Both modes of a plan (MODEL.md 2.1 and 2.3), with numbers that can be worked out on paper. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, compareOn } from '../../../shared/model/compare.ts';
import { evaluateProduct, evaluateProject, prepare } from '../../../shared/model/evaluate.ts';
import { DEFAULT_PARAMETERS, resolveParameters } from '../../../shared/model/parameters.ts';
import { trace } from '../../../shared/model/trace.ts';
import type { ModelInitiative, ModelParameterOverrides, ModelPhase } from '../../../shared/model/types.ts';
import { example } from './examples.ts';
import { NO_LOSSES, SEED, wildInitiative, withParams } from './wildInitiative.ts';

const build: ModelPhase = { kind: 'build', months: 4, people: 5, rate: 500 };
/** 4 months x 21 days x 5 people = 420 pd for 210,000; nothing is lost, so that both modes release at month 4. */
const plain: ModelInitiative = {
  id: 'plain',
  mode: 'project',
  phases: [build],
  value: { per_month: 10_000 },
  params: { ...NO_LOSSES, horizon_months: 12 },
};
/** 4 people at half time are 42 pd a month: 10 months for 420 pd. */
const team: ModelInitiative = {
  id: 'team',
  mode: 'product',
  product: { people: 4, allocation: 0.5, parallel: 2, rate: 600, scope_pd: 420 },
};
const compiled = (initiative: ModelInitiative) => prepare(initiative).compiled;

describe('which plan is declared', () => {
  const both = { ...plain, product: team.product! };

  it('is that of the mode where there are both', () => {
    expect(compiled(both)).toMatchObject({
      planned: 'project',
      product: { people: 5, scopePd: 420, rate: 500 },
    });
    const asTeam = compiled({ ...both, mode: 'product' });
    expect(asTeam).toMatchObject({ planned: 'product', product: { people: 4, allocation: 0.5, rate: 600 } });
    expect(asTeam.project.phases).toHaveLength(5);
  });

  it('is the one that is there, whatever the mode says', () => {
    expect(compiled({ ...plain, mode: 'product' }).planned).toBe('project');
    expect(compiled({ ...team, mode: 'project' }).planned).toBe('product');
    expect(compiled({ ...team, phases: [] }).planned).toBe('product');
  });
});

describe('a project', () => {
  it('takes what is absent as people of its own, all their time, without a recorded wait', () => {
    expect(compiled(plain).project.phases).toEqual([
      {
        kind: 'build',
        name: 'build',
        months: 4,
        people: 5,
        allocation: 1,
        parallel: 1,
        rate: 500,
        carryOver: 0,
        recordedWait: Number.NaN,
        effort: 420,
      },
    ]);
  });

  it('takes what is given', () => {
    const given = { name: 'Make it', allocation: 0.5, parallel: 2, carry_over: 0.3, wait_months: 1.5 };
    expect(compiled({ ...plain, phases: [{ ...build, ...given }] }).project.phases[0]).toMatchObject({
      name: 'Make it',
      allocation: 0.5,
      parallel: 2,
      carryOver: 0.3,
      recordedWait: 1.5,
      effort: 210,
    });
  });

  it('becomes a team of the same work, average FTE and rate', () => {
    const phases: ModelPhase[] = [
      { kind: 'analysis', months: 1, people: 10, rate: 500 },
      { kind: 'build', months: 3, people: 10, rate: 600, parallel: 3 },
      { kind: 'release', months: 1, people: 5, rate: 800 },
    ];
    // 210 + 630 + 105 pd in 5 months; all but the release is scope.
    const product = { people: 9, allocation: 1, scopePd: 840, rate: 600 };
    expect(compiled({ ...plain, phases })).toMatchObject({
      plannedMonths: 5,
      project: { effort: 945, rate: 600 },
      product: { ...product, parallel: 1, familiarity: Number.NaN },
    });
    // (210 + 3 x 630 + 105) / 945
    const held = compiled({ ...plain, phases, hold_parallel_equal: true }).product;
    expect(held).toMatchObject(product);
    expect(held.parallel).toBeCloseTo(7 / 3, 12);
  });

  it('waits before it starts, and between phases as long as was recorded', () => {
    const waiting = {
      ...plain,
      start_wait_months: 2,
      phases: [
        { ...build, months: 1 },
        { ...build, months: 3, wait_months: 1.5 },
      ],
    };
    const { project, product } = compare(waiting);
    expect([project.wait_months, project.t_complete]).toEqual([3.5, 7.5]);
    expect([product.wait_months, product.t_complete]).toEqual([2, 6]);
    expect(project.value).toBeCloseTo(45_000, 6);
    expect(project.waste.delays.economic).toBeCloseTo(35_000, 6);
  });
});

describe('a product team', () => {
  it('becomes five phases of its FTE with the shares of MODEL.md 2.3', () => {
    const { project, product, plannedMonths } = compiled(team);
    expect(product).toMatchObject({ people: 4, allocation: 0.5, parallel: 2, scopePd: 420 });
    expect(plannedMonths).toBe(10);
    expect(project.phases.map(({ kind, carryOver }) => [kind, carryOver])).toEqual([
      ['analysis', 0],
      ['design', 0.3],
      ['build', 0.3],
      ['test', 0.3],
      ['release', 0.3],
    ]);
    const months = [1.5, 2, 4.5, 2, 0.5];
    project.phases.forEach((phase, i) => {
      expect(phase).toMatchObject({ people: 2, allocation: 1, parallel: 2, rate: 600 });
      expect(phase.months).toBeCloseTo(months[i]!, 12);
    });
  });

  it('takes absent allocation and parallel work as all its time', () => {
    const { product } = compiled({ ...team, product: { people: 4, rate: 600, scope_pd: 420 } });
    expect(product).toMatchObject({ allocation: 1, parallel: 1, familiarity: Number.NaN });
    expect(compiled({ ...team, product: { ...team.product!, familiarity: 0.6 } }).product.familiarity).toBe(
      0.6,
    );
  });

  it('starts after its own wait, else after that of the initiative', () => {
    const startOf = (own: number | null, initiative: number | null) => {
      const product = { ...team.product!, start_wait_months: own };
      const { product: planned, project } = compiled({ ...team, product, start_wait_months: initiative });
      return [planned.startWait, project.startWait];
    };
    expect(startOf(2, 3)).toEqual([2, 2]);
    expect(startOf(0, 3)).toEqual([0, 0]);
    expect(startOf(null, 3)).toEqual([3, 3]);
    expect(startOf(null, null)).toEqual([0, 0]);
  });
});

describe('the effort scale', () => {
  it('does not know of gates, pruning, run work, changes, the horizon or the effort factor', () => {
    const drawn = fc.record({
      gate_enabled: fc.boolean(),
      mandatory: fc.boolean(),
      feedback_prune: fc.double({ min: 0, max: 1, noNaN: true }),
      run_pd_month: fc.double({ min: 0, max: 40, noNaN: true }),
      cr_per_year: fc.double({ min: 0, max: 30, noNaN: true }),
      horizon_months: fc.integer({ min: 1, max: 700 }),
      effort_factor: fc.double({ min: 0.3, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(wildInitiative, drawn, (i, change) => {
        const gross = withParams(i, { effort_basis: 'gross' });
        expect(prepare(withParams(gross, change)).effort).toEqual(prepare(gross).effort);
        expect(prepare(withParams(i, { effort_basis: 'net' })).effort).toEqual({ scale: 1, warning: false });
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe('value', () => {
  const earnedWith = (value: object) => {
    const { project, product } = compare({ ...plain, value: { per_month: 10_000, ...value } });
    return [project.value, product.value].map((x) => Math.round(x * 1e6) / 1e6);
  };

  it('is earned from the release to the horizon, or to its end', () => {
    expect(earnedWith({})).toEqual([80_000, 80_000]);
    expect(earnedWith({ end_month: 10 })).toEqual([60_000, 60_000]);
    expect(earnedWith({ end_month: 4 })).toEqual([0, 0]);
  });

  it('loses the penalty for each month past the deadline', () => {
    expect(earnedWith({ deadline_month: 3, penalty_per_month: 2000 })).toEqual([78_000, 78_000]);
    expect(earnedWith({ deadline_month: 4, penalty_per_month: 2000 })).toEqual([80_000, 80_000]);
    expect(earnedWith({ deadline_month: 3 })).toEqual([80_000, 80_000]);
  });
});

it('a month of delay costs its value, and a month of penalty after the deadline', () => {
  const delayed = (value: object) =>
    compare({ ...plain, value: { per_month: 10_000, ...value } }).cost_of_delay.project;
  expect(delayed({}).cost_of_delay_per_month).toBeCloseTo(10_000, 6);
  const late = delayed({ deadline_month: 3, penalty_per_month: 2000 });
  expect(late.cost_of_delay_per_month).toBeCloseTo(12_000, 6);
  expect(late).toMatchObject({ duration_months: 4, cd3: expect.closeTo(3000, 6) });
  expect(delayed({ deadline_month: 4.5, penalty_per_month: 2000 }).cost_of_delay_per_month).toBeCloseTo(
    11_000,
    6,
  );
});

describe('figures at the edges of the horizon', () => {
  const month = 52_500; // of five people at 500 a day
  const figures = (change: object, value: object = { per_month: 10_000 }) =>
    compare({ ...withParams(plain, change), value });

  it('a release on the last day counts, though it has earned nothing', () => {
    for (const result of [figures({ horizon_months: 4 }).project, figures({ horizon_months: 4 }).product]) {
      expect(result).toMatchObject({ time_to_first_value: 4, value: 0, cost: 4 * month });
      expect(result.money_at_risk).toBeCloseTo(4 * month, 3);
    }
    expect(figures({ horizon_months: 3 }).project).toMatchObject({
      time_to_first_value: null,
      cost: 3 * month,
    });
  });

  it('a release is feedback when it comes the lag before the horizon, or earlier', () => {
    const points = (feedback_lag_months: number) =>
      figures({ horizon_months: 6, feedback_lag_months }).project.feedback_points;
    expect([0, 2, 2.001].map(points)).toEqual([1, 1, 0]);
  });

  it('breaks even at the month in which value has come up to cost', () => {
    expect(figures({}, { per_month: month }).project.break_even_month).toBe(8);
  });

  it('is exposed to no money where value has passed cost by the end of the first month', () => {
    // At month 1 half a month's cost stands against half a month of twice its value.
    const quick = { ...plain, phases: [{ ...build, months: 0.5 }], value: { per_month: 2 * month } };
    expect(compare(quick).project.peak_exposure).toBe(0);
  });

  it('work for nothing is never below zero, and so never comes up from there', () => {
    const free = { ...plain, phases: [{ ...build, months: 0.5, rate: 0 }] };
    for (const result of [compare(free).project, compare(free).product]) {
      expect(result).toMatchObject({ break_even_month: null, peak_exposure: 0 });
    }
  });

  it('promises whole tranches from the start of the team to its first release', () => {
    const product = (start_wait_months: number) =>
      compare({ ...plain, start_wait_months, params: { ...plain.params, tranche_months: 3 } }).product;
    expect(product(0).committed_at_risk).toBeCloseTo(2 * 3 * month, 6);
    expect(product(2).committed_at_risk).toBeCloseTo(2 * 3 * month, 6);
    // Of the four months only the two before the horizon, and of a team that starts after it none.
    expect(product(10).committed_at_risk).toBeCloseTo(3 * month, 6);
    expect(product(20)).toMatchObject({ committed_at_risk: 0, feedback_age_months: 0, flow_efficiency: 0 });
  });

  it('a team knows what it knew until it starts', () => {
    const waiting = withParams(
      { ...plain, start_wait_months: 2 },
      { familiarity_start: 0.3, turnover_annual: 0.6 },
    );
    const { K } = compare(waiting).product.curves;
    for (const k of K.slice(0, 3)) expect(k).toBeCloseTo(0.3, 12);
    expect(K[3]).toBeGreaterThan(0.3);
  });
});

it('a workbench gives the same figures again, whatever ran on it in between', () => {
  const bench = prepare(example('E2-typical_compare'));
  const first = compareOn(bench);
  const { params } = bench.compiled;
  evaluateProject(bench, { ...params, horizon_months: 12 });
  evaluateProduct(bench, { ...params, cr_per_year: 12 });
  expect(compareOn(bench)).toEqual(first);
});

it('parameters that are absent, null or unknown leave the defaults', () => {
  const absent = {
    turnover_annual: null,
    core_share: undefined,
    colour: 'red',
  } as unknown as ModelParameterOverrides;
  expect(resolveParameters(absent, absent)).toEqual(DEFAULT_PARAMETERS);
});

describe('the winner', () => {
  // Both nets are -210,000, so that up to 0.00021 between them is rounding. A release of x pd costs 500 x more.
  const winnerWith = (release_pd: number) =>
    compare(withParams({ ...plain, value: {} }, { release_pd })).winner;

  it('is none up to a billionth of the larger net', () => {
    expect(winnerWith(0)).toBe('tie');
    expect(winnerWith(4e-7)).toBe('tie');
    expect(winnerWith(4.4e-7)).toBe('project');
  });

  it('is the mode with the larger net', () => {
    expect(compare(withParams(plain, { handover_pd: 1 })).winner).toBe('product');
  });
});

describe('a team that stays', () => {
  /** 84 pd by 42 pd a month: built at month 2, ten months before the horizon. */
  const small = { ...team, product: { ...team.product!, parallel: 1, scope_pd: 84 } };
  const staying = (change: ModelParameterOverrides) =>
    withParams(small, { ...plain.params, learn_rate: 0.4, familiarity_start: 1, forget_rate: 0, ...change });
  const lastSegment = (initiative: ModelInitiative) => trace(initiative).product.k_segments.at(-1)!;

  it('keeps its core, and pays for what of it nobody needs', () => {
    const half = staying({ core_share: 0.5, run_pd_month: 5, shrink_loss: 0.2 });
    const { product } = compare(half);
    expect(product.t_complete).toBeCloseTo(2, 9);
    expect(product.useful_pd.run).toBeCloseTo(10 * 5, 9);
    expect(product.waste.idle_capacity.pd).toBeCloseTo(10 * (21 - 5), 9);
    // Half of the team leaves, and a fifth of that half's knowledge with it; 5 of 21 days are work that teaches.
    const [from, to, k, a, b] = lastSegment(half);
    expect([from, to]).toEqual([expect.closeTo(2, 9), 12]);
    expect(k).toBeCloseTo(1 - 0.2 * 0.5, 9);
    expect(a).toBeCloseTo((0.4 * 5) / 21, 12);
    expect(b).toBeCloseTo((0.4 * 5) / 21, 12);
  });

  it('is as large as its work where that is more than the team was, and gains no knowledge by it', () => {
    const busy = staying({ core_share: 0.5, run_pd_month: 60, shrink_loss: 0.2 });
    const { product } = compare(busy);
    expect(product.useful_pd.run).toBeCloseTo(10 * 60, 9);
    expect(product.waste.idle_capacity.pd).toBe(0);
    const [, , k, a] = lastSegment(busy);
    expect([k, a]).toEqual([expect.closeTo(1, 9), 0.4]);
  });

  it('without a core or work is nobody, who forgets', () => {
    const [, , k, a, b] = lastSegment(staying({ core_share: 0, shrink_loss: 0.2, forget_rate: 0.05 }));
    expect(k).toBeLessThan(1);
    expect([a, b]).toEqual([0, 0.05]);
  });
});

describe('follow-up changes', () => {
  /** Everybody knows everything and nothing is forgotten; 12 / 3 = 4 months between changes. */
  const changing = withParams(plain, {
    horizon_months: 16,
    familiarity_start: 1,
    forget_rate: 0,
    handover_carry_over: 1,
    cr_per_year: 3,
    cr_pd: 20,
    cr_relearn: 1.4,
    cr_value_month: 300,
    cr_new_team_share: 0.5,
    reassembly_months: 2,
    handoff_retention: 0.5,
    value_realisation: 0.5,
    cadence_months: 3,
    shrink_loss: 0,
  });

  it('wait for half a new team, and half of them is learnt again', () => {
    // Arrivals at 4 + 4 k before the horizon of 16; 0.5 x 2 months of waiting at 0.5 x 300 a month.
    const { changes } = trace(changing).project;
    expect(changes.map(({ arrive, start, done }) => [arrive, start, done])).toEqual([
      [8, 9, true],
      [12, 13, true],
    ]);
    for (const change of changes) {
      expect(change.k).toBeCloseTo(1, 12);
      expect(change.delay_cost).toBeCloseTo(150, 9);
      // 20 x 1.4 x (0.5 x 0 + 0.5 x (1 - 1 x 0.5))
      expect(change.relearn_pd).toBeCloseTo(7, 9);
    }
  });

  it('wait half a cadence for a team that stayed, which has nothing to learn again', () => {
    const { changes } = trace(changing).product;
    expect(changes.map(({ arrive, start }) => [arrive, start])).toEqual([
      [8, 9.5],
      [12, 13.5],
    ]);
    for (const change of changes) expect(change.relearn_pd).toBeCloseTo(0, 9);
  });

  it('are open when they start at the horizon or later', () => {
    const { project } = compare(withParams(changing, { horizon_months: 13 }));
    expect([project.changes_done, project.changes_open]).toEqual([1, 1]);
    expect(project.waste.delays.economic).toBeCloseTo(300, 9);
  });

  it('lose nothing by waiting for what is released after the horizon', () => {
    const late = { ...withParams(changing, { horizon_months: 12 }), start_wait_months: 10 };
    expect(trace(late).project.changes).toEqual([{ arrive: 8, start: 15, delay_cost: 0, done: false }]);
  });
});
