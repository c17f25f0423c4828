import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { coverageInput, portfolioRun } from '../../../shared/analysis/coverageInput.ts';
import { headlineOf } from '../../../shared/analysis/headline.ts';
import { measuresOf } from '../../../shared/comparison/measures.ts';
import { analyseCoverage, type CoverageAnalysis } from '../../../shared/coverage/analyse.ts';
import { findingKey } from '../../../shared/coverage/findingKey.ts';
import type { Finding } from '../../../shared/coverage/findings.ts';
import { coverageFigureSteps, optionEffectsSteps, storedEffects } from '../../../shared/decisions/effects.ts';
import { dueReviews, heldAgainst, stampOf } from '../../../shared/decisions/figures.ts';
import { findingOptions, optionKindsFor } from '../../../shared/decisions/options.ts';
import { newDecision } from '../../../shared/domain/roomDefaults.ts';
import { figuresSchema } from '../../../shared/domain/roomRecords.ts';
import { fromExchange, readExchange } from '../../../shared/exchange/json.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { withCheckedChanges } from '../../../shared/scenarios/playScenario.ts';
import { runSteps } from '../../../shared/steps.ts';

const whole = fromExchange(
  readExchange(
    readFileSync(new URL('../../../assets/samples/hhs-2012.json', import.meta.url), 'utf8'),
    'hhs',
  ),
);
// Fewer draws: these tests are about what is counted, not about how exactly.
const sample = withChanges(whole, [
  { op: 'patch', table: 'portfolio', id: 'portfolio', values: { draws: 100 } },
]);
const names = { initiative: (capability: string) => `Work on ${capability}`, partner: 'New partner' };
let analysis: CoverageAnalysis;
beforeAll(() => {
  const found = analyseCoverage(coverageInput(sample).input, {
    runDeclared: portfolioRun(sample),
  });
  if (!found) throw new Error('cancelled');
  analysis = found;
});
const figures = runSteps(coverageFigureSteps(sample));
let made = 0;
const newId = () => `new-${made++}`;

function effectsOf(after: Parameters<typeof optionEffectsSteps>[1], answered: Finding | null) {
  return runSteps(
    optionEffectsSteps(
      sample,
      after,
      answered && { key: findingKey(answered), subject: answered.subject },
      figures,
    ),
  );
}

describe('the options of a finding', () => {
  test('belong to it alone: no two findings of the sample have one name', () => {
    const names = analysis.findings.map(findingKey);
    expect(new Set(names).size).toBe(names.length);
    const together = analysis.findings.filter(({ type }) => type === 'COLLABORATION');
    const capabilities = new Set(together.map(({ subject }) => subject));
    expect(capabilities.size).toBeLessThan(together.length);
  });

  test('write only what the plan accepts, and accepting writes nothing', () => {
    const types = new Set<string>();
    let changing = 0;
    for (const finding of analysis.findings) {
      if (types.has(finding.type) && changing > 40) continue;
      types.add(finding.type);
      const options = findingOptions(sample, finding, names, newId);
      expect(options.map(({ kind }) => kind)).toEqual(optionKindsFor(finding.type));
      for (const { kind, changes, cost } of options) {
        if (kind === 'accept') expect([changes, cost]).toEqual([[], 0]);
        if (!changes || changes.length === 0) continue;
        expect(withCheckedChanges(sample, changes)).not.toBe(sample);
        changing += 1;
      }
    }
    expect(types.size).toBeGreaterThan(3);
    expect(changing).toBeGreaterThan(10);
  });

  test('building for a gap asks for the money that is missing, and closes the gap', () => {
    const gap = analysis.findings.find(({ type }) => type === 'GAP_NONE' || type === 'GAP_UNDER');
    if (!gap) throw new Error('the sample has no gap');
    const build = findingOptions(sample, gap, names, newId).find(({ kind }) => kind === 'build');
    if (!build?.changes) throw new Error('nothing to build');
    expect(build.cost).toBeCloseTo(Math.round(gap.money) * 100, -2);
    const effects = effectsOf(withChanges(sample, build.changes), gap);
    expect(effects.closes).toBe(true);
    expect(effects.ownGapMoney).toBeLessThan(0);
    expect(figuresSchema.safeParse(storedEffects(effects)).success).toBe(true);
  });

  test('doing nothing changes nothing, and closes nothing', () => {
    const [first] = analysis.findings;
    if (!first) throw new Error('the sample has no finding');
    expect(effectsOf({ ...sample }, first)).toMatchObject({
      gapMoney: 0,
      overlapMoney: 0,
      wasteMoney: { low: 0, likely: 0, high: 0 },
      value: { low: 0, likely: 0, high: 0 },
      cost: { low: 0, likely: 0, high: 0 },
      ahead: null,
      closes: false,
    });
  });

  test('closes none where there is none to close, as with a flip', () => {
    expect(effectsOf({ ...sample }, null)).toMatchObject({ closes: false, ownGapMoney: null });
  });
});

