import { type ComparableText, gramVectorSteps } from '../../coverage/gramVectors.ts';
import {
  byRows,
  type SimilarRows,
  similarRowSteps,
  type TakeSimilar,
} from '../../coverage/similarityJoin.ts';
import { partOf, type Steps } from '../../steps.ts';

/** The last comparisons of many texts, of names and of all: a preview asks for them again at every other choice. */
const kept: { readonly key: string; readonly pairs: ReadonlyMap<number, number> }[] = [];
const KEPT = 2;
/** From so many texts on a comparison is worth remembering. */
const WORTH_KEEPING = 400;

/** Cosines from `threshold` on between the first `split` texts and the others, by `a * texts + b`. */
export function* crossPairs(
  texts: readonly ComparableText[],
  split: number,
  threshold: number,
): Steps<ReadonlyMap<number, number>> {
  const key = texts.length < WORTH_KEEPING ? null : JSON.stringify([split, threshold, texts]);
  const known = kept.find((each) => each.key === key);
  if (known) return known.pairs;
  const vectors = yield* partOf(gramVectorSteps(texts), 0, 0.4);
  const pairs: SimilarRows[] = [];
  const takeEach = (firsts: Int32Array, others: Int32Array, similarity: number): void => {
    for (const a of firsts) for (const b of others) pairs.push({ a, b, similarity });
  };
  const take: TakeSimilar = (left, right, similarity) => {
    const [leftFirsts, leftOthers] = cutAt(left, split);
    const [rightFirsts, rightOthers] = right ? cutAt(right, split) : [leftFirsts, leftOthers];
    takeEach(leftFirsts, rightOthers, similarity);
    if (right) takeEach(rightFirsts, leftOthers, similarity);
  };
  yield* partOf(similarRowSteps(vectors, threshold, take), 0.4, 1);
  const cross = new Map(
    pairs.sort(byRows).map(({ a, b, similarity }) => [a * texts.length + b, similarity] as const),
  );
  if (key !== null) kept.push({ key, pairs: cross });
  if (kept.length > KEPT) kept.shift();
  return cross;
}

/** Ascending rows before `split`, and from there on. */
function cutAt(rows: Int32Array, split: number): readonly [Int32Array, Int32Array] {
  const found = rows.findIndex((row) => row >= split);
  const at = found < 0 ? rows.length : found;
  return [rows.subarray(0, at), rows.subarray(at)];
}
