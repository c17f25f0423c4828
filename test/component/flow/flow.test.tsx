import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { useReceipt } from '../../../renderer/features/receipts/receiptStore.ts';
import { usePanel } from '../../../renderer/state/panelStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { change } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newPhase } from '../../../shared/domain/defaults.ts';
import { newHandoff, newTranche } from '../../../shared/domain/planningDefaults.ts';
import type { TableName } from '../../../shared/domain/records.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => {
  useReceipt.setState({ trail: [] });
  page.close();
});

const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: { ...record } });
const phases = (['analysis', 'design', 'build', 'test', 'release'] as const).map((kind, k) => ({
  ...newPhase(`p${k}`, 'a', k, kind, `${kind} step`),
  months: [2, 2, 5, 2, 0.5][k]!,
  people: [3, 3, 8, 6, 3][k]!,
  allocation: 0.6,
  parallel: 3,
  dayRate: 70_000,
}));
const portal = { ...newInitiative('a', 'Claims portal'), startDate: '2026-01-01', budget: 500_000_00 };

async function openFlow(initiative: object = { ...portal, valuePerMonth: 60_000_00 }, withPhases = true) {
  page = await openPage();
  await withRecords([
    put('initiative', initiative),
    ...(withPhases ? phases.map((phase) => put('phase', phase)) : []),
  ]);
  act(() => {
    useView.getState().set({ flowInitiativeId: 'a', flowMode: 'compare' });
    useView.getState().go('flow');
  });
  return page.user;
}
const chart = () => screen.findByRole('application', { name: /first value after/ });

