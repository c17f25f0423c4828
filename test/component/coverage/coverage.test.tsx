import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runner } from '../../../renderer/analysis/runner.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newTeam } from '../../../shared/domain/defaults.ts';
import type { TableName } from '../../../shared/domain/records.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: { ...record } });
const capability = (id: string, name: string, rated: readonly [number, number, number] | null) =>
  put('capability', {
    id,
    parentId: null,
    position: 0,
    code: null,
    name,
    description: '',
    importance: rated?.[0] ?? null,
    currentMaturity: rated?.[1] ?? null,
    targetMaturity: rated?.[2] ?? null,
    neededMoney: null,
    ownerTeamId: null,
    retired: false,
  });
const initiative = (id: string, name: string, budget: number | null, description = '') =>
  put('initiative', {
    ...newInitiative(id, name),
    budget,
    description,
    startDate: '2026-01-01',
    endDate: '2026-12-31',
  });
const serves = (initiativeId: string, capabilityId: string, weight = 1) =>
  put('contribution', { id: `${initiativeId}-${capabilityId}`, initiativeId, capabilityId, weight });

const text = 'one platform with all customer data in one place for marketing and claims';
const portfolio = [
  capability('c1', 'Customer data', [5, 1, 4]),
  capability('c2', 'Fraud detection', [5, 2, 5]),
  capability('c3', 'Archive', null),
  put('team', newTeam('t1', 'Data team')),
  initiative('i1', 'Customer data platform', 400_000_00, text),
  initiative('i2', 'Customer data platform for marketing', 300_000_00, text),
  initiative('i3', 'Archive move', 100_000_00),
  serves('i1', 'c1'),
  serves('i2', 'c1'),
  serves('i3', 'c3'),
];

async function openCoverage(changes: Parameters<typeof withRecords>[0] = portfolio) {
  page = await openPage();
  if (changes.length > 0) await withRecords(changes);
  act(() => {
    useView.getState().set({ coverageView: 'matrix' });
    useView.getState().go('coverage');
  });
  return page.user;
}
const title = () =>
  screen.findByRole('heading', { level: 1, name: /sits in overlaps; 1 important capability/ });

