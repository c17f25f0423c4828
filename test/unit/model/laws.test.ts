/** The invariants of MODEL.md 2.10 over wild but valid initiatives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../shared/model/compare.ts';
import { prepare } from '../../../shared/model/evaluate.ts';
import { problems } from '../../../shared/model/problems.ts';
import { trace } from '../../../shared/model/trace.ts';
import {
  type CompareResult,
  type ModelInitiative,
  type ModeResult,
  WASTE_CATEGORIES,
} from '../../../shared/model/types.ts';
import { nonFinite } from './deepClose.ts';
import {
  NO_LOSSES,
  phases,
  SEED,
  wildInitiative,
  wildProduct,
  wildProject,
  withParams,
} from './wildInitiative.ts';

const RUNS = { seed: SEED, numRuns: 300 };
const modesOf = (result: CompareResult): readonly ModeResult[] => [result.project, result.product];

function holds(arbitrary: fc.Arbitrary<ModelInitiative>, law: (initiative: ModelInitiative) => void): void {
  fc.assert(fc.property(arbitrary, law), RUNS);
}

/** a <= b up to rounding. */
function atMost(a: number, b: number): void {
  expect(a).toBeLessThanOrEqual(b + 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
}

function close(a: number, b: number, relative = 1e-9): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(a), Math.abs(b)));
}

const LONG_AND_OPEN = { effort_basis: 'net', gate_enabled: false, horizon_months: 240 } as const;

function withoutWaits(initiative: ModelInitiative): ModelInitiative {
  const { start_wait_months: _, ...rest } = initiative;
  return {
    ...rest,
    phases: (initiative.phases ?? []).map(({ wait_months: __, ...phase }) => phase),
  };
}

