import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { useCoverageLook } from '../../../renderer/state/coverageStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { startMemory } from '../../../renderer/state/viewMemory.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newCapability, newInitiative } from '../../../shared/domain/defaults.ts';
import type { TableName } from '../../../shared/domain/records.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: { ...record } });
const rated = { importance: 5, currentMaturity: 1, targetMaturity: 4 } as const;
const initiative = (id: string, name: string, budget: number, endDate: string) =>
  put('initiative', { ...newInitiative(id, name), budget, startDate: '2026-01-01', endDate });
const serves = (initiativeId: string, capabilityId: string) =>
  put('contribution', { id: `${initiativeId}-${capabilityId}`, initiativeId, capabilityId, weight: 1 });

const records = [
  put('capability', newCapability('root', 'Customers', null)),
  put('capability', { ...newCapability('c1', 'Customer data', 'root'), ...rated }),
  put('capability', { ...newCapability('c2', 'Fraud detection', 'root'), ...rated, position: 1 }),
  put('capability', { ...newCapability('c3', 'Archive', null), position: 1 }),
  initiative('i1', 'Data platform', 400_000_00, '2026-06-30'),
  initiative('i2', 'Fraud scoring', 400_000_00, '2026-12-31'),
  initiative('i3', 'Archive move', 100_000_00, '2026-12-31'),
  serves('i1', 'c1'),
  serves('i2', 'c2'),
  serves('i3', 'c3'),
];

async function open(coverageView: 'map' | 'matrix') {
  page = await openPage();
  await withRecords(records);
  act(() => {
    useView.getState().set({ coverageView });
    useView.getState().go('coverage');
  });
  await screen.findByRole('slider', { name: 'Quarter' });
  return page.user;
}
const slider = () => screen.getByRole('slider', { name: 'Quarter' });
const heading = () => screen.getByRole('heading', { level: 1 });

