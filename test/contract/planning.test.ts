import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/contract/changes.ts';
import { newTeam } from '../../shared/domain/defaults.ts';
import {
  newHandoff,
  newOutcome,
  newOverheadWork,
  newSavedView,
  newSegment,
  newTranche,
} from '../../shared/domain/planningDefaults.ts';
import type { AnyRecord, TableName } from '../../shared/domain/records.ts';
import { initiative, phase } from '../db/support.ts';
import { label, services, type TestService } from './support.ts';

const { make } = services();
const put = (table: TableName, record: object): Change => ({ op: 'put', table, record: { ...record } });
const patch = (table: TableName, id: string, values: Record<string, unknown>): Change => ({
  op: 'patch',
  table,
  id,
  values,
});

/** One record of each kind that planning adds, all linked to initiative `a` and team `t`. */
const planning: readonly (readonly [TableName, AnyRecord])[] = [
  ['teamMember', { id: 'm', teamId: 't', name: '测试', people: 2.5 }],
  ['segment', { ...newSegment('s', 'Small business'), kind: 'external' }],
  ['outcome', { ...newOutcome('o', 'Churn'), segmentId: 's', ownerTeamId: 't', businessValue: 'churn' }],
  ['outcomeReading', { id: 'r', outcomeId: 'o', date: '2026-03-31', value: -4.5, note: 'first' }],
  ['outcomeLink', { id: 'ol', initiativeId: 'a', outcomeId: 'o', weight: 0.6 }],
  ['segmentLink', { id: 'sl', initiativeId: 'a', segmentId: 's', weight: 1 }],
  ['allocation', { id: 'al', teamId: 't', initiativeId: 'a', quarter: '2026-Q3', people: 1.5 }],
  [
    'handoff',
    {
      ...newHandoff('h', 'a', 0, 'partner'),
      fromTeamId: 't',
      toTeamId: 't',
      phaseId: 'p',
      keptLow: 0.2,
      keptLikely: 0.5,
      keptHigh: 0.8,
    },
  ],
  ['tranche', { ...newTranche('tr', 'a', 0, 'First'), startDate: '2026-01-01', endDate: '2026-03-31' }],
  ['overheadWork', { ...newOverheadWork('ow', 'Weekly report'), teamId: 't', initiativeId: 'a' }],
  ['savedView', newSavedView('v', 'Mine', 'timeline', { zoom: 'year', groups: ['owner', null] })],
];

async function opened(): Promise<TestService> {
  const test = make();
  await test.ok('portfolio.create', { name: 'P', currency: 'USD' });
  await test.ok('records.change', {
    label,
    changes: [
      put('team', { ...newTeam('t', 'T'), stableSince: '2026-01-01', platforms: ['Kafka'] }),
      put('initiative', initiative('a')),
      put('initiative', initiative('b')),
      put('phase', phase('p', 'a')),
      put('phase', phase('q', 'b')),
      ...planning.map(([table, record]) => put(table, record)),
    ],
  });
  return test;
}

async function recordsOf(test: TestService) {
  const current = await test.ok('portfolio.current', {});
  if (!current) throw new Error('no portfolio is open');
  return current.records;
}

