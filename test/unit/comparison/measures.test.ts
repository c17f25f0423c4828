/** A plan in figures, worked out on paper from what each of its initiatives comes to. */
import { describe, expect, it } from 'vitest';
import type { Headline, ModeHeadline } from '../../../shared/analysis/headline.ts';
import { comparePlans } from '../../../shared/comparison/comparePlans.ts';
import { initiativeSide } from '../../../shared/comparison/initiativeSide.ts';
import { measuresOf } from '../../../shared/comparison/measures.ts';
import { countKnownOnOneSide, knownOnOneSide, measureOf } from '../../../shared/comparison/movedParts.ts';
import { recordChanges } from '../../../shared/comparison/recordChanges.ts';
import { newCapability } from '../../../shared/domain/defaults.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

/** In the order of the categories: the seven wastes, and the two prices of a mode, which are none of them. */
const ofEach = (seven: readonly number[]): readonly number[] => [...seven, 1000, 2000];
const mode: ModeHeadline = {
  wasteShare: 0.28,
  timeToFirstValueMonths: 4,
  bookedPd: 100,
  cost: 10,
  value: 50,
  pd: ofEach([1, 2, 3, 4, 5, 6, 7]),
  cash: ofEach([10, 20, 30, 40, 50, 60, 70]),
  economic: ofEach([0, 0, 0, 0, 0, 500, 100]),
  releases: [4, 10],
};
const nothing: ModeHeadline = {
  ...mode,
  ...{ wasteShare: 0, timeToFirstValueMonths: null, bookedPd: 60, cost: 20, value: 7, releases: [] },
  ...{ pd: ofEach([0, 0, 0, 0, 0, 0, 0]), cash: ofEach([0, 0, 0, 0, 0, 0, 0]) },
  economic: ofEach([0, 0, 0, 0, 0, 0, 0]),
};
const headline: NonNullable<Headline> = {
  project: mode,
  product: nothing,
  valueKnown: true,
  parallelKnown: true,
  horizonMonths: 36,
  startDate: null,
  disbanding: null,
};
const headlines: Readonly<Record<string, Headline>> = {
  project: headline,
  team: { ...headline, valueKnown: false },
  bare: null,
  retired: headline,
};
const plan = recordsOf({
  initiative: [
    initiative('project', { mode: 'project', budget: 100 }),
    initiative('team', { mode: 'product', budget: 40 }),
    initiative('bare', { mode: 'project' }),
    initiative('retired', { mode: 'project', budget: 9, retired: true }),
  ],
});

describe('a plan in figures', () => {
  it('adds up each initiative in its own mode, as far as it is known, and without those that are retired', () => {
    expect(measuresOf(Object.values(plan.initiative), (id) => headlines[id] ?? null)).toEqual({
      initiatives: 3,
      projects: 2,
      productTeams: 1,
      budget: { sum: 140, known: 2, inProductTeams: 40 },
      computed: 2,
      cost: 10 + 20,
      value: { sum: 50, known: 1 },
      wasteDays: 28,
      wasteMoney: 280 + 600,
      wasteShare: 28 / 160,
      firstValueMonths: 4,
      // Four months to the first release, and six to the next.
      betweenReleasesMonths: 5,
    });
  });

  it('has no share of nothing and no median of none', () => {
    expect(measuresOf([], () => null)).toMatchObject({
      wasteShare: null,
      firstValueMonths: null,
      betweenReleasesMonths: null,
    });
  });

  it('has of one initiative what is known of it, and nothing of one that is retired or not there', () => {
    const side = (id: string) => initiativeSide(plan, id, headlines[id] ?? null);
    expect(side('project')).toEqual({
      ...{ mode: 'project', budget: 100, cost: 10, value: 50, wasteDays: 28, wasteMoney: 880 },
      ...{ bookedDays: 100, firstValueMonths: 4, betweenReleasesMonths: 5 },
    });
    expect(side('team')).toMatchObject({ cost: 20, value: null, betweenReleasesMonths: null });
    expect(side('bare')).toEqual({
      ...{ mode: 'project', budget: null, cost: null, value: null, wasteDays: null, wasteMoney: null },
      ...{ bookedDays: null, firstValueMonths: null, betweenReleasesMonths: null },
    });
    expect([side('retired'), side('gone'), side('constructor')]).toEqual([null, null, null]);
    const share = (id: string, bookedDays?: number) =>
      measureOf({ ...side(id)!, ...(bookedDays === undefined ? {} : { bookedDays }) }, 'wasteShare');
    expect([share('project'), share('project', 0), share('bare'), share('bare', 5)]).toEqual([
      0.28,
      null,
      null,
      null,
    ]);
  });
});

it('futures of work whose value nobody knows differ in cost alone, and say that', () => {
  const before = recordsOf({
    initiative: [initiative('i')],
    phase: [phase('p', 'i', 0, { months: 4, people: 5, dayRate: 500_00 })],
  });
  const after = withChanges(before, [{ op: 'patch', table: 'phase', id: 'p', values: { people: 6 } }]);
  const { futures } = comparePlans(before, after, { draws: 20 });
  expect(futures).toMatchObject({ simulated: 1, valueUnknown: 1, ahead: null });
  expect(futures!.value).toEqual({ low: 0, likely: 0, high: 0 });
  expect(futures!.cost.low).toBeGreaterThan(0);
});

