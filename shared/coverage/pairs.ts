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
