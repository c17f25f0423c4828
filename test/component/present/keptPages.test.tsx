import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createPortfolio } from '../../../renderer/state/portfolioActions.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { hide, leavePresenting, presentStoryboard, turn } from '../../../renderer/state/presentActions.ts';
import { usePresent } from '../../../renderer/state/presentStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { addToStoryboard } from '../../../renderer/state/storyboardActions.ts';
import { captureView, restoreView } from '../../../renderer/state/viewCapture.ts';
import { partsState, startMemory } from '../../../renderer/state/viewMemory.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newCapability, newInitiative, newPortfolio, newTeam } from '../../../shared/domain/defaults.ts';
import { pagesOf, storyboardsOf } from '../../../shared/storyboard/pages.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage | null = null;
afterEach(async () => {
  if (usePresent.getState().session) act(leavePresenting);
  await act(() => hide({ names: false, amounts: false }));
  await page?.close();
  page = null;
});

type Changes = Parameters<typeof withRecords>[0];
const initiative = (id: string, name: string, facts: object): Changes[number] => ({
  op: 'put',
  table: 'initiative',
  record: {
    ...newInitiative(id, name),
    startDate: '2026-01-01',
    endDate: '2026-12-31',
    budget: 900_000_00,
    valuePerMonth: 90_000_00,
    teamDayRate: 800_00,
    ...facts,
  },
});
const portfolio: Changes = [
  {
    op: 'put',
    table: 'portfolio',
    record: { ...newPortfolio('Test'), currency: 'USD', dataDate: '2026-02-15' },
  },
  { op: 'put', table: 'team', record: { ...newTeam('t1', 'Migration crew'), disbandsOn: '2026-08-01' } },
  { op: 'put', table: 'capability', record: newCapability('c1', 'Claims', null) },
  initiative('i1', 'Claims portal', { teamId: 't1' }),
  initiative('i2', 'Fraud scoring', { mode: 'product' }),
  {
    op: 'put',
    table: 'contribution',
    record: { id: 'l1', initiativeId: 'i1', capabilityId: 'c1', weight: 1 },
  },
];

const kept = (): Readonly<Record<string, unknown>> =>
  (partsState() as { readonly kept?: Readonly<Record<string, unknown>> }).kept ?? {};

async function open() {
  page = await openPage();
  await withRecords(portfolio);
  return page.user;
}
const slow = { timeout: 15_000 };

describe('what a picture shows is kept with the view', () => {
  it('the part of the map; it comes back with the page of a storyboard, and undo does not touch it', async () => {
    const user = await open();
    act(() => useView.getState().go('map'));
    await screen.findByRole('application', undefined, slow);
    await user.click(await screen.findByRole('button', { name: 'Closer' }));
    const near = kept()['map.window'];
    expect(near).toMatchObject({ fromShare: expect.any(Number) });
    expect(screen.getByRole('button', { name: 'Show all' })).toBeVisible();
    await act(() => addToStoryboard());
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(kept()['map.window']).toBeNull();
    await act(() => addToStoryboard());
    const { plan } = usePortfolio.getState();
    const board = storyboardsOf(plan!)[0]!;
    const [zoomed, whole] = pagesOf(plan!, board.id);
    act(() => presentStoryboard(board.id, zoomed!.id));
    expect(kept()['map.window']).toEqual(near);
    act(() => turn(1));
    expect(kept()['map.window']).toBeNull();
    expect(usePresent.getState().session?.pageId).toBe(whole!.id);
    act(() => turn(-1));
    act(leavePresenting);
    act(() => restoreView(zoomed!));
    await act(() => undo());
    expect(kept()['map.window']).toEqual(near);
  });

  it('the part of the time of the stringline, through a reload of the page', async () => {
    const user = await open();
    act(() => useView.getState().go('handoffs'));
    await user.click(await screen.findByRole('button', { name: 'Closer' }, slow));
    const part = kept()['handoffs.window'];
    expect(part).toMatchObject({ from: expect.any(Number), to: expect.any(Number) });
    expect(screen.getByText(/Only .* is shown/)).toBeVisible();
    const { ref } = usePortfolio.getState().file!;
    // It is written a moment later.
    await waitFor(() => expect(localStorage.getItem(`throughline.view.${ref}`)).toContain('handoffs.window'));
    act(() => startMemory(ref));
    expect(kept()['handoffs.window']).toEqual(part);
    expect(screen.getByText(/Only .* is shown/)).toBeVisible();
    await act(() => createPortfolio('Other', 'USD'));
    expect(kept()).not.toHaveProperty('handoffs.window');
  });

  it('the quarter of who carries what', async () => {
    const user = await open();
    act(() => useView.getState().go('carry'));
    const chart = await screen.findByRole('application', undefined, slow);
    act(() => chart.focus());
    await user.keyboard('{ArrowRight}{Enter}');
    expect(await screen.findByText(/^What is left after Q3 2026/)).toBeVisible();
    const view = captureView();
    await user.click(screen.getByRole('button', { name: /^Back to/ }));
    expect(screen.queryByText(/^What is left after/)).toBeNull();
    act(() => restoreView(view));
    expect(screen.getByText(/^What is left after Q3 2026/)).toBeVisible();
  });

  it('the table in the place of a picture and its order, which a room sees too until it asks for the other', async () => {
    const user = await open();
    act(() => useView.getState().go('map'));
    await screen.findByRole('application', undefined, slow);
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const byName = (): HTMLElement =>
      within(screen.getByRole('table', { name: 'Every initiative on the map' })).getByRole('button', {
        name: 'Initiative',
      });
    await user.click(byName());
    await user.click(byName());
    const names = (): readonly string[] =>
      within(screen.getByRole('table'))
        .getAllByRole('row')
        .slice(1)
        .map((row) => within(row).getAllByRole('cell')[0]?.textContent ?? '');
    expect(names()).toEqual(['Fraud scoring', 'Claims portal']);
    await act(() => addToStoryboard());
    await user.click(screen.getByRole('button', { name: 'Picture' }));
    const board = storyboardsOf(usePortfolio.getState().plan!)[0]!;
    // A stage without a size draws nothing: what it would draw is what the look says.
    act(() => presentStoryboard(board.id));
    expect(kept()['twin.map']).toEqual({
      asTable: true,
      sort: { column: 'name', direction: 'descending' },
      all: false,
    });
    expect(usePresent.getState().look.asTable).toBeNull();
  });
});

it.each([
  ['a window of the map', 'map.window', { fromMonths: 'x' }],
  ['a table', 'twin.map', { asTable: 1 }],
] as const)('shows %s as at first where what was kept is not understood', async (_, name, value) => {
  await open();
  act(() => restoreView({ area: 'map', state: { kept: { [name]: value } } }));
  await screen.findByRole('application', undefined, slow);
  expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
});
