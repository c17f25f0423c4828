/** One-at-a-time sensitivity of the difference in net (MODEL.md 2.7). */
import { compareCodePoints } from '../text/compareCodePoints.ts';
import { beyondRounding, evaluateNets, leadOf, prepare } from './evaluate.ts';
import type { Parameters } from './parameters.ts';
import type { ModelInitiative, ModelNumericParameters, ModelParameterOverrides } from './types.ts';

/** The seventeen parameters with their low and high end; retention's low end is the one that loses least. */
const TORNADO_RANGES: readonly (readonly [keyof ModelNumericParameters, number, number])[] = [
  ['handoff_retention', 0.9, 0.2],
  ['handoff_cost_share', 0, 0.5],
  ['switch_scale', 0, 1.6],
  ['queue_util', 0.5, 0.9],
  ['defect_base', 0.05, 0.4],
  ['defect_latency', 0, 0.4],
  ['extra_share', 0.1, 0.6],
  ['feedback_prune', 0, 0.35],
  ['value_front', 1, 3],
  ['churn_monthly', 0.002, 0.1],
  ['forget_rate', 0, 0.15],
  ['ramp_months', 0.5, 4],
  ['cr_per_year', 0, 12],
  ['cr_new_team_share', 0, 1],
  ['release_pd', 1, 40],
  ['core_share', 0, 1],
  ['mlp_share', 0.1, 1],
];

export interface TornadoRow {
  readonly param: keyof ModelNumericParameters;
  readonly low: number;
  readonly high: number;
  readonly delta_net_low: number;
  readonly delta_net_high: number;
  /** |delta_net_high - delta_net_low|; 0 where that is only rounding. */
  readonly swing: number;
  /** Whether another mode wins at one end than with the plan's own values. */
  readonly flips: boolean;
}

export interface TornadoResult {
  readonly base_delta_net: number;
  /** Largest swing first, equal ones by name, as MODEL.md orders all else that is equal. */
  readonly rows: readonly TornadoRow[];
}

/** Delta net (money, product - project) at both ends of 17 parameters; throws ModelInputError like `compare`. */
export function tornado(initiative: ModelInitiative, defaults?: ModelParameterOverrides): TornadoResult {
  const w = prepare(initiative, defaults);
  const p: Parameters = { ...w.compiled.params };
  const base = evaluateNets(w, p);
  const isProductAhead = leadOf(base) > 0;
  const rows = TORNADO_RANGES.map(([param, low, high]): TornadoRow => {
    const own = p[param];
    p[param] = low;
    const atLow = evaluateNets(w, p);
    p[param] = high;
    const atHigh = evaluateNets(w, p);
    p[param] = own;
    const deltaLow = atLow.product - atLow.project;
    const deltaHigh = atHigh.product - atHigh.project;
    const sums = [atLow.product, atLow.project, atHigh.product, atHigh.project];
    return {
      delta_net_high: deltaHigh,
      delta_net_low: deltaLow,
      flips: leadOf(atLow) > 0 !== isProductAhead || leadOf(atHigh) > 0 !== isProductAhead,
      high,
      low,
      param,
      swing: Math.abs(beyondRounding(deltaHigh - deltaLow, ...sums)),
    };
  });
  rows.sort((a, b) => b.swing - a.swing || compareCodePoints(a.param, b.param));
  return { base_delta_net: base.product - base.project, rows };
}
