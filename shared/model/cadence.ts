/** Economics of the release cadence (MODEL.md 2.7, evidence B1): U(c) = T / c + h c / 2. */

import type { Compiled } from './compile.ts';
import { evaluateProduct, prepare } from './evaluate.ts';
import type { Parameters } from './parameters.ts';
import type { ModelInitiative, ModelParameterOverrides } from './types.ts';

const CADENCES: readonly number[] = [0.25, 0.5, 1, 2, 3, 6, 12];

export interface CadenceResult {
  /** T: money per release. */
  readonly transaction_cost: number;
  /** h: money per month and month of batch. */
  readonly holding_cost_rate: number;
  /** c*; null when holding work costs nothing. */
  readonly optimal_cadence_months: number | null;
  readonly cost_per_month_at_current: number;
  readonly cost_per_month_at_optimum: number | null;
  /** Net of the product mode by cadence; keys are written like 1.0. */
  readonly simulated_net: Readonly<Record<string, number>>;
}

export interface CadenceTerms {
  readonly transactionCost: number;
  /** The two summands of holdingRate. */
  readonly lateValue: number;
  readonly burn: number;
  readonly holdingRate: number;
}

/** T and h of the product mode's team. */
export function cadenceTerms(c: Compiled, p: Parameters): CadenceTerms {
  const { people, allocation, rate, scopePd } = c.product;
  const capacity = people * allocation * p.days_per_month;
  const buildMonths = scopePd / capacity;
  const worth = c.value.perMonth * p.value_realisation;
  const lateValue = worth / buildMonths;
  const burn = capacity * rate * (p.churn_monthly + p.wacc_annual / 12);
  return {
    transactionCost: p.release_pd * (rate + worth / (2 * capacity)),
    lateValue,
    burn,
    holdingRate: lateValue + burn,
  };
}

/** U(c): money per month at a cadence of `months`. */
export function cadenceCost(terms: CadenceTerms, months: number): number {
  return terms.transactionCost / months + (terms.holdingRate * months) / 2;
}

/** c* = sqrt(2 T / h) in months; null when h is 0. */
export function optimalCadence(terms: CadenceTerms): number | null {
  return terms.holdingRate > 0 ? Math.sqrt((2 * terms.transactionCost) / terms.holdingRate) : null;
}

function keyOf(months: number): string {
  return Number.isInteger(months) ? months.toFixed(1) : String(months);
}

/** U-curve, its optimum and the simulated net by cadence (money); throws ModelInputError like `compare`. */
export function cadence(
  initiative: ModelInitiative,
  defaults?: ModelParameterOverrides,
  cadences: readonly number[] = CADENCES,
): CadenceResult {
  const w = prepare(initiative, defaults);
  const p: Parameters = { ...w.compiled.params };
  const terms = cadenceTerms(w.compiled, p);
  const best = optimalCadence(terms);
  const simulated: Record<string, number> = {};
  for (const months of cadences) {
    p.cadence_months = months;
    const totals = evaluateProduct(w, p);
    simulated[keyOf(months)] = totals.value - totals.cost;
  }
  let atBest: number | null = null;
  if (best !== null) atBest = best > 0 ? cadenceCost(terms, best) : 0;
  return {
    cost_per_month_at_current: cadenceCost(terms, w.compiled.params.cadence_months),
    cost_per_month_at_optimum: atBest,
    holding_cost_rate: terms.holdingRate,
    optimal_cadence_months: best,
    simulated_net: simulated,
    transaction_cost: terms.transactionCost,
  };
}
