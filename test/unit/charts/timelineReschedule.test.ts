import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOver } from '../../../renderer/charts/timeline/axis.ts';
import { dragGesture, keyGesture, partsOf } from '../../../renderer/charts/timeline/gestures.ts';
import { type Gesture, type Rescheduled, reschedule } from '../../../renderer/charts/timeline/reschedule.ts';
import { itemOf, type Subject } from '../../../renderer/charts/timeline/timelineData.ts';
import type { Zone } from '../../../renderer/charts/timeline/zones.ts';
import { newRelease } from '../../../shared/domain/defaults.ts';
import { dayNumber, isoDay } from '../../../shared/domain/time.ts';
import { initiative, phase } from '../../helpers/records.ts';

const day = dayNumber;

const release = (id: string, plannedDate: string | null, actualDate: string | null = null) => ({
  ...newRelease(id, 'i', id),
  plannedDate,
  actualDate,
});
const tranche = (id: string, decision: 'pending' | 'continue') => ({
  id,
  initiativeId: 'i',
  position: 0,
  name: id,
  startDate: '2026-01-01',
  endDate: '2026-03-31',
  amount: null,
  evidence: '',
  decision,
  decidedOn: null,
});

const subject = (values: Partial<Subject> = {}): Subject => ({
  initiative: initiative('i', { startDate: '2026-01-01', endDate: '2026-06-30' }),
  phases: [
    phase('a', 'i', 0, { startDate: '2026-01-01', endDate: '2026-02-28', actualStartDate: '2026-01-05' }),
    phase('b', 'i', 1, { startDate: '2026-03-01', endDate: '2026-04-30' }),
    phase('c', 'i', 2, { startDate: '2026-05-15', endDate: '2026-06-30' }),
  ],
  releases: [release('r1', '2026-04-15', '2026-04-20'), release('r2', '2026-06-30')],
  tranches: [],
  handoffs: [],
  allocations: [],
  ...values,
});

/** The changed fields by record, as a person would list them. */
function changed(result: Rescheduled): Record<string, unknown> {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return Object.fromEntries(
    result.changes.map((each) => [
      each.op === 'patch' ? each.id : each.op,
      each.op === 'patch' ? each.values : each,
    ]),
  );
}
const refusal = (result: Rescheduled): string | null => (result.ok ? null : result.refusal);

describe('moving', () => {
  it('takes planned phases and releases along and leaves what happened alone', () => {
    expect(changed(reschedule(subject(), { kind: 'move', days: 31 }))).toEqual({
      i: { startDate: '2026-02-01', endDate: '2026-07-31' },
      a: { startDate: '2026-02-01', endDate: '2026-03-31' },
      b: { startDate: '2026-04-01', endDate: '2026-05-31' },
      c: { startDate: '2026-06-15', endDate: '2026-07-31' },
      r2: { plannedDate: '2026-07-31' },
    });
  });

  it('takes along tranches that nobody decided on', () => {
    const result = reschedule(
      subject({ phases: [], releases: [], tranches: [tranche('t1', 'continue'), tranche('t2', 'pending')] }),
      {
        kind: 'move',
        days: 1,
      },
    );
    expect(Object.keys(changed(result))).toEqual(['i', 't2']);
  });

  it('takes people by quarter as many quarters along as its first day goes', () => {
    const given = (id: string, quarter: string) => ({
      id,
      teamId: 't',
      initiativeId: 'i',
      quarter,
      people: 2,
    });
    const staffed = subject({
      phases: [],
      releases: [],
      allocations: [given('q1', '2026-Q1'), given('q2', '2026-Q2')],
    });
    const later = changed(reschedule(staffed, { kind: 'move', days: 90 }));
    expect(later).toMatchObject({ q1: { quarter: '2026-Q2' }, q2: { quarter: '2026-Q3' } });
    const earlier = changed(reschedule(staffed, { kind: 'move', days: -1 }));
    expect(earlier).toMatchObject({ q1: { quarter: '2025-Q4' }, q2: { quarter: '2026-Q1' } });
    expect(Object.keys(changed(reschedule(staffed, { kind: 'move', days: 20 })))).toEqual(['i']);
    const last = subject({ phases: [], releases: [], allocations: [given('q', '2199-Q4')] });
    expect(refusal(reschedule(last, { kind: 'move', days: 90 }))).toBe('calendar');
  });

  it('keeps lengths over a leap day', () => {
    const result = reschedule(
      subject({
        initiative: initiative('i', { startDate: '2024-02-28', endDate: '2024-03-01' }),
        phases: [],
        releases: [],
      }),
      {
        kind: 'move',
        days: 365,
      },
    );
    expect(changed(result)).toEqual({ i: { startDate: '2025-02-27', endDate: '2025-03-01' } });
  });

  it('changes nothing by no days, and says so with no changes', () => {
    expect(changed(reschedule(subject(), { kind: 'move', days: 0 }))).toEqual({});
  });

  it('is refused beyond the calendar', () => {
    expect(refusal(reschedule(subject(), { kind: 'move', days: 200 * 365 }))).toBe('calendar');
  });
});

