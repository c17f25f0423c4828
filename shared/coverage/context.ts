import type { ConcentrationRow, Shares } from './concentration.ts';
import type { DemandRow } from './demand.ts';
import type { PortfolioFacts } from './facts.ts';
import type { ContributorEvidence, Finding, NeedEvidence } from './findings.ts';
import type { GramVectors } from './gramVectors.ts';
import type { CoverageMatrix } from './matrix.ts';
import type { OrphanRow } from './orphans.ts';
import type { OverlapRow } from './overlap.ts';
import type { SimilarRows } from './similarityJoin.ts';

/** Everything a check may look at; all rows are by element index unless named otherwise. */
export interface CoverageContext {
  readonly facts: PortfolioFacts;
  readonly matrix: CoverageMatrix;
  readonly demand: readonly DemandRow[];
  readonly concentration: readonly ConcentrationRow[];
  readonly overlap: readonly OverlapRow[];
  readonly orphans: readonly (OrphanRow | null)[];
  /** Money of all initiatives, mapped or not. */
  readonly totalMoney: number;
  readonly portfolioVendors: Shares;
  readonly vectors: GramVectors;
  readonly similar: readonly SimilarRows[];
}

/** Produces all findings of one kind. */
export type Check = (context: CoverageContext) => readonly Finding[];

/** Contributors of an element as evidence, in the order of the portfolio. */
export const contributorsOf = (
  { matrix, facts }: CoverageContext,
  element: number,
): readonly ContributorEvidence[] =>
  matrix.cells[element]!.map((cell) => ({
    initiative: facts.initiatives[cell.initiative]!.id,
    money: cell.money,
  }));

/** The part of the evidence that all findings about need and supply share; only for rated elements. */
export const needEvidence = (context: CoverageContext, element: number): NeedEvidence => {
  const { importance, current, target } = context.matrix.elements[element]!;
  const { need, supply } = context.demand[element]!;
  return {
    importance: importance ?? 0,
    current: current ?? 0,
    target: target ?? 0,
    need,
    supply,
    contributors: contributorsOf(context, element),
  };
};

/** One finding or none for each element. */
export const forEachElement = (
  { matrix }: CoverageContext,
  check: (element: number) => Finding | null,
): readonly Finding[] =>
  matrix.elements.flatMap((_, element) => {
    const finding = check(element);
    return finding === null ? [] : [finding];
  });
