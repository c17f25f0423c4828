import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Initiative } from '../../shared/domain/records.ts';
import { planFromPreset, presetOf } from '../../shared/exchange/presets.ts';
import { readKeptReport } from '../../shared/exchange/writing/keptReport.ts';
import { services } from './support.ts';

const { make } = services();
const entry = fileURLToPath(new URL('../../electron/cli/throughline.mjs', import.meta.url));
const list = 'Nr,What,Boss,Money\n1,Alpha,Ann,5\n2,Beta,Bob,(7)\n,,,3\n';

async function imported(test = make({ systemLocale: 'en' })) {
  await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
  const path = join(test.folder, 'list.csv');
  writeFileSync(path, list);
  const file = test.service.files.register(path);
  const columns = { externalId: 0, name: 1, owner: 2, budget: 3 };
  const { plan, columns: found } = await test.ok('import.preview', { file, plan: { columns } });
  const result = await test.ok('import.run', { file, plan, job: 'j' });
  return { test, file, plan, headers: found.map(({ header }) => header), result };
}

describe('reports of imports', () => {
  it('are kept in the step of the import, go out as CSV and JSON, and go with the step', async () => {
    const { test, result } = await imported();
    const opened = await test.ok('portfolio.current', {});
    const [kept] = Object.values(opened?.records.importReport ?? {});
    if (!kept) throw new Error('no report was kept');
    expect(result.changed?.diff.importReport?.added[kept.id]).toMatchObject({ fileName: 'list.csv' });
    const read = readKeptReport(kept.report);
    expect(read?.report).toEqual(JSON.parse(JSON.stringify(result.report)));
    expect(read?.mapping).toMatchObject({ name: 'list.csv', columns: { name: 'What', owner: 'Boss' } });
    const csv = await test.ok('import.exportReport', { id: kept.id, format: 'csv' });
    const text = readFileSync(test.service.files.require(csv.file).path, 'utf8');
    expect(csv.suggestedName).toMatch(/^list\.csv - \d{4}-\d{2}-\d{2}\.csv$/);
    expect(text.startsWith('\ufeffWhat,Row,Column,How often,Why,What stood there\r\n')).toBe(true);
    expect(text).toContain('cells not read,3,Money,,The amount is negative.,(7)');
    const json = await test.ok('import.exportReport', { id: kept.id, format: 'json' });
    expect(JSON.parse(readFileSync(test.service.files.require(json.file).path, 'utf8'))).toEqual(kept);
    await test.ok('history.undo', {});
    expect((await test.ok('portfolio.current', {}))?.records.importReport).toEqual({});
    expect(await test.error('import.exportReport', { id: kept.id, format: 'csv' })).toMatchObject({
      code: 'not_found',
    });
  });
});

describe('presets', () => {
  it('are kept for the person, not in the portfolio, and read the next list for the command line too', async () => {
    const { test, plan, headers } = await imported();
    const { savedAt: _savedAt, ...preset } = presetOf('Yearly', plan, headers, '2026-01-01T00:00:00.000Z');
    const saved = await test.ok('preset.save', preset);
    expect(saved).toMatchObject({ name: 'Yearly', columns: { name: 'What' } });
    expect((await test.ok('preset.list', {})).presets).toEqual([saved]);
    expect(planFromPreset(saved, headers).columns).toEqual(plan.columns);
    const next = join(test.folder, 'next.csv');
    writeFileSync(next, 'Boss,What,Money,Nr\nCy,Gamma,9,3\n');
    const target = join(test.folder, 'cli.throughline');
    const run = spawnSync(
      process.execPath,
      [entry, 'import', next, '--into', target, '--preset', 'Yearly', '--json'],
      {
        env: { ...process.env, THROUGHLINE_HOME: test.folder, NODE_ENV: 'production' },
        encoding: 'utf8',
      },
    );
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(JSON.parse(run.stdout)).toMatchObject({ rows: 1, created: 1, sums: { budget: 900 } });
    const file = test.service.files.register(target);
    const opened = await test.ok('portfolio.openChosen', { file });
    expect(
      Object.values(opened.records.initiative).map(({ name, owner, externalId }: Initiative) => [
        name,
        owner,
        externalId,
      ]),
    ).toEqual([['Gamma', 'Cy', '3']]);
    await test.ok('preset.remove', { name: 'Yearly' });
    expect(await test.error('preset.remove', { name: 'Yearly' })).toMatchObject({ code: 'not_found' });
    expect(await test.ok('preset.list', {})).toEqual({ presets: [], problems: [] });
  });
});
