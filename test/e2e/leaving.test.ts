import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { chromium as launcher } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ExportFormat, exportFormats } from '../../shared/report/options.ts';
import { findChromium } from '../helpers/findChromium.ts';
import { hasPoppler, pdfPages } from '../helpers/poppler.ts';
import { freshMachine, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

const name = 'Debt Inquiry Enhancements';
const chinese = '付款组，“引号” and, commas';
let machine: Machine;
let running: Running;
let planner: Planner;

beforeAll(async () => {
  machine = await freshMachine();
  running = await machine.start();
  planner = new Planner(running.page);
  await planner.openSample();
  await planner.search(name);
  await planner.edit(name, 'owner', chinese);
});
afterEach(() => expect(machine.takeProblems()).toEqual([]));
afterAll(() => machine.dispose());

/** Exports these formats by the dialog and answers where the file was saved. */
async function exportAs(...formats: readonly ExportFormat[]): Promise<string> {
  await planner.button(planner.say('shell', 'bar.export')).click();
  const dialog = planner.page.getByRole('dialog', { name: planner.say('reports', 'dialog.title') });
  for (const format of exportFormats) {
    const card = dialog.getByRole('checkbox', {
      name: `${planner.say('reports', `dialog.${format}`)} ${planner.say('reports', `dialog.${format}Note`)}`,
    });
    await card.setChecked(formats.includes(format));
  }
  const go =
    formats.length > 1
      ? planner.say('reports', 'dialog.doMany', { number: formats.length })
      : planner.say('reports', 'dialog.do');
  // Every page of a report is also painted: that takes seconds, more of them where others use the machine.
  const path = await running.save(
    () => dialog.getByRole('button', { name: go, exact: true }).click(),
    60_000,
  );
  await dialog.waitFor({ state: 'detached' });
  return path;
}

test('the whole portfolio leaves as versioned JSON, Chinese intact', async () => {
  const path = await exportAs('json');
  expect(path).toMatch(/\.json$/);
  const text = await readFile(path, 'utf8');
  const read = JSON.parse(text) as Record<string, unknown>;
  expect(Object.keys(read)).toEqual(expect.arrayContaining(['format', 'version']));
  expect(text).toContain(name);
  expect(text).toContain(JSON.stringify(chinese).slice(1, -1));
});

test('CSV tables leave as Excel wants them: a byte order mark, and every name whole', async () => {
  const path = await exportAs('csv');
  expect(path).toMatch(/\.zip$/);
  const files = unzipSync(new Uint8Array(await readFile(path)));
  const table = Object.entries(files).find(([file]) => file.includes('Initiatives'));
  if (!table) throw new Error(`No table of initiatives among ${Object.keys(files).join(', ')}`);
  expect([...table[1].slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { data } = Papa.parse<Record<string, string>>(new TextDecoder().decode(table[1]), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(283);
  const owner = planner.say('exporting', 'column.owner');
  expect(data.find((row) => row[planner.say('exporting', 'column.name')] === name)?.[owner]).toBe(chinese);
});

test('slides, a web page, pictures and a workbook leave together, and the page opens without a network', async () => {
  const path = await exportAs('pptx', 'html', 'xlsx', 'png');
  const files = unzipSync(new Uint8Array(await readFile(path)));
  expect(Object.keys(files).map((file) => file.replace(/^.*\./, ''))).toEqual([
    'pptx',
    'html',
    'zip',
    'xlsx',
  ]);
  const chromium = findChromium();
  if (chromium === null) throw new Error('no browser to open the page with');
  const page = Object.entries(files).find(([file]) => file.endsWith('.html'))?.[1];
  const saved = join(dirname(path), 'report.html');
  await writeFile(saved, page ?? '');
  const browser = await launcher.launch({ executablePath: chromium, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ offline: true });
    const reader = await context.newPage();
    const requests: string[] = [];
    const problems: string[] = [];
    reader.on('request', (request) => requests.push(request.url()));
    reader.on('console', (message) => problems.push(message.text()));
    reader.on('pageerror', (error) => problems.push(error.message));
    await reader.goto(pathToFileURL(saved).href);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(saved).href]);
    const sections = await reader.locator('section').count();
    expect(sections).toBeGreaterThan(8);
    expect(await reader.locator('figure svg').count()).toBeGreaterThan(sections);
    const paper = () => reader.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await paper();
    await reader.getByRole('button', { name: planner.say('reports', 'html.theme') }).click();
    expect(await paper()).not.toBe(before);
    // The tables sort, and what is not known stays at the end.
    const table = reader.locator('section details table').last();
    await table.locator('xpath=ancestor::details').evaluate((details) => details.setAttribute('open', ''));
    await table.locator('thead button').first().click();
    const names = await table.locator('tbody tr td:first-child').allTextContents();
    expect(names).toEqual([...names].sort(new Intl.Collator('en', { numeric: true }).compare));
    // On paper a table that goes over several pages has its heads on each.
    if (hasPoppler) {
      const ways = planner.say('reports', 'findings.options');
      const headed = pdfPages(await reader.pdf({ preferCSSPageSize: true })).filter((text) =>
        text.includes(ways),
      );
      expect(headed.length).toBeGreaterThan(3);
    }
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('a snapshot brings everything back, in one step that can be undone', async () => {
  await planner.run('command.newSnapshot');
  const asked = planner.page.getByRole('dialog', { name: planner.say('snapshots', 'new.title') });
  await asked.getByLabel(planner.say('snapshots', 'new.name')).fill('规划前 Before planning');
  await asked.getByRole('button', { name: planner.say('snapshots', 'new.do') }).click();
  await asked.waitFor({ state: 'detached' });
  await planner.edit(name, 'owner', 'Changed after the snapshot');
  await planner.expectCell(name, 'owner', 'Changed after the snapshot');
  await planner.go('snapshots');
  await planner.page.getByRole('heading', { name: '规划前 Before planning' }).waitFor();
  await planner.button(planner.say('snapshots', 'restore')).click();
  const sure = planner.page.getByRole('alertdialog').or(planner.page.getByRole('dialog'));
  await sure.getByRole('button', { name: planner.say('snapshots', 'restore') }).click();
  await sure.waitFor({ state: 'detached' });
  await planner.go('initiatives');
  await planner.expectCell(name, 'owner', chinese);
  await planner.undo();
  await planner.expectCell(name, 'owner', 'Changed after the snapshot');
});

test('a copy of the file is a whole portfolio of its own', async () => {
  const path = await running.save(() => planner.run('command.copyPortfolio'));
  const head = (await readFile(path)).subarray(0, 15).toString('latin1');
  expect(head).toBe('SQLite format 3');
  const other = await freshMachine();
  try {
    const elsewhere = await other.start();
    const opened = new Planner(elsewhere.page);
    await elsewhere.choose(path, () =>
      opened.page.getByRole('button', { name: opened.say('shell', 'welcome.open') }).click(),
    );
    await opened.expectInitiatives(283);
    expect(other.takeProblems()).toEqual([]);
  } finally {
    await other.dispose();
  }
});

test('a scenario that is looked at leaves as it is looked at, and the plan without it', async () => {
  const owner = async (path: string): Promise<string | undefined> => {
    const files = unzipSync(new Uint8Array(await readFile(path)));
    const table = Object.entries(files).find(([file]) => file.includes('Initiatives'))?.[1];
    const { data } = Papa.parse<Record<string, string>>(new TextDecoder().decode(table), {
      header: true,
      skipEmptyLines: true,
    });
    const row = data.find((each) => each[planner.say('exporting', 'column.name')] === name);
    return row?.[planner.say('exporting', 'column.owner')];
  };
  await planner.go('initiatives');
  const before = await owner(await exportAs('csv'));
  await planner.run('command.newScenario');
  const bar = planner.page.getByRole('region', { name: planner.say('scenarios', 'bar.label') });
  await bar.waitFor();
  await planner.go('initiatives');
  await planner.edit(name, 'owner', 'Only in the scenario');
  await planner.expectCell(name, 'owner', 'Only in the scenario');
  const path = await exportAs('csv');
  expect(path).toContain(planner.say('scenarios', 'name.new'));
  expect(await owner(path)).toBe('Only in the scenario');
  await bar.getByRole('button', { name: planner.say('scenarios', 'bar.back'), exact: true }).click();
  await bar.waitFor({ state: 'detached' });
  expect(await owner(await exportAs('csv'))).toBe(before);
});
