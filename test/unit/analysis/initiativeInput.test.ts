import { describe, expect, it } from 'vitest';
import { isBudgetOfMode } from '../../../shared/analysis/assumptions.ts';
import { initiativeInput, observedCadence } from '../../../shared/analysis/initiativeInput.ts';
import { newRelease } from '../../../shared/domain/defaults.ts';
import type { Release } from '../../../shared/domain/records.ts';
import { explain } from '../../../shared/model/receipts.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const codes = (list: readonly { code: string }[]) => list.map((entry) => entry.code);

const release = (id: string, values: Partial<Release>): Release => ({
  ...newRelease(id, 'i', id),
  ...values,
});

describe('a project with phases', () => {
  it('takes months, people, rate and carry-over as recorded', () => {
    const records = recordsOf({
      initiative: [initiative('i', { valuePerMonth: 6_000_000 })],
      phase: [
        phase('a', 'i', 0, {
          kind: 'analysis',
          months: 2,
          people: 3,
          allocation: 0.5,
          parallel: 2,
          dayRate: 70_000,
        }),
        phase('b', 'i', 1, { months: 5, people: 6, dayRate: 65_000, carryOver: 0.2, waitMonths: 1.5 }),
      ],
    });
    const { input, missing, valueKnown, phaseIds } = initiativeInput(records, 'i');
    expect(missing).toEqual([]);
    expect(valueKnown).toBe(true);
    expect(phaseIds).toEqual([['a'], ['b']]);
    expect(input).toMatchObject({
      mode: 'project',
      value: { per_month: 60_000 },
      phases: [
        { kind: 'analysis', months: 2, people: 3, allocation: 0.5, parallel: 2, rate: 700, carry_over: 0 },
        {
          kind: 'build',
          months: 5,
          people: 6,
          allocation: 1,
          parallel: 1,
          rate: 650,
          carry_over: 0.2,
          wait_months: 1.5,
        },
      ],
    });
    expect(input?.phases?.[0]).not.toHaveProperty('wait_months');
  });

  it('reads effort out of cost and the portfolio day rate, and says so', () => {
    const records = recordsOf(
      {
        initiative: [initiative('i')],
        phase: [phase('a', 'i', 0, { startDate: '2024-01-01', endDate: '2024-03-01', cost: 4_200_000 })],
      },
      { dayRate: 100_000 },
    );
    const { input, assumptions, provenance } = initiativeInput(records, 'i');
    const only = input?.phases?.[0];
    expect((only?.months ?? 0) * (only?.people ?? 0) * 21).toBeCloseTo(42, 9);
    expect(only?.rate).toBe(1000);
    expect(codes(assumptions)).toContain('effortFromCost');
    expect(provenance['phases.0.people']).toEqual({ source: 'derived' });
  });

  it('tells of every field of the plan where it comes from: recorded, a default, the portfolio, or worked out', () => {
    const sourcesOf = (of: Parameters<typeof recordsOf>[0]) => {
      const { input, provenance } = initiativeInput(recordsOf(of, { dayRate: 60_000 }), 'i');
      const found = explain(input!, { provenance }).receipts.get(`${input!.mode}.cost`)!.inputs;
      return (at: string) =>
        Object.fromEntries(
          found.flatMap(({ id, source }) =>
            id.startsWith(`${at}.`) ? [[id.slice(at.length + 1), source]] : [],
          ),
        );
    };
    const bare = { months: 'initiative', people: 'initiative', allocation: 'default', parallel: 'default' };
    const phases = sourcesOf({
      initiative: [initiative('i')],
      phase: [
        phase('a', 'i', 0, { months: 1, people: 2 }),
        phase('b', 'i', 1, {
          ...{ months: 1, people: 2, dayRate: 70_000 },
          ...{ allocation: 0.5, parallel: 2, carryOver: 0 },
        }),
        phase('c', 'i', 2, { months: 1, people: 2, cost: 900_000 }),
        phase('d', 'i', 3, { months: 1, cost: 900_000 }),
      ],
    });
    expect(phases('phases.0')).toEqual({ ...bare, carry_over: 'default', rate: 'portfolio' });
    expect(phases('phases.1')).toEqual({
      ...{ months: 'initiative', people: 'initiative', allocation: 'initiative', parallel: 'initiative' },
      ...{ carry_over: 'initiative', rate: 'initiative' },
    });
    expect(phases('phases.2')).toEqual({ ...bare, carry_over: 'default', rate: 'derived' });
    expect(phases('phases.3')).toEqual({
      ...{ ...bare, people: 'derived' },
      ...{ carry_over: 'default', rate: 'portfolio' },
    });
    const money = { startDate: '2026-01-01', endDate: '2026-12-31', budget: 60_000_000 };
    const standard = { months: 'derived', people: 'derived', allocation: 'default', parallel: 'default' };
    expect(sourcesOf({ initiative: [initiative('i', money)] })('phases.1')).toEqual({
      ...standard,
      ...{ carry_over: 'default', rate: 'portfolio' },
    });
    expect(
      sourcesOf({ initiative: [initiative('i', { ...money, teamDayRate: 70_000 })] })('phases.1'),
    ).toMatchObject({ rate: 'initiative' });
    const team = { mode: 'product' as const, teamPeople: 5, scopePersonDays: 900 };
    expect(sourcesOf({ initiative: [initiative('i', team)] })('product')).toMatchObject({
      ...{ people: 'initiative', scope_pd: 'initiative', allocation: 'default', parallel: 'default' },
      rate: 'portfolio',
    });
    expect(
      sourcesOf({ initiative: [initiative('i', { ...team, teamAllocation: 1, teamParallel: 1 })] })(
        'product',
      ),
    ).toMatchObject({ allocation: 'initiative', parallel: 'initiative' });
  });

  it('makes a sequence of overlapping phases: own time only, contained ones joined, gaps as waits', () => {
    const records = recordsOf(
      {
        initiative: [initiative('i')],
        phase: [
          phase('long', 'i', 0, { startDate: '2024-01-01', endDate: '2024-07-01', cost: 10_000_00 }),
          phase('inside', 'i', 1, { startDate: '2024-02-01', endDate: '2024-03-01', cost: 5_000_00 }),
          phase('over', 'i', 2, { startDate: '2024-06-01', endDate: '2024-08-01', cost: 2_000_00 }),
          phase('late', 'i', 3, { startDate: '2024-10-01', endDate: '2024-11-01', cost: 1_000_00 }),
        ],
      },
      { dayRate: 100_000 },
    );
    const { input, phaseIds } = initiativeInput(records, 'i');
    expect(phaseIds).toEqual([['long', 'inside'], ['over'], ['late']]);
    const phases = input?.phases ?? [];
    expect(phases.map((p) => Math.round(p.months * p.people * 21 * 1000))).toEqual([15_000, 2_000, 1_000]);
    expect(phases.map((p) => p.months.toFixed(2))).toEqual(['5.98', '1.02', '1.02']);
    expect(phases[1]?.wait_months).toBe(0);
    expect(phases[2]?.wait_months).toBeCloseTo(2.004, 2);
  });

  it('leaves the wait of touching phases to the queue', () => {
    const records = recordsOf(
      {
        initiative: [initiative('i')],
        phase: [
          phase('a', 'i', 0, { startDate: '2024-01-01', endDate: '2024-02-01', cost: 100_000 }),
          phase('b', 'i', 1, { startDate: '2024-02-02', endDate: '2024-03-01', cost: 100_000 }),
        ],
      },
      { dayRate: 100_000 },
    );
    expect(initiativeInput(records, 'i').input?.phases?.[1]).not.toHaveProperty('wait_months');
  });

  it('shares out what the budget leaves over phases without people or cost, by time', () => {
    const records = recordsOf(
      {
        initiative: [initiative('i', { budget: 3_000_000 })],
        phase: [
          phase('a', 'i', 0, { months: 1, cost: 1_000_000 }),
          phase('b', 'i', 1, { months: 1 }),
          phase('c', 'i', 2, { months: 3 }),
        ],
      },
      { dayRate: 100_000 },
    );
    const { input, assumptions } = initiativeInput(records, 'i');
    expect((input?.phases ?? []).map((p) => p.months * p.people * 21)).toEqual(
      [10, 5, 15].map((n) => expect.closeTo(n, 9)),
    );
    expect(codes(assumptions)).toContain('effortFromBudget');
  });

  it('joins a phase recorded as free of cost to the one before, which takes its time and none of its effort', () => {
    const records = recordsOf(
      {
        initiative: [initiative('i', { budget: 50_000_000 })],
        phase: [
          phase('a', 'i', 0, { months: 3, people: 4 }),
          phase('free', 'i', 1, { months: 2, cost: 0 }),
          phase('b', 'i', 2, { months: 1, people: 2 }),
        ],
      },
      { dayRate: 70_000 },
    );
    const { input, phaseIds, assumptions } = initiativeInput(records, 'i');
    expect(phaseIds).toEqual([['a', 'free'], ['b']]);
    // 3 months of 4 people are 252 days of 21 a month, spread over 5 months.
    expect(input?.phases?.map(({ months, people }) => [months, people])).toEqual([
      [5, 2.4],
      [1, 2],
    ]);
    expect(codes(assumptions)).not.toContain('effortFromBudget');
  });

  it('waits for a phase free of cost that comes first, and has no delivery where all of them are', () => {
    const free = phase('free', 'i', 0, { months: 2, cost: 0 });
    const input = (...more: readonly ReturnType<typeof phase>[]) =>
      initiativeInput(
        recordsOf({ initiative: [initiative('i')], phase: [free, ...more] }, { dayRate: 70_000 }),
        'i',
      );
    const first = input(phase('b', 'i', 1, { months: 3, people: 4 }));
    expect(first.phaseIds).toEqual([['b']]);
    expect(first.input?.phases).toMatchObject([{ months: 3, people: 4, wait_months: 2 }]);
    expect(input().input).toBeNull();
    expect(input().missing).toEqual([{ code: 'delivery', field: 'initiative.phases' }]);
  });

  it('turns a funding step that only waits into the wait of the next phase', () => {
    const records = recordsOf(
      {
        initiative: [initiative('i')],
        phase: [
          phase('a', 'i', 0, { months: 1, people: 2 }),
          phase('f', 'i', 1, { kind: 'funding', waitMonths: 2.5 }),
          phase('b', 'i', 2, { months: 2, people: 2 }),
        ],
      },
      { dayRate: 100_000 },
    );
    const { input } = initiativeInput(records, 'i');
    expect(input?.phases?.map((p) => p.wait_months ?? null)).toEqual([null, 2.5]);
  });

  it('names the field that is missing', () => {
    const phases = [phase('a', 'i', 0, { startDate: '2024-01-01' })];
    const without = recordsOf({ initiative: [initiative('i')], phase: phases });
    expect(initiativeInput(without, 'i')).toMatchObject({
      input: null,
      missing: [{ code: 'duration', field: 'phase.a.endDate' }],
    });
    const noRate = recordsOf({
      initiative: [initiative('i')],
      phase: [phase('a', 'i', 0, { months: 2, people: 1 })],
    });
    expect(initiativeInput(noRate, 'i').missing).toEqual([{ code: 'dayRate', field: 'portfolio.dayRate' }]);
  });
});

