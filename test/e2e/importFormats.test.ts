import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../helpers/projectRoot.ts';
import { xlsxFile } from '../unit/exchange/xlsxFile.ts';
import { complaints } from './axe.ts';
import { freshMachine, hostKind, type Machine } from './driver.ts';
import { Planner } from './planner.ts';
import type { Running } from './running.ts';

const fixture = (file: string): string => join(projectRoot, 'test', 'fixtures', 'lists', file);
const day = (n: number) => ({ n, s: 1 });
const workbook = xlsxFile([
  { name: 'Read me', rows: [['How to fill this in']] },
  {
    name: 'Projects',
    rows: [
      ['ID', 'Project name', 'Owner', 'Start date', 'Budget'],
      ['P-1', 'Claims online', 'Claims', day(45292), 100],
      ['P-2', '保单管理', null, day(45323), 200],
      ['P-3', 'Ledger', 'Finance', day(45352), { xml: '<c r="@" t="e"><v>#REF!</v></c>' }],
    ],
    merges: ['C2:C3'],
  },
  {
    name: 'Next year',
    rows: [
      ['ID', 'Project name'],
      ['P-9', 'Payroll'],
    ],
  },
]);

let machine: Machine;
let running: Running;
let planner: Planner;
beforeEach(async () => {
  machine = await freshMachine();
  running = await machine.start();
  planner = new Planner(running.page);
});
afterEach(async () => {
  const problems = machine.takeProblems();
  await machine.dispose();
  expect(problems).toEqual([]);
});

const choose = (path: string): Promise<void> =>
  running.choose(path, () =>
    planner.page.getByRole('button', { name: planner.say('shell', 'welcome.import') }).click(),
  );
const dialogOf = (file: string) =>
  planner.page.getByRole('dialog', { name: planner.say('importing', 'title', { file }) });
const reportOf = (file: string) =>
  planner.page.getByRole('dialog', { name: planner.say('importing', 'report.title', { file }) });

/** Imports what the preview shows, looks at the report, and takes it back. */
async function importAndUndo(file: string, created: number): Promise<void> {
  await dialogOf(file)
    .getByRole('button', { name: /^Import( [\d,]+ rows?)?$/ })
    .click();
  const report = reportOf(file);
  await report.waitFor({ timeout: 30_000 });
  expect(await planner.reported(report, 'created')).toBe(String(created));
  await report.getByRole('button', { name: planner.say('importing', 'report.done') }).click();
  await planner.expectInitiatives(created);
  await planner.undo();
  await planner.expectInitiatives(0);
}

test('a workbook: the best sheet is proposed, another can be chosen, a failed formula is marked in its cell', async () => {
  const path = join(machine.home, 'book.xlsx');
  writeFileSync(path, workbook);
  await choose(path);
  const dialog = dialogOf('book.xlsx');
  const said = dialog.getByText(planner.say('importSources', 'recognised.sheets_other', { count: 3 }));
  await said.waitFor();
  expect(await said.textContent()).toContain('Projects');
  await dialog.getByText(planner.say('importReasons', 'reason.formula_error')).first().waitFor();
  expect(await complaints(planner.page)).toEqual([]);
  await dialog
    .locator('label', { hasText: planner.say('importMapping', 'tab.reading') })
    .first()
    .click();
  const sheet = dialog.getByLabel(planner.say('importSources', 'sheet'));
  await sheet.selectOption('Next year');
  await dialog.getByRole('cell', { name: 'Payroll', exact: true }).waitFor();
  await sheet.selectOption('Projects');
  await dialog.getByRole('cell', { name: '保单管理', exact: true }).waitFor();
  expect(await complaints(planner.page)).toEqual([]);
  await importAndUndo('book.xlsx', 3);
});

test('a web page that its program calls a workbook comes in as its table', async () => {
  const path = join(machine.home, 'register.xls');
  const rows = [
    ['ID', 'Project name', 'Owner', 'Budget'],
    ['P-1', 'Claims online', 'Claims', '100'],
    ['P-2', '保单管理', 'Policy', '200'],
  ];
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  writeFileSync(path, `<html><head><meta charset="utf-8"></head><body><table>${cells}</table></body></html>`);
  await choose(path);
  await dialogOf('register.xls').getByRole('cell', { name: '保单管理', exact: true }).waitFor();
  await importAndUndo('register.xls', 2);
});

