import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { shownOf, useTimeline } from '../../../renderer/features/timeline/timelineStore.ts';
import { speak } from '../../../renderer/i18n.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newPhase, newRelease, newTeam } from '../../../shared/domain/defaults.ts';
import type { Initiative, TableName } from '../../../shared/domain/records.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: { ...record } });
const initiative = (id: string, name: string, values: Partial<Initiative> = {}) =>
  put('initiative', { ...newInitiative(id, name), ...values });
const release = { ...newRelease('r', 'p', 'First release'), plannedDate: '2026-05-15' };

const portfolio = [
  put('team', newTeam('t', 'Claims team')),
  initiative('a', 'Claims portal', { startDate: '2026-02-01', endDate: '2026-05-31', owner: 'Ann' }),
  put('phase', {
    ...newPhase('a1', 'a', 0, 'design', 'Design'),
    startDate: '2026-02-01',
    endDate: '2026-03-31',
  }),
  put('phase', {
    ...newPhase('a2', 'a', 1, 'build', 'Build'),
    startDate: '2026-04-01',
    endDate: '2026-05-31',
  }),
  initiative('p', '理赔平台', { mode: 'product', startDate: '2026-03-01', teamId: 't', teamPeople: 6 }),
  put('release', release),
  initiative('c', 'Claims archive', { startDate: '2026-04-01', endDate: '2026-12-31', owner: 'Bo' }),
  put('dependency', { id: 'd', fromInitiativeId: 'c', toInitiativeId: 'a' }),
  initiative('n', 'Someday'),
];

/** Lines by start: a, p, c, the heading of the undated, n. One px is a day from 2026-01-01 at x = 280. */
async function openTimeline(changes: Parameters<typeof withRecords>[0] = portfolio) {
  page = await openPage();
  await withRecords(changes);
  act(() => {
    useView.getState().go('timeline');
    useTimeline.getState().set({ shown: shownOf({ from: dayNumber('2026-01-01'), pxPerDay: 1 }, 1120) });
  });
  return page.user;
}
const stage = () => screen.findByRole('application');
const record = (id: string) => usePortfolio.getState().records?.initiative[id];
const at = (line: number, date: string) => ({
  clientX: 280 + dayNumber(date) - dayNumber('2026-01-01'),
  clientY: 62 + line * 28 + 14,
  button: 0,
  pointerId: 1,
});

async function drag(line: number, from: string, to: string, more: { shiftKey?: boolean } = {}) {
  const element = await stage();
  fireEvent.pointerDown(element, at(line, from));
  fireEvent.pointerMove(element, { ...at(line, to), ...more });
  return {
    element,
    drop: async () => {
      await act(async () => {
        fireEvent.pointerUp(element, at(line, to));
      });
    },
  };
}

