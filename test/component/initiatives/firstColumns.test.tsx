import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { columnIds } from '../../../renderer/features/initiatives/columns.ts';
import { firstColumnsOf } from '../../../renderer/features/initiatives/firstColumns.ts';
import { firstColumns } from '../../../renderer/features/initiatives/readArrangement.ts';
import { closePortfolio, openPortfolio } from '../../../renderer/state/portfolioActions.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { change } from '../../../renderer/state/service.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import type { Initiative } from '../../../shared/domain/records.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

const shown = (list: readonly Partial<Initiative>[], tables: object = {}): readonly string[] =>
  firstColumnsOf(
    recordsOf(
      {
        initiative: list.map((values, at) => initiative(`i${at}`, values)),
        ...tables,
      },
      { dayRate: 800_00 },
    ),
  )
    .filter((column) => column.shown)
    .map(({ id }) => id);
const usual = firstColumns.filter((column) => column.shown).map(({ id }) => id);
const times = (count: number, values: Partial<Initiative>): readonly Partial<Initiative>[] =>
  Array.from({ length: count }, () => values);

describe('the columns of a table that nobody arranged', () => {
  it('are those that hold something, in their usual order', () => {
    const government = {
      owner: 'Shared Services',
      endDate: '2026-03-31',
      externalId: 'SSC-7',
      status: 'amber',
    };
    expect(shown(times(3, { ...government, description: 'long', budget: 0 }))).toEqual([
      'name',
      'mode',
      'budget',
      'owner',
      'endDate',
      'status',
      'externalId',
    ]);
  });

  it('leave out what is known of fewer than one row in twenty, whatever stands in retired rows', () => {
    const plain = times(39, { owner: 'Ada', startDate: '2026-01-01', endDate: '2026-12-31', budget: 1 });
    const two = [{ spent: 5 }, { spent: 0 }];
    expect(shown([...plain, { spent: 5 }])).not.toContain('spent');
    expect(shown([...plain.slice(1), ...two])).toContain('spent');
    expect(shown([...plain, ...times(10, { spent: 5, retired: true })])).not.toContain('spent');
  });

  it('count waste and first value as known where the model has its facts', () => {
    const undated = { budget: 100_000_00, owner: 'Ada', status: 'green' };
    const dated = { ...undated, startDate: '2026-01-01', endDate: '2026-12-31' };
    expect(shown([undated])).toEqual(['name', 'mode', 'budget', 'owner', 'endDate', 'status']);
    expect(shown([dated])).toEqual(expect.arrayContaining(['wasteShare', 'timeToFirstValue']));
  });

  it('show where the most wanted facts go, where a list has little but names', () => {
    expect(shown([{}])).toEqual(['name', 'mode', 'budget', 'owner', 'startDate', 'endDate']);
    expect(shown([])).toEqual(usual);
  });

  it('are no more than the usual number, the least wanted left out first', () => {
    const all: Partial<Initiative> = {
      stage: 'active',
      budget: 1,
      spent: 1,
      owner: 'Ada',
      teamId: 't',
      status: 'green',
      externalId: '1',
      startDate: '2026-01-01',
      endDate: '2026-12-31',
    };
    const columns = shown([all], {
      team: [{ id: 't', name: 'Web' }],
      partner: [{ id: 'p', name: 'Acme' }],
      engagement: [{ id: 'e', initiativeId: 'i0', partnerId: 'p' }],
      capability: [{ id: 'c', name: 'Payments', parentId: null, position: 0 }],
      contribution: [{ id: 'x', initiativeId: 'i0', capabilityId: 'c', weight: 1 }],
    });
    expect(columns).toHaveLength(usual.length);
    expect(columnIds.filter((id) => !columns.includes(id))).toEqual(['team', 'status', 'externalId']);
  });
});

/** Leaves the page, as far as what it remembers goes. */
const leave = (): void => void window.dispatchEvent(new Event('pagehide'));