describe('Coverage through the quarters', () => {
  it('is moved by keys, says what opens and who leaves, and goes back to all time', async () => {
    const user = await open('matrix');
    expect(slider()).toHaveAttribute('aria-valuetext', 'All time');
    act(() => slider().focus());
    await user.keyboard('{Home}');
    expect(slider()).toHaveAttribute('aria-valuetext', 'Q1 2026: 0 gaps');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(slider()).toHaveAttribute('aria-valuetext', 'Q3 2026: 1 gap, 1 of them new');
    expect(heading()).toHaveTextContent('1 gap opens in Q3 2026, when “Data platform” disbands');
    const line = screen.getByText(/1 capability is left alone: nobody works on it or owns it\./);
    expect(line).toBeVisible();
    // Half of the money of each that is still at work is left for the second half of its year.
    const [atWork] = within(line).getAllByRole('button');
    await user.click(atWork!);
    const sum = within(await screen.findByRole('dialog', { name: 'Money at work in the quarter' }));
    expect(sum.getByText('Q3 2026')).toBeVisible();
    expect(sum.getByText('The parts add up to the figure exactly.')).toBeVisible();
    await user.click(sum.getByRole('button', { name: 'Fraud detection' }));
    const own = within(await screen.findByRole('dialog', { name: 'Money at work in the quarter' }));
    expect(await own.findByRole('row', { name: /^Fraud scoring/ })).toHaveTextContent('of $400,000');
    await user.keyboard('{Escape}{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    act(() => slider().focus());
    await user.keyboard('{End}');
    expect(slider()).toHaveAttribute('aria-valuenow', slider().getAttribute('aria-valuemax'));
    expect(useCoverageLook.getState().quarter).toBe('2027-01-01');
    await user.click(screen.getByRole('button', { name: 'All time' }));
    expect(useCoverageLook.getState().quarter).toBeNull();
    expect(heading()).not.toHaveTextContent('Q1 2027');
  });

  it('plays the quarters and stops where somebody takes over', async () => {
    const user = await open('matrix');
    await user.click(screen.getByRole('button', { name: 'Play the quarters' }));
    await waitFor(() => expect(slider()).toHaveAttribute('aria-valuenow', '1'));
    await waitFor(() => expect(slider()).toHaveAttribute('aria-valuenow', '2'));
    act(() => slider().focus());
    await user.keyboard('{Home}');
    expect(screen.getByRole('button', { name: 'Play the quarters' })).toBeVisible();
    expect(slider()).toHaveAttribute('aria-valuenow', '1');
  });

  it('moves by single steps where somebody wants no motion', async () => {
    const before = globalThis.matchMedia;
    globalThis.matchMedia = ((query: string) => ({
      matches: query.includes('reduce'),
      media: query,
    })) as never;
    try {
      const user = await open('matrix');
      act(() => slider().focus());
      await user.keyboard('{Home}');
      expect(screen.queryByRole('button', { name: 'Play the quarters' })).toBeNull();
      await user.click(screen.getByRole('button', { name: 'Next quarter' }));
      expect(slider()).toHaveAttribute('aria-valuenow', '2');
    } finally {
      globalThis.matchMedia = before;
    }
  });

  it('is left and found again as it was; what is not known there is forgotten', async () => {
    await open('matrix');
    act(() => useCoverageLook.getState().set({ quarter: '2026-07-01', order: 'tree', heat: 'gap' }));
    const ref = usePortfolio.getState().file!.ref;
    await waitFor(() =>
      expect(JSON.parse(localStorage.getItem(`throughline.view.${ref}`) ?? '{}')).toMatchObject({
        coverage: { quarter: '2026-07-01', order: 'tree', heat: 'gap' },
      }),
    );
    act(() => useCoverageLook.setState(useCoverageLook.getInitialState()));
    act(() => startMemory(ref));
    expect(useCoverageLook.getState()).toMatchObject({ quarter: '2026-07-01', order: 'tree', heat: 'gap' });
    localStorage.setItem(
      `throughline.view.${ref}`,
      JSON.stringify({ coverage: { quarter: 'soon', order: 'luck', heat: 3, columns: 'teams' } }),
    );
    act(() => startMemory(ref));
    expect(useCoverageLook.getState()).toMatchObject({
      quarter: null,
      order: 'need',
      heat: 'supply',
      columns: 'teams',
    });
    localStorage.removeItem(`throughline.view.${ref}`);
  });

  it('analyses nothing again while it is dragged', async () => {
    await open('map');
    const { runner } = await import('../../../renderer/analysis/runner.ts');
    const run = runner.run.bind(runner);
    let asked = 0;
    runner.run = (...of) => {
      asked += 1;
      return run(...of);
    };
    try {
      slider().getBoundingClientRect = () => new DOMRect(0, 0, 500, 60);
      fireEvent.pointerDown(slider(), { clientX: 10, buttons: 1, pointerId: 1 });
      for (const clientX of [110, 210, 310, 410, 490]) {
        fireEvent.pointerMove(slider(), { clientX, buttons: 1, pointerId: 1 });
      }
    } finally {
      runner.run = run;
    }
    expect(useCoverageLook.getState().quarter).toBe('2027-01-01');
    expect(asked).toBe(0);
  });

  it('has the quarters as columns of the table, other columns and orders on demand', async () => {
    const user = await open('matrix');
    await user.selectOptions(screen.getByLabelText('Columns'), 'teams');
    await user.selectOptions(screen.getByLabelText('Order of the rows'), 'blocks');
    expect(screen.getByText(/goes to the team that it names/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const table = within(screen.getByRole('table'));
    expect(table.getByRole('columnheader', { name: /Q3 2026/ })).toBeVisible();
    const row = table.getByRole('row', { name: /Customer data/ });
    expect(within(row).getByRole('cell', { name: 'No team named' })).toBeVisible();
    expect(within(row).getAllByRole('cell').at(-1)).toHaveTextContent('$0');
    expect(useCoverageLook.getState()).toMatchObject({ columns: 'teams', order: 'blocks' });
  });
});

describe('the capability map', () => {
  it('is walked and opened by keys; Escape and Backspace lead up again', async () => {
    const user = await open('map');
    const map = screen.getByRole('application', { name: /Map, coloured by .*Capabilities: 3;/ });
    act(() => map.focus());
    await user.keyboard('{ArrowDown}');
    expect(within(map).getByRole('status')).toHaveTextContent(
      /^Customers\. .*Enter or click opens this branch/,
    );
    await user.keyboard('{Enter}');
    expect(useCoverageLook.getState().branch).toBe('root');
    expect(useView.getState().selection).toEqual({ kind: 'capability', id: 'root' });
    const path = screen.getByRole('navigation', { name: 'Branch' });
    expect(within(path).getByText('Customers')).toHaveAttribute('aria-current', 'location');
    await user.keyboard('{Escape}');
    expect(useCoverageLook.getState().branch).toBeNull();
    act(() => useCoverageLook.getState().set({ branch: 'root' }));
    await user.click(
      within(screen.getByRole('navigation', { name: 'Branch' })).getByRole('button', {
        name: 'All capabilities',
      }),
    );
    expect(useCoverageLook.getState().branch).toBeNull();
  });

  it('says the amounts of its colours in the boxes and in the table', async () => {
    const user = await open('map');
    await user.selectOptions(screen.getByLabelText('Colour by'), 'count');
    const map = screen.getByRole('application');
    expect(within(map).getAllByText('1 initiative', { ignore: false }).length).toBeGreaterThan(0);
    await user.selectOptions(screen.getByLabelText('Colour by'), 'supply');
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const row = within(screen.getByRole('table')).getByRole('row', { name: /^Customers/ });
    expect(within(row).getAllByRole('cell', { name: '$800,000' }).length).toBe(1);
  });

  it('leads from no capabilities to where they are entered', async () => {
    page = await openPage();
    await withRecords([initiative('i1', 'Alone', 100, '2026-12-31')]);
    act(() => useView.getState().go('coverage'));
    await page.user.click(await screen.findByRole('button', { name: 'Enter capabilities' }));
    expect(useView.getState().view).toBe('capabilities');
  });

  it.each(['en', 'zh-CN'] as const)('is accessible in %s, as map and as matrix', async (language) => {
    const user = await open('map');
    await act(async () => usePreferences.getState().write({ language }));
    act(() => useCoverageLook.getState().set({ quarter: '2026-07-01', branch: 'root' }));
    const check = async () => {
      const { violations } = await axe.run(document.body, {
        rules: { 'color-contrast': { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    await check();
    await user.click(screen.getByRole('radio', { name: language === 'en' ? 'Matrix' : '矩阵' }));
    await check();
    await act(async () => usePreferences.getState().write({ language: 'en' }));
  });
});
