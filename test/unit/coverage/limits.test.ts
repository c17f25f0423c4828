/** Where each finding of MODEL.md 3 begins, and what is made of values that nobody entered. */
import { describe, expect, it } from 'vitest';
import { analyseCoverage } from '../../../shared/coverage/analyse.ts';
import { leftOutOfPortfolio, portfolioCommand } from '../../../shared/coverage/commands.ts';
import { declaredRunBy } from '../../../shared/coverage/declaredRun.ts';
import { readFacts, spanOverlap } from '../../../shared/coverage/facts.ts';
import type { FindingType } from '../../../shared/coverage/findings.ts';
import type { CoverageElement, CoverageInitiative } from '../../../shared/coverage/types.ts';
import { compare } from '../../../shared/model/compare.ts';
import type { ModelInitiative } from '../../../shared/model/types.ts';
import { example } from '../model/examples.ts';
import { analyse, element, findingsOf, initiative } from './helpers.ts';

/** Values that may be absent in two ways, as in files. */
type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Subjects of the findings of one type for 100 money on one element. */
const found = (
  type: FindingType,
  elementMore: Loose<CoverageElement>,
  initiativeMore: Partial<CoverageInitiative> = {},
): readonly string[] =>
  findingsOf(
    analyse(
      [initiative('I', ['A'], initiativeMore)],
      [element('A', elementMore as Partial<CoverageElement>)],
    ),
    type,
  ).map(({ subject }) => subject);

describe('demand', () => {
  const demandOf = (more: Partial<CoverageElement>) => analyse([], [element('A', more)]).elements[0]!.demand;

  it('is importance / 5 x missing steps / 4', () => {
    expect(demandOf({ importance: 3, current: 1, target: 3 })).toBeCloseTo(0.3, 12);
    expect(demandOf({ importance: 5, current: 1, target: 5 })).toBe(1);
  });

  it('is none where the target is passed, and at most all of it on wrong scales', () => {
    expect(demandOf({ current: 5, target: 2 })).toBe(0);
    expect(demandOf({ importance: 9, current: 1, target: 5 })).toBe(1);
  });

  it.each(['importance', 'current', 'target'] as const)(
    'is unknown without %s, and no finding is made of it',
    (field) => {
      for (const absent of [null, undefined]) {
        const analysis = analyse(
          [initiative('I', ['A'])],
          [element('A', { [field]: absent, owner_team: 'T' })],
        );
        expect(analysis).toMatchObject({ unrated: ['A'], findings: [] });
      }
    },
  );
});

