import { describe, expect, it } from 'vitest';
import { newInitiative } from '../../shared/domain/defaults.ts';
import { newScenario } from '../../shared/domain/roomDefaults.ts';
import { label, services } from './support.ts';

const { make } = services();
const at = '2026-01-02T03:04:05.006Z';
const stepOf = (id: string, scenarioId: string, changes: readonly object[]) => ({
  op: 'put' as const,
  table: 'scenarioStep' as const,
  record: { id, scenarioId, position: 0, label, by: '', at, changes },
});
const rename = (id: string, name: string) => ({ op: 'patch', table: 'initiative', id, values: { name } });

async function opened() {
  const test = make();
  await test.ok('portfolio.create', { name: 'P', currency: 'USD' });
  await test.ok('records.change', {
    label,
    changes: [
      { op: 'put', table: 'initiative', record: { ...newInitiative('a', 'A') } },
      { op: 'put', table: 'scenario', record: { ...newScenario('s', 'S', 0, '', at) } },
      { op: 'put', table: 'scenario', record: { ...newScenario('t', 'T', 1, '', at), parentId: 's' } },
      stepOf('1', 's', [rename('a', 'A1')]),
    ],
  });
  return test;
}
const nameOf = async (test: Awaited<ReturnType<typeof opened>>) =>
  (await test.ok('portfolio.current', {}))?.records.initiative.a?.name;

describe('a scenario', () => {
  it('goes into the plan in one step that can be undone, after a snapshot, with those it stands on', async () => {
    const test = await opened();
    await test.ok('records.change', { label, changes: [stepOf('2', 't', [rename('a', 'A2')])] });
    const done = await test.ok('scenario.apply', { id: 't', passOver: false, snapshotName: 'Before T' });
    expect(done.passedOver).toBe(0);
    expect(await nameOf(test)).toBe('A2');
    const frozen = await test.ok('snapshot.read', { id: done.snapshot.id });
    expect(frozen.records.initiative.a?.name).toBe('A');
    const now = await test.ok('portfolio.current', {});
    expect(Object.values(now!.records.scenario).every(({ appliedAt }) => appliedAt !== null)).toBe(true);
    expect(await test.error('scenario.apply', { id: 't', passOver: false, snapshotName: 'x' })).toMatchObject(
      {
        code: 'not_found',
      },
    );
    await test.ok('history.undo', {});
    expect(await nameOf(test)).toBe('A');
    const back = await test.ok('portfolio.current', {});
    expect(Object.values(back!.records.scenario).every(({ appliedAt }) => appliedAt === null)).toBe(true);
  });

  it('that does not fit is refused with nothing done, or applied without those steps when asked to', async () => {
    const test = await opened();
    await test.ok('records.change', { label, changes: [stepOf('2', 's', [rename('gone', 'X')])] });
    expect(await test.error('scenario.apply', { id: 's', passOver: false, snapshotName: 'x' })).toMatchObject(
      {
        code: 'scenario_does_not_fit',
        params: { steps: 1, name: 'S' },
      },
    );
    expect(await nameOf(test)).toBe('A');
    expect((await test.ok('snapshot.list', {})).snapshots).toEqual([]);
    const done = await test.ok('scenario.apply', { id: 's', passOver: true, snapshotName: 'x' });
    expect(done.passedOver).toBe(1);
    expect(await nameOf(test)).toBe('A1');
  });

  it('cannot stand on itself', async () => {
    const test = await opened();
    expect(
      await test.error('records.change', {
        label,
        changes: [{ op: 'patch', table: 'scenario', id: 's', values: { parentId: 't' } }],
      }),
    ).toMatchObject({ code: 'invalid_record', place: { field: 'parentId' } });
  });
});
