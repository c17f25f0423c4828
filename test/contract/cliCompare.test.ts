import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { newScenario } from '../../shared/domain/roomDefaults.ts';
import { change, reopen } from '../db/support.ts';

const entry = fileURLToPath(new URL('../../electron/cli/throughline.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'throughline-compare-'));
const file = join(folder, 'p.throughline');
const run = promisify(execFile);
const cli = (...args: string[]) =>
  run(process.execPath, [entry, ...args], { env: { ...process.env, THROUGHLINE_HOME: folder } });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('compare tells what differs between a snapshot, a scenario and now, and says where a name is not known', async () => {
  await cli('sample', '--initiatives', '12', '--capabilities', '6', '--seed', '3', '--out', file);
  await cli('snapshot', file, '--name', 'Frozen');
  const opened = await reopen(file);
  const at = '2026-01-02T03:04:05.006Z';
  change(opened.db, 'later', (writer) => {
    const before = writer.find('initiative', 'initiative-000001')!;
    writer.update('initiative', before, { ...before, name: 'Renamed' } as typeof before);
    writer.remove('initiative', 'initiative-000002');
    writer.add('scenario', newScenario('s', 'What if', 0, '', at));
    writer.add('scenarioStep', {
      id: 'step',
      scenarioId: 's',
      position: 0,
      label: { key: 'initiative.edit', params: {} },
      by: '',
      at,
      changes: [{ op: 'remove', table: 'initiative', id: 'initiative-000003' }],
    });
  });
  opened.close();

  const told = JSON.parse((await cli('compare', file, 'Frozen', '--draws', '50', '--json')).stdout) as {
    records: { changes: { table: string; id: string; kind: string }[] };
    before: { initiatives: number };
    after: { initiatives: number };
  };
  const kinds = told.records.changes
    .filter(({ table }) => table === 'initiative')
    .map(({ id, kind }) => [id, kind]);
  expect(kinds).toEqual([
    ['initiative-000001', 'updated'],
    ['initiative-000002', 'removed'],
  ]);
  expect([told.before.initiatives, told.after.initiatives]).toEqual([12, 11]);

  const named = (await cli('compare', file, 'Frozen', '--draws', '0')).stdout;
  expect(named).toMatch(/^renamed: .+ → Renamed$/m);
  expect(named).toMatch(/^removed: .+$/m);
  expect(named).not.toMatch(/^(new|retired|now projects):/m);

  // Money and days as people write them, and only what moves.
  expect(named).toMatch(/^cost: \$[\d,]+ → \$[\d,]+$/m);
  expect(named).toMatch(/^seven wastes: [\d,]+ → [\d,]+ person-days$/m);
  expect(named).not.toMatch(/\d{5}| $/m);
  for (const [, from, to] of named.matchAll(/^(?:cost|gaps|overlaps|seven wastes): (\S+) → (\S+)$/gm))
    expect(from).not.toBe(to);
  expect((await cli('compare', file, 'now', '--draws', '0')).stdout).toBe('now → now\nnothing differs\n');

  const words = (await cli('compare', file, 'now', 'What if', '--draws', '0')).stdout;
  expect(words).toContain('now → What if');
  expect(words).toMatch(/initiatives: 11 → 10/);

  const refused = await cli('compare', file, 'nothing').catch(
    (error: unknown) => error as { code: number; stderr: string },
  );
  expect(refused).toMatchObject({ code: 1 });
  expect((refused as { stderr: string }).stderr).toMatch(
    /no snapshot "nothing"; there are: "Frozen"; scenarios: "What if"$/m,
  );
});
