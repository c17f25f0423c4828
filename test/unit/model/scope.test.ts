/** Scope items and measured releases (MODEL.md 2.1), and what a recorded wait takes from knowledge (2.5). */
import { describe, expect, it } from 'vitest';
import { compare } from '../../../shared/model/compare.ts';
import { measuredRatio, measuredTerms, scopeFigures } from '../../../shared/model/scope.ts';
import { trace } from '../../../shared/model/trace.ts';
import type { ModelInitiative } from '../../../shared/model/types.ts';
import { NO_LOSSES } from './wildInitiative.ts';

describe('scope items', () => {
  it('come in the order of the minimum lovable product first, then of value for effort', () => {
    const figures = scopeFigures(
      [
        { id: 'nobody asked', pd: 10, value_share: 0.5, useful: false },
        { id: 'poor', pd: 10, value_share: 0.1 },
        { id: 'rich', pd: 10, value_share: 0.8 },
        { id: 'first', pd: 20, value_share: 0.1, mlp: true },
      ],
      1000,
    )!;
    expect([figures.extraShare, figures.mlpShare]).toEqual([0.2, 0.5]);
    expect(figures.order).toEqual([
      { id: 'first', pd: 20, value_per_pd: 5, cum_scope: 0.5, cum_value: expect.closeTo(0.1, 12) },
      { id: 'rich', pd: 10, value_per_pd: 80, cum_scope: 0.75, cum_value: expect.closeTo(0.9, 12) },
      { id: 'poor', pd: 10, value_per_pd: 10, cum_scope: 1, cum_value: 1 },
    ]);
  });

  it('that nobody asked for are no part of the smallest release, whatever the plan says', () => {
    const figures = scopeFigures(
      [
        { id: 'first', pd: 10, mlp: true },
        { id: 'later', pd: 10 },
        { id: 'useless', pd: 20, mlp: true, useful: false },
      ],
      1000,
    )!;
    expect([figures.extraShare, figures.mlpShare]).toEqual([0.5, 0.5]);
  });

  it('without shares of value bring it with their effort', () => {
    const { curve } = scopeFigures(
      [
        { id: 'a', pd: 10 },
        { id: 'b', pd: 30 },
      ],
      1000,
    )!;
    expect(curve).toEqual({ scope: [0.25, 1], value: [0.25, 1] });
  });

  it('that are all useless leave no curve, and no items leave the assumptions', () => {
    expect(scopeFigures([{ id: 'a', pd: 10, useful: false }], 1000)).toEqual({
      extraShare: 1,
      mlpShare: 0,
      curve: null,
      order: [],
    });
    expect([null, undefined, []].map((items) => scopeFigures(items, 1000))).toEqual([null, null, null]);
  });
});

describe('the measured ratio', () => {
  it('compares what was measured with what those releases should have added, in order of time', () => {
    const releases = [
      { month: 3, scope_share: 0.8, measured_per_month: 100 },
      { month: 1, scope_share: 0.25 },
      { month: 2, scope_share: 0.5, measured_per_month: 340 },
      { month: 4, scope_share: 1, measured_per_month: null },
    ];
    // 340 instead of 250, 100 instead of 300.
    const { measured, planned } = measuredTerms(releases, 1000, (u) => u);
    expect([measured, planned]).toEqual([440, expect.closeTo(550, 9)]);
    expect(measuredRatio(measured, planned)).toBeCloseTo(0.8, 12);
  });

  it('is unknown without a measurement or a plan', () => {
    const { measured, planned } = measuredTerms(null, 1000, (u) => u);
    expect(measuredRatio(measured, planned)).toBeNull();
    expect(measuredRatio(5, 0)).toBeNull();
  });
});

describe('waits of a project', () => {
  const phasesWith = (wait_months?: number) => {
    const initiative: ModelInitiative = {
      id: 'waits',
      mode: 'project',
      start_wait_months: 3,
      phases: [
        { kind: 'design', months: 1, people: 2, rate: 500 },
        {
          kind: 'build',
          months: 1,
          people: 2,
          rate: 500,
          carry_over: 0.5,
          ...(wait_months !== undefined && { wait_months }),
        },
      ],
      params: { ...NO_LOSSES, queue_util: 0.8, forget_rate: 0.1, handoff_retention: 0.6 },
    };
    return trace(initiative).project.detail;
  };
  // Half of the people stay, and the others hand over 0.6.
  const kept = 0.5 + 0.5 * 0.6;

  it('take knowledge from both where the plan records them, and before the start', () => {
    const [first, second] = phasesWith(2);
    expect(first!.wait).toBe(3);
    expect(first!.k_start).toBeCloseTo(first!.k_before * Math.exp(-0.3), 12);
    expect(first!.k_star_start).toBeCloseTo(first!.k_start, 12);
    expect(second!.wait).toBe(2);
    expect(second!.k_start).toBeCloseTo(second!.k_before * Math.exp(-0.2) * kept, 12);
    expect(second!.k_star_start).toBeCloseTo(second!.k_before * Math.exp(-0.2), 12);
  });

  it('of a handoff are half a queue of one month where half of the people stay, which no team that stays sits through', () => {
    const [, second] = phasesWith();
    expect(second!.wait).toBeCloseTo(0.5, 12);
    expect(second!.k_start).toBeCloseTo(second!.k_before * Math.exp(-0.05) * kept, 12);
    expect(second!.k_star_start).toBeCloseTo(second!.k_before, 12);
  });
});

it('a project that a gate stops keeps what it knew when it stopped, and forgets from then on', () => {
  const stopped: ModelInitiative = {
    id: 'stopped',
    mode: 'project',
    phases: ['design', 'build'].map((kind) => ({ kind: kind as 'build', months: 2, people: 2, rate: 500 })),
    params: {
      ...NO_LOSSES,
      gate_enabled: true,
      forget_rate: 0.1,
      familiarity_start: 0.5,
      horizon_months: 12,
    },
  };
  const { detail, k_segments } = trace(stopped).project;
  // It is worth nothing, and so does not get past the first phase.
  const [from, to, k, a, b] = k_segments.at(-1)!;
  expect([from, to]).toEqual([expect.closeTo(2, 9), 12]);
  expect(k).toBe(detail[1]!.k_before);
  expect(k).toBeGreaterThan(0.5);
  expect([a, b]).toEqual([0, 0.1]);
});

it('a gate lets work pass that costs nothing more, though it brings nothing either', () => {
  const phases = ['design', 'build'].map((kind) => ({
    kind: kind as 'build',
    months: 2,
    people: 2,
    rate: 0,
  }));
  const free: ModelInitiative = {
    id: 'free',
    mode: 'project',
    phases,
    params: { ...NO_LOSSES, gate_enabled: true },
  };
  expect(compare(free).project.stopped_at).toBeNull();
});

it('support that has more to do than it can learns no faster than all its time lets it', () => {
  const supported = (run_pd_month: number): ModelInitiative => ({
    id: 'supported',
    mode: 'project',
    phases: [{ kind: 'build', months: 2, people: 2, rate: 500 }],
    params: { ...NO_LOSSES, forget_rate: 0.1, support_people: 1, days_per_month: 21, run_pd_month },
  });
  const rates = (run: number) => trace(supported(run)).project.k_segments.at(-1)!.slice(3);
  expect(rates(100)).toEqual(rates(21));
  expect(rates(10.5)).not.toEqual(rates(21));
});
