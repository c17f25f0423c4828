import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { wholeCoverageSteps } from '../../renderer/analysis/jobs.ts';
import { mapItems } from '../../renderer/analysis/mapItems.ts';
import { matrixData } from '../../renderer/analysis/matrixData.ts';
import { showMatrix } from '../../renderer/charts/matrix/matrixData.ts';
import { headlineOf } from '../../shared/analysis/headline.ts';
import { runSteps } from '../../shared/steps.ts';
import { catalogue } from '../../shared/text/catalogue.ts';
import { launchChromium, serve } from '../e2e/browserDriver.ts';
import { findChromium } from '../helpers/findChromium.ts';
import { projectRoot } from '../helpers/projectRoot.ts';
import { syntheticRecords } from '../helpers/syntheticRecords.ts';
import { drawWithECharts, mainThreadMs, type YardstickDrawing } from './echartsYardstick.ts';
import { quantile, round } from './measure.ts';

const SIZE = { initiatives: 10_000, capabilities: 400, seed: 7 } as const;
const RUNS = 5;
/** Rows and columns that the matrix shows at 1440 px. */
const SHOWN = { rows: 40, columns: 24 } as const;
const budgets = {
  firstMs: { sample: 150, big: 500 },
  updateMs: 50,
  flipMs: 200,
  frameP95Ms: 33,
  timelineFrameMs: 50,
} as const;

const { shell, flow, map, coverage, carry } = {
  shell: catalogue.shell.en,
  flow: catalogue.flow.en,
  map: catalogue.map.en,
  coverage: catalogue.coverage.en,
  carry: catalogue.carry.en,
};

/** The pictures: the view they are in, and the tab of it. */
const pictures = [
  { id: 'map', view: shell['view.map'], tab: map['tab.map'] },
  { id: 'cadenceStrip', view: shell['view.map'], tab: map['tab.cadence'] },
  { id: 'flow', view: shell['view.flow'], tab: null },
  { id: 'stringline', view: shell['view.handoffs'], tab: null },
  { id: 'bill', view: shell['view.wastes'], tab: null },
  { id: 'matrix', view: shell['view.coverage'], tab: coverage['tab.matrix'] },
  { id: 'capabilityMap', view: shell['view.coverage'], tab: coverage['tab.map'] },
  { id: 'carry', view: shell['view.carry'], tab: carry['tab.carry'] },
  { id: 'load', view: shell['view.carry'], tab: carry['tab.load'] },
  { id: 'timeline', view: shell['view.timeline'], tab: null },
] as const;
type PictureId = (typeof pictures)[number]['id'];

