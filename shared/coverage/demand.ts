import { amount } from './facts.ts';
import type { CoverageMatrix } from './matrix.ts';
import type { CoverageElement } from './types.ts';

/** Need against supply of one element (MODEL.md 3.1). */
export interface DemandRow {
  /** False when importance, current or target is not entered: no demand is then a hole in the data, not a fact. */
  readonly rated: boolean;
  /** d_c in 0..1. */
  readonly demand: number;
  /** N_c. */
  readonly need: number;
  /** S_c. */
  readonly supply: number;
  /** S/N; null when nothing is needed. */
  readonly coverage: number | null;
  /** d (1 - min(1, S/N)), 0..1. */
  readonly gap_score: number;
  /** max(0, N - S) where there is demand. */
  readonly gap_money: number;
}

/** Supply below this share of the need is a gap, above that multiple too much (MODEL.md 3.1). */
const UNDER_SHARE = 0.5;
const OVER_SHARE = 1.5;
/** A need is a share of a sum of money; its last bits must not make a finding of supply that is just at a limit. */
const ROUNDING = 1e-9;

/** Whether supply is under half of the need. */
export const isUnder = (supply: number, need: number): boolean =>
  supply < UNDER_SHARE * need * (1 - ROUNDING);

/** Whether supply is over one and a half times the need. */
export const isOver = (supply: number, need: number): boolean => supply > OVER_SHARE * need * (1 + ROUNDING);

const demandOf = ({ importance, current, target }: CoverageElement): number | null => {
  if (typeof importance !== 'number' || typeof current !== 'number' || typeof target !== 'number')
    return null;
  // Scales outside 1..5 are a named problem; the demand stays a share all the same.
  return Math.min(1, ((importance / 5) * Math.max(0, target - current)) / 4);
};

const gapScore = (demand: number, need: number, supply: number): number => {
  if (need > 0) return demand * (1 - Math.min(1, supply / need));
  // Without any money of its kind the need comes out as 0 although the demand is open.
  return supply > 0 ? 0 : demand;
};

/** Demand, need and gap of every element; the need is relative to the money of the element's kind. */
export const computeDemand = (matrix: CoverageMatrix): readonly DemandRow[] => {
  const demands = matrix.elements.map(demandOf);
  const demandByKind = new Map<string, number>();
  const supplyByKind = new Map<string, number>();
  matrix.kinds.forEach((kind, index) => {
    demandByKind.set(kind, (demandByKind.get(kind) ?? 0) + (demands[index] ?? 0));
    supplyByKind.set(kind, (supplyByKind.get(kind) ?? 0) + matrix.supply[index]!);
  });
  return matrix.elements.map((element, index) => {
    const kind = matrix.kinds[index]!;
    const supply = matrix.supply[index]!;
    const demand = demands[index] ?? 0;
    const allDemand = demandByKind.get(kind)!;
    const relativeNeed = allDemand > 0 ? (demand * supplyByKind.get(kind)!) / allDemand : 0;
    const need = amount(element.needed_money) ?? relativeNeed;
    return {
      rated: demands[index] !== null,
      demand,
      need,
      supply,
      coverage: need > 0 ? supply / need : null,
      gap_score: gapScore(demand, need, supply),
      gap_money: demand > 0 ? Math.max(0, need - supply) : 0,
    };
  });
};