describe('a decision', () => {
  test('is stamped with the state of the numbers, and later held against them', () => {
    const measures = measuresOf(Object.values(sample.initiative), (id) => headlineOf(sample, id));
    const stamp = stampOf(measures, figures);
    expect(figuresSchema.safeParse(stamp).success).toBe(true);
    const decision = { ...newDecision('d', 'Why?', '', '2026-01-01T00:00:00.000Z'), figures: stamp };
    const effects = { gapMoney: -100, value: { low: 1, likely: 2, high: 3 } };
    const held = heldAgainst(decision, effects, { ...stamp, gapMoney: 5 });
    const of = (figure: string) => held.find((each) => each.figure === figure);
    expect(of('gapMoney')).toEqual({
      figure: 'gapMoney',
      before: stamp.gapMoney,
      expected: (stamp.gapMoney ?? 0) - 100,
      now: 5,
    });
    expect(of('value')?.expected).toBe((stamp.value ?? 0) + 2);
    expect(of('overlapMoney')?.expected).toBeNull();
  });

  test('is stamped with nothing that is not known: no figure computed, no value named, no capability entered', () => {
    const none = measuresOf(Object.values(sample.initiative), () => null);
    const uncovered = { gapMoney: null, overlapMoney: null };
    expect(stampOf(none, uncovered)).toEqual({
      cost: null,
      value: null,
      wasteMoney: null,
      wasteDays: null,
      gapMoney: null,
      overlapMoney: null,
      firstValueMonths: null,
      initiatives: none.initiatives,
      productTeams: none.productTeams,
    });
    const one = { ...none, computed: 1, cost: 5, wasteMoney: 6, wasteDays: 7, value: { sum: 8, known: 0 } };
    expect(stampOf(one, uncovered)).toMatchObject({ cost: 5, wasteMoney: 6, wasteDays: 7, value: null });
    expect(stampOf({ ...one, value: { sum: 8, known: 1 } }, uncovered)).toMatchObject({ value: 8 });
  });

  test('is held against figures that either moment knows, and expects nothing of one that was not known', () => {
    const nothing = stampOf(
      measuresOf([], () => null),
      { gapMoney: null, overlapMoney: null },
    );
    const heldFigures = (before: Record<string, unknown> | null, now: Partial<typeof nothing>) =>
      heldAgainst(
        { ...newDecision('d', 'Why?', '', ''), figures: before as never },
        { cost: 10, gapMoney: { low: 1 }, value: null },
        { ...nothing, initiatives: null, productTeams: null, ...now },
      );
    expect(heldFigures(null, {})).toEqual([]);
    expect(heldFigures(null, { cost: 3 })).toEqual([
      { figure: 'cost', before: null, expected: null, now: 3 },
    ]);
    expect(heldFigures({ cost: 1, gapMoney: 2, value: 4 }, {})).toEqual([
      { figure: 'cost', before: 1, expected: 11, now: null },
      { figure: 'value', before: 4, expected: null, now: null },
      { figure: 'gapMoney', before: 2, expected: null, now: null },
    ]);
    expect(heldAgainst({ figures: { cost: 1 } as never }, null, nothing)[0]).toMatchObject({
      expected: null,
    });
  });

  test('is due for review from its day on, until it is reviewed', () => {
    const decided = (id: string, reviewOn: string | null, reviewedOn: string | null = null) => ({
      ...newDecision(id, id, '', ''),
      state: 'decided' as const,
      reviewOn,
      reviewedOn,
    });
    const all = [
      decided('later', '2026-07-01'),
      decided('last month', '2026-05-31'),
      decided('today', '2026-06-30'),
      decided('long', '2026-01-01'),
      decided('done', '2026-01-01', '2026-02-01'),
      decided('never', null),
      { ...decided('open', '2026-01-01'), state: 'open' as const },
    ];
    expect(dueReviews(all, '2026-06-30').map(({ id }) => id)).toEqual(['long', 'last month', 'today']);
  });
});