/** What the page is told to measure; strings, because it runs there. */
const inPage = `window.bench = (() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const stage = () => document.querySelector('main [role="application"]');
  const isDrawn = (at) =>
    at.querySelectorAll('svg path, svg rect, svg circle, svg text').length > 10 ||
    [...at.querySelectorAll('canvas')].some((canvas) => canvas.width > 0);
  const until = async (wanted, start, most) => {
    while (!wanted()) {
      await frame();
      if (performance.now() - start > most) return false;
    }
    return true;
  };
  const tabOf = (tab) =>
    [...document.querySelectorAll('main [role="radiogroup"] label, main [role="tab"], main [role="radio"]')].find(
      (each) => each.textContent.trim().startsWith(tab),
    );
  const isOn = (each) =>
    each.matches('[aria-selected="true"], [aria-checked="true"], [data-selected="true"]') ||
    each.querySelector('input')?.checked === true;
  const go = (view) =>
    [...document.querySelectorAll('nav button')]
      .find((each) => each.querySelector('span')?.textContent === view)
      .click();
  /** From the click until the picture is painted; without a tab of that name the view's only picture is meant. */
  const open = async (view, tab) => {
    const start = performance.now();
    go(view);
    const here = () => document.querySelector('main')?.getAttribute('aria-label') === view;
    // A view comes back at the tab that was looked at last, which may have no picture.
    const there = () => here() && ((stage() !== null && isDrawn(stage())) || (tab !== null && tabOf(tab) && !isOn(tabOf(tab))));
    if (!(await until(there, start, 20_000))) return null;
    let from = start;
    const choice = tab === null ? undefined : tabOf(tab);
    if (choice && !isOn(choice)) {
      await painted();
      const before = stage();
      from = performance.now();
      (choice.querySelector('input') ?? choice).click();
      const changed = () => stage() !== null && isDrawn(stage()) && (stage() !== before || isOn(tabOf(tab)));
      if (!(await until(changed, from, 20_000))) return null;
    }
    await painted();
    return performance.now() - from;
  };
  /** From an arrow key until the card of the next mark is painted; null where no mark lies that way. */
  const step = async (key) => {
    const at = stage();
    if (at === null) return null;
    at.focus();
    const said = () => at.querySelector('output')?.textContent ?? '';
    const before = said();
    const start = performance.now();
    const event = { key, code: key, bubbles: true, cancelable: true };
    at.dispatchEvent(new KeyboardEvent('keydown', event));
    if (!(await until(() => said() !== before, start, 800))) return null;
    await painted();
    return performance.now() - start;
  };
  /** From the key until the other mode is drawn, and until its simulated range stands beside it. */
  const flip = async (range) => {
    const texts = () =>
      [...document.querySelectorAll('main p, main dd, main span, main text')]
        .map((each) => each.textContent)
        .filter((text) => text.startsWith(range));
    const picture = () => stage()?.getAttribute('aria-label') ?? '';
    const [before, ranges] = [picture(), texts().join()];
    const start = performance.now();
    const event = { key: 'm', code: 'KeyM', altKey: true, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', event));
    if (!(await until(() => picture() !== before, start, 5000))) return null;
    const drawn = performance.now() - start;
    if (!(await until(() => texts().length > 0 && texts().join() !== ranges, start, 5000))) return null;
    await painted();
    return { drawn, simulated: performance.now() - start };
  };
  let frames = null;
  const watchFrames = () => {
    frames = [];
    let last = performance.now();
    const note = (now) => {
      if (frames === null) return;
      frames.push(now - last);
      last = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  };
  const takeFrames = () => {
    const taken = frames.slice(1);
    frames = null;
    return taken;
  };
  return { go, open, step, flip, watchFrames, takeFrames };
})()`;

interface Drawing {
  /** Null = nothing was drawn within 20 s: the portfolio has nothing for this picture. */
  readonly ms: number | null;
  readonly threadMs: number;
}

async function openPicture(page: Page, session: CDPSession, id: PictureId): Promise<Drawing> {
  const { view, tab } = pictures.find((each) => each.id === id)!;
  const before = await mainThreadMs(session);
  const ms = await page.evaluate<number | null>(
    `bench.open(${JSON.stringify(view)}, ${JSON.stringify(tab)})`,
  );
  return { ms: ms === null ? null : round(ms), threadMs: round((await mainThreadMs(session)) - before) };
}

/** Goes to the table, so that a picture is drawn anew when it is opened. */
async function leave(page: Page): Promise<void> {
  const table = shell['view.initiatives'];
  await page.evaluate(`bench.go(${JSON.stringify(table)})`);
  await page.getByRole('main', { name: table }).waitFor();
  await page.waitForTimeout(100);
}

/** Zooms with the wheel at a fixed place, then pans, as a hand does; the time between frames meanwhile. */
async function zoomAndPan(page: Page, pan: 'drag' | 'wheel'): Promise<Record<string, number>> {
  const box = await page.locator('main [role="application"]').first().boundingBox();
  if (!box) throw new Error('no picture to zoom');
  const [x, y] = [box.x + box.width * 0.55, box.y + Math.min(box.height * 0.5, 260)];
  const clip = { x: box.x, y: box.y, width: box.width, height: Math.min(box.height, 500) };
  const before = await page.screenshot({ clip });
  await page.mouse.move(x, y);
  await page.evaluate('bench.watchFrames()');
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 50; turn += 1) {
    await page.mouse.wheel(0, turn < 25 ? -60 : 40);
    await page.waitForTimeout(16);
  }
  await page.keyboard.up('Control');
  if (pan === 'drag') {
    await page.mouse.down();
    for (let move = 0; move < 50; move += 1) await page.mouse.move(x + 3 * move, y + move, { steps: 1 });
    await page.mouse.up();
  } else {
    for (let turn = 0; turn < 50; turn += 1) {
      await page.mouse.wheel(turn < 25 ? 50 : -50, 0);
      await page.waitForTimeout(16);
    }
  }
  const frames = await page.evaluate<number[]>('bench.takeFrames()');
  await page.waitForTimeout(300);
  // Frames of a picture that stands still would be fast, and say nothing.
  if ((await page.screenshot({ clip })).equals(before)) throw new Error('the picture did not move');
  return {
    frames: frames.length,
    p95Ms: round(quantile(frames, 0.95)),
    longestMs: round(Math.max(...frames)),
  };
}