describe('the timeline', () => {
  it('says what it shows, in words, and has the same as a table', async () => {
    const user = await openTimeline();
    const picture = await stage();
    expect(picture).toHaveAccessibleName(
      /4 initiatives from 1 Feb 2026 to 31 Dec 2026\. Projects: 3; product teams: 1\. 1 dependency is violated\./,
    );
    expect(screen.getByText(/1 has no dates yet/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const table = within(screen.getByRole('table', { name: 'Initiatives with their dates' }));
    const row = table.getByRole('row', { name: /Claims archive/ });
    expect(within(row).getByRole('cell', { name: 'Claims portal' })).toBeVisible();
    expect(within(row).getByRole('cell', { name: '61' })).toBeVisible();
    await user.click(table.getByRole('button', { name: 'Start' }));
    expect(table.getAllByRole('row').at(-1)).toHaveTextContent('Someday');
  });

  it('moves an initiative with its phases by dragging its bar, in one undoable step', async () => {
    await openTimeline();
    const { drop } = await drag(0, '2026-03-10', '2026-04-12');
    expect(screen.getByText('1 Mar 2026 – 28 Jun 2026')).toBeVisible();
    expect(record('a')?.startDate).toBe('2026-02-01');
    await drop();
    await waitFor(() =>
      expect(record('a')).toMatchObject({ startDate: '2026-03-01', endDate: '2026-06-28' }),
    );
    expect(usePortfolio.getState().records?.phase.a2).toMatchObject({
      startDate: '2026-04-29',
      endDate: '2026-06-28',
    });
    expect((await historyKeys())[0]).toBe('timeline.move');
    await act(undo);
    expect(record('a')).toMatchObject({ startDate: '2026-02-01', endDate: '2026-05-31' });
    expect(usePortfolio.getState().records?.phase.a2?.startDate).toBe('2026-04-01');
  });

  it('stretches an end, by days while Shift is held', async () => {
    await openTimeline();
    const { drop } = await drag(2, '2026-12-31', '2027-01-10', { shiftKey: true });
    await drop();
    await waitFor(() => expect(record('c')?.endDate).toBe('2027-01-10'));
    expect((await historyKeys())[0]).toBe('timeline.end');
  });

  it('moves the boundary of two phases, and a release', async () => {
    await openTimeline();
    const boundary = await drag(0, '2026-03-31', '2026-04-28');
    await boundary.drop();
    await waitFor(() =>
      expect(usePortfolio.getState().records?.phase).toMatchObject({
        a1: { endDate: '2026-04-30' },
        a2: { startDate: '2026-05-01' },
      }),
    );
    const mark = await drag(1, '2026-05-15', '2026-06-14');
    await mark.drop();
    await waitFor(() => expect(usePortfolio.getState().records?.release.r?.plannedDate).toBe('2026-06-01'));
  });

  it('leaves everything as it was with Escape, and refuses an end before the start with words', async () => {
    await openTimeline();
    const { element, drop } = await drag(2, '2026-08-01', '2026-11-01');
    fireEvent.keyDown(element, { key: 'Escape' });
    await drop();
    expect(record('c')?.startDate).toBe('2026-04-01');
    const wrong = await drag(2, '2026-12-31', '2026-02-01');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The end would come before the start. Nothing was changed.',
    );
    await wrong.drop();
    expect(record('c')?.endDate).toBe('2026-12-31');
    expect((await historyKeys())[0]).toBe('other');
  });

  it('gives dates to what has none by sweeping over its line', async () => {
    await openTimeline();
    // The heading of the undated is two px taller than a line.
    const { drop } = await drag(4, '2026-07-10', '2026-08-20');
    await drop();
    await waitFor(() =>
      expect(record('n')).toMatchObject({ startDate: '2026-07-01', endDate: '2026-08-31' }),
    );
    expect((await historyKeys())[0]).toBe('timeline.place');
  });

  it('does all of it by the keyboard: lines, parts, moving, stretching, one step for each', async () => {
    const user = await openTimeline();
    const picture = await stage();
    act(() => picture.focus());
    await user.keyboard('{ArrowDown}');
    expect(useView.getState().selection).toEqual({ kind: 'initiative', id: 'a' });
    const spoken = within(picture).getByRole('status');
    expect(spoken).toHaveTextContent(/^Claims portal\. Project\. Planned: 1 Feb 2026 – 31 May 2026/);
    await user.keyboard('{Alt>}{ArrowRight}{ArrowRight}');
    expect(spoken).toHaveTextContent(
      'Claims portal: 1 Apr 2026 – 29 Jul 2026. Let go to keep it, Escape to leave it.',
    );
    expect(record('a')?.startDate).toBe('2026-02-01');
    await user.keyboard('{/Alt}');
    await waitFor(() => expect(record('a')?.startDate).toBe('2026-04-01'));
    await user.keyboard('{Shift>}{Alt>}{ArrowRight}{/Alt}{/Shift}');
    await waitFor(() => expect(record('a')?.endDate).toBe('2026-07-31'));
    expect((await historyKeys()).slice(0, 2)).toEqual(['timeline.end', 'timeline.move']);
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(spoken).toHaveTextContent(/^Build\. Claims portal\./);
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() =>
      expect((usePortfolio.getState().records?.phase.a2?.startDate ?? '') > '2026-05-30').toBe(true),
    );
    await user.keyboard('{Alt>}{ArrowRight}{Escape}{/Alt}');
    expect((await historyKeys())[0]).toBe('timeline.phase');
    act(() => useView.getState().set({ inspectorOpen: false }));
    await user.keyboard('{Enter}');
    expect(useView.getState().inspectorOpen).toBe(true);
  });

  it('takes typed dates, and says what it cannot take', async () => {
    const user = await openTimeline();
    act(() => useView.getState().select({ kind: 'initiative', id: 'c' }));
    const end = await screen.findByRole('textbox', { name: 'End of Claims archive' });
    await user.clear(end);
    await user.type(end, '30 Sep 2026{Enter}');
    await waitFor(() => expect(record('c')?.endDate).toBe('2026-09-30'));
    await user.clear(end);
    await user.type(end, '2026-30-09{Enter}');
    expect(end).toHaveAttribute('aria-invalid', 'true');
    await user.clear(end);
    await user.type(end, '2026-03-01{Enter}');
    expect(
      await screen.findByText('The end would come before the start. Nothing was changed.'),
    ).toBeVisible();
    expect(record('c')?.endDate).toBe('2026-09-30');
    expect(end).toHaveValue('2026-09-30');
  });

  it('gathers lines in groups, counts them, folds them, and tells the load of a team', async () => {
    const user = await openTimeline();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Group by' }), 'Team');
    const picture = await stage();
    act(() => picture.focus());
    await user.keyboard('{Home}');
    const spoken = within(picture).getByRole('status');
    expect(spoken).toHaveTextContent('Claims team. 1. open');
    await user.keyboard('{ArrowLeft}{Home}');
    expect(spoken).toHaveTextContent('Claims team. 1. collapsed');
    await user.keyboard('{ArrowDown}');
    expect(spoken).toHaveTextContent('No team. 3. open');
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const load = within(screen.getByRole('table', { name: /Load of the teams by quarter/ }));
    expect(load.getByRole('row', { name: /Claims team 2026 Q2 6 6 0% 0/ })).toBeVisible();
  });

  it('shares the search with the table', async () => {
    const user = await openTimeline();
    await user.keyboard('{Control>}f{/Control}');
    expect(screen.getByRole('searchbox', { name: 'Find initiatives' })).toHaveFocus();
    await user.keyboard('archive');
    expect(await screen.findByRole('application', { name: /1 initiative from 1 Apr 2026/ })).toBeVisible();
    await user.type(screen.getByRole('searchbox', { name: 'Find initiatives' }), ' nothing');
    await user.click(await screen.findByRole('button', { name: 'Show all' }));
    expect(await screen.findByRole('application', { name: /4 initiatives/ })).toBeVisible();
  });

  it('teaches where there is nothing', async () => {
    page = await openPage();
    await withRecords([put('team', newTeam('t', 'Team'))]);
    act(() => useView.getState().go('timeline'));
    expect(await screen.findByRole('heading', { name: 'Nothing to lay out in time yet' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add an initiative' })).toBeEnabled();
  });

  it.each(['en', 'zh-CN'] as const)('has nothing that axe would complain about in %s', async (language) => {
    await openTimeline();
    await stage();
    act(() => {
      speak(language);
      useView.getState().select({ kind: 'initiative', id: 'a' });
    });
    const { violations } = await axe.run(screen.getByRole('main'), {
      resultTypes: ['violations'],
      // Colours need a layout; the browser suite looks at them.
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
