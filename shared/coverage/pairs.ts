import { compareCodePoints } from '../text/compareCodePoints.ts';
import { type InitiativeFacts, isDeclaredLink, timeOverlap } from './facts.ts';
import { sortKey } from './order.ts';
import { byRows, type SimilarRows } from './similarityJoin.ts';

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
 * Of all similar texts, told one after the other in any order, the `limit` pairs with the most money times likeness
 * that nobody declared; equal ones by their rows. Texts made from one template are all alike: 10,000 of them make half
 * a million pairs, which nobody can read and no page can hold.
 */
export class WeightiestPairs {
  readonly #initiatives: readonly InitiativeFacts[];
  readonly #limit: number;
  #kept: { readonly pair: SimilarRows; readonly weight: number }[] = [];
  /** Lighter ones are none of the weightiest. */
  #least = Number.NEGATIVE_INFINITY;
  /** How many pairs were told. */
  found = 0;

  constructor(initiatives: readonly InitiativeFacts[], limit: number) {
    this.#initiatives = initiatives;
    this.#limit = limit;
  }

  readonly take = (pair: SimilarRows): void => {
    this.found++;
    const [left, right] = [this.#initiatives[pair.a]!, this.#initiatives[pair.b]!];
    // Without money the likeness alone decides, below every pair that has some.
    const weight = isDeclaredLink(left, right) ? 0 : (1 + moneyAtStake(left, right)) * pair.similarity;
    if (weight < this.#least) return;
    this.#kept.push({ pair, weight });
    if (this.#kept.length > 2 * this.#limit) this.#drop();
  };

  /** The pairs that are kept, by a, then b. */
  rows(): readonly SimilarRows[] {
    this.#drop();
    return this.#kept.map(({ pair }) => pair).sort(byRows);
  }

  #drop(): void {
    if (this.#kept.length <= this.#limit) return;
    this.#kept.sort((x, y) => y.weight - x.weight || byRows(x.pair, y.pair));
    this.#kept.length = this.#limit;
    this.#least = this.#kept.at(-1)?.weight ?? Number.POSITIVE_INFINITY;
  }
}
