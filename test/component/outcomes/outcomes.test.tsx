import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { layoutReadings } from '../../../renderer/features/outcomes/readingsLayout.ts';
import { speak } from '../../../renderer/i18n.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { newOutcome, newSegment } from '../../../shared/domain/planningDefaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page.close());

const records = () => {
  const now = usePortfolio.getState().records;
  if (!now) throw new Error('nothing is open');
  return now;
};
async function noViolations(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}
async function begin(outcome: object | null = null) {
  page = await openPage();
  await withRecords([
    { op: 'put', table: 'initiative', record: { ...newInitiative('a', 'Claims portal') } },
    ...(outcome ? [{ op: 'put' as const, table: 'outcome' as const, record: { ...outcome } }] : []),
  ]);
  act(() => useView.getState().go('outcomes'));
  await screen.findByRole('heading', { name: 'Outcomes' });
  return page.user;
}

describe('outcomes', () => {
  it('opens the menu of a row by its key, of segments too', async () => {
    const user = await begin(newOutcome('o', 'Less churn'));
    await withRecords([{ op: 'put', table: 'segment', record: { ...newSegment('s', 'Citizens') } }]);
    act(() => useView.getState().go('outcomes'));
    await user.click(await screen.findByRole('radio', { name: /^Customer segments/ }));
    const cell = await screen.findByRole('gridcell', { name: 'Citizens' });
    await user.click(cell);
    await user.keyboard('{Shift>}{F10}{/Shift}');
    const menu = await screen.findByRole('menu', { name: /Citizens/ });
    await user.click(within(menu).getByRole('menuitem', { name: 'Retire' }));
    await waitFor(() => expect(records().segment.s?.retired).toBe(true));
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });

  it('teaches while empty, takes the first one by typing, and goes on in the table', async () => {
    const user = await begin();
    await noViolations();
    await user.type(screen.getByRole('textbox', { name: 'Name of the first outcome' }), 'Less churn{Enter}');
    await screen.findByRole('grid', { name: 'Outcomes' });
    await user.click(screen.getByText('Type the name of an outcome…'));
    await user.type(screen.getByRole('textbox', { name: 'Name of the new outcome' }), 'Faster claims{Tab}');
    await waitFor(() => expect(Object.keys(records().outcome)).toHaveLength(2));
    await user.keyboard('Days to pay{Tab}');
    await user.keyboard('30{Tab}');
    await user.keyboard('-10{Enter}');
    await waitFor(() =>
      expect(Object.values(records().outcome)[1]).toMatchObject({
        metric: 'Days to pay',
        baseline: 30,
        target: -10,
      }),
    );
    await noViolations();
  });

  it('keeps progress unknown until a reading tells it, and shows it as number, bar and picture', async () => {
    const user = await begin({ ...newOutcome('o', 'Less churn'), baseline: 8, target: 4, unit: '%' });
    const row = within(screen.getByRole('grid', { name: 'Outcomes' })).getByRole('row', {
      name: /Less churn/,
    });
    expect(within(row).getByText('no reading')).toBeVisible();
    act(() => useView.getState().select({ kind: 'outcome', id: 'o' }));
    const pane = within(screen.getByRole('complementary', { name: 'Inspector' }));
    const value = await pane.findByRole('textbox', { name: 'Value' });
    await user.type(value, '5{Enter}');
    await waitFor(() =>
      expect(Object.values(records().outcomeReading)).toMatchObject([{ outcomeId: 'o', value: 5 }]),
    );
    expect(within(row).getByText('75%')).toBeVisible();
    await user.click(await pane.findByRole('button', { name: 'Table' }));
    expect(within(pane.getByRole('table')).getByRole('cell', { name: '5' })).toBeVisible();
    await user.type(value, 'five{Enter}');
    expect(pane.getByRole('alert')).toHaveTextContent('Not a number');
    await noViolations();
  });

  it('is linked from the initiative, and a share beyond the whole is cut and told', async () => {
    const user = await begin({ ...newOutcome('o', 'Less churn') });
    act(() => {
      useView.getState().go('initiatives');
      useView.getState().select({ kind: 'initiative', id: 'a' });
    });
    const pane = within(screen.getByRole('complementary', { name: 'Inspector' }));
    await user.click(await pane.findByRole('combobox', { name: /Add an outcome/ }));
    await user.click(await screen.findByRole('option', { name: 'Less churn' }));
    await waitFor(() => expect(Object.values(records().outcomeLink)).toMatchObject([{ weight: 1 }]));
    await user.type(pane.getByRole('combobox', { name: /Add an outcome/ }), 'Happier staff');
    await user.click(await screen.findByRole('option', { name: 'New outcome “Happier staff”' }));
    expect(await pane.findByRole('alert')).toHaveTextContent('All of its effort serves outcomes already');
    expect(Object.keys(records().outcome)).toEqual(['o']);
  });

  it('speaks Chinese without a violation', async () => {
    await begin({ ...newOutcome('o', '减少流失') });
    act(() => speak('zh-CN'));
    expect(await screen.findByRole('heading', { name: '业务成果' })).toBeVisible();
    await noViolations();
  });
});

describe('the picture of readings', () => {
  const words = { value: String, date: String, target: 'target', baseline: 'baseline' };
  const measure = (text: string): number => text.length * 6;
  const layout = (data: Partial<Parameters<typeof layoutReadings>[0]>, width = 300) =>
    layoutReadings(
      { readings: [], baseline: null, target: null, dueDate: null, ...data },
      width,
      words,
      measure,
    );
  it.each([
    ['nothing', {}, 0],
    ['one reading', { readings: [{ id: 'r', date: '2026-01-01', value: 5 }] }, 1],
    [
      'equal readings',
      {
        readings: [
          { id: 'r', date: '2026-01-01', value: 5 },
          { id: 's', date: '2026-01-01', value: 5 },
        ],
      },
      2,
    ],
  ])('%s is placed inside the picture', (_name, data, count) => {
    const placed = layout(data);
    expect(placed.points).toHaveLength(count);
    for (const { x, y } of placed.points) {
      expect(x).toBeGreaterThanOrEqual(placed.left);
      expect(x).toBeLessThanOrEqual(placed.right);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThanOrEqual(placed.bottom);
    }
  });
  it('draws a way only from what is known, and stands in a place of no width', () => {
    const readings = [{ id: 'r', date: '2026-01-01', value: 5 }];
    expect(layout({ readings, baseline: 8, target: 4, dueDate: '2026-12-31' }).way).not.toBeNull();
    expect(layout({ readings, baseline: null, target: 4, dueDate: '2026-12-31' }).way).toBeNull();
    const thin = layout({ readings, baseline: 8, target: 4, dueDate: '2026-12-31' }, 0);
    for (const { x, y } of thin.points) expect([x, y].every(Number.isFinite)).toBe(true);
  });
});
