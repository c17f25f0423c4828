import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { redo, undo } from '../../db/changes.ts';
import { sortError } from '../../db/failures.ts';
import { jump } from '../../db/jump.ts';
import { openForReading } from '../../db/open.ts';
import { listEntries } from '../../db/repositories/history.ts';
import { replaceFile, requireReplaceable } from '../../electron/core/portfolioFiles.ts';
import { Failure } from '../../shared/contract/result.ts';
import { services } from '../contract/support.ts';
import { bytesOf, change, create, initiative, reopen, temporaryFolders } from '../db/support.ts';
import { add, expectSaid, fill, idsOf, put, smallDisk } from './support.ts';

const { make } = services();
const temporary = temporaryFolders();
const disk = smallDisk(24);
if (typeof disk === 'string') console.log(`Tests on a full disk were NOT run: ${disk}`);
afterAll(() => {
  if (typeof disk !== 'string') disk.drop();
});
/** Nearly a megabyte in one step. */
const large = Array.from({ length: 10 }, (_, index) => put(`large${index}`, 95_000));
const onDisk = (name: string): string => {
  if (typeof disk === 'string') throw new Error(disk);
  const path = join(disk.path, name);
  mkdirSync(path);
  return path;
};

describe('a full disk', () => {
  it.skipIf(typeof disk === 'string')(
    'refuses an edit, loses nothing, and takes it again once there is room',
    async () => {
      const dataFolder = onDisk('edit');
      const test = make({ dataFolder });
      const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
      await add(test, 'before');
      const filler = fill(dataFolder);
      const change = { label: { key: 'test', params: {} }, changes: large };
      for (let again = 0; again < 3; again += 1)
        expectSaid(await test.error('records.change', change), 'disk_full');
      expect(await idsOf(test)).toEqual(['before']);
      expect((await test.ok('history.list', { limit: 10 })).entries).toHaveLength(1);
      expectSaid(await test.error('snapshot.create', { name: 'S', note: 'x'.repeat(9000) }), 'disk_full');
      expectSaid(await test.error('backup.make', {}), 'disk_full');
      expect((await test.ok('portfolio.backups', { ref: made.ref })).problem).toMatchObject({
        code: 'disk_full',
      });
      rmSync(filler);
      await test.ok('records.change', change);
      expect(await idsOf(test)).toEqual(['before', ...large.map(({ record }) => record.id)]);
      await test.ok('backup.make', {});
      expect((await test.ok('portfolio.backups', { ref: made.ref })).problem).toBeNull();
      await test.ok('history.undo', {});
      expect(await idsOf(test)).toEqual(['before']);
    },
  );

  it.skipIf(typeof disk === 'string')('keeps everything when the portfolio closes on it', async () => {
    const dataFolder = onDisk('close');
    const test = make({ dataFolder });
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const ids = Array.from({ length: 30 }, (_, index) => `i${index}`);
    for (const id of ids) await add(test, id, 20_000);
    const filler = fill(dataFolder);
    await test.service.close();
    rmSync(filler);
    const again = make({ dataFolder });
    const opened = await again.ok('portfolio.open', { ref: made.ref });
    expect(Object.keys(opened.records.initiative)).toEqual(ids);
    await again.ok('history.undo', {});
  });

  it.skipIf(typeof disk === 'string')('makes no half portfolio', async () => {
    const dataFolder = onDisk('create');
    const filler = fill(dataFolder);
    const test = make({ dataFolder });
    expectSaid(await test.error('portfolio.create', { name: 'Plan', currency: 'USD' }), 'disk_full');
    const left = readdirSync(join(dataFolder, 'Portfolios'));
    expect(left).toEqual([]);
    rmSync(filler);
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
  });

  it.skipIf(typeof disk === 'string')('leaves the file whole that a new one should have replaced', () => {
    const folder = onDisk('replace');
    const path = join(folder, 'board.pptx');
    writeFileSync(path, 'last year');
    const filler = fill(folder);
    const replace = () => replaceFile(path, (part) => writeFileSync(part, Buffer.alloc(1e5)));
    expect(replace).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'disk_full' }) }),
    );
    expect(() => requireReplaceable(path)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'disk_full' }) }),
    );
    expect(readFileSync(path, 'utf8')).toBe('last year');
    expect(readdirSync(folder).sort()).toEqual(['board.pptx', 'filler']);
    rmSync(filler);
    requireReplaceable(path);
    expect(readdirSync(folder)).toEqual(['board.pptx']);
    replace();
    expect(readFileSync(path)).toHaveLength(1e5);
  });

  it('never takes a step out of the history: undo, redo and a jump work again once there is room', async () => {
    const path = join(temporary.folder(), 'p.throughline');
    const { db } = temporary.keep(create(path));
    // Nothing that can be packed: what the history keeps of it is nearly as large.
    const description = randomBytes(150_000).toString('base64');
    change(db, 'add', (writer) => writer.add('initiative', initiative('large', { description })));
    const whole = bytesOf(db);
    change(db, 'remove', (writer) => writer.remove('initiative', 'large'));
    const removed = bytesOf(db);
    const refused = (run: () => unknown): void => {
      db.setPragma(`max_page_count = ${db.pragmaValue('page_count')}`);
      const before = bytesOf(db);
      const entries = JSON.stringify(listEntries(db, 5));
      try {
        run();
        expect.unreachable();
      } catch (error) {
        const sorted = sortError(error, path);
        if (!(sorted instanceof Failure)) throw error;
        expectSaid(sorted.error, 'disk_full');
      }
      expect(bytesOf(db)).toBe(before);
      expect(JSON.stringify(listEntries(db, 5))).toBe(entries);
      db.setPragma('max_page_count = 1000000');
    };
    refused(() => undo(db));
    refused(() => jump(db, 1));
    undo(db);
    expect(bytesOf(db)).toBe(whole);
    redo(db);
    expect(bytesOf(db)).toBe(removed);
    jump(db, 1);
    expect(bytesOf(db)).toBe(whole);
  });

  it('is told by SQLite itself, in the middle of a step of any size', async () => {
    const path = join(temporary.folder(), 'p.throughline');
    const file = temporary.keep(create(path));
    change(file.db, 'first', (writer) => writer.add('initiative', initiative('first')));
    const before = bytesOf(file.db);
    const pages = Number(file.db.pragmaValue('page_count'));
    for (const [room, size] of [
      [0, 100_000],
      [2, 100_000],
      [8, 400_000],
    ] as const) {
      file.db.setPragma(`max_page_count = ${pages + room}`);
      try {
        change(file.db, 'large', (writer) => {
          for (let index = 0; index < 5; index += 1)
            writer.add('initiative', initiative(`l${index}`, { description: 'x'.repeat(size / 5) }));
        });
        expect.unreachable();
      } catch (error) {
        const sorted = sortError(error, path);
        if (!(sorted instanceof Failure)) throw error;
        expectSaid(sorted.error, 'disk_full');
      }
      expect(bytesOf(file.db)).toBe(before);
      expect(file.db.pragmaValue('integrity_check')).toBe('ok');
    }
    file.db.setPragma('max_page_count = 1000000');
    change(file.db, 'large', (writer) =>
      writer.add('initiative', initiative('l', { description: 'y'.repeat(9e4) })),
    );
    file.close();
    const again = temporary.keep(await reopen(path));
    expect(Object.keys(JSON.parse(bytesOf(again.db)).initiative)).toEqual(['first', 'l']);
    const db = temporary.keep(openForReading(path));
    expect(db.pragmaValue('integrity_check')).toBe('ok');
  });
});
