import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { decideOnFlip } from '../../../renderer/features/decisions/decideOnFlip.ts';
import { useDecisionView } from '../../../renderer/features/decisions/decisionStore.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { change, undo } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { newDecision, newDecisionOption } from '../../../shared/domain/roomDefaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
const at = '2026-01-02T03:04:05.006Z';
const put = (table: 'initiative' | 'decision' | 'decisionOption', record: object) => ({
  op: 'put' as const,
  table,
  record: { ...record },
});
beforeEach(async () => {
  page = await openPage();
  await withRecords([
    put('initiative', {
      ...newInitiative('i', 'Hub'),
      budget: 10_000_000,
      teamPeople: 5,
      teamDayRate: 80_000,
      scopePersonDays: 300,
      startDate: '2026-01-01',
      endDate: '2026-12-31',
      valuePerMonth: 2_000_000,
    }),
  ]);
  act(() => useView.getState().go('decisions'));
});
afterEach(async () => {
  act(() => useDecisionView.setState(useDecisionView.getInitialState()));
  await page.close();
});
const decisions = () => Object.values(usePortfolio.getState().plan!.decision);
const options = () => Object.values(usePortfolio.getState().plan!.decisionOption);

describe('a decision', () => {
  test('is written down, gets options, and is decided with the numbers of the moment; undo opens it again', async () => {
    await page.user.type(await screen.findByRole('textbox', { name: 'Question' }), 'Build it?{Enter}');
    await waitFor(() => expect(decisions()).toHaveLength(1));
    const name = await screen.findByRole('textbox', { name: 'What the option is' });
    await page.user.type(name, 'Yes{Enter}');
    await page.user.type(name, 'No{Enter}');
    await waitFor(() => expect(options().map((option) => option.name)).toEqual(['Yes', 'No']));
    await page.user.click(screen.getByRole('button', { name: 'Choose “No”' }));
    await waitFor(() => expect(decisions()[0]?.state).toBe('decided'));
    expect(options().map(({ chosen }) => chosen)).toEqual([false, true]);
    const { figures, decidedOn } = decisions()[0]!;
    expect(decidedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(figures).toMatchObject({ initiatives: 1, productTeams: 0, gapMoney: null });
    expect(figures?.cost).toBeGreaterThan(0);
    expect(screen.getByRole('heading', { name: 'The numbers: then, expected, now' })).toBeVisible();
    const then = screen.getByRole('button', { name: /Cost, At the decision: open to its arithmetic$/ });
    await page.user.click(then);
    const written = within(await screen.findByRole('dialog', { name: 'Cost' }));
    expect(written.getByText(/^Build it\?, written down on /)).toBeVisible();
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(then).toHaveFocus());
    await page.user.click(screen.getByRole('button', { name: /Cost, Now: open to its arithmetic$/ }));
    const today = within(await screen.findByRole('dialog', { name: 'Cost' }));
    const cost = figureWords('en', 'USD').money(figures!.cost as number);
    expect(today.getByRole('row', { name: `Sum ${cost}` })).toBeVisible();
    await page.user.click(today.getByRole('button', { name: 'Hub' }));
    expect(await screen.findByRole('dialog', { name: 'Cost by the horizon' })).toBeVisible();
    await page.user.keyboard('{Escape}{Escape}');
    await act(undo);
    expect(decisions()[0]).toMatchObject({ state: 'open', figures: null });
  });

  test('from a flip knows what converting would change, as a scenario that can be looked at', async () => {
    await act(() => decideOnFlip(usePortfolio.getState().records!.initiative.i!));
    await waitFor(() => expect(decisions()).toHaveLength(1));
    expect(decisions()[0]).toMatchObject({ subject: 'flip', initiativeId: 'i' });
    const [convert, accept] = options();
    expect([convert?.kind, accept?.kind]).toEqual(['convert', 'accept']);
    expect(convert?.effects.ahead).toEqual(expect.any(Number));
    expect(convert?.scenarioId).not.toBeNull();
    // What was written down stands before what the two plans say now.
    const [effect] = await screen.findAllByRole('button', {
      description: /^Net value, .*: open to its arithmetic$|: open to its arithmetic$/,
    });
    await page.user.click(effect!);
    const recorded = await screen.findByRole('dialog');
    expect(recorded).toHaveTextContent(/Written down on .*2\d{3}.*: .*\$/);
    expect(
      within(recorded).getByRole('heading', { name: 'As the plan and the option are now' }),
    ).toBeVisible();
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await page.user.click(await screen.findByText('Look at it'));
    expect(usePortfolio.getState().records?.initiative.i?.mode).toBe('product');
    expect(usePortfolio.getState().plan?.initiative.i?.mode).toBe('project');
  });

  test('that is due is told at the start, and found by words and state', async () => {
    await act(async () => {
      await change('other', {}, [
        put('decision', {
          ...newDecision('d', 'Merge the hubs?', '', at),
          state: 'decided',
          decidedOn: '2026-01-02',
          reviewOn: '2026-01-03',
        }),
        put('decisionOption', { ...newDecisionOption('o', 'd', 0, 'merge', 'Together'), chosen: true }),
        put('decision', newDecision('e', 'Another question', '', at)),
      ]);
    });
    await page.user.click(await screen.findByRole('button', { name: 'Look at it' }));
    const list = await screen.findByRole('list', { name: 'Decisions' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    expect(list).toHaveTextContent(/review due.*Merge the hubs/);
    act(() => useDecisionView.getState().set({ filter: 'all', search: 'another' }));
    await waitFor(() => expect(list).toHaveTextContent('Another question'));
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  });
});

test('what is parked becomes a decision, and actions are ticked off', async () => {
  await page.user.click(screen.getByRole('radio', { name: /Parking lot/ }));
  await page.user.type(
    await screen.findByRole('textbox', { name: 'What to keep for later' }),
    'Ask legal{Enter}',
  );
  await page.user.click(await screen.findByRole('button', { name: 'Make it a decision' }));
  await waitFor(() => expect(decisions().map(({ name }) => name)).toEqual(['Ask legal']));
  expect(Object.values(usePortfolio.getState().plan!.parkingItem)[0]).toMatchObject({
    settled: true,
    decisionId: decisions()[0]?.id,
  });
  await page.user.type(screen.getByRole('textbox', { name: 'What somebody will do' }), 'Call them{Enter}');
  await page.user.click(await screen.findByRole('checkbox', { name: 'Done: Call them' }));
  await waitFor(() =>
    expect(Object.values(usePortfolio.getState().plan!.actionItem)[0]?.doneOn).toMatch(/^\d{4}/),
  );
});

test.each(['en', 'zh-CN'] as const)('axe finds nothing in the decisions in %s', async (language) => {
  await act(async () => {
    await usePreferences.getState().write({ language });
    await change('other', {}, [
      put('decision', newDecision('d', 'Merge?', 'A', at)),
      put('decisionOption', newDecisionOption('o', 'd', 0, 'merge', 'Together')),
    ]);
  });
  await screen.findByRole('article');
  const { violations } = await axe.run(screen.getByRole('main'), { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await act(() => usePreferences.getState().write({ language: 'en' }));
});
