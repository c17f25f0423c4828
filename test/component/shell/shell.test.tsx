import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const put = (id: string, name: string) => ({
  op: 'put' as const,
  table: 'initiative' as const,
  record: { ...newInitiative(id, name) },
});
const complaints = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

describe('the welcome screen', () => {
  it('teaches with one sentence and opens the sample in one click', async () => {
    page = await openPage();
    expect(await complaints()).toEqual([]);
    await page.user.click(screen.getByRole('button', { name: 'Open the sample' }));
    const grid = await screen.findByRole('grid');
    expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(200);
    expect(screen.getByText(/283 initiatives · 81 product teams · 202 projects/)).toBeVisible();
  });

  it('makes a new portfolio from the keyboard, and the empty table says what to do', async () => {
    page = await openPage();
    await page.user.keyboard('{Alt>}{Shift>}n{/Shift}{/Alt}');
    const dialog = await screen.findByRole('dialog', { name: 'New portfolio' });
    // What is proposed is marked, so that the first letter typed replaces it.
    await waitFor(() => expect(within(dialog).getByRole('textbox', { name: 'Name' })).toHaveFocus());
    await page.user.keyboard('FY27 plan{Enter}');
    expect(await screen.findByRole('heading', { name: 'No initiatives yet' })).toBeVisible();
    expect(usePortfolio.getState().records?.portfolio.portfolio?.name).toBe('FY27 plan');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // Nothing can be selected yet: the inspector takes no room away.
    expect(screen.queryByRole('complementary', { name: 'Inspector' })).toBeNull();
    expect(await complaints()).toEqual([]);
  });
});

