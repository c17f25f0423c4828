import { describe, expect, it } from 'vitest';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { scheduleOf } from '../../../shared/analysis/schedule.ts';
import { overloadOf, quarterSpan, teamLoads } from '../../../shared/analysis/teamLoad.ts';
import { newTeam } from '../../../shared/domain/defaults.ts';
import type { Allocation } from '../../../shared/domain/records.ts';
import { isoDay } from '../../../shared/domain/time.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const allocation = (id: string, quarter: string, people: number, initiativeId = 'i'): Allocation => ({
  id,
  teamId: 't',
  initiativeId,
  quarter,
  people,
});
const member = (id: string, people: number, teamId = 't') => ({ id, teamId, name: 'Developer', people });

const quarters = ['2026-Q1', '2026-Q2'].map(quarterSpan);
/** The loads of team t in the first two quarters of 2026. */
function loadsOf(tables: Parameters<typeof recordsOf>[0], spans = quarters) {
  const records = recordsOf({ team: [newTeam('t', 'T')], ...tables });
  const { phases } = portfolioIndex(records);
  const schedules = new Map(
    Object.values(records.initiative).map((each) => [each.id, scheduleOf(each, phases.get(each.id) ?? [])]),
  );
  return teamLoads(records, schedules, spans).find(({ teamId }) => teamId === 't');
}

/** A product team of five at 80 % through the first half of 2026. */
const product = initiative('i', {
  mode: 'product',
  teamId: 't',
  teamPeople: 5,
  teamAllocation: 0.8,
  startDate: '2026-01-01',
  endDate: '2026-06-30',
});

describe('quarterSpan', () => {
  it.each([
    ['2026-Q1', '2026-01-01', '2026-04-01'],
    ['2024-Q1', '2024-01-01', '2024-04-01'],
    ['2026-Q4', '2026-10-01', '2027-01-01'],
    ['1900-Q2', '1900-04-01', '1900-07-01'],
  ])('%s runs from %s to the day before %s', (quarter, from, to) => {
    const span = quarterSpan(quarter);
    expect([isoDay(span.from), isoDay(span.to)]).toEqual([from, to]);
  });
});

describe('teamLoads', () => {
  it('takes the people of a product team, and an allocated quarter before them', () => {
    expect(loadsOf({ initiative: [product] })?.loads.map(({ people }) => people)).toEqual([4, 4]);
    expect(loadsOf({ initiative: [product], allocation: [allocation('a', '2026-Q2', 1.5)] })?.loads).toEqual([
      { people: 4, unknown: 0 },
      { people: 1.5, unknown: 0 },
    ]);
  });

  it('takes nobody where nobody was allocated on purpose', () => {
    const [first] =
      loadsOf({ initiative: [product], allocation: [allocation('a', '2026-Q1', 0)] })?.loads ?? [];
    expect(first).toEqual({ people: 0, unknown: 0 });
  });

  it('adds two rows of one quarter, and replaces the plan of that quarter once', () => {
    const half = [{ from: quarters[0]!.from, to: quarters[1]!.to }];
    const [load] =
      loadsOf(
        {
          initiative: [product],
          allocation: [allocation('a', '2026-Q1', 1), allocation('b', '2026-Q1', 2)],
        },
        half,
      )?.loads ?? [];
    const days = half[0]!.to - half[0]!.from;
    expect(load?.people).toBeCloseTo((3 * 90 + 4 * 91) / days, 12);
  });

  it('takes phases with their own team, else that of their initiative', () => {
    const tables = {
      team: [newTeam('t', 'T'), newTeam('u', 'U')],
      initiative: [initiative('i', { teamId: 't' })],
      phase: [
        phase('a', 'i', 0, {
          startDate: '2026-01-01',
          endDate: '2026-03-31',
          people: 4,
          allocation: 0.5,
        }),
        phase('b', 'i', 1, { startDate: '2026-04-01', endDate: '2026-06-30', people: 9, teamId: 'u' }),
      ],
    };
    expect(loadsOf(tables)?.loads.map(({ people }) => people)).toEqual([2, 0]);
  });

  it('says unknown, not nobody, where nobody entered the people', () => {
    const unknown = initiative('i', { ...product, teamPeople: null });
    expect(loadsOf({ initiative: [unknown] })?.loads).toEqual([
      { people: null, unknown: 1 },
      { people: null, unknown: 1 },
    ]);
    // What was allocated is known, whatever the rest.
    expect(loadsOf({ initiative: [unknown], allocation: [allocation('a', '2026-Q1', 2)] })?.loads).toEqual([
      { people: 2, unknown: 0 },
      { people: null, unknown: 1 },
    ]);
  });

  it.each([
    ['retired', { retired: true }],
    ['stopped', { stage: 'stopped' as const }],
    ['not funded', { funded: false }],
  ])('leaves out what is %s, allocations too', (_, values) => {
    expect(
      loadsOf({
        initiative: [{ ...product, ...values }],
        allocation: [allocation('a', '2026-Q1', 2)],
      }),
    ).toBeUndefined();
  });

  it('counts an allocation to an initiative without dates', () => {
    expect(
      loadsOf({ initiative: [initiative('i')], allocation: [allocation('a', '2026-Q2', 3)] })?.loads,
    ).toEqual([
      { people: 0, unknown: 0 },
      { people: 3, unknown: 0 },
    ]);
  });

  it('knows the size of a team by its roles, not by what one initiative asks for', () => {
    expect(loadsOf({ initiative: [product] })?.size).toBe(5);
    expect(
      loadsOf({ initiative: [product], teamMember: [member('m', 2), member('n', 1.5), member('o', 9, 'u')] })
        ?.size,
    ).toBe(3.5);
    expect(
      loadsOf({
        initiative: [initiative('i', { teamId: 't', startDate: '2026-01-01', endDate: '2026-06-30' })],
      })?.size,
    ).toBeNull();
  });
});

describe('overloadOf', () => {
  it.each([
    ['18 % too much', 5.9, 5, 0.18],
    ['a team that is just full', 5, 5, 0],
    ['a team with time left', 2, 5, 0],
    ['a load that nobody knows', null, 5, null],
    ['a size that nobody knows', 5, null, null],
    ['a team of nobody', 5, 0, null],
  ])('%s', (_, people, size, expected) => {
    const overload = overloadOf({ people, unknown: 0 }, size);
    if (expected === null) expect(overload).toBeNull();
    else expect(overload).toBeCloseTo(expected, 12);
  });
});
