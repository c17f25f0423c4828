import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { paletteGroups } from '../../../renderer/features/shell/paletteEntries.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { useView, viewIds } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newTeam } from '../../../shared/domain/defaults.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage | null = null;
afterEach(async () => {
  if (!page) return;
  await act(() => usePreferences.getState().write({ keys: {}, userName: '' }));
  await page.close();
  page = null;
});
const complaints = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
const groupsOf = (query: string, records: ReturnType<typeof recordsOf>, recent: readonly string[] = []) =>
  paletteGroups(query, { records, snapshots: [], recent }).map(({ key, entries }) => [
    key,
    ...entries.map(({ id }) => id),
  ]);

describe('finding anything', () => {
  const records = recordsOf({
    team: [newTeam('t', 'Payments crew')],
    initiative: [
      initiative('a', { name: '支付平台升级' }),
      initiative('b', { name: 'Payments hub', mode: 'product' }),
      initiative('c', { name: 'Old payments' }),
    ],
  });

  it('gathers by kind what holds the text, in either language', () => {
    expect(groupsOf('payments', records)).toEqual([
      ['initiative', 'b', 'c'],
      ['team', 't'],
    ]);
    expect(groupsOf('平台', records)).toEqual([['initiative', 'a']]);
  });

  it('puts first what was used lately, and lists it while nothing is typed', () => {
    expect(groupsOf('payments', records, ['initiative:c'])[0]).toEqual(['initiative', 'b', 'c']);
    expect(groupsOf('pay', records, ['team:t'])[0]?.[0]).toBe('team');
    expect(groupsOf('', records, ['initiative:c', 'initiative:gone', 'team:t'])[0]).toEqual([
      'recent',
      'c',
      't',
    ]);
  });

  it('takes letters strewn over a name only where nothing holds the text', () => {
    expect(groupsOf('pmts', records).flat()).toContain('b');
    expect(groupsOf('crew', records)).toEqual([['team', 't']]);
  });

  it.each(['en', 'zh-CN'] as const)('goes to a view by its own name, in %s', (language) => {
    usePortfolio.setState({ records, plan: records });
    for (const view of viewIds) {
      const [key, id] = groupsOf(catalogue.shell[language][`view.${view}`], records)[0]!;
      expect([key, id]).toEqual(['views', `view.${view}`]);
    }
    usePortfolio.setState({ records: null, plan: null });
  });

  it('looks through ten thousand names in less than a frame once they are prepared', () => {
    const many = recordsOf({
      initiative: Array.from({ length: 10_000 }, (_, at) =>
        initiative(`i${at}`, { name: `Initiative number ${at} of the portfolio` }),
      ),
    });
    expect(groupsOf('number 9999', many)).toEqual([['initiative', 'i9999']]);
  });

  it('goes to the team, and remembers that', async () => {
    page = await openPage();
    await withRecords([
      { op: 'put', table: 'team', record: { ...newTeam('t', 'Payments crew') } },
      { op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Alpha') } },
    ]);
    await page.user.keyboard('{Control>}k{/Control}');
    await page.user.type(await screen.findByRole('combobox'), 'crew');
    const option = await screen.findByRole('option', { name: /Payments crew/ });
    expect(screen.getByRole('group', { name: 'Teams' })).toContainElement(option);
    expect(await complaints()).toEqual([]);
    await page.user.keyboard('{Enter}');
    expect(useView.getState().view).toBe('directory');
    await page.user.keyboard('{Control>}k{/Control}');
    const recent = within(await screen.findByRole('group', { name: 'Recent' }));
    expect(recent.getByRole('option', { name: /Payments crew/ })).toBeVisible();
  });

  it('runs what was typed, also where Enter comes before the list', async () => {
    page = await openPage();
    await withRecords([{ op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Alpha') } }]);
    await page.user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox');
    // In one go: the list has no time to follow.
    act(() => {
      fireEvent.change(field, { target: { value: 'scenarios' } });
      fireEvent.keyDown(field, { key: 'Enter' });
    });
    expect(useView.getState().view).toBe('scenarios');
    expect(Object.keys(usePortfolio.getState().plan?.scenario ?? {})).toEqual([]);
  });
});

describe('the page of keys', () => {
  it('gives a command another key, refuses one that is taken, and lets go of it', async () => {
    page = await openPage();
    await withRecords([{ op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Alpha') } }]);
    const { user } = page;
    await user.keyboard('{F1}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    await user.type(dialog.getByRole('textbox', { name: 'Search a command or a key' }), 'history');
    expect(dialog.queryByText('Go to Flow')).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Change the key of: Go to History' }));
    await user.keyboard('{Alt>}2{/Alt}');
    expect(dialog.getByRole('alert')).toHaveTextContent(
      'Alt 2 belongs to “Go to Flow”. Take it away there first.',
    );
    await user.keyboard('x');
    expect(dialog.getByRole('alert')).toHaveTextContent(/Hold Ctrl or Alt/);
    await user.keyboard('{Control>}w{/Control}');
    expect(dialog.getByRole('alert')).toHaveTextContent(/browser or the system/);
    await user.keyboard('{Control>}{Alt>}h{/Alt}{/Control}');
    expect(await dialog.findByText('Ctrl Alt H')).toBeVisible();
    expect(await complaints()).toEqual([]);
    await user.keyboard('{Escape}');
    await user.keyboard('{Alt>}6{/Alt}');
    expect(useView.getState().view).toBe('initiatives');
    await user.keyboard('{Control>}{Alt>}h{/Alt}{/Control}');
    expect(useView.getState().view).toBe('history');
    expect(await page.service.transport.call('app.info', {})).toMatchObject({
      ok: true,
      value: { preferences: { keys: { 'view.history': ['Mod+Alt+H'] } } },
    });
    await user.keyboard('{F1}');
    const again = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    await user.click(again.getByRole('button', { name: 'All keys as at first' }));
    await user.keyboard('{Escape}{Alt>}1{/Alt}{Alt>}6{/Alt}');
    expect(useView.getState().view).toBe('history');
  });
});

describe('the settings', () => {
  it('change currency and fiscal year of the portfolio, each to be undone', async () => {
    page = await openPage();
    await withRecords([
      { op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Alpha'), budget: 500_000_00 } },
    ]);
    await page.user.keyboard('{Control>},{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
    await page.user.selectOptions(dialog.getByRole('combobox', { name: 'Currency' }), 'JPY');
    await waitFor(() => expect(usePortfolio.getState().records?.initiative.a?.budget).toBe(500_000));
    await page.user.selectOptions(dialog.getByRole('combobox', { name: 'Fiscal year starts in' }), '4');
    await waitFor(() =>
      expect(usePortfolio.getState().records?.portfolio.portfolio).toMatchObject({
        currency: 'JPY',
        fiscalYearStartMonth: 4,
      }),
    );
    expect(await complaints()).toEqual([]);
  });

  it('ask for the name where the history shows that it has none', async () => {
    page = await openPage();
    await withRecords([{ op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Alpha') } }]);
    await page.user.keyboard('{Alt>}6{/Alt}');
    await page.user.type(
      await screen.findByRole('textbox', { name: 'Who makes these changes?' }),
      'Ada{Enter}',
    );
    await waitFor(() =>
      expect(screen.queryByRole('textbox', { name: 'Who makes these changes?' })).toBeNull(),
    );
    expect(usePreferences.getState().userName).toBe('Ada');
  });
});

describe('a command that cannot be run now', () => {
  it('is found all the same, says why, and runs nothing', async () => {
    page = await openPage();
    await withRecords([{ op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Alpha') } }]);
    await page.user.keyboard('{Control>}k{/Control}');
    await page.user.type(await screen.findByRole('combobox', { name: 'Search or run' }), 'delete the init');
    const option = await screen.findByRole('option', { name: /Delete the initiative/ });
    expect(option).toHaveAttribute('aria-disabled', 'true');
    expect(option).toHaveAttribute('aria-selected', 'true');
    expect(option).toHaveTextContent('Select an initiative first');
    expect(await complaints()).toEqual([]);
    await page.user.keyboard('{Enter}');
    await page.user.click(option);
    expect(screen.getByRole('combobox', { name: 'Search or run' })).toBeVisible();
    expect(usePortfolio.getState().records?.initiative.a).toBeDefined();
    // Once an initiative is selected the same words delete it.
    await page.user.keyboard('{Escape}');
    act(() => useView.getState().select({ kind: 'initiative', id: 'a' }));
    await page.user.keyboard('{Control>}k{/Control}');
    await page.user.type(screen.getByRole('combobox', { name: 'Search or run' }), 'delete the init{Enter}');
    await waitFor(() => expect(usePortfolio.getState().records?.initiative.a).toBeUndefined());
  });

  it('says why by its key too, once, and is not listed where nothing is typed', async () => {
    page = await openPage();
    await withRecords([{ op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Alpha') } }]);
    await page.user.keyboard('{Alt>}mm{/Alt}');
    expect(await screen.findAllByText('Select an initiative first')).toHaveLength(1);
    await page.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('option', { name: /New initiative/ });
    expect(screen.queryByRole('option', { name: /Flip between/ })).toBeNull();
    expect(screen.queryByRole('option', { name: /Spotlight/ })).toBeNull();
  });
});

it('a dialog opened from the palette gives the keyboard back to where it was before', async () => {
  page = await openPage();
  await withRecords([{ op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Alpha') } }]);
  const field = screen.getByRole('searchbox', { name: 'Search in the table' });
  await page.user.click(field);
  await page.user.keyboard('{Control>}k{/Control}');
  await page.user.type(screen.getByRole('combobox', { name: 'Search or run' }), 'settings{Enter}');
  await screen.findByRole('dialog', { name: 'Settings' });
  await page.user.keyboard('{Escape}');
  await waitFor(() => expect(field).toHaveFocus());
});