test('a workbook with a sheet for each list comes in whole', async () => {
  const path = join(machine.home, 'portfolio.xlsx');
  const cover = { name: 'Cover', rows: [['IT portfolio 2026'], ['Prepared by', 'PMO']] };
  const sheets = [
    {
      name: 'Initiatives',
      rows: [
        ['ID', 'Initiative', 'Budget', 'Capabilities', 'Outcomes', 'Vendors'],
        ['P-1', 'Payroll', 10, 'C-2', 'O-1', 'V-1'],
        ['P-2', 'Ledger', 20, 'C-1; C-2', 'O-1', 'Globex'],
      ],
    },
    {
      name: 'Capabilities',
      rows: [
        ['ID', 'L1', 'L2', 'Importance'],
        ['C-1', 'Finance', '', 'High'],
        ['C-2', 'Finance', 'Billing', 'Low'],
      ],
    },
    {
      name: 'Outcomes',
      rows: [
        ['ID', 'Outcome', 'Metric', 'Baseline', 'Target'],
        ['O-1', 'Faster close', 'Days', 10, 5],
      ],
    },
    {
      name: 'Vendors',
      rows: [
        ['ID', 'Vendor', 'Relationship'],
        ['V-1', 'Acme', 'Integrator'],
        ['V-2', 'Globex', 'Supplier'],
      ],
    },
  ];
  writeFileSync(path, xlsxFile([cover, ...sheets]));
  await choose(path);
  const dialog = dialogOf('portfolio.xlsx');
  await dialog
    .locator('label', { hasText: planner.say('importMapping', 'tab.files') })
    .first()
    .click();
  for (const name of ['Capabilities', 'Outcomes', 'Vendors'])
    await dialog.locator('strong', { hasText: name }).waitFor();
  expect(await complaints(planner.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import 7 rows' }).click();
  const report = reportOf('portfolio.xlsx');
  await report.waitFor();
  for (const row of [/^Capabilities capabilities/, /^Outcomes outcomes/, /^Vendors partners/])
    await report.getByRole('row', { name: row }).waitFor();
  await report.getByRole('button', { name: planner.say('importing', 'report.done') }).click();
  await planner.expectInitiatives(2);
  await planner.undo();
  await planner.expectInitiatives(0);
});

test('a project plan: said as such, with what it holds', async () => {
  await choose(fixture('claims-renewal.xml'));
  const dialog = dialogOf('claims-renewal.xml');
  await dialog.getByText(planner.say('importSources', 'isProject')).waitFor();
  await dialog.getByText('3 phases', { exact: true }).waitFor();
  expect(await complaints(planner.page)).toEqual([]);
  await importAndUndo('claims-renewal.xml', 1);
});

test('issues from Jira: epics come in, nobody is named', async () => {
  await choose(fixture('jira-epics.csv'));
  const dialog = dialogOf('jira-epics.csv');
  await dialog.getByText(planner.say('importSources', 'recognised.jira')).waitFor();
  expect(await dialog.getByText('Ann Lee').count()).toBe(0);
  await importAndUndo('jira-epics.csv', 2);
});

describe('rows that are pasted', () => {
  const rows = 'ID\tName\tBudget\nA-1\tPayroll\t10\nA-2\tLedger\t20\n';
  const paste = (target: string): Promise<unknown> =>
    planner.page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(rows)});
      ${target}.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }`);

  test('on an empty place of the welcome screen', async () => {
    await planner.page.getByRole('button', { name: planner.say('shell', 'welcome.import') }).waitFor();
    await paste('document.body');
    await importAndUndo(planner.say('importSources', 'pasted'), 2);
  });

  test('into the dialog of the command', async () => {
    await planner.openSample();
    await planner.run('command.paste');
    const dialog = planner.page.getByRole('dialog', { name: planner.say('importSources', 'paste.title') });
    const field = dialog.getByLabel(planner.say('importSources', 'paste.field'));
    await field.waitFor();
    expect(await complaints(planner.page)).toEqual([]);
    await paste('document.activeElement');
    expect(await field.inputValue()).toBe(rows);
    await dialog.getByRole('button', { name: planner.say('importSources', 'paste.go') }).click();
    await dialogOf(planner.say('importSources', 'pasted'))
      .getByRole('cell', { name: 'Payroll', exact: true })
      .waitFor();
  });
});

// A page cannot make a file with a path, which is what the desktop's window takes.
describe.skipIf(hostKind() === 'electron')('files that are dropped', () => {
  const drop = (files: readonly { readonly name: string; readonly text: string }[]): Promise<unknown> =>
    planner.page.evaluate(`{
      const data = new DataTransfer();
      for (const { name, text } of ${JSON.stringify(files)}) data.items.add(new File([text], name));
      for (const kind of ['dragenter', 'dragover', 'drop'])
        window.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }`);

  test('several of one portfolio come in together', async () => {
    await planner.page.getByRole('button', { name: planner.say('shell', 'welcome.import') }).waitFor();
    await drop([
      {
        name: 'activities.csv',
        text: 'project,activity id,activity name,planned start,planned end\nP-1,1,Design,2026-01-01,2026-02-01\nP-1,2,Build,2026-02-02,2026-05-01\n',
      },
      { name: 'list.csv', text: 'ID,Name,Budget\nP-1,Payroll,10\nP-2,Ledger,20\n' },
    ]);
    const dialog = planner.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Import 4 rows' }).click();
    const report = reportOf('list.csv');
    await report.waitFor();
    expect(await planner.reported(report, 'created')).toBe('2');
    await report.getByRole('button', { name: planner.say('importing', 'report.done') }).click();
    await planner.expectInitiatives(2);
    await planner.undo();
    await planner.expectInitiatives(0);
  });

  test('capabilities beside the initiatives that name them come in together, and go with one undo', async () => {
    await planner.page.getByRole('button', { name: planner.say('shell', 'welcome.import') }).waitFor();
    await drop([
      { name: 'capabilities.csv', text: 'Capability,Parent,Importance\nFinance,,High\nBilling,Finance,\n' },
      {
        name: 'initiatives.csv',
        text: 'ID,Initiative,Budget,Capability\nP-1,Payroll,10,Billing\nP-2,Ledger,20,Treasury\n',
      },
    ]);
    const dialog = planner.page.getByRole('dialog');
    await dialog
      .locator('label', { hasText: planner.say('importMapping', 'tab.files') })
      .first()
      .click();
    await dialog.getByText(planner.say('importMapping', 'files.main')).waitFor();
    expect(await dialog.getByRole('combobox', { name: 'Its rows are' }).inputValue()).toBe('capabilities');
    await dialog.getByText('2 new', { exact: true }).waitFor();
    expect(await complaints(planner.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Import 4 rows' }).click();
    const report = reportOf('initiatives.csv');
    await report.waitFor();
    await report.getByRole('row', { name: /^capabilities\.csv capabilities/ }).waitFor();
    expect(await complaints(planner.page)).toEqual([]);
    await report.getByRole('button', { name: planner.say('importing', 'report.done') }).click();
    await planner.expectInitiatives(2);
    await planner.undo();
    await planner.expectInitiatives(0);
  });
});
