import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { useDirectory } from '../../../renderer/features/directory/directoryStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newPartner, newTeam } from '../../../shared/domain/defaults.ts';
import type { TableName } from '../../../shared/domain/records.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  act(() => useDirectory.setState(useDirectory.getInitialState()));
  await page.close();
});

const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: { ...record } });
const records = () => usePortfolio.getState().records!;
const inspector = () => within(screen.getByRole('complementary', { name: 'Inspector' }));
const complaints = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

async function inspect(kind: 'team' | 'partner') {
  page = await openPage();
  await withRecords([
    { op: 'patch', table: 'portfolio', id: 'portfolio', values: { dataDate: '2026-02-10' } },
    put('team', { ...newTeam('t', 'Core'), platforms: ['Login'] }),
    put('team', { ...newTeam('u', 'Claims'), platforms: ['Login'] }),
    put('partner', newPartner('p', 'Acme')),
    put('initiative', { ...newInitiative('a', 'Hub'), teamId: 't' }),
    put('initiative', newInitiative('b', 'Portal')),
    put('engagement', {
      id: 'e',
      initiativeId: 'a',
      partnerId: 'p',
      description: '',
      amount: null,
      externalId: null,
    }),
  ]);
  act(() => {
    useView.getState().go('directory');
    useDirectory.getState().show(kind === 'team' ? 'teams' : 'partners');
  });
  await page.user.click(await screen.findByRole('gridcell', { name: kind === 'team' ? 'Core' : 'Acme' }));
  await screen.findByRole('complementary', { name: 'Inspector' });
}

it('a team: charter, roles, platforms and quarters are changed where they stand', async () => {
  await inspect('team');
  const { user } = page;
  await user.type(await inspector().findByRole('textbox', { name: 'What it decides alone' }), 'Its backlog');
  await user.tab();
  await waitFor(() => expect(records().team.t?.decidesAlone).toBe('Its backlog'));
  await user.type(inspector().getByRole('textbox', { name: 'Add a role' }), 'Developers 4{Enter}');
  await waitFor(() =>
    expect(Object.values(records().teamMember).map(({ name, people }) => [name, people])).toEqual([
      ['Developers', 4],
    ]),
  );
  inspector().getByText('4 full-time people');
  inspector().getByText('shared with Claims');
  await user.type(inspector().getByRole('combobox', { name: 'Add a platform' }), 'Event bus{Enter}');
  await waitFor(() => expect(records().team.t?.platforms).toEqual(['Login', 'Event bus']));
  inspector().getByText('used by no other team');

  // The quarter of the data's own day comes first; numbers are pasted as from a spreadsheet.
  const grid = within(inspector().getByRole('grid', { name: 'People of “Core” by quarter' }));
  expect(
    grid
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent)
      .slice(0, 3),
  ).toEqual(['Initiative', 'Q1 26', 'Q2 26']);
  await user.click(grid.getAllByRole('gridcell')[1] as HTMLElement);
  await user.paste('5\t2');
  await waitFor(() =>
    expect(Object.values(records().allocation).map(({ quarter, people }) => [quarter, people])).toEqual([
      ['2026-Q1', 5],
      ['2026-Q2', 2],
    ]),
  );
  const load = grid.getAllByRole('row').at(-1) as HTMLElement;
  expect(
    within(load)
      .getAllByRole('gridcell')
      .map(({ textContent }) => textContent)
      .slice(0, 4),
  ).toEqual(['Load', '▲125%', '50%', '0%']);
  expect(await complaints()).toEqual([]);
  expect((await historyKeys()).slice(0, 4)).toEqual([
    'initiative.paste',
    'team.edit',
    'team.role',
    'team.edit',
  ]);
  await act(undo);
  expect(records().allocation).toEqual({});
  await user.click(inspector().getByRole('button', { name: 'Hub' }));
  expect(useView.getState().selection).toEqual({ kind: 'initiative', id: 'a' });
});

it('a role needs people that are a number', async () => {
  await inspect('team');
  const field = await inspector().findByRole('textbox', { name: 'Add a role' });
  await page.user.type(field, 'Developers 4{Enter}');
  await waitFor(() => expect(Object.keys(records().teamMember)).toHaveLength(1));
  await page.user.type(field, '7{Enter}');
  // A number alone is a name; one without a number is one person.
  await waitFor(() => expect(Object.keys(records().teamMember)).toHaveLength(2));
  const people = inspector().getByRole('textbox', { name: 'People: Developers' });
  await page.user.clear(people);
  await page.user.type(people, '{Enter}');
  expect(await inspector().findByRole('alert')).toBeVisible();
  expect(Object.values(records().teamMember).map(({ people: count }) => count)).toEqual([4, 1]);
});

it('a partner: terms and engagements are changed, it is retired, shown on demand and brought back', async () => {
  await inspect('partner');
  const { user } = page;
  await user.selectOptions(await inspector().findByRole('combobox', { name: 'Relationship' }), 'Integrator');
  await waitFor(() => expect(records().partner.p?.relationship).toBe('integrator'));
  await user.type(inspector().getByRole('textbox', { name: 'Contract end' }), '2026-02-09{Enter}');
  await inspector().findByText('The contract has ended.');
  const amount = inspector().getByRole('textbox', { name: 'Amount for “Hub”' });
  await user.clear(amount);
  await user.type(amount, '1.5M{Enter}');
  await waitFor(() => expect(records().engagement.e?.amount).toBe(1_500_000_00));
  expect(await complaints()).toEqual([]);

  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('gridcell', { name: 'Acme' }));
  await user.keyboard(' ');
  await user.click(screen.getByRole('button', { name: 'Retire' }));
  await waitFor(() => expect(records().partner.p?.retired).toBe(true));
  expect(screen.queryByRole('gridcell', { name: 'Acme' })).toBeNull();
  await user.click(screen.getByRole('button', { name: '1 retired' }));
  await screen.findByRole('gridcell', { name: 'Acme' });
  expect((await historyKeys())[0]).toBe('partner.retire');
  await act(undo);
  expect(records().partner.p?.retired).toBe(false);
});
