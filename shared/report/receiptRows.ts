import { figureRangeSteps } from '../analysis/figureRanges.ts';
import { SEVEN_WASTES } from '../analysis/figures.ts';
import {
  type InitiativeInput,
  initiativeInput,
  portfolioParameters,
  settingsOf,
} from '../analysis/initiativeInput.ts';
import { needsValue, ownReceipt } from '../analysis/ownFigures.ts';
import type { Initiative, PortfolioRecords } from '../domain/records.ts';
import { problems } from '../model/problems.ts';
import { explain } from '../model/receipts.ts';
import type { Receipt, ReceiptInput } from '../model/receiptTypes.ts';
import type { ModelInitiative, ModelParameterOverrides } from '../model/types.ts';
import { runSteps } from '../steps.ts';
import { type ElementRow, elementRows, hasElementRows } from './elementRows.ts';

/** The receipt of one figure of one initiative, as a row of a sheet. */
export interface ReceiptRow {
  readonly initiative: Initiative;
  /** With its range over RANGE_FUTURES futures, and without inputs that may not be shown. */
  readonly receipt: Receipt;
}

/** An input that receipts rest on, as a row of a sheet. */
export interface InputRow {
  /** Whose own it is; null for a default or a setting of the portfolio, which all share that have none of their own. */
  readonly initiative: Initiative | null;
  readonly input: ReceiptInput;
}

/** Figures of each mode that a sheet of receipts holds. */
const FIGURES: readonly string[] = [
  'time_to_first_value',
  'cost',
  'value',
  'net',
  'money_at_risk',
  'booked_pd',
  'waste_pd_total',
  'waste_money_total',
  'seven_wastes_pd',
  'seven_wastes_money',
  'seven_wastes_share',
  ...SEVEN_WASTES.map((waste) => `waste.${waste}.pd`),
  ...SEVEN_WASTES.map((waste) => `waste.${waste}.money`),
  'months_between_releases',
  'knowledge_at_horizon',
  'cost_of_delay.cost_of_delay_per_month',
];

const SHOWN: readonly string[] = [
  ...(['project', 'product'] as const).flatMap((mode) => FIGURES.map((figure) => `${mode}.${figure}`)),
  'delta.net',
  'cadence.optimal_cadence_months',
  'cadence.cost_per_month_at_current',
];

/** What the figures that the planner makes itself rest on is explained with them. */
const WANTED: ReadonlySet<string> = new Set([
  ...SHOWN,
  ...(['project', 'product'] as const).flatMap((mode) =>
    SEVEN_WASTES.map((waste) => `${mode}.waste.${waste}.money`),
  ),
]);

/** Futures that the ranges of a sheet are taken from: enough for P10 and P90, and quickly made for hundreds of initiatives. */
export const RANGE_FUTURES = 100;

/** Initiatives in a sheet of receipts at most: those with most money; a spreadsheet of all of thousands opens nowhere. */
const MOST_INITIATIVES = 300;

const isMoney = (unit: string): boolean => unit.startsWith('money');

/** The receipts of a state: its rows are computed while they are walked through, once, so that few are in memory. */
export interface SheetReceipts {
  /** The receipts of so many of `all` initiatives. */
  readonly shown: number;
  readonly all: number;
  readonly rows: Iterable<ReceiptRow>;
  readonly hasElements: boolean;
  /** What is needed, and the whole portfolio. */
  readonly elements: Iterable<ElementRow>;
}

/** Share of the work that the receipts of initiatives take. */
const OF_INITIATIVES = 0.7;

/**
 * The receipts of the main figures of the initiatives, and of what is needed; those of money are left out where amounts
 * are hidden. `onShare` is told how much of them is computed, from 0 to 1.
 */
export function sheetReceipts(
  records: PortfolioRecords,
  hideAmounts: boolean,
  onShare: (share: number) => void,
): SheetReceipts {
  const settings = settingsOf(records);
  const defaults = portfolioParameters(settings);
  const kept = Object.values(records.initiative).filter(({ retired }) => !retired);
  const money = ({ budget, spent }: Initiative): number => budget ?? spent ?? -1;
  const computed: Computed[] = [];
  for (const initiative of [...kept].sort((a, b) => money(b) - money(a))) {
    if (computed.length === MOST_INITIATIVES) break;
    const { input, provenance, valueKnown } = initiativeInput(records, initiative.id);
    if (input && problems(input, defaults).length === 0)
      computed.push({ initiative, input, provenance, valueKnown });
  }
  function* rows(): Generator<ReceiptRow, void> {
    for (const [at, each] of computed.entries()) {
      yield* rowsOf(each, defaults, settings.seed, hideAmounts);
      onShare((OF_INITIATIVES * (at + 1)) / computed.length);
    }
  }
  const hasElements = hasElementRows(records);
  const onElements = (share: number): void => onShare(OF_INITIATIVES + (1 - OF_INITIATIVES) * share);
  return {
    ...{ shown: computed.length, all: kept.length, rows: rows(), hasElements },
    elements: hasElements ? elementRows(records, hideAmounts, onElements) : [],
  };
}

/** An initiative that the model can compute. */
interface Computed extends Pick<InitiativeInput, 'provenance' | 'valueKnown'> {
  readonly initiative: Initiative;
  readonly input: ModelInitiative;
}

function rowsOf(
  { initiative, input, provenance, valueKnown }: Computed,
  defaults: ModelParameterOverrides,
  seed: number,
  hideAmounts: boolean,
): readonly ReceiptRow[] {
  const { receipts, result } = explain(input, { defaults, provenance, only: WANTED });
  const ranges = runSteps(figureRangeSteps(input, { iterations: RANGE_FUTURES, seed }, defaults, SHOWN));
  return SHOWN.flatMap((figure): readonly ReceiptRow[] => {
    const receipt = receipts.get(figure) ?? ownReceipt(receipts, result, figure);
    if (!receipt || (hideAmounts && isMoney(receipt.unit))) return [];
    const inputs = hideAmounts ? receipt.inputs.filter(({ unit }) => !isMoney(unit)) : receipt.inputs;
    // Without a value nobody knows what rests on it: that is not nothing.
    const isUnknown = !valueKnown && needsValue(figure);
    const range = isUnknown ? undefined : ranges[figure];
    const unknown = isUnknown ? { value: null, parts: [] } : {};
    return [{ initiative, receipt: { ...receipt, inputs, ...unknown, ...(range ? { range } : {}) } }];
  });
}

/** Gathers the inputs that receipts rest on, each once. */
export class GatheredInputs {
  readonly #shared = new Map<string, InputRow>();
  readonly #own = new Map<string, InputRow>();

  take(initiative: Initiative, input: ReceiptInput): void {
    // A field of the plan may come from a setting of the portfolio and still be another amount for each initiative.
    const isShared = input.evidence !== null && (input.source === 'default' || input.source === 'portfolio');
    if (isShared) this.#shared.set(`${input.id} ${input.value}`, { initiative: null, input });
    else this.#own.set(`${initiative.id} ${input.id}`, { initiative, input });
  }

  /** What all share first, then what initiatives have of their own. */
  *rows(): Generator<InputRow, void> {
    yield* this.#shared.values();
    yield* this.#own.values();
  }
}
