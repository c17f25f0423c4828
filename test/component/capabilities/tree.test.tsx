import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useTree } from '../../../renderer/features/capabilities/treeStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newCapability, newInitiative } from '../../../shared/domain/defaults.ts';
import type { Capability, TableName } from '../../../shared/domain/records.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  act(() => useTree.setState(useTree.getInitialState()));
  await page.close();
});

const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: { ...record } });
const capability = (
  id: string,
  parentId: string | null,
  position: number,
  values: Partial<Capability> = {},
) => put('capability', { ...newCapability(id, `Capability ${id}`, parentId), position, ...values });

const portfolio = [
  capability('a', null, 0, { neededMoney: 100_00 }),
  capability('b', null, 1),
  capability('b1', 'b', 0),
  put('initiative', newInitiative('i', 'Hub')),
  put('contribution', { id: 'k', initiativeId: 'i', capabilityId: 'b1', weight: 0.4 }),
];

async function openTree(changes = portfolio) {
  page = await openPage();
  await withRecords(changes);
  act(() => useView.getState().go('capabilities'));
  return screen.findByRole('treegrid');
}
const records = () => usePortfolio.getState().records!;

describe('an empty tree', () => {
  it('teaches, and makes the first capability by typing', async () => {
    page = await openPage();
    await withRecords([put('initiative', newInitiative('i', 'Hub'))]);
    act(() => useView.getState().go('capabilities'));
    await screen.findByRole('heading', { name: 'What must the business be able to do?' });
    await page.user.type(screen.getByLabelText('or type the first capability'), 'Payments{Enter}');
    await screen.findByRole('treegrid');
    expect(Object.values(records().capability).map(({ name, position }) => [name, position])).toEqual([
      ['Payments', 0],
    ]);
  });
});

describe('the tree', () => {
  it('tells screen readers levels, places and whether a row is open', async () => {
    await openTree();
    const levels = screen.getAllByRole('row').flatMap((each) => {
      const level = each.getAttribute('aria-level');
      return level && !each.hasAttribute('data-entry')
        ? [
            [
              level,
              each.getAttribute('aria-posinset'),
              each.getAttribute('aria-setsize'),
              each.getAttribute('aria-expanded'),
            ],
          ]
        : [];
    });
    expect(levels).toEqual([
      ['1', '1', '2', null],
      ['1', '2', '2', 'true'],
      ['2', '1', '1', null],
    ]);
  });

  it('merges into another after showing what moves', async () => {
    await openTree();
    act(() => useTree.getState().set({ dialog: { kind: 'merge', id: 'b' } }));
    const dialog = await screen.findByRole('dialog');
    await page.user.type(within(dialog).getByRole('combobox'), 'Capability a');
    await page.user.click(await screen.findByRole('option', { name: 'Capability a' }));
    await within(dialog).findByText('1 capability below moves under “Capability a”.');
    await page.user.click(within(dialog).getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(records().capability.b).toBeUndefined());
    expect(records().capability.b1?.parentId).toBe('a');
    expect(records().contribution.k?.capabilityId).toBe('b1');
    expect((await historyKeys())[0]).toBe('capability.merge');
  });

  it('asks before it deletes what others hang on, and says what goes along', async () => {
    await openTree();
    act(() => useTree.getState().set({ dialog: { kind: 'delete', ids: ['b'] } }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText('1 capability below it is deleted too.');
    within(dialog).getByText('1 link to an initiative goes; the initiative itself stays.');
    within(dialog).getByText('1 initiative then serves no capability at all.');
    await page.user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(Object.keys(records().capability)).toEqual(['a']));
  });

  it('shows a search with what leads to it', async () => {
    await openTree();
    await page.user.type(screen.getByRole('searchbox', { name: 'Search capabilities' }), 'b1');
    await screen.findByText(/^1 of 3 capabilities/);
    expect(screen.queryByText('Capability a')).toBeNull();
    screen.getByText('Capability b');
  });
});