describe('the ledger reconciles', () => {
  it('is never NaN or infinite, and the wild initiatives are valid', () => {
    holds(wildInitiative, (i) => {
      expect(problems(i)).toEqual([]);
      expect(nonFinite(compare(i))).toEqual([]);
      expect(nonFinite(trace(i))).toEqual([]);
    });
  });

  it('booked pd = useful + change + run + waste, and the totals are the sums of the categories', () => {
    holds(wildInitiative, (i) => {
      for (const m of modesOf(compare(i))) {
        const waste = WASTE_CATEGORIES.map((c) => m.waste[c]);
        const sum = (pick: (w: (typeof waste)[number]) => number): number =>
          waste.reduce((s, w) => s + pick(w), 0);
        close(
          m.waste_pd_total,
          sum((w) => w.pd),
        );
        close(
          m.waste_cash_total,
          sum((w) => w.cash),
        );
        close(
          m.waste_money_total,
          sum((w) => w.money),
        );
        const { useful, change, run } = m.useful_pd;
        close(m.booked_pd, useful + change + run + m.waste_pd_total);
      }
    });
  });

  it('C(H) is the cash of the booked pd', () => {
    holds(wildInitiative, (i) => {
      const rate = 731;
      const flat = {
        ...i,
        ...(i.phases ? { phases: i.phases.map((p) => ({ ...p, rate })) } : {}),
        ...(i.product ? { product: { ...i.product, rate } } : {}),
      };
      for (const m of modesOf(compare(flat))) {
        close(m.cost, m.booked_pd * rate);
        close(m.waste_cash_total, m.waste_pd_total * rate);
      }
    });
  });

  it('no waste is negative', () => {
    holds(wildInitiative, (i) => {
      for (const m of modesOf(compare(i))) {
        for (const c of WASTE_CATEGORIES) {
          expect(m.waste[c].pd).toBeGreaterThanOrEqual(0);
          expect(m.waste[c].cash).toBeGreaterThanOrEqual(0);
          expect(m.waste[c].economic).toBeGreaterThanOrEqual(0);
        }
      }
    });
  });

  it('K stays in [0, 1]; C never falls, nor does V without a penalty', () => {
    holds(wildInitiative, (i) => {
      const result = compare({ ...i, value: { ...i.value, penalty_per_month: 0 } });
      for (const { curves } of modesOf(result)) {
        curves.month.forEach((t) => {
          expect(curves.K[t]).toBeGreaterThanOrEqual(-1e-12);
          expect(curves.K[t]).toBeLessThanOrEqual(1 + 1e-12);
          if (t === 0) return;
          atMost(curves.C[t - 1]!, curves.C[t]!);
          atMost(curves.V[t - 1]!, curves.V[t]!);
        });
      }
    });
  });

  it('value shares add to 1 on completion and never exceed it', () => {
    let complete = 0;
    holds(wildInitiative, (i) => {
      for (const m of modesOf(compare(i))) {
        const total = m.releases.reduce((s, r) => s + r.value_share, 0);
        if (m.t_complete !== null) {
          complete += 1;
          close(total, 1);
        } else atMost(total, 1);
      }
    });
    expect(complete).toBeGreaterThan(100);
  });

  it('the same input gives the same output, whatever was computed before', () => {
    fc.assert(
      fc.property(wildInitiative, wildInitiative, (a, b) => {
        const first = JSON.stringify(compare(a));
        compare(b);
        expect(JSON.stringify(compare(structuredClone(a)))).toBe(first);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

describe('handoffs, switching and queues', () => {
  it('without handoffs there is neither handoff waste nor a wait', () => {
    holds(wildProject, (i) => {
      const open = withoutWaits(withParams(i, { handover_pd: 0, handoffs_per_item: 0 }));
      const same = { ...open, phases: (open.phases ?? []).map((p) => ({ ...p, carry_over: 1 })) };
      const { project, product } = compare(same);
      expect(project.waste.handoffs.pd).toBeLessThan(1e-9);
      expect(project.wait_months).toBe(0);
      expect(product.waste.handoffs.pd).toBe(0);
    });
  });

  it('less carry-over never lowers handoff waste or waits at fixed f', () => {
    fc.assert(
      fc.property(wildProject, fc.double({ min: 0, max: 1, noNaN: true }), (i, factor) => {
        const plan = withoutWaits(withParams(i, LONG_AND_OPEN));
        const less = {
          ...plan,
          phases: (plan.phases ?? []).map((p) => ({ ...p, carry_over: (p.carry_over ?? 0) * factor })),
        };
        const hand = (x: ModelInitiative): number => trace(x).project.detail.reduce((s, d) => s + d.hand, 0);
        atMost(hand(plan), hand(less));
        atMost(compare(plan).project.wait_months, compare(less).project.wait_months);
      }),
      RUNS,
    );
  });

  it('more parallel work never lowers switching at fixed f', () => {
    fc.assert(
      fc.property(wildProject, fc.double({ min: 0, max: 4, noNaN: true }), (i, more) => {
        const plan = withParams(i, { ...LONG_AND_OPEN, switch_table: [0, 0.17, 0.2, 0.22, 0.24] });
        const busy = {
          ...plan,
          phases: (plan.phases ?? []).map((p) => ({ ...p, parallel: (p.parallel ?? 1) + more })),
        };
        const switching = (x: ModelInitiative): number =>
          trace(x).project.detail.reduce((s, d) => s + d.ts, 0);
        atMost(switching(plan), switching(busy));
      }),
      RUNS,
    );
  });

  it('longer queues never finish earlier nor raise V', () => {
    fc.assert(
      fc.property(wildProject, fc.double({ min: 0, max: 0.99, noNaN: true }), (i, part) => {
        const plan = (queue_util: number): ModeResult =>
          compare(withParams(i, { ...LONG_AND_OPEN, queue_util })).project;
        const quick = plan(0.95 * part);
        const slow = plan(0.95);
        atMost(quick.t_complete!, slow.t_complete!);
        atMost(slow.value, quick.value);
      }),
      RUNS,
    );
  });
});

describe('scale, horizon and basis', () => {
  it('rates and values x 3 give money x 3 and the same effort', () => {
    holds(wildInitiative, (i) => {
      const tripled: ModelInitiative = {
        ...withParams(i, { cr_value_month: 3 * (i.params?.cr_value_month ?? 0) }),
        value: {
          ...i.value,
          per_month: 3 * (i.value?.per_month ?? 0),
          penalty_per_month: 3 * (i.value?.penalty_per_month ?? 0),
        },
        ...(i.phases ? { phases: i.phases.map((p) => ({ ...p, rate: 3 * p.rate })) } : {}),
        ...(i.product ? { product: { ...i.product, rate: 3 * i.product.rate } } : {}),
      };
      const one = compare(i);
      const three = compare(tripled);
      for (const mode of ['project', 'product'] as const) {
        close(three[mode].cost, 3 * one[mode].cost);
        close(three[mode].value, 3 * one[mode].value, 1e-8);
        close(three[mode].npv, 3 * one[mode].npv, 1e-8);
        close(three[mode].waste_money_total, 3 * one[mode].waste_money_total, 1e-8);
        close(three[mode].booked_pd, one[mode].booked_pd);
      }
    });
  });

  it('a longer horizon does not rewrite C before completion', () => {
    holds(wildInitiative, (i) => {
      const at = (horizon_months: number): CompareResult =>
        compare(withParams(i, { gate_enabled: false, horizon_months }));
      const short = at(24);
      const long = at(48);
      for (const mode of ['project', 'product'] as const) {
        // The period that the shorter horizon cuts off is another period.
        const until = Math.min(short[mode].t_complete ?? 24, 24 - (i.params?.cadence_months ?? 1));
        for (let t = 0; t <= until; t++) close(short[mode].curves.C[t]!, long[mode].curves.C[t]!);
      }
    });
  });

  it('all losses off is a tie', () => {
    const plain = phases.filter((list) => list.every((p) => p.kind !== 'release'));
    fc.assert(
      fc.property(wildProject, plain, (i, list) => {
        const { scope_items: _, ...rest } = withoutWaits({ ...i, phases: list });
        const result = compare(withParams(rest, { ...NO_LOSSES, effort_factor: 1, horizon_months: 120 }));
        close(result.product.t_complete!, result.project.t_complete!, 1e-8);
        close(result.product.cost, result.project.cost, 1e-8);
        close(result.delta.net, 0, 1e-7 * Math.max(1, Math.abs(result.project.cost)));
        expect(result.project.waste_pd_total).toBeLessThan(1e-6);
      }),
      RUNS,
    );
  });

  it('the gross basis reproduces a project plan', () => {
    let reproduced = 0;
    holds(wildProject, (i) => {
      const plan = withParams(i, { effort_basis: 'gross', effort_factor: 1 });
      const { effort_scale: f, plan_warning } = compare(plan);
      const booked = trace(plan).project.detail.reduce((s, d) => s + d.gross, 0);
      const declared = prepare(plan).compiled.project.effort;
      if (plan_warning) expect(f).toBe(0.1);
      else if (f < 1) {
        reproduced += 1;
        close(booked, declared, 1e-8);
      } else atMost(booked, declared);
    });
    expect(reproduced).toBeGreaterThan(100);
  });

  it('the gross basis never books more than a product plan', () => {
    let covered = 0;
    holds(wildProduct, (i) => {
      const plan = withParams(i, {
        effort_basis: 'gross',
        effort_factor: 1,
        gate_enabled: false,
        feedback_prune: 0,
        run_pd_month: 0,
        cr_per_year: 0,
        core_share: 0,
        horizon_months: 600,
      });
      const { product, plan_warning } = compare(plan);
      if (plan_warning || product.t_complete === null) return;
      covered += 1;
      atMost(product.booked_pd, i.product!.scope_pd * (1 + 1e-8));
    });
    expect(covered).toBeGreaterThan(100);
  });
});

describe('edges', () => {
  const base: ModelInitiative = {
    id: '边界',
    name: '客户自助服务 — 第一阶段',
    mode: 'project',
    phases: [{ kind: 'build', months: 4, people: 5, allocation: 1, parallel: 1, rate: 500 }],
    value: { per_month: 10_000 },
  };

  it('one phase has neither handoff nor wait before the hand-over', () => {
    const { project } = compare(withParams(base, { handover_pd: 0 }));
    expect(project.waste.handoffs.pd).toBe(0);
    expect(project.wait_months).toBe(0);
    expect(project.releases).toHaveLength(1);
  });

  it('no phases and zero people are refused', () => {
    expect(() => compare({ ...base, phases: [] })).toThrow('phases NO_DELIVERY_DATA');
    const nobody = { ...base, phases: [{ ...base.phases![0]!, people: 0 }] };
    expect(() => compare(nobody)).toThrow('phases.0.people NOT_POSITIVE');
  });

  it('no value earns nothing and a gate stops a project with a second phase', () => {
    const worthless = { ...base, phases: [...base.phases!, ...base.phases!], value: {} };
    const { project, product } = compare(worthless);
    expect(project.value).toBe(0);
    expect(project.stopped_at).toBeGreaterThan(0);
    expect(project.t_complete).toBeNull();
    expect(project.useful_pd.useful).toBe(0);
    expect(project.waste.partially_done.pd).toBeGreaterThan(0);
    expect(product.value).toBe(0);
    expect(compare(withParams(worthless, { mandatory: true })).project.stopped_at).toBeNull();
  });

  it('a release nobody can afford never comes', () => {
    const { product } = compare(withParams(base, { release_pd: 1000, effort_basis: 'net' }));
    expect(product.releases).toEqual([]);
    expect(product.time_to_first_value).toBeNull();
    expect(product.t_complete).toBeNull();
    expect(product.value).toBe(0);
    expect(product.waste.idle_capacity.pd).toBeGreaterThan(0);
  });

  it('a measured release before the start counts with its measurement', () => {
    const early: ModelInitiative = {
      ...base,
      start_wait_months: 5,
      params: { value_front: 1 },
      actual_releases: [
        { month: 1, scope_share: 0.5, measured_per_month: 2500 },
        { month: 3, scope_share: 0.6 },
      ],
    };
    const result = compare(early);
    expect(result.measured_ratio).toBeCloseTo(0.5, 12);
    expect(result.project.t_complete).toBeGreaterThan(5);
    expect(result.product.releases[0]!.t).toBeGreaterThan(5);
  });

  it('600 months are computed to the last', () => {
    const { project, product } = compare(withParams(base, { horizon_months: 600 }));
    expect(project.curves.C).toHaveLength(601);
    expect(product.curves.V[600]).toBe(product.value);
    expect(project.changes_done).toBeGreaterThan(190);
  });

  it('a cadence longer than the horizon is one period', () => {
    const { product } = trace(withParams(base, { cadence_months: 50, horizon_months: 12 }));
    expect(product.detail).toHaveLength(1);
    expect(product.detail[0]!.t1).toBeLessThanOrEqual(12);
  });

  it('a team that starts after the horizon knows what it knew, and spends nothing', () => {
    const { product } = compare(withParams({ ...base, start_wait_months: 13 }, { horizon_months: 12 }));
    expect(product.knowledge_at_horizon).toBe(0.2);
    expect(product.cost).toBe(0);
  });

  it('a plan below its fixed losses is warned about, not guessed', () => {
    const tiny = { ...base, phases: [{ ...base.phases![0]!, months: 0.1, people: 20 }] };
    const result = compare(withParams(tiny, { ramp_months: 6, ramp_start: 0, familiarity_start: 0 }));
    expect(result.plan_warning).toBe(true);
    expect(result.effort_scale).toBe(0.1);
  });
});
