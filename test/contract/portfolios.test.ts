import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openForWriting } from '../../db/open.ts';
import { portfolioAnalysisSchema } from '../../shared/analysis/analysisSchema.ts';
import type { EventPayload } from '../../shared/contract/methods.ts';
import { initiative } from '../db/support.ts';
import { label, sampleFile, services, type TestService } from './support.ts';

const { make, folder } = services();
const add = (test: TestService, id: string) =>
  test.ok('records.change', {
    label,
    changes: [{ op: 'put', table: 'initiative', record: { ...initiative(id) } }],
  });
const idsOf = async (test: TestService) =>
  Object.keys((await test.ok('portfolio.current', {}))?.records.initiative ?? {});

describe('portfolio files', () => {
  it('come back as they were, after the first start that has none', async () => {
    const test = make();
    expect(await test.ok('portfolio.current', {})).toBeNull();
    expect(await test.ok('app.info', {})).toMatchObject({
      version: '1.2.3',
      host: 'desktop',
      lastOpened: null,
    });
    const made = await test.ok('portfolio.create', { name: '计划: 2026/27', currency: 'CNY' });
    expect(made).toMatchObject({
      readOnly: null,
      folder: join(test.folder, 'Portfolios'),
      fileName: '计划 2026 27.throughline',
    });
    expect(made.records.portfolio.portfolio).toMatchObject({ name: '计划: 2026/27', currency: 'CNY' });
    await add(test, 'a');
    const last = await test.ok('portfolio.current', {});
    await test.service.close();
    expect(readdirSync(made.folder)).toEqual([made.fileName]);

    const again = make({ dataFolder: test.folder });
    const { lastOpened } = await again.ok('app.info', {});
    expect(lastOpened).toMatchObject({ ref: made.ref, missing: false });
    expect(await again.ok('portfolio.open', { ref: lastOpened!.ref })).toEqual(last);
  });

  it('stay closed for every page of the program once the person closed them', async () => {
    const test = make();
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await test.ok('portfolio.close', {});
    // Another tab begins anew, and a page that is loaded again.
    expect((await test.ok('app.info', {})).lastOpened).toBeNull();
    await test.ok('portfolio.open', { ref: made.ref });
    expect((await test.ok('app.info', {})).lastOpened?.ref).toBe(made.ref);
    await test.ok('portfolio.close', {});
    await test.service.close();
    const again = make({ dataFolder: test.folder });
    expect((await again.ok('app.info', {})).lastOpened?.ref).toBe(made.ref);
  });

  it('of one name stand side by side, and are listed once, recent first', async () => {
    const test = make();
    const one = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const two = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    expect([one.fileName, two.fileName]).toEqual(['Plan.throughline', 'Plan 2.throughline']);
    await test.ok('portfolio.open', { ref: one.ref });
    const { files } = await test.ok('portfolio.list', {});
    expect(files.map(({ name }) => name)).toEqual(['Plan', 'Plan 2']);
    await test.ok('portfolio.close', {});
    rmSync(join(two.folder, two.fileName));
    expect((await test.ok('portfolio.list', {})).files.map(({ missing }) => missing)).toEqual([false, true]);
    expect(await test.error('portfolio.open', { ref: two.ref })).toMatchObject({
      code: 'file_missing',
      place: { file: two.fileName },
    });
    expect(await test.error('portfolio.open', { ref: '../../etc/passwd' })).toMatchObject({
      code: 'not_found',
    });
  });

  it.each(['CON', 'a/b\\c', '..', '.hidden', '名'.repeat(300), 'x\u0000y', `${' '.repeat(3)}z`])(
    'take any name: %j',
    async (name) => {
      const test = make();
      const { fileName } = await test.ok('portfolio.create', { name, currency: 'USD' });
      expect(Buffer.byteLength(fileName)).toBeLessThan(220);
      expect(readdirSync(join(test.folder, 'Portfolios'))).toContain(fileName);
    },
  );

  it.each([
    ['CON', 'CON_.throughline'],
    ['aux.2026', 'aux_.2026.throughline'],
    ['Nul . plan', 'Nul_ . plan.throughline'],
    ['COM¹', 'COM¹_.throughline'],
    ['Plan . ', 'Plan.throughline'],
    ['Console.2026', 'Console.2026.throughline'],
  ])('are kept under a name that Windows takes too: %j', async (name, expected) => {
    const test = make();
    expect((await test.ok('portfolio.create', { name, currency: 'USD' })).fileName).toBe(expected);
  });

  it('that cannot be opened leave the one that is open as it is', async () => {
    const test = make();
    await test.ok('portfolio.create', { name: 'Mine', currency: 'USD' });
    await add(test, 'a');
    const bad = join(folder(), 'picture.png');
    writeFileSync(bad, Buffer.from('89504e470d0a1a0a', 'hex'));
    const error = await test.error('portfolio.openChosen', { file: test.service.files.register(bad) });
    expect(error).toMatchObject({ code: 'not_a_portfolio', place: { file: 'picture.png' } });
    expect(await idsOf(test)).toEqual(['a']);
    await add(test, 'b');
    expect(await test.error('portfolio.openChosen', { file: 'x'.repeat(32) })).toMatchObject({
      code: 'file_missing',
    });
  });

  it('are moved into the data folder by the browser host', async () => {
    const elsewhere = make();
    const made = await elsewhere.ok('portfolio.create', { name: 'Sent', currency: 'USD' });
    await add(elsewhere, 'a');
    await elsewhere.service.close();
    const test = make({ host: 'browser' });
    const upload = test.service.files.make('Sent.throughline');
    copyFileSync(join(made.folder, made.fileName), upload.path);
    const opened = await test.ok('portfolio.openChosen', { file: upload.token });
    expect(opened.folder).toBe(join(test.folder, 'Portfolios'));
    expect(Object.keys(opened.records.initiative)).toEqual(['a']);
    const broken = test.service.files.make('Broken.throughline');
    writeFileSync(broken.path, 'no');
    expect(await test.error('portfolio.openChosen', { file: broken.token })).toMatchObject({
      code: 'not_a_portfolio',
    });
    expect(readdirSync(opened.folder).filter((name) => name.endsWith('.throughline'))).toEqual([
      'Sent.throughline',
    ]);
  });

  it('are read-only in a second window, which refuses to write and says why', async () => {
    const first = make();
    const { ref } = await first.ok('portfolio.create', { name: 'Shared', currency: 'USD' });
    await add(first, 'a');
    const second = make({ dataFolder: first.folder });
    expect(await second.ok('portfolio.open', { ref })).toMatchObject({ readOnly: 'other_window' });
    for (const [method, input] of [
      ['records.change', { label, changes: [{ op: 'remove', table: 'initiative', id: 'a' }] }],
      ['history.undo', {}],
      ['snapshot.create', { name: 'S', note: '' }],
      ['snapshot.describe', { id: 's', name: 'S', note: '' }],
    ] as const) {
      expect(await second.error(method, input)).toMatchObject({
        code: 'read_only',
        params: { reason: 'other_window' },
      });
    }
    await add(first, 'b');
    expect(await idsOf(second)).toEqual(['a']);
  });

  it('can be copied whole', async () => {
    const test = make();
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await add(test, 'a');
    const { file, suggestedName } = await test.ok('portfolio.copy', {});
    expect(suggestedName).toBe('Plan.throughline');
    const copy = test.service.files.require(file);
    const other = make();
    const kept = join(folder(), 'kept.throughline');
    copyFileSync(copy.path, kept);
    const opened = await other.ok('portfolio.openChosen', { file: other.service.files.register(kept) });
    expect(opened.records).toEqual((await test.ok('portfolio.current', {}))?.records);
    expect(opened.history.undo).toEqual(label);
    await test.service.close();
    expect(existsSync(copy.path)).toBe(false);
  });
});

