import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, backupsToKeep, listBackups } from '../../db/backup.ts';
import { readBackupContent } from '../../db/backupContent.ts';
import { services } from '../contract/support.ts';
import { change, create, team, temporaryFolders } from '../db/support.ts';
import { add, idsOf } from './support.ts';

const { make } = services();
const temporary = temporaryFolders();
const day = 86_400_000;
const noon = new Date(2026, 4, 20, 12).getTime();

describe('a clock that was set back', () => {
  it('does not make newer backups look older, and throws none of them away', async () => {
    const folder = join(temporary.folder(), 'backups');
    const { db } = temporary.keep(create(join(temporary.folder(), 'p.throughline')));
    // Twelve days forward, then a year back for two days, as after a battery was changed.
    const times = [
      ...Array.from({ length: 12 }, (_, index) => noon + index * day),
      noon - 365 * day,
      noon - 365 * day + 3_600_000,
      noon - 364 * day,
    ];
    let newest = '';
    for (const [index, time] of times.entries()) {
      change(db, 'more', (writer) => writer.add('team', team(`t${index}`)));
      newest = (await backUp(db, folder, new Date(time)))?.ref ?? '';
      expect(listBackups(folder)[0]?.ref).toBe(newest);
    }
    const revisions = listBackups(folder).map(({ revision }) => revision);
    expect(revisions).toEqual([...revisions].sort((a, b) => b - a));
    expect(revisions.slice(0, 2)).toEqual([15, 14]);
    expect(revisions).toHaveLength(10);
    for (const backup of listBackups(folder)) expect(readBackupContent(backup)).not.toBeNull();
  });

  it('keeps the newest backup before an upgrade, whatever the days say', () => {
    const backups = Array.from({ length: 14 }, (_, index) => ({
      at: new Date(noon - index * day),
      why: index === 13 ? ('upgrade' as const) : ('daily' as const),
    }));
    const kept = backupsToKeep(backups, new Date(noon));
    expect(kept).toHaveLength(10);
    expect(kept.at(-1)).toBe(backups[13]);
  });

  it('keeps the order of the history, undo, and backups while working', async () => {
    let time = noon;
    const test = make({ now: () => new Date(time) });
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await add(test, 'a');
    time -= 400 * day;
    await add(test, 'b');
    const { entries } = await test.ok('history.list', { limit: 10 });
    expect(entries.map(({ id }) => id)).toEqual([2, 1]);
    expect(entries[0]!.at < entries[1]!.at).toBe(true);
    // A backup is due: nobody knows how long ago the last one was.
    expect((await test.ok('portfolio.backups', { ref: made.ref })).backups[0]).toMatchObject({
      content: { initiatives: 2 },
    });
    await test.ok('history.undo', {});
    expect(await idsOf(test)).toEqual(['a']);
    const { recovered } = await test.ok('portfolio.open', { ref: made.ref });
    expect(recovered).toBeUndefined();
    await test.service.close();
    const again = make({ dataFolder: test.folder, now: () => new Date(time - day) });
    const opened = await again.ok('portfolio.open', { ref: made.ref });
    expect(opened.recovered).toBeUndefined();
    expect((await again.ok('app.info', {})).lastOpened?.ref).toBe(made.ref);
    await again.ok('history.redo', {});
    expect(await idsOf(again)).toEqual(['a', 'b']);
  });
});
