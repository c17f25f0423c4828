import { initiativeInput, portfolioParameters, settingsOf } from '../analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { quantile7 } from '../model/distributions.ts';
import { ModelInputError } from '../model/evaluate.ts';
import { sampleSteps } from '../model/simulate.ts';
import { partOf, type Steps } from '../steps.ts';

/** P10, median and P90. */
export interface Spread {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** How many dots stand for all futures. */
export const FUTURE_DOTS = 50;

/** The difference of two states in simulated futures: the same draws on both sides, so that a difference is real. */
export interface FuturesDifference {
  readonly draws: number;
  /** Initiatives drawn on both sides; the others are the same on both, or have no computable figures. */
  readonly simulated: number;
  /** Among these, those whose value nobody knows: their cost counts, and their value on neither side. */
  readonly valueUnknown: number;
  /** Share of the futures in which the state after has the higher value less cost; null when no value is known, or nothing moves. */
  readonly ahead: number | null;
  /** After minus before, whole currency units: value less cost, value, cost, and money of the seven wastes. */
  readonly net: Spread;
  readonly value: Spread;
  readonly cost: Spread;
  readonly wasteMoney: Spread;
  /** FUTURE_DOTS quantiles of `net`, ascending: each stands for an equal share of the futures. */
  readonly dots: readonly number[];
}

/**
 * Simulates the initiatives that differ on both sides and takes the differences draw by draw. One that is on one side
 * only counts with nothing on the other. Yields its progress as a share.
 */
export function* futuresDifference(
  before: PortfolioRecords,
  after: PortfolioRecords,
  ids: readonly string[],
  options: { readonly draws: number; readonly seed: number },
): Steps<FuturesDifference> {
  const { draws } = options;
  const sums = {
    value: new Float64Array(draws),
    cost: new Float64Array(draws),
    waste: new Float64Array(draws),
  };
  let simulated = 0;
  let valueUnknown = 0;
  let valueKnown = 0;
  for (const [index, id] of ids.entries()) {
    let any = false;
    for (const [sign, side] of [
      [-1, before],
      [1, after],
    ] as const) {
      const from = index / ids.length;
      const known = yield* partOf(addSide(side, id, sign, options, sums), from, from + 0.5 / ids.length);
      if (known === null) continue;
      if (!any) {
        simulated += 1;
        if (known) valueKnown += 1;
        else valueUnknown += 1;
      }
      any = true;
    }
  }
  const net = sums.value.map((value, i) => value - sums.cost[i]!);
  const sorted = net.slice().sort();
  return {
    draws,
    simulated,
    valueUnknown,
    ahead:
      valueKnown === 0 || net.every((each) => each === 0)
        ? null
        : net.reduce((count, each) => count + Number(each > 0), 0) / draws,
    net: spreadOf(net),
    value: spreadOf(sums.value),
    cost: spreadOf(sums.cost),
    wasteMoney: spreadOf(sums.waste),
    dots: Array.from({ length: FUTURE_DOTS }, (_, k) => quantile7(sorted, (k + 0.5) / FUTURE_DOTS)),
  };
}

/** Adds one initiative of one side; answers whether its value is known, null where there is nothing to add. */
function* addSide(
  records: PortfolioRecords,
  id: string,
  sign: 1 | -1,
  { draws, seed }: { readonly draws: number; readonly seed: number },
  sums: { readonly value: Float64Array; readonly cost: Float64Array; readonly waste: Float64Array },
): Steps<boolean | null> {
  const initiative = Object.hasOwn(records.initiative, id) ? records.initiative[id] : undefined;
  if (!initiative || initiative.retired) return null;
  const { input, valueKnown } = initiativeInput(records, id);
  if (!input) return null;
  try {
    const parameters = portfolioParameters(settingsOf(records));
    const own = (yield* sampleSteps(input, { iterations: draws, seed }, parameters))[initiative.mode];
    for (let i = 0; i < draws; i++) {
      if (valueKnown) sums.value[i] = sums.value[i]! + sign * own.value[i]!;
      sums.cost[i] = sums.cost[i]! + sign * own.cost[i]!;
      sums.waste[i] = sums.waste[i]! + sign * own.waste_money_total[i]!;
    }
    return valueKnown;
  } catch (error) {
    if (error instanceof ModelInputError) return null;
    throw error;
  }
}

function spreadOf(values: Float64Array): Spread {
  const sorted = values.slice().sort();
  return {
    low: quantile7(sorted, 0.1),
    likely: quantile7(sorted, 0.5),
    high: quantile7(sorted, 0.9),
  };
}
