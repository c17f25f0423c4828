import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForWriting } from '../../db/open.ts';
import type { Change } from '../../shared/contract/changes.ts';
import { applyDiff } from '../../shared/history/diff.ts';
import { services, type TestService } from './support.ts';
import { newContribution, put } from './trustSupport.ts';

const { make, folder } = services();
const at = (key: string) => ({ key, params: {} });
const send = (test: TestService, changes: readonly Change[], key = 'test') =>
  test.ok('records.change', { label: at(key), changes: [...changes] });
const change = (test: TestService, key: string, changes: readonly Change[]) => send(test, changes, key);
const recordsOf = async (test: TestService) => (await test.ok('portfolio.current', {}))!.records;

async function opened(name = 'Plan') {
  const test = make();
  const made = await test.ok('portfolio.create', { name, currency: 'USD' });
  return { test, made };
}

describe('backups of the open portfolio', () => {
  it('say what is in them, compare with now, and come back in one step that undo takes back', async () => {
    const { test, made } = await opened();
    await test.ok('preferences.write', { userName: 'Ada' });
    await change(test, 'first', [
      put('a', { mode: 'project', budget: 1000 }),
      put('b', { mode: 'product', budget: 250 }),
      put('c', { mode: 'project' }),
    ]);
    const { backup, made: isNew } = await test.ok('backup.make', {});
    expect(isNew).toBe(true);
    expect(backup).toMatchObject({
      why: 'asked',
      content: {
        initiatives: 3,
        projects: 2,
        productTeams: 1,
        budget: 1250,
        currency: 'USD',
        lastChange: { label: at('first'), by: 'Ada' },
      },
    });
    expect(await test.ok('backup.make', {})).toMatchObject({ made: false, backup: { ref: backup.ref } });
    const then = await recordsOf(test);
    await change(test, 'more', [
      put('d'),
      { op: 'patch', table: 'initiative', id: 'a', values: { budget: 9 } },
      { op: 'remove', table: 'initiative', id: 'b' },
    ]);
    const now = await recordsOf(test);
    expect(await test.ok('backup.compare', { backup: backup.ref })).toEqual({
      tables: [{ table: 'initiative', added: 1, updated: 1, removed: 1 }],
    });
    const changed = await test.ok('backup.restore', { backup: backup.ref });
    expect(changed.history.undo).toMatchObject({ key: 'backup.restore', params: { at: backup.at } });
    expect(JSON.stringify(await recordsOf(test))).toBe(JSON.stringify(then));
    expect(JSON.stringify(applyDiff(now, changed.diff))).toBe(JSON.stringify(then));
    const { backups } = await test.ok('portfolio.backups', { ref: made.ref });
    expect(backups[0]).toMatchObject({ why: 'restore', content: { initiatives: 3, budget: 9 } });
    await test.ok('history.undo', {});
    expect(JSON.stringify(await recordsOf(test))).toBe(JSON.stringify(now));
  });

  it('can be looked at in place, for reading only, and left again', async () => {
    const { test, made } = await opened();
    await change(test, 'first', [put('a')]);
    const { backup } = await test.ok('backup.make', {});
    await change(test, 'more', [put('b')]);
    const shown = await test.ok('portfolio.showBackup', { backup: backup.ref });
    expect(shown).toMatchObject({
      ref: made.ref,
      fileName: made.fileName,
      readOnly: 'backup',
      backup: { ref: backup.ref, at: backup.at },
    });
    expect(Object.keys(shown.records.initiative)).toEqual(['a']);
    expect(await test.error('records.change', { label: at('x'), changes: [put('x')] })).toMatchObject({
      code: 'read_only',
      params: { reason: 'backup' },
    });
    expect((await test.ok('app.info', {})).lastOpened?.ref).toBe(made.ref);
    expect((await test.ok('portfolio.backups', { ref: made.ref })).backups.length).toBeGreaterThan(0);
    const back = await test.ok('portfolio.open', { ref: made.ref });
    expect(back).toMatchObject({ readOnly: null });
    expect(back.backup).toBeUndefined();
    expect(Object.keys(back.records.initiative)).toEqual(['a', 'b']);
  });

  it('can be handed out as a file of their own', async () => {
    const { test } = await opened();
    await change(test, 'first', [put('a')]);
    const { backup } = await test.ok('backup.make', {});
    const { file, suggestedName } = await test.ok('backup.copy', { backup: backup.ref });
    expect(suggestedName).toMatch(/^Plan \(\d{4}-\d{2}-\d{2} \d{2}\.\d{2}\)\.throughline$/);
    const kept = join(folder(), 'kept.throughline');
    copyFileSync(test.service.files.require(file).path, kept);
    const other = make();
    const copy = await other.ok('portfolio.openChosen', { file: other.service.files.register(kept) });
    expect(Object.keys(copy.records.initiative)).toEqual(['a']);
  });
});

