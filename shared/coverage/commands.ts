import { compare } from '../model/compare.ts';
import type { ModelParameterOverrides } from '../model/types.ts';
import { analyseCoverage, type ElementRow, type SimilarPair } from './analyse.ts';
import { declaredRunBy } from './declaredRun.ts';
import { finite } from './facts.ts';
import type { Finding } from './findings.ts';
import { buildGramVectors } from './gramVectors.ts';
import { rankPairs } from './pairs.ts';
import { findSimilarRows } from './similarityJoin.ts';
import { type CoverageElement, type CoverageInput, DEFAULT_SIMILARITY_THRESHOLD } from './types.ts';

/** Input of both commands: the portfolio as the vectors write it. */
export interface PortfolioCommandInput extends Omit<CoverageInput, 'capabilities'> {
  readonly capabilities?: readonly CoverageElement[] | null;
  /** Global parameters in place of the defaults of MODEL.md 2.2; `params` says the same, as in the other commands. */
  readonly defaults?: ModelParameterOverrides | null;
  readonly params?: ModelParameterOverrides | null;
  /** Cosine from which texts count as similar; 0.5 when absent. `similarity.threshold` says the same. */
  readonly threshold?: number | null;
  readonly similarity?: { readonly threshold?: number | null } | null;
}

export type WireFinding = Pick<Finding, 'type' | 'subject' | 'money' | 'confidence' | 'score' | 'evidence'>;

/** Result of the command `portfolio`, the `expect` of its vector. */
export interface PortfolioCommandResult {
  readonly capabilities: readonly ElementRow[];
  readonly findings: readonly WireFinding[];
  readonly hhi_portfolio: number;
  readonly money: Readonly<Record<string, number>>;
  readonly similar_pairs: readonly SimilarPair[];
  readonly total_money: number;
  readonly totals: { readonly gap_money: number; readonly redundant_money: number };
  readonly vendor_shares: Readonly<Record<string, number>>;
}

const thresholdOf = ({ threshold, similarity }: PortfolioCommandInput): number =>
  finite(threshold) ?? finite(similarity?.threshold) ?? DEFAULT_SIMILARITY_THRESHOLD;

const coverageInputOf = (input: PortfolioCommandInput): CoverageInput => ({
  initiatives: input.initiatives ?? [],
  capabilities: input.capabilities ?? [],
  vendors: input.vendors ?? [],
});

/** Coverage, overlaps and findings of a portfolio as bare JSON (MODEL.md section 3). */
export const portfolioCommand = (input: PortfolioCommandInput): PortfolioCommandResult => {
  const analysis = analyseCoverage(coverageInputOf(input), {
    threshold: thresholdOf(input),
    pairLimit: Number.POSITIVE_INFINITY,
    runDeclared: declaredRunBy(compare, input.defaults ?? input.params ?? undefined),
  });
  // Only a cancelled run has no result, and nothing here cancels.
  if (analysis === null) throw new Error('coverage analysis was cancelled');
  return {
    capabilities: analysis.elements,
    findings: analysis.findings.map(({ type, subject, money, confidence, score, evidence }) => ({
      type,
      subject,
      money,
      confidence,
      score,
      evidence,
    })),
    hhi_portfolio: analysis.hhi_portfolio,
    money: analysis.money,
    similar_pairs: analysis.pairs,
    total_money: analysis.total_money,
    totals: analysis.totals,
    vendor_shares: analysis.vendor_shares,
  };
};

/** Pairs of initiatives with similar texts, most similar first (MODEL.md 3.4). */
export const similarityCommand = (
  input: PortfolioCommandInput,
): readonly { readonly a: string; readonly b: string; readonly similarity: number }[] => {
  const { initiatives } = coverageInputOf(input);
  const rows = findSimilarRows(buildGramVectors(initiatives), thresholdOf(input));
  return rankPairs(rows, initiatives).map(({ a, b, similarity }) => ({ a, b, similarity }));
};
