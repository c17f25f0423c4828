import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newCapability, newInitiative, newPartner, newPortfolio } from '../../../shared/domain/defaults.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  await act(async () => usePreferences.getState().write({ language: 'en' }));
  await page.close();
});

type Changes = Parameters<typeof withRecords>[0];
const engagement = (
  id: string,
  initiativeId: string,
  partnerId: string,
  amount: number | null,
): Changes[number] => ({
  op: 'put',
  table: 'engagement',
  record: { id, initiativeId, partnerId, description: '', amount, externalId: null },
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
  {
    op: 'put',
    table: 'partner',
    record: { ...newPartner('p1', 'Acme'), contractEnd: '2026-09-30', exitReadiness: 0.25 },
  },
  { op: 'put', table: 'partner', record: newPartner('p2', 'Globex') },
  { op: 'put', table: 'capability', record: newCapability('c1', 'Claims', null) },
  { op: 'put', table: 'capability', record: newCapability('c2', 'Fraud', null) },
  { op: 'put', table: 'initiative', record: { ...newInitiative('i1', 'Claims portal'), budget: 100_000_00 } },
  { op: 'put', table: 'initiative', record: { ...newInitiative('i2', 'Fraud scoring'), budget: 50_000_00 } },
  serves('i1', 'c1'),
  serves('i2', 'c2'),
  engagement('e1', 'i1', 'p1', 62_000_00),
  engagement('e2', 'i2', 'p2', null),
  {
    op: 'put',
    table: 'handoff',
    record: {
      ...newHandoff('h1', 'i1', 0),
      kind: 'partner',
      fromPartnerId: 'p1',
      toPartnerId: 'p2',
      waitDays: 21,
      keptLikely: 0.6,
    },
  },
];

async function open(changes: Changes = portfolio) {
  page = await openPage();
  await withRecords(changes);
  act(() => useView.getState().go('partners'));
  return page.user;
}
const heading = (name: RegExp | string) => screen.findByRole('heading', { level: 1, name });
const finding =
  '41% to 75% of the money sits with 2 partners; Acme holds 62% of “Claims”; 1 contract ends within a year';

it('says who holds the money, and shows an unknown amount as at most so much', async () => {
  const user = await open();
  const title = within(await heading(finding));
  expect(screen.getByText(/1 contract of 2 has no amount/)).toBeVisible();
  await user.click(title.getByRole('button', { name: '41%' }));
  const share = within(await screen.findByRole('dialog', { name: /^Part of the money/ }));
  expect(share.getByText('41%–75%')).toBeVisible();
  expect(share.getByText('41.3% to 74.7%: amounts are unknown.')).toBeVisible();
  expect(
    share.getByRole('row', { name: /^Money with partners, as their contracts say \$62,000$/ }),
  ).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(title.getByRole('button', { name: '41%' })).toHaveFocus());
  await user.click(title.getByRole('button', { name: '62%' }));
  await screen.findByRole('dialog', { name: 'Largest partner' });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Table' }));
  const table = within(screen.getByRole('table', { name: 'Money by capability and partner' }));
  expect(table.getByRole('row', { name: /^Claims Acme \$62,000 62% 0 5,288 46%$/ })).toBeVisible();
  expect(
    table.getByRole('row', { name: /^Fraud Globex not known ≤100% 1 not known not known$/ }),
  ).toBeVisible();
});

it('names those on whom a capability depends most while no partner is selected', async () => {
  const user = await open();
  await heading(finding);
  const inspector = within(screen.getByRole('complementary'));
  await inspector.findByRole('heading', { name: 'Look at these first' });
  expect(inspector.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '62% of ClaimsAcme',
    '≤100% of FraudGlobex',
  ]);
  await user.click(inspector.getByRole('button', { name: /Globex/ }));
  expect(useView.getState().selection).toEqual({ kind: 'partner', id: 'p2' });
});

it('leads to the partner whose amount is unknown, where it is entered', async () => {
  const user = await open();
  await heading(finding);
  await user.click(screen.getByRole('button', { name: 'Enter amounts' }));
  expect(useView.getState().selection).toEqual({ kind: 'partner', id: 'p2' });
  const inspector = within(screen.getByRole('complementary'));
  expect(await inspector.findByLabelText(/^(Amount|Money).*Fraud scoring/)).toBeVisible();
});

