import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newInitiative } from '../../shared/domain/defaults.ts';
import { sampleRecords } from '../helpers/listedSample.ts';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import { leaveStage, settledTexts } from './stageProbe.ts';

let machine: Machine;
let planner: Planner;
const press = async (key: string): Promise<void> => planner.page.keyboard.press(key);

beforeAll(async () => {
  machine = await freshMachine();
  planner = new Planner((await machine.start()).page);
  await planner.openSample();
});
afterEach(async () => {
  await leaveStage(planner.page);
  expect(machine.takeProblems()).toEqual([]);
});
afterAll(() => machine.dispose());

/** The words along the axes of the picture on the stage: they say which part of it is shown. */
const axes = (page: Page): Promise<string> =>
  page.evaluate(
    `[...document.querySelectorAll('[data-stage-body] svg text')].map((text) => text.textContent.trim()).filter((text) => /^(?:\\d+ (?:months?|weeks)|[\\d.]+%?|Q\\d.*|\\d{4}|FY.*)$/.test(text)).join(' | ')`,
  );

/** Adds the view as it is shown to the storyboard, and waits until that is said. */
async function keep(): Promise<void> {
  await planner.run('command.addToStoryboard');
  await planner.page
    .getByText(/Added to|added to/)
    .first()
    .waitFor();
}

/** Leaves the stage and adds what is at the desk then. */
async function keepOnDesk(): Promise<void> {
  await press('Escape');
  await planner.page.locator('[data-stage]').waitFor({ state: 'detached' });
  await keep();
}

test('pages keep the part of a map and of the time that they were added with, for the room and a second window', async () => {
  await planner.go('map');
  await planner.page.locator('main [role="application"] svg').first().waitFor();
  const closer = planner.page.getByRole('button', { name: planner.say('map', 'zoom.in'), exact: true });
  for (let step = 0; step < 3; step += 1) await closer.click();
  await keep();
  await planner.button(planner.say('map', 'zoom.reset')).click();
  await keep();
  await planner.go('handoffs');
  await planner.button(planner.say('handoffs', 'zoom.in')).click();
  await planner.page.getByText(/Only .* is shown\./).waitFor();
  await keep();
  // What is done at the desk afterwards changes no page.
  await planner.button(planner.say('handoffs', 'zoom.all')).click();
  await planner.go('storyboard');
  await planner.button(planner.say('storyboard', 'run')).click();
  await settledTexts(planner.page);
  // It begins with the page that was added last.
  await press('Home');
  await settledTexts(planner.page);
  const seen: string[] = [];
  for (let page = 0; page < 3; page += 1) {
    seen.push(await axes(planner.page));
    await press('PageDown');
    await settledTexts(planner.page);
  }
  expect(seen.every((words) => words !== '')).toBe(true);
  expect(new Set(seen).size).toBe(3);
  await press('Home');
  await settledTexts(planner.page);
  expect(await axes(planner.page)).toBe(seen[0]);

  const [projected] = await Promise.all([planner.page.context().waitForEvent('page'), press('w')]);
  await projected.locator('[data-stage-sheet] h1').waitFor({ timeout: 30_000 });
  // Windows of other sizes have other words along their axes; which part it is they say alike.
  const part = async (page: Page): Promise<string | undefined> =>
    /^Only a part is shown: .* initiatives\./.exec(
      ((await page.locator('[data-stage-sheet] header p').textContent()) ?? '').replaceAll('\u00a0', ' '),
    )?.[0];
  const own = await part(planner.page);
  expect(own).toMatch(/ of \d+ initiatives\.$/);
  await expect.poll(() => part(projected), { timeout: 20_000 }).toBe(own);
  await press('PageDown');
  await expect.poll(() => part(projected), { timeout: 5000 }).toBeUndefined();
  await press('PageUp');
  await expect.poll(() => part(projected), { timeout: 5000 }).toBe(own);
  // The presenter reads how long the page took.
  await planner.page.getByText(planner.say('present', 'presenter.minutes', { used: 0 })).waitFor();
  await press('Escape');
  await expect.poll(() => projected.isClosed()).toBe(true);
});