describe('what is known on one side only', () => {
  const phases = ['a', 'b'].map((id) => phase(id, id, 0, { months: 4, people: 5, dayRate: 500_00 }));
  const before = recordsOf({
    initiative: [initiative('a', { valuePerMonth: 9_000_00 }), initiative('b'), initiative('c')],
    phase: phases,
  });
  const more = { op: 'patch' as const, table: 'phase' as const, id: 'a', values: { people: 6 } };
  const valued = { op: 'patch' as const, table: 'initiative' as const, id: 'b' };
  const alone = comparePlans(before, withChanges(before, [more]), { draws: 20 });

  it('moves no future: a value that is entered is no gain, and work that is planned no cost', () => {
    const after = withChanges(before, [
      more,
      { ...valued, values: { valuePerMonth: 50_000_00 } },
      { op: 'put', table: 'phase', record: phase('c', 'c', 0, { months: 4, people: 5, dayRate: 500_00 }) },
    ]);
    const both = comparePlans(before, after, { draws: 20 });
    expect(both.futures).toMatchObject({ simulated: 2, valueUnknown: 1 });
    expect(both.futures!.net).toEqual(alone.futures!.net);
    const back = comparePlans(after, before, { draws: 20 });
    expect(back.futures!.net.likely).toBeCloseTo(-alone.futures!.net.likely, 6);
    expect([...knownOnOneSide(both.initiatives, 'value').ids]).toEqual(['b']);
    expect([...knownOnOneSide(both.initiatives, 'cost').ids]).toEqual(['c']);
    expect(countKnownOnOneSide(both)).toBe(2);
    const { amount } = knownOnOneSide(both.initiatives, 'cost');
    expect(both.after.cost - amount).toBeCloseTo(alone.after.cost, 6);
    expect(knownOnOneSide(both.initiatives, 'firstValueMonths').ids.size).toBe(0);
  });

  it('is not what comes or goes: a new initiative counts with all that it has', () => {
    const added = withChanges(before, [
      { op: 'put', table: 'initiative', record: initiative('d') },
      { op: 'put', table: 'phase', record: phase('d', 'd', 0, { months: 4, people: 5, dayRate: 500_00 }) },
    ]);
    const { initiatives, futures } = comparePlans(before, added, { draws: 20 });
    expect(knownOnOneSide(initiatives, 'cost')).toEqual({ ids: new Set(), amount: 0 });
    expect(futures).toMatchObject({ simulated: 1, valueUnknown: 1 });
    expect(futures!.cost.low).toBeGreaterThan(0);
  });
});

it('where only some can be simulated, those are whose money moves most', () => {
  const before = recordsOf({
    initiative: [initiative('a'), initiative('b')],
    phase: ['a', 'b'].map((id) => phase(id, id, 0, { months: 4, people: 5, dayRate: 500_00 })),
  });
  const people = (id: string, count: number) => ({
    ...{ op: 'patch' as const, table: 'phase' as const, id },
    values: { people: count },
  });
  const more = withChanges(before, [people('b', 9)]);
  const both = comparePlans(before, withChanges(more, [people('a', 6)]), { draws: 20, simulatedAtMost: 1 });
  expect(both.initiatives).toHaveLength(2);
  expect(both.futures).toEqual(comparePlans(before, more, { draws: 20 }).futures);
});

it('a setting of the portfolio touches all initiatives, and those are told whose figures it moves', () => {
  const before = recordsOf(
    {
      initiative: [initiative('moved'), initiative('own rate', { teamDayRate: 500_00 }), initiative('bare')],
      phase: ['moved', 'own rate'].map((id) => phase(id, id, 0, { months: 4, people: 5 })),
    },
    { dayRate: 500_00 },
  );
  const after = withChanges(before, [
    { op: 'patch', table: 'portfolio', id: 'portfolio', values: { dayRate: 600_00 } },
  ]);
  const { initiatives } = comparePlans(before, after, { draws: 0 });
  expect(initiatives.map(({ id }) => id)).toEqual(['moved']);
});

it('places alone are no change of a plan', () => {
  const before = recordsOf({ initiative: [initiative('i')], phase: [phase('p', 'i', 0)] });
  const after = withChanges(before, [{ op: 'patch', table: 'phase', id: 'p', values: { position: 3 } }]);
  expect(recordChanges(before, after).changes).toEqual([]);
});

it('a record without a name is told by what it links, also where that is gone, and by nothing where nobody knows it', () => {
  const link = (id: string, initiativeId: string, capabilityId: string) => ({
    ...{ id, initiativeId, capabilityId },
    weight: 0.1,
  });
  const before = recordsOf({
    initiative: [initiative('a', { name: 'Alpha' })],
    capability: [newCapability('c', 'Claims', null)],
    contribution: [link('both', 'a', 'c'), link('one', 'a', 'lost'), link('none', 'lost', 'lost too')],
  });
  const { changes, names } = recordChanges(before, recordsOf({}));
  expect(changes.flatMap(({ table, id, name }) => (table === 'contribution' ? [[id, name]] : []))).toEqual([
    ['both', 'Alpha · Claims'],
    ['one', 'Alpha'],
    ['none', null],
  ]);
  expect(names).toEqual({ a: 'Alpha', c: 'Claims' });
});
