import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noDeclaredRun } from '../../../shared/coverage/declaredRun.ts';
import { isDeclaredLink, readFacts } from '../../../shared/coverage/facts.ts';
import { moneyAtStake, rankPairs, WeightiestPairs } from '../../../shared/coverage/pairs.ts';
import { pairByPair } from '../../../shared/coverage/similarityJoin.ts';
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
          for (const { a, b, similarity } of told) pairs.take(Int32Array.of(a), Int32Array.of(b), similarity);
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

describe('WeightiestPairs of equal texts', () => {
  const spans = fc.record({
    budget: fc.constantFrom(0, 10, 20, 1e6),
    start_month: fc.constantFrom(0, 3),
    end_month: fc.constantFrom(6, 12),
    collaboration_group: fc.constantFrom(null, null, 'g'),
  });
  // Rows of three texts in any mixture; every text is like itself, and some are like each other.
  const portfolio = fc.array(fc.tuple(spans, fc.nat(2)), { minLength: 2, maxLength: 40 });
  const likeness = fc.constantFrom(0.5, 0.8, 1);

  it('keeps what it keeps of each pair on its own, and counts them all', () => {
    let looked = 0;
    fc.assert(
      fc.property(
        portfolio,
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), likeness), { maxLength: 6 }),
        fc.integer({ min: 1, max: 12 }),
        (rows, told, limit) => {
          const facts = readFacts(
            { initiatives: rows.map(([more], at) => initiative(`I${at}`, [], more)), capabilities: [] },
            noDeclaredRun,
          ).initiatives;
          const rowsOf = [0, 1, 2].map((text) =>
            Int32Array.from([...rows.keys()].filter((at) => rows[at]![1] === text)),
          );
          const grouped = new WeightiestPairs(facts, limit);
          const plain = new WeightiestPairs(facts, limit);
          const onItsOwn = pairByPair(({ a, b, similarity }) => {
            plain.take(Int32Array.of(a), Int32Array.of(b), similarity);
          });
          // A pair of texts is told once.
          const once = new Map(told.map(([a, b, like]) => [[a, b].sort().join(), [a, b, like] as const]));
          for (const [a, b, like] of once.values()) {
            grouped.take(rowsOf[a]!, a === b ? null : rowsOf[b]!, like);
            onItsOwn(rowsOf[a]!, a === b ? null : rowsOf[b]!, like);
          }
          looked += plain.found;
          expect(grouped.found).toBe(plain.found);
          expect(grouped.rows()).toEqual(plain.rows());
        },
      ),
      { numRuns: 1000 },
    );
    expect(looked).toBeGreaterThan(10_000);
  });

  it('does not look at the billions that none of the weightiest can be among', () => {
    const count = 60_000;
    const { initiatives: facts } = readFacts(
      {
        initiatives: Array.from({ length: count }, (_, at) => initiative(`I${at}`, [], { budget: at % 5 })),
        capabilities: [],
      },
      noDeclaredRun,
    );
    let asked = 0;
    const watched = facts.map((each) => ({
      ...each,
      get money() {
        asked += 1;
        return each.money;
      },
    }));
    const pairs = new WeightiestPairs(watched, 10);
    pairs.take(
      Int32Array.from({ length: count }, (_, at) => at),
      null,
      0.9,
    );
    expect(pairs.found).toBe((count * (count - 1)) / 2);
    expect(pairs.rows().map(({ a, b }) => [a, b])).toEqual(
      [9, 14, 19, 24, 29, 34, 39, 44, 49, 54].map((b) => [4, b]),
    );
    expect(asked).toBeLessThan(100 * count);
  });
});

it('pairs are told by likeness, equal ones by their names', () => {
  const named = ['n', 'm', 'k'].map((id) => ({ id }));
  const pair = (a: number, b: number, similarity: number) => ({ a, b, similarity });
  const ranked = (...pairs: readonly ReturnType<typeof pair>[]) =>
    rankPairs(pairs, named).map(({ a, b }) => `${named[a]!.id} ${named[b]!.id}`);
  expect(ranked(pair(0, 1, 0.5), pair(0, 2, 0.5), pair(1, 2, 0.5))).toEqual(['m k', 'n k', 'n m']);
  expect(ranked(pair(1, 2, 0.5), pair(0, 1, 0.6))).toEqual(['n m', 'm k']);
  // Noise of the last digits decides nothing.
  expect(ranked(pair(0, 1, 0.5 + 1e-15), pair(1, 2, 0.5))).toEqual(['m k', 'n m']);
});
