import type { FuturesDifference } from '../../../shared/comparison/futuresDifference.ts';

/** Measures that states are compared by; `better` says which way is good, null where neither is. */
export const comparedMeasures = {
  value: 'more',
  cost: 'less',
  wasteMoney: 'less',
  wasteDays: 'less',
  wasteShare: 'less',
  firstValueMonths: 'less',
  betweenReleasesMonths: 'less',
  gapMoney: 'less',
  overlapMoney: 'less',
  budget: null,
  initiatives: null,
  productTeams: null,
} as const satisfies Record<string, 'more' | 'less' | null>;
export type ComparedMeasure = keyof typeof comparedMeasures;

/** The measures that are amounts of money. */
export const moneyMeasures: ReadonlySet<ComparedMeasure> = new Set([
  'value',
  'cost',
  'wasteMoney',
  'gapMoney',
  'overlapMoney',
  'budget',
]);

/** One state beside the base: its letter stands for it in the picture. */
export interface ComparedState {
  readonly id: string;
  readonly letter: string;
  readonly name: string;
  /** The currency that it counts money in where that is not the base's: then its amounts are not compared; else null. */
  readonly otherCurrency: string | null;
  /** Null while it is computed, or when nothing that can be simulated differs. */
  readonly futures: FuturesDifference | null;
  readonly initiatives: readonly MovedInitiative[];
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  /** Initiatives on both sides of which one side alone knows an amount that is compared. */
  readonly knownOnOneSide: number;
}

/** An initiative that differs, with what its waste costs on each side; null where it is not there, or not known. */
export interface MovedInitiative {
  readonly id: string;
  readonly name: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before: number | null;
  readonly after: number | null;
}

/** A measure that differs in at least one state; null is not known. */
export interface ComparedRow {
  readonly measure: ComparedMeasure;
  readonly base: number | null;
  /** One for each state. */
  readonly values: readonly (number | null)[];
  /** The same without what initiatives add that are on both sides and known on one only: held against the base. */
  readonly comparable: readonly (number | null)[];
}

/** States held against one they start from. */
export interface ComparisonData {
  readonly baseName: string;
  /** The base as it stands in a sentence: the plan as it is called, a name in quotes. */
  readonly baseCalled: string;
  readonly states: readonly ComparedState[];
  /** Those that differ most, in proportion, first. */
  readonly rows: readonly ComparedRow[];
}

/** A difference smaller than this share of the larger value is none for people. */
export const LEAST_CHANGE = 0.0001;

/** How far a value lies from the base, as a share of the larger of the two: -1..1; null where one is not known. */
export function relativeChange(base: number | null, value: number | null): number | null {
  if (base === null || value === null) return null;
  const size = Math.max(Math.abs(base), Math.abs(value));
  return size === 0 ? 0 : (value - base) / size;
}

/** How much a measure moves in the state where it moves most, 0..1. */
export const movement = ({ base, comparable }: ComparedRow): number =>
  Math.max(0, ...comparable.map((value) => Math.abs(relativeChange(base, value) ?? 0)));

/** Whether a value is better or worse than the base; `same` where neither, or where neither way is good. */
export function verdictOf(
  measure: ComparedMeasure,
  base: number | null,
  value: number | null,
): 'better' | 'worse' | 'same' {
  const better = comparedMeasures[measure];
  if (better === null || base === null || value === null || base === value) return 'same';
  return value > base === (better === 'more') ? 'better' : 'worse';
}

/** How many of the fifty dots stand for futures in which a state is ahead. */
export const dotsAhead = ({ dots }: Pick<FuturesDifference, 'dots'>): number =>
  dots.filter((value) => value > 0).length;
