import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useTree } from '../../../renderer/features/capabilities/treeStore.ts';
import { useDirectory } from '../../../renderer/features/directory/directoryStore.ts';
import { useOutcomes } from '../../../renderer/features/outcomes/outcomesStore.ts';
import { useParametersPage } from '../../../renderer/features/parameters/parametersStore.ts';
import { createPortfolio } from '../../../renderer/state/portfolioActions.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import {
  hide,
  leavePresenting,
  presentStoryboard,
  presentView,
  showPart,
  turn,
} from '../../../renderer/state/presentActions.ts';
import { usePresent } from '../../../renderer/state/presentStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { setStageParts } from '../../../renderer/state/stageHand.ts';
import { stagePart } from '../../../renderer/state/stagePart.ts';
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

describe('what a picture shows is kept with the view', () => {
  it('the part of the map; it comes back with the page of a storyboard, and undo does not touch it', async () => {
    const user = await open();
    act(() => useView.getState().go('map'));
    await screen.findByRole('application', undefined);
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
    await user.click(await screen.findByRole('button', { name: 'Closer' }));
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
    const chart = await screen.findByRole('application', undefined);
    act(() => chart.focus());
    await user.keyboard('{ArrowRight}{Enter}');
    expect(await screen.findByText(/^What is left after Q3 2026/)).toBeVisible();
    const view = captureView();
    await user.click(screen.getByRole('button', { name: /^Back to/ }));
    expect(screen.queryByText(/^What is left after/)).toBeNull();
    act(() => restoreView(view));
    expect(screen.getByText(/^What is left after Q3 2026/)).toBeVisible();
  });

  it('which of its pictures a room sees, with each page and through a reload; a walk sees them all', async () => {
    await open();
    act(() => useView.getState().go('rankings'));
    act(() => presentView());
    // A stage without a size draws nothing: so many pictures are what it would have to show.
    act(() => setStageParts(2));
    act(() => showPart(1));
    expect(stagePart('rankings')).toBe(1);
    act(() => showPart(1));
    expect(stagePart('rankings')).toBe(0);
    act(() => showPart(-1));
    act(leavePresenting);
    expect(stagePart('rankings')).toBe(1);
    await act(() => addToStoryboard());
    act(() => presentView());
    act(() => showPart(1));
    act(leavePresenting);
    await act(() => addToStoryboard());
    const board = storyboardsOf(usePortfolio.getState().plan!)[0]!;
    const [second, first] = pagesOf(usePortfolio.getState().plan!, board.id);
    act(() => presentStoryboard(board.id, second!.id));
    expect(stagePart('rankings')).toBe(1);
    act(() => turn(1));
    expect(usePresent.getState().session?.pageId).toBe(first!.id);
    expect(stagePart('rankings')).toBe(0);
    // What is chosen while a page is shown is for the moment: the page itself stays as it was kept.
    act(() => showPart(1));
    act(() => turn(-1));
    act(() => turn(1));
    expect(stagePart('rankings')).toBe(0);
    act(leavePresenting);
    expect(stagePart('rankings')).toBe(0);
    const { ref } = usePortfolio.getState().file!;
    act(() => restoreView(second!));
    await waitFor(() =>
      expect(localStorage.getItem(`throughline.view.${ref}`)).toContain('"stage.part.rankings":1'),
    );
    act(() => startMemory(ref));
    expect(stagePart('rankings')).toBe(1);
    act(() => presentView());
    act(() => setStageParts(2));
    act(() => turn(1));
    expect(useView.getState().view).not.toBe('rankings');
    act(() => turn(-1));
    expect([useView.getState().view, stagePart('rankings')]).toEqual(['rankings', 0]);
  });

  it('the order of teams and partners and the search of parameters, and which retired ones are shown', async () => {
    await open();
    act(() => {
      useView.getState().go('directory');
      useDirectory.getState().show('partners');
      useDirectory.getState().sortBy('contractEnd');
      useDirectory.getState().set({ retiredShown: true });
      useOutcomes.getState().set({ retiredShown: true });
      useTree.getState().set({ retiredShown: true, filter: 'noOwner' });
      useParametersPage.setState({ tab: 'sensitivity', search: 'rework', changedOnly: true });
    });
    const view = captureView();
    const { ref } = usePortfolio.getState().file!;
    await waitFor(() => expect(localStorage.getItem(`throughline.view.${ref}`)).toContain('contractEnd'));
    const shown = () => ({
      ...{ tab: useDirectory.getState().tab, sort: useDirectory.getState().sort.partners },
      retired: [useDirectory, useOutcomes, useTree].map((store) => store.getState().retiredShown),
      filter: useTree.getState().filter,
      parameters: [useParametersPage.getState().tab, useParametersPage.getState().changedOnly],
    });
    const before = shown();
    expect([before.retired, before.filter]).toEqual([[true, true, true], 'noOwner']);
    expect(before.sort).toEqual({ column: 'contractEnd', direction: 'ascending' });
    act(() => {
      useDirectory.setState(useDirectory.getInitialState());
      useOutcomes.setState(useOutcomes.getInitialState());
      useTree.setState(useTree.getInitialState());
      useParametersPage.setState(useParametersPage.getInitialState());
    });
    expect(shown()).not.toEqual(before);
    act(() => restoreView(view));
    expect(shown()).toEqual(before);
    expect(useParametersPage.getState().search).toBe('rework');
    // A search is forgotten when the portfolio is left; how it is arranged is not.
    act(() => startMemory(ref));
    expect(shown()).toEqual(before);
    expect(useParametersPage.getState().search).toBe('');
    await act(() => createPortfolio('Other', 'USD'));
    expect(shown().sort).toEqual({ column: 'money', direction: 'descending' });
    act(() => restoreView({ area: 'directory', state: { directory: { sort: { partners: 3 }, tab: 'x' } } }));
    expect(shown()).toMatchObject({ tab: 'teams', sort: { column: 'money', direction: 'descending' } });
  });

  it('the table in the place of a picture and its order, which a room sees too until it asks for the other', async () => {
    const user = await open();
    act(() => useView.getState().go('map'));
    await screen.findByRole('application', undefined);
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
  await screen.findByRole('application', undefined);
  expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
});