describe('an initiative with money and dates only', () => {
  const frame = { startDate: '2024-01-01', endDate: '2025-01-01', budget: 10_500_000 };

  it('as project gets the standard phases, which add up to the budget', () => {
    const { input, assumptions } = initiativeInput(
      recordsOf({ initiative: [initiative('i', frame)] }, { dayRate: 50_000 }),
      'i',
    );
    const phases = input?.phases ?? [];
    expect(phases.map((p) => p.kind)).toEqual(['analysis', 'design', 'build', 'test', 'release']);
    expect(phases.reduce((sum, p) => sum + p.months * p.people * 21 * p.rate, 0)).toBeCloseTo(105_000, 6);
    expect(phases.reduce((sum, p) => sum + p.months, 0)).toBeCloseTo(366 / 30.436875, 9);
    expect(codes(assumptions)).toContain('standardPhases');
  });

  it('as product team gets scope and people out of them', () => {
    const records = recordsOf(
      { initiative: [initiative('i', { ...frame, mode: 'product' })] },
      { dayRate: 50_000 },
    );
    const { input, assumptions } = initiativeInput(records, 'i');
    expect(input?.product?.scope_pd).toBeCloseTo(210, 9);
    expect(input?.product?.people).toBeCloseTo(210 / ((366 / 30.436875) * 21), 9);
    expect(codes(assumptions)).toContain('teamFromBudget');
  });

  it('is another plan in each mode, and says so until phases or a team are recorded', () => {
    const rate = { dayRate: 50_000 };
    const of = (values: object, phases: readonly ReturnType<typeof phase>[] = []) =>
      initiativeInput(
        recordsOf({ initiative: [initiative('i', { ...frame, ...values })], phase: [...phases] }, rate),
        'i',
      );
    for (const mode of ['project', 'product'] as const) {
      expect(isBudgetOfMode(of({ mode }))).toBe(true);
      expect(isBudgetOfMode(of({ mode, teamPeople: 2 }))).toBe(false);
      expect(isBudgetOfMode(of({ mode }, [phase('a', 'i', 0, { months: 3 })]))).toBe(false);
    }
    // With a form on record, setting the mode changes nothing of what is compared.
    const { mode: _project, ...asProject } = of({ mode: 'project', teamPeople: 2 }).input ?? {};
    const { mode: _product, ...asProduct } = of({ mode: 'product', teamPeople: 2 }).input ?? {};
    expect(asProject).toEqual(asProduct);
  });

  it('without a start says so', () => {
    const records = recordsOf(
      { initiative: [initiative('i', { ...frame, startDate: null })] },
      { dayRate: 50_000 },
    );
    expect(initiativeInput(records, 'i')).toMatchObject({
      input: null,
      missing: [{ code: 'startDate', field: 'initiative.startDate' }],
    });
  });

  it('with nothing at all lists everything', () => {
    const { missing } = initiativeInput(recordsOf({ initiative: [initiative('i')] }), 'i');
    expect(codes(missing)).toEqual(['startDate', 'endDate', 'effort', 'dayRate']);
  });
});

