import type { Handoff, Mode } from '../domain/records.ts';
import type { Station } from './handoffStations.ts';
import type { Stretch } from './stretches.ts';

/** Who says so: a row of the ledger, the plan (its dates or its months of waiting), or only the model. */
export type LineSource = 'ledger' | 'plan' | 'model';

/** Work at one station; days count from 1970-01-01, `to` is the first day after it. */
export interface LineStay {
  readonly station: Station;
  readonly from: number;
  /** Null for a product team without an end. */
  readonly to: number | null;
  /** What is done there, as the plan names it; a kind of phase where the model's own phases stand in. */
  readonly phases: readonly string[];
  /** True where dates and steps are the model's and not the plan's. */
  readonly assumed: boolean;
}

/** A stretch in which the work waits. `days` are those on record, which may be more than the dates leave room for. */
export interface LineWait extends Stretch {
  /** What it waits for; `gap` where the dates leave time between two steps and nobody said why. */
  readonly kind: Handoff['kind'] | 'gap';
  readonly days: number;
  readonly source: LineSource;
  /** The row of the ledger; null where none records it. */
  readonly handoffId: string | null;
  /** Place of the stay that comes after it. */
  readonly before: number;
}

/** Work that passes on, or a decision that it needs. */
export interface LineHandoff {
  readonly at: number;
  readonly kind: Handoff['kind'];
  readonly from: Station;
  readonly to: Station;
  /** Null where nobody knows. */
  readonly waitDays: number | null;
  readonly waitSource: LineSource;
  /** Share of the knowledge kept, with its range where the ledger has one; null where nobody knows. */
  readonly kept: number | null;
  readonly keptLow: number | null;
  readonly keptHigh: number | null;
  readonly keptSource: LineSource;
  /** What passes, by the ledger. */
  readonly passes: string;
  readonly handoffId: string | null;
  /** Place of the stay that it leads into. */
  readonly into: number;
}

export interface LineRelease {
  readonly id: string;
  readonly name: string;
  readonly day: number;
  readonly out: boolean;
}

/** The way of one initiative through the teams. */
export interface HandoffLine {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly start: number;
  /** Null for a product team without an end. */
  readonly end: number | null;
  readonly stays: readonly LineStay[];
  readonly waits: readonly LineWait[];
  readonly handoffs: readonly LineHandoff[];
  readonly releases: readonly LineRelease[];
  /** Days between start and end in which it waits and nobody works on it. */
  readonly waitingDays: number;
  /** The same as a share of its time; null for a product team, which has no end to measure it against. */
  readonly waitingShare: number | null;
  /** Rows of the ledger that no date places: those of product teams, which have no phases. */
  readonly unplacedRows: number;
}
