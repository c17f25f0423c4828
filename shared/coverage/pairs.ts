import { type InitiativeFacts, isDeclaredLink, timeOverlap } from './facts.ts';
import { compareCodePoints, sortKey } from './order.ts';
import type { SimilarRows } from './similarityJoin.ts';

/** Two initiatives by id with the cosine of their texts; `rows` are their indexes. */
export interface NamedPair {
  readonly a: string;
  readonly b: string;
  readonly similarity: number;
  readonly rows: readonly [number, number];
}

/** Pairs with ids, most similar first; pairs equal in 12 digits by their ids. */
export const rankPairs = (
  similar: readonly SimilarRows[],
  initiatives: readonly { readonly id: string }[],
): readonly NamedPair[] =>
  similar
    .map(({ a, b, similarity }) => ({
      key: sortKey(similarity),
      pair: { a: initiatives[a]!.id, b: initiatives[b]!.id, similarity, rows: [a, b] as const },
    }))
    .sort(
      (x, y) =>
        y.key - x.key || compareCodePoints(x.pair.a, y.pair.a) || compareCodePoints(x.pair.b, y.pair.b),
    )
    .map(({ pair }) => pair);

/** Money at stake when two initiatives do the same work at the same time: the smaller budget * time overlap. */
export const moneyAtStake = (left: InitiativeFacts, right: InitiativeFacts): number =>
  Math.min(left.money, right.money) * timeOverlap(left, right);

/**
 * At most `limit` pairs, those with the most money times likeness that nobody declared, in their old order. Texts made
 * from one template are all alike: 10,000 of them make half a million pairs, which nobody can read and no page can hold.
 */
export const keepWeightiest = (
  similar: readonly SimilarRows[],
  initiatives: readonly InitiativeFacts[],
  limit: number,
): readonly SimilarRows[] => {
  if (similar.length <= limit) return similar;
  const weight = Float64Array.from(similar, ({ a, b, similarity }) => {
    const [left, right] = [initiatives[a]!, initiatives[b]!];
    // Without money the likeness alone decides, below every pair that has some.
    return isDeclaredLink(left, right) ? 0 : (1 + moneyAtStake(left, right)) * similarity;
  });
  const least = Float64Array.from(weight).sort()[similar.length - limit]!;
  let atLeast = limit - weight.reduce((above, w) => above + (w > least ? 1 : 0), 0);
  return similar.filter((_, i) => weight[i]! > least || (weight[i] === least && atLeast-- > 0));
};
