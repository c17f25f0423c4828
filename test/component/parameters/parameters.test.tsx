import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { useSections } from '../../../renderer/features/inspector/sectionStore.ts';
import { useParametersPage } from '../../../renderer/features/parameters/parametersStore.ts';
import { readParameter, typedText } from '../../../renderer/features/parameters/parameterValue.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newPhase } from '../../../shared/domain/defaults.ts';
import type { TableName } from '../../../shared/domain/records.ts';
import { PARAMETERS } from '../../../shared/model/parameterTable.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage | null = null;
afterEach(() => {
  useParametersPage.setState(useParametersPage.getInitialState());
  page?.close();
  page = null;
});

const put = (table: TableName, record: object) => ({ op: 'put' as const, table, record: { ...record } });
const info = (id: string) => PARAMETERS.find((parameter) => parameter.id === id)!;
const set = () => usePortfolio.getState().records?.portfolio.portfolio?.parameters ?? {};

async function openParameters() {
  page = await openPage();
  await withRecords([
    put('initiative', {
      ...newInitiative('a', 'Claims portal'),
      startDate: '2026-01-01',
      valuePerMonth: 60_000_00,
    }),
    ...(['design', 'build', 'test'] as const).map((kind, k) =>
      put('phase', {
        ...newPhase(`p${k}`, 'a', k, kind, kind),
        months: 4,
        people: 6,
        parallel: 2,
        dayRate: 70_000,
      }),
    ),
  ]);
  act(() => useView.getState().go('parameters'));
  await screen.findByRole('heading', { level: 1, name: 'Parameters' });
  return page.user;
}

describe('typed parameters', () => {
  it.each([
    ['handoff_retention', '40', { ok: true, value: 0.4, outside: false }],
    ['handoff_retention', '40 %', { ok: true, value: 0.4, outside: false }],
    ['handoff_retention', '7', { ok: true, value: 0.07, outside: true }],
    ['handoff_retention', '140', { ok: false, reason: 'invalid.share' }],
    ['wacc_annual', '8', { ok: true, value: 0.08, outside: false }],
    ['turnover_annual', '12 %', { ok: true, value: 0.12, outside: false }],
    ['learn_rate', '35 %', { ok: true, value: 0.35, outside: false }],
    ['learn_rate', '0,35', { ok: false, reason: 'invalid.number' }],
    ['cr_per_year', '-1', { ok: false, reason: 'invalid.negative' }],
    ['cr_per_year', '0', { ok: true, value: 0, outside: false }],
    ['cadence_months', '0', { ok: false, reason: 'invalid.positive' }],
    ['queue_servers', '0.5', { ok: false, reason: 'invalid.least' }],
    ['horizon_months', '24.5', { ok: false, reason: 'invalid.whole' }],
    ['horizon_months', '２４', { ok: true, value: 24, outside: false }],
    ['ramp_months', '', { ok: false, reason: 'invalid.number' }],
    ['ramp_months', 'soon', { ok: false, reason: 'invalid.number' }],
    ['switch_table', '0 20 40 60 75', { ok: true, value: [0, 0.2, 0.4, 0.6, 0.75], outside: false }],
    ['switch_table', '0 120', { ok: false, reason: 'invalid.table' }],
    ['switch_table', 'x', { ok: false, reason: 'invalid.table' }],
  ])('%s typed as %j', (id, text, expected) => {
    expect(readParameter(info(id), text)).toEqual(expected);
  });

  it('are read back from their own text', () => {
    for (const parameter of PARAMETERS.filter(({ kind }) => kind !== 'boolean' && kind !== 'choice')) {
      const text = typedText(parameter, parameter.default);
      expect(readParameter(parameter, text), parameter.id).toMatchObject({
        ok: true,
        value: parameter.default,
      });
    }
  });
});

