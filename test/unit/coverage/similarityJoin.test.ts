import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_ROWS } from '../../../shared/coverage/gramIndex.ts';
import {
  buildGramVectors,
  type ComparableText,
  createCosines,
  strongestSharedGrams,
} from '../../../shared/coverage/gramVectors.ts';
import { findSimilarRows, similarRowSteps } from '../../../shared/coverage/similarityJoin.ts';
import { createEarlierCosines } from '../../../shared/coverage/textCosines.ts';

const words = [
  '客户',
  '开户',
  '平台',
  '数字化',
  '支付',
  'customer',
  'portal',
  'data',
  'Platform',
  'ERP',
  '的',
  '与',
  '𠀀',
];
const phrase = fc.array(fc.constantFrom(...words), { maxLength: 7 }).map((parts) => parts.join(' '));
const text: fc.Arbitrary<ComparableText> = fc.record({
  name: phrase,
  description: fc.option(phrase, { nil: null }),
});

const bruteForce = (texts: readonly ComparableText[], threshold: number): string[] => {
  const vectors = buildGramVectors(texts);
  const { between } = createCosines(vectors);
  const found: string[] = [];
  for (let a = 0; a < texts.length; a++) {
    for (let b = a + 1; b < texts.length; b++) {
      // Equal texts are similar at a threshold of 1, whatever bits rounding takes off their cosine.
      if (between(b, a) >= threshold * (1 - 1e-12)) found.push(`${a}-${b}`);
    }
  }
  return found;
};

describe('findSimilarRows', () => {
  it('finds exactly what brute force finds', () => {
    let pairs = 0;
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 40 }),
        fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(1e-4, 3e-4, 0.01, 0.5)),
        (texts, threshold) => {
          const joined = findSimilarRows(buildGramVectors(texts), threshold).map(({ a, b }) => `${a}-${b}`);
          pairs += joined.length;
          expect(joined).toEqual(bruteForce(texts, threshold));
        },
      ),
      { numRuns: 400 },
    );
    expect(pairs).toBeGreaterThan(1000);
  });

  it('compares copies of few texts once, and gives each pair the cosine of its own two rows', () => {
    let pairs = 0;
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(4), { minLength: 20, maxLength: 60 }),
        fc.constantFrom(0, 0.2, 0.5, 0.9, 1),
        (templates, picked, threshold) => {
          const vectors = buildGramVectors(picked.map((at) => templates[at % templates.length]!));
          const { between } = createCosines(vectors);
          const plain = [...picked.keys()].flatMap((a) =>
            [...picked.keys()]
              .slice(a + 1)
              .map((b) => ({ a, b, similarity: between(a, b) }))
              .filter(({ similarity }) => similarity >= threshold * (1 - 1e-12)),
          );
          const work = { visits: 0, cosines: 0 };
          expect(findSimilarRows(vectors, threshold, work)).toEqual(plain);
          expect(work.cosines).toBeLessThanOrEqual((templates.length * (templates.length - 1)) / 2);
          pairs += plain.length;
        },
      ),
      { numRuns: 300 },
    );
    expect(pairs).toBeGreaterThan(3_000);
  });

  it('finds equal texts at a threshold of 1, whatever their words are', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), (twin, others) => {
        fc.pre(/\S/.test(`${twin.name}${twin.description ?? ''}`));
        const joined = findSimilarRows(buildGramVectors([twin, ...others, twin]), 1);
        expect(joined).toContainEqual({ a: 0, b: others.length + 1, similarity: expect.closeTo(1, 12) });
      }),
      { numRuns: 400 },
    );
  });

  it('loses nothing among hundreds of texts near the threshold', () => {
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    // Few words, the first ones very common: many pairs just above and just below each threshold.
    const word = () => String.fromCodePoint(0x4e00 + Math.floor(60 ** random()));
    const texts = Array.from({ length: 300 }, () => ({ name: Array.from({ length: 8 }, word).join(' ') }));
    for (const threshold of [0.15, 0.3, 0.4, 0.5, 0.6, 0.8]) {
      const joined = findSimilarRows(buildGramVectors(texts), threshold).map(({ a, b }) => `${a}-${b}`);
      expect(joined.length).toBeGreaterThan(3);
      expect(joined).toEqual(bruteForce(texts, threshold));
    }
  });

  it('finds the pairs within and across blocks of its index', () => {
    // Two characters each, so that comparing every two texts stays quick. Rows are indexed by their commoner one: texts
    // that share it lie in one block, texts that share the rarer one anywhere.
    const character = (at: number) => String.fromCodePoint(0x4e00 + at);
    const texts = Array.from({ length: BLOCK_ROWS + 1000 }, (_, at) => ({
      name: `${character(at % 1500)} ${character(1500 + ((at * 7919) % 2000))}`,
    }));
    const joined = findSimilarRows(buildGramVectors(texts), 0.4).map(({ a, b }) => `${a}-${b}`);
    const isSharedBy = (period: number, factor: number) => (pair: string) => {
      const [a, b] = pair.split('-').map(Number) as [number, number];
      return (a * factor) % period === (b * factor) % period;
    };
    expect(joined.filter(isSharedBy(1500, 1)).length).toBeGreaterThan(1000);
    expect(joined.filter(isSharedBy(2000, 7919)).length).toBeGreaterThan(1000);
    expect(joined).toEqual(bruteForce(texts, 0.4));
  });

  it('reports progress that never falls, up to the end', () => {
    const texts = Array.from({ length: BLOCK_ROWS + 600 }, (_, at) => ({
      name: String.fromCodePoint(0x4e00 + at),
    }));
    const shares = [...similarRowSteps(buildGramVectors(texts), 0.5, () => undefined)];
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.95);
  });

  it('rejects most candidates before it computes their cosine', () => {
    const texts = Array.from({ length: 400 }, (_, at) => ({
      name: `${words[at % words.length]} ${at * 7919} ${(at * 104729) % 1000}`,
      description: `客户 data ${at}`,
    }));
    const work = { visits: 0, cosines: 0 };
    findSimilarRows(buildGramVectors(texts), 0.5, work);
    expect(work.cosines).toBeLessThan((400 * 399) / 4);
  });

  it('with threshold 0 returns every pair, above 1 none', () => {
    const vectors = buildGramVectors([{ name: 'a' }, { name: '客' }, { name: '' }]);
    expect(findSimilarRows(vectors, 0)).toHaveLength(3);
    expect(findSimilarRows(vectors, 1.01)).toEqual([]);
  });

  it('gives equal texts 1, texts without letters nothing', () => {
    const vectors = buildGramVectors([
      { name: '客户 Portal' },
      { name: '...' },
      { name: '客户 PORTAL' },
      { name: '' },
    ]);
    const found = findSimilarRows(vectors, 0.5);
    expect(found.map(({ a, b }) => [a, b])).toEqual([[0, 2]]);
    expect(found[0]!.similarity).toBeCloseTo(1, 12);
    expect(found[0]!.similarity).toBeLessThanOrEqual(1);
  });
});

