import { runSteps, type Steps } from '../steps.ts';
import { groupEqualTexts } from './equalTexts.ts';
import { BLOCK_ROWS, createGramIndex } from './gramIndex.ts';
import { createCosines, type GramVectors } from './gramVectors.ts';

/** Two texts by row number, a < b, and their cosine. */
export interface SimilarRows {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** Work of a join, for the bench: index entries looked at and cosines computed in full. */
export interface JoinWork {
  visits: number;
  cosines: number;
}

// Share of the threshold that may hide in grams never looked at. Measured on 10,000 texts of 94 and of 163 grams: 0.65
// to 0.75 are equally fast; below, more entries are looked at, above, more cosines are computed.
const HIDDEN_SHARE = 0.7;
// The index rounds weights to single precision, and norms are rounded too; a sum of 1 stays well within this.
const SLACK = 1e-6;
// Rounding can leave the cosine of equal texts a few bits below a threshold of 1.
const ROUNDING = 1e-12;
const ROWS_BETWEEN_PAUSES = 256;

/**
 * Hears of rows whose texts are similar: each of `left` with each of `right`, or, where that is null, all of `left` with
 * each other. The rows of a side hold one text, and ascend.
 */
export type TakeSimilar = (left: Int32Array, right: Int32Array | null, similarity: number) => void;

/** Hears of every pair on its own, in no order. */
export const pairByPair =
  (take: (pair: SimilarRows) => void): TakeSimilar =>
  (left, right, similarity) => {
    left.forEach((row, at) => {
      const others = right ?? left;
      for (let k = right ? 0 : at + 1; k < others.length; k++) {
        const other = others[k]!;
        take({ a: Math.min(row, other), b: Math.max(row, other), similarity });
      }
    });
  };

/** Hears of two rows, in either order, and their cosine. */
type TakeRows = (a: number, b: number, similarity: number) => void;

/** Pairs by a, then b. */
export const byRows = (x: SimilarRows, y: SimilarRows): number => x.a - y.a || x.b - y.b;

function* compareEveryPair(vectors: GramVectors, least: number, take: TakeRows): Steps<void> {
  const cosines = createCosines(vectors);
  for (let a = 0; a < vectors.count; a++) {
    if (a % ROWS_BETWEEN_PAUSES === 0) yield a / vectors.count;
    for (let b = a + 1; b < vectors.count; b++) {
      const similarity = cosines.between(a, b);
      if (similarity >= least) take(a, b, similarity);
    }
  }
}

/**
 * Rows by their commonest gram: texts of one script come together, so that a block of Chinese texts is never looked
 * through for an English one.
 */
const rowsByCommonestGram = ({ count, offsets, gram }: GramVectors): Int32Array =>
  Int32Array.from({ length: count }, (_, row) => row).sort(
    (a, b) => (gram[offsets[a]!] ?? 0) - (gram[offsets[b]!] ?? 0) || a - b,
  );

/** Collects which of the first `length` sums reach `needed`, clears all sums, and returns how many were found. */
const takeCandidates = (sums: Float64Array, length: number, needed: number, into: Int32Array): number => {
  let found = 0;
  for (let number = 0; number < length; number++) if (sums[number]! >= needed) into[found++] = number;
  sums.fill(0);
  return found;
};

/**
 * Tells all pairs of texts with cosine >= threshold, exactly (MODEL.md 3.4), in no order: there may be more of them than
 * fit into memory. Equal texts are compared with others once for all of them.
 */
export function* similarRowSteps(
  vectors: GramVectors,
  threshold: number,
  take: TakeSimilar,
  work: JoinWork = { visits: 0, cosines: 0 },
): Steps<void> {
  if (threshold > 1) return;
  const least = threshold * (1 - ROUNDING);
  const { vectors: different, rowsOf } = groupEqualTexts(vectors);
  const { between } = createCosines(different);
  for (const [text, rows] of rowsOf.entries()) {
    const similarity = rows.length > 1 ? between(text, text) : 0;
    if (rows.length > 1 && similarity >= least) take(rows, null, similarity);
  }
  const takeTexts: TakeRows = (a, b, similarity) => take(rowsOf[a]!, rowsOf[b]!, similarity);
  yield* differentTextSteps(different, threshold, takeTexts, work);
}

/**
 * The pairs of rows with cosine >= threshold, where no two rows are equal.
 *
 * Rows run from common to rare grams. Let r and s be the norms of two rows up to and including a shared gram. While
 * both walk from rare to common grams, r s only falls, and by Cauchy-Schwarz everything from that gram on adds at most
 * r s to the cosine. So shared grams with r s below hidden = 0.7 threshold are not looked at: together they add less
 * than `hidden`, and a pair whose other shared grams add less than threshold - hidden is dropped. All others get their
 * exact cosine; nothing is lost. MODEL.md bounds each side by threshold / 2 on its own; the product of both needs
 * fewer entries.
 *
 * Rows are indexed block by block, and each block is asked by all rows after it and by its own. Within a block a pair
 * is looked at from both sides though one would do: reading unbroken runs of a finished index is more than twice as
 * fast per entry as stepping through one that grows, and blocks are small.
 */
function* differentTextSteps(
  vectors: GramVectors,
  threshold: number,
  take: TakeRows,
  work: JoinWork,
): Steps<void> {
  const least = threshold * (1 - ROUNDING);
  const hidden = HIDDEN_SHARE * threshold;
  const needed = threshold - hidden - SLACK;
  // Near a threshold of 0 even texts that share nothing are pairs, and no bound helps.
  if (!(needed > 0)) return yield* compareEveryPair(vectors, least, take);

  const { count } = vectors;
  const order = rowsByCommonestGram(vectors);
  const index = createGramIndex(vectors, hidden);
  const cosines = createCosines(vectors);
  const sums = new Float64Array(Math.min(BLOCK_ROWS, count));
  const candidates = new Int32Array(sums.length);
  for (let from = 0; from < count; from += BLOCK_ROWS) {
    const to = Math.min(count, from + BLOCK_ROWS);
    index.fill(order.subarray(from, to));
    for (let at = from; at < count; at++) {
      // Blocks before this one were asked by more rows: what is left shrinks with the square.
      if (at % ROWS_BETWEEN_PAUSES === 0) {
        const asked = (at - from) / (count - from);
        const left = ((count - from) ** 2 * (1 - asked) + (count - to) ** 2 * asked) / count ** 2;
        yield 1 - left;
      }
      const row = order[at]!;
      const visits = index.addProducts(row, sums);
      if (visits === 0) continue;
      const candidateCount = takeCandidates(sums, Math.min(at, to) - from, needed, candidates);
      work.visits += visits;
      work.cosines += candidateCount;
      for (let c = 0; c < candidateCount; c++) {
        const other = order[from + candidates[c]!]!;
        const similarity = cosines.between(row, other);
        if (similarity >= least) take(row, other, similarity);
      }
    }
  }
}

/** The pairs of `similarRowSteps` at once, by a, then b. */
export function findSimilarRows(
  vectors: GramVectors,
  threshold: number,
  work?: JoinWork,
): readonly SimilarRows[] {
  const found: SimilarRows[] = [];
  const take = pairByPair((pair) => found.push(pair));
  runSteps(similarRowSteps(vectors, threshold, take, work));
  return found.sort(byRows);
}
