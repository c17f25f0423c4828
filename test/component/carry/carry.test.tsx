import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newCapability, newInitiative, newPortfolio, newTeam } from '../../../shared/domain/defaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  await act(async () => usePreferences.getState().write({ language: 'en' }));
  await page.close();
});

type Changes = Parameters<typeof withRecords>[0];
const project = (id: string, name: string, facts: object): Changes[number] => ({
  op: 'put',
  table: 'initiative',
  record: {
    ...newInitiative(id, name),
    startDate: '2026-01-01',
    endDate: '2026-12-31',
    budget: 100_000_00,
    ...facts,
  },
});
const serves = (initiativeId: string, capabilityId: string): Changes[number] => ({
  op: 'put',
  table: 'contribution',
  record: { id: `${initiativeId}-${capabilityId}`, initiativeId, capabilityId, weight: 1 },
});
const portfolio: Changes = [
  {
    op: 'put',
    table: 'portfolio',
    record: { ...newPortfolio('Test'), currency: 'USD', dataDate: '2026-02-15' },
  },
  { op: 'put', table: 'team', record: newTeam('t1', 'Claims squad') },
  { op: 'put', table: 'team', record: { ...newTeam('t2', 'Migration crew'), disbandsOn: '2026-08-01' } },
  { op: 'put', table: 'teamMember', record: { id: 'm1', teamId: 't1', name: 'Developer', people: 4 } },
  { op: 'put', table: 'capability', record: newCapability('c1', 'Claims', null) },
  { op: 'put', table: 'capability', record: newCapability('c2', 'Archive', null) },
  { op: 'put', table: 'capability', record: newCapability('c3', 'Fraud', null) },
  project('i1', 'Claims portal', { mode: 'product', teamId: 't1', teamPeople: 6 }),
  project('i2', 'Archive move', { teamId: 't2' }),
  project('i3', 'Fraud scoring', {}),
  serves('i1', 'c1'),
  serves('i2', 'c2'),
  serves('i3', 'c3'),
];

async function open(changes: Changes = portfolio) {
  page = await openPage();
  await withRecords(changes);
  act(() => useView.getState().go('carry'));
  return page.user;
}
const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name });
const picture = () => screen.findByRole('application', { name: /Capabilities: \d+; teams: \d+\./ });

