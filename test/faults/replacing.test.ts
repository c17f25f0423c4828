import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPortfolioFile } from '../../db/portfolioFile.ts';
import { replaceFile, requireReplaceable } from '../../electron/core/portfolioFiles.ts';
import { Failure } from '../../shared/contract/result.ts';
import { services } from '../contract/support.ts';
import { bytesOf, change, create, reopen, team, temporaryFolders } from '../db/support.ts';
import { add, expectSaid, idsOf } from './support.ts';

const { make } = services();
const temporary = temporaryFolders();

function refusalOf(run: () => void) {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error.error;
    throw error;
  }
  throw new Error('it should have been refused');
}

/** A crash of whoever writes the portfolio at `path`: the file and its log as they lie there, put back after closing. */
function crash(path: string, close: () => void): void {
  const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
  close();
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, log);
}

describe('a file that is replaced', () => {
  it('is there whole, the old one or the new one, at every moment', () => {
    const path = join(temporary.folder(), 'board.pptx');
    writeFileSync(path, 'old');
    replaceFile(path, (part) => {
      writeFileSync(part, 'new, half');
      expect(readFileSync(path, 'utf8')).toBe('old');
      writeFileSync(part, 'new');
    });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(dirname(path))).toEqual(['board.pptx']);
  });

  it('stays as it was when the new one cannot be finished', () => {
    const path = join(temporary.folder(), 'board.pptx');
    writeFileSync(path, 'old');
    const stop = () =>
      replaceFile(path, (part) => {
        writeFileSync(part, 'new, half');
        throw new TypeError('no more slides');
      });
    expect(stop).toThrow(TypeError);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(dirname(path))).toEqual(['board.pptx']);
  });

  it('takes no file beside it that somebody else has there, whatever that is called', () => {
    const path = join(temporary.folder(), 'board.pptx');
    writeFileSync(`${path}.part`, 'a download');
    requireReplaceable(path);
    replaceFile(path, (part) => writeFileSync(part, 'new'));
    expect(readFileSync(`${path}.part`, 'utf8')).toBe('a download');
    expect(readdirSync(dirname(path)).sort()).toEqual(['board.pptx', 'board.pptx.part']);
  });

  it('is no portfolio that a window has open, which goes on as if nothing had been asked', async () => {
    const test = make();
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await add(test, 'a');
    const other = join(temporary.folder(), 'other.throughline');
    create(other).close();
    const path = join(made.folder, made.fileName);
    const before = readdirSync(made.folder);
    for (const refused of [
      () => replaceFile(path, (part) => copyFileSync(other, part)),
      () => requireReplaceable(path),
    ])
      expectSaid(refusalOf(refused), 'file_in_use');
    expect(readdirSync(made.folder)).toEqual(before);
    await add(test, 'b');
    await test.ok('portfolio.close', {});
    await test.ok('portfolio.open', { ref: made.ref });
    expect(await idsOf(test)).toEqual(['a', 'b']);
    await test.ok('portfolio.close', {});
    replaceFile(path, (part) => copyFileSync(other, part));
    await test.ok('portfolio.open', { ref: made.ref });
    expect(await idsOf(test)).toEqual([]);
  });

  it('takes nothing from the log that a crash left of the old one', async () => {
    const folder = temporary.folder();
    const [path, other] = [join(folder, 'p.throughline'), join(folder, 'other.throughline')];
    const old = create(path);
    for (let index = 0; index < 40; index += 1)
      change(old.db, 'old', (writer) => writer.add('team', team(`old${index}`)));
    crash(path, () => old.close());
    const file = create(other);
    change(file.db, 'new', (writer) => writer.add('team', team('new')));
    const wanted = bytesOf(file.db);
    file.close();
    replaceFile(path, (part) => copyFileSync(other, part));
    expect(readdirSync(folder).sort()).toEqual(['other.throughline', 'p.throughline']);
    const opened = temporary.keep(await reopen(path));
    expect(bytesOf(opened.db)).toBe(wanted);
    expect(opened.db.pragmaValue('integrity_check')).toBe('ok');
  });
});

