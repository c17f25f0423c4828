import type { ReceiptOperation } from '../model/receiptTypes.ts';

/**
 * Figures of what the portfolio needs (money needed, serving, missing, too much, contested, spent more than once) and of
 * whom it rests on: the concentration index over partners, the largest share of one, lock-in, and the money that is locked
 * in or held too much.
 */
export type ElementFigure =
  | 'need'
  | 'supply'
  | 'coverage'
  | 'gap'
  | 'excess'
  | 'contested'
  | 'redundant'
  | 'concentration'
  | 'largestShare'
  | 'lockIn'
  | 'locked'
  | 'held';

export type ElementUnit = 'money' | 'share' | 'index';

/** A fact or an intermediate result that a figure is worked out from; null where nobody entered it. */
export interface ElementFact {
  readonly id:
    | 'importance'
    | 'current'
    | 'target'
    | 'needed'
    | 'demand'
    | 'allDemand'
    | 'allSupply'
    | 'exitReadiness';
  readonly value: number | null;
  readonly unit: 'level' | 'number' | 'money' | 'share';
}

/** A part of a figure, in the figure's unit unless it says another. */
export type ElementPart =
  | {
      readonly kind: 'figure';
      readonly figure: ElementFigure;
      readonly value: number;
      /** The partner that a share is of. */
      readonly vendor?: string;
    }
  /** `share` 0..1 of the initiative's `whole` money. */
  | {
      readonly kind: 'weight';
      readonly initiative: string;
      readonly value: number;
      readonly whole: number;
      readonly share: number;
    }
  /** Money of a group of initiatives that stands behind the one with most. */
  | { readonly kind: 'group'; readonly initiatives: readonly string[]; readonly value: number }
  /** The part `kappa`, 0..1, of its `whole` money that does what `lead` does already. */
  | {
      readonly kind: 'repeated';
      readonly initiative: string;
      readonly lead: string;
      readonly value: number;
      readonly whole: number;
      readonly kappa: number;
    }
  /** A partner's square of its share in per cent; `vendor` may be own people. */
  | {
      readonly kind: 'vendor';
      readonly vendor: string;
      readonly value: number;
      readonly whole: number;
      readonly share: number;
    }
  | {
      readonly kind: 'term';
      readonly id: 'surplus' | 'partnerMoney' | 'overLimit' | 'notReady' | 'allMoney';
      readonly value: number;
      readonly unit: 'money' | 'share';
      /** The partner that a share is of. */
      readonly vendor?: string;
    };

/** The arithmetic of one figure of MODEL.md 3.1 to 3.3. */
export interface ElementReceipt {
  readonly figure: ElementFigure;
  readonly unit: ElementUnit;
  /** Whole currency units, 0..1, or 0..10,000; null where nobody entered what it takes to know it. */
  readonly value: number | null;
  /** In the symbols of MODEL.md. */
  readonly formula: string;
  readonly facts: readonly ElementFact[];
  /** How the parts make the value; for a sum they give it when added from 0 in their order. */
  readonly operation: ReceiptOperation;
  readonly parts: readonly ElementPart[];
}
