import { disbandingLossOf } from '../../shared/analysis/disbandingLoss.ts';
import { SEVEN_WASTES } from '../../shared/analysis/figures.ts';
import { monthsBetweenReleases, releasesOf, wasteShareOf } from '../../shared/analysis/headline.ts';
import { initiativeInput, portfolioParameters, settingsOf } from '../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { quantile7 } from '../../shared/model/distributions.ts';
import { evaluateNets, leadOf, ModelInputError } from '../../shared/model/evaluate.ts';
import type { Totals } from '../../shared/model/outputs.ts';
import { FIRST_WASTE, type Run } from '../../shared/model/run.ts';
import { drawSteps } from '../../shared/model/simulate.ts';
import { WASTE_CATEGORIES } from '../../shared/model/types.ts';
import { partOf, type Steps } from '../../shared/steps.ts';

/** P10 and P90 of the simulated futures. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Ranges of one mode. A release that never comes counts as one month after the horizon (MODEL.md 2.8). */
export interface ModeFutures {
  /** Person-days of each of WASTE_CATEGORIES, in their order. */
  readonly pd: readonly Range[];
  /** Money paid and forgone of each of WASTE_CATEGORIES, in their order. */
  readonly money: readonly Range[];
  readonly sevenPd: Range;
  readonly sevenMoney: Range;
  readonly wasteShare: Range;
  readonly betweenReleases: Range;
  readonly firstValue: Range;
}

/** What the portfolio's pictures need of an initiative's simulated futures. */
export interface InitiativeFutures {
  readonly draws: number;
  readonly project: ModeFutures;
  readonly product: ModeFutures;
  /** Share of the futures in which the product team's value less cost is the higher one. */
  readonly productAhead: number;
  /** What its disbanding costs as a project, handing over and learning again; nothing in the futures that stop it before. */
  readonly disbanding: { readonly pd: Range; readonly money: Range };
}

export type FuturesAnswer = readonly (readonly [id: string, futures: InitiativeFutures | null])[];

/** Simulates some initiatives of the portfolio one after the other; null for one that cannot be computed. */
export function* futuresSteps(
  records: PortfolioRecords,
  ids: readonly string[],
  draws: number,
): Steps<FuturesAnswer> {
  const settings = settingsOf(records);
  const defaults = portfolioParameters(settings);
  const found: (readonly [string, InitiativeFutures | null])[] = [];
  for (const id of ids) {
    const { input } = initiativeInput(records, id);
    if (!input) {
      found.push([id, null]);
      continue;
    }
    const project = new Kept(draws);
    const product = new Kept(draws);
    const lostPd = new Float64Array(draws);
    const lostMoney = new Float64Array(draws);
    let ahead = 0;
    try {
      const steps = drawSteps(
        input,
        { iterations: draws, seed: settings.seed },
        defaults,
        (i, workbench, drawn) => {
          if (leadOf(evaluateNets(workbench, drawn)) > 0) ahead += 1;
          const { horizon_months } = workbench.compiled.params;
          project.keep(i, workbench.projectTotals, workbench.project, horizon_months);
          product.keep(i, workbench.productTotals, workbench.product, horizon_months);
          const loss = disbandingLossOf(workbench.project, horizon_months);
          if (!loss) return;
          lostPd[i] = loss.handoverPd + loss.relearningPd;
          lostMoney[i] = loss.handoverMoney + loss.relearningMoney;
        },
      );
      const from = found.length / ids.length;
      yield* partOf(steps, from, from + 1 / ids.length);
      found.push([
        id,
        {
          draws,
          project: project.ranges(),
          product: product.ranges(),
          productAhead: ahead / draws,
          disbanding: { pd: rangeOf(lostPd), money: rangeOf(lostMoney) },
        },
      ]);
    } catch (error) {
      if (!(error instanceof ModelInputError)) throw error;
      found.push([id, null]);
    }
  }
  return found;
}

function rangeOf(values: Float64Array): Range {
  const sorted = values.slice().sort();
  return { low: quantile7(sorted, 0.1), high: quantile7(sorted, 0.9) };
}

/** The draws of one mode, figure by figure. */
class Kept {
  readonly #pd: readonly Float64Array[];
  readonly #money: readonly Float64Array[];
  readonly #sevenPd: Float64Array;
  readonly #sevenMoney: Float64Array;
  readonly #share: Float64Array;
  readonly #between: Float64Array;
  readonly #first: Float64Array;

  constructor(draws: number) {
    this.#pd = WASTE_CATEGORIES.map(() => new Float64Array(draws));
    this.#money = WASTE_CATEGORIES.map(() => new Float64Array(draws));
    this.#sevenPd = new Float64Array(draws);
    this.#sevenMoney = new Float64Array(draws);
    this.#share = new Float64Array(draws);
    this.#between = new Float64Array(draws);
    this.#first = new Float64Array(draws);
  }

  keep(i: number, totals: Totals, run: Run, horizon: number): void {
    WASTE_CATEGORIES.forEach((_, c) => {
      const pd = totals.pd[FIRST_WASTE + c]!;
      const money = totals.cash[FIRST_WASTE + c]! + totals.economic[FIRST_WASTE + c]!;
      this.#pd[c]![i] = pd;
      this.#money[c]![i] = money;
      if (c >= SEVEN_WASTES.length) return;
      this.#sevenPd[i] = this.#sevenPd[i]! + pd;
      this.#sevenMoney[i] = this.#sevenMoney[i]! + money;
    });
    this.#share[i] = wasteShareOf(totals) ?? 0;
    this.#between[i] = monthsBetweenReleases(releasesOf(run, horizon)) ?? horizon + 1;
    this.#first[i] = Number.isFinite(totals.firstRelease) ? totals.firstRelease : horizon + 1;
  }

  ranges(): ModeFutures {
    return {
      pd: this.#pd.map(rangeOf),
      money: this.#money.map(rangeOf),
      sevenPd: rangeOf(this.#sevenPd),
      sevenMoney: rangeOf(this.#sevenMoney),
      wasteShare: rangeOf(this.#share),
      betweenReleases: rangeOf(this.#between),
      firstValue: rangeOf(this.#first),
    };
  }
}
