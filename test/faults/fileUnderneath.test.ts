import { copyFileSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForWriting } from '../../db/open.ts';
import { services, type TestService } from '../contract/support.ts';
import { add, expectSaid, idsOf, put } from './support.ts';

const { make, folder } = services();
const step = { label: { key: 'test', params: {} }, changes: [put('refused')] };

/** A portfolio with two initiatives that is open, and another one beside it. */
async function opened() {
  const test = make();
  const other = await test.ok('portfolio.create', { name: 'Other', currency: 'EUR' });
  await add(test, 'other');
  const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
  await add(test, 'a');
  await add(test, 'b');
  const pathOf = ({ folder: own, fileName }: typeof made) => join(own, fileName);
  return { test, made, path: pathOf(made), other: pathOf(other) };
}

/** Nothing can be changed, and everything that was there can still be read, copied and exported. */
async function expectRefusedButExportable(test: TestService, code: 'file_replaced' | 'file_gone') {
  for (let again = 0; again < 2; again += 1) expectSaid(await test.error('records.change', step), code);
  expectSaid(await test.error('history.undo', {}), code);
  expectSaid(await test.error('snapshot.create', { name: 'S', note: '' }), code);
  expect(await idsOf(test)).toEqual(['a', 'b']);
  const { file } = await test.ok('portfolio.copy', {});
  const kept = join(folder(), 'kept.throughline');
  copyFileSync(test.service.files.require(file).path, kept);
  await test.ok('export.write', { formats: ['json'], snapshot: null, job: 'x' });
  const reader = make();
  const copy = await reader.ok('portfolio.openChosen', { file: reader.service.files.register(kept) });
  expect(Object.keys(copy.records.initiative)).toEqual(['a', 'b']);
}

describe('a file that changes underneath', () => {
  it('is refused when another took its place; opening it again shows that one, and a backup keeps this one', async () => {
    const { test, made, path, other } = await opened();
    copyFileSync(other, `${path}.new`);
    renameSync(`${path}.new`, path);
    const put = readFileSync(path);
    await expectRefusedButExportable(test, 'file_replaced');
    expect(readFileSync(path).equals(put)).toBe(true);
    const again = await test.ok('portfolio.reopen', {});
    expect(Object.keys(again.records.initiative)).toEqual(['other']);
    const { backups } = await test.ok('portfolio.backups', { ref: made.ref });
    expect(backups.some(({ why, content }) => why === 'restore' && content?.initiatives === 2)).toBe(true);
    await add(test, 'on');
    expect(await idsOf(test)).toEqual(['other', 'on']);
  });

  it('is refused when it was written over in place', async () => {
    const { test, path, other } = await opened();
    const bytes = readFileSync(other);
    writeFileSync(path, bytes);
    expectSaid(await test.error('records.change', step), 'file_replaced');
    await test.service.close();
  });

  it('is refused when another program wrote into it', async () => {
    const { test, path } = await opened();
    const db = openForWriting(path);
    db.run(`UPDATE initiative SET name = 'from outside'`);
    db.close();
    await expectRefusedWithoutExport(test);
    const again = await test.ok('portfolio.reopen', {});
    expect(again.records.initiative.a?.name).toBe('from outside');
  });

  it('is refused when it was deleted or moved away', async () => {
    const { test, path } = await opened();
    renameSync(path, `${path}.away`);
    await expectRefusedButExportable(test, 'file_gone');
    // Back where it was, it is the same file: everything goes on.
    renameSync(`${path}.away`, path);
    await add(test, 'c');
    expect(await idsOf(test)).toEqual(['a', 'b', 'c']);
  });

  it('leaves a backup of everything when it was deleted, offered where it was', async () => {
    const { test, made, path } = await opened();
    rmSync(path);
    expectSaid(await test.error('records.change', step), 'file_gone');
    const error = await test.error('portfolio.reopen', {});
    expectSaid(error, 'file_missing');
    expect(error.params).toMatchObject({ ref: made.ref, folder: made.folder });
    const { backups } = await test.ok('portfolio.backups', { ref: made.ref });
    expect(backups[0]).toMatchObject({ why: 'restore', content: { initiatives: 2 } });
    await test.ok('portfolio.restoreBackup', { ref: made.ref, backup: backups[0]!.ref });
    expect(await idsOf(test)).toEqual(['a', 'b']);
    await test.ok('history.undo', {});
  });

  it('is refused when the log with its newest changes was deleted', async () => {
    const { test, path } = await opened();
    rmSync(`${path}-wal`);
    expectSaid(await test.error('records.change', step), 'file_replaced');
    expect(await idsOf(test)).toEqual(['a', 'b']);
    await test.ok('portfolio.reopen', {});
    expect(await idsOf(test)).toEqual(['a', 'b']);
  });

  it('goes on when only its time was touched', async () => {
    const { test, path } = await opened();
    utimesSync(path, new Date(), new Date(2001, 1, 1));
    await add(test, 'c');
    expect(await idsOf(test)).toEqual(['a', 'b', 'c']);
  });

  it('goes on after its own long log was worked in, many times', async () => {
    const { test } = await opened();
    for (let index = 0; index < 12; index += 1) await add(test, `large${index}`, 95_000);
    await test.ok('backup.make', {});
    for (let index = 0; index < 200; index += 1) await add(test, `small${index}`, 95_000);
    expect((await idsOf(test)).length).toBe(214);
  });
});

async function expectRefusedWithoutExport(test: TestService): Promise<void> {
  expectSaid(await test.error('records.change', step), 'file_replaced');
  expectSaid(await test.error('history.undo', {}), 'file_replaced');
}