test('a part of a name that was searched for is nowhere in the window while names are hidden', async () => {
  await planner.go('history');
  const part = 'Zyxw-part';
  await planner.page.getByRole('searchbox', { name: planner.say('backups', 'history.search') }).fill(part);
  await press('F5');
  const everything = (): Promise<string> =>
    planner.page.evaluate(
      `[document.documentElement.outerHTML, ...[...document.querySelectorAll('input, textarea')].map((each) => each.value)].join('\\n')`,
    );
  await planner.page.locator('[data-stage-plain]').waitFor();
  await expect.poll(everything).toContain(part);
  await press('n');
  await planner.page.getByText(planner.say('present', 'stage.namesHidden')).waitFor();
  await planner.page.locator('[data-stage-plain]').waitFor();
  expect(await everything()).not.toContain(part);
  await press('n');
  await expect.poll(everything).toContain(part);
  await press('Escape');
});

test('a page keeps which of its pictures the room sees, for a second window too', async () => {
  // A ranking by pairs has two: the pair that is asked about, and the order so far.
  const answer = await planner.ask('records.change', {
    label: { key: 'other', params: {} },
    changes: [
      {
        op: 'put',
        table: 'ranking',
        record: {
          ...{ id: 'pairs', position: 0, name: 'Pairs', of: 'initiative', method: 'pairs', decisionId: null },
          items: Object.keys(sampleRecords().initiative).slice(0, 4),
          ...{ pairs: [], dots: [], agreedBy: '', agreedOn: null, note: '' },
        },
      },
    ],
  });
  expect(answer).toMatchObject({ ok: true });
  await planner.go('rankings');
  const title = async (page: Page): Promise<string> =>
    ((await page.locator('[data-stage-sheet] h1').textContent()) ?? '').replaceAll('\u00a0', ' ');
  const pair = planner.say('rankings', 'pairs.question');
  await press('F5');
  await planner.page.locator('[data-stage-sheet] h1').waitFor();
  await expect.poll(() => title(planner.page)).toBe(pair);
  await keepOnDesk();
  await press('F5');
  await planner.page.locator('[data-stage-sheet] h1').waitFor();
  await press(']');
  await expect.poll(() => title(planner.page)).not.toBe(pair);
  const order = await title(planner.page);
  await keepOnDesk();
  await planner.go('storyboard');
  await planner.button(planner.say('storyboard', 'run')).click();
  await settledTexts(planner.page);
  await press('End');
  await expect.poll(() => title(planner.page)).toBe(order);
  const [projected] = await Promise.all([planner.page.context().waitForEvent('page'), press('w')]);
  await projected.locator('[data-stage-sheet] h1').waitFor({ timeout: 30_000 });
  await expect.poll(() => title(projected), { timeout: 20_000 }).toBe(order);
  await press('PageUp');
  for (const page of [planner.page, projected])
    await expect.poll(() => title(page), { timeout: 8000 }).toBe(pair);
  await press('PageDown');
  for (const page of [planner.page, projected])
    await expect.poll(() => title(page), { timeout: 8000 }).toBe(order);
  await press('Escape');
  await expect.poll(() => projected.isClosed()).toBe(true);
});

test('what initiatives lack stands whole before a room where there is no picture yet', async () => {
  const { page } = planner;
  await planner.run('command.newPortfolio');
  await page.getByRole('dialog').getByRole('textbox').first().fill('Bare');
  await press('Enter');
  await planner.expectInitiatives(0);
  const answer = await planner.ask('records.change', {
    label: { key: 'other', params: {} },
    changes: [{ op: 'put', table: 'initiative', record: newInitiative('one', 'Only one') }],
  });
  expect(answer).toMatchObject({ ok: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await planner.expectInitiatives(1);
  await planner.go('map');
  const last = { what: planner.say('flow', 'missing.effort') };
  const button = page.getByText(planner.say('flow', 'empty.missing.enter', last), { exact: true });
  await button.waitFor();
  await press('F5');
  const shown = page.locator('[data-stage-plain]');
  await shown.waitFor();
  const [box, edge] = [await button.boundingBox(), await shown.boundingBox()];
  expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThan((edge?.y ?? 0) + (edge?.height ?? 0));
});
