import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { speak } from '../../../renderer/i18n.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { usePresent } from '../../../renderer/state/presentStore.ts';
import { rankingHand, useRankings } from '../../../renderer/state/rankingStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { newDecision, newDecisionOption } from '../../../shared/domain/roomDefaults.ts';
import { initiative } from '../../helpers/records.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  act(() => {
    speak('en');
    usePreferences.setState({ language: 'en' });
  });
  act(() => useRankings.setState({ rankingId: null }));
  await page.close();
});

const worth = (id: string, name: string, valuePerMonth: number | null): Change => ({
  op: 'put',
  table: 'initiative',
  record: {
    ...initiative(id, {
      name,
      valuePerMonth,
      mode: 'product',
      startDate: '2026-01-01',
      teamPeople: 5,
      teamAllocation: 1,
      teamParallel: 1,
      teamDayRate: 800_00,
      scopePersonDays: 200,
      budget: 100_000_00,
    }),
  },
});
const at = '2026-06-30T10:00:00.000Z';
const some: readonly Change[] = [
  worth('a', 'Claims portal', 1_000_00),
  worth('b', 'Broker app', 20_000_00),
  worth('c', 'Data hub', 90_000_00),
  worth('d', 'Ledger', null),
  { op: 'put', table: 'decision', record: { ...newDecision('q', 'Build or buy?', 'Ada', at) } },
  { op: 'put', table: 'decisionOption', record: { ...newDecisionOption('x', 'q', 0, 'build', 'Build it') } },
  { op: 'put', table: 'decisionOption', record: { ...newDecisionOption('y', 'q', 1, 'accept', 'Leave it') } },
];

async function begin(source = /Every initiative that is planned/): Promise<void> {
  page = await openPage();
  await withRecords(some);
  act(() => useView.getState().go('rankings'));
  await press('New ranking');
  const dialog = await screen.findByRole('dialog');
  const what = within(dialog).getByRole('combobox', { name: 'What is ranked' });
  await page.user.selectOptions(what, within(what).getByRole('option', { name: source }));
  act(() => within(dialog).getByRole('textbox', { name: 'Name' }).focus());
  await page.user.keyboard('{Enter}');
  await screen.findByRole('grid', { name: 'The order of the room' });
}
async function press(name: string | RegExp): Promise<void> {
  const button = await screen.findByRole('button', { name });
  act(() => button.focus());
  await page.user.keyboard('{Enter}');
}
async function method(name: string): Promise<void> {
  await page.user.click(screen.getByRole('radio', { name }));
}
const ranking = () => {
  const [found] = Object.values(usePortfolio.getState().plan?.ranking ?? {});
  if (!found) throw new Error('no ranking');
  return found;
};
const order = () =>
  within(screen.getByRole('grid', { name: 'The order of the room' }))
    .getAllByRole('row')
    .map((row) => row.getAttribute('aria-label') ?? row.textContent ?? '');
async function noViolations(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}

test('by hand: moved by keyboard, the score beside it, and where the two disagree most', async () => {
  await begin();
  expect(ranking()).toMatchObject({ of: 'initiative', items: ['a', 'b', 'c', 'd'], method: 'drag' });
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      '“Claims portal” comes first; among the 3 with a score, room and score disagree most on “Data hub” (place 3 for the room, 1 by the score)',
    ),
  );
  expect(screen.getByText('4 items · 1 without a score')).toBeVisible();
  const rows = screen.getAllByRole('row');
  act(() => rows[2]?.focus());
  await page.user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  await waitFor(() => expect(ranking().items).toEqual(['c', 'a', 'b', 'd']));
  expect((await historyKeys()).slice(0, 2)).toEqual(['ranking.order', 'ranking.order']);
  await act(undo);
  expect(ranking().items).toEqual(['a', 'c', 'b', 'd']);
  await press('Score of Ledger: no score yet');
  const formula = await screen.findByRole('dialog', { name: 'How urgent “Ledger” is' });
  expect(formula).toHaveTextContent('Nobody said what it is worth a month.');
  await page.user.keyboard('{Escape}');
  await noViolations();
  await page.user.keyboard('{Control>}{Alt>}l{/Alt}{/Control}');
  await screen.findByText(/分歧最大的是“Claims portal”|分歧最大的是“Data hub”|分歧最大的是“Broker app”/);
  await noViolations();
});

test('two at a time: chosen with 1 and 2 and the arrows, taken back, kept while another method is used', async () => {
  await begin();
  await method('Two at a time');
  expect(await screen.findByText('No votes yet')).toBeVisible();
  expect(screen.getByText('0 of 6 choices made')).toBeVisible();
  await page.user.keyboard('2');
  await waitFor(() => expect(ranking().pairs).toEqual([{ winner: 'b', loser: 'a' }]));
  const card = screen.getByRole('button', { name: /^1: / });
  act(() => card.focus());
  await page.user.keyboard('{ArrowRight}');
  await waitFor(() => expect(ranking().pairs).toHaveLength(2));
  expect(screen.getByText('2 of 6 choices made')).toBeVisible();
  await page.user.keyboard('{Backspace}');
  await waitFor(() => expect(ranking().pairs).toHaveLength(1));
  await noViolations();
  // Digits that are typed somewhere are no choices.
  await page.user.type(screen.getByRole('textbox', { name: 'Note' }), '12');
  expect(ranking().pairs).toHaveLength(1);

  await method('By hand');
  await waitFor(() => expect(ranking().method).toBe('drag'));
  expect(ranking()).toMatchObject({ items: ['a', 'b', 'c', 'd'], pairs: [{ winner: 'b', loser: 'a' }] });
  expect(rankingHand()).toBeNull();
});

