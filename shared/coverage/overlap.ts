import { type InitiativeFacts, isDeclaredLink, type PortfolioFacts, timeOverlap } from './facts.ts';
import type { Cell, CoverageMatrix } from './matrix.ts';
import { compareCodePoints } from './order.ts';
import { type CoverageHooks, continues } from './steps.ts';

/** kappa without and with a shared element of another kind (MODEL.md 3.2; our assumption). */
export const KAPPA_BASE = 0.1;
export const KAPPA_SHARED = 0.3;

const OTHERS_BETWEEN_CHECKS = 64;

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
 * Overlap in money of every element (MODEL.md 3.2); null when cancelled. `cosine(a, b)` is the cosine of the texts of
 * two initiatives and is asked many times with the same `a`.
 */
export const computeOverlap = (
  matrix: CoverageMatrix,
  facts: PortfolioFacts,
  cosine: (a: number, b: number) => number,
  hooks: CoverageHooks = {},
): readonly OverlapRow[] | null => {
  const { initiatives } = facts;
  const rows: OverlapRow[] = [];

  /** kappa when it can be more than `floor`, else null; texts are compared only where they can matter. */
  const kappaAbove = (floor: number, earlier: number, other: number, kind: string): Kappa | null => {
    const [a, b] = [initiatives[earlier]!, initiatives[other]!];
    const time_overlap = timeOverlap(a, b);
    if (time_overlap <= floor || isDeclaredLink(a, b)) return null;
    const shared_element = sharedElementOfOtherKind(matrix, earlier, other, kind);
    const k0 = shared_element === null ? KAPPA_BASE : KAPPA_SHARED;
    const similarity = cosine(other, earlier);
    const kappa = (k0 + (1 - k0) * similarity) * time_overlap;
    return kappa > floor ? { kappa, k0, shared_element, cosine: similarity, time_overlap } : null;
  };

  /** The earlier initiative that the group at `at` doubles most; groups come by money falling. */
  const strongestPair = (groups: readonly Group[], at: number, kind: string): OverlapPair | null => {
    const group = groups[at]!;
    let best: OverlapPair | null = null;
    for (const cell of group.cells) {
      for (let before = 0; before < at; before++) {
        for (const lead of groups[before]!.cells) {
          const kappa = kappaAbove(best?.kappa ?? 0, lead.initiative, cell.initiative, kind);
          if (kappa === null) continue;
          best = {
            ...kappa,
            lead: lead.initiative,
            other: cell.initiative,
            lead_money: lead.money,
            money: group.money,
            redundant: group.money * kappa.kappa,
          };
        }
      }
    }
    return best;
  };

  for (let element = 0; element < matrix.cells.length; element++) {
    if (!continues(hooks, element / matrix.cells.length)) return null;
    const groups = groupCells(matrix.cells[element]!, initiatives);
    const pairs: OverlapPair[] = [];
    let contested = 0;
    let redundant = 0;
    for (let at = 1; at < groups.length; at++) {
      if (at % OTHERS_BETWEEN_CHECKS === 0 && hooks.isCancelled?.()) return null;
      const group = groups[at]!;
      contested += group.money;
      const pair = strongestPair(groups, at, matrix.kinds[element]!);
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