describe('Coverage', () => {
  it('says what it finds from its own figures, and that an unknown need is not "no need"', async () => {
    await openCoverage();
    expect(await title()).toHaveTextContent(
      /^\$\d+(\.\d)?K sits in overlaps; 1 important capability has too little behind it$/,
    );
    expect(screen.getByText(/The need of 1 is not entered; an unknown need is not “no need”/)).toBeVisible();
  });

  it('is walked over its cells with the keyboard; Enter selects what the table and the inspector show', async () => {
    const user = await openCoverage();
    await title();
    const matrix = screen.getByRole('application', { name: /Matrix\. Capabilities: 3;/ });
    act(() => matrix.focus());
    await user.keyboard('{ArrowDown}{ArrowDown}{Home}');
    const spoken = within(matrix).getByRole('status');
    const heard: string[] = [];
    for (let step = 0; step < 4; step++) {
      heard.push(spoken.textContent ?? '');
      await user.keyboard('{ArrowRight}');
    }
    expect(heard.join('\n')).toContain(
      'Customer data platform. Project · for Customer data. Money: $400,000',
    );
    await user.keyboard('{Home}{Enter}');
    expect(useView.getState().selection).toEqual({ kind: 'capability', id: 'c1' });
  });

  it('lists what ranks first where nothing is selected yet, and opens it with its evidence', async () => {
    const user = await openCoverage();
    await title();
    const pane = within(screen.getByRole('complementary', { name: 'Inspector' }));
    await pane.findByRole('heading', { name: 'Look at these first' });
    const [first] = pane.getAllByRole('listitem');
    const [open, stake] = within(first!).getAllByRole('button');
    await user.click(stake!);
    expect(useView.getState().selection).toBeNull();
    const receipt = within(await screen.findByRole('dialog'));
    expect(receipt.getByRole('heading', { name: 'Formula' })).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(stake).toHaveFocus());
    await user.click(open!);
    expect(useView.getState().selection?.kind).toBe('finding');
    expect(await pane.findByRole('heading', { name: 'Why it is flagged' })).toBeVisible();
  });

  it('has the same figures as a table', async () => {
    const user = await openCoverage();
    await title();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const table = within(
      screen.getByRole('table', { name: 'Capabilities, initiatives and the money between them' }),
    );
    const row = table.getByRole('row', { name: /Customer data platform for marketing/ });
    expect(within(row).getByRole('cell', { name: '$300,000' })).toBeVisible();
    const archive = table.getByRole('row', { name: /Archive move/ });
    expect(within(archive).getByRole('cell', { name: 'need not entered' })).toBeVisible();
    expect(table.getByRole('row', { name: /Fraud detection/ })).toHaveTextContent('gap');
  });

  it('lists troubles to look at first, and not what was declared to belong together', async () => {
    await openCoverage([
      ...portfolio,
      put('initiative', {
        ...newInitiative('i5', 'Joint one'),
        budget: 90_000_00,
        collaborationGroup: 'joint',
      }),
      put('initiative', {
        ...newInitiative('i6', 'Joint two'),
        budget: 80_000_00,
        collaborationGroup: 'joint',
      }),
      serves('i5', 'c1'),
      serves('i6', 'c1'),
    ]);
    await title();
    const first = within(screen.getByRole('complementary')).getAllByRole('button', { name: /·/ });
    const types = first.map((button) => button.textContent);
    expect(types.some((text) => text.startsWith('Overlap'))).toBe(true);
    expect(types.some((text) => text.startsWith('Declared'))).toBe(false);
    act(() => useView.getState().set({ coverageView: 'findings' }));
    expect((await screen.findAllByText(/^Declared collaboration/)).length).toBeGreaterThan(0);
  });

  it('shows how far it is worked out, until it is', async () => {
    const asked = vi
      .spyOn(runner, 'run')
      .mockReturnValue({ cancel: () => undefined, hurry: () => undefined });
    try {
      await openCoverage();
      await screen.findByRole('heading', { level: 1, name: /are being worked out$/ });
      expect(screen.queryByRole('progressbar')).toBeNull();
      const [, listener] = asked.mock.calls.findLast(([job]) => job.kind === 'coverage')!;
      act(() => listener.onProgress?.(0.423));
      const bar = screen.getByRole('progressbar', { name: 'How far the coverage is worked out' });
      expect(bar).toHaveAttribute('value', '0.42');
      expect(bar.parentElement).toHaveTextContent('42%');
      act(() => listener.onFailed('out of memory'));
      expect(screen.queryByRole('progressbar')).toBeNull();
      expect(screen.getByRole('alert')).toHaveTextContent('out of memory');
    } finally {
      asked.mockRestore();
    }
  });

  it('shows what is budgeted while nothing is worked out yet, and says so', async () => {
    const asked = vi
      .spyOn(runner, 'run')
      .mockReturnValue({ cancel: () => undefined, hurry: () => undefined });
    try {
      const user = await openCoverage([...portfolio, initiative('i4', 'No budget yet', null)]);
      expect(
        await screen.findByRole('heading', {
          level: 1,
          name: '$800K is budgeted for the capabilities; 1 initiative without a budget, gaps and overlaps are being worked out',
        }),
      ).toBeVisible();
      expect(screen.getByText(/^Budgets only so far/)).toBeVisible();
      const matrix = screen.getByRole('application', {
        name: /gaps and overlaps are still being worked out/,
      });
      act(() => matrix.focus());
      await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{End}');
      expect(within(matrix).getByRole('status')).toHaveTextContent('Gap: being worked out…');
      expect(screen.queryByRole('slider')).toBeNull();
      expect((await axe.run(document.body)).violations).toEqual([]);
      await user.click(screen.getByRole('button', { name: 'Table' }));
      expect(screen.getByRole('row', { name: /Fraud detection/ })).toHaveTextContent('being worked out…');
      await user.click(screen.getByRole('radio', { name: 'Map' }));
      expect(await screen.findByRole('application', { name: /From the budgets alone so far/ })).toBeVisible();
    } finally {
      asked.mockRestore();
    }
  });

  it('lists findings with evidence, and a finding goes when it is declared healthy', async () => {
    const user = await openCoverage();
    await title();
    await user.click(screen.getByRole('radio', { name: /^Findings/ }));
    await user.click(await screen.findByRole('button', { name: /^Likely duplicate/ }));
    const pane = within(screen.getByRole('complementary'));
    const similar = await pane.findByRole('button', { description: /^Similarity of the two texts/ });
    expect(similar.closest('p')).toHaveTextContent(/Names and descriptions are \d+% alike/);
    expect(pane.getByText('Strongest shared letters')).toBeVisible();
    await user.click(similar);
    const receipt = within(await screen.findByRole('dialog', { name: 'Similarity of the two texts' }));
    const percents = receipt
      .getAllByRole('row')
      .map((row) => Number.parseFloat(/([\d.]+)%$/.exec(row.textContent ?? '')?.[1] ?? 'NaN'));
    const sum = percents.pop()!;
    expect(percents.length).toBeGreaterThan(8);
    // Each is rounded to a tenth of a per cent.
    expect(Math.abs(percents.reduce((all, each) => all + each, 0) - sum)).toBeLessThan(
      0.05 * percents.length,
    );
    expect(`${Math.round(sum)}%`).toBe(similar.textContent);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(similar).toHaveFocus());
    await user.click(pane.getByRole('button', { description: /^How sure the finding is/ }));
    const sure = within(await screen.findByRole('dialog', { name: 'How sure the finding is' }));
    await user.click(sure.getByRole('button', { name: 'Similarity of the two texts' }));
    expect(await screen.findByRole('dialog', { name: 'Similarity of the two texts' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('dialog', { name: 'How sure the finding is' })).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(pane.getByRole('button', { name: 'They build it together on purpose' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Likely duplicate/ })).toBeNull());
    const records = usePortfolio.getState().records;
    expect(records?.initiative.i1?.collaborationGroup).toBe(records?.initiative.i2?.collaborationGroup);
    expect(records?.initiative.i1?.collaborationGroup).not.toBeNull();
  });

  it('is one stop of the keyboard, and the arrows lead from cell to cell', async () => {
    const user = await openCoverage();
    await title();
    await user.click(screen.getByRole('radio', { name: /^Findings/ }));
    const grid = await screen.findByRole('grid', { name: 'Findings' });
    await user.click(screen.getByRole('combobox', { name: 'Show' }));
    await user.tab();
    const [, first, second] = within(grid).getAllByRole('row');
    const name = (row: HTMLElement | undefined) =>
      within(within(row!).getByRole('rowheader')).getByRole('button');
    expect(name(first)).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(name(second)).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.closest('tr')).toBe(second);
    expect(document.activeElement).toHaveTextContent(/^\$/);
    await user.keyboard('{End}');
    // A cell without a figure is stood on itself, so that it is read.
    expect(document.activeElement).toBe(second!.lastElementChild);
    await user.tab();
    expect(grid).not.toContainElement(document.activeElement as HTMLElement);
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(second!.lastElementChild);
    await user.keyboard('{Home}{Enter}');
    expect(name(second)).toHaveAttribute('aria-pressed', 'true');
  });

  it('does not say that likely duplicates of unknown cost put nothing at stake', async () => {
    const text = 'Moves the paper archive of all branches into one store of scanned pages';
    const user = await openCoverage([
      ...portfolio,
      put('initiative', { ...newInitiative('i7', 'Scan the branch archive'), description: text }),
      put('initiative', { ...newInitiative('i8', 'Scan the branch archives'), description: text }),
    ]);
    await title();
    await user.click(screen.getByRole('radio', { name: /^Findings/ }));
    const row = (await screen.findByRole('button', { name: /Scan the branch archives/ })).closest('tr')!;
    expect(within(row).getByRole('cell', { name: 'money not known' })).toBeVisible();
    await user.click(within(row).getByRole('button', { name: /Scan the branch archives/ }));
    const pane = within(screen.getByRole('complementary'));
    expect(await pane.findByText('Likely duplicate · money not known')).toBeVisible();
  });

  it('changes what a capability needs, and the picture follows', async () => {
    const user = await openCoverage();
    await title();
    act(() => useView.getState().select({ kind: 'capability', id: 'c2' }));
    const pane = within(screen.getByRole('complementary'));
    await user.selectOptions(await pane.findByRole('combobox', { name: 'Target maturity' }), '2');
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: /every capability whose need is known has enough/,
      }),
    ).toBeVisible();
  });

  it('does not call an empty list "no gaps"', async () => {
    await openCoverage([initiative('i1', 'Alone', 100)]);
    expect(await screen.findByRole('heading', { name: 'No capabilities entered' })).toBeVisible();
    expect(screen.getByText(/An empty list says nothing about gaps/)).toBeVisible();
  });

  it('is accessible', async () => {
    const user = await openCoverage();
    await title();
    const check = async () => {
      const { violations } = await axe.run(document.body, {
        rules: { 'color-contrast': { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    await check();
    await user.click(screen.getByRole('radio', { name: /^Findings/ }));
    await screen.findByRole('grid', { name: 'Findings' });
    await check();
  });
});