describe('a backup in the place of a portfolio', () => {
  it.each(['damaged', 'deleted'])('that is %s takes nothing from the log of a crash', async (how) => {
    const test = make();
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await add(test, 'kept');
    await test.ok('backup.make', {});
    for (let index = 0; index < 40; index += 1) await add(test, `later${index}`);
    const path = join(made.folder, made.fileName);
    const log = readFileSync(`${path}-wal`);
    await test.service.close();
    const again = make({ dataFolder: test.folder });
    const { backups } = await again.ok('portfolio.backups', { ref: made.ref });
    const backup = backups.find(({ content }) => content?.initiatives === 1);
    writeFileSync(`${path}-wal`, log);
    writeFileSync(`${path}-journal`, 'half a journal');
    if (how === 'deleted') rmSync(path);
    else writeFileSync(path, Buffer.alloc(40_000, 0x5a));
    await again.ok('portfolio.restoreBackup', { ref: made.ref, backup: backup!.ref });
    expect(await idsOf(again)).toEqual(['kept']);
    const aside = readdirSync(made.folder).filter((name) => name.includes('(damaged '));
    expect(aside.some((name) => name.endsWith('-wal'))).toBe(true);
    expect(aside.some((name) => name.endsWith('-journal'))).toBe(true);
  });

  it('does not move a file away that another window has open', async () => {
    const test = make();
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await add(test, 'a');
    await test.ok('backup.make', {});
    await add(test, 'b');
    const second = make({ dataFolder: test.folder });
    const { backups } = await second.ok('portfolio.backups', { ref: made.ref });
    expectSaid(
      await second.error('portfolio.restoreBackup', { ref: made.ref, backup: backups[0]!.ref }),
      'file_in_use',
    );
    await add(test, 'c');
    expect(await idsOf(test)).toEqual(['a', 'b', 'c']);
  });
});

describe('a path with an unusual name', () => {
  const names: { readonly [what: string]: string } = {
    spaces: '  two  spaces ',
    Chinese: '计划 二〇二六',
    emoji: '🚀 👩‍👩‍👧 plan',
    signs: "it's 100% #1 & [more]; $HOME ?a=b",
    'its longest name': 'n'.repeat(235),
    'its longest name in Chinese': '名'.repeat(78),
  };

  it.each(Object.keys(names))('of %s is written, opened, copied, backed up and restored', async (what) => {
    const folder = join(temporary.folder(), names[what]!.slice(0, 20));
    mkdirSync(folder);
    const path = join(folder, `${names[what]}.throughline`);
    create(path).close();
    const test = make();
    const opened = await test.ok('portfolio.openChosen', { file: test.service.files.register(path) });
    expect(opened).toMatchObject({ readOnly: null, folder, fileName: `${names[what]}.throughline` });
    await add(test, 'a');
    await test.ok('snapshot.create', { name: 'S', note: '' });
    const copy = await test.ok('portfolio.copy', {});
    expect(copy.suggestedName).toBe(`${names[what]}.throughline`);
    const { backup } = await test.ok('backup.make', {});
    await test.ok('portfolio.close', {});
    expect(readdirSync(folder)).toEqual([`${names[what]}.throughline`]);
    replaceFile(path, (part) => copyFileSync(test.service.files.require(copy.file).path, part));
    await test.ok('portfolio.open', { ref: opened.ref });
    expect(await idsOf(test)).toEqual(['a']);
    await test.ok('portfolio.close', {});
    writeFileSync(path, Buffer.alloc(40_000, 0x5a));
    await test.ok('portfolio.restoreBackup', { ref: opened.ref, backup: backup!.ref });
    expect(await idsOf(test)).toEqual(['a']);
  });

  it.each([
    ['name', 'n'.repeat(241)],
    ['whole path', join('f'.repeat(240), 'f'.repeat(240), 'plan')],
  ])('whose %s is too long takes no new portfolio, and says so', (_what, name) => {
    const path = join(temporary.folder(), `${name}.throughline`);
    mkdirSync(dirname(path), { recursive: true });
    expectSaid(
      refusalOf(() => create(path)),
      'name_too_long',
    );
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('in a folder so deep that nothing can be written beside it is opened for reading', async () => {
    const folder = temporary.folder();
    const path = join(folder, 'f'.repeat(240), 'f'.repeat(240), 'plan.throughline');
    mkdirSync(dirname(path), { recursive: true });
    create(join(folder, 'p.throughline')).close();
    copyFileSync(join(folder, 'p.throughline'), path);
    const opened = temporary.keep(await openPortfolioFile(path));
    expect(opened.readOnly).toBe('file_read_only');
    expect(readdirSync(dirname(path))).toEqual(['plan.throughline']);
  });

  it('that is too long replaces nothing and leaves nothing', () => {
    const folder = temporary.folder();
    const path = join(folder, `${'n'.repeat(251)}.zip`);
    for (const refused of [
      () => replaceFile(path, (part) => writeFileSync(part, 'x')),
      () => requireReplaceable(path),
    ])
      expectSaid(refusalOf(refused), 'name_too_long');
    expect(readdirSync(folder)).toEqual([]);
  });
});
