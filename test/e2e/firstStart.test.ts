import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

const name = 'Debt Inquiry Enhancements';
let machine: Machine;
let running: Running;
let planner: Planner;

async function start(): Promise<void> {
  running = await machine.start();
  planner = new Planner(running.page);
}

beforeAll(async () => {
  machine = await freshMachine();
  await start();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

describe('from the first start to the second', () => {
  test('the first screen teaches with a sentence and offers the sample', async () => {
    await planner.page.getByRole('heading', { name: planner.say('shell', 'welcome.title') }).waitFor();
  });

  test('the sample opens in one click', async () => {
    await planner.openSample();
    await planner.expectInitiatives(283);
    expect(await planner.page.title()).toBe('HHS 2012 · Throughline');
  });

  test('a cell is edited where it stands', async () => {
    await planner.search(name);
    await planner.edit(name, 'owner', '付款组 Payments');
    await planner.expectCell(name, 'owner', '付款组 Payments');
    await planner.edit(name, 'budget', '250000');
    await planner.expectCell(name, 'budget', '$250K');
  });

  test('what cannot be right is refused in place, and nothing changes', async () => {
    // The last edit is written a moment after it is shown.
    await expect.poll(() => planner.nextUndo()).toContain('budget');
    const before = await planner.nextUndo();
    await (await planner.cell(name, 'endDate')).click();
    await planner.page.keyboard.press('Enter');
    await planner.page.keyboard.insertText('2012-30-09');
    await planner.page.keyboard.press('Enter');
    await planner.page.locator('[aria-invalid="true"]').waitFor();
    await planner.page.keyboard.press('Escape');
    await planner.expectCell(name, 'endDate', '20 Jan 2012');
    expect(await planner.nextUndo()).toBe(before);
  });

  test('undo and redo go back and forth', async () => {
    await planner.undo();
    await planner.expectCell(name, 'budget', '$110K');
    await planner.redo();
    await planner.expectCell(name, 'budget', '$250K');
    await planner.undo();
    await planner.expectCell(name, 'budget', '$110K');
  });

  test('after a restart all is as it was, undo and redo too', async () => {
    await running.quit();
    await start();
    await planner.expectInitiatives(283);
    await planner.search(name);
    await planner.expectCell(name, 'owner', '付款组 Payments');
    await planner.redo();
    await planner.expectCell(name, 'budget', '$250K');
    await planner.undo();
    await planner.undo();
    await planner.expectCell(name, 'owner', 'Administration for Children and Families');
  });

  test('after a crash nothing that was shown as done is lost', async () => {
    await planner.edit(name, 'owner', 'Written before the crash');
    await planner.expectCell(name, 'owner', 'Written before the crash');
    await running.kill();
    await start();
    await planner.search(name);
    await planner.expectCell(name, 'owner', 'Written before the crash');
    expect(await planner.nextUndo()).not.toBeNull();
  });
});
