import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Headline } from '../../../shared/analysis/headline.ts';
import { delayScore, disagreements } from '../../../shared/ranking/costOfDelay.ts';
import { nextPair, pairStrengths, roomOrder } from '../../../shared/ranking/order.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const items = ['a', 'b', 'c', 'd'];
const places = (ranking: Parameters<typeof roomOrder>[0]) =>
  roomOrder(ranking).map(({ id, place }) => `${id}${place}`);
const pair = (winner: string, loser: string) => ({ winner, loser });

describe('the order of a room', () => {
  test('dragged is as it stands', () => {
    expect(places({ method: 'drag', items, dots: [], pairs: [] })).toEqual(['a1', 'b2', 'c3', 'd4']);
  });

  test('by dots adds up every voter; equal sums share a place and keep their order', () => {
    const dots = [
      { voter: '1', item: 'c', dots: 2 },
      { voter: '2', item: 'c', dots: 1 },
      { voter: '1', item: 'b', dots: 1 },
      { voter: '2', item: 'a', dots: 1 },
      { voter: '2', item: 'gone', dots: 9 },
    ];
    expect(places({ method: 'dots', items, dots, pairs: [] })).toEqual(['c1', 'a2', 'b2', 'd4']);
  });

  test('by pairs puts winners before those they beat, also where the choices are in a ring', () => {
    const chosen = [
      pair('d', 'a'),
      pair('d', 'b'),
      pair('d', 'c'),
      pair('b', 'a'),
      pair('b', 'c'),
      pair('a', 'c'),
    ];
    expect(places({ method: 'pairs', items, dots: [], pairs: chosen })).toEqual(['d1', 'b2', 'a3', 'c4']);
    const ring = [pair('a', 'b'), pair('b', 'c'), pair('c', 'a')];
    expect(places({ method: 'pairs', items: ['a', 'b', 'c'], dots: [], pairs: ring })).toEqual([
      'a1',
      'b1',
      'c1',
    ]);
  });

  test('strengths are positive, finite, and add up to the number of items', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...items), fc.constantFrom(...items)), { maxLength: 60 }),
        (chosen) => {
          const strengths = pairStrengths({ items, pairs: chosen.map(([a, b]) => pair(a, b)) });
          const values = [...strengths.values()];
          expect(values.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(items.length, 6);
        },
      ),
    );
  });

  test('strengths are those at which each item wins as often as they say', () => {
    const chosen = [
      ...Array(5).fill(pair('a', 'b')),
      pair('b', 'a'),
      pair('b', 'c'),
      pair('c', 'd'),
      pair('d', 'a'),
    ];
    const strengths = pairStrengths({ items, pairs: chosen });
    const of = (id: string) => strengths.get(id)!;
    // Half a win against an imagined item of strength 1 counts for each.
    const ratios = items.map((id) => {
      const won = 0.5 + chosen.filter(({ winner }) => winner === id).length;
      const met = chosen.filter(({ winner, loser }) => winner === id || loser === id);
      const expected = met.reduce(
        (sum, { winner, loser }) => sum + of(id) / (of(winner) + of(loser)),
        of(id) / (of(id) + 1),
      );
      return won / expected;
    });
    for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 6);
    expect(of('a')).toBeGreaterThan(of('b'));
  });

  test('choices of an item with itself or with one that is gone count for nothing', () => {
    const real = [pair('a', 'b'), pair('c', 'b')];
    const odd = [pair('a', 'a'), pair('gone', 'b'), pair('a', 'gone')];
    expect(pairStrengths({ items, pairs: [...odd, ...real] })).toEqual(pairStrengths({ items, pairs: real }));
    expect(nextPair({ items, pairs: [...odd, ...real] })).toEqual(nextPair({ items, pairs: real }));
  });

  test('asks first for those that were compared least, neighbours before others, whoever won', () => {
    const pairs: { winner: string; loser: string }[] = [];
    const asked: string[] = [];
    for (let next = nextPair({ items, pairs }); next; next = nextPair({ items, pairs })) {
      asked.push(next.join(''));
      // The second of them wins every other time.
      pairs.push(pairs.length % 2 === 0 ? pair(next[0], next[1]) : pair(next[1], next[0]));
    }
    expect(asked).toEqual(['ab', 'cd', 'bc', 'ad', 'ac', 'bd']);
  });

  test('asks for each pair once, and then for none', () => {
    const pairs: { winner: string; loser: string }[] = [];
    const asked = new Set<string>();
    for (let next = nextPair({ items, pairs }); next; next = nextPair({ items, pairs })) {
      asked.add([...next].sort().join());
      pairs.push(pair(next[0], next[1]));
    }
    expect([asked.size, pairs.length]).toEqual([6, 6]);
    expect(nextPair({ items: ['a'], pairs: [] })).toBeNull();
  });
});

