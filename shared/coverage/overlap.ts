import { type InitiativeFacts, isDeclaredLink, type PortfolioFacts, spanOverlap } from './facts.ts';
import type { Cell, CoverageMatrix } from './matrix.ts';
import { compareCodePoints } from './order.ts';
import { type CoverageHooks, continues } from './steps.ts';

/** kappa without and with a shared element of another kind (MODEL.md 3.2; our assumption). */
export const KAPPA_BASE = 0.1;
export const KAPPA_SHARED = 0.3;

// A bound may come out a few bits below what it bounds.
const ROUNDING = 1e-12;
const OTHERS_BETWEEN_CHECKS = 64;
// From here on an index of the texts of one element costs less than comparing each two of them.
const MANY_CELLS = 64;

/** Cosines of texts by initiative; both functions are asked many times with the same `a`. */
export interface TextCosines {
  readonly between: (a: number, b: number) => number;
  /** The same where most pairs of these initiatives will be asked; absent = `between` is as good. */
  readonly among?: (initiatives: readonly number[]) => (a: number, b: number) => number;
}

/** kappa of two initiatives on one element, with its three parts. */
export interface Kappa {
  readonly kappa: number;
  readonly k0: number;
  /** Index of the element of another kind that both serve, the reason of the higher k0; null without one. */
  readonly shared_element: number | null;
  readonly cosine: number;
  readonly time_overlap: number;
}

/** A group that doubles the work of a richer one; initiatives by index. */
export interface OverlapPair extends Kappa {
  readonly lead: number;
  readonly other: number;
  /** Money of the lead on this element. */
  readonly lead_money: number;
  /** Money of the other's whole group on this element. */
  readonly money: number;
  /** money * kappa. */
  readonly redundant: number;
}

/** A declared group at work on one element with two or more initiatives. */
export interface Collaboration {
  readonly group: string;
  /** Indexes, in the order of the portfolio. */
  readonly members: readonly number[];
  readonly money: number;
}

export interface OverlapRow {
  /** Money of all groups but the richest. */
  readonly contested: number;
  /** Part of it that probably pays for the same thing again; redundant <= contested <= supply. */
  readonly redundant: number;
  readonly pairs: readonly OverlapPair[];
  readonly collaborations: readonly Collaboration[];
}

interface Group {
  readonly key: string;
  readonly declared: boolean;
  readonly cells: readonly Cell[];
  readonly money: number;
}

const groupCells = (cells: readonly Cell[], initiatives: readonly InitiativeFacts[]): readonly Group[] => {
  const groups = new Map<string, { key: string; declared: boolean; cells: Cell[]; money: number }>();
  for (const cell of cells) {
    const { group, id, index } = initiatives[cell.initiative]!;
    // The prefix keeps a group apart from an initiative that happens to have its name.
    const known = groups.get(group === null ? `i${index}` : `g${group}`);
    if (known) {
      known.cells.push(cell);
      known.money += cell.money;
    } else {
      groups.set(group === null ? `i${index}` : `g${group}`, {
        key: group ?? id,
        declared: group !== null,
        cells: [cell],
        money: cell.money,
      });
    }
  }
  return [...groups.values()].sort((a, b) => b.money - a.money || compareCodePoints(a.key, b.key));
};

const sharedElementOfOtherKind = (
  matrix: CoverageMatrix,
  a: number,
  b: number,
  kind: string,
): number | null => {
  const [left, right] = [matrix.served[a]!, matrix.served[b]!];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const difference = left[i]! - right[j]!;
    if (difference === 0 && matrix.kinds[left[i]!] !== kind) return left[i]!;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return null;
};

/**
 * Overlap in money of every element (MODEL.md 3.2); null when cancelled. Without `cosines` only what needs no texts:
 * contested money and declared groups; `redundant` is then 0 and there are no pairs, because nobody has looked yet.
 */
export const computeOverlap = (
  matrix: CoverageMatrix,
  facts: PortfolioFacts,
  cosines: TextCosines | null,
  hooks: CoverageHooks = {},
): readonly OverlapRow[] | null => {
  const { initiatives } = facts;
  // Millions of pairs are looked at: plain numbers side by side are read much faster than fields of objects.
  const start = Float64Array.from(initiatives, (each) => each.start);
  const end = Float64Array.from(initiatives, (each) => each.end);
  const rows: OverlapRow[] = [];
  let cosine = cosines?.between ?? (() => 0);

  /** kappa when it is more than `floor`, else null; each step is taken only where the ones before it leave room. */
  const kappaAbove = (floor: number, earlier: number, other: number, kind: string): Kappa | null => {
    const time_overlap = spanOverlap(start[earlier]!, end[earlier]!, start[other]!, end[other]!);
    if (time_overlap <= floor) return null;
    const similarity = cosine(other, earlier);
    const most = (KAPPA_SHARED + (1 - KAPPA_SHARED) * similarity) * time_overlap;
    if (most + ROUNDING <= floor || isDeclaredLink(initiatives[earlier]!, initiatives[other]!)) return null;
    const shared_element = sharedElementOfOtherKind(matrix, earlier, other, kind);
    const k0 = shared_element === null ? KAPPA_BASE : KAPPA_SHARED;
    const kappa = (k0 + (1 - k0) * similarity) * time_overlap;
    return kappa > floor ? { kappa, k0, shared_element, cosine: similarity, time_overlap } : null;
  };

  /** The earlier cell that `group` doubles most, of the first `earlierCount` of `cells`; they come by money falling. */
  const strongestPair = (
    group: Group,
    cells: readonly Cell[],
    earlierCount: number,
    kind: string,
  ): OverlapPair | null => {
    let best: OverlapPair | null = null;
    let floor = 0;
    for (const { initiative } of group.cells) {
      for (let at = 0; at < earlierCount; at++) {
        const lead = cells[at]!;
        const kappa = kappaAbove(floor, lead.initiative, initiative, kind);
        if (kappa === null) continue;
        floor = kappa.kappa;
        best = {
          ...kappa,
          lead: lead.initiative,
          other: initiative,
          lead_money: lead.money,
          money: group.money,
          redundant: group.money * kappa.kappa,
        };
      }
    }
    return best;
  };

  for (let element = 0; element < matrix.cells.length; element++) {
    if (!continues(hooks, element / matrix.cells.length)) return null;
    const cells = matrix.cells[element]!;
    if (cosines) {
      cosine =
        (cells.length >= MANY_CELLS && cosines.among?.(cells.map(({ initiative }) => initiative))) ||
        cosines.between;
    }
    const groups = groupCells(cells, initiatives);
    const byMoney = groups.flatMap((group) => group.cells);
    let earlierCount = groups[0]?.cells.length ?? 0;
    const pairs: OverlapPair[] = [];
    let contested = 0;
    let redundant = 0;
    for (let at = 1; at < groups.length; at++) {
      if (at % OTHERS_BETWEEN_CHECKS === 0 && hooks.isCancelled?.()) return null;
      const group = groups[at]!;
      contested += group.money;
      if (!cosines) continue;
      const pair = strongestPair(group, byMoney, earlierCount, matrix.kinds[element]!);
      earlierCount += group.cells.length;
      if (pair === null) continue;
      redundant += pair.redundant;
      pairs.push(pair);
    }
    const collaborations = groups
      .filter((group) => group.declared && group.cells.length > 1)
      .map(({ key, cells, money }) => ({ group: key, members: cells.map((cell) => cell.initiative), money }));
    rows.push({ contested, redundant, pairs, collaborations });
  }
  return rows;
};
