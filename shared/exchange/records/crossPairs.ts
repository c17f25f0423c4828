import { type ComparableText, gramVectorSteps } from '../../coverage/gramVectors.ts';
import { byRows, pairByPair, type SimilarRows, similarRowSteps } from '../../coverage/similarityJoin.ts';
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
  const take = (pair: SimilarRows): void => {
    if (pair.a < split && pair.b >= split) pairs.push(pair);
  };
  yield* partOf(similarRowSteps(vectors, threshold, pairByPair(take)), 0.4, 1);
  const cross = new Map(
    pairs.sort(byRows).map(({ a, b, similarity }) => [a * texts.length + b, similarity] as const),
  );
  if (key !== null) kept.push({ key, pairs: cross });
  if (kept.length > KEPT) kept.shift();
  return cross;
}
