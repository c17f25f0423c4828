import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newTeam } from '../../../shared/domain/defaults.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import {
  handoffsOf,
  isOrderedRange,
  ledgerTotals,
  moveRow,
  proposeHandoffs,
} from '../../../shared/planning/handoffs.ts';
import { keptText, readKept } from '../../../shared/planning/keptText.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';
import { newId } from './initiativesSample.ts';

const names = { ofPhase: ({ name }: { name: string }) => `people of ${name}` };

describe('proposing handoffs', () => {
  const records = recordsOf({
    initiative: [initiative('a')],
    team: [newTeam('red', 'Red'), newTeam('blue', 'Blue')],
    phase: [
      phase('case', 'a', 0, { kind: 'businessCase', teamId: 'red', endDate: '2026-01-31' }),
      phase('fund', 'a', 1, {
        kind: 'funding',
        waitMonths: 2,
        startDate: '2026-02-20',
        endDate: '2026-02-28',
      }),
      phase('build', 'a', 2, { teamId: 'blue', startDate: '2026-03-11', endDate: '2026-05-31' }),
      phase('test', 'a', 3, { kind: 'test', teamId: 'blue', startDate: '2026-06-01' }),
      phase('out', 'a', 4, { kind: 'release', carryOver: 1 }),
    ],
  });
  test('one for each change of hands, with recorded waits and nothing invented', () => {
    const planned = proposeHandoffs(records, 'a', names, newId);
    if (!planned.ok) throw new Error(planned.reason);
    expect(planned.rows).toMatchObject([
      {
        position: 0,
        kind: 'funding',
        fromName: 'Red',
        fromTeamId: 'red',
        toName: 'people of fund',
        waitDays: 61,
        phaseId: 'fund',
        keptLikely: null,
        relearningDays: null,
      },
      {
        position: 1,
        kind: 'team',
        fromName: 'people of fund',
        toName: 'Blue',
        toTeamId: 'blue',
        waitDays: 10,
        phaseId: 'build',
      },
    ]);
    const again = withChanges(records, planned.changes);
    expect(proposeHandoffs(again, 'a', names, newId)).toEqual({ ok: false, reason: 'nothingNew' });
    expect(proposeHandoffs(records, 'gone', names, newId)).toEqual({ ok: false, reason: 'missing' });
  });
});

describe('the ledger', () => {
  const ledger = ['x', 'y', 'z'].map((id, at) => newHandoff(id, 'a', at * 3));
  test('stands in its order and moves without holes', () => {
    const records = recordsOf({
      initiative: [initiative('a')],
      handoff: [ledger[2]!, ledger[0]!, ledger[1]!],
    });
    const order = (of = records) => handoffsOf(of, 'a').map(({ id }) => id);
    expect(order()).toEqual(['x', 'y', 'z']);
    const moved = moveRow('handoff', handoffsOf(records, 'a'), 'z', 0);
    if (!moved.ok) throw new Error(moved.reason);
    expect(order(withChanges(records, moved.changes))).toEqual(['z', 'x', 'y']);
    expect(moveRow('handoff', ledger, 'x', 0)).toEqual({ ok: false, reason: 'alreadyThere' });
    const orderAfter = (id: string, to: number) => {
      const planned = moveRow('handoff', ledger, id, to);
      return planned.ok && order(withChanges(records, planned.changes));
    };
    expect(orderAfter('x', 1)).toEqual(['y', 'x', 'z']);
    expect(orderAfter('x', 9)).toEqual(['y', 'z', 'x']);
    expect(orderAfter('z', -1)).toEqual(['z', 'x', 'y']);
    expect(moveRow('handoff', ledger, 'gone', 0)).toEqual({ ok: false, reason: 'missing' });
  });
  test('adds what is known and counts what is not', () => {
    expect(
      ledgerTotals([
        { ...ledger[0]!, waitDays: 10, keptLikely: 0.5 },
        { ...ledger[1]!, relearningDays: 4 },
      ]),
    ).toEqual({
      rows: 2,
      waitDays: 10,
      unknownWait: 1,
      relearningDays: 4,
      unknownRelearning: 1,
      unknownKept: 1,
    });
  });
});

describe('knowledge kept', () => {
  test.each([
    ['', [null, null, null]],
    ['50', [null, 0.5, null]],
    ['40–60 %', [0.4, null, 0.6]],
    ['30/50/70', [0.3, 0.5, 0.7]],
    ['３０ ５０％ ７０', [0.3, 0.5, 0.7]],
    ['12.5-80', [0.125, null, 0.8]],
  ])('%s', (text, [keptLow, keptLikely, keptHigh]) => {
    expect(readKept(text)).toEqual({ keptLow, keptLikely, keptHigh });
  });
  test.each([
    ['half', 'form'],
    ['1 2 3 4', 'form'],
    ['120', 'share'],
    ['70 50', 'order'],
    ['30 80 60', 'order'],
  ])('%s is explained', (text, problem) => {
    expect(readKept(text)).toBe(problem);
  });
  test('what is shown reads back as a range that holds it', () => {
    const share = fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100));
    fc.assert(
      fc.property(share, share, share, (keptLow, keptLikely, keptHigh) => {
        const range = { keptLow, keptLikely, keptHigh };
        fc.pre(isOrderedRange(range));
        const back = readKept(keptText(range));
        if (typeof back === 'string') throw new Error(`${keptText(range)}: ${back}`);
        expect(back.keptLikely).toBe(keptLikely);
        if (keptLow !== null) expect(back.keptLow).toBe(keptLow);
        if (keptHigh !== null) expect(back.keptHigh).toBe(keptHigh);
      }),
    );
  });
});
