/** Monte Carlo of one initiative with common random numbers in both modes (MODEL.md 2.8). */
import type { Steps } from '../steps.ts';
import { quantile7 } from './distributions.ts';
import { drawInto } from './draws.ts';
import { evaluateProduct, evaluateProject, leadOf, prepare, type Workbench } from './evaluate.ts';
import type { Totals } from './outputs.ts';
import type { Parameters } from './parameters.ts';
import { type Pcg32, streamFor } from './rng.ts';
import type {
  ModelInitiative,
  ModelParameterOverrides,
  MonteCarloDelta,
  MonteCarloHooks,
  MonteCarloMode,
  MonteCarloOptions,
  MonteCarloResult,
  Quantiles,
  Seed,
} from './types.ts';

export const METRICS = [
  'net',
  'cost',
  'value',
  'time_to_first_value',
  'money_at_risk',
  'waste_money_total',
] as const;
export type Metric = (typeof METRICS)[number];

/** One mode's figures by iteration; kept so that differences use the same draw in both modes. */
export interface ModeSamples {
  readonly net: Float64Array;
  readonly cost: Float64Array;
  readonly value: Float64Array;
  readonly time_to_first_value: Float64Array;
  readonly money_at_risk: Float64Array;
  readonly waste_money_total: Float64Array;
  /** Month of the gate's stop, NaN where the work went on. */
  readonly stopped: Float64Array;
  noRelease: number;
}

export interface Samples {
  readonly iterations: number;
  readonly seed: Seed;
  readonly project: ModeSamples;
  readonly product: ModeSamples;
  /** Product net of the same draw without the funding gate. */
  readonly productNetWithoutGate: Float64Array;
}

function emptySamples(n: number): ModeSamples {
  return {
    net: new Float64Array(n),
    cost: new Float64Array(n),
    value: new Float64Array(n),
    time_to_first_value: new Float64Array(n),
    money_at_risk: new Float64Array(n),
    waste_money_total: new Float64Array(n),
    stopped: new Float64Array(n),
    noRelease: 0,
  };
}

function record(into: ModeSamples, i: number, totals: Totals, horizon: number, stoppedAt: number): void {
  into.net[i] = totals.value - totals.cost;
  into.cost[i] = totals.cost;
  into.value[i] = totals.value;
  const none = totals.firstRelease === Number.POSITIVE_INFINITY;
  into.time_to_first_value[i] = none ? horizon + 1 : totals.firstRelease;
  if (none) into.noRelease += 1;
  into.money_at_risk[i] = totals.moneyAtRisk;
  into.waste_money_total[i] = totals.wasteMoney;
  into.stopped[i] = stoppedAt;
}

/**
 * Hears of a draw: its number, the workbench to run modes in, and the drawn parameters. Both are used again for the next
 * draw: what is to stay must be copied.
 */
export type OnDraw = (iteration: number, workbench: Workbench, drawn: Parameters) => void;

/**
 * Draws the parameters of every future in steps, so that a caller can pause or stop between them, and leaves it to
 * `onDraw` which modes to run with them: each mode meets the same draws. Yields the share of draws that are done, about a
 * hundred times. Throws at once: RangeError for options that are no numbers of draws, ModelInputError when the initiative
 * can not be computed.
 */
export function drawSteps(
  initiative: ModelInitiative,
  options: MonteCarloOptions,
  defaults: ModelParameterOverrides | undefined,
  onDraw: OnDraw,
): Steps<void> {
  const { iterations, seed } = options;
  if (!Number.isInteger(iterations) || iterations < 1)
    throw new RangeError('montecarlo.iterations must be a whole number >= 1');
  if (typeof seed === 'number' && !Number.isInteger(seed))
    throw new RangeError('montecarlo.seed must be a whole number');
  return draw(prepare(initiative, defaults), streamFor(seed, initiative.id), iterations, onDraw);
}

function* draw(w: Workbench, stream: Pcg32, n: number, onDraw: OnDraw): Steps<void> {
  const own = w.compiled.params;
  const drawn: Parameters = { ...own };
  const batch = Math.max(1, Math.ceil(n / 100));
  for (let i = 0; i < n; i++) {
    drawInto(stream, own, drawn);
    onDraw(i, w, drawn);
    if ((i + 1) % batch === 0 || i + 1 === n) yield (i + 1) / n;
  }
}

/**
 * Simulates both modes and returns the samples. `onDraw` may read both runs of a draw from the workbench. Yields and
 * throws as `drawSteps` does.
 */
