import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../helpers/projectRoot.ts';
import { nextYear } from '../unit/exchange/nextYear.ts';
import { complaints } from './axe.ts';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

/** Made for trying: prose above, a total below, an impossible day, an end before its start, words for ratings, 万元. */
const messy = join(projectRoot, 'test', 'fixtures', 'lists', 'messy-zh.csv');
const thisYear = join(projectRoot, 'test', 'fixtures', 'lists', 'hhs_projects.csv');
const tabs = ['columns', 'values', 'known', 'files', 'sums', 'reading'] as const;

let machine: Machine;
let running: Running;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  running = await machine.start();
  planner = new Planner(running.page);
  await planner.openSample();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

const choose = (path: string): Promise<unknown> =>
  running.choose(path, () => planner.button(planner.say('shell', 'bar.import')).click());
const openTab = async (tab: (typeof tabs)[number]): Promise<void> => {
  const name = planner.say('importMapping', `tab.${tab}`);
  await planner.page.getByRole('dialog').locator('label', { hasText: name }).first().click();
};

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(['light', 'dark', 'projector'] as const)(
    'every part of the mapping screen is accessible, in %s',
    async (theme) => {
      const { page } = planner;
      await planner.speak(language);
      await planner.wear(theme);
      await choose(messy);
      await page.getByRole('dialog').getByRole('table').first().waitFor();
      for (const tab of tabs) {
        await openTab(tab);
        expect(await complaints(page), tab).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  );
});

test('a long text that would change ends with an ellipsis, and is not cut at the edge', async () => {
  const { page } = planner;
  await planner.speak('en');
  const path = join(machine.home, 'changed.csv');
  writeFileSync(
    path,
    `Name,Description\nDebt Inquiry Enhancements,${'Another long description. '.repeat(20)}\n`,
  );
  await choose(path);
  await openTab('known');
  const dialog = page.getByRole('dialog');
  await dialog.locator('label', { hasText: planner.say('importMapping', 'known.sure') }).click();
  const change = dialog.locator('td li s').first();
  await change.waitFor();
  const beyond = await change.evaluate(
    (old) => old.getBoundingClientRect().right - (old.closest('td')?.getBoundingClientRect().right ?? 0),
  );
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(beyond).toBeLessThanOrEqual(0);
});

test('next year’s list is recognised, decided and imported in one step', async () => {
  const { page } = planner;
  await planner.speak('en');
  await choose(thisYear);
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await planner.button(planner.say('importing', 'report.done')).click();
  const next = join(machine.home, 'next.csv');
  const year = nextYear(1, true);
  writeFileSync(next, year.text);
  await choose(next);
  await openTab('known');
  const dialog = page.getByRole('dialog');
  await dialog.locator('label', { hasText: planner.say('importMapping', 'known.vanished') }).click();
  await dialog.getByRole('checkbox').nth(1).waitFor();
  await dialog.getByRole('button', { name: planner.say('importMapping', 'known.retireAll') }).click();
  await page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  const report = page.getByRole('dialog', {
    name: planner.say('importing', 'report.title', { file: 'next.csv' }),
  });
  await report.waitFor();
  expect(await planner.reported(report, 'created')).toBe('25');
  await report.getByRole('button', { name: planner.say('importing', 'report.undo') }).click();
  await report.waitFor({ state: 'detached' });
});
