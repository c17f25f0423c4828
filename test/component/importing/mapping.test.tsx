import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { usePanel } from '../../../renderer/state/panelStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import type { Initiative } from '../../../shared/domain/records.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const initiatives = (): readonly Initiative[] =>
  Object.values(usePortfolio.getState().records?.initiative ?? {});

async function importing(text: string, name = 'plan.csv') {
  page.service.willPick({ name, text });
  await page.user.keyboard('{Control>}i{/Control}');
  return within(await screen.findByRole('dialog'));
}
type Dialog = Awaited<ReturnType<typeof importing>>;

const tab = async (dialog: Dialog, name: RegExp): Promise<void> =>
  page.user.click(await dialog.findByRole('radio', { name }));

async function expectNoViolations(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

describe('the mapping screen', () => {
  it('says how sure each match is, keeps what has no field, and reads lakh, zeros and separators as chosen', async () => {
    page = await openPage();
    const dialog = await importing(
      'Project name,Cost,Capabilities,Colour\nAlpha,0,Claims|Fraud,red\nBeta,2,Fraud,blue\n',
    );
    const name = (await dialog.findByRole('rowheader', { name: 'Name' })).closest('tr') as HTMLElement;
    expect(within(name).getByText('certain')).toBeVisible();
    expect(within(name).getByText(/by its name/)).toBeVisible();
    expect(dialog.getByRole('combobox', { name: /Separator of several values/ })).toHaveDisplayValue('bar |');
    await page.user.selectOptions(dialog.getByRole('combobox', { name: /Money unit of/ }), 'lakhs');
    await page.user.click(dialog.getByRole('checkbox', { name: /A zero in Cost/ }));
    expect(await dialog.findByText('$200,000')).toBeVisible();
    expect(dialog.getByText('Kept word for word with each initiative')).toBeVisible();
    expect(within(dialog.getByRole('list')).getByText('Colour')).toBeVisible();
    await expectNoViolations();
    await tab(dialog, /Sums/);
    expect(await dialog.findByText(/^1 cell, .*: A zero that you take as unknown$/)).toBeVisible();
    await page.user.click(dialog.getByRole('button', { name: /^Import 2 rows/ }));
    await screen.findByRole('dialog', { name: /What came in/ });
    expect(initiatives().map(({ budget }) => budget)).toEqual([null, 200_000_00]);
    expect(Object.values(usePortfolio.getState().records?.capability ?? {}).map((each) => each.name)).toEqual(
      ['Claims', 'Fraud'],
    );
  });

  it('translates their words into ours, shows the result at once, and takes proposals', async () => {
    page = await openPage();
    const dialog = await importing(
      'Name,Stage,RAG\nAlpha,Amber/red,amber-red\nBeta,In progress,GREEN\nGamma,Amber/red,vacant\n',
    );
    await tab(dialog, /Values/);
    const stage = within(await dialog.findByRole('region', { name: 'Stage' }));
    expect(stage.getByText('1 value not understood')).toBeVisible();
    await page.user.selectOptions(stage.getByRole('combobox', { name: '“Amber/red” becomes' }), 'Paused');
    await waitFor(() => expect(dialog.getAllByRole('cell', { name: 'Paused' })).toHaveLength(2));
    const status = within(dialog.getByRole('region', { name: 'Status' }));
    await page.user.click(status.getByRole('button', { name: 'Take all 2 proposals' }));
    expect(await dialog.findByRole('cell', { name: 'Amber/Red' })).toBeVisible();
    await page.user.type(dialog.getByRole('textbox', { name: 'Further words for “not known”' }), 'vacant');
    await page.user.tab();
    await waitFor(() => expect(dialog.queryByRole('cell', { name: 'vacant' })).toBeNull());
    await expectNoViolations();
    const take = dialog.getByRole('button', { name: /^Import 3 rows/ });
    // It cannot be pressed while the result of the last word is still being worked out.
    await waitFor(() => expect(take).toBeEnabled());
    await page.user.click(take);
    await screen.findByRole('dialog', { name: /What came in/ });
    expect(initiatives().map((each) => [each.stage, each.status])).toEqual([
      ['paused', 'Amber/Red'],
      ['active', 'Green'],
      ['paused', null],
    ]);
  });

  it('says first which columns may be other ones, and in the report what is to be looked at before what was repaired', async () => {
    page = await openPage();
    const dialog = await importing('Ref,What,Cost\n1,Alpha,$5M\n2,Beta,$7M\n');
    expect(await dialog.findByText('Look at the columns of: Name')).toBeVisible();
    await page.user.click(dialog.getByRole('button', { name: /^Import 2 rows/ }));
    const report = within(await screen.findByRole('dialog', { name: /What came in/ }));
    const look = report.getByRole('region', { name: 'Look at these' });
    expect(look).toHaveTextContent('A sign that several currencies share');
    expect(report.getByRole('region', { name: 'Seen in the file' })).not.toHaveTextContent('currencies');
    const repaired = report.getByRole('heading', { name: 'Repaired' });
    expect(look.compareDocumentPosition(repaired) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
    await expectNoViolations();
  });

  it('asks which currency a sign means where it is told, and reads the amounts in the one that is chosen', async () => {
    page = await openPage();
    const dialog = await importing('Name,Province,Budget\nAlpha,Ontario,$1000\nBeta,Manitoba,$5000\n');
    expect(await dialog.findByText(/^A \$ was read as the currency/)).toHaveTextContent(
      '$ → CAD: Province: Ontario',
    );
    const currency = dialog.getByRole('combobox', { name: 'Currency' });
    expect(currency).toHaveValue('CAD');
    await page.user.selectOptions(currency, 'AUD');
    await waitFor(() => expect(dialog.getByText(/^A sign that several currencies/)).toBeVisible());
    expect(dialog.getByRole('combobox', { name: 'Currency' })).toHaveValue('AUD');
    await expectNoViolations();
  });

  it('adds money of single years up, or leaves it apart, with one press beside what is said of it', async () => {
    page = await openPage();
    const dialog = await importing('Name,FY24 Budget,FY25 Budget\nAlpha,1000,1000\nBeta,5000,5000\n');
    const budget = () => dialog.getByRole('combobox', { name: 'Column for Budget' });
    expect(await dialog.findByText(/^Money of one year, taken as that of the initiative/)).toBeVisible();
    expect(budget()).toHaveDisplayValue('FY24 Budget');
    await page.user.click(dialog.getByRole('button', { name: 'Add them up' }));
    await waitFor(() => expect(budget()).toHaveDisplayValue('Budget (FY24 Budget – FY25 Budget)'));
    expect(dialog.getByText(/were added up into a new last column/)).toBeVisible();
    await expectNoViolations();
    const apart = dialog.getByRole('button', { name: 'Do not add them up' });
    expect(apart).toHaveFocus();
    await page.user.keyboard('{Enter}');
    await waitFor(() => expect(budget()).toHaveDisplayValue('FY24 Budget'));
  });

  it('keeps a mapping under a name and offers it for the next list of the sort, which takes it only when told', async () => {
    page = await openPage();
    const first = await importing('Ref,What,Boss\n1,Alpha,Ann\n2,Beta,Bob\n');
    await page.user.selectOptions(await first.findByRole('combobox', { name: 'Column for Owner' }), 'Boss');
    await first.findByText('chosen by you');
    await page.user.click(first.getByRole('button', { name: 'Keep this mapping…' }));
    const name = first.getByRole('combobox', { name: 'Name of the mapping' });
    expect(name).toHaveValue('plan');
    await page.user.clear(name);
    await page.user.type(name, 'Yearly{Enter}');
    expect(await first.findByText(/Kept as “Yearly”/)).toBeVisible();
    await page.user.click(first.getByRole('button', { name: 'Cancel' }));
    const next = await importing('Boss,Ref,What,More\nCy,3,Gamma,x\n', 'next.csv');
    expect(await next.findByText(/This looks like “Yearly” \(75% of the columns\)/)).toBeVisible();
    expect(next.getByRole('combobox', { name: 'Column for Owner' })).toHaveDisplayValue(
      '– not in the list –',
    );
    await page.user.click(next.getByRole('button', { name: 'Use it' }));
    await waitFor(() =>
      expect(next.getByRole('combobox', { name: 'Column for Owner' })).toHaveDisplayValue('Boss'),
    );
    await page.user.click(next.getByRole('button', { name: 'Forget “Yearly”' }));
    await waitFor(() => expect(next.queryByText(/Yearly/)).toBeNull());
  });
});

describe('several files of one portfolio', () => {
  it('joins activities to the initiatives that they name, shows how often that hits, and lists rows without one', async () => {
    page = await openPage();
    const dialog = await importing('Id,Name,Budget\n1,Alpha,5\n2,Beta,7\n');
    await tab(dialog, /^Files/);
    page.service.willPick({
      name: 'activities.csv',
      text: 'project_id,activity,start,end,cost\n1,Design,2026-01-01,2026-02-01,2\n1,Build,2026-02-01,2026-05-01,3\n2,Build,2026-03-01,2026-04-01,4\n9,Lost,2026-03-01,2026-04-01,1\n',
    });
    await page.user.click(dialog.getByRole('button', { name: 'Add a file of the same portfolio…' }));
    expect(await dialog.findByText('activities.csv')).toBeVisible();
    expect(dialog.getByRole('combobox', { name: 'The initiative stands in' })).toHaveDisplayValue(
      'project_id · 75% are initiatives',
    );
    expect(dialog.getByText(/75% of the rows find their initiative · 3 new/)).toBeVisible();
    expect(dialog.getByText('1 row names no initiative of the portfolio: 9')).toBeVisible();
    await expectNoViolations();
    await page.user.click(dialog.getByRole('button', { name: /^Import 5 rows/ }));
    const report = within(await screen.findByRole('dialog', { name: /What came in/ }));
    expect(report.getByText('Files that came together with the list')).toBeVisible();
    expect(report.getByText('1: 9')).toBeVisible();
    const phases = Object.values(usePortfolio.getState().records?.phase ?? {});
    expect(phases.map(({ name }) => name).sort()).toEqual(['Build', 'Build', 'Design']);
    await act(undo);
    expect(Object.keys(usePortfolio.getState().records?.phase ?? {})).toEqual([]);
  });

  it('translates the words of a file that joins the list: how suppliers are worked with', async () => {
    page = await openPage();
    const dialog = await importing('Id,Name\n1,Alpha\n2,Beta\n');
    await tab(dialog, /^Files/);
    page.service.willPick({
      name: 'suppliers.csv',
      text: 'Project ID,Supplier,Relationship,Contract value\n1,Nova,mates,100\n2,Nova,mates,50\n',
    });
    await page.user.click(dialog.getByRole('button', { name: 'Add a file of the same portfolio…' }));
    expect(await dialog.findByText('suppliers.csv')).toBeVisible();
    await tab(dialog, /^Values/);
    const words = within(await dialog.findByRole('region', { name: /· suppliers\.csv$/ }));
    const mates = words.getByRole('combobox', { name: '“mates” becomes' });
    expect(mates).toHaveDisplayValue('left unknown, and listed in the report');
    await page.user.selectOptions(mates, 'Co-innovator');
    await waitFor(() => expect(words.queryByText('1 value not understood')).toBeNull());
    await expectNoViolations();
    await page.user.click(await dialog.findByRole('button', { name: /^Import 4 rows/ }));
    await screen.findByRole('dialog', { name: /What came in/ });
    const partners = Object.values(usePortfolio.getState().records?.partner ?? {});
    expect(partners.map(({ name, relationship }) => [name, relationship])).toEqual([['Nova', 'coInnovator']]);
  });

  it('takes capabilities in beside the initiatives that name them, says which rows do not come in, and in one step', async () => {
    page = await openPage();
    const dialog = await importing('Id,Initiative,Budget,Capability\n1,Alpha,5,Billing\n2,Beta,7,Treasury\n');
    await tab(dialog, /^Files/);
    page.service.willPick({
      name: 'capabilities.csv',
      text: 'Capability,Parent,Importance,Remark\nFinance,,High,x\nBilling,Finance,vital-ish,y\n,Finance,Low,z\n',
    });
    await page.user.click(dialog.getByRole('button', { name: 'Add a file of the same portfolio…' }));
    expect(await dialog.findByText('capabilities.csv')).toBeVisible();
    expect(dialog.getByText('holds the initiatives')).toBeVisible();
    const role = dialog.getByRole('combobox', { name: 'Its rows are' });
    expect(role).toHaveDisplayValue('capabilities');
    expect(dialog.getByText('2 new · 1 refused')).toBeVisible();
    expect(dialog.getByText(/Row 3, Importance: .* \(vital-ish\)/)).toBeVisible();
    expect(dialog.getByText(/no place in such a record were left out · 1 \(Remark\)/)).toBeVisible();
    await page.user.click(dialog.getByText('3 columns fill fields'));
    expect(dialog.getByRole('combobox', { name: 'Capability above it' })).toHaveDisplayValue('Parent');
    await expectNoViolations();

    await page.user.selectOptions(dialog.getByRole('combobox', { name: 'The list' }), 'is left out');
    expect(await dialog.findByText('Left out.')).toBeVisible();
    expect(await dialog.findByRole('button', { name: /^Import 2 rows/ })).toBeEnabled();
    await page.user.selectOptions(dialog.getByRole('combobox', { name: 'The list' }), 'comes in');
    await page.user.selectOptions(role, 'outcomes');
    expect(await dialog.findByText(/3 columns fill fields|columns? fills? /)).toBeVisible();
    await page.user.selectOptions(role, 'capabilities');
    expect(await dialog.findByText('2 new · 1 refused')).toBeVisible();

    await tab(dialog, /^Values/);
    const words = within(await dialog.findByRole('region', { name: 'Importance · capabilities.csv' }));
    expect(words.getByText('1 value not understood')).toBeVisible();
    const vital = words.getByRole('combobox', { name: '“vital-ish” becomes' });
    await page.user.selectOptions(vital, 'step 4');
    await waitFor(() => expect(words.queryByText('1 value not understood')).toBeNull());
    await expectNoViolations();
    await page.user.selectOptions(vital, 'kept as text');
    expect(await words.findByText('1 value not understood')).toBeVisible();
    await tab(dialog, /^Files/);

    await page.user.click(await dialog.findByRole('button', { name: /^Import 4 rows/ }));
    const report = within(await screen.findByRole('dialog', { name: /What came in/ }));
    const row = within(
      report.getByRole('row', { name: /^capabilities\.csv capabilities – a list of its own –/ }),
    );
    expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      ...[
        'capabilities.csv',
        'capabilities',
        '– a list of its own –',
        '3',
        '2',
        '0',
        '0',
        '0',
        '1',
        '0',
        '–',
      ],
    ]);
    expect(report.getByRole('row', { name: /^capabilities\.csv 3 Importance vital-ish/ })).toBeVisible();
    expect(report.getByText(/in none of the lists that came with them: made new · 1/)).toBeVisible();
    await expectNoViolations();
    const made = Object.values(usePortfolio.getState().records?.capability ?? {});
    expect(made.map(({ name }) => name)).toEqual(['Finance', 'Billing', 'Treasury']);
    await act(undo);
    expect(Object.keys(usePortfolio.getState().records?.capability ?? {})).toEqual([]);
    expect(initiatives()).toEqual([]);
  });

  it('keeps what was chosen of a file beside the list, and offers it again when such a file joins the next list', async () => {
    page = await openPage();
    const list = { name: 'plan.csv', text: 'Ref,What\n1,Alpha\n2,Beta\n' };
    const payees = { name: 'payees.csv', text: 'For,Zap,Due\n1,Nova,100\n2,Orbit,50\n' };
    const join = async (dialog: Dialog): Promise<void> => {
      await tab(dialog, /^Files/);
      page.service.willPick(payees);
      await page.user.click(dialog.getByRole('button', { name: 'Add a file of the same portfolio…' }));
      await dialog.findByText('payees.csv');
    };
    const role = (dialog: Dialog) => dialog.findByRole('combobox', { name: 'Its rows are' });
    const first = await importing(list.text);
    await join(first);
    await page.user.selectOptions(await role(first), 'partners at work for initiatives');
    await waitFor(async () =>
      expect(await role(first)).toHaveDisplayValue('partners at work for initiatives'),
    );
    await page.user.click(first.getByRole('button', { name: 'Keep this mapping…' }));
    await page.user.type(first.getByRole('combobox', { name: 'Name of the mapping' }), ' Q1{Enter}');
    await first.findByText(/Kept as “plan Q1”/);
    await page.user.click(first.getByRole('button', { name: 'Cancel' }));

    const next = await importing(list.text, 'next.csv');
    await page.user.click(await next.findByRole('button', { name: 'Use it' }));
    expect(await next.findByText('Read as “plan Q1”')).toBeVisible();
    await join(next);
    expect(await role(next)).not.toHaveDisplayValue('partners at work for initiatives');
    await page.user.click(await next.findByRole('button', { name: 'Use it' }));
    await waitFor(async () =>
      expect(await role(next)).toHaveDisplayValue('partners at work for initiatives'),
    );
    expect(next.getByText('Read as “plan Q1”')).toBeVisible();
    await expectNoViolations();
  });

  it('lets another file be the one that holds the initiatives', async () => {
    page = await openPage();
    const dialog = await importing('Id,Name\n1,Alpha\n2,Beta\n', 'a.csv');
    await tab(dialog, /^Files/);
    page.service.willPick({ name: 'b.csv', text: 'Id,Name,Owner\n1,Alpha,Ann\n3,Gamma,Bob\n' });
    await page.user.click(dialog.getByRole('button', { name: 'Add a file of the same portfolio…' }));
    await page.user.selectOptions(
      await dialog.findByRole('combobox', { name: 'Its rows are' }),
      'initiatives',
    );
    const main = await dialog.findByText('holds the initiatives');
    await waitFor(() => expect(main.parentElement).toHaveTextContent(/^b\.csv/));
    expect(dialog.getByText('a.csv')).toBeVisible();
  });
});

