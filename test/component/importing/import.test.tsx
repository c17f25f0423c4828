import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import Papa from 'papaparse';
import { afterEach, describe, expect, it } from 'vitest';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { ask } from '../../../renderer/state/service.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { portfolioTables } from '../../../shared/exchange/writing/csvTables.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const list = [
  'Project name,Department,Start date,Budget (USD m),Notes',
  'Claims portal,Claims,2026-01-05,1.2,keep me',
  ',Claims,2026-01-05,3,no name here',
  'Broker desk,Sales,2026-30-09,,bad date',
  'Total,,,1.2,',
].join('\n');

async function importing(text = list) {
  page = await openPage();
  page.service.willPick({ name: 'plan.csv', text });
  await page.user.keyboard('{Control>}i{/Control}');
  return screen.findByRole('dialog');
}
const initiatives = () => Object.values(usePortfolio.getState().records?.initiative ?? {});

describe('importing a list', () => {
  it('shows how it is understood, imports, reports row by row, and takes it back whole', async () => {
    const dialog = within(await importing());
    expect(await dialog.findByRole('combobox', { name: 'Column for Name' })).toHaveDisplayValue(
      'Project name',
    );
    expect(dialog.getByRole('combobox', { name: /Money unit of/ })).toHaveDisplayValue('millions');
    expect(dialog.getByText('This is not a calendar date.')).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.user.click(dialog.getByRole('button', { name: /^Import 2 rows/ }));
    const report = within(await screen.findByRole('dialog', { name: 'What came in from plan.csv' }));
    expect(report.getByText('The row has no name.')).toBeVisible();
    expect(report.getByText('2026-30-09')).toBeVisible();
    expect(initiatives().map(({ name, budget }) => [name, budget])).toEqual([
      ['Claims portal', 1_200_000_00],
      ['Broker desk', null],
    ]);
    await page.user.click(report.getByRole('button', { name: 'Undo the import' }));
    await waitFor(() => expect(initiatives()).toEqual([]));
  });

  it('says no sum of budgets where none could be read: they are unknown, not zero', async () => {
    const dialog = within(await importing('Project name,Budget\nClaims portal,-5\nBroker desk,-7\n'));
    await page.user.click(await dialog.findByRole('button', { name: /^Import 2 rows/ }));
    const report = within(await screen.findByRole('dialog', { name: 'What came in from plan.csv' }));
    expect(report.getAllByText(/The amount is negative\.$/)[0]).toBeVisible();
    expect(report.getByText(/^2 rows read/)).toHaveTextContent(/^2 rows read$/);
  });

  it('knows the tables of an export by their ids, shows what was changed in them, and takes that alone', async () => {
    page = await openPage();
    const before = { ...newInitiative('a', 'Portal'), budget: 5_00, owner: 'Ann' };
    await withRecords([{ op: 'put', table: 'initiative', record: before }]);
    const table = portfolioTables(usePortfolio.getState().records!, 'en').find(
      ({ table }) => table === 'initiative',
    );
    const { header, rows } = table!;
    const changed = rows.map((row) =>
      row.map((cell) => (cell === 'Ann' ? 'Bob' : cell === '5' ? 'lots' : cell)),
    );
    page.service.willPick({ name: 'Initiatives.csv', text: Papa.unparse([[...header], ...changed]) });
    await page.user.keyboard('{Control>}i{/Control}');
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/^These are tables that this portfolio was exported to/)).toBeVisible();
    expect(dialog.getByText('Owner: Ann → Bob')).toBeVisible();
    expect(dialog.getByText('This is not an amount of money.')).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.user.click(dialog.getByRole('button', { name: 'Import' }));
    await screen.findByRole('dialog', { name: 'What came in from Initiatives.csv' });
    expect(initiatives()).toEqual([{ ...before, owner: 'Bob' }]);
  });

  it('shows a plan’s table as one initiative with phases, and takes it as a list where the person says so', async () => {
    const dialog = within(
      await importing(
        [
          'ID,Name,Duration,Start,Finish,Predecessors,Outline Level,Cost',
          '1,Claims portal,190 days,2025-01-06,2025-09-26,,1,"$300.00"',
          '2,Analysis,40 days,2025-01-06,2025-02-28,,2,"$100.00"',
          '3,Development,110 days,2025-03-17,2025-08-15,2,2,"$200.00"',
        ].join('\n'),
      ),
    );
    const kind = await dialog.findByRole('combobox', { name: 'The file holds' });
    expect(kind).toHaveDisplayValue('one project plan, its tasks as phases');
    expect(dialog.getByText('2 phases')).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.user.selectOptions(kind, 'a list');
    expect(await dialog.findByRole('combobox', { name: 'Column for Name' })).toHaveDisplayValue('Name');
    await page.user.click(dialog.getByRole('button', { name: /^Import 2 rows/ }));
    await waitFor(() =>
      expect(initiatives().map(({ name, budget }) => [name, budget])).toEqual([
        ['Analysis', 100_00],
        ['Development', 200_00],
      ]),
    );
  });

  it('reads again when a choice changes, and cancel leaves nothing behind', async () => {
    const dialog = within(await importing());
    // What the person chooses as it would be read anyway is still found by its name.
    await page.user.selectOptions(await dialog.findByRole('combobox', { name: 'Column for Owner' }), 'Notes');
    const owner = dialog.getByRole('rowheader', { name: 'Owner' }).closest('tr') as HTMLElement;
    expect(await within(owner).findByText('chosen by you')).toBeVisible();
    await page.user.selectOptions(dialog.getByRole('combobox', { name: /Money unit of/ }), 'thousands');
    expect(await dialog.findByText('$1,200')).toBeVisible();
    await page.user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(initiatives()).toEqual([]);
  });

  it('cannot run without a column for the names', async () => {
    const dialog = within(await importing());
    await page.user.selectOptions(
      await dialog.findByRole('combobox', { name: 'Column for Name' }),
      '– not in the list –',
    );
    expect(await dialog.findByText(/Choose the column that holds the names/)).toBeVisible();
    expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled();
  });

  it('says clearly when the file is a picture, in Chinese too', async () => {
    const dialog = within(await importing('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000'));
    expect(await dialog.findByRole('alert')).toHaveTextContent(/plan\.csv/);
    const english = dialog.getByRole('alert').textContent;
    await act(() => usePreferences.getState().write({ language: 'zh-CN' }));
    expect(dialog.getByRole('alert').textContent).not.toBe(english);
    expect(dialog.getByRole('alert')).toHaveTextContent(/\p{Script=Han}/u);
    await act(() => usePreferences.getState().write({ language: 'en' }));
  });

  it('makes no portfolio before it runs: looking at a list and leaving leaves nothing behind', async () => {
    const dialog = within(await importing());
    expect(await dialog.findByRole('button', { name: /^Import 2 rows/ })).toBeEnabled();
    expect(usePortfolio.getState().records).toBeNull();
    await page.user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('button', { name: 'Open the sample' })).toBeVisible();
    expect((await ask('portfolio.list', {}))?.files).toEqual([]);
  });

  it('stops a running import at once, and takes the new portfolio back with it', async () => {
    const many = Array.from({ length: 40_000 }, (_, at) => `Initiative ${at},Dept ${at % 9},2026-01-05,1.2,`);
    const dialog = within(await importing(`${list.split('\n')[0]}\n${many.join('\n')}`));
    await page.user.click(await dialog.findByRole('button', { name: /^Import 40,000 rows/ }));
    const running = within(await screen.findByRole('dialog', { name: /plan\.csv/ }));
    await running.findByRole('progressbar');
    fireEvent.click(running.getByRole('button', { name: 'Cancel' }));
    await screen.findByRole('button', { name: /^Import 40,000 rows/ });
    expect(usePortfolio.getState().records).toBeNull();
    expect((await ask('portfolio.list', {}))?.files).toEqual([]);
  });

  it('keeps a portfolio that was open when the import into it is stopped or fails', async () => {
    page = await openPage();
    await withRecords([
      { op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Claims portal') } },
    ]);
    await act(() => ask('portfolio.discardNew', {}).then((answer) => expect(answer?.discarded).toBe(false)));
    expect(initiatives()).toHaveLength(1);
    expect((await ask('portfolio.list', {}))?.files).toHaveLength(1);
  });

  it('takes a list that is dropped on the window', async () => {
    page = await openPage();
    const file = new File([list], 'dropped.csv', { type: 'text/csv' });
    const dataTransfer = { types: ['Files'], files: [file] };
    fireEvent.dragEnter(window, { dataTransfer });
    expect(screen.getByText('Drop to open or import')).toBeVisible();
    fireEvent.drop(window, { dataTransfer });
    expect(screen.queryByText('Drop to open or import')).toBeNull();
    const dialog = within(await screen.findByRole('dialog', { name: /dropped\.csv/ }));
    expect(await dialog.findByRole('button', { name: /^Import 2 rows/ })).toBeEnabled();
  });
});
