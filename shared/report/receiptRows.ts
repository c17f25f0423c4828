import { SEVEN_WASTES } from '../analysis/figures.ts';
import { initiativeInput, portfolioParameters, settingsOf } from '../analysis/initiativeInput.ts';
import type { Initiative, PortfolioRecords } from '../domain/records.ts';
import { ModelInputError } from '../model/evaluate.ts';
import { explain } from '../model/receipts.ts';
import type { Receipt, ReceiptInput } from '../model/receiptTypes.ts';
import type { Steps } from '../steps.ts';

/** The receipt of one figure of one initiative, as a row of a sheet. */
export interface ReceiptRow {
  readonly initiative: Initiative;
  readonly receipt: Receipt;
  /** `parameter = value (source)`, one after the other. */
  readonly inputs: string;
  /** Inputs whose default research disputes. */
  readonly disputed: string;
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
  ...SEVEN_WASTES.map((waste) => `waste.${waste}.pd`),
  'knowledge_at_horizon',
];

const WANTED: ReadonlySet<string> = new Set(
  (['project', 'product'] as const).flatMap((mode) => FIGURES.map((figure) => `${mode}.${figure}`)),
);

/** Initiatives in a sheet of receipts at most: those with most money; a spreadsheet of all of thousands opens nowhere. */
const MOST_INITIATIVES = 300;

const isMoney = (unit: string): boolean => unit.startsWith('money');

/** The receipts of the main figures; those of money are left out where amounts are hidden. Yields how far it is. */
export function* receiptSteps(
  records: PortfolioRecords,
  hideAmounts: boolean,
): Steps<{ readonly rows: readonly ReceiptRow[]; readonly shown: number; readonly all: number }> {
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
    const { input, provenance } = initiativeInput(records, initiative.id);
    const explained = input && answered(() => explain(input, { defaults, provenance, only: WANTED }));
    if (explained) {
      shown += 1;
      for (const mode of ['project', 'product'] as const) {
        for (const figure of FIGURES) {
          const receipt = explained.receipts.get(`${mode}.${figure}`);
          if (!receipt || (hideAmounts && isMoney(receipt.unit))) continue;
          const inputs = receipt.inputs.filter(({ unit }) => !hideAmounts || !isMoney(unit));
          rows.push({
            initiative,
            receipt,
            inputs: inputs.map(inputText).join('; '),
            disputed: inputs
              .filter(({ disputed }) => disputed !== undefined)
              .map(({ id }) => id)
              .join('; '),
          });
        }
      }
    }
    yield shown / most;
  }
  return { rows, shown, all: kept.length };
}

const inputText = ({ id, value, source }: ReceiptInput): string =>
  `${id} = ${Array.isArray(value) ? value.join(', ') : String(value)} (${source})`;

/** What the model answers; null for an initiative whose values it refuses. */
function answered<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof ModelInputError) return null;
    throw error;
  }
}
