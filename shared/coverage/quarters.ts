import { partOf, runSteps, type Steps } from '../steps.ts';
import { noDeclaredRun } from './declaredRun.ts';
import { computeDemand } from './demand.ts';
import { amount, finite, type InitiativeFacts, type PortfolioFacts, readFacts } from './facts.ts';
import { buildGramVectors } from './gramVectors.ts';
import { buildMatrix, type Cell, type CoverageMatrix } from './matrix.ts';
import { overlapSteps } from './overlap.ts';
import { createTextCosines, type TextCosines } from './textCosines.ts';
import type { CoverageInput, RunDeclared } from './types.ts';

const MONTHS_PER_QUARTER = 3;
// Elements that fewer serve are compared two by two: each pair once for all quarters.
const MANY_CELLS = 64;

/** Months of a quarter, the last one cut at the end of the window. */
export interface Quarter {
  readonly from_month: number;
  readonly to_month: number;
}

/** A part of an initiative's money, spread evenly over `from`..`to` (months; equal = all in that moment). */
export interface Spell {
  readonly from: number;
  readonly to: number;
  /** Share of the initiative's money, more than 0 up to 1; the spells of one initiative add to 1. */
  readonly share: number;
  /** The partner whose contract ends it; null = it goes on to the end of the initiative. */
  readonly vendor: string | null;
  /** Whether it stops at `to` because somebody leaves; false where the window only stops looking. */
  readonly ends: boolean;
}

/**
 * Every element in every quarter, in flat lists: element `e` in quarter `q` stands at `e * quarters.length + q`.
 * Small enough to be sent from a worker at once and read without computing anything again.
 */
export interface QuarterFrames {
  readonly quarters: readonly Quarter[];
  /** Element ids, in the order of the portfolio. */
  readonly ids: readonly string[];
  /** d_c of each element, 0..1. */
  readonly demand: Float64Array;
  readonly supply: Float64Array;
  readonly need: Float64Array;
  /** Money spent more than once: MODEL.md 3.2 on the portfolio as it is in that quarter alone; 0 but for capabilities. */
  readonly redundant: Float64Array;
  /** Initiatives at work. */
  readonly active: Uint16Array;
  /** By initiative with money: when it is at work. */
  readonly spells: Readonly<Record<string, readonly Spell[]>>;
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

/** Quarters of three months each from one month to another; none for an empty or impossible window. */
const quartersOf = (from: number, to: number): readonly Quarter[] => {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return [];
  const count = Math.max(0, Math.ceil((to - from) / MONTHS_PER_QUARTER));
  return Array.from({ length: count }, (_, at) => ({
    from_month: from + at * MONTHS_PER_QUARTER,
    to_month: Math.min(to, from + (at + 1) * MONTHS_PER_QUARTER),
  }));
};

/** Months from the first start to the last known end of initiatives with money; null without any. */
export const extentOf = ({
  initiatives,
}: PortfolioFacts): { readonly from: number; readonly to: number } | null => {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { money, start, end } of initiatives) {
    if (!(money > 0)) continue;
    from = Math.min(from, start);
    to = Math.max(to, Number.isFinite(end) ? Math.max(start, end) : start);
  }
  return Number.isFinite(from) ? { from, to } : null;
};

/**
 * When the money of an initiative is at work: from its start to its end, or to `until` for a team without one; the
 * part that pays a partner stops when the contract ends, where both the amount and the end are known.
 */
const spellsOf = (
  { record, start, end: plannedEnd, money }: InitiativeFacts,
  until: number,
): readonly Spell[] => {
  const ends = Number.isFinite(plannedEnd);
  const end = Math.max(start, ends ? plannedEnd : until);
  const contracts = (record.contracts ?? []).flatMap(({ vendor, money: paid, end_month }) => {
    const to = finite(end_month);
    const part = (amount(paid) ?? 0) / money;
    // A contract that is over before the work starts says nothing about the work.
    return to === undefined || !(part > 0) || to <= start || to >= end ? [] : [{ vendor, to, part }];
  });
  const paid = contracts.reduce((sum, { part }) => sum + part, 0);
  // Contracts worth more than the initiative pay for all of it.
  const scale = Math.max(1, paid);
  const spells = contracts.map(
    ({ vendor, to, part }): Spell => ({ from: start, to, share: part / scale, vendor, ends: true }),
  );
  const rest = 1 - paid / scale;
  if (rest > 0) spells.push({ from: start, to: end, share: rest, vendor: null, ends });
  return spells;
};

/** Share of an initiative's money that is at work in a quarter, 0..1. */
export const shareAtWork = (spells: readonly Spell[], { from_month, to_month }: Quarter): number => {
  let sum = 0;
  for (const { from, to, share } of spells) {
    if (to > from) {
      const months = Math.min(to, to_month) - Math.max(from, from_month);
      if (months > 0) sum += (share * months) / (to - from);
    } else if (from >= from_month && from < to_month) sum += share;
  }
  return sum;
};

/** Past so many remembered cosines, further ones are computed again rather than kept. */
const MOST_REMEMBERED = 1_000_000;

const remembered = (
  cosine: (a: number, b: number) => number,
  count: number,
): ((a: number, b: number) => number) => {
  const known = new Map<number, number>();
  return (a, b) => {
    const key = a * count + b;
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = cosine(a, b);
    if (known.size < MOST_REMEMBERED) known.set(key, value);
    return value;
  };
};