describe('the shell', () => {
  it('finds commands in both languages and records by name in the palette', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal'), put('b', 'Broker desk')]);
    await page.user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox', { name: 'Search or run' });
    await page.user.type(field, '快照');
    expect(await screen.findByRole('option', { name: /Go to Snapshots/ })).toBeVisible();
    await page.user.clear(field);
    await page.user.type(field, 'brok{Enter}');
    await waitFor(() => expect(useView.getState().selection).toEqual({ kind: 'initiative', id: 'b' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says in the button what undo would undo', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    await page.user.click(screen.getByRole('gridcell', { name: 'Claims portal' }));
    await page.user.keyboard('{Alt>}m{/Alt}');
    await page.user.click(
      await screen.findByRole('button', { name: 'Undo: Turn “Claims portal” into a product team' }),
    );
    await waitFor(() => expect(usePortfolio.getState().records?.initiative.a?.mode).toBe('project'));
    expect(
      screen.getByRole('button', { name: 'Redo: Turn “Claims portal” into a product team' }),
    ).toBeEnabled();
  });

  it('switches views, theme and key card from the keyboard; Escape closes', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    await page.user.keyboard('{Alt>}6{/Alt}');
    expect(await screen.findByRole('heading', { name: 'History', level: 1 })).toBeVisible();
    await page.user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await page.user.keyboard('{Control>}{Alt>}t{/Alt}{/Control}');
    expect(document.documentElement.dataset.theme).toBe('light');
    await page.user.keyboard('{Control>}{Alt>}t{/Alt}{/Control}');
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(await complaints()).toEqual([]);
    await act(() => usePreferences.getState().write({ theme: 'system' }));
  });

  it('goes with F6 to the choice that is made in a view, not to one that Tab passes over', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    act(() => useView.getState().go('outcomes'));
    const segments = await screen.findByRole('radio', { name: /^Customer segments/ });
    await page.user.click(segments);
    await waitFor(() => expect(segments).toBeChecked());
    act(() => screen.getByRole('button', { name: /^Outcomes/, current: 'page' }).focus());
    await page.user.keyboard('{F6}');
    expect(segments).toHaveFocus();
  });

  it('gives the keyboard at once to a view that a key chose from the inspector, and F6 goes into it', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    act(() => useView.getState().select({ kind: 'initiative', id: 'a' }));
    await page.user.click(await screen.findByRole('textbox', { name: 'Owner' }));
    await page.user.keyboard('{Alt>}5{/Alt}');
    expect(screen.getByRole('main', { name: 'Snapshots' })).toHaveFocus();
    const take = await screen.findByRole('button', { name: 'Take a snapshot' });
    await page.user.keyboard('{F6}');
    expect(take).toHaveFocus();
    await page.user.keyboard('{Alt>}1{/Alt}');
    await screen.findByRole('grid', { name: 'Initiatives' });
    await page.user.keyboard('{F6}');
    expect(document.activeElement).toHaveRole('gridcell');
  });

  it('stays with F6 in a view that is still coming, and goes into it once it is there', async () => {
    page = await openPage();
    // Whoever has no name yet is asked for it there, above the history.
    await act(() => usePreferences.getState().write({ userName: 'Ada' }));
    await withRecords([put('a', 'Claims portal')]);
    const { transport } = page.service;
    const { call } = transport;
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    vi.spyOn(transport, 'call').mockImplementation(async (method, input) => {
      if (method === 'history.list') await coming;
      return call(method, input);
    });
    await page.user.click(screen.getByRole('gridcell', { name: 'Claims portal' }));
    await page.user.keyboard('{Alt>}6{/Alt}');
    const view = screen.getByRole('main', { name: 'History' });
    await within(view).findByText('Reading the history…');
    await page.user.keyboard('{F6}');
    expect(view).toHaveFocus();
    act(() => screen.getByRole('button', { name: /^History/, current: 'page' }).focus());
    await page.user.keyboard('{F6}');
    expect(view).toHaveFocus();
    come();
    const search = await screen.findByRole('searchbox', { name: 'Search in the history' });
    await page.user.keyboard('{F6}');
    expect(search).toHaveFocus();
    await act(() => usePreferences.getState().write({ userName: '' }));
  });

  it('goes round the regions with F6, a view’s own list among them, and never to the handle of an edge', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    await page.user.click(screen.getByRole('gridcell', { name: 'Claims portal' }));
    const inspector = await screen.findByRole('complementary', { name: 'Inspector' });
    const region = (): string | null | undefined =>
      document.activeElement?.closest('nav, main, aside')?.getAttribute('aria-label');
    await page.user.keyboard('{F6}');
    expect(inspector).toContainElement(document.activeElement as HTMLElement);
    expect(document.activeElement).not.toHaveRole('separator');
    await page.user.keyboard('{F6}');
    expect(screen.getByRole('button', { name: /^Initiatives/, current: 'page' })).toHaveFocus();
    act(() => useView.getState().go('parameters'));
    await screen.findByRole('heading', { name: 'Parameters', level: 1 });
    const rounds: (string | null | undefined)[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      await page.user.keyboard('{F6}');
      rounds.push(region());
    }
    expect(rounds.slice(0, 3)).toEqual(rounds.slice(3));
    expect(new Set(rounds).size).toBe(3);
  });

  it('says why the inspector cannot be shown, from the key and from the button', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    act(() => useView.getState().go('history'));
    const button = screen.getByRole('button', { name: /inspector/i });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await page.user.keyboard('{Alt>}i{/Alt}');
    const said = await screen.findByText('This view has nothing to inspect');
    await page.user.click(screen.getByRole('button', { name: 'Close the message' }));
    expect(said).not.toBeInTheDocument();
    await page.user.click(button);
    expect(await screen.findByText('This view has nothing to inspect')).toBeVisible();
    // What was refused changed nothing: beside the table it is still open.
    act(() => useView.getState().go('initiatives'));
    expect(await screen.findByRole('complementary', { name: 'Inspector' })).toBeVisible();
  });

  it('gives the keyboard back from a message to where it came from', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    await page.user.click(screen.getByRole('gridcell', { name: 'Claims portal' }));
    await page.user.keyboard('{Control>}y{/Control}');
    const cell = document.activeElement;
    expect(cell).toHaveRole('gridcell');
    const close = await screen.findByRole('button', { name: 'Close the message' });
    act(() => close.focus());
    await page.user.keyboard('{Enter}');
    await waitFor(() => expect(close).not.toBeInTheDocument());
    await waitFor(() => expect(cell).toHaveFocus());
  });

  it('gives the keyboard to a view that is gone to by a key, not to the button of the last one', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    const history = screen.getByRole('button', { name: /^History/ });
    await page.user.click(history);
    expect(history).toHaveFocus();
    await page.user.keyboard('{Control>}k{/Control}');
    await page.user.keyboard('Go to Snapshots{Enter}');
    const main = await screen.findByRole('main', { name: 'Snapshots' });
    await waitFor(() => expect(main).toHaveFocus());
    await page.user.keyboard('{Enter}');
    expect(screen.getByRole('main', { name: 'Snapshots' })).toBeVisible();
  });

  it('keeps how the table was arranged, per portfolio', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    await page.user.click(screen.getByRole('button', { name: 'Columns' }));
    await page.user.click(await screen.findByRole('checkbox', { name: 'Owner' }));
    await page.user.keyboard('{Escape}');
    const { ref } = usePortfolio.getState().file ?? { ref: '' };
    await waitFor(() =>
      expect(localStorage.getItem(`throughline.view.${ref}`)).toContain(
        '"id":"owner","width":150,"shown":false',
      ),
    );
  });
});

