import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandoffLine } from '../../../shared/analysis/handoffLine.ts';
import {
  handoffLine,
  knownLines,
  recordedLineSteps,
  recordedLines,
} from '../../../shared/analysis/handoffLines.ts';
import { daysCovered, joined, without } from '../../../shared/analysis/stretches.ts';
import { newRelease, newTeam } from '../../../shared/domain/defaults.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import type { Handoff, PortfolioRecords } from '../../../shared/domain/records.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

const day = dayNumber;
const row = (
  id: string,
  position: number,
  kind: Handoff['kind'],
  values: Partial<Handoff> = {},
): Handoff => ({
  ...newHandoff(id, 'i', position, kind),
  ...values,
});
const dated = (id: string, position: number, kind: 'analysis' | 'build' | 'test', from: string, to: string) =>
  phase(id, 'i', position, { kind, startDate: from, endDate: to });

function lineOf(tables: Parameters<typeof recordsOf>[0], modelled = true): HandoffLine {
  const line = handoffLine(recordsOf(tables), 'i', modelled);
  if (!line) throw new Error('the initiative has no line');
  return line;
}

const three = [
  dated('a', 0, 'analysis', '2026-01-01', '2026-01-31'),
  dated('b', 1, 'build', '2026-03-02', '2026-05-31'),
  dated('c', 2, 'test', '2026-06-01', '2026-06-30'),
];

