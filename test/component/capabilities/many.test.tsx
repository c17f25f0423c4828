import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useTree } from '../../../renderer/features/capabilities/treeStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newCapability, newInitiative } from '../../../shared/domain/defaults.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  act(() => useTree.setState(useTree.getInitialState()));
  await page.close();
});

const capability = (id: string, parentId: string | null, position: number) => ({
  op: 'put' as const,
  table: 'capability' as const,
  record: { ...newCapability(id, `Capability ${id}`, parentId), position },
});

async function openTree() {
  page = await openPage();
  await withRecords([
    capability('a', null, 0),
    capability('b', null, 1),
    capability('c', null, 2),
    capability('c1', 'c', 0),
    capability('d', null, 3),
  ]);
  act(() => useView.getState().go('capabilities'));
  return screen.findByRole('treegrid');
}
const table = () => usePortfolio.getState().records!.capability;
const cellOf = (id: string, column: number): HTMLElement =>
  document.querySelector(`[data-key="${id}"] [data-column="${column}"]`) as HTMLElement;
const places = () =>
  Object.values(table())
    .map(({ id, parentId, position }) => `${parentId ?? ''}/${position} ${id}`)
    .sort();
const ticked = () => [...useTree.getState().ticked].sort();

it('pastes a rectangle with words and numbers, says which cells cannot take theirs, and makes rows of the rest', async () => {
  await openTree();
  await page.user.click(cellOf('c1', 2));
  await page.user.paste('4\t1\n9\t2');
  const dialog = within(await screen.findByRole('dialog', { name: '1 cell cannot take this' }));
  dialog.getByText('2 · Capability d');
  await page.user.click(dialog.getByRole('button', { name: 'Write the other 3 cells' }));
  await waitFor(() => expect(table().d?.currentMaturity).toBe(2));
  expect(table().c1).toMatchObject({ importance: 4, currentMaturity: 1 });
  expect(table().d?.importance).toBeNull();
  expect((await historyKeys())[0]).toBe('initiative.paste');

  await page.user.click(cellOf('d', 0));
  await page.user.paste('Renamed\tX1\nNew one\tX2\t5');
  await waitFor(() => expect(Object.values(table()).map(({ name }) => name)).toContain('New one'));
  expect(table().d).toMatchObject({ name: 'Renamed', code: 'X1' });
  expect(Object.values(table()).at(-1)).toMatchObject({
    code: 'X2',
    importance: 5,
    parentId: null,
    position: 4,
  });
  await act(undo);
  expect(table().d?.name).toBe('Capability d');
  expect(Object.keys(table())).toHaveLength(5);
});

it('copies the marked cells and fills them down', async () => {
  await openTree();
  await page.user.click(cellOf('a', 2));
  await page.user.keyboard('3');
  await waitFor(() => expect(table().a?.importance).toBe(3));
  await page.user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  const data = new Map<string, string>();
  fireEvent.copy(cellOf('a', 2), {
    clipboardData: { setData: (type: string, text: string) => data.set(type, text) },
  });
  expect(data.get('text/plain')).toBe('3\n\n');
  await page.user.keyboard('{Control>}d{/Control}');
  await waitFor(() => expect([table().b?.importance, table().c?.importance]).toEqual([3, 3]));
  expect((await historyKeys())[0]).toBe('initiative.fill');
  await page.user.keyboard('{Backspace}');
  await waitFor(() => expect([table().a?.importance, table().c?.importance]).toEqual([null, null]));
});

it('takes a typed cell over upwards, stays with Control, and says beside the field what it cannot take', async () => {
  await openTree();
  await page.user.click(cellOf('b', 1));
  await page.user.keyboard('B1{Shift>}{Enter}{/Shift}A1{Control>}{Enter}{/Control}');
  await waitFor(() => expect([table().b?.code, table().a?.code]).toEqual(['B1', 'A1']));
  expect(cellOf('a', 1)).toHaveFocus();
  await page.user.click(cellOf('c', 0));
  await page.user.keyboard('{F2}{Control>}a{/Control}{Backspace}{Enter}');
  const field = within(cellOf('c', 0)).getByRole('textbox');
  expect(field).toHaveAccessibleDescription(screen.getByRole('alert').textContent ?? '');
  expect(field).toHaveFocus();
  await page.user.keyboard('{Escape}');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(table().c?.name).toBe('Capability c');
});

it('moves, retires and deletes many in one step each, and takes each back', async () => {
  await openTree();
  const before = places();
  await page.user.click(cellOf('b', 0));
  await page.user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Alt>}{ArrowRight}{/Alt}');
  await waitFor(() => expect(places()).toEqual(['/0 a', '/1 d', 'a/0 b', 'a/1 c', 'c/0 c1'].sort()));
  expect((await historyKeys())[0]).toBe('capability.moveMany');
  await act(undo);
  expect(places()).toEqual(before);

  await page.user.keyboard(' ');
  expect(ticked()).toEqual(['b', 'c', 'c1']);
  await page.user.keyboard('[ControlLeft>]');
  await page.user.click(cellOf('c1', 0));
  await page.user.keyboard('[/ControlLeft]');
  expect(ticked()).toEqual(['b', 'c']);
  await page.user.click(screen.getByRole('button', { name: 'Retire' }));
  await waitFor(() => expect(table().c1?.retired).toBe(true));
  expect(cellOf('c', 0)).toBeNull();
  await page.user.click(screen.getByRole('button', { name: '3 retired' }));
  expect(cellOf('c1', 0)).not.toBeNull();
  await act(undo);
  expect(Object.values(table()).some(({ retired }) => retired)).toBe(false);

  await page.user.click(cellOf('b', 0));
  await page.user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete 2 capabilities?' }));
  dialog.getByText('1 capability below it is deleted too.');
  await page.user.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(Object.keys(table()).sort()).toEqual(['a', 'd']));
  await act(undo);
  expect(places()).toEqual(before);
});

it('sets a field for all that are ticked', async () => {
  await openTree();
  act(() => useTree.getState().tick(['a', 'c'], true));
  await page.user.click(screen.getByRole('button', { name: 'Change…' }));
  const form = within(await screen.findByRole('dialog', { name: 'Change…' }));
  await page.user.selectOptions(form.getByRole('combobox', { name: 'What' }), 'Importance');
  await page.user.selectOptions(form.getByRole('combobox', { name: 'New value' }), '5');
  await page.user.click(form.getByRole('button', { name: 'Change them' }));
  await waitFor(() => expect([table().a?.importance, table().c?.importance]).toEqual([5, 5]));
  expect(table().b?.importance).toBeNull();
});

it('counts the initiatives that can be linked, thousands of them too', async () => {
  page = await openPage();
  await withRecords([
    capability('a', null, 0),
    ...Array.from({ length: 1200 }, (_, k) => ({
      op: 'put' as const,
      table: 'initiative' as const,
      record: { ...newInitiative(`i${k}`, `Initiative ${k}`) },
    })),
  ]);
  act(() => useTree.getState().set({ linksOpen: true }));
  act(() => useView.getState().go('capabilities'));
  expect(await screen.findByText('1,200 initiatives')).toBeVisible();
});
