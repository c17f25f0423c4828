import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noDeclaredRun } from '../../../shared/coverage/declaredRun.ts';
import { isDeclaredLink, readFacts } from '../../../shared/coverage/facts.ts';
import { moneyAtStake, rankPairs, WeightiestPairs } from '../../../shared/coverage/pairs.ts';
import { initiative } from './helpers.ts';

const { initiatives } = readFacts(
  {
    initiatives: Array.from({ length: 12 }, (_, at) =>
      // Few different amounts and one declared group, so that many pairs weigh the same.
      initiative(`I${at}`, [], { budget: (at % 3) * 10, ...(at < 3 ? { collaboration_group: 'g' } : {}) }),
    ),
    capabilities: [],
  },
  noDeclaredRun,
);
const everyPair = initiatives.flatMap((_, a) =>
  initiatives.slice(a + 1).map((__, k) => ({ a, b: a + 1 + k, similarity: 0.5 + ((a * 7 + k) % 3) / 10 })),
);

describe('WeightiestPairs', () => {
  it('keeps the same pairs in whatever order they come', () => {
    const weightOf = ({ a, b, similarity }: (typeof everyPair)[number]): number => {
      const [left, right] = [initiatives[a]!, initiatives[b]!];
      return isDeclaredLink(left, right) ? 0 : (1 + moneyAtStake(left, right)) * similarity;
    };
    fc.assert(
      fc.property(
        fc.shuffledSubarray(everyPair),
        fc.oneof(fc.nat(20), fc.constant(Number.POSITIVE_INFINITY)),
        (told, limit) => {
          const pairs = new WeightiestPairs(initiatives, limit);
          for (const pair of told) pairs.take(pair);
          const expected = [...told]
            .sort((x, y) => weightOf(y) - weightOf(x) || x.a - y.a || x.b - y.b)
            .slice(0, limit)
            .sort((x, y) => x.a - y.a || x.b - y.b);
          expect(pairs.rows()).toEqual(expected);
          expect(pairs.found).toBe(told.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('pairs are told by likeness, equal ones by their names', () => {
  const named = ['n', 'm', 'k'].map((id) => ({ id }));
  const pair = (a: number, b: number, similarity: number) => ({ a, b, similarity });
  const ranked = rankPairs([pair(0, 1, 0.5), pair(0, 2, 0.5), pair(1, 2, 0.5)], named);
  expect(ranked.map(({ a, b }) => `${a} ${b}`)).toEqual(['m k', 'n k', 'n m']);
  const likeFirst = rankPairs([pair(1, 2, 0.5), pair(0, 1, 0.6)], named);
  expect(likeFirst.map(({ a, b }) => `${a} ${b}`)).toEqual(['n m', 'm k']);
  // Noise of the last digits decides nothing.
  expect(rankPairs([pair(0, 1, 0.5 + 1e-15), pair(1, 2, 0.5)], named)[0]).toMatchObject({ a: 'm' });
});
