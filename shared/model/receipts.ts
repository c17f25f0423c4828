/** Receipts: every figure opened to formula, inputs, their source, and the parts it was added up from. */
import { cadenceCost, cadenceTerms, optimalCadence } from './cadence.ts';
import { compareOn } from './compare.ts';
import { prepare } from './evaluate.ts';
import {
  DELTA_FIGURE_NAMES,
  type FigureInfo,
  MODE_FIGURE_NAMES,
  modeFigureInfo,
  PLAN_FIGURES,
} from './receiptFormulas.ts';
import { type InputContext, receiptInputs } from './receiptInputs.ts';
import { type ModeRun, modeParts, type Parts } from './receiptParts.ts';
import { monteCarloReceipts, rangeOf } from './receiptsMonteCarlo.ts';
import type { ProvenanceMap, Receipt, ReceiptPart } from './receiptTypes.ts';
import type { Samples } from './simulate.ts';
import type { CompareResult, Mode, ModelInitiative, ModelParameterOverrides } from './types.ts';

export interface ExplainOptions {
  readonly defaults?: ModelParameterOverrides;
  /** By parameter id or field path. */
  readonly provenance?: ProvenanceMap;
  /** Samples of the same initiative; they add ranges and the figures of the simulation. */
  readonly samples?: Samples;
  /** The figures that are wanted; all of them where this is left out. */
  readonly only?: ReadonlySet<string>;
}

export interface Explanation {
  readonly result: CompareResult;
  /** By figure path, such as project.net, delta.waste.handoffs.pd or montecarlo.delta.net.p50. */
  readonly receipts: ReadonlyMap<string, Receipt>;
}

const MODES: readonly Mode[] = ['project', 'product'];

/** Figure at a dotted path of a result; null where the model says "none". */
export function figureAt(from: unknown, path: string): number | null {
  let x: unknown = from;
  for (const key of path.split('.')) x = (x as Readonly<Record<string, unknown>> | null)?.[key];
  return typeof x === 'number' ? x : null;
}

function receiptOf(
  x: InputContext,
  figure: string,
  mode: Mode | null,
  value: number | null,
  info: FigureInfo,
  parts: Parts,
): Receipt {
  return {
    figure,
    mode,
    value,
    unit: info.unit,
    formula: info.formula,
    operation: parts.operation,
    inputs: receiptInputs(x, mode, info.params, info.fields),
    parts: parts.parts,
  };
}

function modeValue(result: CompareResult, mode: Mode, name: string): number | null {
  const delay = 'cost_of_delay.';
  return name.startsWith(delay)
    ? figureAt(result.cost_of_delay[mode], name.slice(delay.length))
    : figureAt(result[mode], name);
}

function deltaReceipt(x: InputContext, result: CompareResult, name: string): Receipt {
  const product = figureAt(result.product, name) ?? 0;
  const project = figureAt(result.project, name) ?? 0;
  const infos = MODES.map((mode) => modeFigureInfo(mode, name)!);
  const inputs = MODES.flatMap((mode, i) => receiptInputs(x, mode, infos[i]!.params, infos[i]!.fields));
  return {
    figure: `delta.${name}`,
    mode: null,
    value: figureAt(result.delta, name),
    unit: infos[0]!.unit,
    formula: 'product - project',
    operation: 'sum',
    inputs: [...new Map(inputs.map((input) => [input.id, input])).values()],
    parts: [
      { label: 'product', value: product, of: { kind: 'mode', id: 'product' } },
      { label: 'project', value: -project, of: { kind: 'mode', id: 'project' } },
    ],
  };
}

function termParts(...terms: readonly (readonly [string, number])[]): readonly ReceiptPart[] {
  return terms.map(([id, value]) => ({ label: id, value, of: { kind: 'term', id } }));
}

function planReceipts(x: InputContext, result: CompareResult): Receipt[] {
  const { compiled } = x.bench;
  const p = compiled.params;
  const terms = cadenceTerms(compiled, p);
  const { transactionCost, holdingRate } = terms;
  const given: Parts = { operation: 'given', parts: [] };
  const at = (figure: string, value: number | null, parts: Parts, mode: Mode | null = 'product'): Receipt =>
    receiptOf(x, figure, mode, value, PLAN_FIGURES[figure]!, parts);
  return [
    at('effort_scale', result.effort_scale, given, null),
    at(
      'measured_ratio',
      result.measured_ratio,
      result.measured_ratio === null
        ? given
        : {
            operation: 'ratio',
            parts: termParts(
              ['measured', compiled.measured.measured],
              ['planned', compiled.measured.planned],
            ),
          },
      null,
    ),
    at('cadence.transaction_cost', transactionCost, given),
    at('cadence.holding_cost_rate', holdingRate, {
      operation: 'sum',
      parts: termParts(['late_value', terms.lateValue], ['burn', terms.burn]),
    }),
    at('cadence.cost_per_month_at_current', cadenceCost(terms, p.cadence_months), {
      operation: 'sum',
      parts: termParts(
        ['transactions', transactionCost / p.cadence_months],
        ['holding', (holdingRate * p.cadence_months) / 2],
      ),
    }),
    at('cadence.optimal_cadence_months', optimalCadence(terms), {
      operation: 'root',
      parts: termParts(['transaction_cost', transactionCost], ['holding_cost_rate', holdingRate]),
    }),
  ];
}

/**
 * Compares an initiative and explains every figure of the result (units in each receipt); throws ModelInputError
 * when it can not be computed.
 */
export function explain(initiative: ModelInitiative, options: ExplainOptions = {}): Explanation {
  const bench = prepare(initiative, options.defaults);
  const result = compareOn(bench);
  const x: InputContext = {
    bench,
    initiative,
    defaults: options.defaults,
    provenance: options.provenance ?? {},
    known: new Map(),
    knownFields: new Map(),
  };
  const { only } = options;
  const isWanted = (figure: string): boolean => !only || only.has(figure);
  const receipts = new Map<string, Receipt>();
  const add = (receipt: Receipt): void => {
    if (!isWanted(receipt.figure)) return;
    const range = options.samples && rangeOf(options.samples, receipt.figure);
    receipts.set(receipt.figure, range ? { ...receipt, range } : receipt);
  };
  for (const mode of MODES) {
    const m: ModeRun = {
      compiled: bench.compiled,
      params: bench.compiled.params,
      run: bench[mode],
      totals: mode === 'project' ? bench.projectTotals : bench.productTotals,
      result: result[mode],
      delay: result.cost_of_delay[mode],
    };
    for (const name of MODE_FIGURE_NAMES) {
      if (!isWanted(`${mode}.${name}`)) continue;
      const value = modeValue(result, mode, name);
      const info = modeFigureInfo(mode, name)!;
      add(receiptOf(x, `${mode}.${name}`, mode, value, info, modeParts(m, name)));
    }
  }
  for (const name of DELTA_FIGURE_NAMES) if (isWanted(`delta.${name}`)) add(deltaReceipt(x, result, name));
  for (const receipt of planReceipts(x, result)) add(receipt);
  if (options.samples) for (const receipt of monteCarloReceipts(x, options.samples)) add(receipt);
  return { result, receipts };
}
