import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  initiativeInput,
  portfolioParameters,
  settingsOf,
} from '../../../shared/analysis/initiativeInput.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { newRelease } from '../../../shared/domain/defaults.ts';
import { newHandoff, newTranche } from '../../../shared/domain/planningDefaults.ts';
import { type AnyRecord, type PortfolioRecords, tableNames } from '../../../shared/domain/records.ts';
import { compare } from '../../../shared/model/compare.ts';
import { ModelInputError } from '../../../shared/model/evaluate.ts';
import {
  type ConversionNames,
  convertToProduct,
  convertToProject,
  type ToProductAnswers,
  usualToProject,
} from '../../../shared/planning/conversion.ts';
import { conversionFacts, proposedFirstRelease } from '../../../shared/planning/conversionFacts.ts';
import type { Planned } from '../../../shared/planning/planned.ts';
import { makeTranches, trancheTotals } from '../../../shared/planning/tranches.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';
import { ids, newId, somePortfolio } from './initiativesSample.ts';

const names: ConversionNames = {
  releaseName: 'First release',
  trancheName: (number) => `Tranche ${number}`,
  phaseName: (kind) => kind,
  by: 'Ada',
  at: '2026-05-06T07:08:09.010Z',
};
const nothing: ToProductAnswers = {
  teamPeople: null,
  scopePersonDays: null,
  teamDayRate: null,
  cadenceMonths: null,
  trancheMonths: null,
  tranches: false,
  firstRelease: null,
};
function done<D>(planned: Planned<D>): { readonly ok: true; readonly changes: readonly Change[] } & D {
  if (!planned.ok) throw new Error(`refused: ${planned.reason}`);
  return planned;
}
const toProduct = (records: PortfolioRecords, id: string, answers: Partial<ToProductAnswers> = {}) =>
  withChanges(records, done(convertToProduct(records, id, { ...nothing, ...answers }, names, newId)).changes);
const back = (records: PortfolioRecords, id: string) =>
  withChanges(
    records,
    done(convertToProject(records, id, usualToProject(conversionFacts(records, id)!), names, newId)).changes,
  );

/** The comparison of both modes; null where facts are missing. */
function compared(records: PortfolioRecords, id: string) {
  const { input } = initiativeInput(records, id);
  if (!input) return null;
  try {
    return compare(input, portfolioParameters(settingsOf(records)));
  } catch (error) {
    if (error instanceof ModelInputError) return null;
    throw error;
  }
}

/** Every fact that somebody entered is still there, and every record is the same. */
function keepsAll(before: PortfolioRecords, after: PortfolioRecords, id: string): void {
  for (const table of tableNames) {
    if (table === 'initiative') continue;
    for (const record of Object.values<AnyRecord>(before[table]))
      expect(after[table][record.id]).toBe(record);
  }
  const [old, now] = [before.initiative[id]!, after.initiative[id]!];
  for (const [field, value] of Object.entries(old)) {
    if (field === 'mode' || field === 'parameters' || value === null) continue;
    expect(now[field as keyof typeof now], field).toEqual(value);
  }
  expect(now.parameters).toMatchObject(old.parameters);
}

const inMode = (records: PortfolioRecords, mode: 'project' | 'product'): PortfolioRecords => ({
  ...records,
  initiative: Object.fromEntries(
    Object.entries(records.initiative).map(([id, each]) => [id, { ...each, mode }]),
  ),
});

