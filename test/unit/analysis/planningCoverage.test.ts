import { describe, expect, it } from 'vitest';
import { analysePortfolio } from '../../../shared/analysis/analysePortfolio.ts';
import { elementId, elementName } from '../../../shared/analysis/coverageElements.ts';
import { coverageInput } from '../../../shared/analysis/coverageInput.ts';
import { overheadTotals } from '../../../shared/analysis/overheadTotals.ts';
import { analyseCoverage } from '../../../shared/coverage/analyse.ts';
import { newCapability, newTeam } from '../../../shared/domain/defaults.ts';
import { newOutcome, newOverheadWork, newSegment } from '../../../shared/domain/planningDefaults.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const rated = { importance: 5, currentMaturity: 1, targetMaturity: 5 } as const;

const portfolio = () => ({
  initiative: [
    initiative('a', { budget: 1_000_00, startDate: '2026-01-01', endDate: '2026-12-31', teamId: 't' }),
    initiative('b', { mode: 'product', budget: 500_00, startDate: '2026-01-01', teamId: 't' }),
    initiative('old', { budget: 9_000_00, startDate: '2020-01-01', retired: true }),
  ],
  team: [newTeam('t', 'T')],
  capability: [{ ...newCapability('c', 'C', null), ...rated }],
  outcome: [{ ...newOutcome('c', 'Churn'), ...rated, neededMoney: 2_000_00 }],
  segment: [newSegment('s', 'Shops')],
  contribution: [{ id: 'x', initiativeId: 'a', capabilityId: 'c', weight: 1 }],
  outcomeLink: [
    { id: 'x', initiativeId: 'a', outcomeId: 'c', weight: 0.25 },
    { id: 'y', initiativeId: 'old', outcomeId: 'c', weight: 1 },
  ],
  segmentLink: [{ id: 'x', initiativeId: 'b', segmentId: 's', weight: 1 }],
  dependency: [
    { id: 'd', fromInitiativeId: 'a', toInitiativeId: 'old' },
    { id: 'e', fromInitiativeId: 'a', toInitiativeId: 'b' },
  ],
});

const coverageOf = (tables: Parameters<typeof recordsOf>[0]) => {
  const { input } = coverageInput(recordsOf(tables));
  const analysis = analyseCoverage(input);
  if (!analysis) throw new Error('cancelled');
  return analysis;
};

describe('outcomes and segments in the coverage', () => {
  const analysis = coverageOf(portfolio());
  const row = (id: string) => analysis.elements.find((element) => element.id === id);

  it('are elements of their own kind beside a capability of the same id', () => {
    expect(analysis.problems).toEqual([]);
    expect(analysis.elements.map(({ id, kind }) => [id, kind])).toEqual([
      ['c', 'capability'],
      ['outcome:c', 'outcome'],
      ['segment:s', 'segment'],
    ]);
    expect(row('c')?.supply_money).toBe(1000);
    expect(row('outcome:c')).toMatchObject({ supply_money: 250, need_money: 2000, gap_money: 1750 });
    expect(row('segment:s')?.supply_money).toBe(500);
  });

  it('do not count in the sums of capabilities', () => {
    const alone = coverageOf({ ...portfolio(), outcome: [], segment: [], outcomeLink: [], segmentLink: [] });
    expect(analysis.totals).toEqual(alone.totals);
    expect(analysis.elements.filter(({ kind }) => kind === 'capability')).toEqual(alone.elements);
  });

  it('have names for pages', () => {
    const records = recordsOf(portfolio());
    expect(elementName(records, elementId('outcome', 'c'))).toBe('Churn');
    expect(elementName(records, elementId('segment', 's'))).toBe('Shops');
    expect(elementName(records, elementId('capability', 'c'))).toBe('C');
    expect(elementName(records, 'outcome:constructor')).toBeUndefined();
    expect(elementName(records, 'constructor')).toBeUndefined();
  });
});