test('dots: entered for each voter or counted as hands, with a warning over the budget; then agreed and locked', async () => {
  await begin();
  await method('Dots');
  const name = await screen.findByRole('textbox', { name: 'Name of a voter' });
  await page.user.type(name, 'Ada{Enter}');
  const cell = await screen.findByRole('textbox', { name: 'Dots of Ada for Data hub' });
  await page.user.type(cell, '6{Enter}');
  await screen.findByText('Ada: 1 dot too many');
  await page.user.type(screen.getByRole('textbox', { name: 'Hands for Broker app' }), '9{Enter}');
  await waitFor(() => expect(order().slice(0, 2)).toEqual(['Broker app', 'Data hub']));
  expect(ranking().dots).toContainEqual({ voter: 'Ada', item: 'c', dots: 6 });
  expect(ranking().dots).toContainEqual({ voter: '', item: 'b', dots: 9 });
  await noViolations();

  await press('Agree…');
  const dialog = await screen.findByRole('dialog');
  const who = within(dialog).getByRole('textbox', { name: 'Who agreed' });
  expect(who).toHaveValue('Ada');
  await page.user.type(who, ' and the board{Enter}');
  await screen.findByText(/agreed by Ada and the board on/);
  expect(ranking().agreedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(screen.getByRole('textbox', { name: 'Dots of Ada for Data hub' })).toHaveAttribute('readonly');
  await press('Open again');
  await waitFor(() => expect(ranking().agreedOn).toBeNull());
  await press('More for this ranking');
  await page.user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(ranking()).toMatchObject({ method: 'drag', items: ['b', 'c', 'a', 'd'] }));
});

test('ranks the options of a decision; duplicated, deleted, and back with undo', async () => {
  await begin(/Options of “Build or buy\?”/);
  expect(ranking()).toMatchObject({ of: 'option', decisionId: 'q', items: ['x', 'y'] });
  expect(order()).toEqual(['Build it', 'Leave it']);
  await press('More for this ranking');
  await page.user.keyboard('{Enter}');
  await screen.findByRole('textbox', { name: 'Name of the ranking' });
  await waitFor(() =>
    expect(Object.values(usePortfolio.getState().plan!.ranking).map(({ name }) => name)).toEqual([
      'Which option?',
      'Which option? (copy)',
    ]),
  );
  await press('More for this ranking');
  await page.user.keyboard('{End}{Enter}');
  await press('Delete the ranking');
  await waitFor(() => expect(Object.keys(usePortfolio.getState().plan!.ranking)).toHaveLength(1));
  await act(undo);
  expect(Object.keys(usePortfolio.getState().plan!.ranking)).toHaveLength(2);
});

test('before the room dots are given by keys: for raised hands and for one person after the other, and taken back', async () => {
  await begin();
  await method('Dots');
  await waitFor(() => expect(ranking().method).toBe('dots'));
  await page.user.keyboard('{F5}');
  await waitFor(() => expect(rankingHand()?.dot).toBeTruthy());
  await screen.findByText(/^Show of hands: 0/);
  const dots = () =>
    ranking()
      .dots.filter((each) => each.dots > 0)
      .map((each) => [each.voter, each.item, each.dots]);
  act(() => usePresent.setState({ mark: 'b' }));
  // Faster than the file answers: none is lost.
  await page.user.keyboard('ddd');
  await waitFor(() => expect(dots()).toEqual([['', 'b', 3]]));
  await screen.findByText(/^Show of hands: 3/);
  await page.user.keyboard('{Shift>}d{/Shift}');
  await waitFor(() => expect(dots()).toEqual([['', 'b', 2]]));
  await page.user.keyboard('p');
  await screen.findByText(/^Voter 1: 0 of 5 dots/);
  act(() => usePresent.setState({ mark: 'c' }));
  await page.user.keyboard('dd');
  await waitFor(() =>
    expect(dots()).toEqual([
      ['', 'b', 2],
      ['Voter 1', 'c', 2],
    ]),
  );
  await screen.findByText(/^Voter 1: 2 of 5 dots/);
  await page.user.keyboard('p');
  await screen.findByText(/^Voter 2: 0 of 5 dots/);
  await page.user.keyboard('u');
  await waitFor(() =>
    expect(dots()).toEqual([
      ['', 'b', 2],
      ['Voter 1', 'c', 1],
    ]),
  );
  await page.user.keyboard('{F5}');
  await waitFor(() => expect(usePresent.getState().session).toBeNull());
});