describe('value', () => {
  const phases = [phase('a', 'i', 0, { months: 10, people: 1, dayRate: 100_000 })];

  it('that nobody entered is unknown, and switches the gates off', () => {
    const found = initiativeInput(recordsOf({ initiative: [initiative('i')], phase: phases }), 'i');
    expect(found.valueKnown).toBe(false);
    expect(found.input?.params).toMatchObject({ gate_enabled: false });
    expect(codes(found.assumptions)).toContain('valueUnknown');
  });

  it('can be assumed by the portfolio, marked as such', () => {
    const found = initiativeInput(
      recordsOf({ initiative: [initiative('i')], phase: phases }, { assumedPaybackMonths: 21 }),
      'i',
    );
    expect(found.valueKnown).toBe(true);
    expect(found.input?.value?.per_month).toBeCloseTo(10_000, 9);
    expect(found.provenance['value.per_month']).toEqual({ source: 'portfolio' });
    expect(codes(found.assumptions)).toContain('valueAssumed');
    expect(found.input?.params).toMatchObject({ gate_enabled: false });
    expect(found.provenance.gate_enabled).toEqual({ source: 'derived' });
  });

  it('comes with how it fades, ends and is penalised, in whole currency units', () => {
    const given = initiative('i', {
      ...{ valuePerMonth: 6_000_00, valueDecayMonthly: 0.02, valueEndMonth: 30 },
      ...{ deadlineMonth: 9, penaltyPerMonth: 1_500_00, startWaitMonths: 2 },
    });
    const { input } = initiativeInput(recordsOf({ initiative: [given], phase: phases }), 'i');
    expect(input?.value).toEqual({
      ...{ per_month: 6_000, decay_monthly: 0.02, end_month: 30 },
      ...{ deadline_month: 9, penalty_per_month: 1_500 },
    });
    expect(input?.start_wait_months).toBe(2);
  });

  it('is shared out over the items of its scope, where there are any', () => {
    const item = {
      id: 's',
      initiativeId: 'i',
      name: 'S',
      personDays: 40,
      valueShare: 0.5,
      useful: true,
      mlp: false,
    };
    const of = (...items: readonly (typeof item)[]) =>
      initiativeInput(recordsOf({ initiative: [initiative('i')], phase: phases, scopeItem: items }), 'i')
        .input;
    expect(of(item)?.scope_items).toEqual([{ id: 's', pd: 40, value_share: 0.5, useful: true, mlp: false }]);
    expect(of()).not.toHaveProperty('scope_items');
  });

  it('of zero is known to be zero', () => {
    const found = initiativeInput(
      recordsOf({ initiative: [initiative('i', { valuePerMonth: 0 })], phase: phases }),
      'i',
    );
    expect(found.valueKnown).toBe(true);
    expect(found.input?.params).not.toHaveProperty('gate_enabled');
  });
});

