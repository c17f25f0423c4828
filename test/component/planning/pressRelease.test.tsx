import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useSections } from '../../../renderer/features/inspector/sectionStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  act(() => useSections.setState(useSections.getInitialState()));
  await page.close();
});

const written = () => Object.values(usePortfolio.getState().records!.pressRelease);

it('the first text makes the press release; what it lacks stands at the section, and each part is one step', async () => {
  page = await openPage();
  await withRecords([{ op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Claims portal') } }]);
  act(() => {
    useSections.getState().toggle('pressRelease');
    useView.getState().select({ kind: 'initiative', id: 'a' });
  });
  const pane = within(await screen.findByRole('complementary', { name: 'Inspector' }));
  const { user } = page;
  const subtitle = await pane.findByRole('textbox', { name: 'Subtitle: the benefit' });
  expect(written()).toEqual([]);
  await user.type(subtitle, 'Paid in a day');
  await user.tab();
  await waitFor(() => expect(written()).toHaveLength(1));
  expect(pane.getByText('lacks measure, date')).toBeVisible();
  await user.type(pane.getByRole('textbox', { name: 'Out on' }), '2027-03-01{Enter}');
  await user.type(
    pane.getByRole('textbox', { name: /How is each release’s value measured/ }),
    'Days until paid',
  );
  await user.tab();
  await waitFor(() => expect(pane.getByText('3 of 12 written')).toBeVisible());

  const feature = pane.getByRole('textbox', { name: 'Add a feature' });
  for (const name of ['Photos', 'Chat']) await user.type(feature, `${name}{Enter}`);
  await waitFor(() => expect(written()[0]?.features).toEqual(['Photos', 'Chat']));
  expect(pane.getByText('3 to 5 features are enough to see what it is.')).toBeVisible();
  await user.type(feature, 'Status{Enter}');
  await waitFor(() => expect(pane.queryByText(/features are enough/)).toBeNull());
  await user.click(pane.getByRole('button', { name: 'Remove feature 1' }));
  await waitFor(() => expect(written()[0]?.features).toEqual(['Chat', 'Status']));

  await user.type(pane.getByRole('textbox', { name: /Add a question/ }), 'Why now?{Enter}');
  await user.type(await pane.findByRole('textbox', { name: 'Answer 1' }), 'Because customers leave.');
  await user.tab();
  await waitFor(() =>
    expect(written()[0]?.questions).toEqual([{ question: 'Why now?', answer: 'Because customers leave.' }]),
  );
  const keys = await historyKeys();
  expect(keys.slice(0, 2)).toEqual(['pressRelease.edit', 'pressRelease.edit']);
  expect(keys).toContain('pressRelease.begin');
  await act(undo);
  expect(written()[0]?.questions).toEqual([{ question: 'Why now?', answer: '' }]);
});
