import {
  analyseCoverage,
  type CoverageAnalysis,
  type CoverageHooks,
  type CoverageOptions,
} from '../../../shared/coverage/analyse.ts';
import type { Finding, FindingType } from '../../../shared/coverage/findings.ts';
import type { CoverageElement, CoverageInitiative } from '../../../shared/coverage/types.ts';

/** An element with demand 0.5: importance 5, from 2 to 4. */
export const element = (id: string, more: Partial<CoverageElement> = {}): CoverageElement => ({
  id,
  importance: 5,
  current: 2,
  target: 4,
  ...more,
});

/** A funded project with 100 money in months 0..12 that serves `serves` in full. */
export const initiative = (
  id: string,
  serves: readonly string[],
  more: Partial<CoverageInitiative> = {},
): CoverageInitiative => ({
  id,
  mode: 'project',
  budget: 100,
  end_month: 12,
  contributions: serves.map((capability) => ({ capability, weight: 1 })),
  ...more,
});

/** The analysis, which is only null when somebody cancels. */
export const analyse = (
  initiatives: readonly CoverageInitiative[],
  capabilities: readonly CoverageElement[],
  options: CoverageOptions & CoverageHooks = {},
): CoverageAnalysis => {
  const analysis = analyseCoverage({ initiatives, capabilities }, options);
  if (analysis === null) throw new Error('cancelled');
  return analysis;
};

export const findingsOf = <T extends FindingType>(
  analysis: CoverageAnalysis,
  type: T,
): readonly Extract<Finding, { type: T }>[] =>
  analysis.findings.filter((finding): finding is Extract<Finding, { type: T }> => finding.type === type);

/** Every number inside a value, for "no NaN anywhere". */
export const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
};
