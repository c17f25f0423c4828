import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { MethodInput, MethodName } from '../../shared/contract/methods.ts';
import { services } from '../contract/support.ts';
import { projectRoot } from '../helpers/projectRoot.ts';
import { type HostProcess, ok, startDesktopService } from './hosts.ts';
import { add, expectSaid, idsOf, put } from './support.ts';

const { make, folder } = services();
const root = process.getuid?.() === 0;
/** The superuser may write everything: as root, the program runs as somebody else. */
const somebody = root ? { uid: 65534, gid: 65534 } : undefined;
const started: HostProcess[] = [];
afterEach(async () => {
  for (const host of started.splice(0)) await host.end();
});

async function refused<M extends MethodName>(host: HostProcess, method: M, input: MethodInput<M>) {
  const result = await host.call(method, input);
  if (result.ok) throw new Error(`${method} should have failed`);
  return result.error;
}

/** A data folder that the program's user may write, and the program on it. */
async function startOn(dataFolder: string): Promise<HostProcess> {
  const host = await startDesktopService(dataFolder, somebody);
  started.push(host);
  return host;
}

function owned(path: string): string {
  mkdirSync(path, { recursive: true });
  if (somebody) chownSync(path, somebody.uid, somebody.gid);
  return path;
}

const step = { label: { key: 'test', params: {} }, changes: [put('x')] };

describe.skipIf(process.platform === 'win32')('a place that cannot be written', () => {
  it('takes no new portfolio, and says so', async () => {
    const home = owned(folder());
    const portfolios = owned(join(home, 'Portfolios'));
    chmodSync(portfolios, 0o555);
    const host = await startOn(home);
    const error = await refused(host, 'portfolio.create', { name: 'Plan', currency: 'USD' });
    expectSaid(error, 'folder_read_only');
    expect(error.params).toMatchObject({ folder: portfolios });
    expect(readdirSync(portfolios)).toEqual([]);
    chmodSync(portfolios, 0o755);
    await ok(host, 'portfolio.create', { name: 'Plan', currency: 'USD' });
  });

  it('shows a portfolio for reading, refuses edits, and lets it go on once it can be written', async () => {
    const home = owned(folder());
    const portfolios = owned(join(home, 'Portfolios'));
    const host = await startOn(home);
    const made = await ok(host, 'portfolio.create', { name: 'Plan', currency: 'USD' });
    await ok(host, 'records.change', { ...step, changes: [put('a')] });
    await ok(host, 'portfolio.close', {});
    const path = join(portfolios, made.fileName);
    chmodSync(path, 0o444);
    chmodSync(portfolios, 0o555);
    expect(await ok(host, 'portfolio.open', { ref: made.ref })).toMatchObject({ readOnly: 'file_read_only' });
    expectSaid(await refused(host, 'records.change', step), 'read_only');
    expect(await ok(host, 'portfolio.reopen', {})).toMatchObject({ readOnly: 'file_read_only' });
    const { suggestedName } = await ok(host, 'portfolio.copy', {});
    expect(suggestedName).toBe('Plan.throughline');
    chmodSync(portfolios, 0o755);
    chmodSync(path, 0o644);
    expect(await ok(host, 'portfolio.reopen', {})).toMatchObject({ readOnly: null });
    await ok(host, 'records.change', step);
    expect(readdirSync(portfolios)).toContain(made.fileName);
  });

  it('that became so while a portfolio is open loses nothing', async () => {
    const home = owned(folder());
    const portfolios = owned(join(home, 'Portfolios'));
    const host = await startOn(home);
    const made = await ok(host, 'portfolio.create', { name: 'Plan', currency: 'USD' });
    await ok(host, 'records.change', { ...step, changes: [put('a')] });
    chmodSync(portfolios, 0o555);
    const during = await host.call('records.change', step);
    await host.kill();
    started.splice(0);
    chmodSync(portfolios, 0o755);
    const again = await startOn(home);
    const opened = await ok(again, 'portfolio.open', { ref: made.ref });
    expect(Object.keys(opened.records.initiative)).toEqual(during.ok ? ['a', 'x'] : ['a']);
    expect(opened.recovered?.lastChange?.label.key).toBe('test');
  });

  it('takes no export, and says so before the portfolio is even looked at', async () => {
    const home = owned(folder());
    const out = owned(join(home, 'Out'));
    const file = join(home, 'broken.throughline');
    writeFileSync(file, 'no portfolio');
    const run = promisify(execFile);
    const program = join(projectRoot, 'electron', 'cli', 'throughline.mjs');
    const exportTo = (name: string) =>
      run(process.execPath, [program, 'export', file, '--format', 'json', '--out', join(out, name)], {
        env: { ...process.env, THROUGHLINE_HOME: home },
        ...somebody,
      });
    writeFileSync(join(out, 'kept.json'), 'kept', { mode: 0o444 });
    await expect(exportTo('kept.json')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/kept\.json is open elsewhere or protected, and was not replaced/),
    });
    chmodSync(out, 0o555);
    await expect(exportTo('new.json')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/nothing can be written in \S+Out: allow it, or name another folder/),
    });
    chmodSync(out, 0o755);
    expect(readdirSync(out)).toEqual(['kept.json']);
    expect(readFileSync(join(out, 'kept.json'), 'utf8')).toBe('kept');
    await expect(exportTo('new.json')).rejects.toMatchObject({
      stderr: expect.stringContaining('broken.throughline'),
    });
    expect(readdirSync(out)).toEqual(['kept.json']);
  });

  it('holds no backups: work goes on, and the list of backups says why', async () => {
    const home = owned(folder());
    const backups = owned(join(home, 'Backups'));
    chmodSync(backups, 0o555);
    const host = await startOn(home);
    const made = await ok(host, 'portfolio.create', { name: 'Plan', currency: 'USD' });
    await ok(host, 'records.change', step);
    expectSaid(await refused(host, 'backup.make', {}), 'folder_read_only');
    const list = () => ok(host, 'portfolio.backups', { ref: made.ref });
    expect(await list()).toMatchObject({ backups: [], problem: { code: 'folder_read_only' } });
    await ok(host, 'records.change', { ...step, changes: [put('y')] });
    chmodSync(backups, 0o755);
    expect(await ok(host, 'backup.make', {})).toMatchObject({ made: true });
    const [own] = readdirSync(backups);
    if (!own) throw new Error('no folder was made for the backups');
    // Some of them lie where nothing more can be written: they are still listed.
    chmodSync(join(backups, own), 0o555);
    await ok(host, 'records.change', { ...step, changes: [put('z')] });
    const error = await refused(host, 'backup.make', {});
    expectSaid(error, 'folder_read_only');
    expect(error.place?.file).toBe(join(backups, own));
    expect((await list()).backups).toHaveLength(1);
    chmodSync(join(backups, own), 0o755);
  });

  it('cannot be looked into: nobody says that it holds no backups, and work goes on', async () => {
    const home = owned(folder());
    const host = await startOn(home);
    const made = await ok(host, 'portfolio.create', { name: 'Plan', currency: 'USD' });
    await ok(host, 'records.change', step);
    expect(await ok(host, 'backup.make', {})).toMatchObject({ made: true });
    const [own] = readdirSync(join(home, 'Backups'));
    if (!own) throw new Error('no folder was made for the backups');
    const backups = join(home, 'Backups', own);
    chmodSync(backups, 0o000);
    const listed = await ok(host, 'portfolio.backups', { ref: made.ref });
    expect(listed).toMatchObject({
      backups: [],
      problem: { code: 'backups_unreadable', place: { file: backups } },
    });
    expectSaid(await refused(host, 'backup.make', {}), 'backups_unreadable');
    await ok(host, 'records.change', { ...step, changes: [put('y')] });
    await ok(host, 'portfolio.close', {});
    await ok(host, 'portfolio.open', { ref: made.ref });
    chmodSync(backups, 0o755);
    const again = await ok(host, 'portfolio.backups', { ref: made.ref });
    expect(again.backups.length).toBeGreaterThan(0);
  });
});

