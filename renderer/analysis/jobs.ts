import { coverageInput, portfolioRun } from '../../shared/analysis/coverageInput.ts';
import { type FigureRange, FigureRanges } from '../../shared/analysis/figureRanges.ts';
import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import {
  analyseCoverageSteps,
  type CoverageAnalysis,
  type CoverageOptions,
  coverageStages,
} from '../../shared/coverage/analyse.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { quantile7 } from '../../shared/model/distributions.ts';
import { indifference } from '../../shared/model/indifference.ts';
import { explain } from '../../shared/model/receipts.ts';
import type { ProvenanceMap, Receipt } from '../../shared/model/receiptTypes.ts';
import { sampleSteps, summarise } from '../../shared/model/simulate.ts';
import { type TornadoRow, tornado } from '../../shared/model/tornado.ts';
import type { ModelInitiative, ModelParameterOverrides, MonteCarloResult } from '../../shared/model/types.ts';
import { valueAt } from '../../shared/model/value.ts';
import { partOf, type StagedSteps, type Steps } from '../../shared/steps.ts';
import { planDay } from '../features/planning/today.ts';
import { planQuarters } from './quarterWindow.ts';

/** P10 and P90 of the cumulative value at month 0..H, whole currency units. */
export interface ValueBand {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Simulation {
  readonly result: MonteCarloResult;
  readonly bands: { readonly project: ValueBand; readonly product: ValueBand };
}

/** What the simulated futures say of every figure of an initiative. */
export interface FiguresInFutures {
  readonly ranges: Readonly<Record<string, FigureRange>>;
  /** Receipts of the figures that count futures, such as `montecarlo.delta.p_product_better`. */
  readonly chances: Readonly<Record<string, Receipt>>;
}

/** Figures that are themselves counted or averaged over the futures. */
const CHANCES: ReadonlySet<string> = new Set([
  ...(['project', 'product'] as const).flatMap((mode) =>
    ['p_net_positive', 'p_no_release', 'p_stopped'].map((name) => `montecarlo.${mode}.${name}`),
  ),
  ...['p_product_better', 'staged_funding_option_value', 'standard_error'].map(
    (name) => `montecarlo.delta.${name}`,
  ),
]);

export interface SensitivityRow extends TornadoRow {
  /** The value at which both modes have the same net, between the two ends; null when the winner stays. */
  readonly breakEven: number | null;
}

export interface Sensitivity {
  readonly baseDeltaNet: number;
  readonly rows: readonly SensitivityRow[];
}

export interface PortfolioCoverage {
  readonly analysis: CoverageAnalysis;
  /** Month 0 on the calendar. */
  readonly origin: string | null;
  /** False while only the budgets were looked at: money of others, gaps and quarters are still to come. */
  readonly modelled: boolean;
  /** False while texts are still being compared: nothing is known of overlaps and likely duplicates yet. */
  readonly compared: boolean;
}

/** Draws that the bands are made of at most: beyond it they do not change to the eye, only in memory. */
const BAND_DRAWS = 1000;

/** Simulates both modes with the same draws, and the range of the cumulative value over time. */
export function* simulateSteps(
  input: ModelInitiative,
  defaults: ModelParameterOverrides,
  draws: number,
  seed: number,
): Steps<Simulation> {
  let months = 0;
  const kept = Math.min(draws, BAND_DRAWS);
  let project: Float64Array[] = [];
  let product: Float64Array[] = [];
  const steps = sampleSteps(input, { iterations: draws, seed }, defaults, (i, workbench, drawn) => {
    if (i >= kept) return;
    if (i === 0) {
      months = drawn.horizon_months;
      project = Array.from({ length: months + 1 }, () => new Float64Array(kept));
      product = Array.from({ length: months + 1 }, () => new Float64Array(kept));
    }
    const { value } = workbench.compiled;
    for (let t = 0; t <= months; t++) {
      project[t]![i] = valueAt(drawn, value, workbench.project, t, 0);
      product[t]![i] = valueAt(drawn, value, workbench.product, t, 0);
    }
  });
  const samples = yield* steps;
  return { result: summarise(samples), bands: { project: bandOf(project), product: bandOf(product) } };
}

/** Ranges of every figure over the same futures that `simulateSteps` draws, and what is counted over them. */
export function* rangesSteps(
  input: ModelInitiative,
  defaults: ModelParameterOverrides,
  provenance: ProvenanceMap,
  draws: number,
  seed: number,
): Steps<FiguresInFutures> {
  const ranges = new FigureRanges(draws);
  const samples = yield* sampleSteps(input, { iterations: draws, seed }, defaults, (i, workbench, drawn) =>
    ranges.take(i, workbench, drawn),
  );
  const { receipts } = explain(input, { defaults, provenance, samples, only: CHANCES });
  return { ranges: ranges.ranges(), chances: Object.fromEntries(receipts) };
}

function bandOf(byMonth: readonly Float64Array[]): ValueBand {
  const sorted = byMonth.map((values) => values.slice().sort());
  return {
    low: sorted.map((values) => quantile7(values, 0.1)),
    high: sorted.map((values) => quantile7(values, 0.9)),
  };
}

/** What moves the difference between the modes, and the value of each parameter at which they are equal. */
export function* sensitivitySteps(
  input: ModelInitiative,
  defaults: ModelParameterOverrides,
): Steps<Sensitivity> {
  const { base_delta_net, rows } = tornado(input, defaults);
  const found: SensitivityRow[] = [];
  for (const row of rows) {
    yield found.length / rows.length;
    const ends = { param: row.param, lo: Math.min(row.low, row.high), hi: Math.max(row.low, row.high) };
    found.push({ ...row, breakEven: row.flips ? indifference(input, ends, defaults) : null });
  }
  return { baseDeltaNet: base_delta_net, rows: found };
}

/** What is asked of the coverage analysis for a portfolio, and month 0 on the calendar. */
function coverageQuestion(records: PortfolioRecords) {
  const settings = settingsOf(records);
  const { input, origin } = coverageInput(records);
  const options: CoverageOptions = {
    threshold: settings.duplicateThreshold,
    runDeclared: portfolioRun(records),
    overTime: (extent) =>
      origin === null ? [] : planQuarters(origin, extent, planDay(records), settings.fiscalYearStartMonth),
  };
  return { input, origin, options };
}

/** Gaps and overlaps of the portfolio, all time and by quarter; early what needs no comparing of texts. */
export function* coverageSteps(records: PortfolioRecords): StagedSteps<PortfolioCoverage> {
  yield 0;
  const { input, origin, options } = coverageQuestion(records);
  yield 0.05;
  const stages = coverageStages(input, options);
  for (;;) {
    const stage = stages.next();
    if (stage.done) return { analysis: stage.value, origin, modelled: true, compared: true };
    if (typeof stage.value === 'number') yield 0.05 + 0.95 * stage.value;
    else yield { early: { analysis: stage.value.early, origin, modelled: true, compared: false } };
  }
}

/** The same for callers that show only what is known in the end: without the work that an early answer takes. */
export function* wholeCoverageSteps(records: PortfolioRecords): Steps<PortfolioCoverage> {
  yield 0;
  const { input, origin, options } = coverageQuestion(records);
  const analysis = yield* partOf(analyseCoverageSteps(input, options), 0.05, 1);
  return { analysis, origin, modelled: true, compared: true };
}
