import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

const name = 'NDNH Employer Address to Relational Database';
let machine: Machine;
let running: Running;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  running = await machine.start();
  planner = new Planner(running.page);
  await planner.openSample();
  await planner.search(name);
  await (await planner.cell(name, 'mode')).click();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

const inspector = () =>
  planner.page.getByRole('complementary', { name: planner.say('shell', 'inspector.label') });

test('a project becomes a product team and back; one undo takes each back, after a restart too', async () => {
  const { page } = planner;
  await planner.expectCell(name, 'mode', planner.say('common', 'mode.project'));
  await page.keyboard.press('Alt+Shift+M');
  const dialog = page.getByRole('dialog', { name: planner.say('planning', 'convert.toProduct', { name }) });
  await dialog.waitFor();
  const figures = dialog.getByRole('table').getByRole('cell');
  expect(await figures.count()).toBe(8);
  for (const text of await figures.allTextContents())
    expect(text).not.toBe(planner.say('planning', 'convert.notComputable'));
  await dialog.getByRole('button', { name: planner.say('planning', 'convert.apply'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await planner.expectCell(name, 'mode', planner.say('common', 'mode.product'));

  await running.quit();
  running = await machine.start();
  planner = new Planner(running.page);
  await planner.grid.waitFor();
  await planner.search(name);
  await planner.expectCell(name, 'mode', planner.say('common', 'mode.product'));
  expect(await planner.nextUndo()).toContain(name);
  await planner.undo();
  await planner.expectCell(name, 'mode', planner.say('common', 'mode.project'));
  await planner.redo();
  await planner.expectCell(name, 'mode', planner.say('common', 'mode.product'));
  await planner.undo();
});

test('the phases fill the ledger, and its rows are edited by keyboard in the wide table', async () => {
  await (await planner.cell(name, 'mode')).click();
  await inspector()
    .getByRole('button', { name: planner.say('planning', 'handoff.fill') })
    .click();
  const { page } = planner;
  await page.keyboard.press('Alt+L');
  const title = planner.say('planning', 'handoff.title', { name });
  const grid = page.getByRole('dialog', { name: title }).getByRole('grid', { name: title });
  const cells = grid.getByRole('row').nth(1).getByRole('gridcell');
  await cells.nth(3).click();
  // Text that an input method composes goes into an open field.
  await page.keyboard.press('Enter');
  await page.keyboard.type('规格说明');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('20-40-70');
  await page.keyboard.press('Enter');
  await expect.poll(() => cells.nth(3).textContent()).toBe('规格说明');
  await expect.poll(() => cells.nth(5).textContent()).toContain('20–40–70%');
  await page.keyboard.press('Escape');
  await grid.waitFor({ state: 'detached' });
});

test('an outcome is typed, measured and served; overhead is named and stopped', async () => {
  const { page } = planner;
  await page.keyboard.press('Alt+0');
  await page
    .getByRole('textbox', { name: planner.say('outcomes', 'empty.label') })
    .fill('More addresses found');
  await page.keyboard.press('Enter');
  const grid = page.getByRole('grid', { name: planner.say('outcomes', 'title') });
  await grid.getByText('More addresses found').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('40');
  await page.keyboard.press('Tab');
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  const value = inspector().getByRole('textbox', { name: planner.say('outcomes', 'reading.newValue') });
  await value.fill('50');
  await page.keyboard.press('Enter');
  await grid.getByText('25%').waitFor();

  await page.keyboard.press('Alt+Shift+0');
  await page.getByRole('textbox', { name: planner.say('overhead', 'empty.label') }).fill('Status report');
  await page.keyboard.press('Enter');
  const list = page.getByRole('grid', { name: planner.say('overhead', 'title') });
  await list
    .getByRole('button', { name: planner.say('overhead', 'stop.of', { name: 'Status report' }) })
    .click();
  await list.getByText(planner.say('overhead', 'state.stopped'), { exact: true }).waitFor();
  expect(await planner.nextUndo()).toContain('Status report');
});
