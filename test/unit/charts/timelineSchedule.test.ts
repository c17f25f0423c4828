import { describe, expect, it } from 'vitest';
import { handOvers, itemOf, type Subject } from '../../../renderer/charts/timeline/timelineData.ts';
import { datedDependencies, pushesOf, slackOf } from '../../../shared/analysis/criticalPath.ts';
import { scheduleOf } from '../../../shared/analysis/schedule.ts';
import { overloadOf, teamLoads } from '../../../shared/analysis/teamLoad.ts';
import type { Phase } from '../../../shared/domain/records.ts';
import { dayNumber, isoDay } from '../../../shared/domain/time.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const day = dayNumber;
const dated = (id: string, start: string, end: string, values: Partial<Phase> = {}, position = 0) =>
  phase(id, 'i', position, { startDate: start, endDate: end, ...values });
const lengths = (phases: readonly Phase[], start: string | null = '2026-01-01', end: string | null = null) =>
  scheduleOf(initiative('i', { startDate: start, endDate: end }), phases);

describe('the schedule', () => {
  it('ends on the day after the last one', () => {
    const { start, end } = scheduleOf(
      initiative('i', { startDate: '2024-02-01', endDate: '2024-02-29' }),
      [],
    );
    expect([start, end]).toEqual([day('2024-02-01'), day('2024-03-01')]);
  });

  it('takes the dates of the phases where the initiative has none', () => {
    const { start, end } = lengths(
      [dated('a', '2026-03-01', '2026-03-31'), dated('b', '2026-04-20', '2026-05-31')],
      null,
    );
    expect([isoDay(start!), isoDay(end!)]).toEqual(['2026-03-01', '2026-06-01']);
  });

  it('finds the wait in a gap of the dates, but not in a weekend', () => {
    const { phases } = lengths([
      dated('a', '2026-01-01', '2026-01-30'),
      dated('b', '2026-02-02', '2026-02-28'),
      dated('c', '2026-04-01', '2026-04-30'),
    ]);
    expect(phases.map((each) => each.start - each.waitFrom)).toEqual([0, 0, 31]);
  });

  it('lays phases without dates one after the other, after their waits', () => {
    const { phases, end } = lengths([
      phase('a', 'i', 0, { months: 2 }),
      phase('b', 'i', 1, { months: 1, waitMonths: 1 }),
    ]);
    expect(phases.map(({ start, end: to, dated: own }) => [isoDay(start), isoDay(to), own])).toEqual([
      ['2026-01-01', '2026-03-03', false],
      ['2026-04-02', '2026-05-02', false],
    ]);
    expect(isoDay(end!)).toBe('2026-05-02');
  });

  it('places what it can, and counts what it cannot', () => {
    const { phases, unplaced, start } = lengths(
      [phase('a', 'i', 0), phase('b', 'i', 1, { months: 2 })],
      null,
    );
    expect(phases).toEqual([]);
    expect([unplaced, start]).toEqual([2, null]);
    expect(lengths([dated('a', '2026-05-01', '2026-04-01')]).unplaced).toBe(1);
  });

  it('leaves a product team open', () => {
    const schedule = scheduleOf({ ...initiative('i', { startDate: '2026-01-01' }), mode: 'product' }, [
      dated('a', '2026-03-01', '2026-03-31'),
    ]);
    expect(schedule).toMatchObject({ end: null, phases: [] });
  });
});

describe('the critical path', () => {
  it('gives slack to what runs beside the longest way, and none to that', () => {
    const { phases, end } = lengths([
      dated('analysis', '2026-01-01', '2026-01-31'),
      dated('build', '2026-02-01', '2026-04-30'),
      dated('guide', '2026-02-01', '2026-02-28'),
      dated('release', '2026-05-01', '2026-05-31'),
    ]);
    expect(Object.fromEntries(slackOf(phases, end))).toEqual({
      analysis: 0,
      build: 0,
      guide: 61,
      release: 0,
    });
  });

  it('counts the room before a later end date, and lets waits slip along', () => {
    const { phases, end } = lengths(
      [dated('a', '2026-01-01', '2026-01-31'), dated('b', '2026-03-01', '2026-03-31')],
      '2026-01-01',
      '2026-04-10',
    );
    expect(Object.fromEntries(slackOf(phases, end))).toEqual({ a: 10, b: 10 });
  });

  it('has nothing to say about nothing, and leaves no room where the end date is too early', () => {
    expect(slackOf([], null).size).toBe(0);
    const { phases } = lengths([dated('a', '2026-01-01', '2026-01-31')]);
    expect(slackOf(phases, day('2026-01-10')).get('a')).toBe(0);
  });

  it('says who is pushed, and by how much a start is too early', () => {
    const schedules = new Map([
      ['a', scheduleOf(initiative('a', { startDate: '2026-01-01', endDate: '2026-03-31' }), [])],
      ['b', scheduleOf(initiative('b', { startDate: '2026-04-01', endDate: '2026-06-30' }), [])],
      ['c', scheduleOf(initiative('c', { startDate: '2026-03-01', endDate: '2026-06-30' }), [])],
      ['d', scheduleOf(initiative('d', { startDate: '2026-05-01' }), [])],
    ]);
    const needs = (from: string, to: string) => ({
      id: `${from}${to}`,
      fromInitiativeId: from,
      toInitiativeId: to,
    });
    const table = Object.fromEntries(
      [needs('b', 'a'), needs('c', 'a'), needs('d', 'a'), needs('a', 'd')].map((each) => [each.id, each]),
    );
    const found = datedDependencies(table, schedules);
    expect(found.map(({ id, slackDays }) => [id, slackDays])).toEqual([
      ['ba', 0],
      ['ca', -31],
      ['da', 30],
    ]);
    expect(Object.fromEntries(pushesOf(found))).toEqual({ a: ['b', 'c'] });
  });

  it('marks hand-overs by kind, team and ledger, critical without slack', () => {
    const subject: Subject = {
      initiative: initiative('i', { startDate: '2026-01-01' }),
      phases: [
        dated('a', '2026-01-01', '2026-01-31', { teamId: 't1' }),
        dated('b', '2026-02-01', '2026-02-28', { teamId: 't2' }),
        dated('c', '2026-03-01', '2026-03-31', { teamId: 't2' }),
        dated('d', '2026-04-01', '2026-04-30', { kind: 'handOver' }),
      ],
      releases: [],
      tranches: [],
      handoffs: [],
      allocations: [],
    };
    expect(handOvers(itemOf(subject)).map(({ phaseId, critical }) => [phaseId, critical])).toEqual([
      ['b', true],
      ['d', true],
    ]);
    const roomy = itemOf({
      ...subject,
      initiative: initiative('i', { startDate: '2026-01-01', endDate: '2026-12-31' }),
    });
    expect(handOvers(roomy).map(({ critical }) => critical)).toEqual([false, false]);
  });
});

