import { amount, finite, type PortfolioFacts } from './facts.ts';
import type { CoverageElement, CoverageInput } from './types.ts';

/** Money of one initiative on one element. */
export interface Cell {
  /** Index of the initiative. */
  readonly initiative: number;
  /** m_ic = w_ic B_i, more than 0. */
  readonly money: number;
}

/** Who pays for what: m_ic of MODEL.md 3.1 by element and by initiative. */
export interface CoverageMatrix {
  readonly elements: readonly CoverageElement[];
  /** Kind of each element. */
  readonly kinds: readonly string[];
  /** By element: cells in the order of the initiatives. */
  readonly cells: readonly (readonly Cell[])[];
  /** By element: S_c. */
  readonly supply: readonly number[];
  /** By initiative: indexes of the elements it serves with money, rising. */
  readonly served: readonly (readonly number[])[];
  /** By initiative: whether it serves any listed element, with or without money. */
  readonly mapped: readonly boolean[];
}

/**
 * Weights of one initiative by element: links to the same element are added, links to unknown elements are left out,
 * and a kind whose weights add to more than 1 is scaled down to 1, so that no money is spent twice within a kind.
 */
const normalisedWeights = (
  contributions: readonly { readonly capability: string; readonly weight?: number | null }[],
  elementIndex: ReadonlyMap<string, number>,
  kinds: readonly string[],
): ReadonlyMap<number, number> => {
  const weights = new Map<number, number>();
  const perKind = new Map<string, number>();
  for (const { capability, weight } of contributions) {
    const element = elementIndex.get(capability);
    const value = weight === null || weight === undefined ? 1 : (finite(weight) ?? 0);
    if (element === undefined || value <= 0) continue;
    const kind = kinds[element]!;
    weights.set(element, (weights.get(element) ?? 0) + value);
    perKind.set(kind, (perKind.get(kind) ?? 0) + value);
  }
  for (const [element, weight] of weights) {
    weights.set(element, weight / Math.max(1, perKind.get(kinds[element]!)!));
  }
  return weights;
};

/** Scales that are not numbers become "not entered", so that every later step meets a number or null. */
const cleanScales = (element: CoverageElement): CoverageElement => ({
  ...element,
  importance: amount(element.importance) ?? null,
  current: finite(element.current) ?? null,
  target: finite(element.target) ?? null,
});

/** Fills the matrix from contributions and money. */
export const buildMatrix = (input: CoverageInput, facts: PortfolioFacts): CoverageMatrix => {
  const elements = input.capabilities.map(cleanScales);
  const kinds = elements.map((element) => element.kind ?? 'capability');
  const elementIndex = new Map<string, number>();
  elements.forEach((element, index) => {
    if (!elementIndex.has(element.id)) elementIndex.set(element.id, index);
  });
  const cells: Cell[][] = elements.map(() => []);
  const served: number[][] = [];
  const mapped: boolean[] = [];
  for (const { index, money, record } of facts.initiatives) {
    const weights = normalisedWeights(record.contributions ?? [], elementIndex, kinds);
    const paid: number[] = [];
    for (const [element, weight] of weights) {
      if (!(weight * money > 0)) continue;
      cells[element]!.push({ initiative: index, money: weight * money });
      paid.push(element);
    }
    served.push(paid.sort((a, b) => a - b));
    mapped.push(weights.size > 0);
  }
  return {
    elements,
    kinds,
    cells,
    supply: cells.map((row) => row.reduce((sum, cell) => sum + cell.money, 0)),
    served,
    mapped,
  };
};
