import { partOf, runSteps, type StagedSteps, type Steps } from '../steps.ts';
import { checkCollaboration } from './checks/collaboration.ts';
import { checkConcentration } from './checks/concentration.ts';
import { checkDuplicateText } from './checks/duplicateText.ts';
import { checkGapNone } from './checks/gapNone.ts';
import { checkGapUnder } from './checks/gapUnder.ts';
import { checkInvestNoDemand } from './checks/investNoDemand.ts';
import { checkLockIn } from './checks/lockIn.ts';
import { checkOrphan } from './checks/orphan.ts';
import { checkOverInvested } from './checks/overInvested.ts';
import { checkOverlap } from './checks/overlap.ts';
import { checkUnmapped } from './checks/unmapped.ts';
import { computeConcentration, herfindahl, sharesOf } from './concentration.ts';
import { type Check, type CoverageContext, contributorsOf } from './context.ts';
import { noDeclaredRun } from './declaredRun.ts';
import { computeDemand } from './demand.ts';
import { factSteps, type InitiativeFacts, isDeclaredLink } from './facts.ts';
import { type ContributorEvidence, type Finding, rankFindings } from './findings.ts';
import { buildGramVectors, gramVectorSteps } from './gramVectors.ts';
import { buildMatrix } from './matrix.ts';
import { findOrphans } from './orphans.ts';
import { overlapSteps } from './overlap.ts';
import { rankPairs, WeightiestPairs } from './pairs.ts';
import { type CoverageProblem, coverageProblems } from './problems.ts';
import { extentOf, type Quarter, type QuarterFrames, quarterFrameSteps } from './quarters.ts';
import { type SimilarRows, similarRowSteps } from './similarityJoin.ts';
import { createTextCosines } from './textCosines.ts';
import { type CoverageInput, DEFAULT_SIMILARITY_THRESHOLD, type RunDeclared } from './types.ts';

/** Figures of one element (MODEL.md 3.1 to 3.3), in the wire names of the vectors. */
export interface ElementRow {
  readonly id: string;
  readonly kind: string;
  /** d_c, 0..1. */
  readonly demand: number;
  readonly need_money: number;
  readonly supply_money: number;
  /** Supply / need; null when nothing is needed. */
  readonly coverage: number | null;
  readonly coverage_note?: 'supply without demand';
  /** 0..1. */
  readonly gap_score: number;
  readonly gap_money: number;
  readonly contested_money: number;
  readonly redundant_money: number;
  /** redundant / supply, 0..1. */
  readonly overlap_score: number;
  readonly n_eff_initiatives: number;
  readonly n_eff_teams: number;
  readonly n_eff_vendors: number;
  /** 0..10,000. */
  readonly hhi_vendor: number;
  /** 0..1. */
  readonly lock_in: number;
  /** Month from which nobody is left; null when somebody stays, nobody came, or an end is not known. */
  readonly orphan_from_month: number | null;
  readonly contributors: readonly ContributorEvidence[];
}

/** Two initiatives with similar texts. */
export interface SimilarPair {
  readonly a: string;
  readonly b: string;
  readonly similarity: number;
  /** People said that the two belong together (same group or dependency). */
  readonly declared: boolean;
}

export interface CoverageAnalysis {
  /** Without elements an empty list of gaps says nothing: "no capabilities entered" is not "no gaps". */
  readonly state: 'no_initiatives' | 'no_capabilities' | 'complete';
  readonly elements: readonly ElementRow[];
  /** All findings in rank order. */
  readonly findings: readonly Finding[];
  /** Similar texts, most similar first. */
  readonly pairs: readonly SimilarPair[];
  /** How many similar pairs there are; `pairs` and the findings hold the weightiest of them. */
  readonly pairs_found: number;
  /** Sums over elements of kind capability only, so that no money is counted once as a capability and again as an outcome. */
  readonly totals: { readonly gap_money: number; readonly redundant_money: number };
  /** Money of each initiative by id; 0 when not funded or unknown. */
  readonly money: Readonly<Record<string, number>>;
  readonly total_money: number;
  readonly vendor_shares: Readonly<Record<string, number>>;
  readonly hhi_portfolio: number;
  /** Funded initiatives with neither a budget nor a computable cost: they are missing in every sum of money. */
  readonly unknown_money: readonly string[];
  /** Projects without an end that anybody or the model could give: taken as still running. */
  readonly unknown_end: readonly string[];
  /** Elements without importance, current or target: no demand can be computed for them. */
  readonly unrated: readonly string[];
  readonly problems: readonly CoverageProblem[];
  /** Coverage by quarter, where it was asked for and any initiative has money. */
  readonly over_time?: QuarterFrames;
}