describe('Flow', () => {
  it('shows four figures in both modes at once, then their ranges', async () => {
    await openFlow();
    await chart();
    const head = within(screen.getByRole('region', { name: 'Compare' }));
    expect(head.getByText('First value reaches customers')).toBeVisible();
    expect(head.getAllByRole('button', { name: /Open the arithmetic/ })).toHaveLength(8);
    // A figure in a sentence opens: how many futures it was counted in.
    const ahead = await head.findByRole('button', {
      description: /^Probability that the product team is ahead/,
    });
    expect(ahead.closest('p')).toHaveTextContent(/product team ahead in \d+ of 50 futures/);
    expect(head.getAllByText(/^P10–P90: /)).toHaveLength(3);
  });

  it('goes along when the initiative is flipped, and back with undo; both ways say which one is of today', async () => {
    const user = await openFlow();
    await chart();
    await act(async () => useView.getState().select({ kind: 'initiative', id: 'a' }));
    const ofToday = () =>
      within(screen.getByRole('region', { name: 'Compare' }))
        .getAllByRole('button', { name: /as today$/ })
        .map((figure) => figure.title.split(', ').at(-2));
    expect(ofToday()).toEqual(['Project', 'Project', 'Project', 'Project']);
    await user.keyboard('{Alt>}m{/Alt}');
    await waitFor(() => expect(ofToday()).toEqual(Array(4).fill('Product team')));
    expect(useView.getState().flowMode).toBe('compare');

    await user.click(screen.getByRole('radio', { name: 'As product team' }));
    await user.keyboard('{Alt>}m{/Alt}');
    await waitFor(() => expect(screen.getByRole('radio', { name: 'As project' })).toBeChecked());
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(screen.getByRole('radio', { name: 'As product team' })).toBeChecked());
    // The other way is looked at: what the initiative becomes is on the screen already.
    await user.click(screen.getByRole('radio', { name: 'As project' }));
    await user.keyboard('{Alt>}m{/Alt}');
    await waitFor(() => expect(usePortfolio.getState().records?.initiative.a?.mode).toBe('project'));
    expect(screen.getByRole('radio', { name: 'As project' })).toBeChecked();
  });

  it('is walked with the arrow keys, which say what they stand on, and Enter opens the receipt', async () => {
    const user = await openFlow();
    const drawing = await chart();
    act(() => drawing.focus());
    await user.keyboard('{ArrowRight}');
    const spoken = within(drawing).getByRole('status');
    expect(spoken).toHaveTextContent(/^analysis step\. Starts: month 0, 1 Jan 2026/);
    // Between two phases stands the handoff: it opens the ledger, where nobody recorded it yet.
    await user.keyboard('{ArrowDown}');
    expect(spoken).toHaveTextContent(/^Handoff: analysis step → design step\..*Enter opens the ledger/);
    await user.keyboard('{Enter}');
    expect(usePanel.getState().panel).toMatchObject({ kind: 'ledger', initiativeId: 'a' });
    act(() => usePanel.getState().close());
    act(() => drawing.focus());
    await user.keyboard('{ArrowRight}');
    expect(spoken).toHaveTextContent(/^design step\..*Knowledge lost at the handoff: \d+%/);
    await user.keyboard('{Enter}');
    const receipt = within(
      await screen.findByRole('dialog', { name: 'Scope complete' }, { timeout: 15_000 }),
    );
    expect(receipt.getByText('The parts add up to the figure exactly.')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('shows what is on record: handoffs with their rows, decisions on tranches, measured beside planned value', async () => {
    const user = await openFlow();
    await act(async () => {
      await change('other', {}, [
        put('handoff', { ...newHandoff('h1', 'a', 0), phaseId: 'p1', waitDays: 12 }),
        put('tranche', {
          ...newTranche('t1', 'a', 0, 'Seed money'),
          startDate: '2026-01-01',
          endDate: '2026-06-30',
          amount: 100_000_00,
          decision: 'stop',
        }),
        put('release', {
          id: 'r1',
          initiativeId: 'a',
          name: 'First cut',
          plannedDate: null,
          actualDate: '2026-07-01',
          scopeShare: null,
          plannedValuePerMonth: 40_000_00,
          measuredValuePerMonth: 10_000_00,
          hypothesis: '',
          learned: '',
          externalId: null,
        }),
      ]);
    });
    const drawing = await chart();
    act(() => drawing.focus());
    const spoken = within(drawing).getByRole('status');
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(spoken).toHaveTextContent(/^Handoff: .*Enter opens its row of the ledger/);
    await user.keyboard('{Enter}');
    expect(usePanel.getState().panel).toMatchObject({ kind: 'ledger', initiativeId: 'a', handoffId: 'h1' });
    act(() => usePanel.getState().close());
    act(() => drawing.focus());
    const walkTo = async (wanted: RegExp): Promise<void> => {
      for (let step = 0; step < 14 && !wanted.test(spoken.textContent ?? ''); step += 1) {
        await user.keyboard('{ArrowDown}{Home}');
      }
      expect(spoken).toHaveTextContent(wanted);
    };
    await walkTo(/^Seed money\..*Amount: \$100,000\. Decision: tranche: stop/);
    await walkTo(/^First cut\..*: \$10,000\. Planned value a month: \$40,000/);
    await user.click(screen.getByRole('button', { name: 'Table' }));
    expect(screen.getByRole('row', { name: /^Tranche on record: stop .*Seed money/ })).toBeVisible();
  });

  it('has a table with the same figures, sortable', async () => {
    const user = await openFlow();
    await chart();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const table = within(
      screen.getByRole('table', { name: 'Claims portal: every step of both ways to run it' }),
    );
    expect(table.getByRole('cell', { name: 'build step' })).toBeVisible();
    const month = table.getByRole('columnheader', { name: 'Month' });
    await user.click(within(month).getByRole('button'));
    await user.click(within(month).getByRole('button'));
    expect(month).toHaveAttribute('aria-sort', 'descending');
    const first = table.getAllByRole('row')[1]!;
    expect(within(first).getAllByRole('cell')[3]).toHaveTextContent('36');
  });

  it('shows one mode alone', async () => {
    const user = await openFlow();
    await chart();
    await user.click(screen.getByRole('radio', { name: 'As project' }));
    const head = within(screen.getByRole('region', { name: 'Compare' }));
    await waitFor(() => expect(head.getAllByRole('button', { name: /Open the arithmetic/ })).toHaveLength(4));
    expect(useView.getState().flowMode).toBe('project');
  });

  it('never calls an unknown value zero', async () => {
    await openFlow(portal);
    await chart();
    const head = within(screen.getByRole('region', { name: 'Compare' }));
    expect(head.getByText('value not entered')).toBeVisible();
    expect(head.getByRole('button', { name: 'Enter the value' })).toBeVisible();
    expect(head.queryByText(/of 50 futures/)).toBeNull();
  });

  it('says what is missing and leads to the field', async () => {
    const user = await openFlow({ ...newInitiative('a', 'Claims portal') }, false);
    expect(await screen.findByRole('heading', { name: 'A few facts are missing' })).toBeVisible();
    const buttons = screen.getAllByRole('button', { name: /^Enter: / });
    expect(buttons.length).toBeGreaterThan(0);
    await user.click(buttons[0]!);
    await waitFor(() => expect(useView.getState().view).not.toBe('flow'));
    await waitFor(() => expect(document.activeElement?.tagName).toMatch(/^(INPUT|BUTTON|TEXTAREA|SELECT)$/));
    await user.click(screen.getByRole('button', { name: /^Back to Flow/ }));
    expect(await screen.findByRole('heading', { name: 'A few facts are missing' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Back to/ })).toBeNull();
  });

  it('leads to a setting of the portfolio, whose field has the keyboard, and back by key', async () => {
    const user = await openFlow({ ...portal, endDate: '2026-12-31' }, false);
    await user.click(
      await screen.findByRole('button', { name: 'Enter: what a person-day costs in this portfolio' }),
    );
    const rate = await screen.findByRole('textbox', { name: /Cost of a person-day/ });
    await waitFor(() => expect(rate).toHaveFocus());
    await user.keyboard('700{Enter}');
    await waitFor(() => expect(usePortfolio.getState().records?.portfolio.portfolio?.dayRate).toBe(700_00));
    await user.keyboard('{Alt>}z{/Alt}');
    await chart();
    // Whoever chooses a view was not led there.
    await user.keyboard('{Alt>}4{/Alt}');
    await screen.findByRole('main', { name: 'Parameters' });
    await user.keyboard('{Alt>}z{/Alt}');
    expect(await screen.findByText('No button of another view led here')).toBeVisible();
    expect(useView.getState().view).toBe('parameters');
  });

  it('says of a budget alone that a flip changes both ways, and leads to what keeps them', async () => {
    const user = await openFlow({ ...portal, endDate: '2026-12-31', teamDayRate: 700_00 }, false);
    await chart();
    const said = screen.getByText(/a flip changes the figures of both ways/);
    await user.click(within(said).getByRole('button', { name: 'Enter its phases' }));
    await waitFor(() => expect(useView.getState().view).toBe('initiatives'));
    await act(() =>
      change(
        'other',
        {},
        phases.map((phase) => put('phase', phase)),
      ),
    );
    act(() => useView.getState().go('flow'));
    await chart();
    expect(screen.queryByText(/a flip changes the figures of both ways/)).toBeNull();
  });

  it('follows a flip at once', async () => {
    await openFlow();
    await chart();
    expect(screen.getByText(/^Runs as a project today/)).toBeVisible();
    await act(() =>
      change('initiative.toProduct', { name: 'Claims portal' }, [
        { op: 'patch', table: 'initiative', id: 'a', values: { mode: 'product' } },
      ]),
    );
    await waitFor(() => expect(screen.getByText(/^Runs as a product team today/)).toBeVisible());
    expect(usePortfolio.getState().records?.initiative.a?.mode).toBe('product');
  });

  it('speaks Chinese', async () => {
    await openFlow();
    await chart();
    await act(() => usePreferences.getState().write({ language: 'zh-CN' }));
    expect(screen.getByText('客户首次获得价值')).toBeVisible();
    const ahead = await screen.findByRole('button', { description: /^产品团队领先的概率/ });
    expect(ahead.closest('p')).toHaveTextContent(/50 种未来中有 \d+ 种产品团队领先/);
  });

  it('is accessible', async () => {
    await openFlow();
    await chart();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
