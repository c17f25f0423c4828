/** Receipts of the simulation: each figure is a count, a mean or an interpolation between two ordered draws. */
import { DRAWN } from './draws.ts';
import { modeFigureInfo } from './receiptFormulas.ts';
import { type InputContext, receiptInputs } from './receiptInputs.ts';
import type { Receipt, ReceiptOperation, ReceiptPart, ReceiptUnit } from './receiptTypes.ts';
import {
  differences,
  METRICS,
  type Metric,
  type ModeSamples,
  type Samples,
  standardError,
  timesAhead,
} from './simulate.ts';
import type { Mode } from './types.ts';

const PERCENTILES: readonly (readonly [string, number])[] = [
  ['p10', 0.1],
  ['p50', 0.5],
  ['p90', 0.9],
];
const DELTA_METRICS = METRICS.filter((m) => m !== 'time_to_first_value');

function isMetric(name: string): name is Metric {
  return (METRICS as readonly string[]).includes(name);
}

function part(id: string, value: number): ReceiptPart {
  return { label: id, value, of: { kind: 'term', id } };
}

/** The two summands of a type 7 quantile: an ordered draw and the step towards the next one. */
function quantileParts(sorted: Float64Array, p: number): readonly [number, number] {
  const h = (sorted.length - 1) * p;
  const low = Math.floor(h);
  const high = Math.min(low + 1, sorted.length - 1);
  return [sorted[low]!, (h - low) * (sorted[high]! - sorted[low]!)];
}

/** P10, P50 and P90 of a figure the simulation covers, such as project.net or delta.cost. */
export function rangeOf(samples: Samples, figure: string): Receipt['range'] | undefined {
  const [of, metric] = figure.split('.') as [string, string];
  if (!isMetric(metric) || figure.split('.').length !== 2) return undefined;
  let values: Float64Array;
  if (of === 'project' || of === 'product') values = samples[of][metric];
  else if (of === 'delta' && metric !== 'time_to_first_value') values = differences(samples, metric);
  else return undefined;
  const sorted = values.slice().sort();
  const at = (p: number): number => {
    const [base, step] = quantileParts(sorted, p);
    return base + step;
  };
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

function count(values: Float64Array, test: (x: number) => boolean): number {
  let n = 0;
  for (let i = 0; i < values.length; i++) if (test(values[i]!)) n += 1;
  return n;
}

/** Every figure of the simulation's result. */
export function monteCarloReceipts(x: InputContext, samples: Samples): Receipt[] {
  const out: Receipt[] = [];
  const n = samples.iterations;
  const inputs = receiptInputs(x, null, DRAWN, []);
  const add = (
    figure: string,
    mode: Mode | null,
    unit: ReceiptUnit,
    formula: string,
    operation: ReceiptOperation,
    value: number,
    parts: readonly ReceiptPart[],
  ): void => {
    out.push({ figure: `montecarlo.${figure}`, mode, value, unit, formula, operation, inputs, parts });
  };
  const ratio = (
    figure: string,
    mode: Mode | null,
    unit: ReceiptUnit,
    formula: string,
    top: number,
  ): void => {
    add(figure, mode, unit, formula, 'ratio', top / n, [
      part(unit === 'share' ? 'count' : 'sum', top),
      part('iterations', n),
    ]);
  };
  const spread = (at: string, mode: Mode | null, unit: ReceiptUnit, values: Float64Array): void => {
    const sorted = values.slice().sort();
    for (const [name, p] of PERCENTILES) {
      const [base, step] = quantileParts(sorted, p);
      const parts = [part('ordered_draw', base), part('towards_next', step)];
      add(
        `${at}.${name}`,
        mode,
        unit,
        `x_⌊h⌋ + (h - ⌊h⌋)(x_⌊h⌋+1 - x_⌊h⌋), h = (n - 1) ${p}`,
        'sum',
        base + step,
        parts,
      );
    }
    ratio(`${at}.mean`, mode, unit, 'Σ x / n', total(values));
  };
  const modes: readonly (readonly [Mode, ModeSamples])[] = [
    ['project', samples.project],
    ['product', samples.product],
  ];
  for (const [mode, s] of modes) {
    for (const metric of METRICS)
      spread(`${mode}.${metric}`, mode, modeFigureInfo(mode, metric)!.unit, s[metric]);
    ratio(
      `${mode}.p_net_positive`,
      mode,
      'share',
      '#(net ≥ 0) / n',
      count(s.net, (v) => v >= 0),
    );
    ratio(`${mode}.p_no_release`, mode, 'share', '#(no release by H) / n', s.noRelease);
    ratio(
      `${mode}.p_stopped`,
      mode,
      'share',
      '#(stopped) / n',
      count(s.stopped, (v) => !Number.isNaN(v)),
    );
  }
  for (const metric of DELTA_METRICS) {
    spread(`delta.${metric}`, null, modeFigureInfo('product', metric)!.unit, differences(samples, metric));
  }
  const gain = samples.product.net.map((v, i) => v - samples.productNetWithoutGate[i]!);
  ratio('delta.p_product_better', null, 'share', '#(net product > net project) / n', timesAhead(samples));
  ratio(
    'delta.staged_funding_option_value',
    null,
    'money',
    'Σ (net with gates - net without) / n',
    total(gain),
  );
  add(
    'delta.standard_error',
    null,
    'money',
    '√(Σ (Δ - mean Δ)² / ((n - 1) n))',
    'given',
    standardError(differences(samples, 'net')),
    [],
  );
  return out;
}