export interface CoverageOptions {
  /** Cosine from which two texts are likely duplicates; 0.5 when absent (MODEL.md 3.4). */
  readonly threshold?: number;
  /** How many similar pairs to keep at most, weightiest first; 1,000 when absent. With 0 nobody looks for them. */
  readonly pairLimit?: number;
  /** The model, asked where a plan has no budget or no end and for knowledge of orphans; absent = unknown. */
  readonly runDeclared?: RunDeclared;
  /** The quarters to look at, told the months from the first start to the last known end; absent = none. */
  readonly overTime?: (extent: { readonly from: number; readonly to: number }) => readonly Quarter[];
}

/** How an analysis in one go reports and stops. */
export interface CoverageHooks {
  /** Share of the work done, 0..1, never falling. */
  readonly onProgress?: (share: number) => void;
  /** True stops the work. */
  readonly isCancelled?: () => boolean;
}

/** More similar pairs than this nobody can go through; a page says how many there are. */
const DEFAULT_PAIR_LIMIT = 1000;

const checks: readonly Check[] = [
  checkGapNone,
  checkGapUnder,
  checkOverInvested,
  checkInvestNoDemand,
  checkUnmapped,
  checkOverlap,
  checkCollaboration,
  checkConcentration,
  checkLockIn,
  checkOrphan,
  checkDuplicateText,
];

const elementRow = (context: CoverageContext, index: number): ElementRow => {
  const { demand, need, supply, coverage, gap_score, gap_money } = context.demand[index]!;
  const { n_eff_initiatives, n_eff_teams, n_eff_vendors, hhi_vendor, lock_in } =
    context.concentration[index]!;
  const { contested, redundant } = context.overlap[index]!;
  return {
    id: context.matrix.elements[index]!.id,
    kind: context.matrix.kinds[index]!,
    demand,
    need_money: need,
    supply_money: supply,
    coverage,
    ...(coverage === null && supply > 0 && { coverage_note: 'supply without demand' as const }),
    gap_score,
    gap_money,
    contested_money: contested,
    redundant_money: redundant,
    overlap_score: supply > 0 ? redundant / supply : 0,
    n_eff_initiatives,
    n_eff_teams,
    n_eff_vendors,
    hhi_vendor,
    lock_in,
    orphan_from_month: context.orphans[index]?.from_month ?? null,
    contributors: contributorsOf(context, index),
  };
};

/**
 * Gaps, overlaps, concentration, orphans and likely duplicates of a portfolio (MODEL.md section 3); null when
 * cancelled. Values that can not be used are left out and named in `problems`; no result is ever NaN.
 */
export const analyseCoverage = (
  input: CoverageInput,
  options: CoverageOptions & CoverageHooks = {},
): CoverageAnalysis | null => {
  const steps = analyseCoverageSteps(input, options);
  while (!options.isCancelled?.()) {
    const step = steps.next();
    options.onProgress?.(step.done ? 1 : step.value);
    if (step.done) return step.value;
  }
  return null;
};

/** The same analysis step by step, for callers that pause it. */
export function* analyseCoverageSteps(
  input: CoverageInput,
  options: CoverageOptions = {},
): Steps<CoverageAnalysis> {
  return coverageAnswer(input, yield* groundSteps(input, options));
}

function* groundSteps(input: CoverageInput, options: CoverageOptions): Steps<CoverageGround> {
  const stages = groundStages(input, options, false);
  for (;;) {
    const stage = stages.next();
    if (stage.done) return stage.value;
    if (typeof stage.value === 'number') yield stage.value;
  }
}

/**
 * The same for callers that show what there is while texts are still being compared. Early it says need, supply, gaps,
 * concentration and orphans as they will be; nothing is known of overlaps and likely duplicates yet: their findings and
 * pairs are missing, and their money is 0 there without being 0.
 */
export function* coverageStages(
  input: CoverageInput,
  options: CoverageOptions = {},
): StagedSteps<CoverageAnalysis> {
  const stages = groundStages(input, options, true);
  for (;;) {
    const stage = stages.next();
    if (stage.done) return coverageAnswer(input, stage.value);
    const { value } = stage;
    yield typeof value === 'number' ? value : { early: coverageAnswer(input, value.early) };
  }
}