describe('planning records', () => {
  it('come back as they were written', async () => {
    const records = await recordsOf(await opened());
    for (const [table, record] of planning) expect(records[table], table).toEqual({ [record.id]: record });
    expect(records.team.t).toMatchObject({ stableSince: '2026-01-01', platforms: ['Kafka'] });
  });

  it.each<[string, Change[], object]>([
    [
      'a quarter that no year has',
      [patch('allocation', 'al', { quarter: '2026-Q5' })],
      { code: 'invalid_record', place: { field: 'quarter' }, params: { table: 'allocation', id: 'al' } },
    ],
    [
      'knowledge kept that is likely less than at least',
      [patch('handoff', 'h', { keptLikely: 0.1 })],
      { code: 'invalid_record', place: { field: 'keptLikely' }, params: { table: 'handoff', id: 'h' } },
    ],
    [
      'knowledge kept whose middle is not known and whose ends are crossed',
      [patch('handoff', 'h', { keptLikely: null, keptHigh: 0.1 })],
      { code: 'invalid_record', place: { field: 'keptHigh' } },
    ],
    [
      'a handoff into a phase of another initiative',
      [patch('handoff', 'h', { phaseId: 'q' })],
      { code: 'invalid_record', place: { field: 'phaseId' } },
    ],
    [
      'shares over 100 % for outcomes',
      [put('outcomeLink', { id: 'x', initiativeId: 'a', outcomeId: 'o', weight: 0.5 })],
      { code: 'invalid_record', place: { field: 'weight' }, params: { table: 'outcomeLink' } },
    ],
    [
      'shares over 100 % for segments',
      [put('segmentLink', { id: 'x', initiativeId: 'a', segmentId: 's', weight: 0.01 })],
      { code: 'invalid_record', place: { field: 'weight' }, params: { table: 'segmentLink' } },
    ],
    [
      'a tranche that ends before it starts',
      [patch('tranche', 'tr', { endDate: '2025-12-31' })],
      { code: 'invalid_record', place: { field: 'endDate' } },
    ],
    [
      'a team that disbands before it is stable',
      [patch('team', 't', { disbandsOn: '2025-12-31' })],
      { code: 'invalid_record', place: { field: 'disbandsOn' } },
    ],
    [
      'a reading of an outcome that is not there',
      [put('outcomeReading', { id: 'x', outcomeId: 'nobody', date: '2026-01-01', value: 1, note: '' })],
      { code: 'broken_reference', params: { table: 'outcomeReading', to: 'outcome', target: 'nobody' } },
    ],
    [
      'settings too long to be a view',
      [patch('savedView', 'v', { settings: { text: 'x'.repeat(100_001) } })],
      { code: 'invalid_record', place: { field: 'settings' } },
    ],
    [
      'a business value that nobody knows',
      [patch('outcome', 'o', { businessValue: 'fame' })],
      { code: 'invalid_record', place: { field: 'businessValue' } },
    ],
  ])('are refused with %s, and nothing is written', async (_, changes, expected) => {
    const test = await opened();
    const before = await recordsOf(test);
    expect(await test.error('records.change', { label, changes })).toMatchObject(expected);
    expect(await recordsOf(test)).toEqual(before);
  });

  it('take shares of each kind up to 100 %, since kinds do not share one sum', async () => {
    const test = await opened();
    await test.ok('records.change', {
      label,
      changes: [patch('outcomeLink', 'ol', { weight: 1 }), patch('segmentLink', 'sl', { weight: 1 })],
    });
    expect((await recordsOf(test)).outcomeLink.ol?.weight).toBe(1);
  });

  it('go with their initiative, stay without it where they stand alone, and come back by undo', async () => {
    const test = await opened();
    const before = await recordsOf(test);
    await test.ok('records.change', { label, changes: [{ op: 'remove', table: 'initiative', id: 'a' }] });
    const after = await recordsOf(test);
    for (const table of ['outcomeLink', 'segmentLink', 'allocation', 'handoff', 'tranche'] as const) {
      expect(after[table], table).toEqual({});
    }
    expect(after.overheadWork.ow).toMatchObject({ initiativeId: null, teamId: 't' });
    expect(after.outcome).toEqual(before.outcome);
    await test.ok('history.undo', {});
    expect(await recordsOf(test)).toEqual(before);
  });

  it('lose a team that goes, but keep what was waited and forgotten', async () => {
    const test = await opened();
    await test.ok('records.change', { label, changes: [{ op: 'remove', table: 'team', id: 't' }] });
    const { handoff, teamMember, allocation, outcome, overheadWork } = await recordsOf(test);
    expect([teamMember, allocation]).toEqual([{}, {}]);
    expect(handoff.h).toMatchObject({ fromTeamId: null, toTeamId: null, keptLikely: 0.5 });
    expect(outcome.o?.ownerTeamId).toBeNull();
    expect(overheadWork.ow?.teamId).toBeNull();
  });
});
