import { initiativeInput, portfolioParameters, settingsOf } from '../analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { quantile7 } from '../model/distributions.ts';
import { evaluateProduct, evaluateProject, ModelInputError } from '../model/evaluate.ts';
import { drawSteps } from '../model/simulate.ts';
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
  /** Initiatives drawn on each side that they are on; the others cannot be computed on one of these sides. */
  readonly simulated: number;
  /** Among these, those whose value is not known wherever they are: their cost counts, and their value on neither side. */
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
 * only counts with nothing on the other; one that is on both, and known on one of them only, says nothing of what moves.
 * Yields its progress as a share.
 */
export function* futuresDifference(
  before: PortfolioRecords,
  after: PortfolioRecords,
  ids: readonly string[],
  options: { readonly draws: number; readonly seed: number },
): Steps<FuturesDifference> {
  const { draws } = options;
  const sums = emptyDraws(draws);
  let simulated = 0;
  let valueUnknown = 0;
  for (const [index, id] of ids.entries()) {
    const [from, half] = [index / ids.length, 0.5 / ids.length];
    const old = yield* partOf(drawSide(before, id, options), from, from + half);
    if (old === 'unknown') continue;
    const now = yield* partOf(drawSide(after, id, options), from + half, from + 2 * half);
    if (now === 'unknown' || (old === 'absent' && now === 'absent')) continue;
    const valueKnown = (old === 'absent' || old.valueKnown) && (now === 'absent' || now.valueKnown);
    simulated += 1;
    if (!valueKnown) valueUnknown += 1;
    if (old !== 'absent') addSide(old, -1, valueKnown, sums);
    if (now !== 'absent') addSide(now, 1, valueKnown, sums);
  }
  const net = sums.value.map((value, i) => value - sums.cost[i]!);
  const sorted = net.slice().sort();
  return {
    draws,
    simulated,
    valueUnknown,
    ahead:
      simulated === valueUnknown || net.every((each) => each === 0)
        ? null
        : net.reduce((count, each) => count + Number(each > 0), 0) / draws,
    net: spreadOf(net),
    value: spreadOf(sums.value),
    cost: spreadOf(sums.cost),
    wasteMoney: spreadOf(sums.waste),
    dots: Array.from({ length: FUTURE_DOTS }, (_, k) => quantile7(sorted, (k + 0.5) / FUTURE_DOTS)),
  };
}

/** Figures by draw, money. */
interface Draws {
  readonly value: Float64Array;
  readonly cost: Float64Array;
  readonly waste: Float64Array;
}

const emptyDraws = (draws: number): Draws => ({
  value: new Float64Array(draws),
  cost: new Float64Array(draws),
  waste: new Float64Array(draws),
});

/** What one initiative is on one side: drawn in its own mode, not there, or there without figures. */
type Side = { readonly own: Draws; readonly valueKnown: boolean } | 'absent' | 'unknown';

function* drawSide(
  records: PortfolioRecords,
  id: string,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Steps<Side> {
  const initiative = Object.hasOwn(records.initiative, id) ? records.initiative[id] : undefined;
  if (!initiative || initiative.retired) return 'absent';
  const { input, valueKnown } = initiativeInput(records, id);
  if (!input) return 'unknown';
  const own = emptyDraws(draws);
  const run = initiative.mode === 'project' ? evaluateProject : evaluateProduct;
  const parameters = portfolioParameters(settingsOf(records));
  try {
    yield* drawSteps(input, { iterations: draws, seed }, parameters, (i, workbench, drawn) => {
      const totals = run(workbench, drawn);
      own.value[i] = totals.value;
      own.cost[i] = totals.cost;
      own.waste[i] = totals.wasteMoney;
    });
    return { own, valueKnown };
  } catch (error) {
    if (error instanceof ModelInputError) return 'unknown';
    throw error;
  }
}

function addSide({ own }: Exclude<Side, string>, sign: 1 | -1, valueKnown: boolean, sums: Draws): void {
  for (let i = 0; i < sums.cost.length; i++) {
    if (valueKnown) sums.value[i] = sums.value[i]! + sign * own.value[i]!;
    sums.cost[i] = sums.cost[i]! + sign * own.cost[i]!;
    sums.waste[i] = sums.waste[i]! + sign * own.waste[i]!;
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
