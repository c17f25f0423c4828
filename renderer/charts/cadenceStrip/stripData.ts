import type { Mode } from '../../../shared/domain/records.ts';

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
  /** True when the model finds no release by its horizon; false also where nothing can be modelled. */
  readonly never: boolean;
  readonly horizonMonths: number;
  readonly releases: readonly StripRelease[];
}

/** True when a release is out and nobody measured what came of it. */
export const isUnmeasured = ({ kind, measured }: StripRelease): boolean =>
  kind === 'out' && measured === null;
