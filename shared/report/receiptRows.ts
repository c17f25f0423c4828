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

/** What the receipts of initiatives are computed from: plain data, so that another thread can be given it. */
export interface ReceiptsBasis {
  /** Those whose receipts a sheet holds, in their order. */
  readonly initiatives: readonly Computable[];
  /** So many initiatives that are not retired they were taken from. */
  readonly all: number;
  readonly defaults: ModelParameterOverrides;
  readonly seed: number;
  /** Whether receipts of money are left out, and amounts of money in those of other figures. */
  readonly hideAmounts: boolean;
}

/** An initiative that the model can compute. */
interface Computable extends Pick<InitiativeInput, 'provenance' | 'valueKnown'> {
  readonly initiative: Initiative;
  readonly input: ModelInitiative;
}

/** What the receipts of a state's initiatives are computed from: of those with most money, as many as a sheet holds. */
export function receiptsBasis(records: PortfolioRecords, hideAmounts: boolean): ReceiptsBasis {
  const settings = settingsOf(records);
  const defaults = portfolioParameters(settings);
  const kept = Object.values(records.initiative).filter(({ retired }) => !retired);
  const money = ({ budget, spent }: Initiative): number => budget ?? spent ?? -1;
  const initiatives: Computable[] = [];
  for (const initiative of [...kept].sort((a, b) => money(b) - money(a))) {
    if (initiatives.length === MOST_INITIATIVES) break;
    const { input, provenance, valueKnown } = initiativeInput(records, initiative.id);
    if (input && problems(input, defaults).length === 0)
      initiatives.push({ initiative, input, provenance, valueKnown });
  }
  return { initiatives, all: kept.length, defaults, seed: settings.seed, hideAmounts };
}

/**
 * The receipts of the main figures of initiatives, computed while they are walked through, so that few are in memory.
 * `onShare` is told how much of them is computed, from 0 to 1.
 */
export function* receiptRows(
  basis: ReceiptsBasis,
  onShare: (share: number) => void,
): Generator<ReceiptRow, void> {
  for (const [at, each] of basis.initiatives.entries()) {
    yield* rowsOf(each, basis);
    onShare((at + 1) / basis.initiatives.length);
  }
}

function rowsOf(
  { initiative, input, provenance, valueKnown }: Computable,
  { defaults, seed, hideAmounts }: ReceiptsBasis,
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
