import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

const name = 'Debt Inquiry Enhancements';
let machine: Machine;
let running: Running;
let first: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  running = await machine.start();
  first = new Planner(running.page);
  await first.openSample();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

test('a second window on the same portfolio reads only, and says why', async () => {
  const second = new Planner(await running.openSecond());
  await second.page.getByText(second.say('backups', 'banner.other_window')).waitFor({ timeout: 30_000 });
  await second.expectInitiatives(283);
  await second.search(name);
  await (await second.cell(name, 'owner')).click();
  await second.page.keyboard.press('Enter');
  await second.page.keyboard.press('x');
  await second.expectCell(name, 'owner', 'Administration for Children and Families');
  expect(await second.page.locator('input:focus').count()).toBe(0);
});

test('the first window goes on writing', async () => {
  await first.search(name);
  await first.edit(name, 'owner', 'Still writing');
  await first.expectCell(name, 'owner', 'Still writing');
});