describe('Parameters', () => {
  it('sets a parameter, says what it moves, who set it, and takes it back', async () => {
    const user = await openParameters();
    const field = screen.getByRole('textbox', { name: 'knowledge kept at a handoff' });
    expect(field).toHaveValue('50');
    await waitFor(() => expect(screen.queryByText(/initiatives left/)).toBeNull());
    await user.clear(field);
    await user.type(field, '90{Enter}');
    await waitFor(() => expect(set().handoff_retention?.value).toBe(0.9));
    const moves = within(screen.getByRole('region', { name: 'What your last change moved' }));
    expect(await moves.findByText('knowledge kept at a handoff: 50% → 90%')).toBeVisible();
    expect((await moves.findAllByText(/^from .* to .*/)).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: 'Reset “knowledge kept at a handoff” to 50%' }));
    await waitFor(() => expect(set()).toEqual({}));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(set().handoff_retention?.value).toBe(0.9));
  });

  it('does not keep what cannot be computed, and says why', async () => {
    const user = await openParameters();
    const field = screen.getByRole('textbox', { name: 'extra features' });
    await user.clear(field);
    await user.type(field, '150');
    expect(screen.getByText('Must lie between 0 and 100%.')).toBeVisible();
    await user.tab();
    expect(field).toHaveValue('35');
    expect(set()).toEqual({});
  });

  it('marks what research disputes, with the reason', async () => {
    await openParameters();
    const part = screen.getByRole('region', { name: 'Handoffs' });
    expect(within(part).getAllByText('disputed')).toHaveLength(2);
    expect(within(part).getAllByText('An assumption of practitioners; nobody has measured it.')).toHaveLength(
      2,
    );
  });

  it('keeps a setting of the portfolio, and unknown stays unknown', async () => {
    const user = await openParameters();
    const rate = screen.getByRole('textbox', { name: 'Cost of a person-day' });
    await user.type(rate, '800');
    await user.tab();
    await waitFor(() => expect(usePortfolio.getState().records?.portfolio.portfolio?.dayRate).toBe(800_00));
    await user.clear(rate);
    await user.tab();
    await waitFor(() => expect(usePortfolio.getState().records?.portfolio.portfolio?.dayRate).toBeNull());
  });

  it('shows what matters most, walked with the keyboard, and as a table', async () => {
    const user = await openParameters();
    await user.click(screen.getByRole('radio', { name: 'What matters most' }));
    const drawing = await screen.findByRole('application', { name: /decides most/ });
    act(() => drawing.focus());
    await user.keyboard('{ArrowDown}');
    expect(within(drawing).getByRole('status')).toHaveTextContent(/Swing: \$/);
    await user.click(screen.getByRole('button', { name: 'Table' }));
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(18);
  });

  it('lets one initiative differ, marks who set it, and lets it follow the portfolio again', async () => {
    const user = await openParameters();
    act(() => {
      useSections.setState(({ open }) => ({ open: { ...open, parameters: true } }));
      useView.getState().go('initiatives');
      useView.getState().select({ kind: 'initiative', id: 'a' });
    });
    const pane = within(await screen.findByRole('complementary'));
    const own = () => usePortfolio.getState().records?.initiative.a?.parameters ?? {};
    await user.selectOptions(
      await pane.findByRole('combobox', { name: 'Set a parameter…' }),
      'follow-up changes',
    );
    const field = await pane.findByRole('textbox', { name: 'follow-up changes' });
    await user.clear(field);
    await user.type(field, '9{Enter}');
    await waitFor(() => expect(own().cr_per_year?.value).toBe(9));
    expect(pane.getByText(/^set /)).toBeVisible();
    await user.click(pane.getByRole('button', { name: 'Reset “follow-up changes” to 4 a year' }));
    await waitFor(() => expect(own()).toEqual({}));
  });

  it('shows the evidence', async () => {
    const user = await openParameters();
    await user.click(screen.getByRole('radio', { name: 'Evidence' }));
    expect(screen.getByRole('rowheader', { name: 'H1' })).toBeVisible();
  });

  it('is accessible', async () => {
    await openParameters();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
