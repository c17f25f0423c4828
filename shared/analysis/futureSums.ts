import type { Totals } from '../model/outputs.ts';
import { FIRST_WASTE } from '../model/run.ts';
import { quantilesOf } from '../model/simulate.ts';
import type { Quantiles } from '../model/types.ts';
import { SEVEN_WASTES } from './figures.ts';

/** Simulated sums over initiatives: mean, P10, P50 and P90 of the futures. Whole currency units and person-days. */
export interface SimulatedTotals {
  readonly cost: Quantiles;
  readonly seven_wastes_pd: Quantiles;
  readonly seven_wastes_money: Quantiles;
}

/** Adds initiatives up future by future, so that the range of the sum is not the sum of ranges. */
export class FutureSums {
  readonly #cost: Float64Array;
  readonly #pd: Float64Array;
  readonly #money: Float64Array;

  constructor(draws: number) {
    this.#cost = new Float64Array(draws);
    this.#pd = new Float64Array(draws);
    this.#money = new Float64Array(draws);
  }

  /** Adds what one initiative comes to in one future. */
  add(future: number, { cost, pd, cash, economic }: Totals): void {
    this.#cost[future]! += cost;
    // The seven wastes are the first of the categories of waste.
    for (let at = FIRST_WASTE; at < FIRST_WASTE + SEVEN_WASTES.length; at += 1) {
      this.#pd[future]! += pd[at]!;
      this.#money[future]! += cash[at]! + economic[at]!;
    }
  }

  /** Null without futures. */
  totals(): SimulatedTotals | null {
    if (this.#cost.length === 0) return null;
    return {
      cost: quantilesOf(this.#cost),
      seven_wastes_pd: quantilesOf(this.#pd),
      seven_wastes_money: quantilesOf(this.#money),
    };
  }
}
