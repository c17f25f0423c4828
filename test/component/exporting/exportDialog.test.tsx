import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../renderer/commands/commandList.ts';
import { useExportChoice } from '../../../renderer/features/exporting/exportChoice.ts';
import { usePanel } from '../../../renderer/state/panelStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
const initial = useExportChoice.getState();

beforeEach(async () => {
  localStorage.clear();
  useExportChoice.setState(initial);
  page = await openPage();
  await withRecords([{ op: 'put', table: 'initiative', record: newInitiative('a', 'Alpha') }]);
});
afterEach(() => page.close());

async function open(command = 'portfolio.export') {
  act(() => runCommand(command));
  const dialog = within(await screen.findByRole('dialog', { name: 'Export' }));
  const box = (name: RegExp) => dialog.getByRole('checkbox', { name });
  return { dialog, box };
}

describe('the export dialog', () => {
  it('takes several formats at once, says what it will make, and remembers the choice', async () => {
    const { dialog, box } = await open();
    expect(box(/^Slides/)).toBeChecked();
    expect(dialog.getByRole('button', { name: 'Export' })).toBeEnabled();
    await page.user.click(box(/^Slides/));
    expect(dialog.getByRole('button', { name: 'Export' })).toBeDisabled();
    expect(dialog.getByText('Choose at least one format.')).toBeVisible();
    await page.user.click(box(/^CSV tables/));
    await page.user.click(box(/^JSON/));
    await page.user.click(dialog.getByRole('button', { name: 'Export 2 formats as one zip' }));
    await waitFor(() => expect(page.service.saved).toEqual(['Test.zip']), { timeout: 20_000 });
    await waitFor(() => expect(usePanel.getState().panel).toBeNull());
    const again = await open();
    expect(again.box(/^CSV tables/)).toBeChecked();
    expect(again.box(/^JSON/)).toBeChecked();
    expect(again.box(/^Slides/)).not.toBeChecked();
    expect(JSON.parse(localStorage.getItem('throughline.export') ?? '{}')).toMatchObject({
      formats: ['csv', 'json'],
    });
  });

  it('starts with the page of the view behind it, and needs one page where a format has pages', async () => {
    act(() => useView.getState().go('wastes'));
    const { dialog, box } = await open();
    expect(box(/^Bill of the seven wastes/)).toBeChecked();
    expect(box(/^Portfolio on a page/)).not.toBeChecked();
    expect(dialog.getByText('this view')).toBeVisible();
    await page.user.click(box(/^Bill of the seven wastes/));
    expect(dialog.getByText('Choose at least one page.')).toBeVisible();
    await page.user.click(dialog.getByRole('button', { name: 'All' }));
    expect(box(/^Timeline/)).toBeChecked();
    await page.user.click(dialog.getByRole('button', { name: 'Only this view' }));
    expect(box(/^Timeline/)).not.toBeChecked();
    await page.user.click(box(/^Excel/));
    await page.user.click(box(/^Slides/));
    expect(box(/^Timeline/)).toBeDisabled();
  });

  it('takes away the formats that can hide nothing, as soon as something is hidden', async () => {
    const { dialog, box } = await open('export.json');
    expect(box(/^JSON/)).toBeChecked();
    await page.user.click(box(/^Hide amounts of money/));
    expect(box(/^JSON/)).toBeDisabled();
    expect(box(/^JSON/)).not.toBeChecked();
    expect(box(/^Analysis/)).toBeDisabled();
    expect(dialog.getByText(/nothing can be hidden in them/)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Export' })).toBeDisabled();
    await page.user.click(box(/^Excel/));
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(page.service.saved).toEqual(['Test.xlsx']), { timeout: 20_000 });
  });

  it('says why a file could not be made, and stays for another try', async () => {
    // This host was started without the drawings.
    const { dialog } = await open('export.pdf');
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    expect(await screen.findByRole('alert', {}, { timeout: 20_000 })).toBeVisible();
    expect(page.service.saved).toEqual([]);
    expect(usePanel.getState().panel).not.toBeNull();
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Export' })).toBeEnabled());
  });

  it('has nothing that axe finds wrong', async () => {
    await open();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
  });
});
