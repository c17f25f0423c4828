import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInitiative, editInitiative } from '../../../renderer/state/initiativeActions.ts';
import { setCurrency } from '../../../renderer/state/portfolioActions.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { leavePresenting, presentView } from '../../../renderer/state/presentActions.ts';
import { applyScenario, createScenario } from '../../../renderer/state/scenarioActions.ts';
import { ask, redo, undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { historyKeys, type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
beforeEach(async () => {
  page = await openPage();
  await withRecords([
    { op: 'put', table: 'initiative', record: { ...newInitiative('i', 'Hub'), budget: 100_000 } },
  ]);
});
afterEach(async () => {
  act(leavePresenting);
  await page.close();
});

const shown = () => usePortfolio.getState().records?.initiative ?? {};
const planned = () => usePortfolio.getState().plan?.initiative ?? {};
const edit = (name: string) =>
  act(async () => {
    await editInitiative(shown().i!, 'name', { name });
  });

describe('a scenario', () => {
  test('takes what is changed while it is shown, and leaves the plan alone', async () => {
    await act(async () => {
      await createScenario();
    });
    expect(screen.getByRole('region', { name: 'What is shown' })).toHaveTextContent(/Nothing changed yet/);
    await edit('Hub 2');
    await act(async () => {
      await createInitiative('New one');
    });
    expect(Object.values(shown()).map(({ name }) => name)).toEqual(['Hub 2', 'New one']);
    expect(Object.values(planned()).map(({ name }) => name)).toEqual(['Hub']);
    const onDisk = await ask('portfolio.current', {});
    expect(Object.values(onDisk!.records.initiative).map(({ name }) => name)).toEqual(['Hub']);
    expect((await historyKeys()).slice(0, 2)).toEqual(['scenario.step', 'scenario.step']);
    expect(screen.getByRole('region', { name: 'What is shown' })).toHaveTextContent(/2 steps/);

    await act(undo);
    expect(Object.values(shown()).map(({ name }) => name)).toEqual(['Hub 2']);
    await page.user.click(screen.getByRole('button', { name: 'Back to the plan' }));
    expect(shown()).toBe(planned());
  });

  test('keeps the amounts that it sets when the plan gets a currency without hundredths, and not when it gets one itself', async () => {
    await act(async () => {
      await createScenario();
      await editInitiative(shown().i!, 'budget', { budget: 250_000 });
    });
    const scenarioBudget = () =>
      Object.values(usePortfolio.getState().plan?.scenarioStep ?? {}).flatMap(({ changes }) =>
        changes.flatMap((change) =>
          'values' in change && 'budget' in change.values ? [change.values.budget] : [],
        ),
      );
    await act(async () => {
      await setCurrency('JPY');
    });
    expect(scenarioBudget()).toEqual([250_000, 2_500]);
    expect(shown().i?.budget).toBe(2_500);
    expect(planned().i?.budget).toBe(100_000);
    await act(undo);
    await page.user.click(screen.getByRole('button', { name: 'Back to the plan' }));
    await act(async () => {
      await setCurrency('JPY');
    });
    expect(scenarioBudget()).toEqual([2_500]);
    expect(planned().i?.budget).toBe(1_000);
  });

  test('stands beside the plan at once; a plan alone is compared with nothing', async () => {
    act(() => useView.getState().go('scenarios'));
    await screen.findByRole('heading', { level: 1, name: 'Try something without touching the plan' });
    expect(screen.queryByRole('button', { name: 'Add a state' })).toBeNull();
    act(() => useView.getState().go('initiatives'));
    await act(async () => {
      await createScenario();
    });
    await edit('Hub 2');
    act(() => useView.getState().go('scenarios'));
    expect(await screen.findByRole('button', { name: 'Compare with: the plan now' })).toBeVisible();
    const { name } = Object.values(usePortfolio.getState().plan?.scenario ?? {})[0]!;
    expect(screen.getByRole('button', { name: `Leave out ${name}` })).toBeVisible();
  });

  test('that is dropped leaves the comparison, and the next one takes its place', async () => {
    for (const name of ['First', 'Second']) {
      await act(async () => {
        await createScenario(null, name);
      });
      await edit(`Hub of ${name}`);
    }
    act(() => useView.getState().go('scenarios'));
    await screen.findByRole('button', { name: 'Leave out Second' });
    await page.user.click(screen.getByRole('button', { name: 'More for “Second”' }));
    await page.user.click(await screen.findByRole('menuitem', { name: 'Drop…' }));
    const sure = await screen.findByRole('button', { name: 'Drop' });
    // What lies under a question is not changed by a key.
    await page.user.keyboard('{Alt>}1{/Alt}{Control>}z{/Control}');
    expect(useView.getState().view).toBe('scenarios');
    expect(usePortfolio.getState().history.redo).toBeNull();
    await page.user.click(sure);
    expect(await screen.findByRole('button', { name: 'Leave out First' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Leave out (gone|Second)$/ })).toBeNull();
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  test('says in words what is better and what is worse beside the plan', async () => {
    const team = {
      teamPeople: 5,
      teamDayRate: 800_00,
      scopePersonDays: 300,
      startDate: '2026-01-01',
      endDate: '2026-12-31',
    };
    await withRecords([
      { op: 'put', table: 'initiative', record: { ...newInitiative('j', 'Spoke'), ...team } },
    ]);
    await act(async () => {
      await createScenario();
      await editInitiative(shown().j!, 'teamDayRate', { teamDayRate: 900_00 });
    });
    const bar = within(screen.getByRole('region', { name: 'What is shown' }));
    await waitFor(() => expect(bar.getByRole('status')).toHaveTextContent(/^worse: (?!.*better).*cost \+\$/));
    await act(async () => {
      await editInitiative(shown().j!, 'teamDayRate', { teamDayRate: 700_00 });
    });
    await waitFor(() => expect(bar.getByRole('status')).toHaveTextContent(/^better: (?!.*worse).*cost −\$/));
  });

  test('on which another stands says so before it is dropped', async () => {
    let base: string | null = null;
    await act(async () => {
      base = await createScenario(null, 'Base');
    });
    await edit('Hub of all');
    await act(async () => {
      await createScenario(base, 'Bolder');
    });
    act(() => useView.getState().go('scenarios'));
    const drop = async (name: string) => {
      await page.user.click(await screen.findByRole('button', { name: `More for “${name}”` }));
      await page.user.click(await screen.findByRole('menuitem', { name: 'Drop…' }));
      return screen.findByRole('dialog', { name: `Drop “${name}”?` });
    };
    expect(await drop('Base')).toHaveTextContent('“Bolder” stands on it and keeps only its own steps.');
    await page.user.keyboard('{Escape}');
    expect(await drop('Bolder')).not.toHaveTextContent('stands on it');
  });

  test('that was applied is the plan itself, and leaves the comparison', async () => {
    await act(async () => {
      await createScenario(null, 'Rename');
    });
    await edit('Hub of one');
    act(() => useView.getState().go('scenarios'));
    await screen.findByRole('button', { name: 'Leave out Rename' });
    const scenario = Object.values(usePortfolio.getState().plan!.scenario)[0]!;
    await act(async () => {
      expect(await applyScenario(scenario, false)).toBe(true);
    });
    expect(await screen.findByText('Already part of the plan')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Leave out Rename' })).toBeNull();
  });

  test('of an empty portfolio has nothing to try yet: the way leads to the initiatives', async () => {
    await act(async () => {
      await ask('records.change', {
        label: { key: 'other', params: {} },
        changes: [{ op: 'remove', table: 'initiative', id: 'i' }],
      });
    });
    act(() => useView.getState().go('scenarios'));
    await screen.findByRole('heading', { name: 'There is nothing to try yet' });
    await page.user.click(screen.getByRole('button', { name: 'Go to the initiatives' }));
    expect(useView.getState().view).toBe('initiatives');
  });

  test('is where a change goes; a snapshot only says, once, that it cannot be changed', async () => {
    const made = await ask('snapshot.create', { name: 'Q3', note: '' });
    const read = await ask('snapshot.read', { id: made!.id });
    act(() => usePortfolio.getState().lookAtSnapshot(read!.snapshot, read!.records));
    await edit('Hub 2');
    await edit('Hub 3');
    expect(screen.getAllByText(/A snapshot is only looked at/)).toHaveLength(1);
    await page.user.click(screen.getByRole('button', { name: 'Back to the plan' }));
    expect(screen.queryByText(/A snapshot is only looked at/)).toBeNull();
    expect(planned().i?.name).toBe('Hub');
  });

  test('is applied in one step that undo takes back, after a snapshot', async () => {
    await act(async () => {
      await createScenario();
    });
    await edit('Hub 2');
    await page.user.click(screen.getByRole('button', { name: 'Apply…' }));
    const dialog = await screen.findByRole('dialog');
    await page.user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(planned().i?.name).toBe('Hub 2'));
    expect(usePortfolio.getState().looking).toEqual({ kind: 'plan' });
    expect((await ask('snapshot.list', {}))?.snapshots.map(({ name }) => name)).toEqual([
      'Before applying “What if”',
    ]);
    expect(await screen.findByRole('button', { name: /^Snapshots ?1$/ })).toBeVisible();
    await act(undo);
    expect(planned().i?.name).toBe('Hub');
  });

  test('names the steps that do not fit the plan any more, and applies the others', async () => {
    await act(async () => {
      await createScenario();
      await createInitiative('Second');
    });
    await edit('Hub 2');
    await act(async () => {
      usePortfolio.getState().lookAtPlan();
      await ask('records.change', {
        label: { key: 'other', params: {} },
        changes: [{ op: 'remove', table: 'initiative', id: 'i' }],
      });
    });
    const scenario = Object.keys(usePortfolio.getState().plan!.scenario)[0]!;
    act(() => usePortfolio.getState().lookAtScenario(scenario));
    await page.user.click(screen.getByRole('button', { name: '1 step does not fit the plan any more' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('listitem')).toHaveTextContent(/Hub/);
    await page.user.click(within(dialog).getByRole('button', { name: 'Apply the others' }));
    await waitFor(() => expect(Object.values(planned()).map(({ name }) => name)).toEqual(['Second']));
  });

  test('refuses what the plan would refuse, with nothing written', async () => {
    await act(async () => {
      await createScenario();
      await editInitiative(shown().i!, 'startDate', { startDate: '2026-02-01' });
    });
    const before = usePortfolio.getState().history.revision;
    await act(async () => {
      expect(await editInitiative(shown().i!, 'endDate', { endDate: '2026-01-01' })).toBe(false);
    });
    expect(usePortfolio.getState().history.revision).toBe(before);
    expect(await screen.findByRole('alert')).toHaveTextContent(/end/i);
  });

  test('is made by itself while a room looks on', async () => {
    act(presentView);
    await edit('Said in the room');
    expect(planned().i?.name).toBe('Hub');
    expect(shown().i?.name).toBe('Said in the room');
    await edit('Said again');
    expect(Object.values(usePortfolio.getState().plan!.scenario).map(({ name }) => name)).toEqual([
      'From the room',
    ]);
    // A page that was kept at the plan shows what the room changed on top of it, and so does what is done again.
    act(() => usePortfolio.getState().lookAtPlan());
    expect(shown().i?.name).toBe('Said again');
    await act(undo);
    await act(undo);
    expect(usePortfolio.getState().looking).toEqual({ kind: 'plan' });
    await act(redo);
    expect(shown().i?.name).toBe('Said in the room');
    // At the desk it is still looked at, to be applied or dropped; the next room begins with the plan.
    act(leavePresenting);
    expect(shown().i?.name).toBe('Said in the room');
    act(() => usePortfolio.getState().lookAtPlan());
    expect(shown().i?.name).toBe('Hub');
    act(presentView);
    await edit('Another room');
    expect(Object.values(usePortfolio.getState().plan!.scenario).map(({ name }) => name)).toEqual([
      'From the room',
      'From the room 2',
    ]);
  });
});

describe('the list of scenarios', () => {
  test('starts one from nothing, renames it, drops it and brings it back', async () => {
    act(() => useView.getState().go('scenarios'));
    await page.user.click(await screen.findByRole('button', { name: 'New scenario' }));
    await waitFor(() => expect(Object.keys(usePortfolio.getState().plan!.scenario)).toHaveLength(1));
    const name = await screen.findByRole('textbox', { name: 'Name of the scenario' });
    await page.user.clear(name);
    await page.user.type(name, 'Teams first{Enter}');
    await waitFor(() =>
      expect(Object.values(usePortfolio.getState().plan!.scenario)[0]?.name).toBe('Teams first'),
    );
    await page.user.click(screen.getByRole('button', { name: 'More for “Teams first”' }));
    await page.user.click(await screen.findByRole('menuitem', { name: 'Drop…' }));
    await page.user.click(await screen.findByRole('button', { name: 'Drop' }));
    await waitFor(() => expect(usePortfolio.getState().plan!.scenario).toEqual({}));
    expect(usePortfolio.getState().looking).toEqual({ kind: 'plan' });
    await act(undo);
    expect(await screen.findByDisplayValue('Teams first')).toBeVisible();
  });
});
