import { coverageElements } from '../analysis/coverageElements.ts';
import { elementReceipt } from '../analysis/elementReceipt.ts';
import type { ElementFigure, ElementPart, ElementReceipt } from '../analysis/elementReceiptTypes.ts';
import { portfolioCoverageSteps } from '../analysis/portfolioCoverage.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import type { Steps } from '../steps.ts';
import { elementUnitOf } from '../text/elementReceiptText.ts';

/** The receipt of one figure of something that is needed, or of the whole portfolio, as a row of a sheet. */
export interface ElementRow {
  /** Its id as the coverage has it; null for the whole portfolio. */
  readonly elementId: string | null;
  readonly receipt: ElementReceipt;
}

const OF_ELEMENTS: readonly ElementFigure[] = [
  'need',
  'supply',
  'coverage',
  'gap',
  'excess',
  'contested',
  'redundant',
  'concentration',
  'largestShare',
  'lockIn',
  'locked',
];
const OF_PORTFOLIO: readonly ElementFigure[] = ['concentration', 'largestShare', 'held'];

/**
 * The receipts of what a state of a portfolio needs: capabilities, outcomes and segments, and the portfolio itself; none
 * where nobody entered what is needed. Those of money are left out where amounts are hidden. Yields how far it is.
 */
export function* elementRowSteps(
  records: PortfolioRecords,
  hideAmounts: boolean,
): Steps<readonly ElementRow[]> {
  if (coverageElements(records, () => null).length === 0) return [];
  // No figure here rests on likely duplicates, and to look for them takes a third of the time.
  const analysis = yield* portfolioCoverageSteps(records, { pairLimit: 0 });
  const rowsOf = (elementId: string | null, figures: readonly ElementFigure[]): readonly ElementRow[] =>
    figures.flatMap((figure) => {
      const receipt = elementReceipt(records, analysis, elementId, figure);
      if (!receipt || (hideAmounts && receipt.unit === 'money')) return [];
      return [{ elementId, receipt: hideAmounts ? withoutMoney(receipt) : receipt }];
    });
  return [...analysis.elements.flatMap(({ id }) => rowsOf(id, OF_ELEMENTS)), ...rowsOf(null, OF_PORTFOLIO)];
}

const isMoney = (part: ElementPart): boolean =>
  part.kind === 'figure'
    ? elementUnitOf(part.figure) === 'money'
    : part.kind === 'term' && part.unit === 'money';

/** A share without the amounts that it was divided from. */
const withoutMoney = (receipt: ElementReceipt): ElementReceipt => ({
  ...receipt,
  facts: receipt.facts.filter(({ unit }) => unit !== 'money'),
  parts: receipt.parts.filter((part) => !isMoney(part)),
});
