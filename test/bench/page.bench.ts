import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { catalogue } from '../../shared/text/catalogue.ts';
import { findChromium } from '../helpers/findChromium.ts';
import { projectRoot } from '../helpers/projectRoot.ts';
import { median, round } from './measure.ts';

const INITIATIVES = 10_000;
const CAPABILITIES = 400;
const budgets = { interactiveMs: 1500, blockMs: 50, onScreenMs: 50, memoryMb: 400 } as const;
const words = catalogue.initiatives.en;

/** Notes the length of every task on the main thread that takes more than 50 ms, which is what Chromium calls long. */
const watchTasks = `(() => {
  window.benchTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.benchTasks.push(duration);
  }).observe({ type: 'longtask' });
})()`;

/** The longest task while something is done; 0 when none took more than 50 ms. */
async function blocksDuring(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate('void (window.benchTasks.length = 0)');
  await act();
  await page.waitForTimeout(300);
  return page.evaluate('Math.max(0, ...window.benchTasks)');
}

/** Scrolls through the table in steps, as a wheel does. */
async function scroll(page: Page): Promise<void> {
  await page.getByRole('grid', { name: words.title }).hover();
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, step < 40 ? 900 : 30_000);
    await page.waitForTimeout(16);
  }
}

/** Types a search letter by letter, then takes it back. */
async function filter(page: Page): Promise<void> {
  const field = page.getByRole('searchbox', { name: words.search });
  await field.click();
  await field.pressSequentially('platform', { delay: 60 });
  await page.waitForTimeout(300);
  for (let letter = 0; letter < 8; letter += 1) {
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(60);
  }
}

async function sort(page: Page): Promise<void> {
  for (const column of [words['column.budget'], words['column.startDate'], words['column.name']]) {
    await page.getByRole('columnheader').getByRole('button', { name: column, exact: true }).click();
    await page.waitForTimeout(250);
  }
}

/** Edits cells one after the other: milliseconds from the key that keeps a text until it is on the screen. */
async function edits(
  page: Page,
): Promise<{ readonly edit: readonly number[]; readonly undo: readonly number[] }> {
  const grid = page.getByRole('grid', { name: words.title });
  // A text that nobody computes, wherever its column stands.
  const headers = await grid.getByRole('columnheader').allTextContents();
  const column = headers.findIndex((text) => text.trim().startsWith(words['column.owner']));
  if (column < 0) throw new Error(`no column ${words['column.owner']} in ${headers.join(', ')}`);
  await grid.getByRole('row').nth(4).getByRole('gridcell').nth(column).click();
  // Presses a key in the page and looks at the cell of that line in every frame, until it shows what it should.
  const measure = `async (line, key, wanted) => {
    const shown = () => document.querySelector('[data-key="' + line + '"] [data-column="${column}"]')?.textContent;
    const start = performance.now();
    const event = { key, bubbles: true, cancelable: true, ctrlKey: key === 'z', code: key === 'z' ? 'KeyZ' : '' };
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', event));
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (shown() === wanted) return performance.now() - start;
      if (performance.now() - start > 5000) throw new Error('shows ' + shown() + ', never ' + wanted);
    }
  }`;
  const [edit, undo]: [number[], number[]] = [[], []];
  for (let run = 0; run < 15; run += 1) {
    const line = await page.evaluate<string>("document.activeElement.closest('[data-key]').dataset.key");
    const before = await page.evaluate<string>('document.activeElement.textContent');
    const text = `Owner ${run}`;
    await page.keyboard.type(text);
    const of = (key: string, wanted: string): Promise<number> =>
      page.evaluate(`(${measure})(${JSON.stringify(line)}, '${key}', ${JSON.stringify(wanted)})`);
    edit.push(await of('Enter', text));
    await page.waitForTimeout(120);
    undo.push(await of('z', before));
    await page.waitForTimeout(120);
  }
  return { edit: edit.sort((a, b) => a - b), undo: undo.sort((a, b) => a - b) };
}

/** Marks a whole column, as a spreadsheet does, and goes through the marked cells. */
async function mark(page: Page): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.waitForTimeout(150);
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('Shift+PageUp');
  await page.keyboard.press('Escape');
}

const megabyte = 1024 * 1024;

/** What script holds in the page after a collection, in megabytes. */
async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / megabyte;
}

/** What the largest renderer process takes in private memory: the page, its workers and what it draws; Linux only. */
async function rendererMb(browser: Browser): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = renderers.map(({ id }) => {
    const lines = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8').split('\n');
    const privates = lines.filter((line) => line.startsWith('Private_'));
    return privates.reduce((sum, line) => sum + Number(/(\d+) kB/.exec(line)?.[1] ?? 0), 0) * 1024;
  });
  return Math.max(...sizes) / megabyte;
}