export function* sampleSteps(
  initiative: ModelInitiative,
  options: MonteCarloOptions,
  defaults?: ModelParameterOverrides,
  onDraw?: OnDraw,
): Steps<Samples> {
  const n = options.iterations;
  const steps = drawSteps(initiative, options, defaults, (i, w, drawn) => {
    const { gate_enabled, horizon_months } = w.compiled.params;
    record(project, i, evaluateProject(w, drawn), horizon_months, w.project.stoppedAt);
    record(product, i, evaluateProduct(w, drawn), horizon_months, w.product.stoppedAt);
    onDraw?.(i, w, drawn);
    free[i] = product.net[i]!;
    if (Number.isNaN(w.product.stoppedAt)) return;
    // A draw that no gate stopped is its own run without gates.
    drawn.gate_enabled = false;
    const open = evaluateProduct(w, drawn);
    free[i] = open.value - open.cost;
    drawn.gate_enabled = gate_enabled;
  });
  // What cannot be computed is refused before room is made for it.
  const project = emptySamples(n);
  const product = emptySamples(n);
  const free = new Float64Array(n);
  yield* steps;
  return { iterations: n, seed: options.seed, project, product, productNetWithoutGate: free };
}

/** Every iteration's figures; null when the hook cancelled. Throws ModelInputError when it can not be computed. */
export function sample(
  initiative: ModelInitiative,
  options: MonteCarloOptions,
  hooks?: MonteCarloHooks,
  defaults?: ModelParameterOverrides,
  onDraw?: (iteration: number, workbench: Workbench) => void,
): Samples | null {
  const steps = sampleSteps(initiative, options, defaults, onDraw);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    hooks?.onProgress?.(Math.round(step.value * options.iterations), options.iterations);
    if (hooks?.isCancelled?.() === true) return null;
  }
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Mean and P10, P50, P90 (type 7). */
export function quantilesOf(values: Float64Array): Quantiles {
  const sorted = values.slice().sort();
  return {
    mean: mean(values),
    p10: quantile7(sorted, 0.1),
    p50: quantile7(sorted, 0.5),
    p90: quantile7(sorted, 0.9),
  };
}

function shareOf(values: Float64Array, test: (x: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (test(values[i]!)) count += 1;
  return count / values.length;
}

/** Standard error of the mean; 0 for a single value. */
export function standardError(values: Float64Array): number {
  const n = values.length;
  if (n < 2) return 0;
  const m = mean(values);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (values[i]! - m) ** 2;
  return Math.sqrt(sum / (n - 1) / n);
}

/** product - project of one metric, draw by draw. */
export function differences(samples: Samples, metric: Metric): Float64Array {
  const product = samples.product[metric];
  const project = samples.project[metric];
  return product.map((x, i) => x - project[i]!);
}

/** In how many draws the product team's net is the higher one; a tie is nobody's lead. */
export function timesAhead({ project, product }: Samples): number {
  let count = 0;
  for (let i = 0; i < product.net.length; i++) {
    if (leadOf({ product: product.net[i]!, project: project.net[i]! }) > 0) count += 1;
  }
  return count;
}

function summariseMode(samples: ModeSamples): MonteCarloMode {
  const quantiles = Object.fromEntries(METRICS.map((m) => [m, quantilesOf(samples[m])])) as Record<
    Metric,
    Quantiles
  >;
  return {
    ...quantiles,
    p_net_positive: shareOf(samples.net, (x) => x >= 0),
    p_no_release: samples.noRelease / samples.net.length,
    p_stopped: shareOf(samples.stopped, (x) => !Number.isNaN(x)),
  };
}

function summariseDelta(samples: Samples): MonteCarloDelta {
  const net = differences(samples, 'net');
  const gain = samples.product.net.map((x, i) => x - samples.productNetWithoutGate[i]!);
  return {
    cost: quantilesOf(differences(samples, 'cost')),
    money_at_risk: quantilesOf(differences(samples, 'money_at_risk')),
    net: quantilesOf(net),
    p_product_better: timesAhead(samples) / samples.iterations,
    staged_funding_option_value: mean(gain),
    standard_error: standardError(net),
    value: quantilesOf(differences(samples, 'value')),
    waste_money_total: quantilesOf(differences(samples, 'waste_money_total')),
  };
}

/** Quantiles and probabilities of samples. */
export function summarise(samples: Samples): MonteCarloResult {
  return {
    delta: summariseDelta(samples),
    iterations: samples.iterations,
    product: summariseMode(samples.product),
    project: summariseMode(samples.project),
    seed: samples.seed,
  };
}

/**
 * Seeded simulation of both modes (MODEL.md 2.8; money, months). Null when cancelled; throws ModelInputError when the
 * initiative can not be computed and RangeError for iterations below 1 or a seed that is no whole number.
 */
export function monteCarlo(
  initiative: ModelInitiative,
  options: MonteCarloOptions,
  hooks?: MonteCarloHooks,
  defaults?: ModelParameterOverrides,
): MonteCarloResult | null {
  const samples = sample(initiative, options, hooks, defaults);
  return samples && summarise(samples);
}
