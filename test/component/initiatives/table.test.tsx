import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { newInitiative, newPhase } from '../../../shared/domain/defaults.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const three = [
  { ...newInitiative('a', 'Claims portal'), budget: 500_000_00, startDate: '2026-01-01', owner: 'Ada' },
  { ...newInitiative('b', '支付平台', 'product'), stage: 'active' as const },
  { ...newInitiative('c', 'Broker desk'), budget: 100_000_00, endDate: '2026-12-31' },
];
const put = (record: object) => ({ op: 'put' as const, table: 'initiative' as const, record: { ...record } });

async function openTable() {
  page = await openPage();
  await withRecords(three.map(put));
  return page.user;
}
const cell = (name: string) => screen.getByRole('gridcell', { name });
const stored = (id: string) => usePortfolio.getState().records?.initiative[id];
const names = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1, -2)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);

describe('the initiatives table', () => {
  it('shows unknown as unknown, and says so to a screen reader', async () => {
    await openTable();
    const row = screen.getAllByRole('row')[2] as HTMLElement;
    expect(within(row).getByText('支付平台')).toBeVisible();
    expect(within(row).getAllByRole('img', { name: 'unknown' }).length).toBeGreaterThan(3);
    expect(screen.getByText('3 initiatives · $600K budgeted, 2 of 3 known')).toBeVisible();
  });

  it('edits a cell from the keyboard, explains what it cannot take, and undoes', async () => {
    const user = await openTable();
    await user.click(cell('Claims portal'));
    await user.keyboard('{ArrowRight>5/}');
    await user.keyboard('{F2}');
    const editor = screen.getByRole('textbox', { name: 'Budget of Claims portal' });
    expect(editor).toHaveValue('500000');
    await user.clear(editor);
    await user.keyboard('a lot{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Not an amount');
    expect(editor).toHaveAttribute('aria-invalid', 'true');
    await user.clear(editor);
    await user.keyboard('1.5M{Enter}');
    await waitFor(() => expect(stored('a')?.budget).toBe(1_500_000_00));
    expect(cell('$1.5M')).toBeVisible();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(stored('a')?.budget).toBe(500_000_00));
  });

  it('takes a letter typed over a choice for the one that begins with it, and a slip for nothing', async () => {
    const user = await openTable();
    const steps = await historyKeys();
    const product = () => within(screen.getByRole('grid')).getByRole('gridcell', { name: 'Product team' });
    await user.click(product());
    await user.keyboard('z');
    const mode = screen.getByRole('combobox', { name: 'Mode of 支付平台' });
    expect(mode).toHaveDisplayValue('Product team');
    await user.keyboard('{Enter}');
    await user.click(product());
    await user.keyboard('{ArrowRight}6');
    expect(screen.getByRole('combobox', { name: 'Stage of 支付平台' })).toHaveDisplayValue('Active');
    await user.click(screen.getByText('Broker desk'));
    expect(stored('b')).toMatchObject({ mode: 'product', stage: 'active' });
    expect(await historyKeys()).toEqual(steps);
    await user.click(product());
    await user.keyboard('{ArrowRight}p{Enter}');
    await waitFor(() => expect(stored('b')?.stage).toBe('planned'));
  });

  it('shows what was typed while it is on its way to the file, and what was there when it is refused', async () => {
    const user = await openTable();
    const { transport } = page.service;
    const { call } = transport;
    let refuse = (): void => undefined;
    const refused = new Promise<void>((go) => {
      refuse = go;
    });
    vi.spyOn(transport, 'call').mockImplementation(async (method, input) => {
      if (String(method) !== 'records.change') return call(method, input);
      await refused;
      return { ok: false, error: { code: 'read_only', message: 'refused by the test' } };
    });
    await user.click(cell('$500K'));
    await user.keyboard('1.5M{Enter}');
    expect(cell('$1.5M')).toBeVisible();
    expect(stored('a')?.budget).toBe(500_000_00);
    await act(async () => refuse());
    expect(await screen.findByRole('gridcell', { name: '$500K' })).toBeVisible();
    expect(screen.queryByRole('gridcell', { name: '$1.5M' })).toBeNull();
  });

  it('starts editing by typing, leaves with Escape, clears with Delete', async () => {
    const user = await openTable();
    await user.click(cell('Ada'));
    await user.keyboard('B');
    expect(screen.getByRole('combobox', { name: 'Owner of Claims portal' })).toHaveValue('B');
    await user.keyboard('{Escape}');
    expect(stored('a')?.owner).toBe('Ada');
    await user.keyboard('{Delete}');
    await waitFor(() => expect(stored('a')?.owner).toBeNull());
  });

  it('refuses an end before the start', async () => {
    const user = await openTable();
    await user.click(cell('31 Dec 2026'));
    await user.keyboard('{Enter}');
    const editor = screen.getByRole('textbox', { name: 'End of Broker desk' });
    await user.clear(editor);
    await user.keyboard('2026-02-30{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('not in the calendar');
    await user.keyboard('{Escape}');
    expect(stored('c')?.endDate).toBe('2026-12-31');
  });

  it('adds initiatives one after the other in the last row', async () => {
    const user = await openTable();
    await user.keyboard('{Alt>}n{/Alt}');
    // A slip is undone from the line for the next one; what is typed there is a text.
    await user.keyboard('Slip{Enter}');
    await waitFor(() => expect(names()).toHaveLength(4));
    await user.keyboard('T{Control>}z{/Control}');
    expect(names()).toHaveLength(4);
    await user.keyboard('{Backspace}{Escape}');
    await user.keyboard('{Alt>}n{/Alt}{Control>}z{/Control}');
    await waitFor(() => expect(names()).toHaveLength(3));
    await user.keyboard('One{Enter}Two{Enter}{Escape}');
    await waitFor(() => expect(names()).toEqual(['Claims portal', '支付平台', 'Broker desk', 'One', 'Two']));
    expect((await historyKeys()).slice(0, 2)).toEqual(['initiative.create', 'initiative.create']);
  });

  it('searches, sorts, groups and ticks from the keyboard', async () => {
    const user = await openTable();
    await user.keyboard('{Control>}f{/Control}desk');
    await waitFor(() => expect(names()).toEqual(['Broker desk']));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(names()).toHaveLength(3));
    await user.click(within(screen.getByRole('columnheader', { name: /Budget/ })).getByText('Budget'));
    await waitFor(() => expect(names()).toEqual(['Broker desk', 'Claims portal', '支付平台']));
    expect(screen.getByRole('columnheader', { name: /Budget/ })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(screen.getByRole('button', { name: 'Group by' }));
    await user.click(screen.getByRole('menuitem', { name: 'Mode' }));
    expect(await screen.findByText('Budget none known')).toBeVisible();
    expect(screen.getByText('Budget $600K · 2 of 2 known')).toBeVisible();
    await user.click(cell('Claims portal'));
    await user.keyboard(' ');
    expect(screen.getByText('1 ticked')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(stored('a')).toBeUndefined());
    await user.click(screen.getAllByRole('button', { name: 'Undo' })[0] as HTMLElement);
    await waitFor(() => expect(stored('a')?.budget).toBe(500_000_00));
  });

  it('opens a modelled cell to its arithmetic instead of letting it be typed in', async () => {
    page = await openPage();
    const phases = [
      { ...newPhase('p1', 'a', 0, 'analysis', 'Look'), months: 2, people: 3, dayRate: 70_000 },
      { ...newPhase('p2', 'a', 1, 'build', 'Make'), months: 4, people: 5, dayRate: 70_000 },
    ];
    await withRecords([
      put(newInitiative('a', 'Claims portal')),
      ...phases.map((phase) => ({ op: 'put' as const, table: 'phase' as const, record: { ...phase } })),
    ]);
    await page.user.click(cell('Claims portal'));
    await page.user.keyboard('{End}');
    await waitFor(() => expect(screen.getAllByRole('gridcell', { name: /^\d+%$/ })).toHaveLength(1));
    await page.user.dblClick(screen.getByRole('gridcell', { name: /^\d+%$/ }));
    const receipt = within(await screen.findByRole('dialog'));
    expect(receipt.getByText('The first divided by the second.')).toBeVisible();
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('textbox', { name: /of Claims portal/ })).toBeNull();
  });

  it('filters a column, names the filter, and lets it go', async () => {
    const user = await openTable();
    const header = screen.getByRole('columnheader', { name: /Budget/ });
    await user.click(within(header).getByRole('button', { name: 'Column Budget' }));
    await user.click(screen.getByRole('menuitem', { name: 'Filter…' }));
    await user.type(screen.getByRole('textbox', { name: 'From' }), '200k');
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    await waitFor(() => expect(names()).toEqual(['Claims portal']));
    expect(screen.getByText('Budget from $200K')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove the filter on Budget' }));
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('pastes cells from a spreadsheet as one step, or not at all', async () => {
    const user = await openTable();
    await user.click(cell('Claims portal'));
    await user.paste('First\tProduct team\tActive\nSecond\t项目\t想法');
    await waitFor(() =>
      expect(stored('a')).toMatchObject({ name: 'First', mode: 'product', stage: 'active' }),
    );
    expect(stored('b')).toMatchObject({ name: 'Second', mode: 'project', stage: 'idea' });
    await user.click(cell('First'));
    await user.paste('Third\tneither\t\nFourth\tProject\tlater');
    const dialog = within(await screen.findByRole('dialog', { name: '2 cells cannot take this' }));
    expect(dialog.getByRole('cell', { name: 'neither' })).toBeVisible();
    expect(dialog.getByRole('cell', { name: '2 · Second' })).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(stored('a')?.name).toBe('First');
  });

  it('flips the mode by one key and speaks Chinese at once', async () => {
    const user = await openTable();
    await user.click(cell('Broker desk'));
    await user.keyboard('{Alt>}m{/Alt}');
    await waitFor(() => expect(stored('c')?.mode).toBe('product'));
    await user.keyboard('{Control>}{Alt>}l{/Alt}{/Control}');
    expect(usePreferences.getState().language).toBe('zh-CN');
    expect(await screen.findByRole('heading', { name: '举措', level: 1 })).toBeVisible();
    expect(screen.getByRole('button', { name: /撤销：将“Broker desk”改为产品团队/ })).toBeEnabled();
    await act(() => usePreferences.getState().write({ language: 'en' }));
  });

  it('has nothing that axe objects to', async () => {
    const user = await openTable();
    await user.click(cell('Claims portal'));
    const { violations } = await axe.run(document.body, {
      // Colours are checked by their own test; jsdom draws none.
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
