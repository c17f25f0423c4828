import { describe, expect, test } from 'vitest';
import { teamQuarters } from '../../../shared/analysis/teamQuarters.ts';
import { newTeam } from '../../../shared/domain/defaults.ts';
import { allocationRows, setAllocation } from '../../../shared/planning/allocations.ts';
import { quarterLater, quarterOfDay, quartersFrom } from '../../../shared/planning/quarters.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

describe('quarters', () => {
  test.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-12-31', '2026-Q4'],
  ])('%s lies in %s', (day, quarter) => {
    expect(quarterOfDay(day)).toBe(quarter);
  });
  test('go on over the end of a year, and back', () => {
    expect(quartersFrom('2026-Q3', 4)).toEqual(['2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2']);
    expect(quarterLater('2026-Q1', -1)).toBe('2025-Q4');
    expect(quarterLater('2026-Q2', -8)).toBe('2024-Q2');
  });
});

const allocation = (id: string, initiativeId: string, quarter: string, people: number) => ({
  id,
  teamId: 't',
  initiativeId,
  quarter,
  people,
});

describe("a team's quarters", () => {
  const records = recordsOf({
    team: [newTeam('t', 'Core'), newTeam('u', 'Other')],
    teamMember: [
      { id: 'm', teamId: 't', name: 'Developers', people: 3 },
      { id: 'n', teamId: 't', name: 'Tester', people: 1 },
    ],
    initiative: [
      // It gives people to work that is its own, too.
      initiative('a', { name: 'A', teamId: 't' }),
      initiative('b', { name: 'B', teamId: 't', retired: true }),
      initiative('c', {
        ...{ name: 'C', teamId: 't', teamPeople: 3 },
        ...{ startDate: '2026-07-01', endDate: '2026-09-30' },
      }),
      initiative('d', { name: 'D' }),
    ],
    phase: [
      phase('p', 'd', 0, { teamId: 't', startDate: '2026-04-01', endDate: '2026-06-30', people: 2 }),
      phase('q', 'd', 1, { teamId: 'u', startDate: '2026-07-01', endDate: '2026-09-30', people: 9 }),
    ],
    allocation: [
      allocation('1', 'a', '2026-Q1', 3),
      allocation('2', 'a', '2026-Q1', 2),
      allocation('3', 'b', '2026-Q2', 1),
    ],
  });

  test('list what is given first, then what the team runs or has a phase of, retired ones only where people are given', () => {
    expect(
      allocationRows(records, 't').map(({ initiativeId, people }) => [initiativeId, [...people]]),
    ).toEqual([
      ['a', [['2026-Q1', 5]]],
      ['b', [['2026-Q2', 1]]],
      ['c', []],
      ['d', []],
    ]);
  });

  test('add allocated and planned people, and say by how much it is too much', () => {
    const { size, loads } = teamQuarters(records, 't', ['2026-Q1', '2026-Q2', '2026-Q3']);
    expect(size).toBe(4);
    expect(loads.map(({ people, share, overload }) => [people, share, overload])).toEqual([
      [5, 1.25, 0.25],
      // The retired initiative asks for nobody.
      [2, 0.5, 0],
      [3, 0.75, 0],
    ]);
    expect(teamQuarters(records, 't', ['2027-Q1'])).toMatchObject({
      size: 4,
      loads: [{ people: 0, overload: 0 }],
    });
    // Nobody asks for a team without work, whose people are on record all the same.
    const idle = { ...records, initiative: {}, phase: {}, allocation: {} };
    expect(teamQuarters(idle, 't', ['2027-Q1'])).toMatchObject({ size: 4, loads: [{ people: 0, share: 0 }] });
  });

  test('a team of unknown size has people but no share', () => {
    const { size, loads } = teamQuarters({ ...records, teamMember: {} }, 't', ['2026-Q1']);
    expect([size, loads[0]?.people, loads[0]?.share]).toEqual([null, 5, null]);
  });

  test('one person whose only work is a phase of what others run is asked for', () => {
    const alone = recordsOf({
      team: [newTeam('u', 'Alone')],
      teamMember: [{ id: 'm', teamId: 'u', name: 'Tester', people: 1 }],
      initiative: [initiative('d', { teamId: 't' })],
      phase: [phase('q', 'd', 0, { teamId: 'u', startDate: '2026-07-01', endDate: '2026-09-30', people: 2 })],
    });
    expect(teamQuarters(alone, 'u', ['2026-Q3'])).toMatchObject({
      size: 1,
      loads: [{ people: 2, share: 2, overload: 1 }],
    });
    expect(allocationRows(alone, 'u').map(({ initiativeId }) => initiativeId)).toEqual(['d']);
    expect(allocationRows(alone, 'v')).toEqual([]);
  });

  test('setting a quarter leaves one row of it, taking it away leaves none', () => {
    let count = 0;
    const newId = () => `new${++count}`;
    const place = { teamId: 't', initiativeId: 'a', quarter: '2026-Q1' };
    const changed = withChanges(records, setAllocation(records, place, 4, newId));
    expect(allocationRows(changed, 't')[0]?.people.get('2026-Q1')).toBe(4);
    expect(Object.keys(changed.allocation)).toHaveLength(2);
    expect(setAllocation(changed, place, 4, newId)).toEqual([]);
    const gone = withChanges(changed, setAllocation(changed, place, null, newId));
    expect(Object.values(gone.allocation).some(({ initiativeId }) => initiativeId === 'a')).toBe(false);
    const next = { ...place, quarter: '2026-Q2' };
    expect(setAllocation(gone, next, 1, newId)).toEqual([
      { op: 'put', table: 'allocation', record: { id: 'new1', ...next, people: 1 } },
    ]);
    expect(setAllocation(gone, place, null, newId)).toEqual([]);
  });
});
