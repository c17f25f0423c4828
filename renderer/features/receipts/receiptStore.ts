import { create } from 'zustand';
import type { ElementFigure } from '../../../shared/analysis/elementReceipt.ts';
import type { Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ComparedRow } from '../../charts/comparison/comparisonData.ts';
import type { Compared } from '../scenarios/comparisonData.ts';

/** The figures that sum the seven wastes of one mode; the model itself only knows them one by one. */
export const sevenWastesFigure = (mode: Mode, kind: 'pd' | 'money' = 'pd'): string =>
  `${mode}.seven_wastes_${kind}`;

/** A state of the plan by the name that people know it by. */
export interface NamedState {
  readonly name: string;
  readonly records: PortfolioRecords;
}

/** What a receipt explains. */
export type Opened =
  | {
      readonly kind: 'initiative';
      readonly initiativeId: string;
      /** Such as `project.waste.handoffs.pd`. */
      readonly figure: string;
      /** Null for the state that the views show. */
      readonly state: NamedState | null;
    }
  | { readonly kind: 'element'; readonly elementId: string; readonly figure: ElementFigure }
  | {
      readonly kind: 'moved';
      readonly baseName: string;
      readonly compared: Compared;
      readonly row: ComparedRow;
      /** Which of the row's values is that of `compared`. */
      readonly place: number;
    };

interface ReceiptState {
  /** What is open, and before it what it was opened from. */
  readonly trail: readonly Opened[];
}

/** Which receipt lies over the page, if any. */
export const useReceipt = create<ReceiptState>()(() => ({ trail: [] }));

/** Opens a receipt over the page, or over the receipt that it is a part of. */
export const openReceiptOf = (opened: Opened): void =>
  useReceipt.setState(({ trail }) => ({ trail: [...trail, opened] }));

/** A figure of an initiative in the state that the views show, such as `project.waste.handoffs.pd`. */
export const shownFigure = (initiativeId: string, figure: string): Opened => ({
  kind: 'initiative',
  initiativeId,
  figure,
  state: null,
});

/** Opens the receipt of a figure of an initiative, in the state that the views show. */
export const openReceipt = (initiativeId: string, figure: string): void =>
  openReceiptOf(shownFigure(initiativeId, figure));

/** Goes back to the receipt that the open one was opened from. */
export const leavePart = (): void => useReceipt.setState(({ trail }) => ({ trail: trail.slice(0, -1) }));

/** Closes the receipt, wherever it was opened from. */
export const closeReceipt = (): void => useReceipt.setState({ trail: [] });