it('says what rests on one team and what scatters, and what that leaves alone', async () => {
  const user = await open();
  const title = within(
    await heading(
      /^2 capabilities of 3 rest on one team only; \$200K scatters by 31 Dec 2026 and leaves 2 alone$/,
    ),
  );
  const aside = within(screen.getByRole('complementary', { name: 'What scatters next' }));
  expect(aside.getByRole('button', { name: 'Migration crew' })).toBeVisible();
  expect(aside.getByText('leaves Archive alone')).toBeVisible();
  expect(aside.getByText('If Claims squad goes: Claims')).toBeVisible();
  expect(screen.getByText(/Of 1 funded initiative no team is recorded/)).toBeVisible();
  await user.click(title.getByRole('button', { name: '$200K' }));
  const money = within(await screen.findByRole('dialog', { name: 'Money of what ends within a year' }));
  expect(money.getByText('The parts add up to the figure exactly.')).toBeVisible();
  expect(money.getByRole('row', { name: /^Sum/ })).toHaveTextContent('$200,000');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('says in one sentence what a loss is made of, each part with its receipt', async () => {
  const facts = { budget: 900_000_00, valuePerMonth: 90_000_00, teamDayRate: 800_00 };
  const user = await open([...portfolio, project('i4', 'Broker desk', facts), serves('i4', 'c2')]);
  const aside = within(await screen.findByRole('complementary', { name: 'What scatters next' }));
  const handover = (await aside.findAllByText(/^hand-over [\d.,]+ days?$/))[0]!;
  expect(handover.closest('p')).toHaveTextContent(
    /^hand-over [\d.,]+ days?, relearning [\d.,]+ days?; \d+% of the knowledge stays$/,
  );
  await user.click(handover);
  expect(await screen.findByRole('dialog')).toHaveTextContent('Broker desk');
  await user.keyboard('{Escape}');
});

it('shows what is left after a quarter that was picked, and comes back', async () => {
  const user = await open();
  const chart = await picture();
  act(() => chart.focus());
  await user.keyboard('{ArrowRight}');
  expect(within(chart).getByRole('status')).toHaveTextContent(/Teams that go: 1\. Left alone: Archive/);
  await user.keyboard('{Enter}');
  await heading(/^After 30 Sept 2026, nobody carries 1 capability of 3$/);
  await user.click(screen.getByRole('button', { name: 'Back to 15 Feb 2026' }));
  await heading(/rest on one team only/);
});

it('selects a capability, and has the same as a table in which an unknown team is no zero', async () => {
  const user = await open();
  const chart = await picture();
  act(() => chart.focus());
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(useView.getState().selection?.kind).toBe('capability');
  await user.click(screen.getByRole('button', { name: 'Table' }));
  const table = within(screen.getByRole('table', { name: 'Who carries what' }));
  expect(table.getByRole('row', { name: /^Fraud \? team not recorded \$100,000/ })).toBeVisible();
});

it('leads to the teams where none is recorded', async () => {
  const user = await open();
  await picture();
  await user.click(screen.getByRole('button', { name: 'Enter teams' }));
  expect(useView.getState().view).toBe('directory');
});

it('says who is overloaded in per cent, and what switching costs each role', async () => {
  const user = await open();
  await picture();
  await user.click(screen.getByRole('radio', { name: 'Load and switching' }));
  const title = within(await heading(/^1 team is overloaded, Claims squad by 50% in .*2026/));
  await user.click(title.getByRole('button', { name: '50%' }));
  const over = within(await screen.findByRole('dialog', { name: /^Share by which a team/ }));
  expect(over.getByRole('row', { name: /^full-time people asked for/ })).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const roles = within(screen.getByRole('table', { name: 'Task switching by role' }));
  const figuresOf = (name: string) =>
    [...roles.getByRole('rowheader', { name }).closest('tbody')!.querySelectorAll('td')].map(
      (cell) => cell.firstChild?.textContent,
    );
  expect(figuresOf('Developer').slice(0, 2)).toEqual(['4', '1']);
  expect(figuresOf('roles not entered (1 team)').slice(0, 2)).toEqual(['?', '1']);
  const share = roles.getByRole('button', {
    name: /^\d+% ?Share of the time that switching takes, Developer: open to its arithmetic$/,
  });
  await user.click(share);
  const receipt = within(
    await screen.findByRole('dialog', { name: 'Share of the time that switching takes' }),
  );
  expect(
    receipt.getByText(/^With the losses of the table turned down and up as far as is plausible: 0% to /),
  ).toBeVisible();
  expect(receipt.getByRole('row', { name: /^full-time people of the role 4$/ })).toBeVisible();
  expect(receipt.getByRole('row', { name: /^task switching/ })).toHaveTextContent(
    /^task switching1 ×.*default/,
  );
  await user.click(receipt.getByRole('button', { name: 'Full-time people lost to switching' }));
  expect(await screen.findByRole('dialog', { name: 'Full-time people lost to switching' })).toBeVisible();
  await user.keyboard('{Escape}');
  await screen.findByRole('dialog', { name: 'Share of the time that switching takes' });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(share).toHaveFocus());
});

it('says that an exported picture holds fewer teams than there are', async () => {
  const many = Array.from(
    { length: 201 },
    (_, k): Changes => [
      { op: 'put', table: 'team', record: newTeam(`many${k}`, `Team ${k}`) },
      project(`work${k}`, `Work ${k}`, { teamId: `many${k}`, teamPeople: 3 }),
    ],
  );
  const user = await open([...portfolio, ...many.flat()]);
  await picture();
  expect(screen.queryByText(/exported picture/)).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'Load and switching' }));
  expect(
    await screen.findByText(/The exported picture holds the first 200; the table holds all\./),
  ).toBeVisible();
});

it('teaches where there is nothing yet', async () => {
  const user = await open([project('i1', 'Claims portal', {})]);
  expect(await screen.findByRole('heading', { name: 'Nobody carries anything yet' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Go to the capabilities' }));
  expect(useView.getState().view).toBe('capabilities');
});

it('teaches too where teams work on nothing that serves a capability, and still says who is overloaded', async () => {
  const user = await open([portfolio[1]!, portfolio[3]!, project('i1', 'Claims portal', { teamId: 't1' })]);
  await screen.findByRole('heading', { name: 'Nobody carries anything yet' });
  await user.click(screen.getByRole('radio', { name: 'Load and switching' }));
  expect(await screen.findByRole('table', { name: 'Task switching by role' })).toBeVisible();
});

it.each(['en', 'zh-CN'] as const)('has no faults that axe can find: %s', async (language) => {
  const user = await open();
  await picture();
  await act(async () => usePreferences.getState().write({ language }));
  const faults = async (): Promise<readonly string[]> => {
    const { violations } = await axe.run(screen.getByRole('main'), {
      rules: { 'color-contrast': { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  };
  expect(await faults()).toEqual([]);
  await user.click(
    screen.getByRole('radio', { name: language === 'en' ? 'Load and switching' : '负荷与任务切换' }),
  );
  await heading(language === 'en' ? /overloaded/ : /超负荷/);
  expect(await faults()).toEqual([]);
});