test('room and score disagree where their places differ, most first, among those with a score', () => {
  const scores: Record<string, number | null> = { a: 1, b: null, c: 5, d: 3 };
  const room = roomOrder({ method: 'drag', items, dots: [], pairs: [] });
  expect(disagreements(room, (id) => scores[id] ?? null)).toEqual([
    { id: 'a', roomPlace: 1, scorePlace: 3 },
    { id: 'c', roomPlace: 2, scorePlace: 1 },
    { id: 'd', roomPlace: 3, scorePlace: 2 },
  ]);
});

test('items that the room and the score place alike are no disagreement, whatever order they come in', () => {
  const room = [
    { id: 'last', place: 3 },
    { id: 'first', place: 1 },
    { id: 'middle', place: 2 },
    { id: 'unknown', place: 4 },
  ];
  const scores: Record<string, number> = { first: 9, middle: 1, last: 5 };
  expect(disagreements(room, (id) => scores[id] ?? null)).toEqual([
    { id: 'last', roomPlace: 3, scorePlace: 2 },
    { id: 'middle', roomPlace: 2, scorePlace: 3 },
  ]);
});

describe('cost of delay over duration', () => {
  const plan = recordsOf({}, { currency: 'USD' });
  const headline = (project: number | null, product: number | null): Headline =>
    ({
      project: { timeToFirstValueMonths: project },
      product: { timeToFirstValueMonths: product },
    }) as unknown as Headline;

  test('is value and penalty a month, over the months to the first value as it is run', () => {
    const both = initiative('a', { mode: 'project', valuePerMonth: 1_000_00, penaltyPerMonth: 500_00 });
    expect(delayScore(plan, both, headline(6, 3))).toEqual({ costOfDelay: 1500, months: 6, score: 250 });
    expect(delayScore(plan, { ...both, mode: 'product' }, headline(6, 3))).toMatchObject({
      months: 3,
      score: 500,
    });
    for (const [values, costOfDelay] of [
      [{ valuePerMonth: null }, 500],
      [{ penaltyPerMonth: null }, 1000],
      [{ valuePerMonth: 0, penaltyPerMonth: null }, 0],
    ] as const)
      expect(delayScore(plan, { ...both, ...values }, headline(5, 1))).toMatchObject({
        costOfDelay,
        score: costOfDelay / 5,
      });
  });

  test('is not known without a worth, or without a month of first value', () => {
    const worth = initiative('a', { mode: 'project', valuePerMonth: 1_000_00 });
    const unknown = initiative('a', { mode: 'project', valuePerMonth: null, penaltyPerMonth: null });
    expect(delayScore(plan, unknown, headline(6, 6))).toEqual({ costOfDelay: null, months: 6, score: null });
    expect(delayScore(plan, worth, headline(null, 6))).toEqual({
      costOfDelay: 1000,
      months: null,
      score: null,
    });
    expect(delayScore(plan, worth, null)).toEqual({ costOfDelay: 1000, months: null, score: null });
    expect(delayScore(plan, worth, headline(0, 6))).toEqual({ costOfDelay: 1000, months: 0, score: null });
  });
});
