import { act, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { useSections } from '../../../renderer/features/inspector/sectionStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative, newPortfolio, newRelease } from '../../../shared/domain/defaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(async () => {
  await act(async () => usePreferences.getState().write({ language: 'en' }));
  await page.close();
});

type Changes = Parameters<typeof withRecords>[0];
const release = (
  id: string,
  initiativeId: string,
  actualDate: string,
  measured: number | null,
): Changes[number] => ({
  op: 'put',
  table: 'release',
  record: {
    ...newRelease(id, initiativeId, `Release ${id}`),
    actualDate,
    measuredValuePerMonth: measured,
  },
});
const portfolio: Changes = [
  {
    op: 'put',
    table: 'portfolio',
    record: { ...newPortfolio('Test'), currency: 'USD', dataDate: '2026-02-15' },
  },
  {
    op: 'put',
    table: 'initiative',
    record: {
      ...newInitiative('i1', 'Claims portal', 'product'),
      startDate: '2024-01-01',
      endDate: '2026-12-31',
      budget: 100_000_00,
      teamPeople: 5,
      scopePersonDays: 600,
    },
  },
  release('r1', 'i1', '2024-01-01', 10_000_00),
  release('r2', 'i1', '2025-01-01', null),
  release('r3', 'i1', '2026-01-01', 20_000_00),
];

async function open() {
  page = await openPage();
  await withRecords(portfolio);
  act(() => useView.getState().go('map'));
  await page.user.click(await screen.findByRole('radio', { name: 'Cadence strip' }));
  return screen.findByRole('application', { name: /A row (each )?for/ });
}

it('flags what its press release lacks, and leads to where that is written', async () => {
  const chart = await open();
  expect(
    screen.getByText(/The press release of 1 initiative lacks a benefit, a measure or a date\./),
  ).toBeVisible();
  act(() => useSections.setState(({ open: all }) => ({ open: { ...all, pressRelease: false } })));
  act(() => chart.focus());
  await page.user.keyboard('{Home}{ArrowRight}');
  expect(within(chart).getByRole('status')).toHaveTextContent(/Press release lacks: benefit, measure, date/);
  await page.user.keyboard('{Enter}');
  expect(useView.getState()).toMatchObject({
    view: 'initiatives',
    inspectorOpen: true,
    selection: { kind: 'initiative', id: 'i1' },
  });
  expect(useSections.getState().open.pressRelease).toBe(true);
});

it('comes closer to a part of the time, moves, and goes back to all of it', async () => {
  const chart = await open();
  const diamonds = () => chart.querySelectorAll('svg path[stroke="var(--ink)"][stroke-width="1.4"]').length;
  expect(diamonds()).toBe(3);
  for (let step = 0; step < 3; step += 1)
    await page.user.click(screen.getByRole('button', { name: 'Closer' }));
  // The first step goes to the end of the time; what lies before is out of sight, and the band above frames the rest.
  expect(diamonds()).toBeLessThan(3);
  expect(chart.querySelectorAll('svg rect[stroke="var(--focus)"]')).toHaveLength(1);
  for (let step = 0; step < 12; step += 1)
    await page.user.click(screen.getByRole('button', { name: 'Earlier' }));
  expect(diamonds()).toBeGreaterThan(0);
  await page.user.click(screen.getByRole('button', { name: 'All of the time' }));
  expect(diamonds()).toBe(3);
  expect(screen.queryByRole('button', { name: 'Earlier' })).toBeNull();
});

it.each(['en', 'zh-CN'] as const)('has no faults that axe can find: %s', async (language) => {
  await open();
  await act(async () => usePreferences.getState().write({ language }));
  const { violations } = await axe.run(screen.getByRole('main'), {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});
