import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseCoverage } from '../../../shared/coverage/analyse.ts';
import { portfolioCommand, similarityCommand } from '../../../shared/coverage/commands.ts';

const vector = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/vectors/${name}.json`, import.meta.url), 'utf8'));

/** Differences between two JSON values, numbers to 1e-9 relative, keys and order exactly. */
const differences = (actual: unknown, expected: unknown, path: string): string[] => {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const isClose = Math.abs(actual - expected) <= 1e-9 * Math.max(Math.abs(actual), Math.abs(expected));
    return isClose ? [] : [`${path}: ${actual} instead of ${expected}`];
  }
  if (actual === null || expected === null || typeof actual !== 'object' || typeof expected !== 'object') {
    return actual === expected ? [] : [`${path}: ${actual} instead of ${expected}`];
  }
  const [left, right] = [Object.keys(actual).sort(), Object.keys(expected).sort()];
  if (left.join() !== right.join()) return [`${path}: keys ${left} instead of ${right}`];
  return left.flatMap((key) =>
    differences(
      (actual as Record<string, unknown>)[key],
      (expected as Record<string, unknown>)[key],
      `${path}.${key}`,
    ),
  );
};

describe('vectors E9', () => {
  it('portfolio agrees in every key, order and number', () => {
    const { input, expect: expected } = vector('E9_portfolio');
    const wire = JSON.parse(JSON.stringify(portfolioCommand(input)));
    expect(differences(wire, expected, 'portfolio')).toEqual([]);
  });

  it('similarity agrees', () => {
    const { input, expect: expected } = vector('E9_similarity');
    expect(differences([...similarityCommand(input)], expected, 'similarity')).toEqual([]);
  });

  it('the comparison of this test notices a change', () => {
    const { expect: expected } = vector('E9_portfolio');
    const changed = structuredClone(expected);
    changed.findings[3].evidence.from_month = 11;
    expect(differences(changed, expected, 'x')).toEqual([
      'x.findings.3.evidence.from_month: 11 instead of 10',
    ]);
    delete changed.capabilities[0].lock_in;
    expect(differences(changed, expected, 'x')).toHaveLength(2);
  });

  it('takes the threshold of the input, at both places', () => {
    const { input } = vector('E9_similarity');
    expect([...similarityCommand({ ...input, threshold: 0.65 })]).toHaveLength(1);
    expect([...similarityCommand({ ...input, similarity: { threshold: 0.7 } })]).toHaveLength(0);
  });
});

it('portfolio lists every pair and finding in the order of the analysis, also where thousands read alike', () => {
  // Ids that begin with each other, amounts and links that repeat, and few different texts.
  const initiatives = Array.from({ length: 90 }, (_, at) => ({
    id: `I${at}`,
    name: `Portal ${'abc'[at % 3]}`,
    description: at % 4 === 0 ? '客户 平台' : 'customers of all lines',
    budget: [0, 100, 1e6][at % 3]!,
    mode: 'project' as const,
    end_month: 6 + (at % 5),
    collaboration_group: at % 7 === 0 ? 'g' : null,
    contributions: [{ capability: 'C', weight: 1 }],
  }));
  const capabilities = [{ id: 'C', importance: 4, current: 1, target: 3 }];
  const whole = analyseCoverage({ initiatives, capabilities }, { pairLimit: Number.POSITIVE_INFINITY })!;
  const wire = portfolioCommand({ initiatives, capabilities });
  expect(whole.pairs_found).toBeGreaterThan(1000);
  expect([...wire.similar_pairs]).toEqual(whole.pairs);
  expect([...wire.findings]).toEqual(
    whole.findings.map(({ type, subject, money, confidence, score, evidence }) => ({
      type,
      subject,
      money,
      confidence,
      score,
      evidence,
    })),
  );
});

describe('section 4.9', () => {
  const { input } = vector('E9_portfolio');
  const result = portfolioCommand(input);

  it('has the headline numbers', () => {
    expect(result.hhi_portfolio).toBeCloseTo(4386.6, 1);
    expect(Math.round(result.totals.gap_money)).toBe(932432);
    expect(Math.round(result.totals.redundant_money)).toBe(233062);
  });

  it('has the findings in rank order', () => {
    expect([...result.findings].map(({ type, subject }) => `${type} ${subject}`)).toEqual([
      'GAP_NONE C3',
      'ORPHAN O1',
      'ORPHAN C1',
      'ORPHAN C2',
      'LOCK_IN C2',
      'OVERLAP C1',
      'OVERLAP O1',
      'CONCENTRATION Nova',
      'DUPLICATE_TEXT I1|I2',
      'OVER_INVESTED C2',
      'INVEST_NO_DEMAND C4',
      'UNMAPPED I7',
      'OVERLAP C5',
      'COLLABORATION C5',
    ]);
  });

  it('explains kappa of I1 and I2: k0 0.3 by the shared outcome, 9 of 12 months', () => {
    const overlap = [...result.findings].find(({ type, subject }) => type === 'OVERLAP' && subject === 'C1');
    expect(overlap?.confidence).toBeCloseTo((0.3 + 0.7 * 0.62411) * 0.75, 5);
  });
});
