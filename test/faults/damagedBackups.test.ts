import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolder, listBackups } from '../../db/backup.ts';
import { services, type TestService } from '../contract/support.ts';
import { add, expectSaid, idsOf } from './support.ts';

const { make } = services();
const noon = new Date(2026, 4, 20, 12).getTime();

/** A closed portfolio with a backup of each of five days, each with one initiative more. */
async function withBackups() {
  let time = noon;
  const test = make({ now: () => new Date(time) });
  const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
  for (let index = 0; index < 5; index += 1) {
    await add(test, `i${index}`);
    await test.ok('backup.make', {});
    time += 86_400_000;
  }
  const path = join(made.folder, made.fileName);
  const folder = backupFolder(join(test.folder, 'Backups'), path);
  return { test, made, path, folder };
}

const harms: { readonly [how: string]: (path: string) => void } = {
  'cut short': (path) => truncateSync(path, 5000),
  empty: (path) => truncateSync(path, 0),
  'written over': (path) => {
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * 2, 4096 * 20);
    writeFileSync(path, bytes);
  },
  'without its first page': (path) => {
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 4096);
    writeFileSync(path, bytes);
  },
};

const goodOf = async (test: TestService, ref: string) =>
  (await test.ok('portfolio.backups', { ref })).backups.filter(({ content }) => content !== null);

describe('damaged backups', () => {
  it.each(Object.keys(harms))(
    'that are %s are shown, never offered, and the next good one is',
    async (how) => {
      const { test, made, path, folder } = await withBackups();
      await test.ok('portfolio.close', {});
      const backups = listBackups(folder);
      expect(backups.length).toBeGreaterThanOrEqual(5);
      harms['written over']!(path);
      for (const [index, backup] of backups.entries()) {
        harms[how]!(backup.path);
        const error = await test.error('portfolio.open', { ref: made.ref });
        expectSaid(error, 'damaged_file');
        expect(error.params?.backups).toBe(backups.length - index - 1);
        const listed = await test.ok('portfolio.backups', { ref: made.ref });
        expect(listed.backups).toHaveLength(backups.length);
        expect(listed.backups[index]).toMatchObject({ ref: backup.ref, content: null });
        expectSaid(
          await test.error('portfolio.restoreBackup', { ref: made.ref, backup: backup.ref }),
          'backup_damaged',
        );
        const [next] = await goodOf(test, made.ref);
        expect(next?.ref).toBe(backups[index + 1]?.ref);
      }
    },
  );

  it('do not keep the next good one from standing in for a damaged file', async () => {
    const { test, made, path, folder } = await withBackups();
    await test.ok('portfolio.close', {});
    for (const { path: backup } of listBackups(folder).slice(0, 2)) harms.empty!(backup);
    harms['written over']!(path);
    const [next] = await goodOf(test, made.ref);
    await test.ok('portfolio.restoreBackup', { ref: made.ref, backup: next!.ref });
    expect((await idsOf(test)).length).toBe(next!.content!.initiatives);
    await add(test, 'on');
  });

  it('neither count when old ones go, nor keep a new one from being made', async () => {
    const { test, made, folder } = await withBackups();
    const [newest] = listBackups(folder);
    harms['cut short']!(newest!.path);
    // Nothing changed since, but what held it cannot be read.
    expect(await test.ok('backup.make', {})).toMatchObject({
      made: true,
      backup: { content: { initiatives: 5 } },
    });
    expect((await goodOf(test, made.ref))[0]).toMatchObject({ content: { initiatives: 5 } });
    expect(listBackups(folder).map(({ ref }) => ref)).toContain(newest!.ref);
  });

  it('of the open portfolio are refused by every use', async () => {
    const { test, folder } = await withBackups();
    const backup = listBackups(folder)[1]!;
    harms['written over']!(backup.path);
    for (const method of ['backup.restore', 'backup.compare', 'backup.copy', 'portfolio.showBackup'])
      expectSaid(await test.error(method, { backup: backup.ref }), 'backup_damaged');
    rmSync(backup.path);
    expectSaid(await test.error('backup.restore', { backup: backup.ref }), 'not_found');
    expect((await idsOf(test)).length).toBe(5);
  });
});