function* groundStages(
  input: CoverageInput,
  options: CoverageOptions,
  isEarlyWanted: boolean,
): StagedSteps<CoverageGround> {
  const facts = yield* partOf(factSteps(input, options.runDeclared ?? noDeclaredRun), 0, 0.1);
  const matrix = buildMatrix(input, facts);
  yield 0.1;
  const extent = extentOf(facts);
  const quarters = options.overTime && extent ? options.overTime(extent) : null;
  const portfolioVendors = sharesOf(facts.initiatives.map(({ vendor, money }) => [vendor, money] as const));
  const ground = {
    facts,
    matrix,
    demand: computeDemand(matrix),
    concentration: computeConcentration(matrix, facts),
    orphans: findOrphans(matrix, facts),
    totalMoney: facts.initiatives.reduce((sum, { money }) => sum + money, 0),
    portfolioVendors,
  };
  if (isEarlyWanted) {
    const overlap = yield* partOf(overlapSteps(matrix, facts, null), 0.1, 0.15);
    const overTime = quarters && (yield* partOf(quarterFrameSteps(matrix, facts, quarters, null), 0.15, 0.2));
    const context: CoverageContext = { ...ground, overlap, vectors: buildGramVectors([]), similar: [] };
    yield { early: { context, pairsFound: 0, overTime } };
  }
  const vectors = yield* partOf(gramVectorSteps(input.initiatives), 0.2, 0.35);
  const threshold = options.threshold ?? DEFAULT_SIMILARITY_THRESHOLD;
  const pairLimit = options.pairLimit ?? DEFAULT_PAIR_LIMIT;
  const weightiest = new WeightiestPairs(facts.initiatives, pairLimit);
  if (pairLimit > 0) yield* partOf(similarRowSteps(vectors, threshold, weightiest.take), 0.35, 0.7);
  const similar = weightiest.rows();
  const cosines = createTextCosines(vectors);
  const overlap = yield* partOf(overlapSteps(matrix, facts, cosines), 0.7, 0.9);
  const overTime =
    quarters && (yield* partOf(quarterFrameSteps(matrix, facts, quarters, cosines), 0.9, 0.95));
  yield 0.95;
  return { context: { ...ground, overlap, vectors, similar }, pairsFound: weightiest.found, overTime };
}

/** Two similar texts by the ids of their initiatives. */
export const namedPair = (
  { a, b, similarity }: SimilarRows,
  initiatives: readonly InitiativeFacts[],
): SimilarPair => {
  const [left, right] = [initiatives[a]!, initiatives[b]!];
  return { a: left.id, b: right.id, similarity, declared: isDeclaredLink(left, right) };
};

/** What the checks look at and how much of it was found, for callers that make parts of the answer themselves. */
export interface CoverageGround {
  readonly context: CoverageContext;
  readonly pairsFound: number;
  readonly overTime: QuarterFrames | null;
}

/** The ground of `analyseCoverage` at once. */
export const coverageGround = (input: CoverageInput, options: CoverageOptions = {}): CoverageGround =>
  runSteps(groundSteps(input, options));

/** The answer of `analyseCoverage`. */
export const coverageAnswer = (
  input: CoverageInput,
  { context, pairsFound, overTime }: CoverageGround,
): CoverageAnalysis => {
  const { matrix, portfolioVendors, similar } = context;
  const { initiatives } = context.facts;
  const elements = matrix.elements.map((_, index) => elementRow(context, index));
  const capabilities = elements.filter(({ kind }) => kind === 'capability');
  return {
    state:
      elements.length === 0 ? 'no_capabilities' : initiatives.length === 0 ? 'no_initiatives' : 'complete',
    elements,
    findings: rankFindings(checks.flatMap((check) => check(context))),
    pairs_found: pairsFound,
    pairs: rankPairs(similar, initiatives).map((pair) => namedPair(pair, initiatives)),
    totals: {
      gap_money: capabilities.reduce((sum, row) => sum + row.gap_money, 0),
      redundant_money: capabilities.reduce((sum, row) => sum + row.redundant_money, 0),
    },
    money: Object.fromEntries(initiatives.map(({ id, money }) => [id, money])),
    total_money: context.totalMoney,
    vendor_shares: Object.fromEntries(portfolioVendors),
    hhi_portfolio: herfindahl(portfolioVendors),
    unknown_money: initiatives.filter((i) => i.money_source === 'unknown').map(({ id }) => id),
    unknown_end: initiatives.filter((i) => i.end_source === 'unknown').map(({ id }) => id),
    unrated: matrix.elements.filter((_, index) => !context.demand[index]!.rated).map(({ id }) => id),
    problems: coverageProblems(input),
    ...(overTime && { over_time: overTime }),
  };
};