describe('stretching', () => {
  it('moves the phase that ends with the initiative', () => {
    expect(changed(reschedule(subject(), { kind: 'end', to: day('2026-08-01') }))).toEqual({
      i: { endDate: '2026-07-31' },
      c: { endDate: '2026-07-31' },
    });
    expect(changed(reschedule(subject(), { kind: 'start', to: day('2026-02-01') }))).toEqual({
      i: { startDate: '2026-02-01' },
      a: { startDate: '2026-02-01' },
    });
  });

  it('is refused where the end would come before the start, or a phase would vanish', () => {
    const bare = subject({ phases: [], releases: [] });
    expect(refusal(reschedule(bare, { kind: 'end', to: day('2026-01-01') }))).toBe('endBeforeStart');
    expect(refusal(reschedule(bare, { kind: 'start', to: day('2026-07-01') }))).toBe('endBeforeStart');
    expect(refusal(reschedule(subject(), { kind: 'end', to: day('2026-05-10') }))).toBe('phaseTooShort');
    expect(refusal(reschedule(subject(), { kind: 'start', to: day('2026-03-05') }))).toBe('phaseTooShort');
  });

  it('leaves the dates with the phases where only they said them', () => {
    const own = subject({ initiative: initiative('i') });
    expect(changed(reschedule(own, { kind: 'end', to: day('2026-08-01') }))).toEqual({
      c: { endDate: '2026-07-31' },
    });
    expect(changed(reschedule(own, { kind: 'start', to: day('2025-12-01') }))).toEqual({
      a: { startDate: '2025-12-01' },
    });
  });

  it('lets phases with a length only grow at the ends and stay where they are', () => {
    const byLength = subject({
      initiative: initiative('i', { startDate: '2026-01-01' }),
      phases: [phase('a', 'i', 0, { months: 2 }), phase('b', 'i', 1, { months: 2, waitMonths: 1 })],
      releases: [],
    });
    const before = itemOf(byLength).schedule;
    const result = reschedule(byLength, { kind: 'start', to: before.start! - 30 });
    expect(changed(result)).toEqual({ i: { startDate: isoDay(before.start! - 30) }, a: { months: 2.99 } });
    if (!result.ok) throw new Error('refused');
    expect(Math.abs(result.ghost.schedule.phases[1]!.start - before.phases[1]!.start)).toBeLessThanOrEqual(1);
  });

  it('lets the wait before the first phase take up a new start', () => {
    const waits = subject({
      initiative: initiative('i', { startDate: '2026-01-01' }),
      phases: [phase('a', 'i', 0, { months: 2, waitMonths: 1 })],
      releases: [],
    });
    const before = itemOf(waits).schedule.phases[0]!.start;
    const result = reschedule(waits, { kind: 'start', to: day('2025-12-02') });
    expect(changed(result)).toMatchObject({ i: { startDate: '2025-12-02' }, a: { waitMonths: 1.99 } });
    if (!result.ok) throw new Error('refused');
    expect(Math.abs(result.ghost.schedule.phases[0]!.start - before)).toBeLessThanOrEqual(1);
  });
});

