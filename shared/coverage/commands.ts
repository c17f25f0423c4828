import { z } from 'zod';
import { compare } from '../model/compare.ts';
import { problems } from '../model/problems.ts';
import type { ModelInitiative, ModelParameterOverrides } from '../model/types.ts';
import { coverageAnswer, coverageGround, type ElementRow, namedPair, type SimilarPair } from './analyse.ts';
import { withDuplicatesByRank } from './checks/duplicateText.ts';
import { declaredRunBy, hasDeliveryData } from './declaredRun.ts';
import { finite } from './facts.ts';
import type { Finding } from './findings.ts';
import { buildGramVectors } from './gramVectors.ts';
import { MadeAsRead } from './madeAsRead.ts';
import { rankPairs } from './pairs.ts';
import { coverageProblems } from './problems.ts';
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

const text = z.string().nullish();
const number = z.number().nullish();

/** Shape of the input: types and the fields nothing can do without. Ranges are the business of `coverageProblems`. */
export const portfolioCommandSchema = z.looseObject({
  initiatives: z.array(
    z.looseObject({
      id: z.string(),
      name: text,
      description: text,
      start_month: number,
      end_month: number,
      budget: number,
      funded: z.boolean().nullish(),
      team: text,
      vendor: text,
      exit_readiness: number,
      collaboration_group: text,
      depends_on: z.array(z.string()).nullish(),
      contributions: z.array(z.looseObject({ capability: z.string(), weight: number })).nullish(),
    }),
  ),
  capabilities: z
    .array(
      z.looseObject({
        id: z.string(),
        name: text,
        kind: text,
        importance: number,
        current: number,
        target: number,
        needed_money: number,
        owner_team: text,
        parent: text,
        exit_readiness: number,
      }),
    )
    .nullish(),
  vendors: z.array(z.looseObject({ id: z.string(), exit_readiness: number })).nullish(),
  threshold: number,
  similarity: z.looseObject({ threshold: number }).nullish(),
});

export type WireFinding = Pick<Finding, 'type' | 'subject' | 'money' | 'confidence' | 'score' | 'evidence'>;

/** Result of the command `portfolio`, the `expect` of its vector. */
export interface PortfolioCommandResult {
  readonly capabilities: readonly ElementRow[];
  readonly findings: MadeAsRead<WireFinding>;
  readonly hhi_portfolio: number;
  readonly money: Readonly<Record<string, number>>;
  readonly similar_pairs: MadeAsRead<SimilarPair>;
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

/** Coverage, overlaps and findings of a portfolio as bare JSON (MODEL.md section 3), with every similar pair. */
export const portfolioCommand = (input: PortfolioCommandInput): PortfolioCommandResult => {
  const portfolio = coverageInputOf(input);
  const ground = coverageGround(portfolio, {
    threshold: thresholdOf(input),
    pairLimit: Number.POSITIVE_INFINITY,
    runDeclared: declaredRunBy(compare, input.defaults ?? input.params ?? undefined),
  });
  const { context } = ground;
  const { initiatives } = context.facts;
  const pairs = rankPairs(context.similar, initiatives);
  const analysis = coverageAnswer(portfolio, { ...ground, context: { ...context, similar: [] } });
  const ranked = withDuplicatesByRank(analysis.findings, context);
  return {
    capabilities: analysis.elements,
    findings: new MadeAsRead(function* () {
      for (const finding of ranked) {
        const { type, subject, money, confidence, score, evidence } = finding;
        yield { type, subject, money, confidence, score, evidence };
      }
    }),
    hhi_portfolio: analysis.hhi_portfolio,
    money: analysis.money,
    similar_pairs: new MadeAsRead(function* () {
      for (const pair of pairs) yield namedPair(pair, initiatives);
    }),
    total_money: analysis.total_money,
    totals: analysis.totals,
    vendor_shares: analysis.vendor_shares,
  };
};

/** Pairs of initiatives with similar texts, most similar first (MODEL.md 3.4). */
export const similarityCommand = (
  input: PortfolioCommandInput,
): MadeAsRead<Omit<SimilarPair, 'declared'>> => {
  const { initiatives } = coverageInputOf(input);
  const rows = findSimilarRows(buildGramVectors(initiatives), thresholdOf(input));
  const pairs = rankPairs(rows, initiatives);
  return new MadeAsRead(function* () {
    for (const { a, b, similarity } of pairs)
      yield { a: initiatives[a]!.id, b: initiatives[b]!.id, similarity };
  });
};

/** Why values of a portfolio, or delivery data of its initiatives, do not take part in the answer of `portfolio`. */
export const leftOutOfPortfolio = (
  input: PortfolioCommandInput,
): readonly { readonly code: string; readonly path: string }[] => [
  ...coverageProblems(coverageInputOf(input)),
  ...input.initiatives.flatMap((initiative, index) =>
    hasDeliveryData(initiative)
      ? problems(initiative as unknown as ModelInitiative, input.defaults ?? input.params).map(
          ({ code, path }) => ({ code, path: `initiatives.${index}.${path}` }),
        )
      : [],
  ),
];