describe('next year’s list on the same portfolio', () => {
  const put = (id: string, name: string, more: Partial<Initiative>) =>
    ({ op: 'put', table: 'initiative', record: { ...newInitiative(id, name), ...more } }) as const;
  const next = [
    'Name,Owner,Description',
    'Self-service portal,Retail,Customers file claims online',
    'Broker desk,Sales,One desk for brokers',
    'Chess club,HR,Meets on Tuesdays',
  ].join('\n');

  async function refresh(): Promise<Dialog> {
    page = await openPage();
    await withRecords([
      put('a', 'Claims portal', { owner: 'Claims', description: 'Customers file and follow claims' }),
      put('b', 'Broker desk', { owner: 'Sales', description: 'One desk for all brokers' }),
      put('c', 'Data lake', { owner: 'IT', description: 'All data of the group in one place' }),
    ]);
    const dialog = await importing(next, 'next.csv');
    await tab(dialog, /Known already/);
    return dialog;
  }

  it('says of a row that its id names what it would change, though its name is another', async () => {
    page = await openPage();
    await withRecords([
      put('a', 'Claims portal', { externalId: 'P-1', owner: 'Claims', description: 'Customers file claims' }),
      put('b', 'Broker desk', { externalId: 'P-2', owner: 'Sales', description: 'One desk for all brokers' }),
    ]);
    const dialog = await importing('ID,Name,Owner\nP-1,Chess club,HR\nP-2,Broker desk,Sales', 'next.csv');
    expect(
      await dialog.findByText('1 doubtful row changes the record it is taken for unless you decide'),
    ).toBeVisible();
    expect(dialog.queryByText(/as new unless/)).toBeNull();
  });

  it('is decided row by row with the keyboard; what vanished is retired only when told; one step takes it all back', async () => {
    const dialog = await refresh();
    const doubtful = (await dialog.findByRole('rowheader', { name: 'Self-service portal' })).closest('tr');
    expect(dialog.getByText('but another owner')).toBeVisible();
    expect(dialog.getByText('1 doubtful row comes in as new unless you decide')).toBeVisible();
    await expectNoViolations();
    act(() => doubtful?.focus());
    await page.user.keyboard('{Enter}');
    expect(await dialog.findByText('decided by you', { selector: 'small' })).toBeVisible();
    await waitFor(() => expect(dialog.queryByText(/unless you decide/)).toBeNull());
    expect(dialog.getByRole('combobox', { name: 'What row 2 is' })).toHaveDisplayValue('Claims portal');
    await tab(dialog, /^Vanished/);
    await page.user.click(await dialog.findByRole('checkbox', { name: 'Retire Data lake' }));
    await expectNoViolations();
    await waitFor(() => expect(dialog.getByRole('button', { name: /^Import 3 rows/ })).toBeEnabled());
    await page.user.click(dialog.getByRole('button', { name: /^Import 3 rows/ }));
    const report = within(await screen.findByRole('dialog', { name: /What came in from next\.csv/ }));
    expect(report.getByText('In the portfolio, but not in the list')).toBeVisible();
    const byId = () => new Map(initiatives().map((each) => [each.id, each]));
    expect(byId().get('a')).toMatchObject({ name: 'Self-service portal', owner: 'Retail' });
    expect(byId().get('c')).toMatchObject({ name: 'Data lake', retired: true });
    expect(initiatives()).toHaveLength(4);
    await act(undo);
    expect(initiatives().map(({ name, retired }) => [name, retired])).toEqual([
      ['Claims portal', false],
      ['Broker desk', false],
      ['Data lake', false],
    ]);
    expect(usePortfolio.getState().records?.importReport).toEqual({});
  });

  it('takes another record than the best guess, or none', async () => {
    const dialog = await refresh();
    const choice = await dialog.findByRole('combobox', { name: 'What row 2 is' });
    await page.user.selectOptions(choice, 'Choose another…');
    await page.user.type(await dialog.findByRole('combobox', { name: 'What row 2 is' }), 'Data');
    await page.user.click(await screen.findByRole('option', { name: 'Data lake' }));
    await waitFor(() =>
      expect(dialog.getByRole('combobox', { name: 'What row 2 is' })).toHaveDisplayValue('Data lake'),
    );
    await page.user.selectOptions(dialog.getByRole('combobox', { name: 'What row 2 is' }), 'New initiative');
    await waitFor(() =>
      expect(dialog.getByRole('combobox', { name: 'What row 2 is' })).toHaveDisplayValue('New initiative'),
    );
    expect(dialog.getByText('decided by you', { selector: 'small' })).toBeVisible();
  });
});

