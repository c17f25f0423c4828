import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { speak } from '../../../renderer/i18n.ts';
import { editInitiative } from '../../../renderer/state/initiativeActions.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { createScenario } from '../../../renderer/state/scenarioActions.ts';
import { change, undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { newOutcome } from '../../../shared/domain/planningDefaults.ts';
import type { AnyRecord, TableName } from '../../../shared/domain/records.ts';
import { initiative } from '../../helpers/records.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  act(() => {
    speak('en');
    usePreferences.setState({ language: 'en' });
  });
  await page.close();
});

const put = (table: TableName, record: AnyRecord): Change => ({ op: 'put', table, record: { ...record } });
const some: readonly Change[] = [
  put('initiative', initiative('a', { name: 'Claims portal', teamParallel: 1, budget: 100_00 })),
  put('initiative', initiative('b', { name: 'Broker app', teamParallel: 3, budget: 900_00 })),
  put('initiative', initiative('c', { name: 'Data hub', teamParallel: 6, budget: null })),
  put('initiative', initiative('d', { name: 'Ledger', budget: 300_00 })),
  put('outcome', newOutcome('o', 'Less churn')),
  put('outcomeLink', { id: 'l', initiativeId: 'a', outcomeId: 'o', weight: 1 }),
];

async function begin(): Promise<void> {
  page = await openPage();
  await withRecords(some);
  act(() => useView.getState().go('guardrails'));
  await screen.findByText('No guardrail yet');
}
async function start(): Promise<void> {
  await begin();
  await press('Begin with these seven rules');
  await screen.findByRole('list', { name: 'Guardrails' });
}
/** Presses a button with the keyboard. */
async function press(name: string | RegExp): Promise<void> {
  const button = await screen.findByRole('button', { name });
  act(() => button.focus());
  await page.user.keyboard('{Enter}');
}
const rules = () => Object.values(usePortfolio.getState().plan?.guardrail ?? {});
const waivers = () => Object.values(usePortfolio.getState().plan?.waiver ?? {});
const line = (name: string) => {
  const found = within(screen.getByRole('list', { name: 'Guardrails' }))
    .getAllByRole('listitem')
    .find((item) => item.textContent?.includes(name));
  if (!found) throw new Error(`no line ${name}`);
  return found;
};
async function noViolations(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}

test('begins with seven rules in one step, says the finding, and names them in the language of the page', async () => {
  await start();
  expect(rules()).toHaveLength(7);
  expect((await historyKeys())[0]).toBe('guardrail.start');
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      /guardrails? of 7 holds?; \d+ initiatives break “.*”/,
    ),
  );
  expect(line('At most 2 initiatives a person')).toHaveTextContent(/Broken.*2 break it1 not known1 hold/);
  await noViolations();
  await page.user.keyboard('{Control>}{Alt>}l{/Alt}{/Control}');
  expect(await screen.findByText('每人同时参与的举措不超过 2 项')).toBeVisible();
  expect(rules().map(({ name }) => name)).toContain('At most 2 initiatives a person');
  await noViolations();
  await act(undo);
  expect(rules()).toEqual([]);
});

test('a number changed in place moves the finding and the name; the switch takes a rule out of it', async () => {
  await start();
  const field = await screen.findByRole('textbox', { name: 'Limit of “At most 2 initiatives a person”' });
  act(() => field.focus());
  await page.user.clear(field);
  await page.user.keyboard('6{Enter}');
  await waitFor(() =>
    expect(line('At most 6 initiatives a person')).toHaveTextContent(
      /Holds as far as known.*1 not known3 hold/,
    ),
  );
  expect(rules().find(({ name }) => name === 'At most 6 initiatives a person')?.rule).toMatchObject({
    amount: 6,
  });
  const toggle = screen.getByRole('switch', { name: '“At most 6 initiatives a person” is on' });
  act(() => toggle.focus());
  await page.user.keyboard(' ');
  await waitFor(() => expect(line('At most 6 initiatives a person')).toHaveTextContent(/Off/));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/of 6/);
});

test('opens to the records, worst first, selects one, and waives it with an owner and a date', async () => {
  await start();
  await press('Show the records of “At most 2 initiatives a person”');
  const own = line('At most 2 initiatives a person');
  const records = within(own).getAllByRole('button', { pressed: false });
  expect(records.map(({ textContent }) => textContent)).toEqual(['Data hub', 'Broker app', 'Ledger']);
  expect(own).toHaveTextContent(/Data hub6 at once/);
  act(() => records[1]?.focus());
  await page.user.keyboard('{Enter}');
  expect(useView.getState().selection).toEqual({ kind: 'initiative', id: 'b' });

  await press('Waive… Data hub may break it');
  const dialog = await screen.findByRole('dialog');
  await waitFor(() =>
    expect(within(dialog).getByRole('textbox', { name: 'Who answers for it' })).toHaveFocus(),
  );
  await press('Waive');
  expect(await within(dialog).findByText('Somebody has to answer for it.')).toBeVisible();
  await page.user.type(within(dialog).getByRole('textbox', { name: 'Who answers for it' }), 'CIO');
  const until = within(dialog).getByRole('textbox', { name: 'Until' });
  await page.user.type(until, '2020-01-31');
  expect(within(dialog).getByText('That day is past already.')).toBeVisible();
  await page.user.clear(until);
  await page.user.type(until, '2099-01-31');
  await press('Waive');
  await waitFor(() => expect(waivers()).toMatchObject([{ subject: 'c', owner: 'CIO', until: '2099-01-31' }]));
  const table = await screen.findByRole('table');
  expect(within(table).getByText('In force')).toBeVisible();
  await waitFor(() => expect(line('At most 2 initiatives a person')).toHaveTextContent(/1 break it1 waived/));
  const field = within(table).getByRole('textbox', { name: 'Until of the waiver of Data hub' });
  act(() => field.focus());
  await page.user.clear(field);
  await page.user.keyboard('{Enter}');
  await waitFor(() => expect(waivers()).toMatchObject([{ until: null }]));
  await noViolations();
  await press('Withdraw the waiver of Data hub');
  await waitFor(() => expect(waivers()).toEqual([]));
});

