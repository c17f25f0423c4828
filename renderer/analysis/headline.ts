import { initiativeInput, portfolioParameters, settingsOf } from '../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { evaluateProduct, evaluateProject, ModelInputError, prepare } from '../../shared/model/evaluate.ts';
import type { Totals } from '../../shared/model/outputs.ts';
import { HANDOFFS, PARTIALLY_DONE } from '../../shared/model/run.ts';

/** What the table shows of one mode: share of the booked days that is waste, and month of the first value; null = none. */
export interface ModeHeadline {
  readonly wasteShare: number | null;
  readonly timeToFirstValueMonths: number | null;
}

/** The table's figures of an initiative in both modes, so that a flip needs no new computation; null = not computable. */
export type Headline = { readonly project: ModeHeadline; readonly product: ModeHeadline } | null;

/** Computes the table's figures of one initiative: the same as `compare` gives, without its curves. */
export function headlineOf(records: PortfolioRecords, id: string): Headline {
  const { input } = initiativeInput(records, id);
  if (!input) return null;
  try {
    const workbench = prepare(input, portfolioParameters(settingsOf(records)));
    const { params } = workbench.compiled;
    return {
      project: modeHeadline(evaluateProject(workbench, params)),
      product: modeHeadline(evaluateProduct(workbench, params)),
    };
  } catch (error) {
    if (error instanceof ModelInputError) return null;
    throw error;
  }
}

function modeHeadline({ pd, firstRelease }: Totals): ModeHeadline {
  let booked = 0;
  let wasted = 0;
  pd.forEach((days, column) => {
    booked += days;
    // The seven wastes stand side by side in the ledger; release overhead and idle capacity come after them.
    if (column >= HANDOFFS && column <= PARTIALLY_DONE) wasted += days;
  });
  return {
    wasteShare: booked > 0 ? wasted / booked : null,
    timeToFirstValueMonths: Number.isFinite(firstRelease) ? firstRelease : null,
  };
}
