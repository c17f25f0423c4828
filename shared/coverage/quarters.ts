import { noDeclaredRun } from './declaredRun.ts';
import { computeDemand } from './demand.ts';
import { readFacts } from './facts.ts';
import { buildMatrix } from './matrix.ts';
import type { CoverageInput, RunDeclared } from './types.ts';

const MONTHS_PER_QUARTER = 3;

/** Months of a quarter, the last one cut at the end of the window. */
export interface Quarter {
  readonly from_month: number;
  readonly to_month: number;
}

/** One element over time; each list has one entry a quarter. */
export interface ElementQuarters {
  readonly id: string;
  /** Money at work. */
  readonly supply: readonly number[];
  /** Need spread evenly over the window. */
  readonly need: readonly number[];
  /** max(0, need - supply) where there is demand. */
  readonly gap: readonly number[];
  /** Initiatives at work. */
  readonly active: readonly number[];
  /** First quarter without anybody after a quarter with somebody, although there is demand; null when none. */
  readonly left_alone_quarter: number | null;
}

export interface CoverageByQuarter {
  readonly quarters: readonly Quarter[];
  readonly elements: readonly ElementQuarters[];
}

export interface QuarterWindow {
  /** First month of the window. */
  readonly from: number;
  /** Month at which the window, and money of teams without an end, stops. */
  readonly to: number;
  readonly runDeclared?: RunDeclared;
}

const quartersOf = (from: number, to: number): readonly Quarter[] => {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return [];
  const count = Math.max(0, Math.ceil((to - from) / MONTHS_PER_QUARTER));
  return Array.from({ length: count }, (_, at) => ({
    from_month: from + at * MONTHS_PER_QUARTER,
    to_month: Math.min(to, from + (at + 1) * MONTHS_PER_QUARTER),
  }));
};

const firstLeftAlone = (active: readonly number[]): number | null => {
  const firstServed = active.findIndex((count) => count > 0);
  const alone = active.findIndex((count, at) => firstServed >= 0 && at > firstServed && count === 0);
  return alone < 0 ? null : alone;
};

/**
 * Supply and need by quarter (ours, on top of MODEL.md 3.1), so that a gap shows that opens when a project disbands.
 * An initiative's money is spread evenly over start..end; a team without an end spreads it over start..`to`; money
 * without a duration falls into the quarter of its start. Money outside the window is not counted.
 */
export const coverageByQuarter = (input: CoverageInput, window: QuarterWindow): CoverageByQuarter => {
  const quarters = quartersOf(window.from, window.to);
  // Nothing cancels here, so facts are always there.
  const facts = readFacts(input, window.runDeclared ?? noDeclaredRun)!;
  const matrix = buildMatrix(input, facts);
  const demand = computeDemand(matrix);
  const length = window.to - window.from;
  const elements = matrix.elements.map(({ id }, element): ElementQuarters => {
    const supply = quarters.map(() => 0);
    const active = quarters.map(() => 0);
    for (const { initiative, money } of matrix.cells[element]!) {
      const { start, end: plannedEnd } = facts.initiatives[initiative]!;
      const end = Number.isFinite(plannedEnd) ? plannedEnd : window.to;
      quarters.forEach(({ from_month, to_month }, at) => {
        const months = Math.min(end, to_month) - Math.max(start, from_month);
        const isMoment = end <= start && start >= from_month && start < to_month;
        if (!(months > 0) && !isMoment) return;
        supply[at]! += isMoment ? money : (money * months) / (end - start);
        active[at]! += 1;
      });
    }
    const { demand: wanted, need: totalNeed } = demand[element]!;
    const need = quarters.map(({ from_month, to_month }) => (totalNeed * (to_month - from_month)) / length);
    return {
      id,
      supply,
      need,
      gap: need.map((money, at) => (wanted > 0 ? Math.max(0, money - supply[at]!) : 0)),
      active,
      left_alone_quarter: wanted > 0 ? firstLeftAlone(active) : null,
    };
  });
  return { quarters, elements };
};