describe('a damaged portfolio', () => {
  it('is set aside, and its newest good backup opened in its place', async () => {
    const test = make();
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await add(test, 'a');
    await test.ok('portfolio.close', {});
    const path = join(made.folder, made.fileName);
    const broken = readFileSync(path);
    broken.fill(0x5a, 8192, 40_000);
    writeFileSync(path, broken);
    const error = await test.error('portfolio.open', { ref: made.ref });
    expect(error).toMatchObject({
      code: 'damaged_file',
      params: { ref: made.ref, backups: 1 },
      place: { file: made.fileName },
    });
    const { backups } = await test.ok('portfolio.backups', { ref: made.ref });
    expect(backups).toMatchObject([{ why: 'daily', content: { initiatives: 1 } }]);
    const restored = await test.ok('portfolio.restoreBackup', { ref: made.ref, backup: backups[0]!.ref });
    expect(restored).toMatchObject({ ref: made.ref, readOnly: null, history: { undo: label } });
    expect(Object.keys(restored.records.initiative)).toEqual(['a']);
    const aside = readdirSync(made.folder).find((name) => name.includes('(damaged '));
    expect(readFileSync(join(made.folder, aside!)).equals(broken)).toBe(true);
    expect(await test.error('portfolio.restoreBackup', { ref: made.ref, backup: '../x' })).toMatchObject({
      code: 'not_found',
    });
  });

  it('is known as ours by its backups even when its first page is gone', async () => {
    const test = make();
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await add(test, 'a');
    await test.ok('portfolio.close', {});
    const path = join(made.folder, made.fileName);
    writeFileSync(path, Buffer.alloc(statSync(path).size, 0x5a));
    expect(await test.error('portfolio.open', { ref: made.ref })).toMatchObject({
      code: 'damaged_file',
      params: { backups: 1 },
    });
  });

  it('has a history whose broken step is passed over, and pages are told', async () => {
    const test = make();
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await add(test, 'a');
    await add(test, 'b');
    await test.ok('portfolio.close', {});
    const db = openForWriting(join(made.folder, made.fileName));
    db.run('UPDATE history_entry SET crc32 = 1 WHERE id = 2');
    db.close();
    await test.ok('portfolio.open', { ref: made.ref });
    expect(await test.error('history.undo', {})).toMatchObject({ code: 'history_entry_damaged' });
    const told = test.events.at(-1)?.payload as EventPayload<'portfolio.changed'>;
    expect(told).toMatchObject({ diff: {}, history: { revision: 3, undo: label, redo: null } });
    await test.ok('history.undo', {});
    expect(await idsOf(test)).toEqual(['b']);
  });
});