let page: OpenPage | null = null;
afterEach(async () => {
  await page?.close();
  page = null;
});

/** What the table's head says, also while a popover keeps everybody else out of it. */
const headers = (): readonly (string | null)[] =>
  within(screen.getByRole('grid', { hidden: true }))
    .getAllByRole('columnheader', { hidden: true })
    .map((header) => header.textContent)
    .filter((text) => text !== '');
const put = (record: object) => ({ op: 'put' as const, table: 'initiative' as const, record: { ...record } });
const listed = [
  {
    ...newInitiative('a', 'Claims portal'),
    owner: 'Ada',
    endDate: '2026-12-31',
    externalId: 'C-1',
    budget: 5,
  },
  { ...newInitiative('b', 'Broker desk'), owner: 'Ben', endDate: '2027-06-30', externalId: 'C-2', budget: 6 },
];
const held = ['Name', 'Mode', 'Budget', 'Owner', 'End', 'List id'];

/** Makes a list elsewhere and opens it: nobody has seen its table on this computer. */
async function openList(): Promise<OpenPage> {
  page = await openPage();
  await withRecords(listed.map(put));
  const ref = usePortfolio.getState().file?.ref ?? '';
  await act(closePortfolio);
  leave();
  localStorage.clear();
  await act(() => openPortfolio(ref));
  await screen.findByRole('grid');
  return page;
}

describe('opening a list', () => {
  it('shows what it holds, and keeps those columns while it is edited and when it is opened again', async () => {
    await openList();
    expect(headers()).toEqual(held);
    await act(() => change('other', {}, [put({ ...listed[0], stage: 'active', spent: 3 })]));
    expect(headers()).toEqual(held);
    leave();
    const ref = usePortfolio.getState().file?.ref ?? '';
    await act(closePortfolio);
    await act(() => openPortfolio(ref));
    await screen.findByRole('grid');
    expect(headers()).toEqual(held);
  });

  it('has any column shown by hand, and back to what the list holds now', async () => {
    const { user } = await openList();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    const choice = within(await screen.findByRole('dialog', { name: 'Columns' }));
    // The ways out of the popover that only a screen reader meets lie in it, too.
    for (const way of screen.getAllByRole('button', { name: 'Dismiss' }))
      expect(way.closest('[role=dialog]')).not.toBeNull();
    await user.click(choice.getByRole('checkbox', { name: 'Waste' }));
    expect(headers()).toEqual(['Name', 'Mode', 'Waste', 'Budget', 'Owner', 'End', 'List id']);
    await act(() => change('other', {}, [put({ ...listed[0], stage: 'active' })]));
    await user.click(choice.getByRole('button', { name: 'Columns as at first' }));
    expect(headers()).toEqual(['Name', 'Mode', 'Stage', 'Budget', 'Owner', 'End', 'List id']);
  });

  it('takes no column away while a list is typed', async () => {
    page = await openPage();
    await withRecords([]);
    const before = headers();
    expect(before.length).toBe(usual.length);
    await act(() => change('other', {}, listed.map(put)));
    expect(headers()).toEqual(before);
  });

  it('chooses the columns when the first list comes into an empty portfolio', async () => {
    page = await openPage();
    await withRecords([]);
    page.service.willPick({
      name: 'plan.csv',
      text: 'Project name,Owner,End date,Budget (USD),Project ID,Status\nClaims,Ada,2026-12-31,5,C-1,green\nDesk,Ben,2027-06-30,6,C-2,red\n',
    });
    await page.user.keyboard('{Control>}i{/Control}');
    await page.user.click(await screen.findByRole('button', { name: /^Import 2 rows/ }));
    await screen.findByRole('dialog', { name: 'What came in from plan.csv' });
    await page.user.keyboard('{Escape}');
    await waitFor(() =>
      expect(headers()).toEqual(['Name', 'Mode', 'Budget', 'Owner', 'End', 'Status', 'List id']),
    );
  });
});
