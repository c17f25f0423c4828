import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTable } from '../../../renderer/features/initiatives/tableStore.ts';
import { setHidden, useHiding } from '../../../renderer/state/hiding.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePresent } from '../../../renderer/state/presentStore.ts';
import { roomView } from '../../../renderer/state/projection.ts';
import { captureView, restoreView } from '../../../renderer/state/viewCapture.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { quickDifference } from '../../../shared/comparison/quickDifference.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { newPartner, newTeam } from '../../../shared/domain/defaults.ts';
import type { AnyRecord, TableName } from '../../../shared/domain/records.ts';
import { pagesOf, storyboardsOf } from '../../../shared/storyboard/pages.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

vi.mock(import('../../../shared/comparison/quickDifference.ts'), { spy: true });

let page: OpenPage | null = null;
afterEach(async () => {
  if (usePresent.getState().session) await page?.user.keyboard('{F5}');
  await waitFor(() => expect(useHiding.getState()).toEqual({ names: false, amounts: false }));
  await page?.close();
  page = null;
  vi.unstubAllGlobals();
});

const secrets = ['Claims portal', 'Broker app', 'Payments crew', 'Contoso', 'Ada Byron'];
const put = (table: TableName, record: AnyRecord): Change => ({ op: 'put', table, record: { ...record } });
const some: readonly Change[] = [
  put('team', newTeam('t1', 'Payments crew')),
  put('partner', newPartner('p1', 'Contoso')),
  put(
    'initiative',
    initiative('i1', {
      name: 'Claims portal',
      owner: 'Ada Byron',
      teamId: 't1',
      budget: 123_456_00,
      stage: 'active',
    }),
  ),
  put(
    'initiative',
    initiative('i2', { name: 'Broker app', owner: 'Ada Byron', mode: 'product', budget: 654_321_00 }),
  ),
];
const html = (): string => document.title + document.documentElement.outerHTML;

describe('presenting', () => {
  it('shows the table of the desk without its chrome, and goes back with the same key', async () => {
    page = await openPage();
    await withRecords(some);
    await screen.findByRole('grid', { name: 'Initiatives' });
    await page.user.keyboard('{F5}');
    expect(await screen.findByRole('region', { name: 'Presentation' })).toHaveFocus();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(document.documentElement.dataset.theme).toBe('projector');
    await page.user.keyboard('{F5}');
    await screen.findByRole('grid', { name: 'Initiatives' });
    expect(document.documentElement.dataset.theme).not.toBe('projector');
    // The keyboard begins in the view, not at the top of the page.
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  it('gives the keyboard to the card of its keys, and back to the stage', async () => {
    page = await openPage();
    await withRecords(some);
    await page.user.keyboard('{F5}');
    const stage = await screen.findByRole('region', { name: 'Presentation' });
    await page.user.keyboard('?');
    const card = await screen.findByRole('dialog', { name: 'Keys' });
    await waitFor(() => expect(card).toHaveFocus());
    // The keys of the room go on, also those that draw the stage anew.
    await page.user.keyboard('n');
    await screen.findByText('Names hidden');
    await waitFor(() => expect(stage).not.toBeInTheDocument());
    expect(card).toHaveFocus();
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(card).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole('region', { name: 'Presentation' })).toHaveFocus());
  });

  it('works out what a flip moves while nobody waits, and changes nothing by it', async () => {
    page = await openPage();
    await withRecords(some);
    const idle: (() => void)[] = [];
    vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run));
    vi.stubGlobal('cancelIdleCallback', () => undefined);
    const before = usePortfolio.getState();
    await page.user.keyboard('{F5}');
    await screen.findByRole('region', { name: 'Presentation' });
    vi.mocked(quickDifference).mockClear();
    act(() => {
      for (const run of idle) run();
    });
    expect(quickDifference).toHaveBeenCalledOnce();
    const [plan, flipped] = vi.mocked(quickDifference).mock.calls[0]!;
    expect(plan).toBe(before.plan);
    expect(flipped.initiative.i1?.mode).not.toBe(plan.initiative.i1?.mode);
    expect(usePortfolio.getState()).toBe(before);
  });

  it('goes through a long card of its keys with the arrows, and no mark behind it moves', async () => {
    page = await openPage();
    await withRecords(some);
    act(() => useView.getState().go('timeline'));
    await page.user.keyboard('{F5}');
    await screen.findByRole('figure');
    await page.user.keyboard('?');
    const card = await screen.findByRole('dialog', { name: 'Keys' });
    await waitFor(() => expect(card).toHaveFocus());
    Object.defineProperty(card, 'scrollHeight', { value: 900 });
    Object.defineProperty(card, 'clientHeight', { value: 400 });
    await page.user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(card.scrollTop).toBe(200);
    expect(usePresent.getState().mark).toBeNull();
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(card).not.toBeInTheDocument());
    await page.user.keyboard('{ArrowDown}');
    expect(usePresent.getState().mark).not.toBeNull();
  });

  it('hides names and amounts from everything in the page, and writes true names all the same', async () => {
    page = await openPage();
    await withRecords(some);
    await screen.findByRole('grid', { name: 'Initiatives' });
    await act(async () => useView.getState().select({ kind: 'initiative', id: 'i1' }));
    await page.user.keyboard('{F5}');
    await screen.findByRole('region', { name: 'Presentation' });
    await page.user.keyboard('na');
    await screen.findByText('Names hidden');
    await screen.findByText('Amounts hidden');
    await waitFor(() => expect(usePresent.getState().veiled).toBe(false));
    for (const secret of secrets) expect(html()).not.toContain(secret);
    expect(html()).not.toMatch(/\$\s?\d/);
    expect(JSON.stringify(usePortfolio.getState().records)).not.toContain('Claims portal');
    await page.user.keyboard('f');
    await waitFor(() => expect(usePortfolio.getState().records?.initiative.i1?.mode).toBe('product'));
    expect(JSON.stringify(usePortfolio.getState().history)).not.toContain('Claims portal');
    await page.user.keyboard('{F5}');
    await waitFor(() => expect(usePortfolio.getState().records?.initiative.i1?.name).toBe('Claims portal'));
    expect(usePortfolio.getState().records?.initiative.i1?.mode).toBe('product');
    expect(usePortfolio.getState().history.undo?.params).toMatchObject({ name: 'Claims portal' });
  });

  it('lets plain keys of the presentation mean nothing at the desk', async () => {
    page = await openPage();
    await withRecords(some);
    await screen.findByRole('grid', { name: 'Initiatives' });
    await page.user.keyboard('nabt');
    expect(useHiding.getState()).toEqual({ names: false, amounts: false });
    expect(usePresent.getState().session).toBeNull();
  });

  it('says when a view has nothing to show', async () => {
    page = await openPage();
    await withRecords([put('team', newTeam('t0', 'Nobody'))]);
    await act(async () => useView.getState().go('map'));
    await page.user.keyboard('{F5}');
    await screen.findByRole('region', { name: 'Presentation' });
    await waitFor(() => expect(document.querySelector('[data-stage-plain]')?.textContent).not.toBe(''));
  });
});

