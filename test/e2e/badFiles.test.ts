import { copyFile, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../helpers/projectRoot.ts';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

const golden = join(projectRoot, 'test', 'fixtures', 'golden', 'schema-10.throughline');
let machine: Machine;
let running: Running;
let planner: Planner;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-bad-'));
  machine = await freshMachine();
  running = await machine.start();
  planner = new Planner(running.page);
  await planner.openSample();
});
afterEach(async () => {
  expect(machine.takeProblems()).toEqual([]);
  // Whatever was refused, the portfolio that was open is still there, unchanged.
  await planner.expectInitiatives(283);
  expect(await planner.nextUndo()).toBeNull();
});
afterAll(async () => {
  await machine.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** Writes some bytes over a file, at a place. */
async function overwrite(path: string, at: number, bytes: Buffer): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(bytes, 0, bytes.length, at);
  await file.close();
}

describe('a portfolio file that cannot be opened', () => {
  const cases = {
    not_a_portfolio: (path: string) => writeFile(path, 'just a text\n'.repeat(1000)),
    file_empty: (path: string) => writeFile(path, ''),
    newer_version: async (path: string) => {
      await copyFile(golden, path);
      // The file format keeps its user_version at byte 60, big-endian.
      await overwrite(path, 60, Buffer.from([0, 0, 0x27, 0x0f]));
    },
    damaged_file: async (path: string) => {
      await copyFile(golden, path);
      await overwrite(path, 4096 * 3, Buffer.alloc(4096 * 6, 0x5a));
    },
  } as const;

  test.each(Object.keys(cases) as (keyof typeof cases)[])(
    '%s is told by name and left alone',
    async (code) => {
      const path = join(folder, `${code}.throughline`);
      await cases[code](path);
      const before = await readFile(path);
      await running.choose(path, () => planner.run('command.openPortfolio'));
      const alert = planner.page.getByRole('alert');
      const words = code === 'file_empty' ? /empty|not a Throughline portfolio/ : planner.say('errors', code);
      await alert.filter({ hasText: words }).filter({ hasText: code }).waitFor();
      expect(Buffer.compare(await readFile(path), before)).toBe(0);
      await planner.button(planner.say('shell', 'notices.close')).first().click();
    },
  );
});

describe('a list that cannot be imported', () => {
  const cases = {
    file_binary: (path: string) => copyFile(join(projectRoot, 'assets', 'icons', 'icon.png'), path),
    file_empty: (path: string) => writeFile(path, ''),
    file_too_large: async (path: string) => {
      const line = 'name,budget,owner\n'.repeat(60_000);
      const file = await open(path, 'w');
      for (let bytes = 0; bytes < 200 * 1024 * 1024; bytes += line.length) await file.write(line);
      await file.close();
    },
  } as const;

  test.each(Object.keys(cases) as (keyof typeof cases)[])(
    '%s is told by name, and nothing comes in',
    async (code) => {
      const path = join(folder, `${code}.csv`);
      await cases[code](path);
      await running.choose(path, () => planner.button(planner.say('shell', 'bar.import')).click());
      const told = planner.page.getByRole('alert').filter({ hasText: planner.say('errors', code) });
      await told.filter({ hasText: `${code}.csv` }).waitFor({ timeout: 30_000 });
      await planner.page.keyboard.press('Escape');
      await planner.page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  );

  test('rows that cannot come in are refused by number and reason, the others come in', async () => {
    const path = join(folder, 'rows.csv');
    await writeFile(
      path,
      'Project name,Start date,End date,Budget\nFirst,2012-01-05,2012-09-30,1000\n,2012-02-01,2012-03-01,5\nThird,2012-30-09,2012-12-01,\n',
    );
    await running.choose(path, () => planner.button(planner.say('shell', 'bar.import')).click());
    await planner.page.getByRole('button', { name: /^Import \d+ rows?$/ }).click();
    const report = planner.page.getByRole('dialog');
    await report.getByText(planner.say('importing', 'report.refusedTitle')).waitFor();
    expect(await planner.reported(report, 'created')).toBe('2');
    expect(await planner.reported(report, 'refused')).toBe('1');
    expect(await planner.reported(report, 'unreadable')).toBe('1');
    await report.getByRole('cell', { name: '2012-30-09' }).waitFor();
    await report.getByRole('button', { name: planner.say('importing', 'report.undo') }).click();
    await report.waitFor({ state: 'detached' });
  });
});
