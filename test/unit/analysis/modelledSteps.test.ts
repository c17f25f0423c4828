/** What the model says about the way of a project (MODEL.md 2.4 and 2.5), in calendar days. */
import { describe, expect, it } from 'vitest';
import { modelledSteps, noModelledSteps } from '../../../shared/analysis/modelledSteps.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import { DAYS_PER_CALENDAR_MONTH } from '../../../shared/domain/time.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const dated = { startDate: '2026-01-01', endDate: '2026-12-31', budget: 60_000_000 };
const handoff = (kind: 'funding' | 'team', values: object = {}) => ({
  ...newHandoff('h', 'i', 0, kind),
  ...values,
});

describe('the steps of a project without phases', () => {
  const stepsOf = (values: object = {}, handoffs: object[] = []) =>
    modelledSteps(
      recordsOf(
        { initiative: [initiative('i', { ...dated, ...values })], handoff: handoffs as never },
        { dayRate: 60_000 },
      ),
      'i',
    );

  it('are the standard ones: their work takes the time between its dates, and each waits for the people who come anew', () => {
    const { byPhase, standard } = stepsOf();
    expect(byPhase.size).toBe(0);
    expect(standard.map(({ kind }) => kind)).toEqual(['analysis', 'design', 'build', 'test', 'release']);
    // The plan already contains its losses, so that the phases together take its 364 days.
    expect(standard.reduce((sum, { workDays }) => sum + workDays, 0)).toBeCloseTo(364, 6);
    // A queue of one month (MODEL.md 4.0), for the 0.7 of the people who are new.
    const wait = 0.7 * DAYS_PER_CALENDAR_MONTH;
    expect(standard.map(({ waitDays }) => waitDays)).toEqual([
      0,
      ...Array.from({ length: 4 }, () => expect.closeTo(wait, 9)),
    ]);
    expect(standard.some(({ waitRecorded }) => waitRecorded)).toBe(false);
    // What the wait forgets, at 0.04 + 0.12 / 12 a month, and of the rest 0.3 + 0.7 x 0.5.
    const kept = Math.exp(-0.05 * 0.7) * 0.65;
    expect(standard.map((step) => step.kept)).toEqual([
      1,
      ...Array.from({ length: 4 }, () => expect.closeTo(kept, 9)),
    ]);
  });

  it('wait as long as the ledger says, and keep nothing where nothing was known', () => {
    const { standard } = stepsOf({ parameters: { familiarity_start: { value: 0, by: '', at: '' } } }, [
      handoff('funding', { waitDays: 60 }),
    ]);
    expect(standard[1]).toMatchObject({ waitDays: expect.closeTo(60, 9), waitRecorded: true });
    expect(standard.map(({ waitRecorded }) => waitRecorded)).toEqual([false, true, false, false, false]);
    expect(standard[0]?.kept).toBeNull();
  });
});

it('the steps of phases on record are told by phase: those of the ledger, and those that nobody wrote down', () => {
  const { byPhase, standard } = modelledSteps(
    recordsOf({
      initiative: [initiative('i')],
      phase: ['a', 'b', 'c'].map((id, at) => phase(id, 'i', at, { months: 2, people: 3, dayRate: 70_000 })),
      handoff: [handoff('team', { waitDays: 10 })],
    }),
    'i',
  );
  expect(standard).toEqual([]);
  expect([...byPhase].map(([id, { phase: at, waitRecorded }]) => [id, at, waitRecorded])).toEqual([
    ['b', 1, true],
    ['c', 2, false],
  ]);
  expect(byPhase.get('b')?.waitDays).toBeCloseTo(10, 9);
});

it('a team has no steps, and neither has a project that lacks facts', () => {
  const team = initiative('team', {
    mode: 'product',
    teamPeople: 4,
    scopePersonDays: 400,
    teamDayRate: 60_000,
  });
  const records = recordsOf({ initiative: [team, initiative('bare')] });
  for (const id of ['team', 'bare']) expect(modelledSteps(records, id)).toEqual(noModelledSteps);
});