describe('boundaries between phases', () => {
  it('move both phases where they touch', () => {
    expect(changed(reschedule(subject(), { kind: 'phaseEnd', phaseId: 'a', to: day('2026-03-15') }))).toEqual(
      {
        a: { endDate: '2026-03-14' },
        b: { startDate: '2026-03-15' },
      },
    );
    expect(
      changed(reschedule(subject(), { kind: 'phaseStart', phaseId: 'b', to: day('2026-02-15') })),
    ).toEqual({
      a: { endDate: '2026-02-14' },
      b: { startDate: '2026-02-15' },
    });
  });

  it('move one phase where there is a wait, and the initiative at its ends', () => {
    expect(
      changed(reschedule(subject(), { kind: 'phaseStart', phaseId: 'c', to: day('2026-05-20') })),
    ).toEqual({
      c: { startDate: '2026-05-20' },
    });
    expect(changed(reschedule(subject(), { kind: 'phaseEnd', phaseId: 'c', to: day('2026-08-01') }))).toEqual(
      {
        i: { endDate: '2026-07-31' },
        c: { endDate: '2026-07-31' },
      },
    );
  });

  it('leave every phase a day', () => {
    expect(refusal(reschedule(subject(), { kind: 'phaseEnd', phaseId: 'a', to: day('2026-01-01') }))).toBe(
      'phaseTooShort',
    );
    expect(refusal(reschedule(subject(), { kind: 'phaseEnd', phaseId: 'a', to: day('2026-05-01') }))).toBe(
      'phaseTooShort',
    );
    expect(refusal(reschedule(subject(), { kind: 'phaseEnd', phaseId: 'z', to: 0 }))).toBe('gone');
  });

  it('change the wait of a phase that has a length only', () => {
    const byLength = subject({
      initiative: initiative('i', { startDate: '2026-01-01' }),
      phases: [phase('a', 'i', 0, { months: 2 }), phase('b', 'i', 1, { months: 2, waitMonths: 2 })],
      releases: [],
    });
    const before = itemOf(byLength).schedule.phases[1]!;
    const result = reschedule(byLength, { kind: 'phaseStart', phaseId: 'b', to: before.start - 30 });
    if (!result.ok) throw new Error('refused');
    const after = result.ghost.schedule.phases[1]!;
    expect(Math.abs(after.start - (before.start - 30))).toBeLessThanOrEqual(1);
    expect(Math.abs(after.end - before.end)).toBeLessThanOrEqual(1);
  });
});

describe('releases and places', () => {
  it('moves what is planned and refuses to move what is out', () => {
    expect(
      changed(reschedule(subject(), { kind: 'release', releaseId: 'r2', to: day('2026-07-15') })),
    ).toEqual({
      r2: { plannedDate: '2026-07-15' },
    });
    expect(refusal(reschedule(subject(), { kind: 'release', releaseId: 'r1', to: day('2026-07-15') }))).toBe(
      'releaseOut',
    );
    expect(refusal(reschedule(subject(), { kind: 'release', releaseId: 'r9', to: 0 }))).toBe('gone');
  });

  it('gives dates to what has none, from either side', () => {
    const bare = subject({ initiative: initiative('i'), phases: [], releases: [] });
    const wanted = { i: { startDate: '2026-04-01', endDate: '2026-06-30' } };
    expect(
      changed(reschedule(bare, { kind: 'place', from: day('2026-04-01'), to: day('2026-07-01') })),
    ).toEqual(wanted);
    expect(
      changed(reschedule(bare, { kind: 'place', from: day('2026-07-01'), to: day('2026-04-01') })),
    ).toEqual(wanted);
    expect(refusal(reschedule(bare, { kind: 'place', from: 5, to: 5 }))).toBe('endBeforeStart');
  });

  it('names the step for the history', () => {
    const result = reschedule(subject(), { kind: 'move', days: 31 });
    expect(result.ok && result.label).toEqual({
      key: 'timeline.move',
      params: { name: 'i', start: '2026-02-01' },
    });
  });
});

describe('laws', () => {
  const gestures = fc.oneof(
    fc.record({ kind: fc.constant('move' as const), days: fc.integer({ min: -4000, max: 4000 }) }),
    fc.record({
      kind: fc.constantFrom('start' as const, 'end' as const),
      to: fc.integer({ min: 19_000, max: 22_000 }),
    }),
    fc.record({
      kind: fc.constantFrom('phaseStart' as const, 'phaseEnd' as const),
      phaseId: fc.constantFrom('a', 'b', 'c'),
      to: fc.integer({ min: 20_300, max: 20_800 }),
    }),
  );

  it('no gesture leaves an end before its start', () => {
    fc.assert(
      fc.property(gestures, (gesture: Gesture) => {
        const result = reschedule(subject(), gesture);
        if (!result.ok) return;
        const { start, end, phases, unplaced } = result.ghost.schedule;
        expect(start!).toBeLessThan(end!);
        for (const each of phases) expect(each.start).toBeLessThan(each.end);
        expect(unplaced).toBe(0);
      }),
    );
  });

  it('moving there and back changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const there = reschedule(subject(), { kind: 'move', days });
        if (!there.ok) throw new Error('refused');
        const { initiative: own, releases } = {
          initiative: there.ghost.initiative,
          releases: there.ghost.releases,
        };
        const back = reschedule(
          {
            initiative: own,
            phases: there.ghost.schedule.phases.map((each) => each.phase),
            releases: releases.map((each) => each.release),
            tranches: [],
            allocations: [],
            handoffs: [],
          },
          { kind: 'move', days: -days },
        );
        expect(back.ok && back.ghost.schedule.phases.map(({ start, end }) => [start, end])).toEqual(
          itemOf(subject()).schedule.phases.map(({ start, end }) => [start, end]),
        );
      }),
    );
  });
});

