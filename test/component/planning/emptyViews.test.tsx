import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { useView, type ViewId } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const initiative = (id: string, name: string, values: object = {}) => ({
  op: 'put' as const,
  table: 'initiative' as const,
  record: { ...newInitiative(id, name), ...values },
});

/** Four that are planned or under way, of which one budget is unknown; one that is over and one that is retired. */
const portfolio = [
  initiative('small', 'Intranet', { budget: 1_000_00 }),
  initiative('large', 'Claims portal', { budget: 9_000_00 }),
  initiative('unknown', 'Data lake'),
  initiative('middle', 'Payments', { budget: 5_000_00 }),
  initiative('over', 'Old portal', { budget: 90_000_00, stage: 'done' }),
  initiative('retired', 'Dropped', { budget: 80_000_00, retired: true }),
];

async function begin(view: ViewId, changes: Parameters<typeof withRecords>[0] = portfolio) {
  page = await openPage();
  await withRecords(changes);
  act(() => useView.getState().go(view));
  return page.user;
}
const lacking = async (title: string): Promise<(string | null)[]> => {
  const heading = await screen.findByRole('heading', { name: title });
  const list = heading.parentElement ?? document.body;
  return within(list)
    .getAllByRole('button')
    .map((button) => button.textContent);
};

describe('an empty view shows what of this portfolio would go in', () => {
  it('outcomes: the largest live initiatives, each led to where its outcomes are linked', async () => {
    const user = await begin('outcomes');
    expect(await lacking('What should these change?')).toEqual([
      'budget $9KClaims portal',
      'budget $5KPayments',
      'budget $1KIntranet',
      'no budget enteredData lake',
    ]);
    expect(screen.getByText(/^4 initiatives are planned or under way, and name no outcome/)).toBeVisible();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await user.click(screen.getByRole('button', { name: /Claims portal/ }));
    expect(useView.getState()).toMatchObject({
      view: 'initiatives',
      selection: { kind: 'initiative', id: 'large' },
    });
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Add an outcome' })).toHaveFocus());
  });

  it('outcomes: the command for a new one leads to the line for the first, from any tab', async () => {
    const user = await begin('outcomes', []);
    await user.click(await screen.findByRole('radio', { name: /Customer segments/ }));
    await screen.findByRole('textbox', { name: 'Name of the first segment' });
    await user.keyboard('{Alt>}o{/Alt}');
    const first = await screen.findByRole('textbox', { name: 'Name of the first outcome' });
    await waitFor(() => expect(first).toHaveFocus());
  });

  it('teams: a press leads to the field that names the team', async () => {
    const user = await begin('directory');
    await lacking('Who works on these?');
    await user.click(screen.getByRole('button', { name: /Payments/ }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Team' })).toHaveFocus());
  });

  it.each([
    ['directory', 'team', 'Name of the new team'],
    ['outcomes', 'outcome', 'Name of the first outcome'],
  ] as const)('%s: what is entered first is what the inspector shows next', async (view, kind, field) => {
    const user = await begin(view);
    act(() => useView.getState().select({ kind: 'initiative', id: 'large' }));
    await user.type(await screen.findByRole('textbox', { name: field }), 'Very first{Enter}');
    await waitFor(() => expect(useView.getState().selection?.kind).toBe(kind));
    const inspector = within(screen.getByRole('complementary', { name: 'Inspector' }));
    expect(await inspector.findByDisplayValue('Very first')).toBeVisible();
  });

  it('storyboards: those for usual meetings, one press away', async () => {
    const user = await begin('storyboard', []);
    expect(await screen.findByRole('heading', { name: 'What a storyboard is for' })).toBeVisible();
    expect(await lacking('Ready-made')).toContain('4 pages, 60 minWhere are gaps and overlaps?');
    await user.click(screen.getByRole('button', { name: /Where are gaps and overlaps/ }));
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Where are gaps and overlaps?');
    expect(screen.queryByRole('heading', { name: 'What a storyboard is for' })).toBeNull();
  });

  it('guardrails: the usual rules, taken over in one press', async () => {
    const user = await begin('guardrails', []);
    expect(await screen.findByRole('heading', { name: 'What guardrails are for' })).toBeVisible();
    const usual = within(screen.getByRole('list', { name: 'The usual rules' })).getAllByRole('listitem');
    expect(usual.map(({ textContent }) => textContent)).toContain('First release within 90 days');
    await user.click(screen.getByRole('button', { name: 'Begin with these seven rules' }));
    await waitFor(() =>
      expect(within(screen.getByRole('list', { name: 'Guardrails' })).getAllByRole('listitem')).toHaveLength(
        usual.length,
      ),
    );
  });

  it('overhead: only those that name neither an outcome nor a segment', async () => {
    const user = await begin('overhead', [
      ...portfolio,
      { op: 'put', table: 'outcome', record: newOutcome('o', 'Less churn') },
      {
        op: 'put',
        table: 'outcomeLink',
        record: { id: 'l', initiativeId: 'large', outcomeId: 'o', weight: 1 },
      },
    ]);
    expect(await lacking('Would a customer miss these?')).toEqual([
      'budget $5KPayments',
      'budget $1KIntranet',
      'no budget enteredData lake',
    ]);
    await user.click(screen.getByRole('button', { name: /Intranet/ }));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: /Customers don’t care/ })).toHaveFocus());
  });

  it('says nothing of initiatives where there are none, and its button leads to the field', async () => {
    const user = await begin('overhead', []);
    const button = await screen.findByRole('button', { name: 'Add it' });
    expect(screen.queryByRole('heading', { name: 'Would a customer miss these?' })).toBeNull();
    await user.click(button);
    const first = await screen.findByRole('textbox', { name: 'Name of the first overhead work' });
    await waitFor(() => expect(first).toHaveFocus());
  });

  it('history: what it is for, and where the first change is made', async () => {
    const user = await begin('history', []);
    expect(await screen.findByRole('heading', { name: 'What the history is for' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Go to the initiatives' }));
    expect(useView.getState().view).toBe('initiatives');
  });
});
