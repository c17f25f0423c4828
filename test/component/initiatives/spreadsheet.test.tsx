import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { runFromMenu } from '../../../renderer/commands/runBeside.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { newCapability, newInitiative, newPartner } from '../../../shared/domain/defaults.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const four = [
  {
    ...newInitiative('a', 'Alpha'),
    owner: 'Ada',
    budget: 100_00,
    startDate: '2026-01-01',
    endDate: '2026-06-30',
  },
  { ...newInitiative('b', 'Beta'), owner: null, budget: 200_00 },
  { ...newInitiative('c', 'Gamma'), owner: 'Cleo', budget: null },
  { ...newInitiative('d', 'Delta'), owner: 'Dan', budget: 50_00, retired: true },
];

async function openTable(more: readonly Change[] = []) {
  page = await openPage();
  await withRecords([
    ...four.map((record) => ({ op: 'put' as const, table: 'initiative' as const, record: { ...record } })),
    ...more,
  ]);
  return page.user;
}
const stored = (id: string) => usePortfolio.getState().records?.initiative[id];
const cell = (name: string) => screen.getByRole('gridcell', { name });
/** The cell of a row under the column of that title, wherever it stands; 0 is the column of the ticks. */
const at = (row: number, title: string | 0): HTMLElement => {
  const line = screen.getAllByRole('row')[row];
  const titles = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  const column = title === 0 ? 0 : titles.findIndex((each) => each.startsWith(title));
  return within(line as HTMLElement).getAllByRole('gridcell')[column] as HTMLElement;
};
const marked = () => screen.getAllByRole('gridcell').filter((each) => each.ariaSelected === 'true').length;
const complaints = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

