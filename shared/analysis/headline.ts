import type { PortfolioRecords } from '../domain/records.ts';
import { evaluateProduct, evaluateProject, ModelInputError, prepare } from '../model/evaluate.ts';
import type { Totals } from '../model/outputs.ts';
import { FIRST_WASTE, HANDOFFS, PARTIALLY_DONE, type Run } from '../model/run.ts';
import { type DisbandingLoss, disbandingLossOf } from './disbandingLoss.ts';
import { initiativeInput, portfolioParameters, settingsOf } from './initiativeInput.ts';
import { portfolioIndex } from './portfolioIndex.ts';

/**
 * The deterministic figures of one mode up to the horizon that the portfolio's pictures are made of. Its lists are of
 * plain numbers: a list of nine in an array buffer of its own takes four times the memory, and there are eight lists an
 * initiative.
 */
export interface ModeFigures {
  readonly bookedPd: number;
  readonly cost: number;
  /** Whole currency units; means nothing where the value is not known. */
  readonly value: number;
  /** Person-days, money paid and money forgone of each of WASTE_CATEGORIES, in their order. */
  readonly pd: readonly number[];
  readonly cash: readonly number[];
  readonly economic: readonly number[];
  /** Months of the releases up to the horizon, ascending. */
  readonly releases: readonly number[];
}

/** What the table shows of one mode: share of the booked days that is waste, and month of the first value; null = none. */
export interface ModeHeadline extends ModeFigures {
  readonly wasteShare: number | null;
  readonly timeToFirstValueMonths: number | null;
}

/** An initiative's figures in both modes, so that a flip needs no new computation; null = not computable. */
export type Headline = {
  readonly project: ModeHeadline;
  readonly product: ModeHeadline;
  /** False when nobody said what the work is worth. */
  readonly valueKnown: boolean;
  /** False when nobody said how many initiatives its people work on at once: task switching then is not known. */
  readonly parallelKnown: boolean;
  readonly horizonMonths: number;
  /** Month 0 on the calendar; null when not known. */
  readonly startDate: string | null;
  /** What the disbanding of its team costs as a project; null where it hands nothing over by the horizon. */
  readonly disbanding: DisbandingLoss | null;
} | null;

/** Computes the figures of one initiative: the same as `compare` gives, without its curves. */
export function headlineOf(records: PortfolioRecords, id: string): Headline {
  const { input, valueKnown, startDate } = initiativeInput(records, id);
  if (!input) return null;
  try {
    const workbench = prepare(input, portfolioParameters(settingsOf(records)));
    const { params } = workbench.compiled;
    const horizon = params.horizon_months;
    return {
      project: modeHeadline(evaluateProject(workbench, params), workbench.project, horizon),
      product: modeHeadline(evaluateProduct(workbench, params), workbench.product, horizon),
      valueKnown,
      parallelKnown: parallelKnown(records, id),
      horizonMonths: horizon,
      startDate,
      disbanding: disbandingLossOf(workbench.project, horizon),
    };
  } catch (error) {
    if (error instanceof ModelInputError) return null;
    throw error;
  }
}

/**
 * Whether anybody recorded how many initiatives the people of this one work on at once; without it, task switching is
 * not known. The model's input has a 1 wherever nothing is recorded, so the records have to be asked.
 */
export const parallelKnown = (records: PortfolioRecords, id: string): boolean =>
  records.initiative[id]?.teamParallel != null ||
  (portfolioIndex(records).phases.get(id) ?? []).some((phase) => phase.parallel !== null);

/** Share of the booked days that goes into the seven wastes; null when nothing is booked. */
export function wasteShareOf({ pd }: Pick<Totals, 'pd'>): number | null {
  let booked = 0;
  let wasted = 0;
  pd.forEach((days, column) => {
    booked += days;
    // The seven wastes stand side by side in the ledger; release overhead and idle capacity come after them.
    if (column >= HANDOFFS && column <= PARTIALLY_DONE) wasted += days;
  });
  return booked > 0 ? wasted / booked : null;
}

/** Months of a run's releases up to the horizon, ascending. */
export function releasesOf(run: Pick<Run, 'releases' | 'releaseAt'>, horizon: number): readonly number[] {
  return Array.from(run.releaseAt.subarray(0, run.releases))
    .filter((month) => month <= horizon)
    .sort((a, b) => a - b);
}

/** Months to each release from the one before it, to the first one from the start; `releases` ascend. */
export const timesBetweenReleases = (releases: readonly number[]): number[] =>
  releases.map((month, k) => month - (k === 0 ? 0 : releases[k - 1]!));

/** The median time between releases in months, the time from the start to the first one counted; null without any. */
export function monthsBetweenReleases(releases: readonly number[]): number | null {
  const gaps = timesBetweenReleases(releases);
  if (gaps.length === 0) return null;
  gaps.sort((a, b) => a - b);
  const middle = (gaps.length - 1) / 2;
  return (gaps[Math.floor(middle)]! + gaps[Math.ceil(middle)]!) / 2;
}

function modeHeadline(totals: Totals, run: Run, horizon: number): ModeHeadline {
  const { pd, cash, economic, firstRelease, cost, value } = totals;
  return {
    wasteShare: wasteShareOf(totals),
    timeToFirstValueMonths: Number.isFinite(firstRelease) ? firstRelease : null,
    bookedPd: pd.reduce((sum, days) => sum + days, 0),
    cost,
    value,
    // The totals are filled again by the next run.
    pd: Array.from(pd.subarray(FIRST_WASTE)),
    cash: Array.from(cash.subarray(FIRST_WASTE)),
    economic: Array.from(economic.subarray(FIRST_WASTE)),
    releases: releasesOf(run, horizon),
  };
}