interface Measured {
  readonly first: Record<string, Drawing>;
  readonly again: Record<string, Drawing>;
  /** The picture alone, drawn when its tab is chosen: layout, words, marks and keyboard walk, without the view around it. */
  readonly alone: Record<string, Drawing>;
  readonly stepMs: Record<string, number | null>;
  readonly flipMs: { readonly drawn: number; readonly simulated: number } | null;
  readonly frames: Record<string, Record<string, number>>;
}

/** Selects the first initiative of the table, which the flow then shows. */
async function chooseFirst(page: Page): Promise<void> {
  await (await tableRow(page, 1)).getByRole('gridcell').nth(1).click();
}

/** A row of the table, counted with its header, as soon as it is there. */
async function tableRow(page: Page, row: number): Promise<Locator> {
  const grid = page.getByRole('grid', { name: catalogue.initiatives.en.title });
  const found = grid.getByRole('row').nth(row);
  await found.waitFor({ timeout: 60_000 });
  return found;
}

/** The matrix opened the moment the table is there, before anything is worked out. */
interface Straight {
  /** From the click until a first picture is painted: what is budgeted, and that the rest is being worked out; ms. */
  readonly firstMs: number;
  /** From the click until need, supply, gaps and quarters are there. */
  readonly needMs: number;
  /** From the click until overlaps and similar texts are there too. */
  readonly wholeMs: number;
}

async function measureStraight(page: Page): Promise<Straight> {
  await page.reload({ waitUntil: 'commit' });
  const grid = page.getByRole('grid', { name: catalogue.initiatives.en.title });
  await grid.getByRole('row').nth(3).waitFor({ timeout: 60_000 });
  await page.evaluate(inPage);
  const { view, tab } = pictures.find(({ id }) => id === 'matrix')!;
  const start = Date.now();
  const firstMs = await page.evaluate<number | null>(
    `bench.open(${JSON.stringify(view)}, ${JSON.stringify(tab)})`,
  );
  const without = async (words: string): Promise<number> => {
    await page.waitForFunction(
      (text) => !document.querySelector('main')?.textContent?.includes(text),
      words,
      { timeout: 60_000 },
    );
    return Date.now() - start;
  };
  const needMs = await without(coverage['glance.line']);
  const wholeMs = await without(coverage['comparing.line']);
  await leave(page);
  return { firstMs: round(firstMs ?? Number.NaN), needMs, wholeMs };
}

