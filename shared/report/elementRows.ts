import { coverageElements } from '../analysis/coverageElements.ts';
import { elementReceipt } from '../analysis/elementReceipt.ts';
import type { ElementFigure, ElementPart, ElementReceipt } from '../analysis/elementReceiptTypes.ts';
import { portfolioCoverageSteps } from '../analysis/portfolioCoverage.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { runSteps } from '../steps.ts';
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

/** Whether anybody entered what is needed: without that there are no such receipts. */
export const hasElementRows = (records: PortfolioRecords): boolean =>
  coverageElements(records, () => null).length > 0;

/**
 * The receipts of what a state of a portfolio needs, one after another: capabilities, outcomes and segments, and the
 * portfolio itself. Those of money are left out where amounts are hidden.
 * `onShare` is told how far the analysis before the first of them is, from 0 to 1.
 */
export function* elementRows(
  records: PortfolioRecords,
  hideAmounts: boolean,
  onShare: (share: number) => void,
): Generator<ElementRow, void> {
  // No figure here rests on likely duplicates, and to look for them takes a third of the time.
  const analysis = runSteps(portfolioCoverageSteps(records, { pairLimit: 0 }), onShare);
  onShare(1);
  for (const { id } of analysis.elements) for (const figure of OF_ELEMENTS) yield* rowOf(id, figure);
  for (const figure of OF_PORTFOLIO) yield* rowOf(null, figure);

  function rowOf(elementId: string | null, figure: ElementFigure): readonly ElementRow[] {
    const receipt = elementReceipt(records, analysis, elementId, figure);
    if (!receipt || (hideAmounts && receipt.unit === 'money')) return [];
    return [{ elementId, receipt: hideAmounts ? withoutMoney(receipt) : receipt }];
  }
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
