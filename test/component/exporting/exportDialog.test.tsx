import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/commandList.ts';
import { useExportChoice } from '../../../renderer/features/exporting/exportChoice.ts';
import { tellLeftOut } from '../../../renderer/features/exporting/tellLeftOut.ts';
import { speak } from '../../../renderer/i18n.ts';
import { usePanel } from '../../../renderer/state/panelStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { change, transport } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { newScenario } from '../../../shared/domain/roomDefaults.ts';
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
    await waitFor(() => expect(page.service.saved).toEqual(['Test.zip']));
    await waitFor(() => expect(usePanel.getState().panel).toBeNull());
    const again = await open();
    expect(again.box(/^CSV tables/)).toBeChecked();
    expect(again.box(/^JSON/)).toBeChecked();
    expect(again.box(/^Slides/)).not.toBeChecked();
    expect(JSON.parse(localStorage.getItem('throughline.export') ?? '{}')).toMatchObject({
      formats: ['csv', 'json'],
    });
  });

  it('asks for the place first, and makes nothing where nothing can be written', async () => {
    const asked = vi.spyOn(transport(), 'call');
    const place = vi.spyOn(transport(), 'choosePlace');
    const { dialog, box } = await open();
    await page.user.click(box(/^Slides/));
    await page.user.click(box(/^JSON/));
    const folder = '/read only';
    place.mockRejectedValueOnce(new Failure('folder_read_only', 'no', { place: { file: folder } }));
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('Allow writing in it, or save to another folder. (/read only)');
    place.mockResolvedValueOnce(null);
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(dialog.queryByRole('alert')).toBeNull());
    expect(place.mock.calls).toEqual([['Test.json'], ['Test.json']]);
    expect(asked.mock.calls.map(([method]) => method)).not.toContain('export.write');
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(page.service.saved).toEqual(['Test.json']));
  });

  it('says that it was stopped, and saves nothing, not even what was whole by then', async () => {
    const { dialog, box } = await open();
    await page.user.click(box(/^Slides/));
    await page.user.click(box(/^JSON/));
    const { call } = transport();
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    vi.spyOn(transport(), 'call').mockImplementation(async (method, input) => {
      if (method === 'export.write') await held;
      return call(method, input);
    });
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    await page.user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(dialog.getByText('Stopping…')).toBeVisible();
    await act(async () => goOn());
    expect(await dialog.findByText('Stopped. No file was made.')).toBeVisible();
    expect(page.service.saved).toEqual([]);
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(page.service.saved).toEqual(['Test.json']));
  });

  it('says in the dialog that a file which was made could not be saved', async () => {
    const { dialog, box } = await open();
    await page.user.click(box(/^Slides/));
    await page.user.click(box(/^JSON/));
    vi.spyOn(transport(), 'saveFile').mockRejectedValueOnce(new Failure('disk_full', 'no room'));
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(dialog.getByRole('button', { name: 'Export' })).toBeEnabled();
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

  it('offers every page, and the lists only when asked for or from their own view', async () => {
    act(() => useView.getState().go('parameters'));
    const { dialog, box } = await open();
    const lists = [
      ...[/^Teams and partners/, /^Overhead/, /^Parameters of the model/, /^What matters most/],
      ...[/^Evidence for the model/, /^Snapshots/, /^History/],
    ];
    expect(box(/^Parameters of the model/)).toBeChecked();
    expect(box(/^Outcomes/)).not.toBeChecked();
    await page.user.click(dialog.getByRole('button', { name: 'The usual ones' }));
    for (const name of [/^Outcomes/, /^Guardrails/, /^Decisions/]) expect(box(name)).toBeChecked();
    for (const name of lists) expect(box(name)).not.toBeChecked();
    await page.user.click(dialog.getByRole('button', { name: 'All' }));
    for (const name of lists) expect(box(name)).toBeChecked();
  });

  it.each([
    [
      'en',
      /^Exported without 2 pages: 2\. Why we are here \(no page of a report shows this view\); 4\. Rankings \(it has nothing to show\)$/,
    ],
    [
      'zh-CN',
      /^已导出，但缺少 2 页：2\. Why we are here（报告中没有显示该视图的页面）; 4\. 排序（没有可显示的内容）$/,
    ],
  ] as const)('names in %s the pages of a storyboard that the file does without', async (language, words) => {
    act(() => speak(language));
    act(() =>
      tellLeftOut({
        leftOut: [],
        pagesLeftOut: {
          standIn: false,
          pages: [
            { place: 2, area: 'storyboard', title: 'Why we are here', why: 'noPage' },
            { place: 4, area: 'rankings', title: null, why: 'nothing' },
          ],
        },
      }),
    );
    expect(await screen.findByText(words)).toBeVisible();
    act(() => speak('en'));
  });

  it('says when the portfolio on a page stands in for what could not be made', async () => {
    act(() =>
      tellLeftOut({
        leftOut: [],
        pagesLeftOut: {
          standIn: true,
          pages: [{ place: 1, area: 'minutes', title: null, why: 'names' }],
        },
      }),
    );
    expect(
      await screen.findByText(
        /holds the portfolio on a page instead: 1\. What changed \(.*names are hidden\)$/,
      ),
    ).toBeVisible();
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
    await waitFor(() => expect(page.service.saved).toEqual(['Test.xlsx']));
  });

  it('proposes what is looked at, says which steps do not fit, and writes that state', async () => {
    const at = '2026-01-01T00:00:00.000Z';
    const step = (id: string, position: number, initiativeId: string) => ({
      op: 'put' as const,
      table: 'scenarioStep' as const,
      record: {
        id,
        scenarioId: 'sc',
        position,
        label: { key: 'initiative.create', params: { name: `Step ${id}` } },
        by: '',
        at,
        changes: [{ op: 'patch', table: 'initiative', id: initiativeId, values: { name: 'Beta' } }],
      },
    });
    await act(() =>
      change('other', {}, [
        { op: 'put', table: 'scenario', record: { ...newScenario('sc', 'What if', 0, '', at) } },
        step('one', 0, 'a'),
        step('two', 1, 'gone'),
      ]),
    );
    act(() => usePortfolio.getState().lookAtScenario('sc'));
    const { dialog, box } = await open('export.csv');
    expect(dialog.getByLabelText('What')).toHaveDisplayValue('Scenario “What if” on the plan');
    expect(dialog.getByText(/One step of this scenario does not fit/)).toBeVisible();
    expect(dialog.getByText(/Add “Step two”/)).toBeVisible();
    expect(box(/^CSV tables/)).toBeChecked();
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(page.service.saved).toEqual(['Test - What if CSV.zip']));
    expect(await screen.findByText(/Exported without 1 step .*What if: Add “Step two”/)).toBeVisible();
    // The plan can be chosen all the same, and what is looked at stays.
    const again = await open('export.csv');
    await page.user.selectOptions(again.dialog.getByLabelText('What'), 'The plan as it is now');
    expect(again.dialog.queryByText(/does not fit/)).toBeNull();
    await page.user.click(again.dialog.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(page.service.saved).toContain('Test CSV.zip'));
    expect(usePortfolio.getState().looking).toEqual({ kind: 'scenario', id: 'sc' });
    expect(usePortfolio.getState().plan?.initiative.a?.name).toBe('Alpha');
  });

  it('says why a file could not be made, and stays for another try', async () => {
    // This host was started without the drawings.
    const { dialog } = await open('export.pdf');
    await page.user.click(dialog.getByRole('button', { name: 'Export' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(page.service.saved).toEqual([]);
    expect(usePanel.getState().panel).not.toBeNull();
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Export' })).toBeEnabled());
  });

  it('says what a pack that was not made has kept, and keeps it once', async () => {
    act(() => usePanel.getState().show({ kind: 'pack' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Leave with the pack' }));
    const make = dialog.getByRole('button', { name: 'Make the pack' });
    await page.user.click(make);
    expect(await dialog.findByRole('alert')).toBeVisible();
    expect(dialog.getByText(/The minutes and the snapshot “Pack of .*” are kept/)).toBeVisible();
    await page.user.click(make);
    await waitFor(() => expect(make).toBeEnabled());
    const { value } = (await transport().call('snapshot.list', {})) as { value: { snapshots: unknown[] } };
    expect(value.snapshots).toHaveLength(1);
    expect(Object.keys(usePortfolio.getState().plan?.meeting ?? {})).toHaveLength(1);
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
