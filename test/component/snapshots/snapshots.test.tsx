import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useHiding } from '../../../renderer/state/hiding.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { ask } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { holdReadings } from '../support/holdReadings.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
beforeEach(async () => {
  page = await openPage();
  await withRecords([{ op: 'put', table: 'initiative', record: { ...newInitiative('i', 'Hub') } }]);
});
afterEach(async () => {
  act(() => useHiding.setState({ names: false }));
  await page.close();
});

async function showSnapshots(name: string) {
  const made = await ask('snapshot.create', { name, note: '' });
  act(() => useView.getState().go('snapshots'));
  await screen.findByRole('heading', { name, level: 2 });
  return made!;
}
const more = async (name: string) =>
  page.user.click(await screen.findByRole('button', { name: `More for “${name}”` }));

describe('a snapshot', () => {
  test('is given another name and note, also while it is looked at', async () => {
    const made = await showSnapshots('Q3');
    await page.user.click(screen.getByRole('button', { name: 'Look at it' }));
    await screen.findByText('Shown now');
    await more('Q3');
    await page.user.click(await screen.findByRole('menuitem', { name: 'Name and note…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Name and note of “Q3”' }));
    const field = dialog.getByRole('textbox', { name: 'Name' });
    expect(field).toHaveValue('Q3');
    await page.user.clear(field);
    expect(dialog.getByRole('button', { name: 'Keep' })).toBeDisabled();
    await page.user.type(field, 'Third quarter');
    await page.user.type(dialog.getByRole('textbox', { name: /^Note/ }), 'Seen by the board');
    await page.user.click(dialog.getByRole('button', { name: 'Keep' }));
    expect(await screen.findByRole('heading', { name: 'Third quarter', level: 2 })).toBeVisible();
    expect(screen.getByText('Seen by the board')).toBeVisible();
    expect(usePortfolio.getState().looking).toMatchObject({
      snapshot: { id: made.id, name: 'Third quarter' },
    });
    const list = await ask('snapshot.list', {});
    expect(list?.snapshots).toMatchObject([{ name: 'Third quarter', note: 'Seen by the board' }]);
  });

  test('says that it is read, when it is looked at and when it is compared', async () => {
    await showSnapshots('Q3');
    const { next } = holdReadings(page, 'snapshot.read');
    await page.user.click(screen.getByRole('button', { name: 'Look at it' }));
    expect(await screen.findByRole('button', { name: /^Reading…/ })).toBeVisible();
    await next();
    expect(await screen.findByText('Shown now')).toBeVisible();
    await page.user.click(screen.getByRole('button', { name: 'Compare with now' }));
    const comparison = within(await screen.findByRole('region', { name: 'Comparison' }));
    expect(await comparison.findByRole('status')).toHaveTextContent('Comparing… 0%');
    await next();
    expect(await comparison.findByRole('heading', { name: /are the same$/ })).toBeVisible();
  });

  test('that is compared stands before what else the scenarios propose, and after it once it is left', async () => {
    await showSnapshots('Q3');
    await page.user.click(screen.getByRole('button', { name: 'Compare with now' }));
    const comparison = await screen.findByRole('region', { name: 'Comparison' });
    const proposals = screen.getByRole('heading', { name: 'What a scenario is for' });
    const precedes = (a: Element, b: Element): boolean =>
      (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    expect(precedes(comparison, proposals)).toBe(true);
    await page.user.click(within(comparison).getByRole('button', { name: 'Leave out the plan now' }));
    expect(precedes(proposals, screen.getByRole('region', { name: 'Comparison' }))).toBe(true);
  });

  test('keeps its words while something is hidden: they stand there under other names', async () => {
    await showSnapshots('Q3');
    act(() => useHiding.setState({ names: true }));
    await more('Q3');
    expect(await screen.findByRole('menuitem', { name: 'Name and note…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  test('that is looked at offers nothing of the plan to be changed', async () => {
    await showSnapshots('Q3');
    act(() => useView.getState().go('initiatives'));
    expect(await screen.findByRole('button', { name: 'New initiative' })).toBeEnabled();
    act(() => useView.getState().go('snapshots'));
    await page.user.click(await screen.findByRole('button', { name: 'Look at it' }));
    await screen.findByText('Shown now');
    act(() => useView.getState().go('initiatives'));
    expect(await screen.findByRole('button', { name: 'New initiative' })).toBeDisabled();
    act(() => usePortfolio.getState().lookAtPlan());
    expect(screen.getByRole('button', { name: 'New initiative' })).toBeEnabled();
  });
});
