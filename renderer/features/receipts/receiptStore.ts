import { create } from 'zustand';
import type { ElementFigure } from '../../../shared/analysis/elementReceiptTypes.ts';
import type { Mode, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ReceiptInput, ReceiptOperation } from '../../../shared/model/receiptTypes.ts';
import type { ComparedMeasure, ComparedRow } from '../../charts/comparison/comparisonData.ts';
import type { Compared } from '../scenarios/comparisonData.ts';

/** A figure of the seven wastes of one mode together: days, money, or their share of all days. */
export const sevenWastesFigure = (mode: Mode, kind: 'pd' | 'money' | 'share'): string =>
  `${mode}.seven_wastes_${kind}`;

/** A state of the plan by the name that people know it by. */
export interface NamedState {
  readonly name: string;
  readonly records: PortfolioRecords;
}

/** A part of a figure as a line of its receipt. */
export interface PartLine {
  readonly name: string;
  /** What the value was made of, in words. */
  readonly note?: string | undefined;
  readonly value: number;
  readonly text: string;
  /** The receipt of the part itself, where it has one. */
  readonly opens: Opens | null;
}

/** A figure that a view makes of others, such as the sum in its title, with what it made it of. */
export interface MadeFigure {
  readonly title: string;
  /** What it is of, such as the initiatives that are counted. */
  readonly of: string;
  readonly value: number;
  /** How the figure is written where one number does not say it: a share from what is known to what may be. */
  readonly text?: string;
  /** Its range in words, or why it has none of its own. */
  readonly range: string;
  readonly formula: string;
  readonly operation: ReceiptOperation;
  /** In the order in which they make the value; sums add up from 0 exactly. */
  readonly parts: readonly PartLine[];
  /** An amount in the unit of the value. */
  readonly say: (value: number) => string;
  /** The parameters that it rests on, where it is no sum of figures that list their own. */
  readonly inputs?: readonly ReceiptInput[];
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
      /** Futures that the figure was simulated in, where these are not all that the portfolio asks for. */
      readonly draws?: number;
    }
  | { readonly kind: 'made'; readonly made: MadeFigure }
  /** `elementId` null is the whole portfolio. */
  | { readonly kind: 'element'; readonly elementId: string | null; readonly figure: ElementFigure }
  /** What a change that nobody made yet would do to a measure of the plan. */
  | {
      readonly kind: 'tried';
      /** What the change is called. */
      readonly name: string;
      readonly before: PortfolioRecords;
      readonly after: PortfolioRecords;
      readonly measure: ComparedMeasure;
      /** Only what it does to the gap of this capability, outcome or segment. */
      readonly elementId: string | null;
      /** The figure as it was written down, with its range and when; the plans may have changed since. */
      readonly recorded?: string;
      /** That the figure is a quick one: the expected case of what is known on both sides, without draws. */
      readonly quick?: true;
    }
  | {
      readonly kind: 'moved';
      readonly baseName: string;
      readonly compared: Compared;
      readonly row: ComparedRow;
      /** Which of the row's values is that of `compared`. */
      readonly place: number;
    };

/** What a figure opens; what takes time to put together is only made when somebody asks for it. */
export type Opens = Opened | (() => Opened);

interface ReceiptState {
  /** What is open, and before it what it was opened from. */
  readonly trail: readonly Opened[];
}

/** Which receipt lies over the page, if any. */
export const useReceipt = create<ReceiptState>()(() => ({ trail: [] }));

/** Opens a receipt over the page, or over the receipt that it is a part of. */
export const openReceiptOf = (opens: Opens): void => {
  const opened = typeof opens === 'function' ? opens() : opens;
  useReceipt.setState(({ trail }) => ({ trail: [...trail, opened] }));
};

/** A figure of an initiative in the state that the views show, such as `project.waste.handoffs.pd`. */
export const shownFigure = (
  initiativeId: string,
  figure: string,
): Extract<Opened, { readonly kind: 'initiative' }> => ({
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
