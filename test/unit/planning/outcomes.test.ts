import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newOutcome, newOverheadWork } from '../../../shared/domain/planningDefaults.ts';
import { businessValues } from '../../../shared/domain/planningRecords.ts';
import type { OutcomeReading } from '../../../shared/domain/records.ts';
import {
  branchOf,
  deleteOutcomes,
  directionContradicts,
  isOverdue,
  linkOutcome,
  progressOf,
  readingsByOutcome,
  valueBranches,
  valueTree,
} from '../../../shared/planning/outcomes.ts';
import {
  overheadByTeam,
  overheadLines,
  overheadTotals,
  stopOverhead,
} from '../../../shared/planning/overhead.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { newId } from './initiativesSample.ts';

const outcome = (values: object = {}) => ({ ...newOutcome('o', 'Churn'), ...values });
const reading = (id: string, date: string, value: number): OutcomeReading => ({
  id,
  outcomeId: 'o',
  date,
  value,
  note: '',
});

describe('progress', () => {
  test.each([
    ['rising half way', { baseline: 10, target: 20 }, 15, 0.5],
    ['falling half way', { baseline: 20, target: 10 }, 15, 0.5],
    ['the wrong way', { baseline: 10, target: 20 }, 5, -0.5],
    ['beyond', { baseline: 0, target: 4 }, 5, 1.25],
    ['from below zero', { baseline: -10, target: 10 }, 0, 0.5],
  ])('%s', (_name, values, value, share) => {
    expect(progressOf(outcome(values), [reading('r', '2026-01-01', value)])).toMatchObject({
      known: true,
      share,
    });
  });
  test.each([
    ['noBaseline', { target: 1 }],
    ['noTarget', { baseline: 1 }],
    ['targetIsBaseline', { baseline: 1, target: 1 }],
  ])('is unknown and never zero: %s', (why, values) => {
    expect(progressOf(outcome(values), [reading('r', '2026-01-01', 1)])).toMatchObject({ known: false, why });
  });
  test('is unknown without a reading', () => {
    expect(progressOf(outcome({ baseline: 1, target: 2 }), [])).toEqual({
      known: false,
      why: 'noReading',
      latest: null,
    });
  });
  test('takes the latest day, in whatever order readings were written', () => {
    const records = recordsOf({
      outcome: [outcome({ baseline: 0, target: 10 })],
      outcomeReading: [
        reading('b', '2026-03-01', 4),
        reading('c', '2026-05-01', 7),
        reading('a', '2026-01-01', 1),
      ],
    });
    const ordered = readingsByOutcome(records).get('o')!;
    expect(ordered.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(progressOf(records.outcome.o!, ordered)).toMatchObject({ share: 0.7 });
  });
  test('a direction against the target is told, and so is a date that has passed', () => {
    expect(directionContradicts(outcome({ baseline: 1, target: 2, direction: 'down' }))).toBe(true);
    expect(directionContradicts(outcome({ baseline: 1, target: 2, direction: 'up' }))).toBe(false);
    expect(directionContradicts(outcome({ baseline: 1, direction: 'down' }))).toBe(false);
    const due = outcome({ baseline: 0, target: 1, dueDate: '2026-01-01' });
    expect(isOverdue(due, progressOf(due, []), '2026-01-02')).toBe(true);
    expect(isOverdue(due, progressOf(due, [reading('r', '2026-01-01', 1)]), '2026-01-02')).toBe(false);
    expect(isOverdue(due, progressOf(due, []), '2026-01-01')).toBe(false);
  });
});

test('the tree of business value holds every value once', () => {
  expect(valueBranches.flatMap((branch) => [...valueTree[branch]])).toEqual([...businessValues]);
  for (const value of businessValues) expect(valueTree[branchOf(value)]).toContain(value);
});

describe('links', () => {
  test('never give more than the whole effort, and say what was cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.option(fc.integer({ min: 0, max: 120 }))), { maxLength: 8 }),
        (steps) => {
          let records = recordsOf({
            initiative: [initiative('a')],
            outcome: [0, 1, 2, 3].map((at) => newOutcome(`o${at}`, `O${at}`)),
          });
          for (const [at, percent] of steps) {
            const planned = linkOutcome(
              records,
              'a',
              `o${at}`,
              percent === null ? null : percent / 100,
              newId,
            );
            if (!planned.ok) continue;
            expect(planned.given).toBeLessThanOrEqual(planned.asked);
            records = withChanges(records, planned.changes);
            const sum = Object.values(records.outcomeLink).reduce((total, { weight }) => total + weight, 0);
            expect(sum).toBeLessThanOrEqual(1 + 1e-9);
            const targets = Object.values(records.outcomeLink).map(({ outcomeId }) => outcomeId);
            expect(new Set(targets).size).toBe(targets.length);
          }
        },
      ),
    );
  });
  test('deleting an outcome names its readings and links', () => {
    const records = recordsOf({
      initiative: [initiative('a')],
      outcome: [outcome()],
      outcomeReading: [reading('r', '2026-01-01', 1)],
      outcomeLink: [{ id: 'l', initiativeId: 'a', outcomeId: 'o', weight: 1 }],
    });
    expect(deleteOutcomes(records, ['o', 'x'])).toMatchObject({ outcomes: 1, readings: 1, links: 1 });
  });
});

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
  test('stopping is one step for work and for an initiative', () => {
    expect(stopOverhead(records, 'w', true)).toMatchObject({ changes: [{ values: { stopped: true } }] });
    expect(stopOverhead(records, 'i', true)).toMatchObject({ changes: [{ values: { stage: 'stopped' } }] });
    expect(stopOverhead(records, 's', true)).toEqual({ ok: false, reason: 'alreadyThere' });
    expect(stopOverhead(records, 'x', true)).toEqual({ ok: false, reason: 'missing' });
  });
});
