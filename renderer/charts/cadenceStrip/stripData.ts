import type { Mode } from '../../../shared/domain/records.ts';
import type { GatePart } from '../../../shared/planning/pressRelease.ts';

/** A release on the strip; `day` counts from 1970. */
export interface StripRelease {
  readonly kind: 'out' | 'planned' | 'modelled';
  readonly day: number;
  /** Null for a modelled one. */
  readonly name: string | null;
  /** Value a month measured after it, whole currency units; null when nobody measured. */
  readonly measured: number | null;
  /** The first that customers get value from. */
  readonly first: boolean;
}

/** One initiative with its releases in order of time. */
export interface StripRow {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  /** Median months between releases: those on record where there are three, else the modelled ones; null without any. */
  readonly cadence: number | null;
  /** Whether that is the model's, and not the record's. */
  readonly cadenceModelled: boolean;
  /** True when the model finds no release by its horizon; false also where nothing can be modelled. */
  readonly never: boolean;
  readonly horizonMonths: number;
  readonly releases: readonly StripRelease[];
  /** What its press release lacks; empty where nothing is missing, and where the work is over. */
  readonly pressLacks: readonly GatePart[];
}

/** Days since 1970-01-01 from the left edge to the right. */
export interface StripWindow {
  readonly from: number;
  readonly to: number;
}

/** The days from the first release to the last, with a little room; null without any. */
export function stripExtent(rows: readonly StripRow[]): StripWindow | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { releases } of rows) {
    if (releases.length === 0) continue;
    from = Math.min(from, releases[0]!.day);
    to = Math.max(to, releases[releases.length - 1]!.day);
  }
  return Number.isFinite(from) ? { from: from - 45, to: to + 45 } : null;
}

/** True when a release is out and nobody measured what came of it. */
export const isUnmeasured = ({ kind, measured }: StripRelease): boolean =>
  kind === 'out' && measured === null;