describe('marking cells', () => {
  it('marks with Shift and arrows, a shifted click, and all; sums what is known of them', async () => {
    const user = await openTable();
    await user.click(at(1, 'Budget'));
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(marked()).toBe(3);
    const totals = screen.getAllByRole('row').at(-1) as HTMLElement;
    expect(within(totals).getByText('3 cells')).toBeVisible();
    expect(within(totals).getByText('2/3 known')).toBeVisible();
    expect(screen.getByText('Marked cells: 3 by 1')).toBeInTheDocument();
    expect(await complaints()).toEqual([]);
    await user.keyboard('{Escape}');
    expect(marked()).toBe(0);
    await user.keyboard('[ShiftLeft>]');
    await user.click(at(2, 'Spent'));
    await user.keyboard('[/ShiftLeft]');
    expect(marked()).toBe(4);
    await user.keyboard('{Control>}a{/Control}');
    expect(within(totals).getByText(/^3\d cells$/)).toBeVisible();
  });

  it('marks by dragging', async () => {
    await openTable();
    fireEvent.pointerDown(at(1, 'Owner'), { button: 0, pointerType: 'mouse' });
    fireEvent.pointerMove(at(2, 'Owner'));
    fireEvent.pointerMove(at(3, 'Start'));
    fireEvent.pointerUp(at(3, 'Start'));
    expect(marked()).toBe(6);
  });

  it('says why it fills nothing where nothing stands before the cell', async () => {
    const user = await openTable();
    await user.click(at(1, 'Budget'));
    await user.keyboard('{Control>}d{/Control}');
    expect(await screen.findByText(/^Mark the cells to fill/)).toBeVisible();
    expect((await historyKeys())[0]).toBe('other');
    // A single cell further down takes what stands above it.
    await user.click(at(2, 'Budget'));
    await user.keyboard('{Control>}d{/Control}');
    await waitFor(() => expect(stored('b')?.budget).toBe(100_00));
  });

  it('fills down and to the right, and takes each back in one step', async () => {
    const user = await openTable();
    await user.click(cell('Ada'));
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    await waitFor(() => expect([stored('b')?.owner, stored('c')?.owner]).toEqual(['Ada', 'Ada']));
    expect(await screen.findByText('2 cells filled')).toBeVisible();
    await act(undo);
    expect([stored('b')?.owner, stored('c')?.owner]).toEqual([null, 'Cleo']);
    await user.click(at(1, 'Budget'));
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}{Control>}r{/Control}');
    await waitFor(() => expect(stored('a')?.spent).toBe(100_00));
    expect((await historyKeys())[0]).toBe('initiative.fill');
  });

  it('pastes one value into all marked cells, and says what went wrong before it writes', async () => {
    const user = await openTable();
    await user.click(at(1, 'Budget'));
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await user.paste('1.5k');
    await waitFor(() =>
      expect(['a', 'b', 'c'].map((id) => stored(id)?.budget)).toEqual([1500_00, 1500_00, 1500_00]),
    );
    await user.click(at(1, 'Budget'));
    await user.paste('abc\textra\tEve\t2027-01-01');
    const dialog = within(await screen.findByRole('dialog', { name: /cells? cannot take this/ }));
    expect(dialog.getByText('The end lies before the start.')).toBeVisible();
    expect(dialog.getAllByText(/Not an amount/)).toHaveLength(2);
    expect(await complaints()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(stored('a')).toMatchObject({ startDate: '2026-01-01', budget: 1500_00, owner: 'Ada' });
  });

  it('takes names of capabilities and partners, and asks before it makes new ones', async () => {
    const user = await openTable([
      { op: 'put', table: 'capability', record: { ...newCapability('k', 'Payments, cards', null) } },
      { op: 'put', table: 'partner', record: { ...newPartner('p', 'Acme') } },
      {
        op: 'put',
        table: 'contribution',
        record: { id: 'l', initiativeId: 'a', capabilityId: 'k', weight: 0.4 },
      },
    ]);
    const linked = (id: string) => {
      const { capability, contribution, engagement, partner } = usePortfolio.getState().records!;
      return [
        ...Object.values(contribution)
          .filter(({ initiativeId }) => initiativeId === id)
          .map(({ capabilityId, weight }) => `${capability[capabilityId]?.name} ${weight}`),
        ...Object.values(engagement)
          .filter(({ initiativeId }) => initiativeId === id)
          .map(({ partnerId }) => partner[partnerId]?.name),
      ];
    };
    await user.click(at(1, 'Capabilities'));
    await user.paste('payments, cards; Claims; Pricing\tACME\nClaims\tNewco');
    const dialog = within(await screen.findByRole('dialog', { name: 'This makes 3 new records' }));
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'CapabilityClaims',
      'CapabilityPricing',
      'PartnerNewco',
    ]);
    expect(linked('a')).toEqual(['Payments, cards 0.4']);
    await user.click(dialog.getByRole('button', { name: 'Make them and write' }));
    await waitFor(() => expect(linked('b')).toEqual(['Claims 1', 'Newco']));
    expect(linked('a')).toEqual(['Payments, cards 0.4', 'Claims 0.3', 'Pricing 0.3', 'Acme']);
    await act(undo);
    expect([linked('a'), linked('b')]).toEqual([['Payments, cards 0.4'], []]);
    expect(Object.keys(usePortfolio.getState().records!.capability)).toEqual(['k']);
  });

  it('asks about what was typed before a command that was pressed over it, and Escape leads out', async () => {
    const user = await openTable();
    await user.click(at(1, 'Capabilities'));
    await user.keyboard('Claims{Control>}k{/Control}');
    const asked = await screen.findByRole('dialog', { name: 'This makes 1 new record' });
    expect(screen.queryByRole('combobox', { name: 'Search or run' })).toBeNull();
    expect(asked).toContainElement(document.activeElement as HTMLElement);
    act(() => runFromMenu('app.palette'));
    expect(screen.getAllByRole('dialog')).toEqual([asked]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(Object.keys(usePortfolio.getState().records?.capability ?? {})).toEqual([]);
    await user.click(at(1, 'Owner'));
    await user.keyboard('Eve');
    act(() => runFromMenu('app.palette'));
    expect(await screen.findByRole('combobox', { name: 'Search or run' })).toHaveFocus();
    await waitFor(() => expect(stored('a')?.owner).toBe('Eve'));
  });

  it('makes new rows of what is pasted below the last one', async () => {
    const user = await openTable();
    await user.keyboard('{Alt>}n{/Alt}');
    await user.paste('Epsilon\tProduct team\nZeta\tProject');
    await waitFor(() => expect(screen.getByRole('gridcell', { name: 'Zeta' })).toBeVisible());
    const made = Object.values(usePortfolio.getState().records?.initiative ?? {}).slice(-2);
    expect(made.map(({ name, mode }) => [name, mode])).toEqual([
      ['Epsilon', 'product'],
      ['Zeta', 'project'],
    ]);
  });

  it('clears the marked cells and leaves names and modes', async () => {
    const user = await openTable();
    await user.click(at(1, 'Name'));
    await user.keyboard('{Shift>}{End}{/Shift}{Delete}');
    await waitFor(() => expect(stored('a')?.owner).toBeNull());
    expect(stored('a')).toMatchObject({ name: 'Alpha', mode: 'project' });
  });

  it('writes into all marked cells with Control and Enter, and goes along a line with Tab', async () => {
    const user = await openTable();
    await user.click(at(1, 'Owner'));
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}Eve{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(['a', 'b', 'c'].map((id) => stored(id)?.owner)).toEqual(['Eve', 'Eve', 'Eve']),
    );
    await user.click(at(1, 'Budget'));
    await user.keyboard('7{Tab}8{Enter}');
    await waitFor(() => expect(stored('a')).toMatchObject({ budget: 700, spent: 800 }));
    // Enter goes back to the column where Tab began, one line down.
    expect(document.activeElement).toBe(at(2, 'Budget'));
  });

  it('types a new row along its line', async () => {
    const user = await openTable();
    await user.keyboard('{Alt>}n{/Alt}Omega{Tab}');
    await waitFor(() => expect(document.activeElement).toBe(at(4, 'Mode')));
    await user.keyboard('{Tab>6/}Olga{Enter}');
    await waitFor(() =>
      expect(Object.values(usePortfolio.getState().records?.initiative ?? {}).at(-1)).toMatchObject({
        name: 'Omega',
        owner: 'Olga',
      }),
    );
  });

  it('offers what can be done with a cell from the keyboard', async () => {
    const user = await openTable();
    await user.click(cell('Cleo'));
    await user.keyboard('{Shift>}{F10}{/Shift}');
    const menu = within(await screen.findByRole('menu', { name: /Gamma/ }));
    expect(await complaints()).toEqual([]);
    await user.click(menu.getByRole('menuitem', { name: 'Show only this Owner' }));
    await waitFor(() => expect(screen.queryByRole('gridcell', { name: 'Alpha' })).toBeNull());
    expect(cell('Cleo')).toBeVisible();
  });
});

