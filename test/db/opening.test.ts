import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { lockPath, takeWriteLock } from '../../db/lock.ts';
import { openForReading } from '../../db/open.ts';
import { openPortfolioFile } from '../../db/portfolioFile.ts';
import { countRecords } from '../../db/repositories/records.ts';
import { bytesOf, change, create, initiative, reopen, temporaryFolders } from './support.ts';

const temporary = temporaryFolders();
const reporter = fileURLToPath(new URL('children/openReport.ts', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A closed portfolio with some initiatives in it. */
function made(count = 3): string {
  const path = join(temporary.folder(), 'p.throughline');
  const file = create(path);
  change(file.db, 'fill', (writer) =>
    writer.addAll(
      'initiative',
      Array.from({ length: count }, (_, index) => initiative(`i${index}`)),
    ),
  );
  file.close();
  return path;
}

async function report(
  path: string,
  user?: { uid: number; gid: number },
): Promise<{ child: ChildProcess; line: unknown }> {
  const child = spawn(process.execPath, [reporter, path], { stdio: ['pipe', 'pipe', 'inherit'], ...user });
  children.push(child);
  const lines = createInterface({ input: child.stdout! });
  const [line] = (await once(lines, 'line')) as [string];
  return { child, line: JSON.parse(line) };
}

/** Opening must fail with that code, leave every byte as it was, and nothing beside the file. */
async function refused(path: string, code: string): Promise<void> {
  const before = readFileSync(path);
  const folder = join(path, '..');
  const names = readdirSync(folder);
  await expect(openPortfolioFile(path)).rejects.toMatchObject({
    error: { code, place: { file: basename(path) } },
  });
  await expect(openPortfolioFile(path, { readOnly: true })).rejects.toMatchObject({ error: { code } });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(names);
}

describe('a file that cannot be opened', () => {
  const write = (name: string, content: Uint8Array | string): string => {
    const path = join(temporary.folder(), name);
    writeFileSync(path, content);
    return path;
  };

  it('is refused when it is a picture, a text, empty or missing', async () => {
    await refused(
      write('picture.throughline', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      'not_a_portfolio',
    );
    await refused(write('list.csv', 'name,budget\nA,1\n'), 'not_a_portfolio');
    await refused(write('empty.throughline', ''), 'file_empty');
    await expect(openPortfolioFile(join(temporary.folder(), 'none'))).rejects.toMatchObject({
      error: { code: 'file_missing' },
    });
    await expect(openPortfolioFile(temporary.folder())).rejects.toMatchObject({
      error: { code: 'file_unreadable' },
    });
  });

  it("is refused when it is another program's database", async () => {
    const path = join(temporary.folder(), 'other.db');
    new Database(path).exec('CREATE TABLE t (a)').close();
    await refused(path, 'not_a_portfolio');
  });

  it('is refused when a newer version wrote it', async () => {
    const path = made();
    const db = new Database(path);
    db.pragma('user_version = 99990');
    db.close();
    await refused(path, 'newer_version');
  });

  it.each([
    ['a trigger', `CREATE TRIGGER t AFTER INSERT ON team BEGIN DELETE FROM initiative; END`],
    ['a view', 'CREATE VIEW v AS SELECT 1'],
    ['another table', 'CREATE TABLE t (a)'],
    ['a missing index', 'DROP INDEX phase_initiative'],
  ])('is refused when its schema has %s', async (_what, statement) => {
    const path = made();
    new Database(path).exec(statement).close();
    await refused(path, 'not_a_portfolio');
  });

  it.each([
    ['records that refer to nothing', `PRAGMA foreign_keys = OFF; UPDATE initiative SET team_id = 'nobody'`],
    ['no settings', 'PRAGMA foreign_keys = OFF; DELETE FROM portfolio'],
    ['a parameter that nobody set', `UPDATE initiative SET parameters = '{"alpha":{"value":1}}'`],
    [
      'an impossible day',
      `PRAGMA ignore_check_constraints = ON; UPDATE initiative SET start_date = '2023-02-30'`,
    ],
    ['negative money', 'PRAGMA ignore_check_constraints = ON; UPDATE initiative SET budget = -1'],
  ])('is refused when it holds %s', async (_what, statement) => {
    const path = made();
    new Database(path).exec(statement).close();
    await refused(path, 'damaged_file');
  });

  it('is refused when pages are damaged, wherever that is', async () => {
    const whole = made(400);
    const pages = statSync(whole).size / 4096;
    expect(pages).toBeGreaterThan(20);
    const codes = new Set<string>();
    for (let page = 1; page < pages; page += 3) {
      const path = join(temporary.folder(), 'broken.throughline');
      copyFileSync(whole, path);
      const handle = openSync(path, 'r+');
      writeSync(handle, Buffer.alloc(64, 0xa5), 0, 64, page * 4096);
      closeSync(handle);
      const before = readFileSync(path);
      await expect(openPortfolioFile(path), `page ${page}`).rejects.toSatisfy(
        (error: { error: { code: string } }) => {
          codes.add(error.error.code);
          return true;
        },
      );
      expect(readFileSync(path).equals(before)).toBe(true);
    }
    expect([...codes]).toEqual(['damaged_file']);
  });

  it('is refused when it is cut short', async () => {
    const path = made(400);
    writeFileSync(path, readFileSync(path).subarray(0, 9000));
    await refused(path, 'damaged_file');
  });
});

describe('an open portfolio', () => {
  it('is one clean file after closing', async () => {
    const path = made();
    const file = await reopen(path);
    change(file.db, 'one', (writer) => writer.add('initiative', initiative('more')));
    expect(readdirSync(join(path, '..')).length).toBeGreaterThan(1);
    file.close();
    expect(readdirSync(join(path, '..'))).toEqual(['p.throughline']);
    expect(readFileSync(path).readUInt8(18)).toBe(1);
  });

  it('opens for reading only in a second process and in a second window, which see one state', async () => {
    const path = made();
    const file = temporary.keep(await reopen(path));
    const { line, child } = await report(path);
    expect(line).toEqual({ readOnly: 'other_window', initiatives: 3 });
    const second = temporary.keep(await openPortfolioFile(path));
    expect(second.readOnly).toBe('other_window');
    change(file.db, 'more', (writer) => writer.add('initiative', initiative('more')));
    expect(countRecords(second.db).initiative).toBe(3);
    second.close();
    // The lock of this process must have survived the other window's visit.
    expect((await report(path)).line).toEqual({ readOnly: 'other_window', initiatives: 4 });
    child.stdin?.end();
    await once(child, 'exit');
    change(file.db, 'again', (writer) => writer.add('initiative', initiative('again')));
    file.close();
    expect((await report(path)).line).toEqual({ readOnly: null, initiatives: 5 });
  });

  it('is read at one moment by a thread of its own, whatever is written meanwhile', async () => {
    const path = made(3);
    const file = temporary.keep(await reopen(path));
    const beside = temporary.keep(openForReading(path));
    const counted = () => countRecords(beside).initiative;
    beside.atOnce(() => {
      expect(counted()).toBe(3);
      change(file.db, 'add', (writer) => writer.add('initiative', initiative('late')));
      expect(counted()).toBe(3);
    });
    expect(counted()).toBe(4);
  });

  it('is free again as soon as its process was killed', async () => {
    const path = made();
    const { line, child } = await report(path);
    expect(line).toEqual({ readOnly: null, initiatives: 3 });
    const blocked = await openPortfolioFile(path);
    expect(blocked.readOnly).toBe('other_window');
    blocked.close();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(lockPath(path))).toBe(true);
    const file = temporary.keep(await reopen(path));
    expect(file.readOnly).toBeNull();
  });

  it('shares its lock with nobody, however often it is taken and released', () => {
    const path = made();
    for (let round = 0; round < 20; round += 1) {
      const lock = takeWriteLock(path);
      if (typeof lock === 'string') throw new Error(lock);
      expect(takeWriteLock(path)).toBe('held');
      lock.release();
      expect(existsSync(lockPath(path))).toBe(false);
    }
  });
});

describe('a file that cannot be written', () => {
  // The superuser may write everything: as root, the question is asked as another user.
  const root = process.getuid?.() === 0;
  const other = { uid: 65534, gid: 65534 };

  it.skipIf(process.platform === 'win32')('opens for reading only when the file is protected', async () => {
    const path = made();
    const before = readFileSync(path);
    chmodSync(join(path, '..'), 0o777);
    chmodSync(path, 0o444);
    const { line } = await report(path, root ? other : undefined);
    expect(line).toEqual({ readOnly: 'file_read_only', initiatives: 3 });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('opens for reading only when the folder is protected', async () => {
    const path = made();
    chmodSync(path, 0o666);
    if (root) chownSync(path, other.uid, other.gid);
    chmodSync(join(path, '..'), 0o555);
    const { line } = await report(path, root ? other : undefined);
    expect(line).toEqual({ readOnly: 'file_read_only', initiatives: 3 });
    chmodSync(join(path, '..'), 0o755);
  });
});

it('two portfolios made at the same moment do not meet', () => {
  const path = join(temporary.folder(), 'p.throughline');
  const file = temporary.keep(create(path));
  expect(() => create(path)).toThrow(/is there already/);
  change(file.db, 'still writable', (writer) => writer.add('initiative', initiative('a')));
  expect(bytesOf(file.db)).toContain('"a"');
});
