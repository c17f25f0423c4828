import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { newInitiative, newPhase, newRelease, newTeam } from '../../../shared/domain/defaults.ts';
import { handoffsOf } from '../../../shared/planning/handoffs.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const put = (table: 'initiative' | 'phase' | 'team' | 'release', record: object): Change => ({
  op: 'put',
  table,
  record: { ...record },
});
const claims = {
  ...newInitiative('a', 'Claims portal'),
  budget: 1_000_000_00,
  startDate: '2026-01-01',
  endDate: '2026-12-31',
  valuePerMonth: 90_000_00,
  teamDayRate: 800_00,
};

async function inspect(extra: readonly Change[] = []) {
  page = await openPage();
  await withRecords([
    put('team', newTeam('red', 'Red')),
    put('team', newTeam('blue', 'Blue')),
    put('initiative', claims),
    put('initiative', { ...newInitiative('b', 'Claims portal (old list)'), budget: 5_00, owner: 'Ada' }),
    put('phase', {
      ...newPhase('p', 'a', 0, 'design', 'Design'),
      startDate: '2026-01-01',
      endDate: '2026-03-31',
      people: 3,
      teamId: 'red',
    }),
    put('phase', {
      ...newPhase('q', 'a', 1, 'build', 'Build'),
      startDate: '2026-05-01',
      endDate: '2026-12-31',
      people: 6,
      teamId: 'blue',
    }),
    ...extra,
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
async function noViolations(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    // jsdom lays nothing out; contrast is tested on the tokens.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}

describe('the handoff ledger', () => {
  it('proposes rows from the phases, takes a range for what is kept, and explains what it cannot take', async () => {
    const user = await inspect();
    await user.click(pane().getByRole('button', { name: 'Propose from the phases' }));
    await waitFor(() => expect(handoffsOf(records(), 'a')).toHaveLength(1));
    expect(handoffsOf(records(), 'a')[0]).toMatchObject({
      fromTeamId: 'red',
      toTeamId: 'blue',
      waitDays: 30,
      phaseId: 'q',
    });
    expect(await historyKeys()).toContain('handoff.fill');
    await user.click(pane().getByRole('button', { name: 'Details of the handoff Red → Blue' }));
    const kept = pane().getByRole('textbox', { name: 'Knowledge kept, %' });
    await user.type(kept, '70-30{Tab}');
    expect(pane().getByRole('alert')).toHaveTextContent('From low over likely to high');
    await user.clear(kept);
    await user.type(kept, '30-50-70{Tab}');
    await waitFor(() =>
      expect(handoffsOf(records(), 'a')[0]).toMatchObject({ keptLow: 0.3, keptLikely: 0.5, keptHigh: 0.7 }),
    );
    expect(pane().getByText(/assumption of practitioners/)).toBeVisible();
    await noViolations();
  });

  it('is edited as a table in its dialog, by keyboard, one undoable step each', async () => {
    const user = await inspect();
    await user.keyboard('{Alt>}l{/Alt}');
    const dialog = await screen.findByRole('dialog', { name: /Handoff ledger of/ });
    const entry = within(dialog).getByText('Type who hands over…');
    await user.click(entry);
    await user.type(
      within(dialog).getByRole('textbox', { name: 'From whom the new handoff comes' }),
      'Red{Tab}',
    );
    await waitFor(() => expect(handoffsOf(records(), 'a')).toHaveLength(1));
    expect(handoffsOf(records(), 'a')[0]?.fromTeamId).toBe('red');
    await user.keyboard('Legal desk{Tab}');
    await waitFor(() =>
      expect(handoffsOf(records(), 'a')[0]).toMatchObject({ toName: 'Legal desk', toTeamId: null }),
    );
    await noViolations();
    await act(undo);
    expect(handoffsOf(records(), 'a')[0]?.toName).toBe('');
  });
});

describe('converting', () => {
  it('says of a budget alone that the columns are not the same work', async () => {
    const user = await inspect([
      put('initiative', {
        ...newInitiative('c', 'Budget only'),
        ...{ budget: 900_000_00, startDate: '2026-01-01', endDate: '2026-12-31', teamDayRate: 800_00 },
      }),
    ]);
    const note = /They are read as the cost of a project now and of a product team then/;
    for (const [id, name, said] of [
      ['a', 'Claims portal', 0],
      ['c', 'Budget only', 1],
    ] as const) {
      act(() => useView.getState().select({ kind: 'initiative', id }));
      await user.click(await pane().findByRole('button', { name: `What can be done with ${name}` }));
      await user.click(await screen.findByRole('menuitem', { name: /Convert to product team/ }));
      const dialog = await screen.findByRole('dialog', { name: /^Convert/ });
      expect(within(dialog).queryAllByText(note)).toHaveLength(said);
      await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
      await waitFor(() => expect(dialog).not.toBeInTheDocument());
    }
  });

  it('shows what comes along with figures before and after, applies in one step, and undo restores every record', async () => {
    const user = await inspect();
    const before = JSON.stringify(records());
    await user.click(pane().getByRole('button', { name: 'What can be done with Claims portal' }));
    await user.click(await screen.findByRole('menuitem', { name: /Convert to product team/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Convert “Claims portal” to a product team' });
    expect(within(dialog).getByText('2 phases, kept for the way back')).toBeVisible();
    const rows = within(within(dialog).getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(5);
    for (const row of rows.slice(1)) {
      const [now, then] = within(row).getAllByRole('cell');
      expect(now).not.toHaveTextContent('not computable');
      expect(then?.textContent).not.toBe(now?.textContent);
    }
    await noViolations();
    const first = within(rows[1]!).getAllByRole('cell')[1]!;
    const slow = first.textContent;
    const cadence = within(dialog).getByRole('textbox', { name: 'Months between releases' });
    await user.clear(cadence);
    await user.type(cadence, '6');
    expect(first.textContent).not.toBe(slow);
    await user.click(within(dialog).getByRole('button', { name: 'Convert' }));
    await waitFor(() => expect(records().initiative.a?.mode).toBe('product'));
    expect(records().initiative.a?.parameters.cadence_months?.value).toBe(6);
    expect(Object.keys(records().phase)).toEqual(['p', 'q']);
    expect(Object.values(records().tranche)).toHaveLength(4);
    expect((await historyKeys())[0]).toBe('initiative.convertToProduct');
    await act(undo);
    expect(JSON.stringify(records())).toBe(before);
  });
});

describe('merging', () => {
  it('lets values be chosen, says what happens, and re-points what hangs on them', async () => {
    const user = await inspect([put('release', newRelease('r', 'b', 'Beta'))]);
    await user.keyboard('{Alt>}{Shift>}j{/Shift}{/Alt}');
    const dialog = await screen.findByRole('dialog', { name: 'Merge initiatives' });
    expect(within(dialog).getByRole('button', { name: 'Merge' })).toBeDisabled();
    await user.click(within(dialog).getByRole('combobox', { name: /Merge also/ }));
    await user.click(await screen.findByRole('option', { name: 'Claims portal (old list)' }));
    expect(await within(dialog).findByText('Moves over: 1 release')).toBeVisible();
    expect(within(dialog).getByText(/budget adds up to \$1,000,005/)).toBeVisible();
    await user.click(within(dialog).getByRole('radio', { name: 'The same, entered twice' }));
    await user.selectOptions(await within(dialog).findByRole('combobox', { name: 'budget' }), 'b');
    await noViolations();
    await user.click(within(dialog).getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(records().initiative.b).toBeUndefined());
    expect(records().initiative.a).toMatchObject({ budget: 5_00, owner: 'Ada' });
    expect(records().release.r?.initiativeId).toBe('a');
  });
});

describe('tranches', () => {
  it('are made over the dates in one step, decided, and summed against the budget', async () => {
    const user = await inspect([put('initiative', { ...claims, mode: 'product' })]);
    await user.click(pane().getByRole('button', { name: 'Make tranches' }));
    await waitFor(() => expect(Object.keys(records().tranche)).toHaveLength(4));
    expect(pane().getByText(/\$1M of \$1M budget/)).toBeVisible();
    await user.click(pane().getByRole('button', { name: 'Details of Tranche 1' }));
    await user.selectOptions(pane().getByRole('combobox', { name: 'Decision' }), 'stop');
    await waitFor(() => {
      const decided = Object.values(records().tranche).find(({ name }) => name === 'Tranche 1');
      expect(decided?.decision).toBe('stop');
      expect(decided?.decidedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    });
    expect(await historyKeys()).toContain('tranche.decide');
    await noViolations();
  });
});