describe('backups', () => {
  it('follow the clock: while working, on closing, and by the rule', async () => {
    let time = new Date(2026, 4, 1, 9).getTime();
    const test = make({ now: () => new Date(time) });
    const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    for (let index = 0; index < 40; index += 1) {
      time += 4 * 3_600_000;
      await add(test, `i${index}`);
    }
    await test.ok('portfolio.close', {});
    const { backups } = await test.ok('portfolio.backups', { ref: made.ref });
    expect(backups.length).toBeGreaterThan(6);
    expect(backups.length).toBeLessThanOrEqual(10);
    expect(backups[0]?.content?.initiatives).toBe(40);
    const today = backups.filter(({ at }) => new Date(at).toDateString() === new Date(time).toDateString());
    expect(today.length).toBeLessThanOrEqual(3);
  });

  it('that cannot be made are reported and keep nobody from working', async () => {
    const test = make();
    writeFileSync(join(test.folder, 'Backups'), 'a file where the folder should be');
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    await add(test, 'a');
    await test.ok('portfolio.close', {});
    expect(test.log.join('\n')).toContain('no backup of Plan.throughline');
  });
});

describe('preferences', () => {
  it('are kept, and damaged ones are set aside and reported', async () => {
    const test = make();
    await test.ok('preferences.write', { language: 'zh-CN', theme: 'projector' });
    expect(await test.ok('preferences.write', { userName: ' Ada ' })).toEqual({
      language: 'zh-CN',
      theme: 'projector',
      userName: 'Ada',
    });
    expect((await make({ dataFolder: test.folder }).ok('app.info', {})).preferences.theme).toBe('projector');
    const path = join(test.folder, 'preferences.json');
    for (const content of ['{"language":', '{"language":"tlh","theme":"dark","userName":""}', '']) {
      writeFileSync(path, content);
      const again = make({ dataFolder: test.folder });
      expect((await again.ok('app.info', {})).preferences).toEqual({
        language: null,
        theme: 'system',
        userName: '',
      });
      expect(again.log.join('\n')).toContain('set aside');
    }
    expect(readdirSync(test.folder).some((name) => name.startsWith('preferences.json.damaged-'))).toBe(true);
  });
});