describe('there and back', () => {
  test('project, product team, project: nothing entered is lost and the figures of the project are the same', () => {
    let computed = 0;
    fc.assert(
      fc.property(
        somePortfolio.map((records) => inMode(records, 'project')),
        fc.constantFrom(...ids),
        fc.boolean(),
        (records, id, full) => {
          const team = toProduct(records, id, {
            ...(full
              ? { cadenceMonths: 2, trancheMonths: 4, tranches: true, firstRelease: '2027-01-01' }
              : {}),
          });
          expect(team.initiative[id]?.mode).toBe('product');
          keepsAll(records, team, id);
          const again = back(team, id);
          expect(again.initiative[id]?.mode).toBe('project');
          keepsAll(records, again, id);
          const [first, last] = [compared(records, id), compared(again, id)];
          expect(last === null).toBe(first === null);
          if (first && last) {
            computed += 1;
            // A team plan without phases gets the standard ones on the way back; and of a plan that is a team's, the
            // cadence that was asked for says how much of its effort is overhead.
            const phased = Object.values(records.phase).some(({ initiativeId }) => initiativeId === id);
            const unchanged = Object.keys(again.phase).length === Object.keys(records.phase).length;
            if (phased || (unchanged && !full)) expect(last.project).toEqual(first.project);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(computed).toBeGreaterThan(50);
  });

  test('a conversion where nothing is typed changes no figure of the comparison', () => {
    let computed = 0;
    fc.assert(
      fc.property(
        somePortfolio.map((records) => inMode(records, 'project')),
        fc.constantFrom(...ids),
        (records, id) => {
          const each = records.initiative[id]!;
          fc.pre(each.teamPeople === null && each.scopePersonDays === null);
          const first = compared(records, id);
          fc.pre(first !== null);
          // Money and dates alone are read as a project's or as a team's, and the two are not the same plan.
          fc.pre(Object.values(records.phase).some(({ initiativeId }) => initiativeId === id));
          computed += 1;
          expect(compared(toProduct(records, id), id)).toEqual(first);
        },
      ),
      { numRuns: 80 },
    );
    expect(computed).toBeGreaterThan(20);
  });

  test('product team, project, product team: the team plan is used again', () => {
    let computed = 0;
    fc.assert(
      fc.property(
        somePortfolio.map((records) => inMode(records, 'product')),
        fc.constantFrom(...ids),
        (records, id) => {
          const project = back(records, id);
          keepsAll(records, project, id);
          const again = toProduct(project, id);
          keepsAll(records, again, id);
          const each = records.initiative[id]!;
          if (each.teamPeople === null && each.scopePersonDays === null) return;
          const first = compared(records, id);
          if (first) computed += 1;
          expect(compared(again, id)?.product).toEqual(first?.product);
        },
      ),
      { numRuns: 200 },
    );
    expect(computed).toBeGreaterThan(20);
  });
});

describe('to a product team', () => {
  const records = recordsOf(
    {
      initiative: [initiative('a', { budget: 1_000_000_00 })],
      phase: [
        phase('p', 'a', 0, {
          kind: 'analysis',
          startDate: '2026-01-01',
          endDate: '2026-03-31',
          people: 2,
          teamId: 'x',
        }),
        phase('q', 'a', 1, {
          kind: 'build',
          startDate: '2026-05-01',
          endDate: '2026-12-31',
          people: 6,
          teamId: 'y',
        }),
      ],
      handoff: [newHandoff('h', 'a', 0)],
    },
    { dayRate: 800_00 },
  );

  test('shows what the phases imply: average people, their work, their dates and their team', () => {
    const facts = conversionFacts(records, 'a')!;
    expect(facts.plan!.scopePersonDays).toBeCloseTo(21 * (2 * 2.924 + 6 * 8.016), 0);
    expect(facts.plan!.people).toBeCloseTo((2 * 2.924 + 6 * 8.016) / (2.924 + 8.016), 2);
    expect(facts.plan!.dayRate).toBe(800_00);
    expect(facts).toMatchObject({ startDate: '2026-01-01', endDate: '2026-12-31', teamId: 'y' });
    expect(facts.counts.handoffs).toBe(1);
    expect(proposedFirstRelease(facts, '2026-07-01')).toBe('2026-07-31');
    expect(proposedFirstRelease(facts, '2025-07-01')).toBe('2026-01-31');
  });

  test('writes what is typed in one step, and parameters only where they differ from what is in force', () => {
    const after = toProduct(records, 'a', {
      teamPeople: 7,
      cadenceMonths: 1,
      trancheMonths: 6,
      tranches: true,
      firstRelease: '2026-02-15',
    });
    expect(after.initiative.a).toMatchObject({ mode: 'product', teamPeople: 7, teamId: 'y' });
    expect(after.initiative.a!.scopePersonDays).toBeGreaterThan(1000);
    expect(after.initiative.a!.parameters).toEqual({ tranche_months: { value: 6, by: 'Ada', at: names.at } });
    expect(Object.values(after.release)).toMatchObject([
      { plannedDate: '2026-02-15', name: 'First release' },
    ]);
    expect(Object.values(after.tranche)).toMatchObject([
      { startDate: '2026-01-01', endDate: '2026-06-30', name: 'Tranche 1' },
      { startDate: '2026-07-01', endDate: '2026-12-31', name: 'Tranche 2' },
    ]);
    expect(Object.values(after.tranche).reduce((sum, { amount }) => sum + amount!, 0)).toBe(1_000_000_00);
  });

  test('writes people and scope together, each to two decimals, and rate and team only where they are its own', () => {
    // 2 people for 2.924 months and 6 for 8.016 are 4.93 on average.
    const byScope = toProduct(records, 'a', { scopePersonDays: 1000, teamDayRate: 950_00 }).initiative.a!;
    expect(byScope).toMatchObject({ teamPeople: 4.93, scopePersonDays: 1000, teamDayRate: 950_00 });
    const byPeople = toProduct(records, 'a', { teamPeople: 3 }).initiative.a!;
    expect(byPeople.teamPeople).toBe(3);
    expect(byPeople.scopePersonDays).toBe(
      Math.round(conversionFacts(records, 'a')!.plan!.scopePersonDays * 100) / 100,
    );
    expect(byPeople.teamDayRate).toBeNull();
    const own = { ...records, initiative: { a: { ...records.initiative.a!, teamId: 'own' } } };
    expect(toProduct(own, 'a').initiative.a!.teamId).toBe('own');
    const bare = recordsOf({ initiative: [initiative('a')] });
    expect(toProduct(bare, 'a', { teamPeople: 3 }).initiative.a).toMatchObject({
      teamPeople: 3,
      scopePersonDays: null,
    });
    expect(toProduct(bare, 'a', { scopePersonDays: 90 }).initiative.a).toMatchObject({
      teamPeople: null,
      scopePersonDays: 90,
    });
  });

  test('says how many releases and tranches it plans: none of those not asked for, and no tranches without both dates', () => {
    const planned = (of: PortfolioRecords, answers: Partial<ToProductAnswers>) => {
      const { tranches, releases, changes } = done(
        convertToProduct(of, 'a', { ...nothing, ...answers }, names, newId),
      );
      return [tranches, releases, changes.length];
    };
    // The patch of the initiative, and a release; tranches of six months over a year.
    expect(planned(records, {})).toEqual([0, 0, 1]);
    expect(planned(records, { firstRelease: '2026-02-15' })).toEqual([0, 1, 2]);
    expect(planned(records, { tranches: true, trancheMonths: 6 })).toEqual([2, 0, 3]);
    for (const dates of [{ startDate: '2026-01-01' }, { endDate: '2026-12-31' }]) {
      const half = recordsOf({ initiative: [initiative('a', { budget: 100, ...dates })] });
      expect(planned(half, { tranches: true, trancheMonths: 6 })).toEqual([0, 0, 1]);
    }
  });

  test('reads its rate in the currency, part-time people as full-time, and months of its own length', () => {
    // 210 person-days of three people in all, half of their time, 20 days to the month: with the release 7.35 months.
    const half = (currency: string) =>
      conversionFacts(
        recordsOf(
          {
            initiative: [
              initiative('a', {
                mode: 'product',
                teamPeople: 3,
                teamAllocation: 0.5,
                scopePersonDays: 210,
                teamDayRate: 70_000,
                parameters: { days_per_month: { value: 20, by: 'Ada', at: names.at } },
              }),
            ],
          },
          { currency },
        ),
        'a',
      )!.plan!;
    expect(half('USD')).toMatchObject({ people: 1.5, dayRate: 70_000, scopePersonDays: 210 });
    expect(half('USD').projectMonths).toBeCloseTo((210 * 1.05) / (1.5 * 20), 9);
    expect(half('JPY').dayRate).toBe(70_000);
  });

  test('counts what hangs on it, and says what is in force', () => {
    const table = <R>(count: number, make: (id: string) => R): R[] =>
      Array.from({ length: count }, (_, at) => make(`${at}`));
    const of = conversionFacts(
      recordsOf({
        initiative: [
          initiative('a', { parameters: { cadence_months: { value: 2, by: 'Ada', at: names.at } } }),
        ],
        release: table(1, (id) => newRelease(id, 'a', id)),
        contribution: table(2, (id) => ({ id, initiativeId: 'a', capabilityId: id, weight: 0.1 })),
        engagement: table(3, (id) => ({
          id,
          initiativeId: 'a',
          partnerId: id,
          description: '',
          amount: null,
          externalId: null,
        })),
        outcomeLink: table(4, (id) => ({ id, initiativeId: 'a', outcomeId: id, weight: 0.1 })),
        handoff: table(5, (id) => newHandoff(id, 'a', 0)),
        tranche: table(6, (id) => newTranche(id, 'a', 0, id)),
      }),
      'a',
    )!;
    expect(of.counts).toEqual({
      releases: 1,
      capabilities: 2,
      partners: 3,
      outcomes: 4,
      handoffs: 5,
      tranches: 6,
    });
    expect([of.cadenceMonths, of.trancheMonths]).toEqual([2, 3]);
    expect(of.hasTeamPlan).toBe(false);
    const bare = conversionFacts(recordsOf({ initiative: [initiative('a')] }), 'a')!.counts;
    expect(Object.values(bare)).toEqual([0, 0, 0, 0, 0, 0]);
    for (const values of [{ teamPeople: 1 }, { scopePersonDays: 1 }])
      expect(conversionFacts(recordsOf({ initiative: [initiative('a', values)] }), 'a')!.hasTeamPlan).toBe(
        true,
      );
  });

  test('takes its own dates and team before those of its phases, and of phases the team with most known work', () => {
    const facts = (of: Parameters<typeof phase>[3][], own: Parameters<typeof initiative>[1] = {}) =>
      conversionFacts(
        recordsOf({
          initiative: [initiative('a', own)],
          phase: of.map((values, at) => phase(`p${at}`, 'a', at, values)),
        }),
        'a',
      )!;
    const dates = [
      { startDate: '2026-03-01', endDate: '2026-09-30' },
      { startDate: '2026-02-01', endDate: '2026-05-31' },
    ];
    expect(facts(dates)).toMatchObject({ startDate: '2026-02-01', endDate: '2026-09-30' });
    expect(facts(dates, { startDate: '2025-01-01', endDate: '2027-01-01' })).toMatchObject({
      startDate: '2025-01-01',
      endDate: '2027-01-01',
    });
    expect(facts([])).toMatchObject({ startDate: null, endDate: null, teamId: null });
    // Half of 8 people for 2 months is 8; nobody knows how many do the other phase of 9 months.
    const work = [
      { teamId: 'x', people: 8, allocation: 0.5, months: 2 },
      { teamId: 'y', months: 9 },
    ];
    expect(facts(work).teamId).toBe('y');
    expect(facts([{ ...work[0]!, allocation: null }, work[1]!]).teamId).toBe('x');
    expect(facts([...work, { teamId: 'x', months: 2 }]).teamId).toBe('x');
    expect(facts([{ people: 90, months: 9 }, { teamId: 'x' }]).teamId).toBe('x');
    expect(facts(work, { teamId: 'own' }).teamId).toBe('own');
  });

  test('refuses what it is already, and what is not there', () => {
    const product = recordsOf({ initiative: [initiative('a', { mode: 'product' })] });
    expect(convertToProduct(product, 'a', nothing, names, newId)).toEqual({
      ok: false,
      reason: 'alreadyThere',
    });
    expect(convertToProduct(product, 'b', nothing, names, newId)).toEqual({ ok: false, reason: 'missing' });
  });
});

describe('to a project', () => {
  test('the standard split takes as long as the work takes the people', () => {
    const records = recordsOf(
      {
        initiative: [
          initiative('a', { mode: 'product', teamPeople: 5, scopePersonDays: 2100, startDate: '2026-01-01' }),
        ],
      },
      { dayRate: 500_00 },
    );
    const after = back(records, 'a');
    const phases = Object.values(after.phase);
    expect(phases.map(({ kind }) => kind)).toEqual(['analysis', 'design', 'build', 'test', 'release']);
    expect(phases[0]).toMatchObject({ startDate: '2026-01-01', people: 5, dayRate: null });
    // 2100 person-days of 5 people are 20 months, and the release phase comes on top with 5 %.
    expect(phases.at(-1)!.endDate).toBe('2027-10-02');
    phases.forEach((each, at) => {
      if (at > 0) expect(each.startDate).toBe(phases[at - 1]!.endDate);
    });
    expect(after.initiative.a).toMatchObject({ teamPeople: 5, scopePersonDays: 2100 });
  });

  const team = (values: Parameters<typeof initiative>[1]) =>
    recordsOf({ initiative: [initiative('a', { mode: 'product', ...values })] }, { dayRate: 500_00 });
  const asProject = (
    records: PortfolioRecords,
    answers: Parameters<typeof convertToProject>[2] = { phases: 'standard', startDate: null },
  ) => done(convertToProject(records, 'a', answers, names, newId));
  const phasesOf = (records: PortfolioRecords, answers?: Parameters<typeof convertToProject>[2]) =>
    Object.values(withChanges(records, asProject(records, answers).changes).phase);

  test('without a first day the phases have months and no dates, and a rate only where it is not the portfolio’s', () => {
    // 420 person-days of 4 people are 5 months, of which the release phase is 5 in 105.
    const work = { teamPeople: 4, scopePersonDays: 420, teamId: 't', teamParallel: 2 };
    const [first, ...others] = phasesOf(team({ ...work, teamDayRate: 700_00 }));
    expect(first).toMatchObject({
      startDate: null,
      endDate: null,
      people: 4,
      parallel: 2,
      dayRate: 700_00,
      teamId: 't',
      position: 0,
    });
    expect([first!, ...others].reduce((sum, { months }) => sum + months!, 0)).toBeCloseTo(5.25, 1);
    expect(phasesOf(team({ ...work, teamDayRate: 500_00 }))[0]!.dayRate).toBeNull();
    expect(phasesOf(team({ ...work, teamDayRate: null }))[0]!.dayRate).toBeNull();
    expect(phasesOf(team(work), { phases: 'standard', startDate: '2026-01-01' })[0]!.months).toBeNull();
  });

  test('between dates the phases fill them, with nobody’s people or rate', () => {
    const dated = { startDate: '2026-01-01', endDate: '2026-12-31', budget: 100_000_00, teamDayRate: 700_00 };
    const phases = phasesOf(team(dated), { phases: 'standard', startDate: '2026-01-01' });
    expect(phases).toHaveLength(5);
    expect(phases[0]).toMatchObject({ startDate: '2026-01-01', people: null, dayRate: null });
    expect(phases.at(-1)!.endDate).toBe('2026-12-31');
    expect(usualToProject(conversionFacts(team(dated), 'a')!)).toEqual({
      phases: 'none',
      startDate: '2026-01-01',
    });
    const open = team({ startDate: '2026-01-01', budget: 100_000_00 });
    expect(phasesOf(open)).toEqual([]);
  });

  test('makes no phases of less than a month, of none that were asked for, and none beside those of before', () => {
    const people = { teamPeople: 10, scopePersonDays: 150 };
    expect(phasesOf(team(people))).toEqual([]);
    expect(usualToProject(conversionFacts(team(people), 'a')!).phases).toBe('none');
    const month = { teamPeople: 10, scopePersonDays: 210 };
    expect(usualToProject(conversionFacts(team(month), 'a')!).phases).toBe('standard');
    // With the release phase, 200 person-days of ten people are a month to the day.
    const exact = { teamPeople: 10, scopePersonDays: 200 };
    expect(conversionFacts(team(exact), 'a')!.plan!.projectMonths).toBe(1);
    expect(usualToProject(conversionFacts(team(exact), 'a')!).phases).toBe('standard');
    expect(asProject(team(exact)).phases).toBe(5);
    expect(asProject(team(month)).phases).toBe(5);
    expect(asProject(team(month), { phases: 'none', startDate: null })).toMatchObject({ phases: 0 });
    expect(asProject(team(month), { phases: 'none', startDate: null }).changes).toHaveLength(1);
    const phased = recordsOf({
      initiative: [initiative('a', { mode: 'product', ...month })],
      phase: [phase('p', 'a', 0)],
    });
    expect(asProject(phased).changes).toHaveLength(1);
  });

  test('refuses what it is already, and what is not there', () => {
    const answers = { phases: 'none', startDate: null } as const;
    const project = recordsOf({ initiative: [initiative('a', { mode: 'project' })] });
    expect(convertToProject(project, 'a', answers, names, newId)).toEqual({
      ok: false,
      reason: 'alreadyThere',
    });
    expect(convertToProject(project, 'b', answers, names, newId)).toEqual({ ok: false, reason: 'missing' });
    expect(conversionFacts(project, 'b')).toBeNull();
  });

  test('phases from before are used again, and tranches stay', () => {
    const records = recordsOf({
      initiative: [initiative('a', { mode: 'product', teamPeople: 5, scopePersonDays: 100 })],
      phase: [phase('p', 'a', 0)],
      tranche: [newTranche('t', 'a', 0, 'One')],
    });
    expect(usualToProject(conversionFacts(records, 'a')!).phases).toBe('kept');
    const after = back(records, 'a');
    expect(after.phase).toBe(records.phase);
    expect(after.tranche).toBe(records.tranche);
  });
});

describe('tranches', () => {
  const over = (months: number, to: string, budget: number | null = 100) =>
    makeTranches(recordsOf({ initiative: [initiative('a', { budget })] }), 'a', {
      months,
      from: '2026-01-01',
      to,
      name: (number) => `T${number}`,
      newId,
    });
  test('cover every day once and the budget to the last unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 1500 }),
        fc.nat(1e9),
        (months, days, budget) => {
          const to = new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
          const made = over(months, to, budget);
          if (!made.ok) throw new Error(made.reason);
          const list = made.changes.map((each) => (each.op === 'put' ? each.record : {})) as {
            startDate: string;
            endDate: string;
            amount: number;
          }[];
          expect(list[0]!.startDate).toBe('2026-01-01');
          expect(list.at(-1)!.endDate).toBe(to);
          list.slice(1).forEach((each, at) => {
            expect(Date.parse(each.startDate) - Date.parse(list[at]!.endDate)).toBe(86_400_000);
          });
          expect(list.reduce((sum, { amount }) => sum + amount, 0)).toBe(budget);
        },
      ),
    );
  });
  test('say nothing about money that nobody entered, and are made once', () => {
    const made = over(3, '2026-12-31', null);
    expect(made.ok && made.changes.every((each) => each.op === 'put' && each.record.amount === null)).toBe(
      true,
    );
    expect(over(3, '2026-01-01').ok).toBe(false);
    const nobody = { months: 3, from: '2026-01-01', to: '2026-12-31', name: String, newId };
    expect(makeTranches(recordsOf({}), 'gone', nobody)).toEqual({ ok: false, reason: 'missing' });
    const there = recordsOf({ initiative: [initiative('a')], tranche: [newTranche('t', 'a', 0, 'One')] });
    const plan = { months: 3, from: '2026-01-01', to: '2026-12-31', name: String, newId };
    expect(makeTranches(there, 'a', plan)).toEqual({ ok: false, reason: 'alreadyThere' });
  });
  test('add up beside the budget, with what is unknown counted', () => {
    const tranche = (id: string, amount: number | null, decision: 'pending' | 'continue') => ({
      ...newTranche(id, 'a', 0, id),
      amount,
      decision,
    });
    expect(trancheTotals([tranche('x', 40, 'continue'), tranche('y', 30, 'pending')], 100)).toEqual({
      sum: 70,
      unknown: 0,
      released: 40,
      left: 30,
    });
    expect(trancheTotals([tranche('x', null, 'continue')], 100).left).toBeNull();
    expect(trancheTotals([tranche('x', 40, 'continue')], null).left).toBeNull();
  });
});
