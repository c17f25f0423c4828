import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';

const name = 'Debt Inquiry Enhancements';
let machine: Machine;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  planner = new Planner((await machine.start()).page);
  await planner.openSample();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

test('Flow shows one initiative both ways, with the four figures and a picture with words', async () => {
  await planner.search(name);
  await (await planner.cell(name, 'owner')).click();
  await planner.go('flow');
  const { page } = planner;
  for (const figure of ['head.firstValue', 'head.waste', 'head.before'] as const)
    await page.getByRole('heading', { name: planner.say('flow', figure) }).waitFor();
  await page.getByText(planner.say('flow', 'subtitle.project', { months: 60 }).slice(0, 30)).waitFor();
  expect(await page.getByRole('main').locator('svg[role], [role="img"], figure').count()).toBeGreaterThan(0);
});

test('the picture follows when the mode is flipped, and undo brings the same figures back', async () => {
  const figures = () =>
    planner.page
      .getByRole('main')
      .getByText(/^P10–P90/)
      .allTextContents();
  await planner.page
    .getByText(/^P10–P90/)
    .first()
    .waitFor({ timeout: 30_000 });
  const before = await figures();
  expect(before.length).toBeGreaterThan(0);
  await planner.run('command.flipMode');
  await planner.page
    .getByText(planner.say('flow', 'subtitle.product', { months: 60 }).slice(0, 35))
    .waitFor();
  await planner.undo();
  await planner.page
    .getByText(planner.say('flow', 'subtitle.project', { months: 60 }).slice(0, 35))
    .waitFor();
  await expect.poll(figures, { timeout: 30_000 }).toEqual(before);
});

test('Coverage shows the matrix, and the findings with their evidence', async () => {
  await planner.go('coverage');
  const { page } = planner;
  await page.getByRole('heading', { level: 1, name: /overlap/ }).waitFor({ timeout: 30_000 });
  await page
    .getByRole('radiogroup', { name: planner.say('coverage', 'tab.label') })
    .getByText(planner.say('coverage', 'tab.findings'))
    .click();
  await expect.poll(() => page.getByRole('main').getByRole('row').count()).toBeGreaterThan(10);
});

test('Wastes shows the bill with its ranges, and opens a line to its initiatives', async () => {
  await planner.go('wastes');
  const { page } = planner;
  await page
    .getByRole('heading', { level: 1, name: /of the effort goes into the seven wastes/ })
    .waitFor({ timeout: 30_000 });
  await page.getByText(/^Low–high: P10–P90/).waitFor({ timeout: 60_000 });
  const behind = planner.say('wastes', 'behind.title', {
    name: planner.say('common', 'waste.extra_features'),
  });
  await page.getByRole('heading', { name: behind }).waitFor();
});

test('Map ranks what to convert first and names it without names on names; the strip has a row each', async () => {
  await planner.go('map');
  const { page } = planner;
  await page
    .getByRole('heading', { level: 1, name: /^Converting \d+ projects would/ })
    .waitFor({ timeout: 30_000 });
  const drawing = page.getByRole('application').locator('svg').first();
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1440, height: 900 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size);
    await expect
      .poll(() =>
        drawing.locator('text').evaluateAll((texts) => {
          const boxes = texts.map((text) => text.getBoundingClientRect());
          return boxes.flatMap((a, i) =>
            boxes
              .slice(i + 1)
              // Glyph boxes hold room above and below the letters: two px of it may be shared.
              .filter(
                (b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom,
              )
              .map((b) => `${texts[i]?.textContent} / ${texts[boxes.indexOf(b)]?.textContent}`),
          );
        }),
      )
      .toEqual([]);
  }
  await page
    .getByRole('radiogroup', { name: planner.say('map', 'tab.label') })
    .getByText(planner.say('map', 'tab.cadence'))
    .click();
  await page.getByRole('application', { name: /A row each for \d+ initiatives/ }).waitFor();
});