describe('a finding begins', () => {
  it.each<[FindingType, string, Loose<CoverageElement>, Partial<CoverageInitiative>, boolean]>([
    ['GAP_NONE', 'with demand', {}, { budget: 0 }, true],
    ['GAP_NONE', 'not where the target is reached', { current: 4, needed_money: 50 }, { budget: 0 }, false],
    ['GAP_UNDER', 'below half of the need', { needed_money: 201 }, {}, true],
    ['GAP_UNDER', 'not where the target is reached', { current: 4, needed_money: 400 }, {}, false],
    ['OVER_INVESTED', 'above one and a half times the need', { needed_money: 66 }, {}, true],
    ['OVER_INVESTED', 'not at one and a half times', { needed_money: 100 }, { budget: 150 }, false],
    ['INVEST_NO_DEMAND', 'with any money', { current: 4 }, { budget: 0.5 }, true],
    ['INVEST_NO_DEMAND', 'not without money', { current: 4 }, { budget: 0 }, false],
    ['LOCK_IN', 'at importance 4', { importance: 4 }, { vendor: 'V' }, true],
    ['LOCK_IN', 'not below', { importance: 3 }, { vendor: 'V' }, false],
    ['LOCK_IN', 'not where nobody said how important', { importance: null }, { vendor: 'V' }, false],
    ['LOCK_IN', 'not where importance is absent', { importance: undefined }, { vendor: 'V' }, false],
    ['ORPHAN', 'at importance 3', { importance: 3 }, {}, true],
    ['ORPHAN', 'not below', { importance: 2 }, {}, false],
    ['ORPHAN', 'not where nobody said how important', { importance: null }, {}, false],
    ['ORPHAN', 'not where importance is absent', { importance: undefined }, {}, false],
  ])('%s %s', (type, _, elementMore, initiativeMore, isFound) => {
    expect(found(type, elementMore, initiativeMore)).toEqual(isFound ? ['A'] : []);
  });

  it('not where supply is at a limit of a need that was rounded', () => {
    // Equal demands share the money equally: one has half as much again, one half, whatever the demand's digits are.
    for (const importance of [1, 2, 3, 4, 5]) {
      for (const target of [2, 3, 4, 5]) {
        for (const count of [2, 3, 4, 5]) {
          const ids = Array.from({ length: count }, (_, i) => `E${i}`);
          const budgets = ids.map((_, i) => [60_000, 20_000][i] ?? 40_000);
          const analysis = analyse(
            ids.map((id, i) => initiative(`I${i}`, [id], { budget: budgets[i]! })),
            ids.map((id) => element(id, { importance, current: 1, target })),
          );
          expect(findingsOf(analysis, 'OVER_INVESTED')).toEqual([]);
          expect(findingsOf(analysis, 'GAP_UNDER')).toEqual([]);
        }
      }
    }
  });

  it('UNMAPPED with any money', () => {
    const analysis = analyse([initiative('I', [], { budget: 0.5, vendor: 'V' })], []);
    expect(findingsOf(analysis, 'UNMAPPED')).toMatchObject([{ subject: 'I', money: 0.5 }]);
    expect(analysis.vendor_shares).toEqual({ V: 1 });
  });

  const portfolio = (...budgets: readonly number[]) =>
    findingsOf(
      analyse(
        budgets.map((budget, i) => initiative(`I${i}`, [], { budget, vendor: `V${i}` })),
        [],
      ),
      'CONCENTRATION',
    );

  it('CONCENTRATION at a share of 40 %', () => {
    expect(portfolio(30, 40, 30)).toMatchObject([{ subject: 'V1', money: 0, detail: { share: 0.4 } }]);
    expect(portfolio(30.5, 39, 30.5)).toEqual([]);
  });

  it('CONCENTRATION only where the other vendors are large too', () => {
    // 40 % and sixty times 1 %: 1,600 + 60 are less than 2,500.
    expect(portfolio(40, ...Array<number>(60).fill(1))).toEqual([]);
  });

  it('CONCENTRATION with the largest vendor, wherever it stands in the list and the alphabet', () => {
    expect(portfolio(40, 60)[0]).toMatchObject({ subject: 'V1', detail: { share: 0.6 } });
    expect(portfolio(60, 40)[0]).toMatchObject({ subject: 'V0', detail: { share: 0.6 } });
  });
});

describe('readiness to leave a vendor', () => {
  const own = initiative('I', ['A'], { vendor: 'V', exit_readiness: 0.5 });
  const others = [
    initiative('J', ['A'], { exit_readiness: 1 }),
    initiative('K', ['A'], { vendor: 'W', budget: 50 }),
  ];
  const lockIn = (vendors: readonly { id: string; exit_readiness: number }[], more = {}) =>
    analyseCoverage({ initiatives: [own, ...others], capabilities: [element('A', more)], vendors })!
      .elements[0]!.lock_in;

  it('is that of the element, else of the vendor, else of its own initiatives', () => {
    // V has 100 of 250, more than W.
    expect(lockIn([])).toBeCloseTo(0.4 * 0.5, 12);
    expect(lockIn([{ id: 'V', exit_readiness: 0.25 }])).toBeCloseTo(0.4 * 0.75, 12);
    expect(lockIn([{ id: 'V', exit_readiness: 0.25 }], { exit_readiness: 0.75 })).toBeCloseTo(0.4 * 0.25, 12);
  });
});

describe('what is counted', () => {
  it('is no negative amount, and shares between 0 and 1', () => {
    const owed = analyse([initiative('I', ['A'], { budget: -5 })], [element('A', { needed_money: -1 })]);
    expect(owed).toMatchObject({ unknown_money: ['I'], total_money: 0 });
    expect(owed.elements[0]!.need_money).toBe(0);
    const lockIn = (exit_readiness: number) =>
      analyse([initiative('I', ['A'], { vendor: 'V', exit_readiness })], [element('A')]).elements[0]!.lock_in;
    expect([-1, 0.25, 2].map(lockIn)).toEqual([1, 0.75, 0]);
  });

  it('as one team is whatever nobody named a team for', () => {
    const teams = [null, '', undefined].map((team, i) =>
      initiative(`I${i}`, ['A'], team === undefined ? {} : { team }),
    );
    expect(analyse(teams, [element('A')]).elements[0]!.n_eff_teams).toBeCloseTo(1, 12);
  });

  it('as depended on is the first of two with the same id', () => {
    const [first, second] = [10, 20].map((budget) => initiative('I', ['A'], { budget, team: `T${budget}` }));
    const facts = readFacts(
      {
        initiatives: [first!, second!, initiative('J', [], { depends_on: ['I', 'gone'] })],
        capabilities: [],
      },
      () => null,
    );
    expect([...facts.initiatives[2]!.depends_on]).toEqual([0]);
  });
});

