import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ViewId } from '../../renderer/state/viewStore.ts';
import { freshMachine, type Machine } from './driver.ts';
import { collisions } from './labelCollisions.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

/** The pictures whose words no other test looks at, as they are drawn in a real browser. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const;
const LOADED = { timeout: 60_000 };

let machine: Machine;
let running: Running;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  running = await machine.start();
  planner = new Planner(running.page);
  await planner.openSample();
}, 120_000);
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

const pick = (label: string, tab: string): Promise<void> =>
  planner.page.getByRole('radiogroup', { name: label }).getByText(tab, { exact: true }).click();

/** The pictures of the view at each size, with at least so many words in them. */
async function isLegible(words: number): Promise<void> {
  const { page } = planner;
  const texts = page.locator('main [role=application] > svg text');
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect.poll(() => texts.count(), LOADED).toBeGreaterThan(words);
    await expect.poll(() => collisions(page), { timeout: 15_000, message: `${size.width} px` }).toEqual([]);
  }
}

async function go(view: ViewId): Promise<void> {
  // The navigation is long: at the smallest size its end is reached by scrolling.
  await planner.page.setViewportSize(sizes[1]);
  await planner.go(view);
}

describe.each(['en', 'zh-CN'] as const)('in %s no words meet in', (language) => {
  beforeAll(() => planner.speak(language));

  test('the flow of an initiative', async () => {
    await go('flow');
    for (const as of ['as.compare', 'as.project', 'as.product'] as const) {
      await pick(planner.say('flow', 'as.label'), planner.say('flow', as));
      await isLegible(12);
    }
  }, 120_000);

  test('the portfolio map', async () => {
    await go('map');
    await pick(planner.say('map', 'tab.label'), planner.say('map', 'tab.map'));
    await isLegible(12);
  }, 120_000);

  test('the cadence strip', async () => {
    await go('map');
    await pick(planner.say('map', 'tab.label'), planner.say('map', 'tab.cadence'));
    await isLegible(20);
    // Come closer, with all of the time above.
    await planner.button(planner.say('handoffs', 'zoom.in')).click();
    await isLegible(20);
    await planner.button(planner.say('handoffs', 'zoom.all')).click();
  }, 120_000);

  test('the bill of the seven wastes', async () => {
    await go('wastes');
    await isLegible(12);
  }, 120_000);

  test('what matters most', async () => {
    await go('parameters');
    await pick(planner.say('parameters', 'tab.label'), planner.say('parameters', 'tab.sensitivity'));
    await isLegible(8);
  }, 120_000);

  test('the partners', async () => {
    await go('partners');
    for (const tab of ['tab.money', 'tab.contracts'] as const) {
      await pick(planner.say('partners', 'tab.label'), planner.say('partners', tab));
      await isLegible(30);
    }
  }, 120_000);

  test('the timeline, as it is exported', async () => {
    await go('timeline');
    const { page } = planner;
    for (const size of sizes) {
      await page.setViewportSize(size);
      await planner.button(planner.say('flow', 'chart.exportLabel')).click();
      const place = await running.save(() =>
        page.getByRole('menuitem', { name: planner.say('flow', 'chart.saveSvg') }).click(),
      );
      // The page has the font; a style of the picture's own would be refused here.
      const svg = readFileSync(place, 'utf8').replace(/<style>.*?<\/style>/s, '');
      await page.evaluate((text) => {
        const place = document.createElement('div');
        place.id = 'exported';
        place.append(
          document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true),
        );
        document.body.append(place);
      }, svg);
      expect(await page.locator('#exported > svg text').count()).toBeGreaterThan(30);
      const met = await collisions(page, '#exported > svg');
      await page.evaluate(() => document.getElementById('exported')?.remove());
      expect(met, `${size.width} px`).toEqual([]);
    }
  }, 120_000);

  test('the comparison of the plan without a partner, made by one key', async () => {
    const { page } = planner;
    await go('partners');
    await pick(planner.say('partners', 'tab.label'), planner.say('partners', 'tab.contracts'));
    const picture = page.getByRole('application');
    await picture.waitFor();
    await picture.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+Shift+W');
    await page.getByRole('main', { name: planner.say('shell', 'view.scenarios') }).waitFor();
    await page
      .getByRole('region', { name: planner.say('scenarios', 'bar.label') })
      .getByRole('button', { name: planner.say('partners', 'remove.scenario', { partner: '' }).trim() })
      .waitFor();
    // No contract of the sample's funded work has an amount: a flip in the same scenario moves figures.
    await go('initiatives');
    await planner.grid.getByRole('gridcell').nth(1).click();
    await page.keyboard.press('Alt+m');
    await go('scenarios');
    await isLegible(8);
    await page.keyboard.press('Alt+Shift+X');
  }, 180_000);
});