describe('many rows at once', () => {
  it('moves dates, changes budgets and sets fields of the ticked rows, each in one step', async () => {
    const user = await openTable();
    await user.click(at(1, 0));
    await user.click(at(2, 0));
    const open = async (what: string, text: string) => {
      await user.click(screen.getByRole('button', { name: 'Change…' }));
      const form = within(await screen.findByRole('dialog', { name: 'Change…' }));
      await user.selectOptions(form.getByRole('combobox', { name: 'What' }), what);
      await user.type(form.getByRole('textbox'), text);
      return form;
    };
    const shift = await open('Dates: move by', '2');
    expect(shift.getByText(/1 initiative changes\. 1 has no value to start from/)).toBeVisible();
    await user.click(shift.getByRole('button', { name: 'Change them' }));
    await waitFor(() =>
      expect(stored('a')).toMatchObject({ startDate: '2026-03-01', endDate: '2026-08-28' }),
    );
    // It goes by itself: looked for as soon as it is said.
    expect((await screen.findAllByText('1 initiative changed'))[0]).toBeVisible();
    const scale = await open('Budget: raise or cut by %', '-10');
    await user.click(scale.getByRole('button', { name: 'Change them' }));
    await waitFor(() => expect([stored('a')?.budget, stored('b')?.budget]).toEqual([90_00, 180_00]));
    const owner = await open('Owner', 'Zoe');
    await user.click(owner.getByRole('button', { name: 'Change them' }));
    await waitFor(() => expect([stored('a')?.owner, stored('b')?.owner]).toEqual(['Zoe', 'Zoe']));
    expect((await historyKeys()).slice(0, 3)).toEqual([
      'initiative.set',
      'initiative.scale',
      'initiative.shift',
    ]);
  });

  it('hides retired initiatives, says so, and shows them when asked', async () => {
    const user = await openTable();
    expect(screen.queryByText('Delta')).toBeNull();
    expect(screen.getByText('1 retired is hidden')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByText('Delta')).toBeVisible();
    await user.click(at(1, 0));
    await user.click(screen.getByRole('button', { name: 'Retire' }));
    await waitFor(() => expect(stored('a')?.retired).toBe(true));
    await user.click(screen.getByRole('button', { name: 'Remove: Retired are shown' }));
    await waitFor(() => expect(within(screen.getByRole('grid')).queryByText('Alpha')).toBeNull());
  });
});

