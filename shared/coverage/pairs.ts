import { compareCodePoints } from '../text/compareCodePoints.ts';
import { type InitiativeFacts, isDeclaredLink, timeOverlap } from './facts.ts';
import { sortKey } from './order.ts';
import { byRows, type SimilarRows, type TakeSimilar } from './similarityJoin.ts';

/** Pairs most similar first; pairs equal in 12 digits by the ids of their rows. */
export const rankPairs = (
  similar: readonly SimilarRows[],
  initiatives: readonly { readonly id: string }[],
): readonly SimilarRows[] => {
  const idOf = (row: number): string => initiatives[row]!.id;
  // Once for each pair and not for each comparison; as plain numbers, because there may be millions.
  const keys = Float64Array.from(similar, ({ similarity }) => sortKey(similarity));
  const order = Uint32Array.from(similar.keys()).sort((x, y) => {
    const [left, right] = [similar[x]!, similar[y]!];
    return (
      keys[y]! - keys[x]! ||
      compareCodePoints(idOf(left.a), idOf(right.a)) ||
      compareCodePoints(idOf(left.b), idOf(right.b))
    );
  });
  return Array.from(order, (at) => similar[at]!);
};

/** Money at stake when two initiatives do the same work at the same time: the smaller budget * time overlap. */
export const moneyAtStake = (left: InitiativeFacts, right: InitiativeFacts): number =>
  Math.min(left.money, right.money) * timeOverlap(left, right);

/** Rows of one text by money falling, then by row. */
interface ByMoney {
  readonly rows: Int32Array;
  /** For each place, the one after the last with as much money. */
  readonly runEnd: Int32Array;
}

interface Weighed extends SimilarRows {
  readonly weight: number;
}

/** The heaviest first, then by rows. */
const byWeight = (x: Weighed, y: Weighed): number => y.weight - x.weight || byRows(x, y);

/** Comes before every pair. */
const NOTHING: Weighed = { a: -1, b: -1, similarity: 0, weight: Number.POSITIVE_INFINITY };

/**
 * Of all similar texts, told one after the other in any order, the `limit` pairs with the most money times likeness
 * that nobody declared; equal ones by their rows. Texts made from one template are all alike: 100,000 of them make
 * billions of pairs, which nobody can read and no page can hold. They are counted, and only those looked at that may
 * be among the weightiest.
 */
export class WeightiestPairs {
  readonly #initiatives: readonly InitiativeFacts[];
  readonly #limit: number;
  readonly #byMoney = new Map<Int32Array, ByMoney>();
  #kept: Weighed[] = [];
  /** What comes after it is none of the weightiest; null while there is room. */
  #last: Weighed | null = null;
  /** How many pairs were told. */
  found = 0;

  constructor(initiatives: readonly InitiativeFacts[], limit: number) {
    this.#initiatives = initiatives;
    this.#limit = limit;
  }

  readonly take: TakeSimilar = (left, right, similarity) => {
    this.found += right ? left.length * right.length : (left.length * (left.length - 1)) / 2;
    if (left.length === 1 && right?.length === 1) return this.#weigh(left[0]!, right[0]!, similarity);
    const own = this.#orderOf(left);
    const others = right ? this.#orderOf(right) : own;
    for (const [at, row] of own.rows.entries()) {
      for (let k = right ? 0 : at + 1; k < others.rows.length; ) {
        const other = others.rows[k]!;
        const most = this.#mostOf(row, other, similarity);
        // From here on there is only less money.
        if (this.#last && most < this.#last.weight) break;
        // Up to the end of the run there are only later rows.
        if (this.#isAfterLast(most, row, other)) k = others.runEnd[k]!;
        else {
          this.#weigh(row, other, similarity);
          k++;
        }
      }
    }
  };

  /** The pairs that are kept, by a, then b. */
  rows(): readonly SimilarRows[] {
    this.#drop();
    return this.#kept.map(({ a, b, similarity }) => ({ a, b, similarity })).sort(byRows);
  }

  #weigh(one: number, two: number, similarity: number): void {
    const [left, right] = [this.#initiatives[one]!, this.#initiatives[two]!];
    // Without money the likeness alone decides, below every pair that has some.
    const weight = isDeclaredLink(left, right) ? 0 : (1 + moneyAtStake(left, right)) * similarity;
    if (this.#isAfterLast(weight, one, two)) return;
    this.#kept.push({ a: Math.min(one, two), b: Math.max(one, two), similarity, weight });
    if (this.#kept.length > 2 * this.#limit) this.#drop();
  }

  /** What two rows weigh at most: side by side in time all the while. */
  #mostOf(one: number, two: number, similarity: number): number {
    return (1 + Math.min(this.#initiatives[one]!.money, this.#initiatives[two]!.money)) * similarity;
  }

  #isAfterLast(weight: number, one: number, two: number): boolean {
    const last = this.#last;
    if (last === null || weight > last.weight) return false;
    const a = Math.min(one, two);
    return weight < last.weight || a > last.a || (a === last.a && Math.max(one, two) > last.b);
  }

  #orderOf(ascending: Int32Array): ByMoney {
    const known = this.#byMoney.get(ascending);
    if (known) return known;
    const money = (row: number): number => this.#initiatives[row]!.money;
    const rows = ascending.toSorted((x, y) => money(y) - money(x) || x - y);
    const runEnd = new Int32Array(rows.length);
    for (let at = rows.length - 1; at >= 0; at--) {
      const next = rows[at + 1];
      runEnd[at] = next !== undefined && money(next) === money(rows[at]!) ? runEnd[at + 1]! : at + 1;
    }
    const order = { rows, runEnd };
    this.#byMoney.set(ascending, order);
    return order;
  }

  #drop(): void {
    if (this.#kept.length <= this.#limit) return;
    this.#kept.sort(byWeight);
    this.#kept.length = this.#limit;
    this.#last = this.#kept.at(-1) ?? NOTHING;
  }
}
