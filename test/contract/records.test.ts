import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/contract/changes.ts';
import { newPortfolio } from '../../shared/domain/defaults.ts';
import type { TableName } from '../../shared/domain/records.ts';
import { capability, contribution, initiative, phase, team } from '../db/support.ts';
import { label, services, type TestService } from './support.ts';

const { make } = services();

const put = (table: TableName, record: object): Change => ({ op: 'put', table, record: { ...record } });

async function opened(): Promise<TestService> {
  const test = make();
  await test.ok('portfolio.create', { name: 'P', currency: 'USD' });
  await test.ok('records.change', {
    label,
    changes: [
      put('team', team('t')),
      put('capability', capability('c')),
      put('capability', capability('below', 'c')),
      put('initiative', initiative('a')),
      put('initiative', initiative('b')),
      put('phase', phase('p', 'a')),
      put('contribution', contribution('ac', 'a', 'c', 0.6)),
    ],
  });
  return test;
}

describe('records.change', () => {
  it.each<[string, Change[], object]>([
    [
      'a value out of range',
      [{ op: 'patch', table: 'initiative', id: 'a', values: { budget: -1 } }],
      { code: 'invalid_record', place: { field: 'budget' }, params: { table: 'initiative', id: 'a' } },
    ],
    [
      'a value that is not whole',
      [{ op: 'patch', table: 'initiative', id: 'a', values: { budget: 0.5 } }],
      { code: 'invalid_record', place: { field: 'budget' } },
    ],
    [
      'no number at all',
      [{ op: 'patch', table: 'initiative', id: 'a', values: { scopePersonDays: Number.NaN } }],
      { code: 'invalid_record', place: { field: 'scopePersonDays' } },
    ],
    [
      'a field that is not there',
      [{ op: 'patch', table: 'initiative', id: 'a', values: { colour: 'red' } }],
      { code: 'invalid_record', place: { field: 'colour' } },
    ],
    [
      'a missing field',
      [put('team', { id: 'x', name: 'X' })],
      { code: 'invalid_record', place: { field: 'mission' } },
    ],
    [
      'a day that no calendar has',
      [{ op: 'patch', table: 'initiative', id: 'a', values: { startDate: '2012-30-09' } }],
      { code: 'invalid_record', place: { field: 'startDate' } },
    ],
    [
      'an end before its start',
      [
        {
          op: 'patch',
          table: 'initiative',
          id: 'a',
          values: { startDate: '2026-02-01', endDate: '2026-01-01' },
        },
      ],
      { code: 'invalid_record', place: { field: 'endDate' } },
    ],
    [
      'a phase that ended before it started',
      [
        {
          op: 'patch',
          table: 'phase',
          id: 'p',
          values: { actualStartDate: '2026-02-01', actualEndDate: '2026-01-01' },
        },
      ],
      { code: 'invalid_record', place: { field: 'actualEndDate' } },
    ],
    [
      'a name of nothing but spaces',
      [{ op: 'patch', table: 'initiative', id: 'a', values: { name: '   ' } }],
      { code: 'invalid_record', place: { field: 'name' } },
    ],
    [
      'an unknown currency',
      [{ op: 'patch', table: 'portfolio', id: 'portfolio', values: { currency: 'ZZZ' } }],
      { code: 'invalid_record', place: { field: 'currency' } },
    ],
    [
      'an id that changes',
      [{ op: 'patch', table: 'team', id: 't', values: { id: 'u' } }],
      { code: 'invalid_record', place: { field: 'id' } },
    ],
    [
      'a second portfolio',
      [put('portfolio', { ...newPortfolio('Two'), id: 'two' })],
      { code: 'invalid_record', place: { field: 'id' } },
    ],
    ['no portfolio', [{ op: 'remove', table: 'portfolio', id: 'portfolio' }], { code: 'invalid_record' }],
    [
      'a reference to nothing',
      [put('phase', phase('q', 'nobody'))],
      {
        code: 'broken_reference',
        place: { field: 'initiativeId' },
        params: { table: 'phase', to: 'initiative', target: 'nobody' },
      },
    ],
    [
      'a reference to what the same change removes',
      [
        put('phase', phase('q', 'b')),
        { op: 'remove', table: 'initiative', id: 'b' },
        put('phase', phase('q', 'b')),
      ],
      { code: 'broken_reference' },
    ],
    [
      'a capability below itself',
      [{ op: 'patch', table: 'capability', id: 'c', values: { parentId: 'c' } }],
      { code: 'capability_cycle' },
    ],
    [
      'a capability below its child',
      [{ op: 'patch', table: 'capability', id: 'c', values: { parentId: 'below' } }],
      { code: 'capability_cycle', place: { field: 'parentId' } },
    ],
    [
      'shares above 100 %',
      [put('contribution', contribution('ac2', 'a', 'below', 0.41))],
      { code: 'invalid_record', place: { field: 'weight' } },
    ],
    [
      'shares above 100 % of an initiative that the same change brings in, one of them taken from another',
      [
        put('initiative', initiative('new')),
        put('contribution', contribution('new1', 'new', 'below', 0.41)),
        { op: 'patch', table: 'contribution', id: 'ac', values: { initiativeId: 'new' } },
      ],
      { code: 'invalid_record', place: { field: 'weight' }, params: { table: 'contribution' } },
    ],
    [
      'shares above 100 % of an initiative that the same change removes and brings back',
      [
        { op: 'remove', table: 'initiative', id: 'a' },
        put('initiative', initiative('a')),
        put('contribution', contribution('ac1', 'a', 'c', 0.6)),
        put('contribution', contribution('ac2', 'a', 'below', 0.6)),
      ],
      { code: 'invalid_record', place: { field: 'weight' } },
    ],
    [
      'a record that is not there',
      [{ op: 'patch', table: 'team', id: 'nobody', values: {} }],
      { code: 'not_found', params: { what: 'team', id: 'nobody' } },
    ],
    ['removing what is not there', [{ op: 'remove', table: 'team', id: 'nobody' }], { code: 'not_found' }],
  ])('refuses %s, and does nothing of the rest', async (_what, changes, expected) => {
    const test = await opened();
    const before = await test.ok('portfolio.current', {});
    const events = test.events.length;
    const error = await test.error('records.change', {
      label,
      changes: [put('team', team('innocent')), ...changes],
    });
    expect(error).toMatchObject(expected);
    expect(await test.ok('portfolio.current', {})).toEqual(before);
    expect(test.events).toHaveLength(events);
    expect(test.log).toEqual([]);
  });

  it('checks the whole, not the order: a phase may come before its initiative', async () => {
    const test = await opened();
    const { diff } = await test.ok('records.change', {
      label,
      changes: [
        put('phase', phase('q', 'new')),
        put('initiative', initiative('new', { teamId: 'late' })),
        put('team', team('late')),
      ],
    });
    expect(Object.keys(diff).sort()).toEqual(['initiative', 'phase', 'team']);
  });

  it('takes shares that add up to 100 % in tenths', async () => {
    const test = await opened();
    const { diff } = await test.ok('records.change', {
      label,
      changes: [
        { op: 'remove', table: 'contribution', id: 'ac' },
        ...Array.from({ length: 10 }, (_, index) =>
          put('contribution', contribution(`c${index}`, 'a', 'c', 0.1)),
        ),
      ],
    });
    expect(Object.keys(diff.contribution?.added ?? {})).toHaveLength(10);
  });

  it('removes a selection that holds a record and what belongs to it', async () => {
    const test = await opened();
    const { diff } = await test.ok('records.change', {
      label,
      changes: [
        { op: 'remove', table: 'initiative', id: 'a' },
        { op: 'remove', table: 'phase', id: 'p' },
        { op: 'remove', table: 'capability', id: 'c' },
      ],
    });
    expect(Object.keys(diff.capability?.removed ?? {}).sort()).toEqual(['below', 'c']);
    expect(Object.keys(diff.phase?.removed ?? {})).toEqual(['p']);
  });

  it('keeps half a surrogate pair from coming back as something else', async () => {
    const test = await opened();
    await test.ok('records.change', {
      label,
      changes: [
        {
          op: 'patch',
          table: 'initiative',
          id: 'a',
          values: { description: 'a\ud800b', extra: { 'k\udc00': '\ud800' } },
        },
      ],
    });
    const { records } = (await test.ok('portfolio.current', {}))!;
    expect(records.initiative.a).toMatchObject({ description: 'a\ufffdb', extra: { 'k\ufffd': '\ufffd' } });
  });

  it('tells every page, and says who', async () => {
    const test = await opened();
    await test.ok('preferences.write', { userName: '王芳' });
    const changed = await test.ok('records.change', {
      label: { key: 'initiative.edit', params: { name: 'A' } },
      changes: [{ op: 'patch', table: 'initiative', id: 'a', values: { budget: 5 } }],
    });
    expect(test.events.at(-1)).toEqual({ name: 'portfolio.changed', payload: changed });
    expect(changed.history).toMatchObject({
      revision: 2,
      undo: { key: 'initiative.edit', params: { name: 'A' } },
      redo: null,
    });
    const { entries } = await test.ok('history.list', { limit: 1 });
    expect(entries).toMatchObject([
      { by: '王芳', undone: false, counts: { added: 0, updated: 1, removed: 0 } },
    ]);
    const { fields } = await test.ok('history.origins', { table: 'initiative', id: 'a' });
    expect(fields.budget?.by).toBe('王芳');
    expect(fields.name?.by).toBe('');
    expect(await test.error('history.origins', { table: 'constructor', id: 'a' })).toMatchObject({
      code: 'not_found',
    });
  });

  it('reports a damaged step, and pages learn what undo would do next', async () => {
    const test = await opened();
    const revision = (await test.ok('history.undo', {})).history.revision;
    expect(await test.error('history.undo', {})).toMatchObject({ code: 'nothing_to_undo' });
    await test.ok('history.redo', {});
    expect(await test.error('history.redo', {})).toMatchObject({ code: 'nothing_to_redo' });
    expect((await test.ok('portfolio.current', {}))?.history.revision).toBe(revision + 1);
  });
});
