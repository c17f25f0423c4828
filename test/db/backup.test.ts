import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, backupFolder, backupsToKeep, listBackups } from '../../db/backup.ts';
import { goodBackups } from '../../db/backupContent.ts';
import { bytesOf, change, create, reopen, team, temporaryFolders } from './support.ts';

const temporary = temporaryFolders();
const hour = 3_600_000;
const day = 24 * hour;
/** Local noon, so that the hours around it are one day wherever the test runs. */
const noon = new Date(2026, 4, 20, 12).getTime();

describe('the rule for keeping backups', () => {
  const times = (...ages: number[]) => ages.map((age) => ({ at: new Date(noon - age) }));
  const kept = (...ages: number[]) =>
    backupsToKeep(times(...ages), new Date(noon)).map(({ at }) => noon - at.getTime());

  it('keeps the newest three of today', () => {
    expect(kept(0, hour, 2 * hour, 3 * hour, 4 * hour)).toEqual([0, hour, 2 * hour]);
  });

  it('keeps the newest of each day before', () => {
    expect(kept(0, day, day + hour, 2 * day, 2 * day + hour)).toEqual([0, day, 2 * day]);
  });

  it('keeps ten in all', () => {
    const ages = Array.from({ length: 20 }, (_, index) => index * day);
    expect(kept(...ages)).toEqual(ages.slice(0, 10));
    expect(kept(0, hour, 2 * hour, ...ages.slice(1))).toHaveLength(10);
  });
});

describe('backups', () => {
  it('are made when something changed, and the old ones go', async () => {
    const folder = join(temporary.folder(), 'backups');
    const { db } = temporary.keep(create(join(temporary.folder(), 'p.throughline')));
    const made: (number | null)[] = [];
    for (let index = 0; index < 30; index += 1) {
      const now = new Date(noon + index * 8 * hour);
      if (index % 2 === 0) change(db, 'more', (writer) => writer.add('team', team(`t${index}`)));
      made.push((await backUp(db, folder, now))?.revision ?? null);
    }
    expect(made.slice(0, 4)).toEqual([1, null, 2, null]);
    const found = listBackups(folder);
    expect(found.length).toBeLessThanOrEqual(10);
    expect(found[0]?.revision).toBe(15);
    expect(readdirSync(folder).every((name) => name.endsWith('.throughline'))).toBe(true);
  });

  it('hold the portfolio as it was, and say how many initiatives', async () => {
    const folder = join(temporary.folder(), 'backups');
    const file = temporary.keep(create(join(temporary.folder(), 'p.throughline')));
    change(file.db, 'one', (writer) => writer.add('team', team('one')));
    const before = bytesOf(file.db);
    const backup = await backUp(file.db, folder, new Date(noon));
    change(file.db, 'two', (writer) => writer.add('team', team('two')));
    writeFileSync(join(folder, '2026-01-01T00-00-00-000Z.r9.throughline'), 'not a database');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    expect(listBackups(folder)).toHaveLength(2);
    expect(goodBackups(folder)).toMatchObject([
      { ref: backup?.ref, revision: 1, why: 'daily', content: { initiatives: 0, budget: null } },
    ]);
    const copy = temporary.keep(await reopen(backup!.path));
    expect(bytesOf(copy.db)).toBe(before);
  });

  it('that have no number, as the first versions made them, stand behind all others, newest first', async () => {
    const folder = join(temporary.folder(), 'backups');
    const { db } = temporary.keep(create(join(temporary.folder(), 'p.throughline')));
    const made = await backUp(db, folder, new Date(2020, 1, 1));
    const older = [
      '2026-01-01T00-00-00-000Z.r1',
      '2026-03-01T00-00-00-000Z.r1',
      '2026-02-01T00-00-00-000Z.r1',
    ];
    for (const name of older) writeFileSync(join(folder, `${name}.throughline`), '');
    expect(listBackups(folder).map(({ ref }) => ref)).toEqual(
      [made!.ref.replace('.throughline', ''), older[1], older[2], older[0]].map(
        (name) => `${name}.throughline`,
      ),
    );
  });

  it('are none before the first was made, and unknown where their folder cannot be looked into', async () => {
    const folder = join(temporary.folder(), 'backups');
    const file = temporary.keep(create(join(temporary.folder(), 'p.throughline')));
    expect(listBackups(folder)).toEqual([]);
    writeFileSync(folder, 'no folder');
    const unreadable = expect.objectContaining({
      error: expect.objectContaining({ code: 'backups_unreadable', place: { file: folder } }),
    });
    expect(() => listBackups(folder)).toThrow(unreadable);
    await expect(backUp(file.db, folder, new Date(noon))).rejects.toEqual(unreadable);
  });

  it('of two files of one name lie apart', () => {
    expect(backupFolder('/b', '/x/plan.throughline')).not.toBe(backupFolder('/b', '/y/plan.throughline'));
    expect(backupFolder('/b', '/x/plan.throughline')).toBe(backupFolder('/b', '/x/../x/plan.throughline'));
  });
});