describe('a view as it is shown', () => {
  it('comes back as it was captured, also as JSON out of a file', async () => {
    page = await openPage();
    await withRecords(some);
    await act(async () =>
      useView.setState({ view: 'coverage', coverageView: 'findings', flowMode: 'project' }),
    );
    const kept = JSON.parse(JSON.stringify(captureView())) as ReturnType<typeof captureView>;
    await act(async () =>
      useView.setState({ view: 'map', coverageView: 'matrix', flowMode: 'compare', inspectorWidth: 444 }),
    );
    await act(async () => restoreView(kept));
    expect(useView.getState()).toMatchObject({
      view: 'coverage',
      coverageView: 'findings',
      flowMode: 'project',
      inspectorWidth: 444,
    });
  });

  it('takes its search along, which the portfolio does not remember, and a room that sees no names gets none', () => {
    useTable.getState().setSearch('Broker');
    const kept = captureView();
    useTable.getState().setSearch('');
    restoreView(kept);
    expect(useTable.getState().search).toBe('Broker');
    expect(JSON.stringify(useTable.getState().memory())).not.toContain('Broker');
    expect(roomView(kept)).toEqual(kept);
    setHidden({ names: true, amounts: false });
    expect(JSON.stringify(roomView(kept))).not.toContain('Broker');
    setHidden({ names: false, amounts: false });
    // A page that was kept without a search clears the one that stands there.
    const { search: _search, ...table } = kept.state.table as { search: string };
    restoreView({ ...kept, state: { ...kept.state, table } });
    expect(useTable.getState().search).toBe('');
  });

  it('is left as it is by a page of a view that does not exist, or by a damaged state', async () => {
    page = await openPage();
    await withRecords(some);
    await act(async () => useView.getState().go('wastes'));
    await act(async () => restoreView({ area: 'gone', state: {} }));
    // The code of a view comes later, and what it changes then belongs to this test too.
    await act(() => vi.dynamicImportSettled());
    expect(useView.getState().view).toBe('wastes');
    await act(async () => restoreView({ area: 'map', state: { view: 'no object', table: null } }));
    await act(() => vi.dynamicImportSettled());
    expect(useView.getState().view).toBe('map');
  });
});

describe('storyboards', () => {
  it('take the shown view with one key, are run from a page, and every step is undone', async () => {
    page = await openPage();
    await withRecords(some);
    await screen.findByRole('grid', { name: 'Initiatives' });
    await page.user.keyboard('{Alt>}b{/Alt}');
    await screen.findByText('Added to “New storyboard”');
    await page.user.keyboard('{Alt>}{Shift>}b{/Shift}{/Alt}');
    const line = await screen.findByRole('row', { name: /The finding of Initiatives/ });
    expect(line).toBeTruthy();
    const title = screen.getByLabelText('Title in English');
    await page.user.type(title, 'What we do');
    await page.user.tab();
    await screen.findByRole('row', { name: /What we do/ });
    await page.user.click(screen.getByRole('button', { name: 'Present from this page' }));
    await screen.findByRole('heading', { level: 1, name: 'What we do' });
    expect(screen.getByText('1 / 1')).toBeTruthy();
    await page.user.keyboard('{Escape}');
    await screen.findByRole('heading', { level: 1, name: 'Storyboards' });
    await page.user.keyboard('{Control>}z{/Control}');
    await page.user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(storyboardsOf(usePortfolio.getState().records ?? recordsOf({}))).toEqual([]));
  });

  it('come ready-made, and are ordered by the keyboard', async () => {
    page = await openPage();
    await withRecords(some);
    await act(async () => useView.getState().go('storyboard'));
    await page.user.click(await screen.findByRole('button', { name: /Where are gaps and overlaps/ }));
    const rows = await screen.findAllByRole('row');
    const pages = () => {
      const { records } = usePortfolio.getState();
      const board = records && storyboardsOf(records)[0];
      return records && board
        ? pagesOf(records, board.id).map(({ area, questionEn }) => `${area} ${questionEn}`)
        : [];
    };
    const before = pages();
    expect(rows).toHaveLength(before.length);
    await page.user.click(rows[1] as HTMLElement);
    await page.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(pages()).toEqual([before[1], before[0], ...before.slice(2)]));
  });
});
