import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { signed } from '../../../renderer/charts/frame/signed.ts';
import { closeReceipt, openReceiptOf } from '../../../renderer/features/receipts/receiptStore.ts';
import { compareWithPlan } from '../../../renderer/features/scenarios/compareStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { leavePresenting } from '../../../renderer/state/presentActions.ts';
import { usePresent } from '../../../renderer/state/presentStore.ts';
import { createScenarioWith } from '../../../renderer/state/scenarioActions.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { comparePlans } from '../../../shared/comparison/comparePlans.ts';
import { quickDifference } from '../../../shared/comparison/quickDifference.ts';
import { newCapability, newInitiative } from '../../../shared/domain/defaults.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  act(closeReceipt);
  await page.close();
});

const put = (table: 'initiative' | 'capability' | 'contribution' | 'phase', record: object) => ({
  op: 'put' as const,
  table,
  record: { ...record },
});
const project = (id: string, name: string) =>
  put('initiative', {
    ...newInitiative(id, name),
    startDate: '2026-01-01',
    endDate: '2026-12-31',
    budget: 900_000_00,
    valuePerMonth: 90_000_00,
    teamDayRate: 800_00,
  });

const records = [
  project('i1', 'Claims portal'),
  project('i2', 'Archive move'),
  put('capability', {
    ...newCapability('c1', 'Claims', null),
    importance: 5,
    currentMaturity: 1,
    targetMaturity: 4,
    neededMoney: 1_500_000_00,
  }),
  put('contribution', { id: 'x', initiativeId: 'i1', capabilityId: 'c1', weight: 0.5 }),
];
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));
/** The whole comparison is computed behind the page. */
const LONG = { timeout: 30_000 };
const shown = (name: string) => screen.queryByRole('dialog', { name });