describe('the way of a project through the teams', () => {
  it('follows the dates: a gap is a wait, phases that touch are passed on without one', () => {
    const line = lineOf({ initiative: [initiative('i')], phase: three });
    expect(line.stays.map(({ station, from, to }) => [station.key, from, to])).toEqual([
      ['phase:analysis', day('2026-01-01'), day('2026-02-01')],
      ['phase:build', day('2026-03-02'), day('2026-06-01')],
      ['phase:test', day('2026-06-01'), day('2026-07-01')],
    ]);
    expect(line.waits).toEqual([
      {
        from: day('2026-02-01'),
        to: day('2026-03-02'),
        kind: 'team',
        days: 29,
        source: 'plan',
        handoffId: null,
        before: 1,
      },
    ]);
    expect(
      line.handoffs.map(({ waitDays, waitSource, handoffId, into }) => [
        waitDays,
        waitSource,
        handoffId,
        into,
      ]),
    ).toEqual([
      [29, 'plan', null, 1],
      [0, 'plan', null, 2],
    ]);
    expect(line.handoffs.map(({ from, to }) => [from.key, to.key])).toEqual([
      ['phase:analysis', 'phase:build'],
      ['phase:build', 'phase:test'],
    ]);
    expect(line.waitingDays).toBe(29);
    expect(line.waitingShare).toBeCloseTo(29 / 181, 10);
  });

  it('takes days, kinds, teams and knowledge from the ledger, each row at its place in the wait', () => {
    const line = lineOf({
      initiative: [initiative('i')],
      team: [newTeam('t1', 'Claims'), newTeam('t2', 'Data')],
      phase: three,
      handoff: [
        row('h1', 0, 'funding', { waitDays: 20, phaseId: 'b' }),
        row('h2', 1, 'team', {
          fromTeamId: 't1',
          toTeamId: 't2',
          waitDays: 9,
          keptLow: 0.3,
          keptLikely: 0.5,
          keptHigh: 0.6,
          passes: 'the design',
          phaseId: 'b',
        }),
        row('h3', 2, 'legal', { phaseId: 'c' }),
      ],
    });
    expect(line.stays.map(({ station }) => station.name)).toEqual(['Claims', 'Data', 'test']);
    expect(
      line.waits.map(({ kind, from, to, handoffId, source }) => [kind, from, to, handoffId, source]),
    ).toEqual([
      ['funding', day('2026-02-01'), day('2026-02-21'), 'h1', 'ledger'],
      ['team', day('2026-02-21'), day('2026-03-02'), 'h2', 'ledger'],
    ]);
    expect(line.handoffs).toHaveLength(3);
    expect(line.handoffs[0]).toMatchObject({
      kind: 'funding',
      at: day('2026-02-21'),
      waitDays: 20,
      kept: null,
    });
    // An approval, legal or funding holds the work up and does not take it anywhere.
    expect(line.handoffs[0]!.to.key).toBe(line.handoffs[0]!.from.key);
    expect(line.handoffs[1]).toMatchObject({
      kind: 'team',
      kept: 0.5,
      keptLow: 0.3,
      keptHigh: 0.6,
      keptSource: 'ledger',
      passes: 'the design',
    });
    // Nobody entered its days: they are not known, and not zero.
    expect(line.handoffs[2]).toMatchObject({ kind: 'legal', handoffId: 'h3', kept: null });
  });

  it('shows no wait where the ledger says that there was none', () => {
    const { waits, handoffs } = lineOf({
      initiative: [initiative('i')],
      phase: three.slice(0, 2),
      handoff: [row('h', 0, 'team', { waitDays: 0, phaseId: 'b' })],
    });
    expect(waits).toEqual([]);
    expect(handoffs).toMatchObject([{ handoffId: 'h', waitDays: 0, waitSource: 'ledger', into: 1 }]);
  });

  it('without phases goes through those of the model, and has each row of the ledger at one of them', () => {
    const line = lineOf({
      initiative: [
        initiative('i', {
          ...{ startDate: '2026-01-01', endDate: '2026-12-31' },
          ...{ budget: 600_000_00, teamDayRate: 700_00 },
        }),
      ],
      handoff: [row('h', 0, 'team', { toName: 'Operations' })],
    });
    expect(line.stays).toHaveLength(5);
    expect(line.handoffs.map(({ into }) => into)).toEqual([1, 2, 3, 4]);
    expect(line.handoffs.filter(({ handoffId }) => handoffId === 'h')).toHaveLength(1);
    expect(line.waits.length).toBeGreaterThan(0);
    for (const { days, before } of line.waits) {
      expect(days).toBeGreaterThanOrEqual(1);
      expect(before).toBeGreaterThanOrEqual(1);
    }
  });

  it('says which days somebody waited while others worked, and does not count them as waiting', () => {
    const line = lineOf({
      initiative: [initiative('i')],
      phase: three,
      handoff: [row('h1', 0, 'team', { waitDays: 50, phaseId: 'c' })],
    });
    expect(line.waits.find(({ handoffId }) => handoffId === 'h1')?.days).toBe(50);
    expect(line.waitingDays).toBe(29);
  });

  it('joins steps at one station, and keeps the time between them as a wait that nobody explained', () => {
    const line = lineOf({
      initiative: [initiative('i')],
      phase: [
        dated('a', 0, 'build', '2026-01-01', '2026-01-31'),
        dated('b', 1, 'build', '2026-02-01', '2026-02-28'),
        dated('c', 2, 'build', '2026-04-01', '2026-04-30'),
      ],
    });
    expect(line.stays.map(({ phases }) => phases)).toEqual([['a', 'b'], ['c']]);
    expect(line.waits.map(({ kind, days }) => [kind, days])).toEqual([['gap', 31]]);
    expect(line.handoffs).toEqual([]);
  });

  it('takes what nobody recorded from the model, and marks it', () => {
    const facts = { startDate: '2026-01-01', endDate: '2026-12-31', budget: 900_000_00, teamDayRate: 800_00 };
    const tables = { initiative: [initiative('i', facts)] };
    const line = lineOf(tables);
    expect(line.stays.map(({ station }) => station.name)).toEqual([
      'analysis',
      'design',
      'build',
      'test',
      'release',
    ]);
    expect(line.stays.every(({ assumed }) => assumed)).toBe(true);
    expect(line.handoffs).toHaveLength(4);
    for (const handoff of line.handoffs) {
      expect(handoff).toMatchObject({ handoffId: null, waitSource: 'model', keptSource: 'model' });
      expect(handoff.kept).toBeGreaterThan(0);
      expect(handoff.kept).toBeLessThan(1);
    }
    // From the record alone it is one stretch of work of a team that nobody recorded.
    const plain = lineOf(tables, false);
    expect(plain.stays.map(({ station }) => station.kind)).toEqual(['unknown']);
    expect(plain.handoffs).toEqual([]);
  });

  it('waits as long as the model says before undated phases whose wait nobody recorded', () => {
    const facts = { startDate: '2026-01-01', budget: 900_000_00, teamDayRate: 800_00 };
    const phases = ['a', 'b'].map((id, k) =>
      phase(id, 'i', k, { kind: k === 0 ? 'build' : 'test', months: 3, people: 4 }),
    );
    const line = lineOf({ initiative: [initiative('i', facts)], phase: phases });
    expect(line.waits).toHaveLength(1);
    expect(line.waits[0]).toMatchObject({ source: 'model', kind: 'team', before: 1 });
    expect(line.waits[0]!.days).toBeGreaterThan(0);
    expect(lineOf({ initiative: [initiative('i', facts)], phase: phases }, false).waits).toEqual([]);
  });

  it('stays in one place with its releases as a product team, and counts rows that no date places', () => {
    const line = lineOf({
      initiative: [initiative('i', { mode: 'product', teamId: 't', startDate: '2026-01-01' })],
      team: [newTeam('t', 'Claims')],
      handoff: [row('h1', 0, 'approval', { waitDays: 5 })],
    });
    expect(line).toMatchObject({ end: null, waitingShare: null, handoffs: [], unplacedRows: 1 });
    expect(line.stays).toMatchObject([{ station: { key: 'team:t' }, to: null }]);
  });

  it('has no line where nothing says when, and leaves retired initiatives out', () => {
    const records = recordsOf({
      initiative: [
        initiative('i'),
        initiative('j', { startDate: '2026-01-01', endDate: '2026-02-01', retired: true }),
        initiative('k', { startDate: '2026-01-01', endDate: '2026-02-01' }),
      ],
    });
    expect(handoffLine(records, 'i', true)).toBeNull();
    expect(handoffLine(records, 'nobody', true)).toBeNull();
    expect(recordedLines(records).map(({ id }) => id)).toEqual(['k']);
    expect(recordedLines(records)).toBe(recordedLines(records));
  });

  it('is made in pieces that another asker need not begin anew', () => {
    const records = syntheticRecords({ initiatives: 400, capabilities: 4, seed: 5 });
    const steps = recordedLineSteps(records);
    const shares: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      shares.push(step.value);
      expect(knownLines(records)).toBeNull();
    }
    expect(shares.length).toBeGreaterThanOrEqual(8);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(step.value.length).toBeGreaterThan(100);
    expect(knownLines(records)).toBe(step.value);
    expect(recordedLines(records)).toBe(step.value);
  });

  it('never has more waiting than time, whatever the dates and the ledger say', () => {
    const date = fc
      .integer({ min: 0, max: 900 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    const phases = fc.array(fc.tuple(date, date), { minLength: 1, maxLength: 6 }).map((list) =>
      list.map(([one, two], k) =>
        phase(`p${k}`, 'i', k, {
          kind: (['analysis', 'build', 'test'] as const)[k % 3]!,
          startDate: one < two ? one : two,
          endDate: one < two ? two : one,
        }),
      ),
    );
    const rows = fc.array(
      fc.tuple(fc.constantFrom('team', 'legal', 'funding'), fc.option(fc.integer({ min: 0, max: 400 }))),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(phases, rows, (list, ledger) => {
        const records: PortfolioRecords = recordsOf({
          initiative: [initiative('i')],
          phase: list,
          handoff: ledger.map(([kind, waitDays], k) =>
            row(`h${k}`, k, kind as Handoff['kind'], { waitDays }),
          ),
        });
        const line = handoffLine(records, 'i', false)!;
        expect(line.waitingShare).toBeGreaterThanOrEqual(0);
        expect(line.waitingShare).toBeLessThanOrEqual(1);
        expect(line.handoffs.filter(({ handoffId }) => handoffId !== null)).toHaveLength(ledger.length);
        for (const { into } of line.handoffs) expect(line.stays[into]).toBeDefined();
        for (const { from, to } of line.stays) expect(to).toBeGreaterThanOrEqual(from);
      }),
      { numRuns: 150 },
    );
  });
});

describe('stretches of time', () => {
  const stretches = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
      .map(([from, length]) => ({ from, to: from + length })),
    { maxLength: 8 },
  );
  const days = (list: readonly { from: number; to: number }[]): Set<number> => {
    const set = new Set<number>();
    for (const { from, to } of list) for (let at = from; at < to; at += 1) set.add(at);
    return set;
  };
  it('cover the same days when joined, and just the others without some', () => {
    fc.assert(
      fc.property(stretches, stretches, (a, b) => {
        expect(daysCovered(a)).toBe(days(a).size);
        const parts = joined(a);
        parts.forEach((part, k) => {
          if (k > 0) expect(part.from).toBeGreaterThan(parts[k - 1]!.to);
        });
        const taken = days(b);
        expect(days(without(a, b))).toEqual(
          new Set([...days(a)].filter((at) => !taken.has(at)).sort((x, y) => x - y)),
        );
      }),
    );
  });
});

describe('the way of a product team', () => {
  it('shows its releases by day, and which of them are out', () => {
    const release = (id: string, plannedDate: string | null, actualDate: string | null) => ({
      ...newRelease(id, 'i', id),
      ...{ plannedDate, actualDate },
    });
    const { releases } = lineOf({
      initiative: [initiative('i', { mode: 'product', startDate: '2026-01-01' })],
      release: [
        release('planned', '2026-05-01', null),
        release('open', null, null),
        release('out', '2026-02-01', '2026-03-01'),
      ],
    });
    expect(releases).toEqual([
      { id: 'out', name: 'out', day: day('2026-03-01'), out: true },
      { id: 'planned', name: 'planned', day: day('2026-05-01'), out: false },
    ]);
  });
});
