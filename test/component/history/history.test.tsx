import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { fieldWord, type ValueContext, valueWords } from '../../../renderer/features/history/fieldWords.ts';
import {
  filterSteps,
  type Step,
  wayTo,
  withNewest,
} from '../../../renderer/features/history/historySteps.ts';
import { usePortfolio } from '../../../renderer/state/portfolioStore.ts';
import { usePreferences } from '../../../renderer/state/preferencesStore.ts';
import { ask, change } from '../../../renderer/state/service.ts';
import { useView } from '../../../renderer/state/viewStore.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import { type OpenPage, openPage, withRecords } from '../support/openPage.tsx';

let page: OpenPage;
afterEach(() => page?.close());

const put = (id: string, name: string) => ({
  op: 'put' as const,
  table: 'initiative' as const,
  record: { ...newInitiative(id, name) },
});
const step = (id: number, values: Partial<Step> = {}): Step => ({
  id,
  label: { key: 'initiative.edit', params: { name: `I${id}` } },
  by: 'Ada',
  at: '2026-03-04T05:06:07.890Z',
  undone: false,
  damaged: false,
  counts: { added: 0, updated: 1, removed: 0 },
  ...values,
});

describe('reading only what is new', () => {
  const undone = { undone: true };
  const old = [step(5), step(4), step(3, { damaged: true }), step(2), step(1)];
  const ids = (steps: readonly Step[] | null) =>
    steps?.map(({ id, undone: gone }) => (gone ? -id : id)) ?? null;

  it.each([
    ['a new step', [step(6), step(5)], [6, 5, 4, 3, 2, 1]],
    ['a step undone', [step(5, undone), step(4)], [-5, 4, 3, 2, 1]],
    ['nothing that holds as before', [step(6), step(5, undone)], null],
    ['a damaged step at its end', [step(5), step(4), step(3, { damaged: true })], null],
    ['a step that the list does not know', [step(8), step(7)], null],
    ['nothing', [], null],
  ] as const)('%s', (_what, newest, expected) => {
    expect(ids(withNewest(old, newest))).toEqual(expected);
  });

  it('does not trust a step that was undone before', () => {
    expect(withNewest([step(2, undone), step(1)], [step(2)])).toBeNull();
    expect(ids(withNewest([step(2, undone), step(1)], [step(2), step(1)]))).toEqual([2, 1]);
  });
});

describe('the way to a step', () => {
  const undone = { undone: true };
  const steps = [step(6, undone), step(5, { ...undone, damaged: true }), step(4, undone), step(3), step(1)];

  it.each([
    [0, 'back', 2],
    [1, 'back', 1],
    [3, 'back', 0],
    [4, 'forward', 1],
    [6, 'forward', 2],
  ] as const)('right after step %d goes %s by %d', (to, direction, count) => {
    expect(wayTo(steps, to)).toEqual({ direction, count });
  });

  it('is found among steps by words, person and kind', () => {
    const say = ({ label }: Step) => String(label.params.name);
    const all = [
      step(3, { by: '' }),
      step(2),
      step(1, { label: { key: 'team.edit', params: { name: 'I1' } } }),
    ];
    const ids = (filter: Partial<Parameters<typeof filterSteps>[1]>) =>
      filterSteps(all, { text: '', by: null, kind: null, ...filter }, say).map(({ id }) => id);
    expect(ids({})).toEqual([3, 2, 1]);
    expect(ids({ text: ' i2 ' })).toEqual([2]);
    expect(ids({ by: '' })).toEqual([3]);
    expect(ids({ kind: 'team' })).toEqual([1]);
    expect(ids({ kind: 'team', by: '' })).toEqual([]);
  });
});

describe('values of a step', () => {
  const context: ValueContext = {
    language: 'en',
    currency: 'USD',
    names: { t: 'Platform' },
    gone: 'gone',
    unknown: 'unknown',
  };
  it.each([
    ['initiative', 'budget', 123_400, '$1,234'],
    ['initiative', 'budget', null, 'unknown'],
    ['initiative', 'budget', 0, '$0'],
    ['initiative', 'teamId', 't', 'Platform'],
    ['initiative', 'teamId', 'x', 'gone'],
    ['initiative', 'mode', 'product', 'Product team'],
    ['initiative', 'startDate', '2026-03-04', '4 Mar 2026'],
    ['initiative', 'funded', false, 'no'],
    ['contribution', 'weight', 0.25, '25%'],
    ['team', 'platforms', ['A', 'B'], 'A; B'],
    ['initiative', 'parameters', { k: { value: 0.5, by: 'Ada', at: 'x' } }, 'k: 0.5'],
  ] as const)('%s.%s %j is said as %s', (table, field, value, said) => {
    expect(valueWords(table, field, value as never, context).toLowerCase()).toBe(said.toLowerCase());
  });

  it('have fields that are named by what they point at, in both languages', () => {
    expect(fieldWord('initiative', 'teamId', 'en')).toBe('Team');
    expect(fieldWord('initiative', 'teamId', 'zh-CN')).toBe('团队');
    expect(fieldWord('teamMember', 'name', 'en')).toBe('Role');
  });
});

describe('the history', () => {
  it('is narrowed by person, draws only what is seen, and goes back to the beginning', async () => {
    page = await openPage();
    await withRecords([put('a', 'Claims portal')]);
    await act(async () => {
      await usePreferences.getState().write({ userName: 'Ada' });
      for (let index = 0; index < 1100; index += 1)
        await ask('records.change', {
          label: { key: 'initiative.edit', params: { name: 'Claims portal', field: 'owner' } },
          changes: [{ op: 'patch', table: 'initiative', id: 'a', values: { owner: `Owner ${index}` } }],
        });
      await usePreferences.getState().write({ userName: 'Grace' });
      await change('team.create', { name: 'Platform' }, []);
    });
    act(() => useView.getState().go('history'));
    expect(await screen.findByText('1,101 steps')).toBeVisible();
    const list = screen.getByRole('region', { name: 'Steps of the history' });
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(60);
    expect(within(list).getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '1102');
    await page.user.selectOptions(screen.getByRole('combobox', { name: 'Who' }), 'nobody named');
    expect(await screen.findByText('Steps: 1 of 1,101')).toBeVisible();
    await page.user.type(screen.getByRole('searchbox', { name: 'Search in the history' }), 'zzz');
    expect(await screen.findByText(/No step fits/)).toBeVisible();
    await page.user.clear(screen.getByRole('searchbox', { name: 'Search in the history' }));
    await page.user.click(screen.getByRole('button', { name: 'Go back to here' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/This undoes 1,100 steps/)).toBeVisible();
    await page.user.click(within(dialog).getByRole('button', { name: 'Go back to here' }));
    await waitFor(() => expect(usePortfolio.getState().records?.initiative.a?.owner).toBeNull());
    expect(await screen.findByText(/1,100 steps undone/)).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