describe('what the money of a list adds up to', () => {
  it('is not known, and not nothing, where no amount can be read', async () => {
    page = await openPage();
    const dialog = await importing('Name,Budget\nAlpha,$5m to $7m\nBeta,$1m to $2m\n');
    await page.user.click(await dialog.findByRole('radio', { name: /^Sums/ }));
    const row = (await dialog.findByText(/^2 cells, no amount: /)).closest('tr');
    const cells = within(row as HTMLElement).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent).slice(1, 4)).toEqual(['0', '–', '–']);
  });
});

describe('past imports', () => {
  it('are listed with their reports, which open again, in both languages, and can be saved', async () => {
    page = await openPage();
    const dialog = await importing('Name,Budget\nAlpha,5\n,7\nTotal,12\n');
    await page.user.click(await dialog.findByRole('button', { name: /^Import 1 row$/ }));
    const report = within(await screen.findByRole('dialog', { name: /What came in/ }));
    await page.user.click(report.getByRole('button', { name: 'Past imports' }));
    const past = within(await screen.findByRole('dialog', { name: 'Past imports' }));
    await page.user.click(past.getByRole('button', { name: 'Open the report of plan.csv' }));
    const open = within(await screen.findByRole('dialog', { name: /plan\.csv/ }));
    expect(open.getByText('The row has no name.')).toBeVisible();
    expect(open.getByText('1 cell, $7: The row has no name.')).toBeVisible();
    await expectNoViolations();
    await act(() => usePreferences.getState().write({ language: 'zh-CN' }));
    expect(open.getByText('该行没有名称。')).toBeVisible();
    await act(() => usePreferences.getState().write({ language: 'en' }));
    await page.user.click(open.getByRole('button', { name: 'Save as CSV' }));
    expect(await screen.findByText(/plan\.csv - \d{4}-\d{2}-\d{2}\.csv/)).toBeVisible();
    act(() => usePanel.getState().close());
  });
});

