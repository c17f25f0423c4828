import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useDirectory } from '../../../renderer/features/directory/directoryStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newPortfolio, newTeam } from '../../../shared/domain/defaults.ts';
import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

type Changes = Parameters<typeof withRecords>[0];
const portfolio: Changes[number] = {
  op: 'put',
  table: 'portfolio',
  record: { ...newPortfolio('Test'), currency: 'USD', dataDate: '2026-02-15' },
};
const pane = () => within(screen.getByRole('complementary', { name: 'Inspector' }));
const listed = async () => {
  await pane().findByRole('heading', { name: 'Look at these first' });
  return pane()
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
};

it('names the teams that disband next, then the busiest, and none that is gone', async () => {
  page = await openPage();
  const team = (id: string, disbandsOn: string | null): Changes[number] => ({
    op: 'put',
    table: 'team',
    record: { ...newTeam(id, `Team ${id}`), disbandsOn },
  });
  const work = (id: string, teamId: string): Changes[number] => ({
    op: 'put',
    table: 'initiative',
    record: { ...newInitiative(id, id), teamId },
  });
  await withRecords([
    portfolio,
    ...[team('gone', '2025-01-01'), team('late', '2027-06-30'), team('soon', '2026-03-31')],
    ...[team('busy', null), team('idle', null), work('i1', 'busy'), work('i2', 'busy'), work('i3', 'gone')],
  ]);
  act(() => {
    useDirectory.getState().show('teams');
    useView.getState().go('directory');
  });
  expect(await listed()).toEqual([
    'disbands 31 Mar 2026Team soon',
    'disbands 30 Jun 2027Team late',
    '2 initiativesTeam busy',
  ]);
  await page.user.click(pane().getByRole('button', { name: /Team soon/ }));
  expect(useView.getState().selection).toEqual({ kind: 'team', id: 'soon' });
});

it('keeps the inspector away from a list of nothing', async () => {
  page = await openPage();
  await withRecords([portfolio, { op: 'put', table: 'team', record: newTeam('t', 'Claims') }]);
  act(() => {
    useDirectory.getState().show('teams');
    useView.getState().go('directory');
  });
  await screen.findByRole('complementary', { name: 'Inspector' });
  act(() => useDirectory.getState().show('partners'));
  expect(screen.queryByRole('complementary', { name: 'Inspector' })).toBeNull();
});

it('names the outcomes that are due first and not reached, with how far they have come', async () => {
  page = await openPage();
  const outcome = (id: string, dueDate: string | null): Changes[number] => ({
    op: 'put',
    table: 'outcome',
    record: { ...newOutcome(id, `Outcome ${id}`), dueDate, baseline: 0, target: 10 },
  });
  const reading = (outcomeId: string, value: number): Changes[number] => ({
    op: 'put',
    table: 'outcomeReading',
    record: { id: `r-${outcomeId}`, outcomeId, date: '2026-01-31', value, note: '' },
  });
  await withRecords([
    portfolio,
    ...[outcome('later', '2027-01-31'), outcome('first', '2026-01-31'), outcome('reached', '2026-01-01')],
    ...[outcome('undated', null), reading('first', 4), reading('reached', 10)],
  ]);
  act(() => useView.getState().go('outcomes'));
  expect(await listed()).toEqual([
    'due 31 Jan 2026 · 40%Outcome first',
    'due 31 Jan 2027 · no readingOutcome later',
  ]);
});