describe('retired initiatives', () => {
  it('supply nothing, are no start, and are nobody to depend on', () => {
    const { input, origin } = coverageInput(recordsOf(portfolio()));
    expect(input.initiatives.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(origin).toBe('2026-01-01');
    expect(input.initiatives[0]?.depends_on).toEqual(['b']);
  });

  it('are left out of the analysis: without the record it says the same', () => {
    const tables = portfolio();
    const settings = { dayRate: 60_000, draws: 100, assumedPaybackMonths: 24 };
    const gone = {
      ...tables,
      initiative: tables.initiative.filter(({ id }) => id !== 'old'),
      outcomeLink: tables.outcomeLink.filter(({ initiativeId }) => initiativeId !== 'old'),
      dependency: tables.dependency.filter(({ toInitiativeId }) => toInitiativeId !== 'old'),
    };
    const analysis = analysePortfolio(recordsOf(tables, settings));
    expect(analysis?.initiatives.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(analysis).toEqual(analysePortfolio(recordsOf(gone, settings)));
    expect(analysis?.totals.computed).toBeGreaterThan(0);
  });
});

describe('a team that disbands', () => {
  const withTeam = (disbandsOn: string | null) => {
    const tables = portfolio();
    const contribution = [{ id: 'z', initiativeId: 'b', capabilityId: 'c', weight: 1 }];
    return { ...tables, team: [{ ...newTeam('t', 'T'), disbandsOn }], contribution };
  };

  it('ends what its product team supplies, and not what a project plans', () => {
    const { input } = coverageInput(recordsOf(withTeam('2026-12-31')));
    expect(input.initiatives.find(({ id }) => id === 'b')?.end_month).toBeCloseTo(12, 0);
    const stays = coverageInput(recordsOf(withTeam(null))).input;
    expect(stays.initiatives.find(({ id }) => id === 'b')?.end_month).toBeNull();
    expect(stays.initiatives.find(({ id }) => id === 'a')).toEqual(
      input.initiatives.find(({ id }) => id === 'a'),
    );
  });

  it('leaves its capability alone from that month on', () => {
    const orphanOf = (disbandsOn: string | null) =>
      coverageOf(withTeam(disbandsOn)).elements.find(({ id }) => id === 'c')?.orphan_from_month;
    expect(orphanOf(null)).toBeNull();
    expect(orphanOf('2026-12-31')).toBeCloseTo(12, 0);
  });
});

describe('overheadTotals', () => {
  const work = (id: string, values: object) => ({ ...newOverheadWork(id, id), ...values });
  const tables = {
    initiative: [
      initiative('known', {
        overhead: true,
        budget: 70_000,
        startDate: '2026-01-01',
        endDate: '2026-12-31',
      }),
      initiative('unknown', { overhead: true }),
      initiative('stopped', { overhead: true, budget: 1, stage: 'stopped' }),
      initiative('retired', { overhead: true, budget: 2, retired: true }),
      initiative('useful', { budget: 4 }),
    ],
    overheadWork: [
      work('w1', { personDaysPerMonth: 3, manual: true }),
      work('w2', { personDaysPerMonth: 1.5 }),
      work('w3', { personDaysPerMonth: null }),
      work('w4', { personDaysPerMonth: 100, stopped: true }),
    ],
  };

  it('adds up what is known, and counts what is not', () => {
    expect(overheadTotals(recordsOf(tables, { dayRate: 80_000 }))).toEqual({
      initiatives: {
        count: 2,
        // 700 at 800 a day are 0.875 days, spread over the months between its dates.
        pd_per_month: expect.closeTo(700 / 800 / (364 / 30.436875), 9),
        money_per_month: expect.closeTo(700 / (364 / 30.436875), 2),
        unknown_effort: 1,
        unknown_money: 1,
        budget: 700,
        unknown_budget: 1,
      },
      work: {
        count: 3,
        pd_per_month: 4.5,
        money_per_month: 3600,
        unknown_effort: 1,
        unknown_money: 1,
        manual: 1,
      },
    });
  });

  it('says unknown, not zero, without a day rate or an effort', () => {
    expect(overheadTotals(recordsOf(tables)).work).toMatchObject({
      pd_per_month: 4.5,
      money_per_month: null,
    });
    const vague = recordsOf(
      { initiative: [initiative('a', { overhead: true })], overheadWork: [work('w', {})] },
      { dayRate: 80_000 },
    );
    expect(overheadTotals(vague)).toMatchObject({
      initiatives: { budget: null },
      work: { pd_per_month: null, money_per_month: null },
    });
  });

  it('is nothing in a portfolio without overhead', () => {
    const nothing = { count: 0, pd_per_month: 0, money_per_month: 0, unknown_effort: 0, unknown_money: 0 };
    expect(overheadTotals(recordsOf({}))).toEqual({
      initiatives: { ...nothing, budget: 0, unknown_budget: 0 },
      work: { ...nothing, manual: 0 },
    });
  });
});