describe('lists of something else than initiatives', () => {
  it('says what a row is, shows its own fields, and brings a tree in', async () => {
    page = await openPage();
    const dialog = await importing(
      'Level 1,Level 2,Importance,Current maturity,Colour\nFinance,,High,2,red\nFinance,Billing,urgent,1,blue\nSales,,Low,3,\n',
      'tree.csv',
    );
    const rows = await dialog.findByRole('combobox', { name: 'A row is' });
    expect(rows).toHaveDisplayValue('a capability');
    expect(dialog.getByRole('rowheader', { name: 'Level 2' })).toBeVisible();
    expect(dialog.getByRole('rowheader', { name: 'Code' })).toBeVisible();
    expect(dialog.queryByRole('rowheader', { name: 'Budget' })).toBeNull();
    expect(dialog.getByText('Left out: these columns have no place in such a record')).toBeVisible();
    await expectNoViolations();
    await tab(dialog, /Values/);
    await page.user.selectOptions(
      await dialog.findByRole('combobox', { name: '“urgent” becomes' }),
      'step 5',
    );
    await waitFor(() => expect(dialog.queryByText(/no step of a scale/)).toBeNull());
    await expectNoViolations();
    await page.user.click(dialog.getByRole('button', { name: /^Import 3 rows/ }));
    await screen.findByRole('dialog', { name: /What came in/ });
    const made = Object.values(usePortfolio.getState().records?.capability ?? {});
    const finance = made.find(({ name }) => name === 'Finance');
    expect(
      made.map(({ name, importance, parentId }) => [name, importance, parentId === finance?.id]),
    ).toEqual([
      ['Finance', 5, false],
      ['Billing', 5, true],
      ['Sales', 1, false],
    ]);
    expect(initiatives()).toEqual([]);
  });

  it('takes the rows for something else when it is told, and readings by their days or not', async () => {
    page = await openPage();
    const dialog = await importing(
      'Outcome,Metric,Baseline,Target,2024-03,2024-06\nFaster claims,Days,12,7,11,10\n',
      'outcomes.csv',
    );
    const rows = await dialog.findByRole('combobox', { name: 'A row is' });
    expect(rows).toHaveDisplayValue('an outcome');
    const readings = dialog.getByRole('checkbox', { name: /Readings of the metric/ });
    expect(readings).toBeChecked();
    await page.user.click(readings);
    await waitFor(() => expect(readings).not.toBeChecked());
    await page.user.click(readings);
    await waitFor(() => expect(readings).toBeChecked());
    await page.user.selectOptions(rows, 'an initiative');
    expect(await dialog.findByRole('rowheader', { name: 'Budget' })).toBeVisible();
    await page.user.selectOptions(rows, 'an outcome');
    expect(await dialog.findByRole('rowheader', { name: 'Baseline' })).toBeVisible();
    await page.user.click(await dialog.findByRole('button', { name: /^Import 1 row/ }));
    await screen.findByRole('dialog', { name: /What came in/ });
    const { outcome, outcomeReading } = usePortfolio.getState().records ?? {};
    expect(Object.values(outcome ?? {})).toMatchObject([{ name: 'Faster claims', baseline: 12, target: 7 }]);
    expect(Object.values(outcomeReading ?? {}).map(({ date, value }) => [date, value])).toEqual([
      ['2024-03-31', 11],
      ['2024-06-30', 10],
    ]);
  });
});