function serve(home: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'electron', 'start.mjs'), '--browser', '--no-open'],
    { env: { ...process.env, THROUGHLINE_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}`)));
    child.stdout.on('data', (part: Buffer) => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(part.toString())?.[0];
      if (address) resolve({ address, stop });
    });
  });
}

/** Milliseconds from the navigation's start until a row can be read and a cell takes the keyboard. */
async function openToInteractive(page: Page, go: () => Promise<unknown>): Promise<number> {
  await go();
  const grid = page.getByRole('grid', { name: words.title });
  await grid.getByRole('row').nth(5).waitFor({ timeout: 60_000 });
  await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  return page.evaluate('performance.now()');
}

/**
 * Opens a portfolio of 10,000 initiatives and 400 capabilities in a real browser: time to an interactive table, the
 * longest task on the page's main thread while scrolling, filtering, sorting, marking and editing (0: none above 50 ms),
 * how long an edited cell and its undo take to the screen, and the page's memory.
 */
export async function runPageBench(): Promise<Record<string, unknown>> {
  const executablePath = findChromium();
  if (!executablePath) return { skipped: 'no Chromium was found; CHROMIUM_PATH names one' };
  const home = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const made = join(home, 'big.throughline');
    const size = [
      '--initiatives',
      String(INITIATIVES),
      '--capabilities',
      String(CAPABILITIES),
      '--seed',
      '7',
    ];
    const cli = join(projectRoot, 'electron', 'cli', 'throughline.mjs');
    execFileSync(process.execPath, [cli, 'sample', ...size, '--out', made], { stdio: 'pipe' });
    mkdirSync(join(home, 'Portfolios'), { recursive: true });
    copyFileSync(made, join(home, 'Portfolios', 'big.throughline'));
    const { address, stop } = await serve(home);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    try {
      await page.goto(address);
      await page.getByRole('button', { name: /big/ }).first().click();
      await page.getByRole('grid', { name: words.title }).waitFor({ timeout: 60_000 });
      const times: number[] = [];
      for (let run = 0; run < 5; run += 1)
        times.push(await openToInteractive(page, () => page.reload({ waitUntil: 'commit' })));
      times.sort((a, b) => a - b);
      // The figures of all rows come from a worker; what it sends is part of what may block.
      await page.waitForTimeout(3000);
      await page.evaluate(watchTasks);
      const scrollMs = await blocksDuring(page, () => scroll(page));
      const filterMs = await blocksDuring(page, () => filter(page));
      const sortMs = await blocksDuring(page, () => sort(page));
      const markMs = await blocksDuring(page, () => mark(page));
      let screen: Awaited<ReturnType<typeof edits>> = { edit: [], undo: [] };
      const editMs = await blocksDuring(page, async () => {
        screen = await edits(page);
      });
      const heap = await heapMb(session);
      const renderer = await rendererMb(browser);
      return report({ times, scrollMs, filterMs, sortMs, markMs, editMs, ...screen, heap, renderer });
    } finally {
      await stop();
    }
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function report(found: {
  times: readonly number[];
  scrollMs: number;
  filterMs: number;
  sortMs: number;
  markMs: number;
  editMs: number;
  edit: readonly number[];
  undo: readonly number[];
  heap: number;
  renderer: number | null;
}): Record<string, unknown> {
  const interactiveMs = median(found.times);
  const longest = Math.max(found.scrollMs, found.filterMs, found.sortMs, found.markMs, found.editMs);
  const worst = (list: readonly number[]): number => list.at(-1) ?? Number.NaN;
  return {
    initiatives: INITIATIVES,
    capabilities: CAPABILITIES,
    interactiveMs: round(interactiveMs),
    interactiveRuns: found.times.map((ms) => round(ms)),
    longestTaskMs: {
      scroll: round(found.scrollMs),
      filter: round(found.filterMs),
      sort: round(found.sortMs),
      mark: round(found.markMs),
      edit: round(found.editMs),
    },
    onScreenMs: {
      edit: { median: round(median(found.edit)), worst: round(worst(found.edit)) },
      undo: { median: round(median(found.undo)), worst: round(worst(found.undo)) },
    },
    heapMb: round(found.heap),
    rendererMb: found.renderer === null ? null : round(found.renderer),
    budgets,
    ok: {
      interactive: interactiveMs < budgets.interactiveMs,
      block: longest < budgets.blockMs,
      onScreen: median(found.edit) < budgets.onScreenMs && median(found.undo) < budgets.onScreenMs,
      memory: Math.max(found.heap, found.renderer ?? 0) < budgets.memoryMb,
    },
  };
}