describe('parameters and releases', () => {
  const setting = (value: number) => ({ value, by: 'Ada', at: '2026-01-02T03:04:05.000Z' });

  it('of the initiative win over the portfolio, with who set them', () => {
    const records = recordsOf(
      {
        initiative: [initiative('i', { parameters: { cr_per_year: setting(1) } })],
        phase: [phase('a', 'i', 0, { months: 2, people: 1, dayRate: 100_000 })],
      },
      { parameters: { cr_per_year: setting(9), horizon_months: setting(48) } },
    );
    const { input, provenance } = initiativeInput(records, 'i');
    expect(input?.params).toMatchObject({ cr_per_year: 1 });
    expect(input?.params).not.toHaveProperty('horizon_months');
    expect(provenance.cr_per_year).toEqual({
      source: 'initiative',
      by: 'Ada',
      at: '2026-01-02T03:04:05.000Z',
    });
    expect(provenance.horizon_months?.source).toBe('portfolio');
  });

  it('takes the median gap of three or more release days as cadence', () => {
    const dates = (days: string[]) => days.map((day, i) => release(`r${i}`, { plannedDate: day }));
    expect(observedCadence(dates(['2024-01-01', '2024-02-01']))).toBeNull();
    expect(observedCadence(dates(['2024-01-01', '2024-02-01', '2024-02-01', '2024-04-01']))).toBeCloseTo(
      45.5 / 30.436875,
      9,
    );
    expect(observedCadence(dates(['2010-01-01', '2013-01-01', '2016-01-01']))).toBeNull();
  });

  it('uses the cadence on record, whatever the order of the releases, unless one was set', () => {
    const days = ['2024-03-01', '2024-01-01', '2024-02-01'];
    const of = (values: Parameters<typeof initiative>[1]) =>
      initiativeInput(
        recordsOf({
          initiative: [initiative('i', values)],
          phase: [phase('a', 'i', 0, { months: 2, people: 1, dayRate: 100_000 })],
          release: days.map((plannedDate, at) => release(`r${at}`, { plannedDate })),
        }),
        'i',
      );
    const seen = of({});
    // 31 and 29 days: the mean of the two gaps.
    expect(seen.input?.params?.cadence_months).toBeCloseTo(30 / 30.436875, 9);
    expect(seen.provenance.cadence_months).toEqual({ source: 'derived' });
    expect(codes(seen.assumptions)).toContain('cadenceObserved');
    const set = of({ parameters: { cadence_months: setting(2) } });
    expect(set.input?.params?.cadence_months).toBe(2);
    expect(codes(set.assumptions)).not.toContain('cadenceObserved');
  });

  it('passes measured releases on and reports one before the start', () => {
    const records = recordsOf({
      initiative: [
        initiative('i', {
          mode: 'product',
          startDate: '2024-01-01',
          teamPeople: 4,
          scopePersonDays: 400,
          teamDayRate: 60_000,
        }),
      ],
      release: [
        release('early', { actualDate: '2023-12-01', scopeShare: 0.1 }),
        release('first', { actualDate: '2024-03-01', scopeShare: 0.3, measuredValuePerMonth: 1_500_000 }),
        release('unmeasured', { actualDate: '2024-05-01' }),
      ],
    });
    const { input, assumptions } = initiativeInput(records, 'i');
    expect(input?.actual_releases).toEqual([
      { month: expect.closeTo(60 / 30.436875, 9), scope_share: 0.3, measured_per_month: 15_000 },
    ]);
    expect(codes(assumptions)).toContain('releaseBeforeStart');
  });
});

describe('the mode', () => {
  it('changes nothing of the input while only one form of delivery is recorded', () => {
    const phases = [phase('a', 'i', 0, { months: 2, people: 1, dayRate: 100_000 })];
    const as = (mode: 'project' | 'product') =>
      initiativeInput(recordsOf({ initiative: [initiative('i', { mode })], phase: phases }), 'i').input;
    expect(as('product')).toEqual(as('project'));
  });
});