async function measure(page: Page): Promise<Measured> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(inPage);
  const first: Record<string, Drawing> = {};
  const again: Record<string, Drawing> = {};
  const stepMs: Record<string, number | null> = {};
  const frames: Record<string, Record<string, number>> = {};
  // Of the sample it is the very first thing that is opened, in the instant the table is there.
  // Figures of all rows come from a worker; a map of half of them is not the map.
  first.map = await openPicture(page, session, 'map');
  const computing = map['subtitle.computing_other'].split('{{')[0]!;
  await page.waitForFunction(
    (text) => !document.querySelector('main')?.textContent?.includes(text),
    computing,
    { timeout: 300_000 },
  );
  await leave(page);
  await chooseFirst(page);
  for (const { id } of pictures) first[id] ??= await openPicture(page, session, id);
  await leave(page);
  const alone: Record<string, Drawing> = {};
  for (const [other, id] of [
    ['cadenceStrip', 'map'],
    ['capabilityMap', 'matrix'],
  ] as const) {
    const drawings: Drawing[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await openPicture(page, session, other);
      await page.waitForTimeout(300);
      drawings.push(await openPicture(page, session, id));
    }
    alone[id] = {
      ms: round(
        quantile(
          drawings.map(({ ms }) => ms ?? Number.NaN),
          0.5,
        ),
      ),
      threadMs: round(
        quantile(
          drawings.map(({ threadMs }) => threadMs),
          0.5,
        ),
      ),
    };
  }
  await leave(page);
  let flipMs: Measured['flipMs'] = null;
  for (const { id } of pictures) {
    await leave(page);
    again[id] = await openPicture(page, session, id);
    await page.waitForTimeout(200);
    const steps: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const ms =
        (await page.evaluate<number | null>("bench.step('ArrowDown')")) ??
        (await page.evaluate<number | null>("bench.step('ArrowRight')"));
      if (ms !== null) steps.push(ms);
      await page.waitForTimeout(60);
    }
    stepMs[id] = steps.length === 0 ? null : round(quantile(steps, 0.5));
    if (again[id].ms === null) continue;
    if (id === 'map') frames.map = await zoomAndPan(page, 'drag');
    if (id === 'timeline') frames.timeline = await zoomAndPan(page, 'wheel');
    if (id === 'flow') flipMs = await measureFlips(page);
  }
  await session.detach();
  return { first, again, alone, stepMs, flipMs, frames };
}

/** Flips the initiative that the flow shows in the one way it is run: beside each other both ways stay as they are. */
async function measureFlips(page: Page): Promise<Measured['flipMs']> {
  const product = flow['subtitle.product'].split('.')[0]!;
  const runsAsProduct = await page.getByRole('main').getByText(product).first().isVisible();
  await page.getByText(flow[runsAsProduct ? 'as.product' : 'as.project'], { exact: true }).click();
  await page.waitForTimeout(500);
  const flips: { readonly drawn: number; readonly simulated: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const flip = await page.evaluate<(typeof flips)[number] | null>("bench.flip('P10–P90')");
    if (flip) flips.push(flip);
    await page.waitForTimeout(400);
  }
  if (flips.length === 0) return null;
  return {
    drawn: round(
      quantile(
        flips.map(({ drawn }) => drawn),
        0.5,
      ),
    ),
    simulated: round(
      quantile(
        flips.map(({ simulated }) => simulated),
        0.5,
      ),
    ),
  };
}

async function yardstick(browser: Browser) {
  const records = syntheticRecords(SIZE);
  const items = mapItems(
    Object.values(records.initiative).map(({ id, name, mode }) => ({
      id,
      name,
      mode,
      headline: headlineOf(records, id),
    })),
  );
  const coverage = runSteps(wholeCoverageSteps(records));
  const shown = showMatrix(matrixData(records, coverage), SHOWN.rows, SHOWN.columns);
  const times = await drawWithECharts(browser, items, shown, RUNS);
  return {
    marks: items.length,
    matrixMarks: {
      rows: shown.rows.length,
      columns: shown.columns.length,
      cells: shown.cells.length,
      others: shown.others.size,
    },
    ...times,
  };
}

async function open(browser: Browser, home: string, big: boolean): Promise<{ page: Page; stop: () => void }> {
  const problems: string[] = [];
  const { address, child } = await serve({ home, locale: 'en-US', problem: (text) => problems.push(text) });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  if (big) await page.getByRole('button', { name: /big/ }).first().click();
  else await page.getByRole('button', { name: shell['welcome.sample'], exact: true }).click();
  await tableRow(page, 3);
  return { page, stop: () => void child.kill('SIGTERM') };
}

/**
 * Every picture in a real browser, for the sample and for 10,000 initiatives: its first and its second drawing, from the
 * click on its view until it is painted; the answer to a key; the flip with its simulation; frames while zooming and
 * panning. `threadMs` is processor time of the page's main thread. ECharts draws the same map and matrix beside it.
 */
