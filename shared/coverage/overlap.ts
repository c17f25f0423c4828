import type { Steps } from '../steps.ts';
import { compareCodePoints } from '../text/compareCodePoints.ts';
import { isDeclaredLink, type PortfolioFacts, spanOverlap } from './facts.ts';
import type { Cell, CoverageMatrix } from './matrix.ts';
import type { EarlierCosines, TextCosines } from './textCosines.ts';

/** kappa without and with a shared element of another kind (MODEL.md 3.2; our assumption). */
const KAPPA_BASE = 0.1;
const KAPPA_SHARED = 0.3;

// A bound may come out a few bits below what it bounds.
const ROUNDING = 1e-12;
const OTHERS_BETWEEN_PAUSES = 64;

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

interface Group<Of = Cell> {
  readonly key: string;
  readonly declared: boolean;
  readonly cells: readonly Of[];
  readonly money: number;
}

/** The cells of one element by money falling, and how their texts are compared. */
interface ComparedCells {
  readonly cells: readonly Cell[];
  /** The initiatives of the cells. */
  readonly served: Int32Array;
  readonly kind: string;
  readonly between: TextCosines['between'];
  readonly withEarlier: EarlierCosines | null;
}

/** Contributions to one element by declared group, those with most money first (MODEL.md 3.2). */
export function collaborationGroups<Of extends { readonly money: number }>(
  contributions: readonly Of[],
  initiativeOf: (contribution: Of) => { readonly id: string; readonly group: string | null },
): readonly Group<Of>[] {
  const groups = new Map<string, { key: string; declared: boolean; cells: Of[]; money: number }>();
  for (const cell of contributions) {
    const { group, id } = initiativeOf(cell);
    // The prefix keeps a group apart from an initiative that happens to have its name.
    const place = group === null ? `i${id}` : `g${group}`;
    const known = groups.get(place);
    if (known) {
      known.cells.push(cell);
      known.money += cell.money;
    } else
      groups.set(place, { key: group ?? id, declared: group !== null, cells: [cell], money: cell.money });
  }
  return [...groups.values()].sort((a, b) => b.money - a.money || compareCodePoints(a.key, b.key));
}

/**
 * Overlap in money of every element (MODEL.md 3.2). Without `cosines` only what needs no texts:
 * contested money and declared groups; `redundant` is then 0 and there are no pairs, because nobody has looked yet.
 */
export function* overlapSteps(
  matrix: CoverageMatrix,
  facts: PortfolioFacts,
  cosines: TextCosines | null,
): Steps<readonly OverlapRow[]> {
  const { initiatives } = facts;
  // Millions of pairs are looked at: plain numbers side by side are read much faster than fields of objects.
  const start = Float64Array.from(initiatives, (each) => each.start);
  const end = Float64Array.from(initiatives, (each) => each.end);
  const rows: OverlapRow[] = [];

  // Elements of another kind that the initiative in hand serves, by the number of its turn.
  const servedInTurn = new Int32Array(matrix.kinds.length);
  let turn = 0;
  const takeTurn = (initiative: number, kind: string): void => {
    turn++;
    for (const element of matrix.served[initiative]!) {
      if (matrix.kinds[element] !== kind) servedInTurn[element] = turn;
    }
  };
  /** The first element of another kind that `earlier` serves too; -1 without one. */
  const sharedElement = (earlier: number): number => {
    const served = matrix.served[earlier]!;
    for (let k = 0; k < served.length; k++) if (servedInTurn[served[k]!] === turn) return served[k]!;
    return -1;
  };

  /**
   * The earlier cell that `group` doubles most, of the first `earlierCount`; they come by money falling,
   * and the group's own stand right after them. Each step is taken only where the ones before it leave room.
   */
  const strongestPair = (
    group: Group,
    earlierCount: number,
    { cells, served, kind, between, withEarlier }: ComparedCells,
  ): OverlapPair | null => {
    let best: OverlapPair | null = null;
    let floor = 0;
    for (const [own, { initiative }] of group.cells.entries()) {
      const known = withEarlier?.(earlierCount + own);
      takeTurn(initiative, kind);
      const from = start[initiative]!;
      const to = end[initiative]!;
      for (let at = 0; at < earlierCount; at++) {
        const lead = served[at]!;
        const time_overlap = spanOverlap(start[lead]!, end[lead]!, from, to);
        if (time_overlap <= floor) continue;
        const cosine = known ? known[at]! : between(initiative, lead);
        if ((KAPPA_SHARED + (1 - KAPPA_SHARED) * cosine) * time_overlap + ROUNDING <= floor) continue;
        const shared = sharedElement(lead);
        const k0 = shared < 0 ? KAPPA_BASE : KAPPA_SHARED;
        const kappa = (k0 + (1 - k0) * cosine) * time_overlap;
        if (kappa <= floor || isDeclaredLink(initiatives[lead]!, initiatives[initiative]!)) continue;
        floor = kappa;
        best = {
          kappa,
          k0,
          shared_element: shared < 0 ? null : shared,
          cosine,
          time_overlap,
          lead,
          other: initiative,
          lead_money: cells[at]!.money,
          money: group.money,
          redundant: group.money * kappa,
        };
      }
    }
    return best;
  };

  for (let element = 0; element < matrix.cells.length; element++) {
    yield element / matrix.cells.length;
    const cells = matrix.cells[element]!;
    const groups = collaborationGroups(cells, (cell) => initiatives[cell.initiative]!);
    const byMoney = groups.flatMap((group) => group.cells);
    const served = Int32Array.from(byMoney, ({ initiative }) => initiative);
    const compared = cosines && {
      cells: byMoney,
      served,
      kind: matrix.kinds[element]!,
      between: cosines.between,
      withEarlier: cosines.withEarlier(served),
    };
    let earlierCount = groups[0]?.cells.length ?? 0;
    const pairs: OverlapPair[] = [];
    let contested = 0;
    let redundant = 0;
    for (let at = 1; at < groups.length; at++) {
      if (at % OTHERS_BETWEEN_PAUSES === 0) yield (element + at / groups.length) / matrix.cells.length;
      const group = groups[at]!;
      contested += group.money;
      if (!compared) continue;
      const pair = strongestPair(group, earlierCount, compared);
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
}
