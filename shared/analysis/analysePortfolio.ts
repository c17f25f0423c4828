import { analyseCoverage, type CoverageAnalysis } from '../coverage/analyse.ts';
import type { Mode, PortfolioRecords } from '../domain/records.ts';
import { compare } from '../model/compare.ts';
import { ModelInputError, type Workbench } from '../model/evaluate.ts';
import { DEFAULT_PARAMETERS } from '../model/parameters.ts';
import { explain } from '../model/receipts.ts';
import type { ProvenanceMap, Receipt, ReceiptInput } from '../model/receiptTypes.ts';
import { sample, summarise } from '../model/simulate.ts';
import type {
  CompareResult,
  ModelParameterOverrides,
  ModeResult,
  MonteCarloResult,
  WasteCategory,
  WasteFigure,
} from '../model/types.ts';
import { WASTE_CATEGORIES } from '../model/types.ts';
import type { Assumption } from './assumptions.ts';
import { coverageInput, portfolioRun } from './coverageInput.ts';
import type { MissingFact } from './delivery.ts';
import { sevenWastesMoney, sevenWastesPd } from './figures.ts';
import { FutureSums, type SimulatedTotals } from './futureSums.ts';
import { initiativeInput, portfolioParameters, settingsOf } from './initiativeInput.ts';
import { type OverheadTotals, overheadTotals } from './overheadTotals.ts';

export interface AnalyseOptions {
  /** Months; the portfolio's own when absent. */
  readonly horizon?: number;
  /** Futures per initiative; 0 leaves the simulation out. The portfolio's own when absent. */
  readonly draws?: number;
  readonly seed?: number;
  /** Adds the receipt of every figure, several hundred for each initiative. */
  readonly receipts?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly isCancelled?: () => boolean;
}

/** What the model says about one initiative, and what it rests on. */
export interface InitiativeAnalysis {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  /** Month 0 on the calendar; null when not known. */
  readonly start_date: string | null;
  /** False when nobody said what the work is worth: `value`, `net` and everything made from them mean nothing then. */
  readonly value_known: boolean;
  readonly missing: readonly { readonly code: string; readonly field: string }[];
  readonly assumptions: readonly Assumption[];
  readonly provenance: ProvenanceMap;
  /** Null when facts are missing. */
  readonly comparison: CompareResult | null;
  /** Null when facts are missing or no draws were asked for. */
  readonly simulation: MonteCarloResult | null;
  /** How every figure was made; absent unless asked for. */
  readonly receipts?: InitiativeReceipts;
}

/** The receipts of one initiative; inputs stand once, since most figures share most of them. */
export interface InitiativeReceipts {
  readonly inputs: Readonly<Record<string, ReceiptInput>>;
  /** `inputs` are keys of the table above. */
  readonly figures: readonly (Omit<Receipt, 'inputs'> & { readonly inputs: readonly string[] })[];
}

/** Sums over the initiatives that could be computed, all in one mode or each in its own. */
export interface PortfolioTotals {
  readonly cost: number;
  readonly booked_pd: number;
  readonly waste: Readonly<Record<WasteCategory, WasteFigure>>;
  readonly seven_wastes_pd: number;
  readonly seven_wastes_money: number;
  /** The sums in simulated futures, each of which draws every initiative anew; null when no draws were asked for. */
  readonly simulated: SimulatedTotals | null;
}

/** The whole analysis of a portfolio: what `analyse --json` prints. Money in whole currency units. */
export interface PortfolioAnalysis {
  readonly format: 'throughline-analysis';
  readonly version: 1;
  readonly portfolio: {
    readonly name: string;
    readonly currency: string;
    readonly data_date: string | null;
    readonly horizon_months: number;
    readonly draws: number;
    readonly seed: number;
    /** Month 0 of the coverage figures on the calendar. */
    readonly origin: string | null;
  };
  readonly initiatives: readonly InitiativeAnalysis[];
  readonly totals: {
    readonly computed: number;
    readonly not_computed: number;
    /** Each initiative in the mode it is set to. */
    readonly declared: PortfolioTotals;
    readonly project: PortfolioTotals;
    readonly product: PortfolioTotals;
    /** Work that customers don't care about; its initiatives are part of the sums above. */
    readonly overhead: OverheadTotals;
  };
  readonly coverage: CoverageAnalysis;
}

/**
 * Everything in MODEL.md about a portfolio: each initiative in both modes with its simulated futures, totals, and
 * coverage with findings. Null when cancelled. An initiative that lacks facts is listed with them, never guessed; one
 * that is retired is left out.
 */
export function analysePortfolio(
  records: PortfolioRecords,
  options: AnalyseOptions = {},
): PortfolioAnalysis | null {
  const initiatives: InitiativeAnalysis[] = [];
  const steps = analysisSteps(records, options);
  for (;;) {
    const step = steps.next();
    if (!step.done) initiatives.push(step.value);
    else return step.value && { ...step.value, initiatives };
  }
}

