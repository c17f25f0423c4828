import { describe, expect, test } from 'vitest';
import { newOverheadWork } from '../../../shared/domain/planningDefaults.ts';
import {
  overheadByTeam,
  overheadLines,
  overheadOfInitiative,
  overheadTotals,
  stopOverhead,
} from '../../../shared/planning/overhead.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

describe('overhead', () => {
  const work = (id: string, values: object) => ({ ...newOverheadWork(id, id), ...values });
  const records = recordsOf(
    {
      overheadWork: [
        work('w', { personDaysPerMonth: 10, teamId: 't' }),
        work('u', {}),
        work('s', { personDaysPerMonth: 99, stopped: true }),
      ],
      initiative: [
        initiative('i', {
          overhead: true,
          mode: 'product',
          teamPeople: 2,
          scopePersonDays: 100,
          teamDayRate: 600_00,
          teamId: 't',
        }),
        initiative('r', { overhead: true, retired: true }),
        initiative('n', {}),
      ],
    },
    { dayRate: 500_00 },
  );
  test('adds days and money, leaves out what was stopped, and counts what nobody knows', () => {
    const lines = overheadLines(records);
    expect(lines.map(({ key }) => key)).toEqual(['w', 'u', 's', 'i']);
    expect(overheadTotals(lines)).toEqual({
      lines: 3,
      personDays: 10 + 2 * 21,
      money: 10 * 500_00 + 42 * 600_00,
      unknownDays: 1,
      unknownMoney: 1,
    });
    expect(overheadByTeam(lines).map(({ teamId, totals }) => [teamId, totals.lines])).toEqual([
      ['t', 2],
      [null, 1],
    ]);
  });
  test('of work costs what its initiative pays, and belongs to its team where it names none', () => {
    const lines = overheadLines(
      recordsOf(
        {
          overheadWork: [
            work('own', { personDaysPerMonth: 2, initiativeId: 'i', teamId: 'mine' }),
            work('its', { personDaysPerMonth: 2, initiativeId: 'i' }),
            work('plain', { personDaysPerMonth: 1.5 }),
          ],
          initiative: [initiative('i', { teamDayRate: 600_00, teamId: 't' })],
        },
        { dayRate: 333_33 },
      ),
    );
    expect(lines.map(({ teamId, money }) => [teamId, money])).toEqual([
      ['mine', 1200_00],
      ['t', 1200_00],
      [null, 500_00],
    ]);
    const noRate = recordsOf({ overheadWork: [work('w', { personDaysPerMonth: 2 })] }, { dayRate: null });
    expect(overheadLines(noRate)[0]).toMatchObject({ personDays: 2, money: null });
  });

  test('of a project is the average of its phases, by its own working days a month', () => {
    const overhead = { overhead: true, mode: 'project' as const, teamDayRate: 100_00 };
    const days = { value: 20, by: '', at: '' };
    const lineOf = (values: object, portfolio: object = {}) =>
      overheadLines(
        recordsOf(
          {
            initiative: [initiative('p', { ...overhead, ...values })],
            phase: [
              phase('one', 'p', 0, { people: 2, months: 1, allocation: 1 }),
              phase('two', 'p', 1, { people: 4, months: 3, allocation: 0.5 }),
            ],
          },
          portfolio,
        ),
      )[0];
    // Two people in each of four months: 2 × 1 month, then 4 half-days × 3 months.
    expect(lineOf({})).toMatchObject({ personDays: 2 * 21, money: 2 * 21 * 100_00 });
    expect(lineOf({}, { parameters: { days_per_month: days } })).toMatchObject({ personDays: 40 });
    const own = { parameters: { days_per_month: { ...days, value: 15 } } };
    expect(lineOf(own, { parameters: { days_per_month: days } })).toMatchObject({
      personDays: 30,
      money: 30 * 100_00,
    });
  });

  test('of an initiative whose work nobody planned is its budget a month, and unknown where a part of that is', () => {
    const facts = {
      overhead: true,
      mode: 'product' as const,
      budget: 1200_00,
      startDate: '2026-01-01',
      endDate: '2027-01-01',
      teamDayRate: 50_00,
    };
    const lineOf = (values: object) =>
      overheadLines(
        recordsOf({ initiative: [initiative('b', { ...facts, ...values })] }, { dayRate: null }),
      )[0];
    expect(lineOf({})?.money).toBeCloseTo(100_00, -2);
    expect(lineOf({})?.personDays).toBeCloseTo(2, 1);
    // A plan that says neither when nor with whom its phase is done tells less than money and dates.
    const unplanned = recordsOf({
      initiative: [initiative('b', { ...facts, mode: 'project' })],
      phase: [phase('bare', 'b', 0)],
    });
    const [line] = overheadLines(unplanned);
    expect(line?.money).toBeCloseTo(100_00, -2);
    expect(line?.personDays).toBeCloseTo(2, 1);
    for (const unknown of [
      { budget: null },
      { startDate: null },
      { endDate: null },
      { teamDayRate: null },
      { teamDayRate: 0 },
      { endDate: '2026-01-01' },
    ])
      expect(lineOf(unknown)).toMatchObject({ personDays: null, money: null });
  });

  test('of teams stands with most money first, then most days; what is stopped or over is in none', () => {
    const lines = overheadLines(
      recordsOf(
        {
          overheadWork: [
            work('few', { personDaysPerMonth: 1, teamId: 'few' }),
            work('many', { personDaysPerMonth: 9, teamId: 'many' }),
            work('gone', { personDaysPerMonth: 99, teamId: 'gone', stopped: true }),
          ],
          initiative: [
            initiative('done', { overhead: true, stage: 'done', teamId: 'gone' }),
            initiative('stopped', { overhead: true, stage: 'stopped', teamId: 'gone' }),
          ],
        },
        { dayRate: 100_00 },
      ),
    );
    expect(overheadByTeam(lines).map(({ teamId }) => teamId)).toEqual(['many', 'few']);
    const unpriced = lines.map((line) => ({ ...line, money: null }));
    expect(overheadByTeam(unpriced).map(({ teamId }) => teamId)).toEqual(['many', 'few']);
  });

  test('that an initiative has is found by it', () => {
    const found = recordsOf({
      overheadWork: [work('a', { initiativeId: 'i' }), work('b', { initiativeId: 'j' }), work('c', {})],
    });
    expect(overheadOfInitiative(found, 'i').map(({ id }) => id)).toEqual(['a']);
  });

  test('stopping is one step for work and for an initiative', () => {
    expect(stopOverhead(records, 'w', true)).toMatchObject({
      ok: true,
      changes: [{ values: { stopped: true } }],
    });
    expect(stopOverhead(records, 'i', true)).toMatchObject({
      ok: true,
      changes: [{ values: { stage: 'stopped' } }],
    });
    expect(stopOverhead(records, 'i', false)).toMatchObject({ changes: [{ values: { stage: 'active' } }] });
    const stopped = withChanges(records, [
      { op: 'patch', table: 'initiative', id: 'i', values: { stage: 'stopped' } },
    ]);
    expect(stopOverhead(stopped, 'i', true)).toEqual({ ok: false, reason: 'alreadyThere' });
    expect(stopOverhead(records, 's', true)).toEqual({ ok: false, reason: 'alreadyThere' });
    expect(stopOverhead(records, 'x', true)).toEqual({ ok: false, reason: 'missing' });
  });
});