describe('the sample', () => {
  it('opens in one call, is not a step to undo, and keeps what was changed in it', async () => {
    const test = make();
    const sample = await test.ok('portfolio.openSample', {});
    expect(Object.keys(sample.records.initiative).length).toBeGreaterThan(200);
    expect(sample.history).toEqual({ revision: 0, undo: null, redo: null });
    expect(await test.error('history.undo', {})).toMatchObject({ code: 'nothing_to_undo' });
    await add(test, 'mine');
    await test.ok('portfolio.close', {});
    expect(Object.keys((await test.ok('portfolio.openSample', {})).records.initiative)).toContain('mine');
  });

  it('that is missing or broken leaves nothing behind', async () => {
    const missing = make({ sampleFile: join(folder(), 'none.json') });
    expect(await missing.error('portfolio.openSample', {})).toMatchObject({ code: 'file_missing' });
    const broken = join(folder(), 'broken.json');
    const document = JSON.parse(readFileSync(sampleFile, 'utf8')) as { contribution: { weight: number }[] };
    for (const contribution of document.contribution) contribution.weight = 1;
    document.contribution.push({ ...document.contribution[0]!, id: 'twice' } as never);
    writeFileSync(broken, JSON.stringify(document));
    const test = make({ sampleFile: broken });
    expect(await test.error('portfolio.openSample', {})).toMatchObject({ code: 'invalid_record' });
    expect(await test.ok('portfolio.current', {})).toBeNull();
    expect(readdirSync(join(test.folder, 'Portfolios'))).toEqual([]);
  });
});

describe('lists in and out', () => {
  const csv = (path: string, rows: number) => {
    const lines = Array.from({ length: rows }, (_, index) => `P${index},项目 ${index},${index}.5`);
    writeFileSync(path, `id,name,budget\r\n${lines.join('\r\n')}\r\n`);
    return path;
  };

  it('are imported in one step with progress, and undone whole', async () => {
    const test = make();
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const file = test.service.files.register(csv(join(folder(), 'list.csv'), 3000));
    const { plan } = await test.ok('import.preview', { file, plan: {} });
    const { report, changed } = await test.ok('import.run', { file, plan, job: 'j' });
    expect(report).toMatchObject({ rows: 3000, created: 3000 });
    expect(changed?.history.undo).toEqual({ key: 'import', params: { file: 'list.csv', count: 3000 } });
    const stages = test.events
      .filter(({ name }) => name === 'job.progress')
      .map(({ payload }) => (payload as { stage: string }).stage);
    expect(new Set(stages)).toEqual(new Set(['reading', 'mapping', 'writing']));
    await test.ok('history.undo', {});
    expect(await idsOf(test)).toEqual([]);
    await test.ok('history.redo', {});
    expect(await idsOf(test)).toHaveLength(3000);
  });

  it('leave nothing behind when they are cancelled', async () => {
    const test = make();
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const file = test.service.files.register(csv(join(folder(), 'list.csv'), 20_000));
    const { plan } = await test.ok('import.preview', { file, plan: {} });
    const running = test.service.dispatch('import.run', { file, plan, job: 'j' });
    await test.ok('job.cancel', { job: 'j' });
    // An edit that was waiting behind the import comes through.
    const edit = add(test, 'mine');
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await edit;
    expect(await idsOf(test)).toEqual(['mine']);
    expect((await test.ok('history.list', { limit: 9 })).entries).toHaveLength(1);
    await test.ok('job.cancel', { job: 'never-started' });
  });

  it('that are no lists are refused with the file and leave nothing', async () => {
    const test = make();
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const path = join(folder(), 'list.csv');
    writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d4948445200000000', 'hex'));
    const file = test.service.files.register(path);
    expect(await test.error('import.preview', { file, plan: {} })).toMatchObject({
      code: 'file_binary',
      place: { file: 'list.csv' },
    });
    expect(await test.error('history.undo', {})).toMatchObject({ code: 'nothing_to_undo' });
  });

  it('go out as JSON that comes in again the same, also from a snapshot, and as CSV in a zip', async () => {
    const test = make();
    const { records } = await test.ok('portfolio.openSample', {});
    const snapshot = await test.ok('snapshot.create', { name: 'Start', note: '' });
    await add(test, 'later');
    const made = await test.ok('export.write', { formats: ['json'], snapshot: snapshot.id, job: 'j' });
    expect(made.suggestedName).toMatch(/ - Start\.json$/);
    const exported = test.service.files.require(made.file);
    expect(statSync(exported.path).size).toBe(made.bytes);
    const other = make();
    await other.ok('portfolio.create', { name: 'Empty', currency: 'USD' });
    const file = other.service.files.register(exported.path, 'again.json');
    const { plan } = await other.ok('import.preview', { file, plan: {} });
    await other.ok('import.run', { file, plan, job: 'j' });
    expect((await other.ok('portfolio.current', {}))?.records).toEqual(records);
    const zip = await test.ok('export.write', { formats: ['csv'], snapshot: null, job: 'j' });
    const names = Object.keys(unzipSync(readFileSync(test.service.files.require(zip.file).path)));
    expect(names.length).toBeGreaterThan(4);
    expect(await test.error('export.write', { formats: ['json'], snapshot: 'none', job: 'j' })).toMatchObject(
      {
        code: 'not_found',
      },
    );
  });

  it('go out as an analysis with receipts, with progress, and stop when told to', async () => {
    const test = make();
    await test.ok('portfolio.openSample', {});
    const made = await test.ok('export.write', { formats: ['analysis'], snapshot: null, job: 'a' });
    const written = JSON.parse(readFileSync(test.service.files.require(made.file).path, 'utf8'));
    const analysis = portfolioAnalysisSchema.parse(written);
    expect(analysis.initiatives).toHaveLength(283);
    expect(analysis.totals.computed + analysis.totals.not_computed).toBe(283);
    const project = analysis.initiatives.find(({ comparison }) => comparison !== null);
    const cost = project?.receipts?.figures.find(({ figure }) => figure === 'project.cost');
    expect(cost?.parts.reduce((sum, part) => sum + part.value, 0)).toBe(project?.comparison?.project.cost);
    const progress = test.events.filter(({ name }) => name === 'job.progress');
    expect(progress.at(-1)?.payload).toMatchObject({ job: 'a', stage: 'computing', done: 283, total: 283 });
    const stopped = test.error('export.write', { formats: ['analysis'], snapshot: null, job: 'b' });
    await test.ok('job.cancel', { job: 'b' });
    expect(await stopped).toMatchObject({ code: 'cancelled' });
  });

  it('restores a snapshot with its name in the history', async () => {
    const test = make();
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const { id } = await test.ok('snapshot.create', { name: '开始', note: '' });
    await add(test, 'a');
    const { history } = await test.ok('snapshot.restore', { id });
    expect(history.undo).toEqual({ key: 'snapshot.restore', params: { name: '开始' } });
    expect(await idsOf(test)).toEqual([]);
    await test.ok('history.undo', {});
    expect(await idsOf(test)).toEqual(['a']);
    expect((await test.ok('snapshot.read', { id })).records.initiative).toEqual({});
    const words = { name: 'Start', note: 'Seen by the board' };
    expect(await test.ok('snapshot.describe', { id, ...words })).toMatchObject({ id, ...words });
    expect((await test.ok('snapshot.read', { id })).snapshot).toMatchObject(words);
    expect((await test.ok('snapshot.read', { id })).records.initiative).toEqual({});
    expect(await test.error('snapshot.describe', { id: 'gone', ...words })).toMatchObject({
      code: 'not_found',
      params: { what: 'snapshot', id: 'gone' },
    });
    await test.ok('snapshot.remove', { id });
    expect(await test.ok('snapshot.list', {})).toEqual({ snapshots: [] });
  });
});

