import { figureRangeSteps } from '../analysis/figureRanges.ts';
import { SEVEN_WASTES } from '../analysis/figures.ts';
import { initiativeInput, portfolioParameters, settingsOf } from '../analysis/initiativeInput.ts';
import { needsValue, ownReceipt } from '../analysis/ownFigures.ts';
import type { Initiative, PortfolioRecords } from '../domain/records.ts';
import { ModelInputError } from '../model/evaluate.ts';
import { explain } from '../model/receipts.ts';
import type { Receipt, ReceiptInput } from '../model/receiptTypes.ts';
import { partOf, runSteps, type Steps } from '../steps.ts';
import { type ElementRow, elementRowSteps } from './elementRows.ts';

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

/** The rows of a sheet of receipts. */
export interface SheetReceipts {
  readonly rows: readonly ReceiptRow[];
  /** So many of `all` initiatives have rows. */
  readonly shown: number;
  readonly all: number;
  /** What the rows rest on, each once: what all share first. */
  readonly inputs: readonly InputRow[];
  readonly elements: readonly ElementRow[];
}

/** Share of the work that the receipts of initiatives take. */
const OF_INITIATIVES = 0.7;

/**
 * The receipts of the main figures of the initiatives, and of what is needed; those of money are left out where amounts
 * are hidden. Yields how far it is.
 */
export function* sheetReceiptSteps(records: PortfolioRecords, hideAmounts: boolean): Steps<SheetReceipts> {
  const own = yield* partOf(initiativeRowSteps(records, hideAmounts), 0, OF_INITIATIVES);
  const elements = yield* partOf(elementRowSteps(records, hideAmounts), OF_INITIATIVES, 1);
  return { ...own, elements };
}

function* initiativeRowSteps(
  records: PortfolioRecords,
  hideAmounts: boolean,
): Steps<Omit<SheetReceipts, 'elements'>> {
  const settings = settingsOf(records);
  const defaults = portfolioParameters(settings);
  const kept = Object.values(records.initiative).filter(({ retired }) => !retired);
  const money = ({ budget, spent }: Initiative): number => budget ?? spent ?? -1;
  const ordered = [...kept].sort((a, b) => money(b) - money(a));
  const most = Math.min(MOST_INITIATIVES, kept.length);
  const rows: ReceiptRow[] = [];
  let shown = 0;
  for (const initiative of ordered) {
    if (shown === most) break;
    const { input, provenance, valueKnown } = initiativeInput(records, initiative.id);
    const explained = input && answered(() => explain(input, { defaults, provenance, only: WANTED }));
    if (explained) {
      shown += 1;
      const { receipts, result } = explained;
      const ranges = runSteps(
        figureRangeSteps(input, { iterations: RANGE_FUTURES, seed: settings.seed }, defaults, SHOWN),
      );
      for (const figure of SHOWN) {
        const receipt = receipts.get(figure) ?? ownReceipt(receipts, result, figure);
        if (!receipt || (hideAmounts && isMoney(receipt.unit))) continue;
        const inputs = hideAmounts ? receipt.inputs.filter(({ unit }) => !isMoney(unit)) : receipt.inputs;
        // Without a value nobody knows what rests on it: that is not nothing.
        const isUnknown = !valueKnown && needsValue(figure);
        const range = isUnknown ? undefined : ranges[figure];
        rows.push({
          initiative,
          receipt: {
            ...receipt,
            inputs,
            ...(isUnknown ? { value: null, parts: [] } : {}),
            ...(range ? { range } : {}),
          },
        });
      }
    }
    yield shown / most;
  }
  return { rows, shown, all: kept.length, inputs: inputRows(rows) };
}

/** The inputs of receipts, each once. */
function inputRows(rows: readonly ReceiptRow[]): readonly InputRow[] {
  const shared = new Map<string, InputRow>();
  const own = new Map<string, InputRow>();
  // The receipts of an initiative name the same input many times.
  const met = new Set<ReceiptInput>();
  for (const { initiative, receipt } of rows)
    for (const input of receipt.inputs) {
      if (met.has(input)) continue;
      met.add(input);
      if (input.source === 'default' || input.source === 'portfolio')
        shared.set(`${input.id} ${input.value}`, { initiative: null, input });
      else own.set(`${initiative.id} ${input.id}`, { initiative, input });
    }
  return [...shared.values(), ...own.values()];
}

/** What the model answers; null for an initiative whose values it refuses. */
function answered<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof ModelInputError) return null;
    throw error;
  }
}