describe('the load of a team', () => {
  const quarter = { from: day('2026-01-01'), to: day('2026-04-01') };
  const next = { from: day('2026-04-01'), to: day('2026-07-01') };
  const team = {
    id: 't',
    name: 'Team',
    mission: '',
    stableSince: null,
    decidesAlone: '',
    platforms: [],
    disbandsOn: null,
  };
  const load = (tables: Parameters<typeof recordsOf>[0]) => {
    const records = recordsOf({ team: [team], ...tables });
    const schedules = new Map(
      Object.values(records.initiative).map((each) => [
        each.id,
        scheduleOf(
          each,
          Object.values(records.phase).filter((one) => one.initiativeId === each.id),
        ),
      ]),
    );
    return teamLoads(records, schedules, [quarter, next])[0];
  };
  const product = (id: string, people: number | null) =>
    ({
      ...initiative(id, { startDate: '2026-01-01', teamId: 't', teamPeople: people }),
      mode: 'product',
    }) as const;

  it('adds people by the time they are at work, and compares with the team', () => {
    const found = load({
      initiative: [product('p', 6), initiative('i', { startDate: '2026-01-01' })],
      phase: [
        phase('a', 'i', 0, {
          startDate: '2026-01-01',
          endDate: '2026-02-14',
          people: 4,
          allocation: 0.5,
          teamId: 't',
        }),
      ],
    });
    // 45 of 90 days with two full-time people more than the six of the product team.
    expect(found).toEqual({
      teamId: 't',
      size: 6,
      loads: [
        { people: 7, unknown: 0 },
        { people: 6, unknown: 0 },
      ],
    });
    expect(overloadOf(found!.loads[0]!, found!.size)).toBeCloseTo(1 / 6, 12);
    expect(overloadOf(found!.loads[1]!, found!.size)).toBe(0);
  });

  it('keeps what is not known apart from nobody', () => {
    expect(load({ initiative: [product('p', null)] })).toEqual({
      teamId: 't',
      size: null,
      loads: [
        { people: null, unknown: 1 },
        { people: null, unknown: 1 },
      ],
    });
    expect(load({ initiative: [product('p', 3), product('q', null)] })?.loads[0]).toEqual({
      people: 3,
      unknown: 1,
    });
    const short = {
      ...initiative('s', { startDate: '2026-01-01', endDate: '2026-02-01', teamId: 't', teamPeople: 2 }),
    };
    expect(load({ initiative: [short] })?.loads[1]).toEqual({ people: 0, unknown: 0 });
    expect(overloadOf({ people: null, unknown: 1 }, 4)).toBeNull();
    expect(overloadOf({ people: 5, unknown: 0 }, null)).toBeNull();
  });

  it('takes the people of the roles, and allocated people where there are any', () => {
    const found = load({
      initiative: [product('p', 6)],
      teamMember: [
        { id: 'm1', teamId: 't', name: 'Engineer', people: 4 },
        { id: 'm2', teamId: 't', name: 'Designer', people: 1 },
      ],
      allocation: [{ id: 'a', teamId: 't', initiativeId: 'p', quarter: '2026-Q1', people: 2.5 }],
    });
    expect(found).toEqual({
      teamId: 't',
      size: 5,
      loads: [
        { people: 2.5, unknown: 0 },
        { people: 6, unknown: 0 },
      ],
    });
  });

  it('passes over what is not funded, stopped or retired', () => {
    for (const values of [{ funded: false }, { stage: 'stopped' as const }, { retired: true }]) {
      expect(load({ initiative: [{ ...product('p', 6), ...values }] })).toBeUndefined();
    }
  });
});

describe('room on the critical path', () => {
  const placed = (id: string, start: number, end: number, waitFrom = start) =>
    ({ phase: phase(id, 'i', 0), start, end, waitFrom }) as Parameters<typeof slackOf>[0][number];

  it('is none where the next one waits since before this one ends', () => {
    const slack = slackOf([placed('a', 0, 10), placed('b', 12, 20, 5)], null);
    expect([...slack]).toEqual([
      ['b', 0],
      ['a', 0],
    ]);
    expect(slackOf([placed('a', 0, 10), placed('b', 12, 20)], 25).get('a')).toBe(7);
  });

  it('of a day holds nobody up, of none it does', () => {
    const dependency = (id: string, slackDays: number) => ({ id, from: id, to: 'x', slackDays });
    const pushes = pushesOf([dependency('a', 1), dependency('b', 0), dependency('c', -3)]);
    expect(pushes.get('x')).toEqual(['b', 'c']);
  });
});
