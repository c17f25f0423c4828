import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import '../../../renderer/state/lookingMemory.ts';
import { useScopeChoice } from '../../../renderer/features/wastes/useScope.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { hide, leavePresenting, presentStoryboard, turn } from '../../../renderer/state/presentActions.ts';
import { usePresent } from '../../../renderer/state/presentStore.ts';
import { ask, change } from '../../../renderer/state/service.ts';
import { addToStoryboard } from '../../../renderer/state/storyboardActions.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { newScenario } from '../../../shared/domain/roomDefaults.ts';
import { storyboardPages, storyboardsOf } from '../../../shared/storyboard/pages.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage | null = null;
afterEach(async () => {
  if (usePresent.getState().session) act(leavePresenting);
  await act(() => hide({ names: false, amounts: false }));
  await page?.close();
  page = null;
});

const name = (): string | undefined => usePortfolio.getState().records?.initiative.a?.name;
const looking = (): string => usePortfolio.getState().looking.kind;

/** A storyboard with one page at a snapshot, one at a scenario, one at the plan; answers its id. */
async function board(): Promise<string> {
  page = await openPage();
  await withRecords([{ op: 'put', table: 'initiative', record: newInitiative('a', 'Before') }]);
  const frozen = await ask('snapshot.create', { name: 'Frozen', note: '' });
  if (!frozen) throw new Error('no snapshot was taken');
  const at = '2026-01-01T00:00:00.000Z';
  await act(async () => {
    await change('other', {}, [
      { op: 'patch', table: 'initiative', id: 'a', values: { name: 'Now' } },
      { op: 'put', table: 'scenario', record: { ...newScenario('sc', 'What if', 0, '', at) } },
      {
        op: 'put',
        table: 'scenarioStep',
        record: {
          id: 'st',
          scenarioId: 'sc',
          position: 0,
          label: { key: 'other', params: {} },
          by: '',
          at,
          changes: [{ op: 'patch', table: 'initiative', id: 'a', values: { name: 'Then' } }],
        },
      },
    ]);
    const read = await ask('snapshot.read', { id: frozen.id });
    if (!read) throw new Error('the snapshot cannot be read');
    useView.getState().go('initiatives');
    usePortfolio.getState().lookAtSnapshot(read.snapshot, read.records);
    await addToStoryboard();
    usePortfolio.getState().lookAtScenario('sc');
    await addToStoryboard();
    usePortfolio.getState().lookAtPlan();
    useScopeChoice.setState({ scope: 'filtered' });
    await addToStoryboard();
    useScopeChoice.setState({ scope: 'all' });
  });
  const [made] = storyboardsOf(usePortfolio.getState().plan!);
  const pages = storyboardPages(usePortfolio.getState().plan!, made!.id, 'en');
  expect(pages.map(({ looked }) => looked)).toEqual([
    { kind: 'snapshot', id: frozen.id },
    { kind: 'scenario', id: 'sc' },
    { kind: 'plan' },
  ]);
  expect(pages[2]?.state.scope).toEqual({ scope: 'filtered' });
  return made!.id;
}

describe('a storyboard', () => {
  it('shows each page at the snapshot, the scenario and the scope that it was added with', async () => {
    const id = await board();
    act(() => presentStoryboard(id));
    await screen.findByRole('region', { name: 'Presentation' });
    await waitFor(() => expect(name()).toBe('Before'));
    expect(await screen.findByText(/Frozen/)).toBeVisible();
    act(() => turn(1));
    expect([name(), looking()]).toEqual(['Then', 'scenario']);
    act(() => turn(1));
    expect([name(), looking()]).toEqual(['Now', 'plan']);
    expect(useScopeChoice.getState().scope).toBe('filtered');
    act(() => turn(-1));
    act(() => turn(-1));
    // Turned on before the snapshot was read: it must not come over the next page.
    act(() => turn(1));
    await act(() => page!.service.answered());
    expect([name(), looking()]).toEqual(['Then', 'scenario']);
  });

  it('stays at the snapshot when names are hidden, and shows none of them', async () => {
    const id = await board();
    act(() => presentStoryboard(id));
    await waitFor(() => expect(name()).toBe('Before'));
    await act(() => hide({ names: true, amounts: false }));
    expect(looking()).toBe('snapshot');
    expect(name()).not.toBe('Before');
    expect(document.documentElement.outerHTML).not.toContain('Before');
  });

  it('shows the plan where the snapshot of a page is gone', async () => {
    const id = await board();
    const list = await ask('snapshot.list', {});
    for (const snapshot of list?.snapshots ?? []) await ask('snapshot.remove', { id: snapshot.id });
    act(() => presentStoryboard(id));
    await act(() => page!.service.answered());
    expect([name(), looking()]).toEqual(['Now', 'plan']);
  });
});
