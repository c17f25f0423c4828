import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshMachine, type Machine } from './driver.ts';
import { collisions } from './labelCollisions.ts';
import { Planner } from './planner.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

let machine: Machine;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  planner = new Planner((await machine.start()).page);
  await planner.openSample();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

/** Words of the picture that lie on each other or leave it. */
const overlaps = (): Promise<readonly string[]> =>
  collisions(planner.page, 'main [role=application] > svg', { x: 1, y: 3 });

/** The picture at each size, with at least so many words in it. */
async function isLegible(words: number): Promise<void> {
  const { page } = planner;
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect.poll(overlaps).toEqual([]);
    expect(await page.getByRole('application').locator('svg text').count()).toBeGreaterThan(words);
  }
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  beforeAll(() => planner.speak(language));

  test('the handoffs of the dozen that wait most stand on one time axis, no words on words', async () => {
    await planner.go('handoffs');
    const { page } = planner;
    await page
      .getByRole('heading', {
        level: 1,
        name: language === 'en' ? /^\d+% of the time in these 12/ : /^这 12 项举措/,
      })
      .waitFor({ timeout: 30_000 });
    await isLegible(40);
  });

  test('one initiative alone names each handoff beside its mark', async () => {
    const { page } = planner;
    await page.getByLabel(planner.say('handoffs', 'show.label')).selectOption('one');
    await page.getByRole('heading', { name: planner.say('handoffs', 'list.waits') }).waitFor();
    await isLegible(6);
    await page.getByLabel(planner.say('handoffs', 'show.label')).selectOption('waiting');
  });

  test('who carries what says that no team is known, and what is left alone', async () => {
    await planner.go('carry');
    const { page } = planner;
    await page
      .getByRole('heading', {
        level: 1,
        name: language === 'en' ? /^Who carries \d+ capabilities of \d+ is not known/ : /不知由谁承担/,
      })
      .waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: planner.say('carry', 'enter.teams') }).waitFor();
    await isLegible(60);
  });
});
