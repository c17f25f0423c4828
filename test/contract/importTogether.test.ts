import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readKeptReport } from '../../shared/exchange/writing/keptReport.ts';
import { xlsxFile } from '../unit/exchange/xlsxFile.ts';
import { services, type TestService } from './support.ts';

const { make } = services();
const entry = fileURLToPath(new URL('../../electron/cli/throughline.mjs', import.meta.url));
const capabilities =
  'Capability,Parent,Importance\nFinance,,High\nBilling,Finance,vital-ish\nAudit,Finance,Low\n';
const initiatives =
  'ID,Initiative,Budget,Capability\nP-1,Payroll,10,Billing; Audit\nP-2,Ledger,20,Treasury\n';

/** Files of these texts, by their tokens. */
function filesOf(test: TestService, texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(texts).map(([name, text]) => {
    const path = join(test.folder, name);
    writeFileSync(path, text);
    return test.service.files.register(path);
  });
}
const recordsOf = async (test: TestService) => (await test.ok('portfolio.current', {}))?.records;

describe('several lists of one portfolio', () => {
  it('are one step with one snapshot before it and one report, and undo takes all of it back', async () => {
    const test = make({ systemLocale: 'en' });
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const empty = await recordsOf(test);
    const run = async (texts: Readonly<Record<string, string>>) => {
      const [file = '', ...others] = filesOf(test, texts);
      const { plan } = await test.ok('import.preview', { file, others, plan: {} });
      return test.ok('import.run', { file, others, plan, job: 'j' });
    };
    const lists = { 'capabilities.csv': capabilities, 'initiatives.csv': initiatives };
    const { report } = await run(lists);
    expect(report).toMatchObject({ fileName: 'initiatives.csv', created: 2 });
    expect(report.tables).toMatchObject([
      {
        fileName: 'capabilities.csv',
        role: 'capabilities',
        created: 3,
        issues: [{ row: 3, column: 'Importance', reason: 'not_on_scale', value: 'vital-ish' }],
      },
    ]);
    const opened = await test.ok('portfolio.current', {});
    expect(opened?.history.undo).toMatchObject({
      key: 'import.refresh',
      params: { file: 'initiatives.csv', created: 5, updated: 0 },
    });
    const [kept] = Object.values(opened?.records.importReport ?? {});
    expect(readKeptReport(kept?.report)?.report.tables).toEqual(JSON.parse(JSON.stringify(report.tables)));
    const csv = await test.ok('import.exportReport', { id: kept?.id ?? '', format: 'csv' });
    expect(readFileSync(test.service.files.require(csv.file).path, 'utf8')).toContain(
      'cells not read,3,capabilities.csv · Importance,,This is no step of a scale from 1 to 5.,vital-ish',
    );
    expect(Object.values(opened?.records.capability ?? {})).toHaveLength(4);
    expect(Object.values(opened?.records.contribution ?? {})).toHaveLength(3);
    const before = opened?.records;

    await run({
      ...lists,
      'capabilities.csv': `${capabilities.replace('vital-ish', 'High')}Dunning,Billing,Low\n`,
      'initiatives.csv': initiatives.replace('Treasury', 'Dunning'),
    });
    const after = await recordsOf(test);
    expect(Object.values(after?.capability ?? {}).map(({ name, importance }) => [name, importance])).toEqual([
      ['Finance', 5],
      ['Billing', 5],
      ['Audit', 1],
      ['Treasury', null],
      ['Dunning', 1],
    ]);
    expect((await test.ok('snapshot.list', {})).snapshots.map(({ name }) => name)).toEqual([
      'Before importing initiatives.csv',
    ]);
    await test.ok('history.undo', {});
    expect(await recordsOf(test)).toEqual(before);
    await test.ok('history.redo', {});
    expect(await recordsOf(test)).toEqual(after);
    await test.ok('history.undo', {});
    await test.ok('history.undo', {});
    expect(await recordsOf(test)).toEqual(empty);
  });

  it('leave nothing behind when they are cancelled', async () => {
    const test = make({ systemLocale: 'en' });
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const empty = await recordsOf(test);
    const [file = '', ...others] = filesOf(test, {
      'capabilities.csv': capabilities,
      'initiatives.csv': initiatives,
    });
    const { plan } = await test.ok('import.preview', { file, others, plan: {} });
    const running = test.service.dispatch('import.run', { file, others, plan, job: 'j' });
    await test.ok('job.cancel', { job: 'j' });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await recordsOf(test)).toEqual(empty);
    expect((await test.ok('snapshot.list', {})).snapshots).toEqual([]);
  });

  it('come in by the command line: pairs of files, and a workbook with a sheet for each', () => {
    const test = make({ systemLocale: 'en' });
    filesOf(test, { 'capabilities.csv': capabilities, 'initiatives.csv': initiatives });
    const sheet = (name: string, text: string) => ({
      name,
      rows: text
        .trim()
        .split('\n')
        .map((line) => line.split(',')),
    });
    writeFileSync(
      join(test.folder, 'book.xlsx'),
      xlsxFile([
        sheet('Read me', 'IT portfolio\nBy,PMO\n'),
        sheet('Capabilities', capabilities),
        sheet('Initiatives', initiatives),
      ]),
    );
    const run = (into: string, ...args: readonly string[]) =>
      spawnSync(process.execPath, [entry, 'import', ...args, '--into', into], {
        encoding: 'utf8',
        cwd: test.folder,
        env: { ...process.env, THROUGHLINE_HOME: test.folder, NODE_ENV: 'production' },
      });
    const pair = run('a.throughline', 'capabilities.csv', 'initiatives.csv');
    expect(pair.stderr).toBe('');
    expect(pair.stdout.split('\n').slice(0, 4)).toEqual([
      'imported initiatives.csv: 2 rows read, 2 created, 0 updated, 0 unchanged, 0 skipped, 0 refused',
      'took in capabilities.csv as capabilities: 3 rows read, 3 created, 0 updated, 0 unchanged, 0 skipped, 0 refused',
      'capabilities.csv: row 3, column Importance: not_on_scale (vital-ish)',
      'capabilities.csv: repaired scaleText: 2 (High | Low)',
    ]);
    expect(pair.stdout).toContain('noted namedOnly: 1 (Treasury)\n');
    const again = JSON.parse(run('a.throughline', '--json', 'book.xlsx').stdout);
    expect(again).toMatchObject({
      created: 0,
      unchanged: 2,
      tables: [{ fileName: 'Capabilities', taken: true, created: 0, updated: 0, unchanged: 3 }],
    });
    writeFileSync(
      join(test.folder, 'map.json'),
      JSON.stringify({ tables: [{ file: 0, role: 'capabilities', join: null, taken: false }] }),
    );
    const out = run('b.throughline', '--map', 'map.json', 'capabilities.csv', 'initiatives.csv');
    expect(out.stdout).toContain('left out capabilities.csv, a list of capabilities\n');
    const vital = [{ field: 'importance', from: 'vital-ish', to: '4' }];
    writeFileSync(
      join(test.folder, 'words.json'),
      JSON.stringify({ tables: [{ file: 0, role: 'capabilities', join: null, translations: vital }] }),
    );
    const said = run('c.throughline', '--map', 'words.json', 'capabilities.csv', 'initiatives.csv');
    expect(said.stdout).toContain('capabilities.csv: repaired translated: 1 (vital-ish');
    expect(said.stdout).not.toContain('not_on_scale');
  });
});
