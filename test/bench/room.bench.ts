import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { newStoryboardPage } from '../../shared/domain/roomDefaults.ts';
import { catalogue } from '../../shared/text/catalogue.ts';
import { launchChromium, serve } from '../e2e/browserDriver.ts';
import { findChromium } from '../helpers/findChromium.ts';
import { quantile, round } from './measure.ts';

const budgetMs = 100;
/** Nothing moves for so long once a move is over. */
const QUIET_MS = 900;
const words = catalogue.shell.en;

/** The pages that are turned: pictures of every weight, one of them at two quarters. */
const pages = [
  { area: 'map', state: {} },
  { area: 'coverage', state: { view: { coverageView: 'matrix' }, coverage: { quarter: null } } },
  { area: 'coverage', state: { view: { coverageView: 'matrix' }, coverage: { quarter: '2012-07-01' } } },
  { area: 'flow', state: { view: { flowMode: 'compare' } } },
  { area: 'wastes', state: {} },
  { area: 'timeline', state: {} },
] as const;

/** Notes when what the page shows has changed, and when that was painted; instants of the machine's clock, ms. */
const watchPage = `window.benchMoves = (() => {
  let painted = [];
  // The pages may be of two processes, whose finer clocks do not begin together.
  const clock = () => Date.now();
  new MutationObserver(() => {
    const changed = clock();
    requestAnimationFrame(() => setTimeout(() => painted.push([changed, clock()]), 0));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  return { clock, take: () => painted.splice(0) };
})()`;

/** Milliseconds from a key of the presenter until the other window had painted its first answer, and all of it. */
interface Move {
  readonly first: number;
  readonly whole: number;
}

async function move(presenter: Page, projected: Page, key: string): Promise<Move> {
  await projected.evaluate('void benchMoves.take()');
  const start = await presenter.evaluate<number>(
    `(() => { const at = benchMoves.clock(); document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(key)}, code: ${JSON.stringify(key.length === 1 ? `Key${key.toUpperCase()}` : key)}, bubbles: true, cancelable: true })); return at; })()`,
  );
  const painted: (readonly [number, number])[] = [];
  const deadline = Date.now() + 30_000;
  for (;;) {
    await presenter.waitForTimeout(QUIET_MS);
    const more = await projected.evaluate<[number, number][]>('benchMoves.take()');
    painted.push(...more);
    if (more.length === 0) break;
    if (Date.now() > deadline) throw new Error(`the projected window does not come to rest after ${key}`);
  }
  const [first, last] = [painted[0], painted.at(-1)];
  if (!first || !last) throw new Error(`the projected window did not answer ${key}`);
  return { first: first[1] - start, whole: last[1] - start };
}

/** A storyboard of these pages, written as the page of the presenter would. */
async function makeStoryboard(page: Page): Promise<void> {
  const id = crypto.randomUUID();
  const changes = [
    {
      op: 'put',
      table: 'storyboard',
      record: { id, position: 0, name: 'What the room sees', description: '' },
    },
    ...pages.map(({ area, state }, position) => ({
      op: 'put',
      table: 'storyboardPage',
      record: { ...newStoryboardPage(crypto.randomUUID(), id, position, area), state },
    })),
  ];
  const label = { key: 'storyboard.create', params: { name: 'What the room sees' } };
  const answer = await page.evaluate<{ readonly ok: boolean }>(
    `fetch('/rpc/records.change', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify({ label, changes }))} }).then((answer) => answer.json())`,
  );
  if (!answer.ok) throw new Error(`the storyboard was refused: ${JSON.stringify(answer)}`);
}

const summary = (values: readonly number[]) => ({
  median: round(quantile(values, 0.5)),
  p95: round(quantile(values, 0.95)),
  max: round(Math.max(...values)),
});

/**
 * A second window that follows the presenter's, in a real browser on the sample: from the key until it has painted its
 * first answer and until it has painted all of it, for turning pages (each for the first time, and again), a quarter,
 * pointing, the spotlight, and a flip with its undo, which go through the service.
 */
export async function runRoomBench(): Promise<Record<string, unknown>> {
  if (!findChromium()) return { skipped: 'no Chromium was found; CHROMIUM_PATH names one' };
  const home = mkdtempSync(join(tmpdir(), 'throughline-room-'));
  const browser = await launchChromium();
  const problems: string[] = [];
  const { address, child } = await serve({ home, locale: 'en-US', problem: (text) => problems.push(text) });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    const presenter = await context.newPage();
    await presenter.goto(address);
    await presenter.getByRole('button', { name: words['welcome.sample'], exact: true }).click();
    await presenter.getByRole('grid', { name: catalogue.initiatives.en.title }).waitFor({ timeout: 60_000 });
    await makeStoryboard(presenter);
    await presenter.keyboard.press('Alt+Shift+B');
    await presenter.getByRole('main', { name: words['view.storyboard'] }).waitFor();
    await presenter.keyboard.press('F5');
    await presenter.locator('[data-stage-sheet] h1').waitFor({ timeout: 60_000 });
    const [projected] = await Promise.all([context.waitForEvent('page'), presenter.keyboard.press('w')]);
    await projected.setViewportSize({ width: 1280, height: 720 });
    await projected.locator('[data-stage-sheet] h1').waitFor({ timeout: 60_000 });
    // As long as it takes to read the first page aloud; the figures of all rows come meanwhile.
    await presenter.waitForTimeout(8000);
    for (const page of [presenter, projected]) {
      page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
      await page.evaluate(watchPage);
    }
    const kinds: Record<string, Move[]> = {};
    const each = async (kind: string, key: string, times: number): Promise<void> => {
      for (let run = 0; run < times; run += 1) {
        kinds[kind] ??= [];
        kinds[kind].push(await move(presenter, projected, key));
      }
    };
    const turns = pages.length - 1;
    await each('nextFirst', 'ArrowRight', turns);
    await each('back', 'ArrowLeft', turns);
    await each('next', 'ArrowRight', turns);
    await each('back', 'ArrowLeft', turns);
    await each('focus', 'ArrowDown', 6);
    for (let turn = 0; turn < 3; turn += 1) {
      await each('flip', 'f', 1);
      await each('undo', 'u', 1);
    }
    await each('spotlight', 's', 4);
    await presenter.keyboard.press('Escape');
    const all = Object.values(kinds).flat();
    const wholes = all.map(({ whole }) => whole);
    return {
      moves: all.length,
      budgetMs,
      firstMs: summary(all.map(({ first }) => first)),
      wholeMs: summary(wholes),
      byKind: Object.fromEntries(
        Object.entries(kinds).map(([kind, moves]) => [kind, moves.map(({ whole }) => round(whole))]),
      ),
      over: wholes.filter((whole) => whole > budgetMs).length,
      ok: Math.max(...wholes) <= budgetMs,
      problems,
    };
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    rmSync(home, { recursive: true, force: true });
  }
}