it('a data folder that cannot be made is an error with a name', async () => {
  const file = join(folder(), 'a-file');
  writeFileSync(file, '');
  mkdirSync(join(folder(), 'unused'));
  const test = make({ dataFolder: join(file, 'below') });
  const error = await test.error('portfolio.create', { name: 'Plan', currency: 'USD' });
  expect(error.code).not.toBe('internal');
  expect(test.log).toEqual([]);
});

describe('a room that is presented to', () => {
  const room = {
    ref: 'Plan',
    hidden: { names: true, amounts: false },
    parts: { present: { session: { startedAt: 1 } } },
  };

  it('is kept for the next start, until it is said to be over', async () => {
    const test = make();
    expect((await test.ok('app.info', {})).room).toBeNull();
    await test.ok('app.keepRoom', { room });
    const again = make({ dataFolder: test.folder });
    expect((await again.ok('app.info', {})).room).toEqual(room);
    await again.ok('app.keepRoom', { room: null });
    expect((await make({ dataFolder: test.folder }).ok('app.info', {})).room).toBeNull();
  });

  it('is not believed where the file is damaged, which is set aside and reported', async () => {
    const test = make();
    for (const content of ['{"ref":', '{"ref":"Plan","hidden":{},"parts":{}}']) {
      writeFileSync(join(test.folder, 'room.json'), content);
      const again = make({ dataFolder: test.folder });
      expect((await again.ok('app.info', {})).room).toBeNull();
      expect(again.log.join('\n')).toContain('room.json is damaged');
    }
  });
});