export async function runPicturesBench(): Promise<Record<string, unknown>> {
  if (!findChromium()) return { skipped: 'no Chromium was found; CHROMIUM_PATH names one' };
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pictures-'));
  const browser = await launchChromium();
  const results: Record<string, Measured> = {};
  let straight: Straight | null = null;
  try {
    for (const name of ['sample', 'big'] as const) {
      const home = join(folder, name);
      mkdirSync(join(home, 'Portfolios'), { recursive: true });
      if (name === 'big') {
        const made = join(folder, 'big.throughline');
        const size = Object.entries(SIZE).flatMap(([key, value]) => [`--${key}`, String(value)]);
        const cli = join(projectRoot, 'electron', 'cli', 'throughline.mjs');
        execFileSync(process.execPath, [cli, 'sample', ...size, '--out', made], { stdio: 'pipe' });
        copyFileSync(made, join(home, 'Portfolios', 'big.throughline'));
      }
      const { page, stop } = await open(browser, home, name === 'big');
      try {
        if (name === 'big') straight = await measureStraight(page);
        results[name] = await measure(page);
      } finally {
        await page.close();
        stop();
      }
    }
    const { sample, big } = results as { sample: Measured; big: Measured };
    const echarts = await yardstick(browser);
    return report(sample, big, echarts, straight);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(
  sample: Measured,
  big: Measured,
  echarts: Awaited<ReturnType<typeof yardstick>>,
  straight: Straight | null,
) {
  const missed = (measured: Measured, size: keyof typeof budgets.firstMs): readonly string[] => [
    ...Object.entries(measured.first)
      .filter(([, { ms }]) => ms !== null && ms > budgets.firstMs[size])
      .map(([id, { ms }]) => `${size}: first drawing of ${id} ${ms} ms`),
    ...Object.entries(measured.stepMs)
      .filter(([, ms]) => ms !== null && ms > budgets.updateMs)
      .map(([id, ms]) => `${size}: a key in ${id} ${ms} ms`),
    ...(measured.flipMs && measured.flipMs.simulated > budgets.flipMs
      ? [`${size}: flip ${measured.flipMs.simulated} ms`]
      : []),
    ...Object.entries(measured.frames)
      .filter(([, { p95Ms }]) => p95Ms! > budgets.frameP95Ms)
      .map(([id, { p95Ms }]) => `${size}: frames of ${id} ${p95Ms} ms at the 95th percentile`),
    ...((measured.frames.timeline?.longestMs ?? 0) > budgets.timelineFrameMs
      ? [`${size}: a frame of the timeline ${measured.frames.timeline?.longestMs} ms`]
      : []),
  ];
  const middle = (list: readonly YardstickDrawing[], of: keyof YardstickDrawing): number =>
    round(
      quantile(
        list.map((drawing) => drawing[of]),
        0.5,
      ),
    );
  const against = (id: 'map' | 'matrix', theirs: readonly YardstickDrawing[]) => {
    const [ours, view] = [big.alone[id], big.again[id]];
    return {
      echarts: { ms: middle(theirs, 'ms'), threadMs: middle(theirs, 'threadMs'), runs: theirs.length },
      ours,
      view,
      // The same marks from data that is at hand; ours places every label, and makes the keyboard walk and spoken words.
      ratio: ours?.ms ? round(ours.ms / middle(theirs, 'ms')) : null,
      threadRatio: ours ? round(ours.threadMs / middle(theirs, 'threadMs')) : null,
    };
  };
  return {
    size: SIZE,
    budgets,
    sample,
    big,
    marks: echarts.marks,
    matrixMarks: echarts.matrixMarks,
    map: against('map', echarts.scatter),
    matrix: against('matrix', echarts.matrix),
    straightAfterOpening: straight,
    notDrawn: Object.entries({ sample, big }).flatMap(([size, { first }]) =>
      Object.entries(first).flatMap(([id, { ms }]) => (ms === null ? [`${size}: ${id}`] : [])),
    ),
    missed: [
      ...missed(sample, 'sample'),
      ...missed(big, 'big'),
      ...(straight && straight.firstMs > budgets.firstMs.big
        ? [`big: first drawing of matrix, straight after opening, ${straight.firstMs} ms`]
        : []),
    ],
  };
}
