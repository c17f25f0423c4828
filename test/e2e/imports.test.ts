import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../helpers/projectRoot.ts';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

/** The real lists, and what is known of them: rows with a name, and the money in the column that we take for the budget. */
const lists = [
  { file: 'hhs_projects.csv', rows: 202, currency: 'USD', budget: 1_702_407_000 },
  { file: 'australia-2026.csv', rows: 124, currency: 'USD', budget: 11_299_100_000 },
  { file: 'canada-2019.csv', rows: 463, currency: 'CAD', budget: 7_030_871_651 },
  { file: 'uk-2021.csv', rows: 184, currency: 'GBP', budget: 541_951_370_000 },
] as const;

const pathOf = (file: string): string => join(projectRoot, 'test', 'fixtures', 'lists', file);
let machine: Machine;

afterEach(async () => {
  const problems = machine.takeProblems();
  await machine.dispose();
  expect(problems).toEqual([]);
});

async function begin(): Promise<{ running: Running; planner: Planner }> {
  machine = await freshMachine();
  const running = await machine.start();
  return { running, planner: new Planner(running.page) };
}

describe.each(lists)('$file', ({ file, rows, currency, budget }) => {
  test('comes in without being cleaned first, is told row by row, and can be taken back whole', async () => {
    const { running, planner } = await begin();
    const { page } = planner;
    await running.choose(pathOf(file), () =>
      page.getByRole('button', { name: planner.say('shell', 'welcome.import') }).click(),
    );
    const preview = page.getByRole('dialog', { name: planner.say('importing', 'title', { file }) });
    await preview.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
    const report = page.getByRole('dialog', { name: planner.say('importing', 'report.title', { file }) });
    await report.waitFor({ timeout: 60_000 });
    const lead = await report.getByRole('status').first().textContent();
    expect(lead).toContain(planner.say('importing', 'report.rows_other', { count: rows }));
    const money = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    });
    expect(lead).toContain(money.format(budget));
    expect(await planner.reported(report, 'created')).toBe(String(rows));
    expect(await planner.reported(report, 'refused')).toBe('0');
    await report.getByRole('button', { name: planner.say('importing', 'report.done') }).click();
    await planner.expectInitiatives(rows);
    await planner.undo();
    await planner.expectInitiatives(0);
    await planner.redo();
    await planner.expectInitiatives(rows);
  });
});

test('cancelling before it begins leaves nothing behind', async () => {
  const { running, planner } = await begin();
  await planner.openSample();
  await running.choose(pathOf('uk-2021.csv'), () =>
    planner.button(planner.say('shell', 'bar.import')).click(),
  );
  const dialog = planner.page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Import [\d,]+ rows$/ }).waitFor();
  await dialog.getByRole('button', { name: planner.say('common', 'action.cancel') }).click();
  await dialog.waitFor({ state: 'detached' });
  await planner.expectInitiatives(283);
  expect(await planner.nextUndo()).toBeNull();
});

test('the same list twice changes nothing the second time', async () => {
  const { running, planner } = await begin();
  const bring = async (button: () => Promise<void>): Promise<void> => {
    await running.choose(pathOf('hhs_projects.csv'), button);
    await planner.page.getByRole('dialog').waitFor();
  };
  await bring(() =>
    planner.page.getByRole('button', { name: planner.say('shell', 'welcome.import') }).click(),
  );
  await planner.page.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await planner.button(planner.say('importing', 'report.done')).click();
  await planner.expectInitiatives(202);
  await bring(() => planner.button(planner.say('shell', 'bar.import')).click());
  await planner.page
    .getByText(planner.say('importing', 'expected.unchanged_other', { count: 202 }))
    .waitFor();
});