describe('two processes on one file', () => {
  it('the second reads until the first lets go, takes over, and sees everything', async () => {
    const home = owned(folder());
    const host = await startOn(home);
    const made = await ok(host, 'portfolio.create', { name: 'Plan', currency: 'USD' });
    await ok(host, 'records.change', { ...step, changes: [put('a')] });
    const second = make({ dataFolder: home });
    const opened = await second.ok('portfolio.open', { ref: made.ref });
    expect(opened).toMatchObject({ readOnly: 'other_window' });
    expect(opened.recovered).toBeUndefined();
    expectSaid(await second.error('records.change', step), 'read_only');
    expect(await second.ok('portfolio.reopen', {})).toMatchObject({ readOnly: 'other_window' });
    await ok(host, 'records.change', { ...step, changes: [put('b')] });
    await host.end();
    started.splice(0);
    const taken = await second.ok('portfolio.reopen', {});
    expect(taken).toMatchObject({ readOnly: null });
    expect(taken.recovered).toBeUndefined();
    expect(Object.keys(taken.records.initiative)).toEqual(['a', 'b']);
    await add(second, 'c');
    expect(await idsOf(second)).toEqual(['a', 'b', 'c']);
    expect(existsSync(join(made.folder, `${made.fileName}-lock`))).toBe(true);
  });

  it('takes over from one that was killed too, and tells that it ended unexpectedly', async () => {
    const home = owned(folder());
    const host = await startOn(home);
    const made = await ok(host, 'portfolio.create', { name: 'Plan', currency: 'USD' });
    await ok(host, 'backup.make', {});
    await ok(host, 'preferences.write', { userName: 'Ada' });
    await ok(host, 'records.change', { ...step, changes: [put('a')] });
    await ok(host, 'records.change', { ...step, changes: [put('b')] });
    const second = make({ dataFolder: home });
    expect(await second.ok('portfolio.open', { ref: made.ref })).toMatchObject({ readOnly: 'other_window' });
    await host.kill();
    started.splice(0);
    const taken = await second.ok('portfolio.reopen', {});
    expect(taken).toMatchObject({
      readOnly: null,
      recovered: { lastChange: { label: { key: 'test' }, by: 'Ada' }, changesSinceBackup: 2 },
    });
    expect(Math.abs(Date.parse(taken.recovered!.endedAt) - Date.now())).toBeLessThan(60_000);
    expect(Object.keys(taken.records.initiative)).toEqual(['a', 'b']);
    // Told once: the next opening finds a file that was closed as it should be.
    await second.ok('portfolio.close', {});
    expect((await second.ok('portfolio.open', { ref: made.ref })).recovered).toBeUndefined();
  });
});
