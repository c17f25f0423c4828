import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { presetOf } from '../../shared/exchange/presets.ts';
import { fixture } from '../unit/exchange/helpers.ts';
import { services } from './support.ts';

const { make } = services();
const entry = fileURLToPath(new URL('../../electron/cli/throughline.mjs', import.meta.url));
const tree =
  'Code,Capability,Importance,Current maturity,Owner\n1,Finance,High,2,CFO office\n1.1,Billing,Low,1,\n2,Sales,High,3,\n';

describe('lists of capabilities, end to end', () => {
  it('are one step with a snapshot before, and undo takes all of it back', async () => {
    const test = make({ systemLocale: 'en' });
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const path = join(test.folder, 'tree.csv');
    writeFileSync(path, tree);
    const file = test.service.files.register(path);
    const run = async () => {
      const { plan } = await test.ok('import.preview', { file, plan: {} });
      return { plan, ...(await test.ok('import.run', { file, plan, job: 'j' })) };
    };
    const { plan, report } = await run();
    expect(plan.rows).toBe('capabilities');
    expect(report).toMatchObject({ of: 'capabilities', created: 3 });
    const before = (await test.ok('portfolio.current', {}))?.records;
    writeFileSync(path, `${tree.replace('Billing,Low,1', 'Billing,High,4')}2.1,Quotes,Low,1,Sales ops\n`);
    expect((await run()).report).toMatchObject({ created: 1, updated: 1, unchanged: 2, vanished: [] });
    const opened = await test.ok('portfolio.current', {});
    expect(opened?.history.undo).toMatchObject({
      key: 'import.refresh',
      params: { created: 1, updated: 1 },
    });
    expect((await test.ok('snapshot.list', {})).snapshots.map(({ name }) => name)).toEqual([
      'Before importing tree.csv',
    ]);
    await test.ok('history.undo', {});
    expect((await test.ok('portfolio.current', {}))?.records).toEqual(before);
  });

  it('keep their mapping as a preset, what a row is included', async () => {
    const test = make({ systemLocale: 'en' });
    await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
    const path = join(test.folder, 'list.csv');
    writeFileSync(path, 'What,Weight\nFinance,urgent\nSales,High\n');
    const file = test.service.files.register(path);
    const given = {
      rows: 'capabilities' as const,
      columns: { name: 0, importance: 1 },
      translations: [{ field: 'importance' as const, from: 'urgent', to: '5' }],
    };
    const { plan, columns } = await test.ok('import.preview', { file, plan: given });
    const headers = columns.map(({ header }) => header);
    const { savedAt: _savedAt, ...preset } = presetOf('Tree', plan, headers, '2026-01-01T00:00:00.000Z');
    await test.ok('preset.save', preset);
    const into = join(test.folder, 'other.throughline');
    const done = spawnSync(
      process.execPath,
      [entry, 'import', path, '--into', into, '--preset', 'Tree', '--json'],
      {
        encoding: 'utf8',
        env: { ...process.env, THROUGHLINE_HOME: test.folder, NODE_ENV: 'production' },
      },
    );
    expect(done.stderr).toBe('');
    expect(JSON.parse(done.stdout)).toMatchObject({ of: 'capabilities', created: 2, unreadable: [] });
  });

  it('come in by the command line, found by themselves or as it is told', () => {
    const test = make({ systemLocale: 'en' });
    const path = join(test.folder, 'brm.csv');
    copyFileSync(fixture('brm-v3.1-service-codes.csv'), path);
    const into = join(test.folder, 'p.throughline');
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [entry, 'import', path, '--into', into, ...args], {
        encoding: 'utf8',
        env: { ...process.env, THROUGHLINE_HOME: test.folder, NODE_ENV: 'production' },
      });
    expect(run('--dry-run').stdout).toContain(
      'would import brm.csv: 207 rows read as capabilities, 207 created',
    );
    expect(JSON.parse(run('--json').stdout)).toMatchObject({ of: 'capabilities', rows: 207, created: 207 });
    expect(JSON.parse(run('--json').stdout)).toMatchObject({ created: 0, updated: 0, unchanged: 207 });
    expect(JSON.parse(run('--json', '--rows', 'initiatives').stdout)).toMatchObject({ created: 207 });
    const wrong = run('--rows', 'teams');
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('It must be one of: initiatives'),
    ]);
  });
});