test('a waiver that ended long ago is said to have, and changes nothing', async () => {
  await start();
  const guardrailId = rules().find(({ name }) => name.startsWith('At most 2'))?.id ?? '';
  await act(async () => {
    await change('other', {}, [
      put('waiver', {
        id: 'w',
        guardrailId,
        subject: null,
        reason: 'Until the merger',
        owner: 'CIO',
        grantedOn: '2020-01-01',
        until: '2020-06-30',
      }),
    ]);
  });
  const table = await screen.findByRole('table');
  expect(within(table).getByText('Expired')).toBeVisible();
  expect(screen.getByRole('heading', { level: 2, name: /1 waiver/ })).toHaveTextContent(
    '1 waiver · 1 expired',
  );
  await waitFor(() => expect(line('At most 2 initiatives a person')).toHaveTextContent(/Broken.*2 break it/));
});

test('takes a rule of one’s own as a sentence, with a condition, named after what it says', async () => {
  await begin();
  await press('Write one of your own');
  const form = await screen.findByRole('form', { name: 'A rule of your own' });
  await waitFor(() => expect(within(form).getByRole('combobox', { name: 'What it is about' })).toHaveFocus());
  await page.user.selectOptions(within(form).getByRole('combobox', { name: 'Comparison' }), 'at most');
  await press('Keep the rule');
  expect(await screen.findByRole('alert')).toHaveTextContent('A value is needed: Budget');
  await page.user.type(within(form).getByRole('textbox', { name: 'Value' }), '500');
  await press('Add a condition');
  await page.user.selectOptions(within(form).getByRole('combobox', { name: 'Field of condition 1' }), 'Mode');
  await page.user.selectOptions(
    within(form).getByRole('combobox', { name: 'Comparison of condition 1' }),
    'is',
  );
  await page.user.selectOptions(
    within(form).getByRole('combobox', { name: 'Value of condition 1' }),
    'Project',
  );
  expect(within(form).getByRole('textbox', { name: 'Name' })).toHaveValue(
    'Every initiative where Mode is Project: Budget at most $500',
  );
  await noViolations();
  await press('Keep the rule');
  await waitFor(() => expect(rules()).toHaveLength(1));
  expect(rules()[0]?.rule).toEqual({
    kind: 'own',
    table: 'initiative',
    where: [{ field: 'mode', comparison: 'is', value: 'project' }],
    must: { field: 'budget', comparison: 'atMost', value: 500_00 },
  });
  await waitFor(() =>
    expect(line('Every initiative where Mode')).toHaveTextContent(/Broken.*1 break it1 not known2 hold/),
  );
  await page.user.keyboard('{Control>}{Alt>}l{/Alt}{/Control}');
  expect(await screen.findByText('每项模式为项目的举措：预算不超过$500')).toBeVisible();
});

test('says beside a scenario how it was in the plan, and what it breaks or mends', async () => {
  await start();
  await act(async () => {
    await createScenario();
  });
  const shown = () => usePortfolio.getState().records!.initiative;
  await act(async () => {
    await editInitiative(shown().b!, 'teamParallel', { teamParallel: 1 });
    await editInitiative(shown().c!, 'teamParallel', { teamParallel: 2 });
  });
  await waitFor(() =>
    expect(line('At most 2 initiatives a person')).toHaveTextContent(
      /Holds.*In the plan: Broken.*mended.*−2 mended/,
    ),
  );
  const badge = await screen.findByRole('button', { name: 'mends 1 guardrail' });
  await press('Show the records of “At most 2 initiatives a person”');
  await waitFor(() =>
    expect(line('At most 2 initiatives a person')).toHaveTextContent(
      /Break it in the plan and not here 2Broker app3 at onceData hub6 at once/,
    ),
  );
  await act(async () => {
    await editInitiative(shown().b!, 'teamParallel', { teamParallel: 1 });
    await editInitiative(shown().a!, 'teamParallel', { teamParallel: 9 });
  });
  await waitFor(() => expect(badge).toHaveTextContent('1 more record breaks a guardrail'));
  await waitFor(() =>
    expect(line('At most 2 initiatives a person')).toHaveTextContent(/Broken.*\+1 break it · −2 mended/),
  );
  await noViolations();
});

test('leaving a rule that is written gives the keyboard back to the button that began it', async () => {
  await start();
  await press('New rule');
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'What it is about' })).toHaveFocus());
  await page.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'New rule' })).toHaveFocus());
});
