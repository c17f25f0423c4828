import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headlineOf } from '../../../shared/analysis/headline.ts';
import { comparePlans, type PlanComparison } from '../../../shared/comparison/comparePlans.ts';
import { FUTURE_DOTS } from '../../../shared/comparison/futuresDifference.ts';
import { measuresOf } from '../../../shared/comparison/measures.ts';
import { recordChanges } from '../../../shared/comparison/recordChanges.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { fromExchange, readExchange } from '../../../shared/exchange/json.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';

const sample = fromExchange(
  readExchange(
    readFileSync(new URL('../../../assets/samples/hhs-2012.json', import.meta.url), 'utf8'),
    'hhs',
  ),
);
const projects = Object.values(sample.initiative).filter(({ mode, budget }) => mode === 'project' && budget);
const [first, second, third] = projects;
if (!first || !second || !third) throw new Error('the sample has no projects');
const changes: Change[] = [
  { op: 'patch', table: 'initiative', id: first.id, values: { mode: 'product' } },
  { op: 'patch', table: 'initiative', id: second.id, values: { budget: (second.budget ?? 0) * 2 } },
  { op: 'remove', table: 'initiative', id: third.id },
];
const after = withChanges(sample, changes);
const options = { draws: 200 };

describe('two states of a plan', () => {
  const forward = comparePlans(sample, after, options);
  const back = comparePlans(after, sample, options);

  test('that are the same differ in nothing', () => {
    const same = comparePlans(sample, { ...sample }, options);
    expect(same.records.changes).toEqual([]);
    expect(same.initiatives).toEqual([]);
    expect(same.after).toEqual(same.before);
    expect([same.coverage.opened, same.coverage.closed]).toEqual([[], []]);
    expect(same.futures).toBeNull();
  });

  test('name every record that differs, those that are gone with what they said', () => {
    const of = (table: string) => forward.records.changes.filter((change) => change.table === table);
    expect(of('initiative').map(({ id, kind }) => [id, kind])).toEqual([
      [first.id, 'updated'],
      [second.id, 'updated'],
      [third.id, 'removed'],
    ]);
    expect(of('initiative')[0]?.fields).toEqual([{ field: 'mode', before: 'project', after: 'product' }]);
    expect(of('initiative')[2]?.fields).toContainEqual({ field: 'name', before: third.name, after: null });
    expect(of('phase').every(({ kind }) => kind === 'removed')).toBe(true);
    expect(new Set(forward.initiatives.map(({ id }) => id))).toEqual(
      new Set([first.id, second.id, third.id]),
    );
    expect(forward.initiatives.find(({ id }) => id === third.id)?.after).toBeNull();
  });

  test('have the figures that each has alone', () => {
    const alone = measuresOf(Object.values(after.initiative), (id) => headlineOf(after, id));
    expect(forward.after).toEqual(alone);
    expect(forward.before.initiatives - forward.after.initiatives).toBe(1);
    expect(forward.after.productTeams - forward.before.productTeams).toBe(1);
  });

  test('turned round say the opposite', () => {
    const ids = (comparison: PlanComparison, what: 'opened' | 'closed') =>
      comparison.coverage[what].map(({ type, subject }) => `${type}:${subject}`).sort();
    expect(ids(forward, 'opened')).toEqual(ids(back, 'closed'));
    expect(forward.coverage.gapMoney).toEqual([...back.coverage.gapMoney].reverse());
    const [one, other] = [forward.futures, back.futures];
    if (!one || !other) throw new Error('nothing was simulated');
    expect(one.net.likely).toBeCloseTo(-other.net.likely, 3);
    expect(one.net.low).toBeCloseTo(-other.net.high, 3);
    // A tie, if there is one, is ahead on neither side.
    expect((one.ahead ?? 0) + (other.ahead ?? 0)).toBeLessThanOrEqual(1);
    expect(one.dots).toHaveLength(FUTURE_DOTS);
    expect([...one.dots].sort((a, b) => a - b)).toEqual(one.dots);
  });

  test('draw the same futures on both sides: one initiative alone moves the difference by nothing else', () => {
    const only = comparePlans(sample, withChanges(sample, changes.slice(0, 1)), options);
    expect(only.futures?.simulated).toBe(1);
    const named = comparePlans(
      sample,
      withChanges(sample, [{ op: 'patch', table: 'initiative', id: second.id, values: { owner: 'X' } }]),
      options,
    );
    expect(named.futures?.net).toEqual({ low: 0, likely: 0, high: 0 });
    expect(named.futures?.ahead).toBeNull();
  });

  test('leave out what lies beside the plan', () => {
    const decided = withChanges(sample, [
      {
        op: 'put',
        table: 'parkingItem',
        record: { id: 'p', name: 'x', by: '', at: '', settled: false, decisionId: null },
      },
    ]);
    expect(recordChanges(sample, decided).changes).toEqual([]);
  });
});