describe('columns and saved views', () => {
  const headers = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

  it('moves a column by dragging its header', async () => {
    await openTable();
    const data = new Map<string, string>();
    const dataTransfer = {
      get types() {
        return [...data.keys()];
      },
      setData: (type: string, text: string) => void data.set(type, text),
      getData: (type: string) => data.get(type) ?? '',
    };
    const header = (name: RegExp) => screen.getByRole('columnheader', { name });
    expect(headers().indexOf('Owner')).toBeGreaterThan(headers().indexOf('Budget'));
    fireEvent.dragStart(header(/Owner/), { dataTransfer });
    fireEvent.dragOver(header(/Budget/), { dataTransfer });
    fireEvent.drop(header(/Budget/), { dataTransfer });
    expect(headers().indexOf('Owner')).toBe(headers().indexOf('Budget') - 1);
  });

  it('keeps an arrangement under a name, changes, renames and deletes it; all can be undone', async () => {
    const user = await openTable();
    await user.click(within(screen.getByRole('columnheader', { name: /Budget/ })).getByText('Budget'));
    const views = () => screen.getByRole('button', { name: /^Views of the table/ });
    await user.click(views());
    await user.click(screen.getByRole('menuitem', { name: 'Save as a new view…' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'By money{Enter}');
    await waitFor(() => expect(views()).toHaveAccessibleName('Views of the table: By money'));
    await user.click(views());
    await user.click(screen.getByRole('menuitem', { name: /^All initiatives/ }));
    expect(screen.getByRole('columnheader', { name: /Budget/ })).not.toHaveAttribute('aria-sort');
    await user.click(views());
    await user.click(screen.getByRole('menuitem', { name: /^By money/ }));
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: /Budget/ })).toHaveAttribute('aria-sort', 'ascending'),
    );
    await user.click(within(screen.getByRole('columnheader', { name: /Budget/ })).getByText('Budget'));
    expect(views()).toHaveAccessibleName('Views of the table: By money, changed');
    await user.click(views());
    await user.click(screen.getByRole('menuitem', { name: 'Keep the changes in “By money”' }));
    await waitFor(() => expect(views()).toHaveAccessibleName('Views of the table: By money'));
    await user.click(views());
    await user.click(screen.getByRole('menuitem', { name: 'Open with this view' }));
    await user.click(views());
    expect(await screen.findByText('opens first')).toBeVisible();
    await user.click(screen.getByRole('menuitem', { name: 'Delete the view' }));
    await waitFor(() => expect(views()).toHaveAccessibleName('Views of the table: All initiatives'));
    await act(undo);
    expect(views()).toHaveAccessibleName('Views of the table: By money');
  });
});
