import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { useHandoffChoice } from '../../../renderer/analysis/handoffPicture.ts';
import { usePanel } from '../../../renderer/state/panelStore.ts';
import { createPortfolio } from '../../../renderer/state/portfolioActions.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newPhase, newRelease, newTeam } from '../../../shared/domain/defaults.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  await act(async () => usePreferences.getState().write({ language: 'en' }));
  act(() => useHandoffChoice.setState(useHandoffChoice.getInitialState()));
  await page.close();
});

type Changes = Parameters<typeof withRecords>[0];
const phase = (
  id: string,
  initiativeId: string,
  position: number,
  kind: 'analysis' | 'build' | 'test',
  from: string,
  to: string,
) => ({
  op: 'put' as const,
  table: 'phase' as const,
  record: { ...newPhase(id, initiativeId, position, kind, `${kind} step`), startDate: from, endDate: to },
});
const portfolio: Changes = [
  { op: 'put', table: 'team', record: newTeam('t1', 'Claims') },
  { op: 'put', table: 'team', record: newTeam('t2', 'Data') },
  { op: 'put', table: 'initiative', record: newInitiative('i1', 'Claims portal') },
  { op: 'put', table: 'initiative', record: newInitiative('i2', 'Fraud scoring') },
  {
    op: 'put',
    table: 'initiative',
    record: { ...newInitiative('i3', 'Agent desk', 'product'), startDate: '2026-01-01', teamId: 't1' },
  },
  { op: 'put', table: 'initiative', record: newInitiative('i4', 'Someday') },
  phase('p1', 'i1', 0, 'analysis', '2026-01-01', '2026-01-31'),
  phase('p2', 'i1', 1, 'build', '2026-05-06', '2026-08-31'),
  phase('p3', 'i2', 0, 'build', '2026-01-01', '2026-01-31'),
  phase('p4', 'i2', 1, 'test', '2026-02-21', '2026-03-31'),
  {
    op: 'put',
    table: 'handoff',
    record: {
      ...newHandoff('h1', 'i1', 0, 'funding'),
      fromName: 'Claims',
      toName: 'Board',
      waitDays: 94,
      phaseId: 'p2',
    },
  },
];

async function open(changes: Changes = portfolio) {
  page = await openPage();
  await withRecords(changes);
  act(() => useView.getState().go('handoffs'));
  return page.user;
}
const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name });
const picture = () => screen.findByRole('application', { name: /A stringline of/ });

