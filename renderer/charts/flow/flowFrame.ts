import type { Tranche } from '../../../shared/domain/records.ts';
import type { MeasureText } from '../frame/measureText.ts';
import type { FlowPhase, RecordedRelease } from './flowData.ts';

/** The sentences that stand in the drawing; made for the language by the caller. */
export interface FlowWords {
  readonly projectTitle: string;
  readonly projectNote: string;
  readonly productTitle: string;
  readonly productNote: string;
  readonly knowledgeTitle: string;
  readonly knowledgeNote: string;
  readonly valueTitle: string;
  readonly valueNote: string;
  readonly recordedTitle: string;
  readonly month: (month: number) => string;
  readonly year: (year: number) => string;
  /** The name of a phase; standard phases are named in the language on the screen. */
  readonly phaseName: (phase: FlowPhase) => string;
  readonly support: string;
  readonly changeNeedsTeam: string;
  readonly stopped: string;
  readonly mlp: string;
  readonly handoffLoss: (lost: number) => string;
  readonly handedToSupport: string;
  readonly knowledgeCompounds: string;
  readonly spentBefore: (money: number) => string;
  readonly money: (amount: number) => string;
  readonly moneyTick: (amount: number) => string;
  readonly percent: (share: number) => string;
  readonly valueUnknown: string;
  /** The letter of a handoff from team to team. */
  readonly handoffLetter: string;
  readonly decisionLetter: Readonly<Record<Tranche['decision'], string>>;
  /** A tranche's amount, or that nobody entered it. */
  readonly trancheAmount: (amount: number | null) => string;
  /** A release's measured value beside the planned one; empty where neither is known. */
  readonly releaseValue: (release: RecordedRelease) => string;
}

/** The time axis that every band of the picture shares, and how wide text is. */
export interface Frame {
  /** Left and right end of the time axis in px. */
  readonly left: number;
  readonly right: number;
  readonly x: (month: number) => number;
  readonly horizon: number;
  readonly measure: MeasureText;
}
