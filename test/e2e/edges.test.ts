import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ViewId } from '../../renderer/state/viewStore.ts';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';

/** Where one part of the page ends and the next begins, with the largest letters and the least room. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const;
/** A title has at least so many of its view's letters beside it before the choices go below it. */
const LEAST_TITLE = 40;
/** Pixels that the ticks take at the left of a table. */
const TICKS = 36;

let machine: Machine;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  planner = new Planner((await machine.start()).page);
  await planner.openSample();
  await planner.wear('projector');
}, 120_000);
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

async function go(view: ViewId): Promise<void> {
  await planner.page.setViewportSize(sizes[1]);
  await planner.go(view);
}

describe.each(['en', 'zh-CN'] as const)('in %s, as large as for a projector,', (language) => {
  beforeAll(() => planner.speak(language));

  test.each(['partners', 'carry', 'coverage', 'handoffs', 'map'] as const)(
    'the choices of %s leave its title a line worth reading',
    async (view) => {
      await go(view);
      const { page } = planner;
      await page.locator('main [role=application]').first().waitFor({ timeout: 60_000 });
      for (const size of sizes) {
        await page.setViewportSize(size);
        const [title, room, letter] = await page
          .getByRole('main')
          .getByRole('heading', { level: 1 })
          .evaluate((heading) => {
            const head = heading.closest('header');
            return [
              (heading.parentElement?.getBoundingClientRect().width ?? 0) + 1,
              head?.getBoundingClientRect().width ?? 0,
              Number.parseFloat(getComputedStyle(heading.parentElement ?? heading).fontSize),
            ] as const;
          });
        expect(title, `${size.width} px`).toBeGreaterThanOrEqual(Math.min(room, LEAST_TITLE * letter));
      }
    },
    90_000,
  );

  test.each(['initiatives', 'capabilities'] as const)(
    'the edge of the table of %s cuts no column',
    async (view) => {
      await go(view);
      const { page } = planner;
      const table = page.getByRole('main').locator('[role=grid], [role=treegrid]').first();
      await table.waitFor();
      for (const size of sizes) {
        await page.setViewportSize(size);
        const cut = (): Promise<readonly (string | null)[]> =>
          table.evaluate((grid) => {
            const edge = grid.getBoundingClientRect().left + grid.clientLeft + grid.clientWidth;
            return Array.from(grid.querySelectorAll('[role=columnheader]')).flatMap((header) => {
              const { left, right } = header.getBoundingClientRect();
              return left < edge - 1 && right > edge + 1 ? [header.textContent] : [];
            });
          });
        await expect.poll(cut, { message: `${size.width} px` }).toEqual([]);
        // At the far end the last column is whole, too.
        await table.evaluate((grid) => grid.scrollTo({ left: grid.scrollWidth }));
        const over = await table.evaluate((grid) => {
          const last = Array.from(grid.querySelectorAll('[role=columnheader]')).at(-1);
          const edge = grid.getBoundingClientRect().left + grid.clientLeft + grid.clientWidth;
          return (last?.getBoundingClientRect().right ?? 0) - edge;
        });
        expect(over, `${size.width} px`).toBeLessThanOrEqual(1);
        // And the names stay in view, in every line as in the header.
        const names = (): Promise<readonly number[]> =>
          table.evaluate((grid) => {
            const edge = grid.getBoundingClientRect().left + grid.clientLeft;
            const cells = Array.from(grid.querySelectorAll('[data-first]'));
            return [...new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().left - edge)))];
          });
        if (view === 'initiatives')
          await expect.poll(names, { message: `${size.width} px` }).toEqual([TICKS]);
        await table.evaluate((grid) => grid.scrollTo({ left: 0 }));
      }
    },
  );

  test.each(['initiatives', 'timeline', 'capabilities', 'coverage', 'partners'] as const)(
    'the way to close the inspector of %s stands clear of its words, and it says what to look at first',
    async (view) => {
      await go(view);
      const pane = planner.page.getByRole('complementary', { name: planner.say('shell', 'inspector.label') });
      await pane
        .getByRole('heading', { name: planner.say('inspector', 'first.title') })
        .waitFor({ timeout: 60_000 });
      const close = await pane
        .getByRole('button', { name: planner.say('shell', 'inspector.close') })
        .boundingBox();
      const words = await pane.locator('p, h2, small, li span').evaluateAll((all) =>
        all.map((each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
      expect(words.length).toBeGreaterThan(2);
      for (const box of words) {
        const meets =
          close !== null &&
          box.left < close.x + close.width &&
          close.x < box.right &&
          box.top < close.y + close.height &&
          close.y < box.bottom;
        expect(meets).toBe(false);
      }
    },
    90_000,
  );
});