describe('createEarlierCosines', () => {
  it('gives bit for bit the cosines of comparing two by two', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (texts) => {
        const vectors = buildGramVectors(texts);
        const { between } = createCosines(vectors);
        const earlierCosines = createEarlierCosines(vectors);
        const all = Int32Array.from(texts.keys());
        for (const rows of [all, all.filter((row) => row % 3 !== 1), all.toReversed()]) {
          const withEarlier = earlierCosines(rows);
          for (let position = 1; position < rows.length; position += 1 + (position % 2)) {
            const expected = rows.slice(0, position);
            expect([...withEarlier(position).subarray(0, position)]).toEqual(
              Array.from(expected, (earlier) => between(rows[position]!, earlier)),
            );
          }
        }
      }),
    );
  });
});

describe('gram vectors', () => {
  it('weigh by hand: two texts, one shared gram', () => {
    // N = 2. "客" has df 2: idf = ln(3/3) + 1 = 1; "户" df 1: idf = ln(3/2) + 1. tf = 2 in a name: 1 + ln 2.
    const { between } = createCosines(buildGramVectors([{ name: '客' }, { name: '客 户' }]));
    const idf = Math.log(1.5) + 1;
    expect(between(0, 1)).toBeCloseTo(1 / Math.sqrt(1 + idf * idf), 12);
  });

  it('count a name twice and a description once', () => {
    const { between } = createCosines(buildGramVectors([{ name: '客', description: '户' }, { name: '客' }]));
    const inName = 1 + Math.log(2);
    const inDescription = (1 + Math.log(1)) * (Math.log(1.5) + 1);
    expect(between(0, 1)).toBeCloseTo(inName / Math.hypot(inName, inDescription), 12);
  });

  it('are symmetric, in 0..1, and do not depend on the order of the texts', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (texts) => {
        const { between } = createCosines(buildGramVectors(texts));
        const turned = createCosines(buildGramVectors([...texts].reverse())).between;
        const last = texts.length - 1;
        for (let a = 0; a < texts.length; a++) {
          for (let b = 0; b < texts.length; b++) {
            const cosine = between(a, b);
            expect(between(b, a)).toBeCloseTo(cosine, 12);
            expect(turned(last - a, last - b)).toBe(cosine);
            expect(cosine).toBeGreaterThanOrEqual(0);
            expect(cosine).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('name the strongest shared grams, equal ones in code point order', () => {
    const vectors = buildGramVectors([{ name: '开户 与' }, { name: '户开 与' }, { name: '与' }]);
    const shared = strongestSharedGrams(vectors, 0, 1, 8);
    expect(shared.map(({ text }) => text)).toEqual(['开', '户', '与']);
    // All that the two share is here, so what each adds is all of their cosine.
    expect(shared.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(
      createCosines(vectors).between(0, 1),
      12,
    );
    expect(strongestSharedGrams(vectors, 0, 1, 1)).toHaveLength(1);
  });
});
