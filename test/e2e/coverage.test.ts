import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshMachine, type Machine } from './driver.ts';
import { collisions } from './labelCollisions.ts';
import { Planner } from './planner.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const;

let machine: Machine;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  planner = new Planner((await machine.start()).page);
  await planner.openSample();
  await planner.go('coverage');
  await slider().waitFor({ timeout: 60_000 });
}, 120_000);
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

const slider = () => planner.page.getByRole('slider', { name: planner.say('coverage', 'quarter.label') });
const open = (view: 'map' | 'matrix') =>
  planner.page
    .getByRole('radiogroup', { name: planner.say('coverage', 'tab.label') })
    .getByText(planner.say('coverage', `tab.${view}`), { exact: true })
    .click();

/** The strip of quarters above is looked at too. */
const meeting = (): Promise<readonly string[]> =>
  collisions(planner.page, 'main [role=application] > svg, main [role=slider] > svg');

test.each(['en', 'zh-CN'] as const)(
  'no words of map, matrix and strip meet, at any size, in %s',
  async (language) => {
    const { page } = planner;
    await planner.speak(language);
    await slider().waitFor();
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const view of ['map', 'matrix'] as const) {
        await open(view);
        await slider().focus();
        await page.keyboard.press('End');
        await expect.poll(meeting).toEqual([]);
        await page.getByRole('button', { name: planner.say('coverage', 'quarter.allTime') }).click();
        await expect.poll(meeting).toEqual([]);
      }
    }
  },
);

test('a quarter is chosen by the mouse, said in the title, and a branch opened and left', async () => {
  const { page } = planner;
  await planner.speak('en');
  await slider().waitFor();
  await page.setViewportSize(sizes[1]);
  await open('map');
  const box = await slider().boundingBox();
  if (!box) throw new Error('the slider is not on the page');
  await page.mouse.move(box.x + 4, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + 20, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('heading', { level: 1, name: /gaps? in Q4 FY2016|opens? in Q4 FY2016/ }).waitFor();
  const map = page.getByRole('application');
  await map.locator('svg text', { hasText: 'Services for Citizens' }).click({ force: true });
  await page.getByRole('navigation', { name: 'Branch' }).getByText('Services for Citizens').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: 'Branch' }).waitFor({ state: 'detached' });
});
