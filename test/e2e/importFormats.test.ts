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
});