it('says how much of the time is waiting, and for what the longest wait is', async () => {
  const user = await open();
  const title = within(
    await heading(
      /^\d+% of the time in these 3 initiatives is waiting; the longest wait is 94 days for funding in Claims portal$/,
    ),
  );
  expect(screen.getByText(/1 of 2 handoffs are in the ledger\..*1 initiative has no dates/)).toBeVisible();
  const lines = within(screen.getByRole('complementary', { name: 'The lines' }));
  expect(lines.getByText(/^94 days waiting · \d+%$/)).toBeVisible();
  expect(lines.getByText('one team, no release on record')).toBeVisible();
  const ofLine = lines.getByRole('button', {
    name: 'Part of the time in which the work waits, Claims portal: open to its arithmetic',
  });
  await user.click(ofLine);
  const part = within(
    await screen.findByRole('dialog', { name: 'Part of the time in which the work waits' }),
  );
  expect(part.getByRole('row', { name: /^Days of waiting 94$/ })).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(ofLine).toHaveFocus());
  await user.click(title.getByRole('button', { name: '94' }));
  const wait = within(await screen.findByRole('dialog', { name: 'The longest wait, in days' }));
  expect(wait.getByText('Claims portal')).toBeVisible();
  expect(wait.getByRole('row', { name: /^Waiting: for funding/ })).toHaveTextContent('94');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('says of a line without a wait that none is on record, not that it waited no days', async () => {
  const dates = { startDate: '2026-01-01', endDate: '2026-06-30' };
  const release = { ...newRelease('r', 'i2', 'First'), actualDate: '2026-03-01' };
  await open([
    { op: 'put', table: 'initiative', record: { ...newInitiative('i1', 'Claims portal'), ...dates } },
    { op: 'put', table: 'initiative', record: { ...newInitiative('i2', 'Agent desk', 'product'), ...dates } },
    { op: 'put', table: 'release', record: release },
  ]);
  await heading(/^No wait in these 2 initiatives is on record$/);
  const lines = within(screen.getByRole('complementary', { name: 'The lines' }));
  expect(lines.getByText('no wait on record')).toBeVisible();
  expect(lines.getByText('one team, 1 release')).toBeVisible();
});

it('opens its figures on the stage too, and gives the keyboard back to the title', async () => {
  const user = await open();
  await heading(/is waiting/);
  await user.keyboard('{F5}');
  const sheet = within(await screen.findByRole('figure', { name: /is waiting/ }));
  const share = within(await sheet.findByRole('heading', { level: 1, name: /is waiting/ })).getByRole(
    'button',
    {
      name: /^\d+%$/,
    },
  );
  // A name of a figure is for the program alone: nobody hears it.
  expect(document.body.innerHTML).not.toMatch(/[\ufff9-\ufffb]/);
  act(() => share.focus());
  await user.keyboard('{Enter}');
  const part = within(
    await screen.findByRole('dialog', { name: 'Part of the time in which the work waits' }),
  );
  await user.click(part.getByRole('button', { name: 'Days of waiting' }));
  const days = within(await screen.findByRole('dialog', { name: 'Days of waiting' }));
  expect(days.getByText('The parts add up to the figure exactly.')).toBeVisible();
  await user.keyboard('{Escape}{Escape}');
  await waitFor(() => expect(share).toHaveFocus());
  await user.keyboard('{F5}');
  await heading(/is waiting/);
});

it('opens a picked handoff’s row of the ledger beside the picture, and moves when it is changed', async () => {
  const user = await open();
  const chart = await picture();
  act(() => chart.focus());
  const status = () => within(chart).getByRole('status').textContent ?? '';
  await user.keyboard('{ArrowRight}{Home}');
  for (let step = 0; step < 12 && !/^Waiting: for funding/.test(status()); step += 1)
    await user.keyboard('{ArrowRight}');
  expect(status()).toMatch(/^Waiting: for funding\. Claims portal\./);
  await user.keyboard('{Enter}');
  expect(useView.getState().selection).toEqual({ kind: 'initiative', id: 'i1' });
  const aside = within(screen.getByRole('complementary', { name: 'The lines' }));
  const days = await aside.findByLabelText('Days waiting');
  await user.clear(days);
  await user.type(days, '30{Enter}');
  await waitFor(() => expect(usePortfolio.getState().records?.handoff.h1?.waitDays).toBe(30));
  await heading(/the longest wait is 30 days for funding in Claims portal$/);
  expect((await historyKeys())[0]).toMatch(/^handoff\./);
});

it('offers to record a handoff that nobody recorded', async () => {
  const user = await open();
  await picture();
  await user.selectOptions(screen.getByLabelText('Which initiatives'), 'One initiative');
  act(() => useView.getState().select({ kind: 'initiative', id: 'i2' }));
  await heading(
    /^\d+% of the time in Fraud scoring is waiting; the longest wait is 20 days for another team$/,
  );
  await user.click(screen.getByRole('button', { name: 'Build → Test' }));
  expect(await screen.findByRole('heading', { name: 'Not in the ledger' })).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Open its ledger' })[0]!);
  expect(usePanel.getState().panel).toMatchObject({ kind: 'ledger', initiativeId: 'i2' });
});

it('shows a part of the time on request, and all of it again', async () => {
  const user = await open();
  await picture();
  await user.click(screen.getByRole('button', { name: 'Closer' }));
  await user.click(screen.getByRole('button', { name: 'Earlier' }));
  await user.click(await screen.findByRole('button', { name: 'All of the time' }));
  expect(screen.queryByRole('button', { name: 'Wider' })).toBeNull();
});

it('has the same as a table', async () => {
  const user = await open();
  await picture();
  await user.click(screen.getByRole('button', { name: 'Table' }));
  const table = within(screen.getByRole('table', { name: 'Every stay, wait and handoff' }));
  expect(table.getByRole('row', { name: /Claims portal wait: for funding .* 94 the ledger$/ })).toBeVisible();
  expect(table.getByRole('row', { name: /Fraud scoring handoff .* Build Test 20/ })).toBeVisible();
});

it('teaches where there is nothing', async () => {
  page = await openPage();
  await act(async () => {
    await createPortfolio('Test', 'USD');
  });
  act(() => useView.getState().go('handoffs'));
  expect(await screen.findByRole('heading', { name: 'No handoffs to see yet' })).toBeVisible();
  await page.user.click(screen.getByRole('button', { name: 'Go to the initiatives' }));
  expect(useView.getState().view).toBe('initiatives');
});

it('leads to the dates where there are none', async () => {
  const user = await open([{ op: 'put', table: 'initiative', record: newInitiative('i4', 'Someday') }]);
  await user.click(await screen.findByRole('button', { name: 'Enter the dates of Someday' }));
  expect(useView.getState()).toMatchObject({
    view: 'initiatives',
    selection: { kind: 'initiative', id: 'i4' },
  });
});

it.each(['en', 'zh-CN'] as const)('has no faults that axe can find: %s', async (language) => {
  await open();
  await picture();
  await act(async () => usePreferences.getState().write({ language }));
  if (language === 'zh-CN') await heading(/等资金 94 天（Claims portal）$/);
  const { violations } = await axe.run(screen.getByRole('main'), {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});