describe('the history', () => {
  it('says field by field what a step did, with names for ids, done and undone alike', async () => {
    const { test } = await opened();
    await change(test, 'add', [
      put('a', { name: 'Claims portal' }),
      { op: 'put', table: 'capability', record: newContribution.capability },
    ]);
    await change(test, 'link', [{ op: 'put', table: 'contribution', record: newContribution.record }]);
    await change(test, 'edit', [
      { op: 'patch', table: 'initiative', id: 'a', values: { name: 'Claims', budget: 500 } },
    ]);
    const [edit, link] = (await test.ok('history.list', { limit: 10 })).entries;
    const edited = {
      total: 1,
      changes: [
        {
          table: 'initiative',
          id: 'a',
          name: 'Claims',
          kind: 'updated',
          fields: [
            { field: 'name', before: 'Claims portal', after: 'Claims' },
            { field: 'budget', before: null, after: 500 },
          ],
        },
      ],
    };
    expect(await test.ok('history.entry', { id: edit!.id })).toMatchObject(edited);
    expect(await test.ok('history.entry', { id: link!.id })).toMatchObject({
      changes: [
        {
          kind: 'added',
          name: 'Claims · Billing',
          fields: expect.arrayContaining([{ field: 'initiativeId', before: null, after: 'a' }]),
        },
      ],
      names: { a: 'Claims', cap: 'Billing' },
    });
    await test.ok('history.jump', { to: 0 });
    // What is undone is told from what the step kept: nothing of it is in the tables now.
    expect(await test.ok('history.entry', { id: link!.id })).toMatchObject({
      total: 1,
      changes: [{ kind: 'added', id: 'link' }],
    });
    expect(await test.error('history.entry', { id: 99 })).toMatchObject({ code: 'not_found' });
  });

  it('is gone through in one jump, back and forward, to the very bytes of each step', async () => {
    const { test, made } = await opened();
    const states = [JSON.stringify(await recordsOf(test))];
    const ids: number[] = [0];
    const steps: (readonly Change[])[] = [
      [put('a'), put('b'), put('c')],
      [{ op: 'remove', table: 'initiative', id: 'a' }],
      [put('d'), { op: 'patch', table: 'initiative', id: 'c', values: { name: 'C' } }],
      [put('a')],
      [{ op: 'remove', table: 'initiative', id: 'c' }],
      [{ op: 'patch', table: 'initiative', id: 'd', values: { name: 'D' } }, put('e')],
    ];
    for (const step of steps) {
      await send(test, step);
      states.push(JSON.stringify(await recordsOf(test)));
      ids.push((await test.ok('history.list', { limit: 1 })).entries[0]!.id);
    }
    let page = await recordsOf(test);
    let from = steps.length;
    for (const to of [2, 5, 0, 6, 3, 4, 1, 6, 0]) {
      const jumped = await test.ok('history.jump', { to: ids[to]! });
      expect(jumped).toMatchObject({ steps: Math.abs(to - from), passedOver: 0 });
      expect(JSON.stringify(await recordsOf(test)), `at step ${to}`).toBe(states[to]);
      page = applyDiff(page, jumped.changed.diff);
      expect(JSON.stringify(page), `page at step ${to}`).toBe(states[to]);
      from = to;
    }
    // And after a restart.
    await test.ok('portfolio.close', {});
    await test.ok('portfolio.open', { ref: made.ref });
    expect(await test.ok('history.jump', { to: ids[6]! })).toMatchObject({ steps: 6 });
    expect(JSON.stringify(await recordsOf(test))).toBe(states[6]);
    expect(await test.ok('history.jump', { to: ids[6]! })).toMatchObject({ steps: 0 });
    expect(await test.error('history.jump', { to: 99 })).toMatchObject({ code: 'not_found' });
  });

  it('passes over a damaged step on the way, and says so', async () => {
    const { test, made } = await opened();
    for (const id of ['a', 'b', 'c']) await send(test, [put(id)]);
    await test.ok('portfolio.close', {});
    const db = openForWriting(join(made.folder, made.fileName));
    db.run('UPDATE history_entry SET crc32 = 1 WHERE id = 2');
    db.close();
    await test.ok('portfolio.open', { ref: made.ref });
    expect(await test.ok('history.jump', { to: 0 })).toMatchObject({ steps: 2, passedOver: 1 });
    expect(Object.keys((await recordsOf(test)).initiative)).toEqual(['b']);
    const { entries } = await test.ok('history.list', { limit: 10 });
    expect(entries.map(({ damaged }) => damaged)).toEqual([false, true, false]);
    expect(await test.error('history.entry', { id: 2 })).toMatchObject({ code: 'history_entry_damaged' });
    await test.ok('history.jump', { to: 3 });
    expect(Object.keys((await recordsOf(test)).initiative).sort()).toEqual(['a', 'b', 'c']);
  });

  it('is listed piece by piece', async () => {
    const { test } = await opened();
    for (let index = 0; index < 5; index += 1) await send(test, [put(`i${index}`)]);
    const first = await test.ok('history.list', { limit: 2 });
    const rest = await test.ok('history.list', { limit: 10, before: first.entries.at(-1)!.id });
    expect([...first.entries, ...rest.entries].map(({ id }) => id)).toEqual([5, 4, 3, 2, 1]);
  });
});
