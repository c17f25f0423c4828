import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import { businessValues } from '../../../shared/domain/planningRecords.ts';
import type { OutcomeReading } from '../../../shared/domain/records.ts';
import {
  branchOf,
  deleteOutcomes,
  directionContradicts,
  duplicateOutcome,
  isOverdue,
  linkOutcome,
  progressOf,
  readingsByOutcome,
  valueBranches,
  valueTree,
} from '../../../shared/planning/outcomes.ts';
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
    // Ten thousand rows ask for them: they are put in order once.
    expect(readingsByOutcome(records).get('o')).toBe(ordered);
  });
  test('of two readings of one day the one that was written down later counts', () => {
    const records = recordsOf({
      outcome: [outcome({ baseline: 0, target: 10 })],
      outcomeReading: [
        reading('a', '2026-03-01', 3),
        reading('b', '2026-03-01', 6),
        reading('c', '2026-01-01', 1),
      ],
    });
    const ordered = readingsByOutcome(records).get('o')!;
    expect(ordered.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(progressOf(records.outcome.o!, ordered)).toMatchObject({ share: 0.6 });
  });
  test('a direction against the target is told, and so is a date that has passed', () => {
    expect(directionContradicts(outcome({ baseline: 1, target: 2, direction: 'down' }))).toBe(true);
    expect(directionContradicts(outcome({ baseline: 1, target: 2, direction: 'up' }))).toBe(false);
    expect(directionContradicts(outcome({ baseline: 2, target: 1, direction: 'up' }))).toBe(true);
    expect(directionContradicts(outcome({ baseline: 2, target: 1, direction: 'down' }))).toBe(false);
    for (const unknown of [{ baseline: null }, { target: null }, { direction: null }, { target: 1 }])
      for (const direction of ['up', 'down'] as const)
        expect(directionContradicts(outcome({ baseline: 1, target: 2, direction, ...unknown }))).toBe(false);
    expect(directionContradicts(outcome({ baseline: 1, direction: 'down' }))).toBe(false);
    const due = outcome({ baseline: 0, target: 1, dueDate: '2026-01-01' });
    expect(isOverdue(due, progressOf(due, []), '2026-01-02')).toBe(true);
    expect(isOverdue(due, progressOf(due, [reading('r', '2026-01-01', 1)]), '2026-01-02')).toBe(false);
    expect(isOverdue(due, progressOf(due, []), '2026-01-01')).toBe(false);
    expect(isOverdue(due, progressOf(due, [reading('r', '2026-01-01', 0.9)]), '2026-01-02')).toBe(true);
    const undated = outcome({ baseline: 0, target: 1, dueDate: null });
    expect(isOverdue(undated, progressOf(undated, []), '2026-01-02')).toBe(false);
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
  test('take what is free, what is asked for, or the part of it that is left', () => {
    const link = (id: string, outcomeId: string, weight: number, initiativeId = 'a') => ({
      id,
      initiativeId,
      outcomeId,
      weight,
    });
    const of = (links: readonly ReturnType<typeof link>[]) =>
      recordsOf({
        initiative: [initiative('a'), initiative('b')],
        outcome: ['o', 'p', 'q'].map((id) => newOutcome(id, id)),
        outcomeLink: links,
      });
    const taken = of([link('p', 'p', 0.7), link('other', 'p', 1, 'b')]);
    const given = (weight: number | null) => linkOutcome(taken, 'a', 'o', weight, () => 'new');
    const put = (weight: number) => [{ op: 'put', table: 'outcomeLink', record: link('new', 'o', weight) }];
    expect(given(null)).toEqual({ ok: true, changes: put(0.3), asked: 0.3, given: 0.3 });
    expect(given(0.2)).toEqual({ ok: true, changes: put(0.2), asked: 0.2, given: 0.2 });
    expect(given(0.5)).toEqual({ ok: true, changes: put(0.3), asked: 0.5, given: 0.3 });
    expect(given(0)).toEqual({ ok: true, changes: put(0), asked: 0, given: 0 });
    const full = of([link('p', 'p', 1)]);
    for (const weight of [null, 0.1])
      expect(linkOutcome(full, 'a', 'o', weight, newId)).toEqual({ ok: false, reason: 'noShareLeft' });
    // Its own share is free to it; a second link of the same two goes.
    const twice = of([
      link('one', 'o', 0.25),
      link('two', 'o', 0.25),
      link('p', 'p', 0.5),
      link('b', 'o', 1, 'b'),
    ]);
    expect(linkOutcome(twice, 'a', 'o', null, newId)).toEqual({
      ok: true,
      changes: [
        { op: 'remove', table: 'outcomeLink', id: 'two' },
        { op: 'patch', table: 'outcomeLink', id: 'one', values: { weight: 0.5 } },
      ],
      asked: 0.5,
      given: 0.5,
    });
    expect(linkOutcome(full, 'a', 'p', 1, newId)).toEqual({ ok: false, reason: 'alreadyThere' });
    for (const [from, to] of [
      ['gone', 'o'],
      ['a', 'gone'],
    ] as const)
      expect(linkOutcome(full, from, to, null, newId)).toEqual({ ok: false, reason: 'missing' });
  });

  test('copying an outcome copies neither its readings nor its links', () => {
    const records = recordsOf({
      outcome: [outcome({ baseline: 3, target: 9 })],
      outcomeReading: [reading('r', '2026-01-01', 1)],
    });
    const copied = duplicateOutcome(
      records,
      'o',
      (name) => `${name} (copy)`,
      () => 'new',
    );
    const { name } = records.outcome.o!;
    expect(copied).toEqual({
      ok: true,
      id: 'new',
      changes: [
        { op: 'put', table: 'outcome', record: { ...records.outcome.o, id: 'new', name: `${name} (copy)` } },
      ],
    });
    expect(duplicateOutcome(records, 'x', String, newId)).toEqual({ ok: false, reason: 'missing' });
  });

  test('deleting an outcome names its readings and links', () => {
    const records = recordsOf({
      initiative: [initiative('a')],
      outcome: [outcome(), { ...outcome(), id: 'bare' }],
      outcomeReading: [reading('r', '2026-01-01', 1)],
      outcomeLink: [{ id: 'l', initiativeId: 'a', outcomeId: 'o', weight: 1 }],
    });
    expect(deleteOutcomes(records, ['o', 'bare'])).toMatchObject({ outcomes: 2, readings: 1, links: 1 });
    expect(deleteOutcomes(records, ['o', 'x'])).toEqual({
      ok: true,
      changes: [{ op: 'remove', table: 'outcome', id: 'o' }],
      outcomes: 1,
      readings: 1,
      links: 1,
    });
    expect(deleteOutcomes(records, ['x'])).toEqual({ ok: false, reason: 'missing' });
  });
});