describe('what dragging and keys mean', () => {
  const item = itemOf(subject());
  const axis = axisOver(day('2026-01-01'), day('2027-01-01'), 365);
  const rect = { x: 0, y: 0, width: 10, height: 10 };
  const bar: Zone = { kind: 'bar', key: 'i', id: 'i', rect };
  const months = { unit: 'month', fiscalStartMonth: 1 } as const;

  it('snaps the dragged date', () => {
    expect(dragGesture(bar, item, axis, 100, 120, months)).toEqual({ kind: 'move', days: 31 });
    expect(dragGesture(bar, item, axis, 100, 110, months)).toEqual({ kind: 'move', days: 0 });
    expect(dragGesture(bar, item, axis, 100, 120, { unit: 'day', fiscalStartMonth: 1 })).toEqual({
      kind: 'move',
      days: 20,
    });
    expect(
      dragGesture({ ...bar, kind: 'end' }, item, axis, 181, 220, { unit: 'quarter', fiscalStartMonth: 1 }),
    ).toEqual({
      kind: 'end',
      to: day('2026-07-01'),
    });
    expect(
      dragGesture({ ...bar, kind: 'end' }, item, axis, 181, 240, { unit: 'quarter', fiscalStartMonth: 1 }),
    ).toEqual({
      kind: 'end',
      to: day('2026-10-01'),
    });
    expect(dragGesture({ ...bar, kind: 'release', releaseId: 'r2' }, item, axis, 180, 211, months)).toEqual({
      kind: 'release',
      releaseId: 'r2',
      to: day('2026-08-01'),
    });
    expect(dragGesture({ kind: 'name', key: 'i', id: 'i', rect }, item, axis, 0, 50, months)).toBeNull();
  });

  it('places by sweeping over whole units', () => {
    const bare = itemOf(subject({ initiative: initiative('i'), phases: [], releases: [] }));
    const zone: Zone = { kind: 'undated', key: 'i', id: 'i', rect };
    expect(dragGesture(zone, bare, axis, 40, 100, months)).toEqual({
      kind: 'place',
      from: day('2026-02-01'),
      to: day('2026-05-01'),
    });
    expect(dragGesture(zone, bare, axis, 100, 40, months)).toEqual({
      kind: 'place',
      from: day('2026-02-01'),
      to: day('2026-05-01'),
    });
  });

  it('steps from boundary to boundary with the keys, on from where the ghost lies', () => {
    const step = (move: 'move' | 'start' | 'end', direction: 1 | -1, shown = item) =>
      keyGesture(move, direction, { kind: 'bar' }, item, shown, day('2026-03-10'), months);
    expect(step('move', 1)).toEqual({ kind: 'move', days: 31 });
    const moved = reschedule(subject(), { kind: 'move', days: 31 });
    if (!moved.ok) throw new Error('refused');
    expect(step('move', 1, moved.ghost)).toEqual({ kind: 'move', days: 59 });
    expect(step('end', -1)).toEqual({ kind: 'end', to: day('2026-06-01') });
    expect(step('start', -1)).toEqual({ kind: 'start', to: day('2025-12-01') });
    expect(keyGesture('end', 1, { kind: 'phase', id: 'b' }, item, item, 0, months)).toEqual({
      kind: 'phaseEnd',
      phaseId: 'b',
      to: day('2026-06-01'),
    });
    expect(keyGesture('move', -1, { kind: 'release', id: 'r2' }, item, item, 0, months)).toEqual({
      kind: 'release',
      releaseId: 'r2',
      to: day('2026-06-01'),
    });
  });

  it('places what has no dates at the reference day, then moves it on', () => {
    const bare = itemOf(subject({ initiative: initiative('i'), phases: [], releases: [] }));
    const first = keyGesture('move', 1, { kind: 'bar' }, bare, bare, day('2026-03-10'), months);
    expect(first).toEqual({ kind: 'place', from: day('2026-03-01'), to: day('2026-06-01') });
  });

  it('walks over the whole and then the parts by their day', () => {
    expect(partsOf(item).map((part) => (part.kind === 'bar' ? 'bar' : part.id))).toEqual([
      'bar',
      'a',
      'b',
      'r1',
      'c',
      'r2',
    ]);
  });
});
