import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { inspectPortfolio } from '../../electron/core/portfolioFiles.ts';
import { streamFor } from '../../shared/model/rng.ts';
import { freshMachine, hostKind, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

// Somebody who presses anything, everywhere: after each round the page must still answer, Escape must lead out of
// whatever is open, and in the end the file must be in order. The same seed presses the same keys.

const SEED = 20_260_731;
const ROUNDS = 14;
const PRESSES = 40;

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
/** What is pressed most: it opens, moves, writes, takes back. Pasting has journeys of its own. */
const usual = [
  ...[
    'Enter',
    'Enter',
    'Escape',
    'Tab',
    'Tab',
    'Shift+Tab',
    'Space',
    'Delete',
    'Backspace',
    'F2',
    'F6',
    'F1',
  ],
  ...['ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['Shift+ArrowDown', 'Shift+ArrowRight', 'Alt+ArrowUp', 'Alt+ArrowDown', 'ContextMenu', 'F5', '?', '/'],
  ...['ControlOrMeta+z', 'ControlOrMeta+y', 'ControlOrMeta+a', 'ControlOrMeta+d', 'ControlOrMeta+k'],
  ...['ControlOrMeta+Alt+l', 'ControlOrMeta+Alt+t', '+', '-', '[', ']'],
];
const keys: readonly string[] = [
  ...usual,
  ...usual,
  ...letters.flatMap((letter) => [letter, `Alt+${letter}`, `Shift+${letter}`]),
];

let machine: Machine;
let running: Running;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  running = await machine.start();
  planner = new Planner(running.page);
  followCalls(planner);
  await planner.openSample();
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

/** Presses on something that can be pressed now, as `share` of all of it says; a list of a native select stays closed. */
const clickOn = (share: number): Promise<void> =>
  planner.page.evaluate((part) => {
    const layers = document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]');
    const top = [...layers].filter((each) => each.checkVisibility()).at(-1) ?? document;
    const all = [
      ...top.querySelectorAll<HTMLElement>('button, [role=tab], [role^=menuitem], [role=gridcell]'),
    ];
    const seen = all.filter((each) => each.checkVisibility() && !each.matches(':disabled'));
    seen[Math.floor(part * seen.length)]?.click();
  }, share);

/** Calls of the page that the service has not answered yet. */
const calls = new Set<Request>();
function followCalls({ page }: Planner): void {
  const done = (request: Request): void => void calls.delete(request);
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/rpc/')) calls.add(request);
  });
  page.on('requestfinished', done);
  page.on('requestfailed', done);
}

/** Waits until what the last press began is over, so that the next one meets the same page on every machine. */
async function idle(): Promise<void> {
  const frames = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';
  const asked = async (): Promise<number> => {
    await planner.page.evaluate(frames);
    return calls.size;
  };
  await expect.poll(asked, { timeout: 20_000, interval: 20 }).toBe(0);
}

const openLayers = (): Promise<readonly string[]> =>
  planner.page
    .locator('[role=dialog], [role=alertdialog], [role=menu], [data-stage]')
    .evaluateAll((all) =>
      all.map((each) => `${each.getAttribute('aria-label')}: ${each.textContent?.slice(0, 60)}`),
    );

test.skipIf(hostKind() === 'electron')(
  'whatever is pressed, the page answers and Escape leads out',
  async () => {
    const { page } = planner;
    // Files are asked for by the way; nobody chooses one.
    page.on('filechooser', () => undefined);
    page.context().on('page', (opened) => void opened.close());
    const stream = streamFor(SEED, 'keys');
    const next = (): number => stream.nextUniform();
    const pressed: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let press = 0; press < PRESSES; press += 1) {
        const share = next();
        if (next() < 0.2) {
          pressed.push(`click ${share.toFixed(4)}`);
          await clickOn(share);
        } else {
          const key = keys[Math.floor(share * keys.length)] ?? 'Escape';
          pressed.push(key);
          await page.keyboard.press(key);
        }
        await idle();
      }
      const lately = pressed.slice(-PRESSES).join(' ');
      const leave = async (): Promise<readonly string[]> => {
        await page.keyboard.press('Escape');
        return openLayers();
      };
      await expect.poll(leave, { timeout: 20_000, interval: 250, message: `after ${lately}` }).toEqual([]);
      const heading = page.getByRole('heading', { level: 1 });
      await expect.poll(() => heading.count(), { timeout: 10_000, message: lately }).toBeGreaterThan(0);
      // Where everything was closed, it goes on with the sample.
      if ((await page.getByRole('navigation').count()) === 0) {
        planner.language = (await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'zh-CN';
        // In the view that was looked at last.
        await planner.button(planner.say('shell', 'welcome.sample')).click();
        await page.getByRole('navigation').waitFor();
      }
    }
  },
  240_000,
);

test.skipIf(hostKind() === 'electron')('every file that was written is in order', async () => {
  await running.quit();
  const folder = join(machine.home, 'Portfolios');
  const files = readdirSync(folder).filter((name) => name.endsWith('.throughline'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect((await inspectPortfolio(join(folder, file))).problems, file).toEqual([]);
});
