import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaints } from './axe.ts';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

/** A project of the sample from 10 October 2011 to 20 January 2012. */
const name = 'Debt Inquiry Enhancements';
let machine: Machine;
let running: Running;
let planner: Planner;

const stage = (): Locator => planner.page.getByRole('application');
const field = (which: 'start' | 'end'): Locator =>
  planner.page.getByRole('textbox', {
    name: planner.say('timeline', 'field.of', { field: planner.say('timeline', `field.${which}`), name }),
    exact: true,
  });
const expectDates = async (start: string, end: string): Promise<void> => {
  await expect.poll(() => field('start').inputValue(), { timeout: 10_000 }).toBe(start);
  await expect.poll(() => field('end').inputValue(), { timeout: 10_000 }).toBe(end);
};

async function showTimeline(): Promise<void> {
  await planner.page.keyboard.press('Alt+9');
  await planner.page.getByRole('main', { name: planner.say('shell', 'view.timeline') }).waitFor();
}

/** Narrows the timeline to the one initiative and stands on it. */
async function standOn(): Promise<void> {
  await planner.page.getByRole('searchbox', { name: planner.say('timeline', 'search') }).fill(name);
  // The description names what is left: one line, which the search has narrowed it to.
  await planner.page.getByRole('application', { name: /^1 initiative |[^0-9]1 initiative /i }).waitFor();
  await stage().focus();
  await planner.page.keyboard.press('Home');
  await field('start').waitFor();
}

beforeAll(async () => {
  machine = await freshMachine();
  running = await machine.start();
  planner = new Planner(running.page);
  await planner.openSample();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

describe('planning on the timeline', () => {
  test('its key shows it, and the search leaves one line', async () => {
    await showTimeline();
    await stage().waitFor();
    await standOn();
    await expectDates('2011-10-10', '2012-01-20');
  });

  test('Alt and the arrow keys move it to month boundaries in one step, and undo takes that back', async () => {
    const { keyboard } = planner.page;
    await keyboard.down('Alt');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await keyboard.up('Alt');
    await expectDates('2011-12-01', '2012-03-12');
    await expect.poll(() => planner.nextUndo(), { timeout: 10_000 }).toContain('2011-12-01');
    await planner.undo();
    await expectDates('2011-10-10', '2012-01-20');
    await stage().focus();
  });

  test('Escape leaves it as it was', async () => {
    const before = await planner.nextUndo();
    const { keyboard } = planner.page;
    await keyboard.down('Alt');
    await keyboard.press('ArrowLeft');
    await keyboard.press('Escape');
    await keyboard.up('Alt');
    await expectDates('2011-10-10', '2012-01-20');
    expect(await planner.nextUndo()).toBe(before);
  });

  test('the pointer drags it, and what it shows while dragging is what it keeps', async () => {
    const { mouse, page } = { mouse: planner.page.mouse, page: planner.page };
    const box = await stage().boundingBox();
    if (!box) throw new Error('the timeline has no box');
    // The only line lies right below the dates; its bar is found by the card that comes up over it.
    const y = box.y + 62 + 14;
    let x = 0;
    for (let at = box.x + 300; at < box.x + box.width && x === 0; at += 4) {
      await mouse.move(at, y);
      const cursor = await stage().getAttribute('data-cursor');
      if (cursor === 'move') x = at + 4;
    }
    expect(x).toBeGreaterThan(0);
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + 30, y, { steps: 4 });
    await mouse.move(x + 60, y, { steps: 4 });
    // What it shows follows the pointer by a frame, and on a busy machine by more.
    await expect.poll(() => field('start').inputValue()).toMatch(/^201[12]-\d\d-01$/);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const shown = await field('start').inputValue();
    expect(shown > '2011-10-10').toBe(true);
    await mouse.up();
    await expect.poll(() => planner.nextUndo(), { timeout: 10_000 }).toContain(shown);
    await expectDates(shown, await field('end').inputValue());
    await page.keyboard.press('ControlOrMeta+z');
    await expectDates('2011-10-10', '2012-01-20');
  });

  test('a typed date is taken over; an end before the start is refused with words', async () => {
    await field('end').fill('29 Feb 2012');
    await field('end').press('Enter');
    await expectDates('2011-10-10', '2012-02-29');
    await field('end').fill('2011-01-01');
    await field('end').press('Enter');
    await planner.page
      .getByRole('alert')
      .filter({ hasText: planner.say('timeline', 'refused.endBeforeStart') })
      .waitFor();
    await expectDates('2011-10-10', '2012-02-29');
  });

  test('after a restart it lies where it was left', async () => {
    await running.quit();
    running = await machine.start();
    planner = new Planner(running.page);
    await planner.page.getByRole('navigation', { name: planner.say('shell', 'nav.label') }).waitFor();
    await showTimeline();
    await standOn();
    await expectDates('2011-10-10', '2012-02-29');
  });

  test('it leaves as a picture with its own words and fonts in it', async () => {
    await planner.button(planner.say('flow', 'chart.exportLabel')).click();
    const place = await running.save(() =>
      planner.page.getByRole('menuitem', { name: planner.say('flow', 'chart.saveSvg') }).click(),
    );
    const svg = readFileSync(place, 'utf8');
    expect(svg).toContain(name.slice(0, 12));
    expect(svg).toContain('@font-face');
    expect(svg).not.toContain('var(--');
  });

  test('axe finds nothing on it, grouped by capability, with a line selected, in both languages', async () => {
    const { page } = planner;
    for (const language of ['en', 'zh-CN'] as const) {
      await planner.speak(language);
      await page
        .getByRole('combobox', { name: planner.say('timeline', 'group'), exact: true })
        .selectOption('capability');
      expect(await complaints(page)).toEqual([]);
    }
  });
});
