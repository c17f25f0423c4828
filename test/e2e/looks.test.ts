import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { viewIds } from '../../renderer/state/viewStore.ts';
import { complaints } from './axe.ts';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';

const shownThemes = ['light', 'dark', 'projector'] as const;

/** A small window at 100 %, and a large one at 150 and 200 %. */
const narrow = [
  { width: 1024, height: 768 },
  { width: 800, height: 560 },
  { width: 640, height: 400 },
] as const;
const desks = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const;

let machine: Machine;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  planner = new Planner((await machine.start()).page);
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

test('the first screen is accessible in both languages', async () => {
  await planner.page.getByRole('heading', { level: 1 }).waitFor();
  for (const language of ['en', 'zh-CN'] as const) {
    await planner.speak(language);
    await planner.page.getByRole('heading', { name: planner.say('shell', 'welcome.title') }).waitFor();
    expect(await complaints(planner.page)).toEqual([]);
  }
  await planner.speak('en');
  await planner.openSample();
});

test('a narrow window shows the inspector over the view only for what is selected, and says so', async () => {
  const { page } = planner;
  const inspector = page.getByRole('complementary', { name: planner.say('shell', 'inspector.label') });
  await inspector.waitFor();
  await page.setViewportSize(narrow[1]);
  await inspector.waitFor({ state: 'detached' });
  await page.keyboard.press('Alt+i');
  await planner.message(planner.say('shell', 'cannot.inspectorNeedsRoom')).waitFor();
  await planner.row('Debt Inquiry Enhancements').getByRole('gridcell').nth(1).click();
  await inspector.waitFor();
  await page.keyboard.press('Alt+i');
  await inspector.waitFor({ state: 'detached' });
  await page.keyboard.press('Alt+i');
  await inspector.waitFor();
  await page.setViewportSize(desks[1]);
});

test('the language changes at once by the keyboard, and lasts', async () => {
  await planner.speak('zh-CN');
  await planner.page.getByRole('main', { name: '举措' }).waitFor();
  await planner.page.reload();
  await planner.page.getByRole('main', { name: '举措' }).waitFor();
  await planner.speak('en');
  await planner.page.getByRole('main', { name: 'Initiatives' }).waitFor();
});

test('what is chosen is told apart where the colours of the person replace ours', async () => {
  const { page } = planner;
  await page.emulateMedia({ forcedColors: 'active' });
  await planner.go('map');
  const views = page.getByRole('navigation').first().getByRole('button');
  const choices = page.getByRole('radiogroup').first().locator('label');
  await choices.first().waitFor();
  for (const all of [views, choices]) {
    const grounds = await all.evaluateAll((each) =>
      each.map((one) => [
        one.matches('[aria-current], [data-selected]'),
        getComputedStyle(one as Element).backgroundColor,
      ]),
    );
    const of = (chosen: boolean) =>
      new Set(grounds.filter(([is]) => is === chosen).map(([, ground]) => ground));
    expect(of(true).size).toBe(1);
    expect([...of(false)]).not.toContain([...of(true)][0]);
  }
  await page.emulateMedia({ forcedColors: null });
  await planner.go('initiatives');
});

test('only panes scroll, never the page with its bars', async () => {
  // A chosen initiative fills the inspector, whose hidden labels once lay far below the window.
  await planner.row('VTrckS - Release 2').getByRole('gridcell').nth(1).click();
  const inspector = planner.page.getByRole('complementary', {
    name: planner.say('shell', 'inspector.label'),
  });
  await inspector.getByText(planner.say('inspector', 'section.money')).waitFor();
  // In a low window what a view begins with is taller than its room, and so are the timeline's fields.
  for (const size of [desks[1], { width: 1280, height: 560 }]) {
    await planner.page.setViewportSize(size);
    for (const view of viewIds) {
      await planner.go(view);
      await planner.page.getByRole('heading', { level: 1 }).first().waitFor();
      const beyond = await planner.page.evaluate(
        '[document.body.scrollWidth - innerWidth, document.body.scrollHeight - innerHeight]',
      );
      expect(beyond, `${view}, ${size.height} px`).toEqual([0, 0]);
    }
  }
  await planner.page.setViewportSize(desks[1]);
});

