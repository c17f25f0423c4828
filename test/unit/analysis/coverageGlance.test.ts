import { expect, test } from 'vitest';
import { coverageGlanceSteps } from '../../../renderer/analysis/coverageGlance.ts';
import { coverageSteps, wholeCoverageSteps } from '../../../renderer/analysis/jobs.ts';
import { matrixData } from '../../../renderer/analysis/matrixData.ts';
import type { MatrixData } from '../../../renderer/charts/matrix/matrixData.ts';
import { newCapability } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { runSteps } from '../../../shared/steps.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

const records = syntheticRecords({ initiatives: 300, capabilities: 40, seed: 3 });
const coverageGlance = (of: PortfolioRecords) => runSteps(coverageGlanceSteps(of));

const moneyOf = ({ cells }: MatrixData): ReadonlyMap<string, number> =>
  new Map(cells.map(({ row, column, money }) => [`${row} ${column}`, money]));

test('shows of every budget what the analysis shows, and misses only those who have none', () => {
  const glance = coverageGlance(records);
  const whole = runSteps(wholeCoverageSteps(records));
  const seen = moneyOf(matrixData(records, glance));
  const budgeted = whole.analysis.elements
    .flatMap(({ id, kind, contributors }) =>
      kind === 'capability' ? contributors.map((each) => ({ id, ...each })) : [],
    )
    .filter((each) => records.initiative[each.initiative]?.budget !== null);
  expect(budgeted.length).toBeGreaterThan(300);
  expect(seen.size).toBe(budgeted.length);
  for (const { id, initiative: column, money } of budgeted) expect(seen.get(`${id} ${column}`)).toBe(money);
  const without = Object.values(records.initiative).filter(
    ({ budget, funded, retired }) => budget === null && funded && !retired,
  );
  expect(without.length).toBeGreaterThan(0);
  expect(glance.analysis.unknown_money).toEqual(without.map(({ id }) => id));
});

test('calls nothing a gap, an overlap or a quarter, and an unknown need unknown', () => {
  const glance = coverageGlance(records);
  const { rows } = matrixData(records, glance);
  expect(glance).toMatchObject({ modelled: false, compared: false, origin: null });
  expect(glance.analysis.findings).toEqual([]);
  expect(glance.analysis.over_time).toBeUndefined();
  expect(rows.every(({ gap, redundant, flag }) => gap === null && redundant === null && flag === null)).toBe(
    true,
  );
  expect(rows.some(({ need }) => need === null)).toBe(true);
  expect(rows.some(({ need }) => need !== null && need > 0)).toBe(true);
});

test('has rows also where nobody has a budget', () => {
  const bare = recordsOf({
    capability: [newCapability('c', 'Claims', null)],
    initiative: [initiative('i', { budget: null })],
    contribution: [{ id: 'x', initiativeId: 'i', capabilityId: 'c', weight: 1 }],
  });
  const data = matrixData(bare, coverageGlance(bare));
  expect(data.rows).toMatchObject([{ id: 'c', supply: 0, need: null }]);
  expect(data.cells).toEqual([]);
});

test('has no row for a heading that nobody funds or needs, and names its nearest parent in use', () => {
  const child = (id: string, parentId: string | null, values: object = {}) => ({
    ...newCapability(id, `The ${id}`, parentId),
    ...values,
  });
  const tree = recordsOf({
    capability: [
      child('domain', null),
      child('old', 'domain', { retired: true }),
      child('leaf', 'old', { neededMoney: 100_00 }),
      child('funded', null, { position: 1 }),
      child('below', 'funded'),
    ],
    initiative: [initiative('i', { budget: 50_00 })],
    contribution: [{ id: 'x', initiativeId: 'i', capabilityId: 'funded', weight: 1 }],
  });
  const { rows } = matrixData(tree, runSteps(wholeCoverageSteps(tree)));
  expect(rows.map(({ id, group, need, supply }) => [id, group, need, supply])).toEqual([
    ['leaf', 'The domain', 100, 0],
    ['funded', '', null, 50],
    ['below', 'The funded', null, 0],
  ]);
  // A capability that is gone since, or retired, is no row any more.
  const { below: _, leaf, ...left } = tree.capability;
  const capability = { ...left, leaf: { ...leaf!, retired: true } };
  const stale = matrixData({ ...tree, capability }, runSteps(wholeCoverageSteps(tree)));
  expect(stale.rows.map(({ id }) => id)).toEqual(['domain', 'funded']);
});

test('pauses again and again, also while the portfolio is only read', () => {
  const large = syntheticRecords({ initiatives: 2000, capabilities: 40, seed: 3 });
  const shares = [...coverageGlanceSteps(large)];
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.filter((share) => share < 0.5).length).toBeGreaterThanOrEqual(9);
  expect(shares.filter((share) => share >= 0.5).length).toBeGreaterThanOrEqual(9);
});

test('ends alike with an early answer and without one', () => {
  const staged = coverageSteps(records);
  let step = staged.next();
  let early = 0;
  for (; !step.done; step = staged.next()) if (typeof step.value === 'object') early += 1;
  expect(early).toBe(1);
  expect(runSteps(wholeCoverageSteps(records))).toEqual(step.value);
});
