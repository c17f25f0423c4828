import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());
const records = () => {
  const now = usePortfolio.getState().records;
  if (!now) throw new Error('nothing is open');
  return now;
};

describe('overhead', () => {
  it('is named by typing, totalled without taking unknown for zero, and stopped in one undoable step', async () => {
    page = await openPage();
    const { user } = page;
    await withRecords([
      { op: 'patch', table: 'portfolio', id: 'portfolio', values: { dayRate: 500_00 } },
      { op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Status decks'), overhead: true } },
    ]);
    act(() => useView.getState().go('overhead'));
    await screen.findByRole('grid', { name: 'Overhead' });
    await user.click(screen.getByText(/Type what is done/));
    await user.type(
      screen.getByRole('textbox', { name: 'Name of the new overhead work' }),
      'Copying cases{Enter}{Escape}',
    );
    await waitFor(() => expect(Object.keys(records().overheadWork)).toHaveLength(1));
    // Nobody has entered a day yet: no sum is told, neither of days nor of money.
    expect(screen.getByRole('status')).toHaveTextContent(/^2 whose effort nobody entered$/);
    expect(screen.queryByText(/\b0 person-days/)).toBeNull();
    const row = () => screen.getByRole('row', { name: /Copying cases/ });
    await user.dblClick(within(row()).getAllByRole('gridcell')[3]!);
    await user.type(
      screen.getByRole('textbox', { name: 'Person-days a month of Copying cases' }),
      '10{Enter}',
    );
    expect(
      await screen.findByText(/^10 person-days and \$5K a month · 1 whose effort nobody entered/),
    ).toBeVisible();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    await user.click(within(row()).getByRole('button', { name: 'Stop it: Copying cases' }));
    await waitFor(() => expect(Object.values(records().overheadWork)[0]?.stopped).toBe(true));
    expect((await historyKeys())[0]).toBe('overhead.stop');
    expect(screen.getByText(/1 stopped/)).toBeVisible();
    await act(undo);
    expect(Object.values(records().overheadWork)[0]?.stopped).toBe(false);
  });
});