test('in a narrow window what stands beside something wraps below it, and the portfolio keeps its name', async () => {
  const { page } = planner;
  const found: string[] = [];
  for (const size of narrow.slice(1)) {
    await page.setViewportSize(size);
    for (const view of [
      'parameters',
      'outcomes',
      'directory',
      'decisions',
      'snapshots',
      'history',
    ] as const) {
      await planner.go(view);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      const on: string[] = await page.evaluate(`(() => {
        const main = document.querySelector('main');
        const boxes = [...main.querySelectorAll('section, aside')].map((each) => [each, each.getBoundingClientRect()]);
        const edge = main.getBoundingClientRect().right + 0.5;
        return boxes.flatMap(([each, box]) => [
          ...(box.right > edge ? ['beyond the edge: ' + each.textContent] : []),
          ...boxes
            .filter(([other, its]) => other !== each && !other.contains(each) && !each.contains(other) &&
              Math.min(box.right, its.right) - Math.max(box.left, its.left) > 1 &&
              Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > 1)
            .map(([other]) => each.textContent + ' over ' + other.textContent),
        ]);
      })()`);
      found.push(...on.map((line) => `${size.width} px, ${view}: ${line.slice(0, 60)}`));
    }
  }
  expect(found).toEqual([]);
  for (const width of [800, 960]) {
    await page.setViewportSize({ width, height: 560 });
    const name = page.locator('header').getByText('HHS 2012', { exact: true });
    expect(await name.evaluate((each) => each.scrollWidth - each.clientWidth), `${width} px`).toBe(0);
  }
  await page.setViewportSize(desks[1]);
});

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  describe.each(shownThemes)('and %s', (theme) => {
    beforeAll(async () => {
      await planner.speak(language);
      await planner.wear(theme);
    });

    test('the bars lose nothing in a narrow window', async () => {
      await planner.page.setViewportSize(desks[1]);
      await planner.go('initiatives');
      for (const size of narrow) {
        await planner.page.setViewportSize(size);
        const lost = await planner.page.evaluate(`({
          scrolls: [document.body.scrollWidth - innerWidth, document.body.scrollHeight - innerHeight],
          outside: [...document.querySelectorAll('header button, footer *')]
            .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
            .map((each) => each.textContent),
        })`);
        expect(lost, `${size.width} px`).toEqual({ scrolls: [0, 0], outside: [] });
      }
      await planner.page.setViewportSize(desks[1]);
    });

    test('no picture is cut off at its right on a small desk, whatever the type', async () => {
      await planner.page.setViewportSize(desks[0]);
      const cut: string[] = [];
      for (const view of [
        'timeline',
        'flow',
        'handoffs',
        'wastes',
        'map',
        'coverage',
        'carry',
        'partners',
      ] as const) {
        await planner.go(view);
        await planner.page.locator('main figure :is(svg, canvas)').first().waitFor();
        cut.push(
          ...(await planner.page.evaluate<
            string[]
          >(`[...document.querySelectorAll('main figure, main figure *')]
            .filter((each) => ['auto', 'scroll'].includes(getComputedStyle(each).overflowX))
            .filter((each) => each.scrollWidth > each.clientWidth + 1)
            .map((each) => '${view}: ' + each.scrollWidth + ' in ' + each.clientWidth + ' px')`)),
        );
      }
      await planner.page.setViewportSize(desks[1]);
      expect(cut).toEqual([]);
    });

    test('the timeline has room for its lines where its legend is long', async () => {
      await planner.page.setViewportSize(desks[0]);
      await planner.go('timeline');
      const lines = planner.page.getByRole('main').locator('canvas').first();
      await lines.waitFor();
      expect((await lines.boundingBox())?.height).toBeGreaterThan(240);
      await planner.page.setViewportSize(desks[1]);
    });

    test('all views stand in the navigation, and where they cannot, a shadow says so', async () => {
      const { page } = planner;
      const nav = page.getByRole('navigation', { name: planner.say('shell', 'nav.label') });
      const hidden = (): Promise<number> => nav.evaluate((each) => each.scrollHeight - each.clientHeight);
      for (const size of desks) {
        await page.setViewportSize(size);
        await expect.poll(hidden, { message: `${size.width} px` }).toBe(0);
      }
      await page.setViewportSize({ width: 1280, height: 560 });
      expect(await hidden()).toBeGreaterThan(0);
      // At the left edge there is no word: only the ground of the list.
      const box = await nav.boundingBox();
      if (!box) throw new Error('no navigation');
      const edge = (): Promise<Buffer> =>
        page.screenshot({ clip: { x: box.x, y: box.y + box.height - 12, width: 5, height: 12 } });
      await nav.evaluate((each) => each.scrollTo(0, 0));
      const behind = await edge();
      await nav.evaluate((each) => each.scrollTo(0, each.scrollHeight));
      expect((await edge()).equals(behind)).toBe(false);
      await nav.evaluate((each) => each.scrollTo(0, 0));
      await page.setViewportSize(desks[1]);
    });

    test('the inspector can be used at its narrowest', async () => {
      const { page } = planner;
      await planner.go('initiatives');
      await planner.row('Debt Inquiry Enhancements').getByRole('gridcell').nth(1).click();
      const edge = page.getByRole('separator', { name: planner.say('shell', 'inspector.resize') });
      await edge.focus();
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
      const found = await complaints(page);
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
      expect(found).toEqual([]);
    });

    test.each(viewIds)('the view %s is accessible', async (view) => {
      await planner.go(view);
      await planner.page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await complaints(planner.page)).toEqual([]);
    });

    test.each([
      'command.palette',
      'command.settings',
      'command.keys',
      'command.export',
      'command.newSnapshot',
      'command.newPortfolio',
    ] as const)('what %s opens is accessible', async (command) => {
      if (command === 'command.palette') await planner.page.keyboard.press('ControlOrMeta+k');
      else await planner.run(command);
      const dialog = planner.page.getByRole('dialog');
      await dialog.first().waitFor();
      const found = await complaints(planner.page);
      // Closed before it is judged: what follows must not stumble over it.
      await planner.page.keyboard.press('Escape');
      await dialog.first().waitFor({ state: 'detached' });
      expect(found).toEqual([]);
    });
  });
});