it('makes the plan without the selected partner by one key, and opens what that changes', async () => {
  const user = await open();
  await heading(finding);
  const button = screen.getByRole('button', { name: /^Select a partner to try without it/ });
  expect(button).toBeDisabled();
  act(() => useView.getState().select({ kind: 'partner', id: 'p1' }));
  expect(await screen.findByRole('button', { name: /^Try without Acme/ })).toBeEnabled();
  await user.keyboard('{Alt>}{Shift>}w{/Shift}{/Alt}');
  await screen.findByRole('main', { name: 'Scenarios' });
  const { records, plan, looking } = usePortfolio.getState();
  expect(looking.kind).toBe('scenario');
  expect(Object.values(plan!.scenario).map(({ name }) => name)).toEqual(['Without Acme']);
  expect([records!.initiative.i1?.budget, records!.initiative.i2?.budget]).toEqual([38_000_00, 50_000_00]);
  expect([records!.partner.p1, Object.keys(records!.engagement)]).toEqual([undefined, ['e2']]);
  expect(plan!.initiative.i1?.budget).toBe(100_000_00);
  expect(plan!.partner.p1?.name).toBe('Acme');
  expect(
    await screen.findByText(
      '“Acme” is out: $62K gone from the budgets; of 0 of its 1 contract the part is not known',
    ),
  ).toBeVisible();
});

it('shows contracts by their end, and handoffs between companies', async () => {
  const user = await open();
  await heading(finding);
  await user.click(screen.getByRole('radio', { name: 'Contract ends' }));
  const ends = within(await heading('1 contract ends within a year, with $62K on it'));
  expect(ends.getByRole('button', { name: '$62K' })).toBeVisible();
  const chart = screen.getByRole('application', {
    name: /Ending within a year: 1; later: 0; ended: 0; end not entered: 1/,
  });
  act(() => chart.focus());
  await user.keyboard('{ArrowDown}');
  expect(within(chart).getByRole('status')).toHaveTextContent(
    /Acme.*Ready to exit: 25%.*Contract ends: 30 Sept 2026/,
  );
  await user.keyboard('{Enter}');
  expect(useView.getState().selection).toEqual({ kind: 'partner', id: 'p1' });
  await user.click(screen.getByRole('radio', { name: 'Handoffs' }));
  const waits = within(await heading('Most waiting between companies is from Acme to Globex: 21 days'));
  await user.click(waits.getByRole('button', { name: '21' }));
  const days = within(await screen.findByRole('dialog', { name: 'Days of waiting between two companies' }));
  expect(days.getByRole('row', { name: /^Claims portal 21$/ })).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const table = within(screen.getByRole('table', { name: 'Handoffs between companies' }));
  expect(table.getByRole('row', { name: /^Acme Globex 1 21 60% Claims portal$/ })).toBeVisible();
});

it('says once that no handoff between companies is on record', async () => {
  const user = await open(portfolio.filter((change) => change.table !== 'handoff'));
  await heading(finding);
  await user.click(screen.getByRole('radio', { name: 'Handoffs' }));
  await heading('No handoff between companies is on record');
  expect(screen.getAllByText('No handoff between companies is on record')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Go to the handoffs' })).toBeVisible();
});

it('says that the clipboard takes no picture, and remembers the scale that was used last', async () => {
  const user = await open();
  await heading(finding);
  await user.click(screen.getByRole('button', { name: 'Export this picture' }));
  const menu = within(await screen.findByRole('menu', { name: 'Export this picture' }));
  expect(menu.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'Save as SVG',
    'Save as PNG, 1×',
    'Save as PNG, 2×last used',
    'Save as PNG, 3×',
    'Save as PNG, 4×',
    'Copy the picture, 2×',
    'Copy the table',
  ]);
  // jsdom has no clipboard that takes more than text, as a host that refuses.
  await user.click(menu.getByRole('menuitem', { name: 'Copy the table' }));
  expect(await screen.findByText('The clipboard took no picture. Save it as a PNG instead.')).toBeVisible();
});

it('teaches where no partner works on anything', async () => {
  const user = await open([portfolio[2]!, portfolio[5]!]);
  expect(await screen.findByRole('heading', { name: 'No partners at work yet' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Go to teams and partners' }));
  expect(useView.getState().view).toBe('directory');
});

it.each(['en', 'zh-CN'] as const)('has no faults that axe can find: %s', async (language) => {
  const user = await open();
  await heading(finding);
  await act(async () => usePreferences.getState().write({ language }));
  const faults = async (): Promise<readonly string[]> => {
    const { violations } = await axe.run(screen.getByRole('main'), {
      rules: { 'color-contrast': { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  };
  for (const tab of screen.getAllByRole('radio')) {
    await user.click(tab);
    expect(await faults()).toEqual([]);
  }
});