describe('snapshots and history', () => {
  it('freezes, restores and undoes; walks back several steps at once', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    await page.user.keyboard('{Control>}{Shift>}s{/Shift}{/Control}');
    await page.user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Before the round{Enter}');
    expect(await screen.findByText('Snapshot “Before the round” taken')).toBeVisible();
    await page.user.click(screen.getByRole('gridcell', { name: 'Claims portal' }));
    await page.user.keyboard('{Alt>}m{/Alt}');
    await waitFor(() => expect(usePortfolio.getState().records?.initiative.a?.mode).toBe('product'));
    await page.user.keyboard('{Alt>}5{/Alt}');
    await page.user.click(await screen.findByRole('button', { name: 'Restore' }));
    await page.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(usePortfolio.getState().records?.initiative.a?.mode).toBe('project'));
    await page.user.keyboard('{Alt>}6{/Alt}');
    // The oldest of the three steps added the initiative; right after it, the other two are undone.
    const line = (await screen.findByText('Change')).closest('li') as HTMLElement;
    await page.user.click(within(line).getByRole('button', { name: 'Go back to here' }));
    const dialog = await screen.findByRole('dialog', { name: 'Go back to right after this: Change?' });
    expect(within(dialog).getByText(/This undoes 2 steps/)).toBeVisible();
    await page.user.click(within(dialog).getByRole('button', { name: 'Go back to here' }));
    await waitFor(() => expect(screen.getAllByText('undone')).toHaveLength(2));
    const list = screen.getByRole('region', { name: 'Steps of the history' });
    await page.user.click(within(list).getByRole('button', { name: /Turn “Claims portal” into/ }));
    const detail = await screen.findByRole('complementary', { name: 'What the step changed' });
    expect(await within(detail).findByText('Product team')).toBeVisible();
    expect(await complaints()).toEqual([]);
  });

  it('deletes a snapshot only when asked twice, and exports it by its name', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    await page.user.keyboard('{Control>}{Shift>}s{/Shift}{/Control}');
    await page.user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Q3{Enter}');
    await page.user.keyboard('{Alt>}5{/Alt}');
    const line = (await screen.findByRole('heading', { name: 'Q3' })).closest('li') as HTMLElement;
    await page.user.click(within(line).getByRole('button', { name: 'More for “Q3”' }));
    await page.user.click(await screen.findByRole('menuitem', { name: 'Export' }));
    const dialog = await screen.findByRole('dialog', { name: 'Export' });
    const formats = within(dialog).getByRole('group', { name: 'As' });
    for (const format of within(formats).getAllByRole('checkbox', { checked: true }))
      await page.user.click(format);
    await page.user.click(within(formats).getByRole('checkbox', { name: /CSV/ }));
    await page.user.click(within(dialog).getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(page.service.saved).toEqual(['Test - Q3 CSV.zip']));
    await page.user.click(screen.getByRole('button', { name: 'More for “Q3”' }));
    await page.user.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
    await page.user.click(await screen.findByRole('button', { name: 'Delete the snapshot' }));
    const first = await screen.findByRole('heading', { name: /^No snapshot yet: this is what/ });
    const kept = within(first.closest('section') as HTMLElement);
    expect(kept.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Initiatives']);
    expect(kept.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['1']);
    // What held the keyboard is gone: the view holds it now, not the top of the page.
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });
});
