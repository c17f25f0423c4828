import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useDirectory } from '../../../renderer/features/directory/directoryStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newPartner, newTeam } from '../../../shared/domain/defaults.ts';
import type { Partner, TableName } from '../../../shared/domain/records.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  act(() => useDirectory.setState(useDirectory.getInitialState()));
  await page.close();
});

const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: { ...record } });
const partner = (id: string, name: string, values: Partial<Partner> = {}) =>
  put('partner', {
    ...newPartner(id, name),
    ...values,
  });
const engagement = (id: string, partnerId: string, amount: number | null) =>
  put('engagement', { id, initiativeId: 'i', partnerId, description: '', amount, externalId: null });

const portfolio = [
  put('initiative', { ...newInitiative('i', 'Hub'), teamId: null }),
  partner('p', 'Lockheed Martin Corporation', { relationship: 'supplier' }),
  partner('q', 'LOCKHEED MARTIN CORP.', { relationship: 'integrator', exitReadiness: 0.3 }),
  partner('r', 'Northrop Grumman'),
  engagement('1', 'p', 900_00),
  engagement('2', 'q', 100_00),
  engagement('3', 'q', null),
];

async function openList(tab: 'teams' | 'partners') {
  page = await openPage();
  await withRecords(portfolio);
  act(() => {
    useView.getState().go('directory');
    useDirectory.getState().show(tab);
  });
  await screen.findByRole('heading', { name: 'Teams and partners' });
}
const records = () => usePortfolio.getState().records!;

it('offers likely spellings of one supplier, shows what merging does, and merges in one step', async () => {
  await openList('partners');
  await page.user.click(
    await screen.findByRole('button', {
      name: 'Merge Lockheed Martin Corporation · LOCKHEED MARTIN CORP.…',
    }),
  );
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('radio', { name: /Lockheed Martin Corporation/ })).toBeChecked();
  within(dialog).getByText(
    '2 engagements ($100) move to “Lockheed Martin Corporation” and keep their own amounts.',
  );
  within(dialog).getByText('“Lockheed Martin Corporation” learns what it did not know: Exit readiness.');
  within(dialog).getByText(
    '“LOCKHEED MARTIN CORP.” says something else about Relationship; what “Lockheed Martin Corporation” says stays.',
  );
  await page.user.click(within(dialog).getByRole('button', { name: 'Merge' }));
  await waitFor(() => expect(records().partner.q).toBeUndefined());
  expect(Object.values(records().engagement).map(({ partnerId }) => partnerId)).toEqual(['p', 'p', 'p']);
  expect(records().partner.p).toMatchObject({ relationship: 'supplier', exitReadiness: 0.3 });
  expect((await historyKeys())[0]).toBe('partner.merge');
});

it('says what is deleted with a partner before it is', async () => {
  await openList('partners');
  act(() => useDirectory.getState().set({ dialog: { kind: 'delete', ids: ['q'] } }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete “LOCKHEED MARTIN CORP.”?' });
  expect(
    within(dialog).getByText('2 engagements in 1 initiatives go too, $100 of them known.'),
  ).toBeVisible();
});

it('an empty list teaches, and takes the first name', async () => {
  await openList('teams');
  await page.user.type(screen.getByLabelText('Name of the new team'), 'Payments{Enter}');
  await waitFor(() =>
    expect(Object.values(records().team)).toEqual([newTeam(expect.any(String) as never, 'Payments')]),
  );
  expect((await historyKeys())[0]).toBe('team.create');
});

it('unknown money is told apart from none, and stands last', async () => {
  await openList('partners');
  const grid = await screen.findByRole('grid', { name: 'Partners' });
  await waitFor(() =>
    expect(
      within(grid)
        .getAllByRole('row')
        .flatMap((row) => {
          const [, name, ...cells] = within(row).queryAllByRole('gridcell');
          return name?.getAttribute('data-column') === '0' && !row.hasAttribute('data-entry')
            ? [[name.textContent, cells[0]?.textContent, cells[1]?.textContent]]
            : [];
        }),
    ).toEqual([
      ['Lockheed Martin Corporation', '$900', '90%'],
      ['LOCKHEED MARTIN CORP.', '$100', '10%'],
      ['Northrop Grumman', '–', '–'],
    ]),
  );
});

it('takes a pasted list of teams where the next one is typed', async () => {
  await openList('teams');
  await page.user.type(screen.getByLabelText('Name of the new team'), 'Payments{Enter}');
  const grid = await screen.findByRole('grid', { name: 'Teams' });
  await page.user.click(within(grid).getByText('Type the name of a team…'));
  await page.user.paste('Claims\tSettles claims\t2026-03-01\nIdentity\tOne login');
  await waitFor(() =>
    expect(
      Object.values(records().team).map(({ name, mission, stableSince }) => [name, mission, stableSince]),
    ).toEqual([
      ['Payments', '', null],
      ['Claims', 'Settles claims', '2026-03-01'],
      ['Identity', 'One login', null],
    ]),
  );
  expect((await historyKeys())[0]).toBe('initiative.paste');
});