/**
 * Supply, need and overlap of every element by quarter (ours, on top of MODEL.md 3), so that a gap shows that opens
 * when a project disbands or a contract ends. Money is spread evenly over the time at work; the
 * need that the money of these quarters gives (3.1) is spread evenly over them; money outside is not counted.
 * Overlap is 3.2 on the portfolio cut to the quarter: its money there, and the months together there; only that of
 * capabilities, since a segment that thousands serve would take longer than everything else. Without `cosines` nothing
 * is known of overlap, and `redundant` is 0 throughout.
 */
export function* quarterFrameSteps(
  matrix: CoverageMatrix,
  facts: PortfolioFacts,
  quarters: readonly Quarter[],
  cosines: TextCosines | null,
): Steps<QuarterFrames> {
  const count = quarters.length;
  const size = matrix.elements.length * count;
  const first = quarters[0]?.from_month ?? 0;
  const last = quarters[count - 1]?.to_month ?? 0;
  const spells = facts.initiatives.map((each) => (each.money > 0 ? spellsOf(each, last) : []));
  const supply = new Float64Array(size);
  const redundant = new Float64Array(size);
  const active = new Uint16Array(size);
  // Elements that many serve are compared by an index in every quarter: remembering all of their pairs takes 50 MB.
  const alike: TextCosines | null = cosines && {
    between: remembered(cosines.between, facts.initiatives.length),
    withEarlier: (rows) => (rows.length < MANY_CELLS ? null : cosines.withEarlier(rows)),
  };
  for (const [q, quarter] of quarters.entries()) {
    const shares = spells.map((each) => shareAtWork(each, quarter));
    const cells = matrix.cells.map((row): readonly Cell[] =>
      row.flatMap(({ initiative, money }) =>
        shares[initiative]! > 0 ? [{ initiative, money: money * shares[initiative]! }] : [],
      ),
    );
    for (const [e, row] of cells.entries()) {
      const at = e * count + q;
      for (const cell of row) supply[at]! += cell.money;
      active[at] = Math.min(row.length, 0xffff);
    }
    if (!alike) continue;
    const initiatives = facts.initiatives.map((each, index): InitiativeFacts => {
      const end = spells[index]!.reduce((latest, spell) => Math.max(latest, spell.to), each.start);
      return {
        ...each,
        start: Math.max(each.start, quarter.from_month),
        end: Math.min(end, quarter.to_month),
      };
    });
    const overlap = yield* partOf(
      overlapSteps(
        { ...matrix, cells: cells.map((row, e) => (matrix.kinds[e] === 'capability' ? row : [])) },
        { ...facts, initiatives },
        alike,
      ),
      q / count,
      (q + 1) / count,
    );
    for (const [e, row] of overlap.entries()) redundant[e * count + q] = row.redundant;
  }
  const inWindow = matrix.elements.map((_, e) =>
    supply.subarray(e * count, (e + 1) * count).reduce((sum, money) => sum + money, 0),
  );
  const demand = computeDemand({ ...matrix, supply: inWindow });
  const need = new Float64Array(size);
  for (const [q, { from_month, to_month }] of quarters.entries()) {
    const part = (to_month - from_month) / (last - first);
    for (const [e, row] of demand.entries()) need[e * count + q] = row.need * part;
  }
  return {
    quarters,
    ids: matrix.elements.map(({ id }) => id),
    demand: Float64Array.from(demand, (row) => row.demand),
    supply,
    need,
    redundant,
    active,
    spells: Object.fromEntries(
      facts.initiatives.flatMap(({ id, money }, index) => (money > 0 ? [[id, spells[index]!]] : [])),
    ),
  };
}

const firstLeftAlone = (active: readonly number[]): number | null => {
  const firstServed = active.findIndex((count) => count > 0);
  const alone = active.findIndex((count, at) => firstServed >= 0 && at > firstServed && count === 0);
  return alone < 0 ? null : alone;
};

/** Supply, need and gap by quarter of three months from the window's first month on; see `quarterFrameSteps`. */
export const coverageByQuarter = (input: CoverageInput, window: QuarterWindow): CoverageByQuarter => {
  const facts = readFacts(input, window.runDeclared ?? noDeclaredRun);
  const cosines = createTextCosines(buildGramVectors(input.initiatives));
  const quarters = quartersOf(window.from, window.to);
  const frames = runSteps(quarterFrameSteps(buildMatrix(input, facts), facts, quarters, cosines));
  const row = (list: Float64Array | Uint16Array, e: number): readonly number[] =>
    Array.from(list.subarray(e * quarters.length, (e + 1) * quarters.length));
  return {
    quarters,
    elements: frames.ids.map((id, e): ElementQuarters => {
      const [supply, need, active] = [row(frames.supply, e), row(frames.need, e), row(frames.active, e)];
      const wanted = frames.demand[e]! > 0;
      return {
        id,
        supply,
        need,
        gap: need.map((money, q) => (wanted ? Math.max(0, money - supply[q]!) : 0)),
        active,
        left_alone_quarter: wanted ? firstLeftAlone(active) : null,
      };
    }),
  };
};