describe('the overlap of two spans of time', () => {
  it.each([
    ['a quarter of each', [0, 12], [9, 21], 0.25],
    ['half of the shorter', [0, 24], [21, 27], 0.5],
    ['one inside the other', [0, 24], [9, 12], 1],
    ['the same', [3, 5], [3, 5], 1],
    ['one after the other', [0, 6], [6, 12], 0],
    ['apart', [0, 6], [8, 12], 0],
    ['a span of no time', [0, 6], [3, 3], 0],
    ['open ends', [0, Number.POSITIVE_INFINITY], [30, Number.POSITIVE_INFINITY], 1],
    ['one open end', [0, Number.POSITIVE_INFINITY], [-2, 6], 0.75],
  ] as const)('%s', (_, [startA, endA], [startB, endB], overlap) => {
    expect(spanOverlap(startA, endA, startB, endB)).toBe(overlap);
    expect(spanOverlap(startB, endB, startA, endA)).toBe(overlap);
  });
});

describe('a plan as the model runs it', () => {
  const run = declaredRunBy(compare);
  const plan = (vector: string) => example(vector) as unknown as CoverageInitiative;
  const team = initiative('I', [], { product: { people: 4, rate: 600, scope_pd: 420 } });

  it('is unknown where the model refuses it, or there is none', () => {
    expect(run({ ...team, product: { ...team.product!, people: 0 } })).toBeNull();
    expect(run({ ...team, product: null })).toBeNull();
    expect(run({ ...team, product: null, phases: [] })).toBeNull();
  });

  it('is that of the declared mode, with phases or a team alone', () => {
    const { project, product } = compare(team as unknown as ModelInitiative);
    expect(run(team)).toMatchObject({ cost: project.cost, knowledge: project.knowledge_at_horizon });
    expect(run({ ...team, mode: 'product' })).toMatchObject({ cost: product.cost });
    expect(run(plan('E2-typical_compare'))?.cost).toBeCloseTo(716201, 0);
  });

  it('ends where it is complete, else where a gate stops it', () => {
    expect(run(plan('E2-typical_compare'))?.end_month).toBeCloseTo(15.853, 3);
    // E5 as a product team is stopped at month 6 (MODEL.md 4.1).
    expect(run({ ...plan('E5-low-value_compare'), mode: 'product' })?.end_month).toBeCloseTo(6, 9);
  });
});

describe('the command', () => {
  const { budget: _, ...plan } = initiative('I', [], { product: { people: 4, rate: 600, scope_pd: 420 } });
  /** Without a gate, which stops this plan because it is worth nothing. */
  const other = { mandatory: true };

  it('takes global parameters under both names, and `defaults` first', () => {
    const costWith = (more: object) => portfolioCommand({ initiatives: [plan], ...more }).money.I;
    const [asGiven, whole] = [costWith({}), costWith({ defaults: other })];
    expect(whole).toBeGreaterThan(asGiven!);
    expect(costWith({ params: other })).toBe(whole);
    expect(costWith({ defaults: other, params: { mandatory: false } })).toBe(whole);
  });

  it('names parameters that no plan can be computed with, under both names', () => {
    const wrong = { horizon_months: 0.5 };
    const named = { code: 'HORIZON_NOT_WHOLE', path: 'initiatives.0.defaults.horizon_months' };
    for (const more of [{ defaults: wrong }, { params: wrong }, { defaults: wrong, params: other }]) {
      expect(leftOutOfPortfolio({ initiatives: [plan], ...more })).toEqual([named]);
    }
    // Without a plan there is nothing to compute.
    expect(leftOutOfPortfolio({ initiatives: [initiative('I', [])], defaults: wrong })).toEqual([]);
  });

  it('takes vendors', () => {
    const vendors = [{ id: 'V', exit_readiness: 0.25 }];
    const initiatives = [initiative('I', ['A'], { vendor: 'V' })];
    const { capabilities } = portfolioCommand({ initiatives, capabilities: [element('A')], vendors });
    expect(capabilities[0]!.lock_in).toBeCloseTo(0.75, 12);
  });
});
