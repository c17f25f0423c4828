import type { PortfolioFacts } from './facts.ts';
import type { CoverageMatrix } from './matrix.ts';

/** The month from which nobody is left for an element (MODEL.md 3.3). */
export interface OrphanRow {
  readonly from_month: number;
  /** Indexes of the initiatives that end last. */
  readonly last: readonly number[];
}

/**
 * When each element is left alone: it has contributors, no owning team and no open-ended team, so it is orphaned when
 * the last temporary initiative ends. Null where somebody stays, nobody ever came, or an end is not known.
 */
export const findOrphans = (matrix: CoverageMatrix, facts: PortfolioFacts): readonly (OrphanRow | null)[] =>
  matrix.cells.map((cells, element) => {
    if (cells.length === 0 || matrix.elements[element]!.owner_team) return null;
    const ends = cells.map((cell) => facts.initiatives[cell.initiative]!.end);
    const from = ends.reduce((latest, end) => Math.max(latest, end), Number.NEGATIVE_INFINITY);
    if (!Number.isFinite(from)) return null;
    return {
      from_month: from,
      last: cells.filter((_, at) => ends[at] === from).map((cell) => cell.initiative),
    };
  });
