import { type CadenceTerms, cadenceCost, cadenceTerms, optimalCadence } from '../model/cadence.ts';
import { comparisonOf } from '../model/compare.ts';
import { quantile7 } from '../model/distributions.ts';
import { evaluateProduct, evaluateProject, type Workbench } from '../model/evaluate.ts';
import type { Parameters } from '../model/parameters.ts';
import { DELTA_FIGURE_NAMES, MODE_FIGURE_NAMES, modeFigureInfo } from '../model/receiptFormulas.ts';
import type { Receipt } from '../model/receiptTypes.ts';
import { drawSteps } from '../model/simulate.ts';
import type {
  CompareResult,
  ModelInitiative,
  ModelParameterOverrides,
  MonteCarloOptions,
} from '../model/types.ts';
import type { Steps } from '../steps.ts';
import { figureReader, OWN_DELTAS, OWN_FIGURES } from './ownFigures.ts';

/** P10, median and P90 of a figure over the simulated futures, in the figure's unit. */
export type FigureRange = NonNullable<Receipt['range']>;

const MODES = ['project', 'product'] as const;

const CADENCE_FIGURES = [
  'cadence.transaction_cost',
  'cadence.holding_cost_rate',
  'cadence.cost_per_month_at_current',
  'cadence.optimal_cadence_months',
] as const;

/** Every figure of an initiative that the draws can move, by its path. */
export const RANGED_FIGURES: readonly string[] = [
  ...MODES.flatMap((mode) => [...MODE_FIGURE_NAMES, ...OWN_FIGURES].map((name) => `${mode}.${name}`)),
  ...[...DELTA_FIGURE_NAMES, ...OWN_DELTAS].map((name) => `delta.${name}`),
  ...CADENCE_FIGURES,
];

/**
 * Keeps what figures come to in each simulated future. A month that never comes counts as one after the horizon
 * (MODEL.md 2.8); a figure that a future does not know, such as a share of nothing, has no range.
 */
export class FigureRanges {
  readonly #kept: readonly {
    readonly figure: string;
    readonly read: Reader;
    readonly isMonth: boolean;
    readonly values: Float64Array;
  }[];

  constructor(draws: number, figures: readonly string[] = RANGED_FIGURES) {
    this.#kept = figures.map((figure) => ({
      figure,
      read: readerOf(figure),
      isMonth: isMonth(figure),
      values: new Float64Array(draws),
    }));
  }

  /** Takes the future `i` from the runs that stand in the workbench, which were run with the parameters `drawn`. */
  take(i: number, workbench: Workbench, drawn: Parameters): void {
    const result = comparisonOf(workbench, drawn);
    const terms = cadenceTerms(workbench.compiled, drawn);
    for (const { read, isMonth, values } of this.#kept)
      values[i] = read(result, terms, drawn) ?? (isMonth ? drawn.horizon_months + 1 : Number.NaN);
  }

  /** The range of each figure by its path; none of a figure that is not known in every future. */
  ranges(): Readonly<Record<string, FigureRange>> {
    return Object.fromEntries(
      this.#kept.flatMap(({ figure, values }) =>
        values.some(Number.isNaN) ? [] : [[figure, rangeOf(values)] as const],
      ),
    );
  }
}

/**
 * Plays an initiative forward in simulated futures, as `drawSteps` draws them, for the ranges of `figures`. Throws
 * ModelInputError when the initiative can not be computed.
 */
export function* figureRangeSteps(
  initiative: ModelInitiative,
  options: MonteCarloOptions,
  defaults: ModelParameterOverrides,
  figures: readonly string[] = RANGED_FIGURES,
): Steps<Readonly<Record<string, FigureRange>>> {
  const ranges = new FigureRanges(options.iterations, figures);
  yield* drawSteps(initiative, options, defaults, (i, workbench, drawn) => {
    evaluateProject(workbench, drawn);
    evaluateProduct(workbench, drawn);
    ranges.take(i, workbench, drawn);
  });
  return ranges.ranges();
}

type Reader = (result: CompareResult, terms: CadenceTerms, drawn: Parameters) => number | null;

function readerOf(figure: string): Reader {
  switch (figure) {
    case 'cadence.transaction_cost':
      return (_, terms) => terms.transactionCost;
    case 'cadence.holding_cost_rate':
      return (_, terms) => terms.holdingRate;
    case 'cadence.cost_per_month_at_current':
      return (_, terms, { cadence_months }) => cadenceCost(terms, cadence_months);
    case 'cadence.optimal_cadence_months':
      return (_, terms) => optimalCadence(terms);
    case 'delta.time_to_first_value': {
      const [product, project] = MODES.map((mode) => figureReader(`${mode}.time_to_first_value`)).reverse();
      return (result, _, { horizon_months }) =>
        (product!(result) ?? horizon_months + 1) - (project!(result) ?? horizon_months + 1);
    }
    default:
      return figureReader(figure);
  }
}

function isMonth(figure: string): boolean {
  const [side = '', ...name] = figure.split('.');
  if (side !== 'project' && side !== 'product') return figure === 'cadence.optimal_cadence_months';
  return name[0] === 'months_between_releases' || modeFigureInfo(side, name.join('.'))?.unit === 'month';
}

function rangeOf(values: Float64Array): FigureRange {
  const sorted = values.slice().sort();
  return { p10: quantile7(sorted, 0.1), p50: quantile7(sorted, 0.5), p90: quantile7(sorted, 0.9) };
}