/** The same, handed out one initiative a step: a host can stay awake between them, and need not hold them all. */
export function* analysisSteps(
  records: PortfolioRecords,
  options: AnalyseOptions = {},
): Generator<InitiativeAnalysis, Omit<PortfolioAnalysis, 'initiatives'> | null> {
  const settings = settingsOf(records);
  const defaults: ModelParameterOverrides = {
    ...portfolioParameters(settings),
    ...(options.horizon === undefined ? {} : { horizon_months: options.horizon }),
  };
  const { draws = settings.draws, seed = settings.seed, receipts = false, isCancelled } = options;
  const ids = Object.keys(records.initiative).filter((id) => records.initiative[id]?.retired === false);
  const [declared, project, product] = [new Sum(draws), new Sum(draws), new Sum(draws)];
  let done = 0;
  for (const id of ids) {
    if (isCancelled?.()) return null;
    const asProduct = records.initiative[id]?.mode === 'product';
    const onDraw = (future: number, { projectTotals, productTotals }: Workbench): void => {
      project.futures.add(future, projectTotals);
      product.futures.add(future, productTotals);
      declared.futures.add(future, asProduct ? productTotals : projectTotals);
    };
    const analysed = analyseInitiative(records, id, {
      ...{ defaults, draws, seed, receipts, isCancelled, onDraw },
    });
    if (!analysed) return null;
    if (analysed.comparison) {
      declared.add(analysed.comparison[analysed.mode]);
      project.add(analysed.comparison.project);
      product.add(analysed.comparison.product);
    }
    done++;
    options.onProgress?.(done, ids.length);
    yield analysed;
  }
  const { input, origin } = coverageInput(records);
  const coverage = analyseCoverage(input, {
    threshold: settings.duplicateThreshold,
    runDeclared: portfolioRun(records, defaults),
    ...(isCancelled ? { isCancelled } : {}),
  });
  if (!coverage) return null;
  return {
    format: 'throughline-analysis',
    version: 1,
    portfolio: {
      name: settings.name,
      currency: settings.currency,
      data_date: settings.dataDate,
      horizon_months: defaults.horizon_months ?? DEFAULT_PARAMETERS.horizon_months,
      draws,
      seed,
      origin,
    },
    totals: {
      computed: declared.count,
      not_computed: ids.length - declared.count,
      declared: declared.totals(),
      project: project.totals(),
      product: product.totals(),
      overhead: overheadTotals(records),
    },
    coverage,
  };
}

interface InitiativeOptions {
  readonly defaults: ModelParameterOverrides;
  readonly draws: number;
  readonly seed: number;
  readonly receipts: boolean;
  readonly isCancelled: (() => boolean) | undefined;
  readonly onDraw: (future: number, workbench: Workbench) => void;
}

/** One initiative of `analysePortfolio`; null when cancelled. */
function analyseInitiative(
  records: PortfolioRecords,
  id: string,
  { defaults, draws, seed, receipts, isCancelled, onDraw }: InitiativeOptions,
): InitiativeAnalysis | null {
  const { input, missing, assumptions, provenance, startDate, valueKnown } = initiativeInput(records, id);
  const { name, mode } = records.initiative[id] as PortfolioRecords['initiative'][string];
  const known = { id, name, mode, start_date: startDate, value_known: valueKnown, assumptions, provenance };
  const without = (reasons: readonly { code: string; field: string }[]): InitiativeAnalysis => ({
    ...known,
    missing: reasons,
    comparison: null,
    simulation: null,
  });
  if (!input) return without(missing satisfies readonly MissingFact[]);
  try {
    const hooks = isCancelled ? { isCancelled } : {};
    const samples =
      draws > 0 ? sample(input, { iterations: draws, seed }, hooks, defaults, onDraw) : undefined;
    if (samples === null) return null;
    const simulation = samples ? summarise(samples) : null;
    if (!receipts) return { ...known, missing: [], comparison: compare(input, defaults), simulation };
    const explained = explain(input, { defaults, provenance, ...(samples ? { samples } : {}) });
    return {
      ...known,
      missing: [],
      comparison: explained.result,
      simulation,
      receipts: compactReceipts(explained.receipts.values()),
    };
  } catch (error) {
    if (!(error instanceof ModelInputError)) throw error;
    return without(error.problems.map((problem) => ({ code: problem.code, field: problem.path })));
  }
}

/** Two figures may use one field with different values (a phase's own and a plan's), so the value is part of the key. */
function compactReceipts(receipts: Iterable<Receipt>): InitiativeReceipts {
  const inputs: Record<string, ReceiptInput> = {};
  const figures = [...receipts].map(({ inputs: used, ...receipt }) => ({
    ...receipt,
    inputs: used.map((input) => {
      let key = input.id;
      for (let n = 2; inputs[key] && JSON.stringify(inputs[key]) !== JSON.stringify(input); n++)
        key = `${input.id}#${n}`;
      inputs[key] = input;
      return key;
    }),
  }));
  return { inputs, figures };
}

/** Adds up results one by one. */
class Sum {
  count = 0;
  readonly futures: FutureSums;
  #cost = 0;
  #bookedPd = 0;
  readonly #waste = Object.fromEntries(
    WASTE_CATEGORIES.map((category) => [category, { pd: 0, cash: 0, economic: 0, money: 0 }]),
  ) as Record<WasteCategory, { pd: number; cash: number; economic: number; money: number }>;

  constructor(draws: number) {
    this.futures = new FutureSums(draws);
  }

  add(result: ModeResult): void {
    this.count++;
    this.#cost += result.cost;
    this.#bookedPd += result.booked_pd;
    for (const category of WASTE_CATEGORIES) {
      const sum = this.#waste[category];
      const figure = result.waste[category];
      sum.pd += figure.pd;
      sum.cash += figure.cash;
      sum.economic += figure.economic;
      sum.money += figure.money;
    }
  }

  totals(): PortfolioTotals {
    const waste = this.#waste;
    return {
      cost: this.#cost,
      booked_pd: this.#bookedPd,
      waste,
      seven_wastes_pd: sevenWastesPd({ waste }),
      seven_wastes_money: sevenWastesMoney({ waste }),
      simulated: this.futures.totals(),
    };
  }
}