describe('a receipt', () => {
  it('of a gain opens from the ranking to both modes and back, and gives the keyboard back', async () => {
    page = await openPage();
    await withRecords(records);
    act(() => useView.getState().go('map'));
    const [figure] = await screen.findAllByRole('button', {
      description: /^Net worth: product team minus project, /,
    });
    await page.user.click(figure!);
    const gain = await dialog('Net worth: product team minus project');
    expect(gain.getByText('The parts add up to the figure exactly.')).toBeVisible();
    await page.user.click(gain.getByRole('button', { name: 'Project' }));
    const net = await dialog('Net worth');
    expect(net.getByText(/as project/i)).toBeVisible();
    expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement);
    await page.user.click(net.getByRole('button', { name: 'cost' }));
    const cost = await dialog('Cost by the horizon');
    await page.user.click(cost.getByRole('button', { name: 'Back' }));
    // Back is where it was left, whichever way leads there.
    await waitFor(() => expect(net.getByRole('button', { name: 'cost' })).toHaveFocus());
    await page.user.keyboard('{Enter}');
    await dialog('Cost by the horizon');
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(net.getByRole('button', { name: 'cost' })).toHaveFocus());
    await page.user.click((await dialog('Net worth')).getByRole('button', { name: 'Back' }));
    expect(
      (await dialog('Net worth: product team minus project')).queryByRole('button', { name: 'Back' }),
    ).toBeNull();
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(figure).toHaveFocus());
  });

  it('of a capability opens need, money and gap to facts and initiatives', async () => {
    page = await openPage();
    await withRecords(records);
    act(() => {
      useView.getState().go('coverage');
      useView.getState().select({ kind: 'capability', id: 'c1' });
      useView.getState().set({ inspectorOpen: true });
    });
    await page.user.click(await screen.findByRole('button', { name: /Money missing: open/ }));
    const gap = await dialog('Money missing');
    expect(gap.getByText('max(0, N_c - S_c)')).toBeVisible();
    await page.user.click(gap.getByRole('button', { name: 'Money that serves it' }));
    const supply = await dialog('Money that serves it');
    expect(supply.getByRole('row', { name: /Claims portal/ })).toHaveTextContent('50% of $900,000');
    await page.user.click(supply.getByRole('button', { name: 'Back' }));
    await page.user.click((await dialog('Money missing')).getByRole('button', { name: 'Money needed' }));
    expect(
      (await dialog('Money needed')).getByRole('row', { name: /money needed, as entered/ }),
    ).toHaveTextContent('$1,500,000');
  });

  it('of a scenario lists what moves a measure, and goes to each initiative as it is on that side', async () => {
    page = await openPage();
    await withRecords(records);
    await act(async () => {
      const id = await createScenarioWith('As a team', [
        {
          label: { key: 'initiative.toProduct', params: { name: 'Claims portal' } },
          changes: [{ op: 'patch', table: 'initiative', id: 'i1', values: { mode: 'product' } }],
        },
      ]);
      compareWithPlan({ kind: 'scenario', id: id! });
    });
    const chart = await screen.findByRole('application', { name: /measures that differ/ });
    act(() => chart.focus());
    const status = within(chart).getByRole('status');
    for (let step = 0; step < 12 && !status.textContent?.startsWith('Cost'); step++)
      await page.user.keyboard('{ArrowDown}');
    expect(status).toHaveTextContent(/Opens to what moves it/);
    await page.user.keyboard('{Enter}');
    const cost = await dialog('Cost');
    expect(cost.getByText('“As a team” against the plan now')).toBeVisible();
    expect(cost.getByRole('row', { name: /All others, on both sides/ })).toBeVisible();
    expect(cost.queryByRole('row', { name: /Archive move/ })).toBeNull();
    await page.user.click(
      cost.getByRole('button', { name: /Claims portal, in As a team: open to its arithmetic/ }),
    );
    const own = await dialog('Cost by the horizon');
    expect(own.getByText('Claims portal, in As a team')).toBeVisible();
    expect(own.getByText(/as product team/i)).toBeVisible();
    expect((await axe.run(screen.getByRole('dialog'))).violations).toEqual([]);
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(shown('Cost by the horizon')).toBeNull());
    await dialog('Cost');
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(shown('Cost')).toBeNull());
    // The walk goes on from the row that was opened.
    await waitFor(() => expect(chart).toHaveFocus());
    await page.user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    await dialog('Cost');
  });

  it('of a quick figure is the expected case with its range, from the bar and on the stage', async () => {
    page = await openPage();
    await withRecords(records);
    await act(async () => {
      await createScenarioWith('As a team', [
        {
          label: { key: 'initiative.toProduct', params: { name: 'Claims portal' } },
          changes: [{ op: 'patch', table: 'initiative', id: 'i1', values: { mode: 'product' } }],
        },
      ]);
    });
    const { plan, records: tried } = usePortfolio.getState();
    const figures = figureWords('en', 'USD');
    const quick = quickDifference(plan!, tried!)!;
    const cost = signed(quick.cost!, figures.moneyShort);
    const bar = within(screen.getByRole('region', { name: 'What is shown' }));
    const figure = await bar.findByRole('button', {
      name: cost,
      description: 'Cost: open to its arithmetic',
    });
    act(() => figure.focus());
    await page.user.keyboard('{Enter}');
    const own = await dialog('Cost');
    const spread = comparePlans(plan!, tried!).futures!.cost;
    const p10 = signed(spread.low, figures.moneyShort);
    expect(await own.findByText(/^Range over the simulated futures: P10 /, {}, LONG)).toHaveTextContent(p10);
    expect(own.getByText(/^from \$.* to \$/).parentElement).toHaveTextContent(
      new RegExp(`^${cost.replace(/[$+.]/g, '\\$&')} from`),
    );
    expect(own.getByText(/computed at once and without draws/)).toBeVisible();
    expect((await axe.run(screen.getByRole('dialog'))).violations).toEqual([]);
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(figure).toHaveFocus());

    await page.user.keyboard('{F5}');
    const stage = within(await screen.findByRole('region', { name: 'Presentation' }));
    const waste = signed(quick.wasteMoney!, figures.moneyShort);
    const shownWaste = await stage.findByRole('button', {
      name: waste,
      description: /: open to its arithmetic$/,
    });
    act(() => shownWaste.focus());
    await page.user.keyboard('{Enter}');
    const wasteReceipt = await screen.findByRole('dialog');
    expect(wasteReceipt).toHaveTextContent(waste);
    await waitFor(() => expect(wasteReceipt).toContainElement(document.activeElement as HTMLElement));
    // The keys of the room wait while the receipt is open: it takes Escape.
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(usePresent.getState().session).not.toBeNull();
    await waitFor(() => expect(shownWaste).toHaveFocus());
    act(() => usePresent.setState({ role: 'projected' }));
    expect(await stage.findByText(new RegExp(waste.replace(/[$+.]/g, '\\$&')))).toBeVisible();
    expect(stage.queryByRole('button', { name: waste })).toBeNull();
    act(leavePresenting);
  });

  it('of a quick figure leaves out what is known on one side only, and says that the sums hold it', async () => {
    page = await openPage();
    await withRecords(records);
    await act(async () => {
      await createScenarioWith('Less known', [
        {
          label: { key: 'initiative.toProduct', params: { name: 'Claims portal' } },
          changes: [
            { op: 'patch', table: 'initiative', id: 'i1', values: { mode: 'product' } },
            { op: 'patch', table: 'initiative', id: 'i2', values: { valuePerMonth: null } },
          ],
        },
      ]);
    });
    const { plan, records: tried } = usePortfolio.getState();
    const { value } = quickDifference(plan!, tried!)!;
    const { before, after } = comparePlans(plan!, tried!, { draws: 0 });
    expect(value).not.toBeCloseTo(after.value.sum - before.value.sum, 0);
    const said = signed(value!, figureWords('en', 'USD').moneyShort);
    const bar = within(screen.getByRole('region', { name: 'What is shown' }));
    await page.user.click(
      await bar.findByRole('button', { name: said, description: 'Value: open to its arithmetic' }),
    );
    const own = await dialog('Value');
    const note = await own.findByText(/^1 initiative has this figure on one side only/, {}, LONG);
    expect(note).toBeVisible();
    expect(own.getByText(/^from \$.* to \$/).parentElement?.textContent?.startsWith(said)).toBe(true);
  });

  it('of what an option would do begins with the figure of its line, then the expected case, and says no change as none', async () => {
    page = await openPage();
    await withRecords(records);
    const before = usePortfolio.getState().records!;
    const after = withChanges(before, [
      { op: 'patch', table: 'initiative', id: 'i1', values: { mode: 'product' } },
    ]);
    const tried = { kind: 'tried', name: 'As a team', before, after, elementId: null } as const;
    const { futures } = comparePlans(before, after);
    const figures = figureWords('en', 'USD');
    act(() => openReceiptOf({ ...tried, measure: 'cost' }));
    const cost = await dialog('Cost');
    const middle = await cost.findByText('in the middle of the futures', {}, LONG);
    expect(middle.parentElement).toHaveTextContent(
      `${signed(futures!.cost.likely, figures.moneyShort)} in the middle of the futures`,
    );
    expect(cost.getByText(/^In the expected case .*, from \$.* to \$/)).toBeVisible();
    expect(cost.getByText(/^Range over the simulated futures: P10 /)).toBeVisible();
    act(closeReceipt);
    // What it serves has the same money in either form.
    act(() => openReceiptOf({ ...tried, measure: 'gapMoney' }));
    const gap = await dialog('Gaps');
    expect(await gap.findByText(/^No range of its own/)).toBeVisible();
    expect(gap.getByText(/^from /).parentElement).toHaveTextContent(/^\$0 from /);
  });
});
