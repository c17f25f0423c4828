import type { Tranche } from '../../../shared/domain/records.ts';
import type { Mode, PhaseKind } from '../../../shared/model/types.ts';

/**
 * What the flow chart draws, in months from approval, person-days and whole currency units. Made from the model's
 * results by `renderer/analysis/flowData.ts`; the layout knows nothing of the model.
 */

export interface FlowPhase {
  readonly name: string;
  readonly kind: PhaseKind;
  /** Month in which the work starts, after the wait. */
  readonly start: number;
  readonly end: number;
  readonly waitMonths: number;
  /** Share of the knowledge that the phase before had and this one lacks; 0 where nobody changed. */
  readonly lost: number;
  readonly personDays: number;
  /** True where a row of the handoff ledger leads into it. */
  readonly recorded: boolean;
}

export interface FlowChange {
  readonly arrive: number;
  readonly start: number;
  /** Months spent on learning again, then on the change itself; 0 for one that is not begun by the horizon. */
  readonly relearnMonths: number;
  readonly workMonths: number;
  /** Null for one that is not begun by the horizon. */
  readonly relearnPersonDays: number | null;
  /** Knowledge of whoever makes the change, 0..1; null for one that is not begun by the horizon. */
  readonly knowledge: number | null;
}

export interface FlowRelease {
  readonly month: number;
  /** Share of the whole value that this release adds, 0..1. */
  readonly valueShare: number;
  /** Share of the useful scope that is out after it, 0..1. */
  readonly scopeShare: number;
}

export interface FlowTranche {
  readonly from: number;
  readonly to: number;
  readonly money: number;
}

/** A release of the record, as planned or out. */
export interface RecordedRelease {
  readonly id: string;
  readonly name: string;
  readonly month: number;
  readonly out: boolean;
  /** Whole currency units a month; null when nobody measured. */
  readonly measured: number | null;
  /** The same as it was planned; null when nobody said. */
  readonly planned: number | null;
}

/** A tranche of the record with what was decided on it, months from approval. */
export interface RecordedTranche {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Whole currency units; null when nobody entered it. */
  readonly amount: number | null;
  readonly decision: Tranche['decision'];
}

/** One piece of K(t) = A/B + (k0 - A/B) e^(-B (t - from)). */
export interface KnowledgeSegment {
  readonly from: number;
  readonly to: number;
  readonly k0: number;
  readonly a: number;
  readonly b: number;
}

export interface MonthBand {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface FlowCurves {
  /** Money spent at month 0..H. */
  readonly spend: readonly number[];
  /** Money earned at month 0..H; null when nobody said what it is worth. */
  readonly value: readonly number[] | null;
  /** P10..P90 of the value at month 0..H; null while the futures are being computed or the value is unknown. */
  readonly band: MonthBand | null;
  readonly knowledge: readonly KnowledgeSegment[];
}

export interface ProjectFlow extends FlowCurves {
  readonly phases: readonly FlowPhase[];
  readonly releaseMonth: number | null;
  readonly stoppedAt: number | null;
  readonly changes: readonly FlowChange[];
  /** Share of the knowledge lost when the work is handed to support. */
  readonly handoverLoss: number | null;
  /** Money spent when the first release is out. */
  readonly spentBeforeFeedback: number;
}

export interface ProductFlow extends FlowCurves {
  readonly start: number;
  readonly releases: readonly FlowRelease[];
  readonly tranches: readonly FlowTranche[];
  readonly stoppedAt: number | null;
  readonly completeAt: number | null;
  readonly cadenceMonths: number;
  readonly spentBeforeFeedback: number;
}

export interface FlowData {
  readonly horizon: number;
  /** How the initiative is run today. */
  readonly mode: Mode;
  readonly project: ProjectFlow;
  readonly product: ProductFlow;
  readonly recorded: readonly RecordedRelease[];
  /** Where there are any, these stand in place of the modelled tranches. */
  readonly recordedTranches: readonly RecordedTranche[];
}

export type FlowMode = 'project' | 'product' | 'compare';

/** K of a list of segments at a month; null outside all of them. */
export function knowledgeAt(segments: readonly KnowledgeSegment[], month: number): number | null {
  for (let k = segments.length - 1; k >= 0; k--) {
    const segment = segments[k]!;
    if (month >= segment.from && month <= segment.to) return within(segment, month);
  }
  return null;
}

/** K inside a segment at a month. */
export function within({ from, k0, a, b }: KnowledgeSegment, month: number): number {
  const t = month - from;
  if (b === 0) return k0 + a * t;
  const level = a / b;
  return level + (k0 - level) * Math.exp(-b * t);
}
