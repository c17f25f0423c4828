import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disagreements } from '../../../shared/ranking/costOfDelay.ts';
import { nextPair, pairStrengths, roomOrder } from '../../../shared/ranking/order.ts';

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
