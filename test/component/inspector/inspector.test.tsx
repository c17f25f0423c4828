import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { flushSync } from 'react-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

async function inspect() {
  page = await openPage();
  await withRecords([
    {
      op: 'put',
      table: 'initiative',
      record: { ...newInitiative('a', 'Claims portal'), extra: { 'Délai prévu': 'T3 2026' } },
    },
    { op: 'put', table: 'initiative', record: { ...newInitiative('b', 'Identity hub') } },
  ]);
  act(() => useView.getState().select({ kind: 'initiative', id: 'a' }));
  await screen.findByRole('textbox', { name: 'Name' });
  return page.user;
}
const pane = () => within(screen.getByRole('complementary', { name: 'Inspector' }));
const records = () => {
  const now = usePortfolio.getState().records;
  if (!now) throw new Error('nothing is open');
  return now;
};

describe('the inspector', () => {
  it('says what to look at first while nothing is selected, and opens it', async () => {
    const user = await inspect();
    const { b } = records().initiative;
    if (!b) throw new Error('no second initiative');
    await withRecords([{ op: 'put', table: 'initiative', record: { ...b, budget: 2_500_000_00 } }]);
    act(() => useView.getState().select(null));
    await pane().findByRole('heading', { name: 'Look at these first' });
    const [first] = pane().getAllByRole('listitem');
    expect(first).toHaveTextContent('budget $2.5M');
    await user.click(within(first!).getByRole('button'));
    expect(useView.getState().selection).toEqual({ kind: 'initiative', id: 'b' });
    expect(await pane().findByRole('textbox', { name: 'Name' })).toHaveValue('Identity hub');
  });

  it('keeps what is typed on leaving, puts it back on Escape, explains what is wrong', async () => {
    const user = await inspect();
    const budget = pane().getByRole('textbox', { name: 'Budget' });
    await user.type(budget, '2.5M{Tab}');
    await waitFor(() => expect(records().initiative.a?.budget).toBe(2_500_000_00));
    expect(budget).toHaveValue('$2,500,000');
    await user.click(budget);
    await user.clear(budget);
    await user.keyboard('7{Escape}');
    expect(budget).toHaveValue('$2,500,000');
    const start = pane().getByRole('textbox', { name: 'Start' });
    await user.type(start, '04/05/2026{Tab}');
    expect(pane().getByRole('alert')).toHaveTextContent('Day or month first?');
    expect(records().initiative.a?.startDate).toBeNull();
  });

  it('keeps what is typed when a key leads to another view, and goes on typing where a key leads nowhere', async () => {
    const user = await inspect();
    const owner = pane().getByRole('textbox', { name: 'Owner' });
    await user.type(owner, 'Ada');
    await user.keyboard('{Alt>}m{/Alt}');
    await waitFor(() => expect(records().initiative.a).toMatchObject({ owner: 'Ada', mode: 'product' }));
    expect(owner).toHaveFocus();
    await user.clear(owner);
    await user.type(owner, 'Grace');
    await user.keyboard('{Alt>}9{/Alt}');
    await screen.findByRole('main', { name: 'Timeline' });
    await waitFor(() => expect(records().initiative.a?.owner).toBe('Grace'));
    await user.keyboard('{Alt>}1{/Alt}');
    const cell = await screen.findByRole('gridcell', { name: 'Claims portal' });
    await user.click(cell);
    await user.keyboard('Claims desk{Alt>}2{/Alt}');
    await screen.findByRole('main', { name: 'Flow' });
    await waitFor(() => expect(records().initiative.a?.name).toBe('Claims desk'));
  });

  it('undoes by key right where a field was kept, and shows there what is undone', async () => {
    const user = await inspect();
    const owner = pane().getByRole('textbox', { name: 'Owner' });
    await user.type(owner, 'Ada{Enter}');
    await waitFor(() => expect(records().initiative.a?.owner).toBe('Ada'));
    await user.type(owner, '{Control>}a{/Control}Bea{Enter}');
    await waitFor(() => expect(records().initiative.a?.owner).toBe('Bea'));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(records().initiative.a?.owner).toBe('Ada'));
    expect(owner).toHaveValue('Ada');
    await user.keyboard('{Control>}y{/Control}');
    await waitFor(() => expect(owner).toHaveValue('Bea'));
    // The next field, in which nothing is typed yet, must not bring back on leaving what was undone in it.
    await user.keyboard('{Shift>}{Tab}{/Shift}');
    await user.click(owner);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(owner).toHaveValue('Ada'));
    await user.tab();
    expect(records().initiative.a?.owner).toBe('Ada');
    // What is being typed is a text: the key then means it, and nothing of the portfolio.
    await user.type(owner, 'm');
    await user.keyboard('{Control>}z{/Control}');
    await user.keyboard('{Escape}');
    expect(records().initiative.a?.owner).toBe('Ada');
    expect(await historyKeys()).toEqual(['initiative.edit', 'initiative.edit', 'other']);
    expect(usePortfolio.getState().history.undo?.key).toBe('initiative.edit');
  });

  /** The initiative under another name, as an undo or an edit in the view would leave it; drawn as far as that is urgent. */
  const renamed = (name: string): void =>
    flushSync(() =>
      usePortfolio.setState(({ records }) => {
        const a = records?.initiative.a;
        if (!records || !a) throw new Error('no initiative to rename');
        return { records: { ...records, initiative: { ...records.initiative, a: { ...a, name } } } };
      }),
    );

  it('follows what is done in the view once that is on the screen', async () => {
    await inspect();
    const name = pane().getByRole('textbox', { name: 'Name' });
    act(() => {
      renamed('Claims desk');
      expect(screen.getByRole('gridcell', { name: 'Claims desk' })).toBeVisible();
      expect(name).toHaveValue('Claims portal');
    });
    expect(name).toHaveValue('Claims desk');
  });

  it('is the newest for whoever works in it, and from the first touch on', async () => {
    await inspect();
    const name = pane().getByRole('textbox', { name: 'Name' });
    act(() => pane().getByRole('textbox', { name: 'Owner' }).focus());
    act(() => {
      renamed('Claims desk');
      expect(name).toHaveValue('Claims desk');
    });
    act(() => screen.getByRole('gridcell', { name: 'Claims desk' }).focus());
    act(() => {
      renamed('Claims hub');
      expect(name).toHaveValue('Claims desk');
      flushSync(() => fireEvent.pointerDown(pane().getByRole('button', { name: 'Add a release' })));
      expect(name).toHaveValue('Claims hub');
    });
    // The pointer leaves without having taken the keyboard there: the view comes first again.
    fireEvent.pointerLeave(screen.getByRole('complementary', { name: 'Inspector' }));
    act(() => {
      renamed('Claims portal');
      expect(name).toHaveValue('Claims hub');
    });
    expect(name).toHaveValue('Claims portal');
  });

  it('keeps the keyboard where the button that was pressed is gone', async () => {
    const user = await inspect();
    pane().getByRole('button', { name: 'Add the usual phases' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(portfolioIndex(records()).phases.get('a')).toHaveLength(7));
    await waitFor(() =>
      expect(document.activeElement?.closest('aside')).toBe(
        screen.getByRole('complementary', { name: 'Inspector' }),
      ),
    );
  });

  it('adds, edits, reorders and removes phases by keyboard', async () => {
    const user = await inspect();
    await user.click(pane().getByRole('button', { name: 'Add the usual phases' }));
    await waitFor(() => expect(portfolioIndex(records()).phases.get('a')).toHaveLength(7));
    pane()
      .getByRole('button', { name: /^Move Design/ })
      .focus();
    await user.keyboard('{ArrowUp}');
    const kinds = () =>
      portfolioIndex(records())
        .phases.get('a')
        ?.map(({ kind }) => kind);
    await waitFor(() => expect(kinds()?.slice(0, 3)).toEqual(['businessCase', 'design', 'funding']));
    await user.click(pane().getByRole('button', { name: 'Details of Build' }));
    await user.type(pane().getByRole('textbox', { name: 'Months' }), '4.5{Tab}');
    const build = () =>
      portfolioIndex(records())
        .phases.get('a')
        ?.find(({ kind }) => kind === 'build');
    await waitFor(() => expect(build()?.months).toBe(4.5));
    await user.click(pane().getByRole('button', { name: 'Remove the phase' }));
    await waitFor(() => expect(build()).toBeUndefined());
  });

  it('links capabilities, new ones by typing, and explains shares over the whole', async () => {
    const user = await inspect();
    await user.type(pane().getByRole('combobox', { name: 'Add a capability' }), 'Payments');
    await user.click(await screen.findByRole('option', { name: 'New capability “Payments”' }));
    const weight = await pane().findByRole('textbox', { name: 'Share of the effort for Payments' });
    expect(weight).toHaveValue('100%');
    await user.type(pane().getByRole('combobox', { name: 'Add a capability' }), '理赔');
    await user.click(await screen.findByRole('option', { name: 'New capability “理赔”' }));
    const second = await pane().findByRole('textbox', { name: 'Share of the effort for 理赔' });
    await user.clear(second);
    await user.tab();
    expect(pane().getByRole('alert')).toHaveTextContent('A value is needed here.');
    await user.type(second, '30{Tab}');
    expect(pane().getByRole('alert')).toHaveTextContent('Together more than 100% of the effort');
    await user.click(pane().getByRole('button', { name: 'Remove Payments' }));
    await waitFor(() => expect(Object.values(records().contribution)).toHaveLength(1));
    await user.click(second);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(pane().queryByRole('alert')).toBeNull());
    expect(await pane().findByText('Together 30%; the rest serves nothing that is named.')).toBeVisible();
  });

  it('adds releases, partners and what it depends on', async () => {
    const user = await inspect();
    await user.click(pane().getByRole('button', { name: 'Add a release' }));
    await user.type(await pane().findByRole('textbox', { name: 'Out since' }), '2026年3月1日{Tab}');
    await waitFor(() => expect(Object.values(records().release)[0]?.actualDate).toBe('2026-03-01'));
    await user.click(pane().getByRole('button', { name: /^Partners/ }));
    await user.type(pane().getByRole('combobox', { name: 'Add a partner' }), 'Northwind');
    await user.click(await screen.findByRole('option', { name: 'New partner “Northwind”' }));
    await user.type(await pane().findByRole('textbox', { name: 'Amount for Northwind' }), '40k{Tab}');
    await waitFor(() => expect(Object.values(records().engagement)[0]?.amount).toBe(40_000_00));
    await user.click(pane().getByRole('button', { name: /^Together with others/ }));
    await user.type(pane().getByRole('combobox', { name: 'Depends on…' }), 'ident');
    await user.click(await screen.findByRole('option', { name: 'Identity hub' }));
    await waitFor(() => expect(Object.values(records().dependency)).toHaveLength(1));
    await user.click(pane().getByRole('button', { name: 'Identity hub' }));
    await waitFor(() => expect(useView.getState().selection).toEqual({ kind: 'initiative', id: 'b' }));
  });

  it('keeps imported columns word for word and has nothing that axe objects to', async () => {
    const user = await inspect();
    for (const name of [/^Kept from the list/, /^Partners/, /^Team at work/, /^Together with others/])
      await user.click(pane().getByRole('button', { name }));
    expect(pane().getByText('T3 2026')).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
