import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { closeReceipt, shownFigure, useReceipt } from '../../../renderer/features/receipts/receiptStore.ts';
import { useScopeChoice } from '../../../renderer/features/wastes/useScope.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  act(closeReceipt);
  act(() => useScopeChoice.setState(useScopeChoice.getInitialState()));
  await page.close();
});

const initiative = (id: string, name: string, facts: object) => ({
  op: 'put' as const,
  table: 'initiative' as const,
  record: { ...newInitiative(id, name), startDate: '2026-01-01', endDate: '2026-12-31', ...facts },
});
const portfolio = [
  initiative('i1', 'Claims portal', { budget: 900_000_00, valuePerMonth: 90_000_00, teamDayRate: 800_00 }),
  initiative('i2', 'Fraud scoring', { budget: 300_000_00, mode: 'product', teamDayRate: 800_00 }),
  initiative('i3', 'Archive move', { startDate: null, endDate: null }),
];

async function openView(view: 'wastes' | 'map', changes: Parameters<typeof withRecords>[0] = portfolio) {
  page = await openPage();
  await withRecords(changes);
  act(() => useView.getState().go(view));
  return page.user;
}
const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name });

it('adds up the wastes, says what is not known, and opens each line to its initiatives and their arithmetic', async () => {
  const user = await openView('wastes');
  await heading(/^\d+% of the effort goes into the seven wastes; .+ and .+ are \d+% of it$/);
  expect(
    screen.getByText(/1 of 3 lacks facts and is left out\..*Nobody entered a value for 1/),
  ).toBeVisible();
  expect(await screen.findByText(/^Low–high: P10–P90 of 200 futures/)).toBeVisible();

  const bill = screen.getByRole('application', { name: /A bill .*lines: 10\./ });
  act(() => bill.focus());
  await user.keyboard('{ArrowDown}{Home}');
  for (let step = 0; step < 12; step++) {
    if (within(bill).getByRole('status').textContent?.startsWith('Handoffs.')) break;
    await user.keyboard('{ArrowDown}');
  }
  expect(within(bill).getByRole('status')).toHaveTextContent(/^Handoffs\. Person-days: /);
  await user.keyboard('{Enter}');
  const behind = await screen.findByRole('heading', { name: 'Handoffs: the initiatives behind it' });
  const list = within(behind.parentElement!);
  await user.click(list.getByRole('button', { name: /Open the arithmetic: Handoffs, Claims portal/ }));
  expect(useReceipt.getState().trail).toEqual([shownFigure('i1', 'project.waste.handoffs.pd')]);
  act(closeReceipt);
  await user.click(await list.findByRole('button', { name: 'Claims portal' }));
  expect(useView.getState()).toMatchObject({ view: 'flow', selection: { kind: 'initiative', id: 'i1' } });
});

it('says which facts nobody entered where all initiatives lack some, and leads to each', async () => {
  const user = await openView('wastes', [
    initiative('i1', 'Claims portal', { startDate: null, budget: 900_000_00 }),
    initiative('i2', 'Archive move', { budget: 300_000_00 }),
  ]);
  const rate = await screen.findByRole('button', {
    name: 'Enter: what a person-day costs in this portfolio',
  });
  const lacks = within(rate.closest('ul')!).getAllByRole('listitem');
  // One number of the portfolio serves all of them: it comes first, and is the one primary action.
  expect(lacks[0]).toHaveTextContent('2 initiatives lack it');
  expect(lacks[1]).toHaveTextContent('Enter: the start date');
  expect(lacks[1]).toHaveTextContent('1 initiative lacks it');
  await user.click(rate);
  expect(useView.getState().view).toBe('parameters');
});

it('has the same figures as a table, in which task switching is not known rather than none', async () => {
  const user = await openView('wastes');
  await heading(/seven wastes;/);
  await user.click(screen.getByRole('button', { name: 'Table' }));
  const table = within(
    screen.getByRole('table', { name: 'The bill of the seven wastes, in days and money' }),
  );
  expect(table.getAllByRole('row')).toHaveLength(11);
  expect(table.getByRole('row', { name: /^Task switching/ })).toHaveTextContent('not known');
});

it('shows one initiative alone when it is selected', async () => {
  const user = await openView('wastes');
  await heading(/seven wastes;/);
  act(() => useView.getState().select({ kind: 'initiative', id: 'i1' }));
  await user.selectOptions(screen.getByLabelText('Which initiatives'), 'Selected initiative');
  expect(await heading(/^Claims portal: \d+% of the effort/)).toBeVisible();
});

it('maps the portfolio, ranks what to convert with its reasons, and shares the selection', async () => {
  const user = await openView('map');
  await heading(/^(Converting 1 project would|No project here)/);
  const map = screen.getByRole('application', {
    name: /A map of initiatives\. Projects: 1; product teams: 1\./,
  });
  act(() => map.focus());
  await user.keyboard('{ArrowDown}{Enter}');
  expect(useView.getState().selection).toEqual({ kind: 'initiative', id: 'i1' });
  expect(within(map).getByRole('status')).toHaveTextContent(
    /^Claims portal\. .*Lost to the seven wastes: \d+% → \d+%/,
  );
  const ranks = within(screen.getByRole('complementary', { name: 'Convert these first' }));
  expect(ranks.getByRole('button', { name: 'Claims portal' })).toHaveAttribute('aria-pressed', 'true');
  expect(await screen.findByText(/1 of 3 lacks? facts and (is|are) not on the map/)).toBeVisible();
});

it('does not say of a project that lacks facts that it gains nothing', async () => {
  await openView('map', portfolio.slice(1));
  await heading(/cannot be played forward: it lacks facts$/);
  const ranks = within(screen.getByRole('complementary', { name: 'Convert these first' }));
  expect(await ranks.findByText('No project here can be played forward.')).toBeVisible();
  expect(ranks.queryByText(/gains by it/)).toBeNull();
});

it('says that nothing is known where all lack facts, in both languages', async () => {
  await openView('wastes', [portfolio[2]!]);
  expect(await screen.findByText(/Its wastes are not zero, they are not known/)).toBeVisible();
  await act(async () => usePreferences.getState().write({ language: 'zh-CN' }));
  expect(screen.getByText(/并非为零，而是未知/)).toBeVisible();
  act(() => useView.getState().go('map'));
  expect(await screen.findByText(/位置未知/)).toBeVisible();
  await act(async () => usePreferences.getState().write({ language: 'en' }));
});

it.each(['wastes', 'map'] as const)('has no faults that axe can find: %s', async (view) => {
  await openView(view);
  await heading(/./);
  await waitFor(() => expect(screen.getByRole('application')).toBeVisible());
  const { violations } = await axe.run(screen.getByRole('main'), {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});
