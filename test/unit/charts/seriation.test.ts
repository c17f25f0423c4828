import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, seriate } from '../../../renderer/charts/matrix/seriation.ts';

const entriesOf = (matrix: readonly (readonly number[])[]): readonly Entry[] =>
  matrix.flatMap((line, row) =>
    line.flatMap((weight, column) => (weight > 0 ? [{ row, column, weight }] : [])),
  );

const anyMatrix = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
  .chain(([rows, columns]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      entries:
        rows * columns === 0
          ? fc.constant<Entry[]>([])
          : fc.uniqueArray(
              fc.record({
                row: fc.integer({ min: 0, max: rows - 1 }),
                column: fc.integer({ min: 0, max: columns - 1 }),
                weight: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
              }),
              { selector: ({ row, column }) => `${row}/${column}`, maxLength: 60 },
            ),
    }),
  );

/** A fixed shuffle, so that a failure can be seen again. */
function shuffled(count: number, seed: number): readonly number[] {
  const order = Array.from({ length: count }, (_, k) => k);
  let state = seed;
  for (let k = count - 1; k > 0; k--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const other = state % (k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

describe('seriation', () => {
  it('answers a permutation, the same one for the same entries in any order', () => {
    fc.assert(
      fc.property(anyMatrix, ({ rows, columns, entries }) => {
        const order = seriate(rows, columns, entries);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, k) => k));
        expect(seriate(rows, columns, [...entries].reverse())).toEqual(order);
      }),
    );
  });

  it('finds the band of a shuffled banded matrix again, from one end or the other', () => {
    for (const [count, seed] of [
      [5, 1],
      [12, 7],
      [40, 3],
    ] as const) {
      const places = shuffled(count, seed);
      // Row r serves columns r and r + 1 of the band: only one order (and its mirror) has every column in one run.
      const entries = places.flatMap((place, row) => [
        { row, column: place, weight: 1 },
        { row, column: place + 1, weight: 1 },
      ]);
      const found = seriate(count, count + 1, entries).map((row) => places[row]!);
      const rising = found[0]! < found.at(-1)! ? found : [...found].reverse();
      expect(rising).toEqual(Array.from({ length: count }, (_, k) => k));
    }
  });

  it('gathers blocks that share columns, the heaviest block first, rows without entries last', () => {
    const blockOf = shuffled(24, 11).map((k) => k % 4);
    const entries = blockOf.flatMap((block, row) =>
      row === 5 || row === 17
        ? []
        : [0, 1, 2].map((k) => ({ row, column: block * 3 + k, weight: 1 + block + ((row + k) % 3) * 0.01 })),
    );
    const order = seriate(24, 12, entries);
    const runs = order
      .filter((row) => row !== 5 && row !== 17)
      .map((row) => blockOf[row]!)
      .filter((block, k, all) => k === 0 || all[k - 1] !== block);
    expect(runs).toHaveLength(4);
    expect(runs[0]).toBe(3);
    expect(order.slice(-2)).toEqual([5, 17]);
  });

  it('keeps the order of rows that nothing tells apart, and of fewer than three', () => {
    expect(seriate(3, 1, entriesOf([[1], [1], [1]]))).toEqual([0, 1, 2]);
    expect(
      seriate(
        2,
        2,
        entriesOf([
          [1, 0.5],
          [0.5, 1],
        ]),
      ),
    ).toEqual([0, 1]);
    expect(seriate(0, 0, [])).toEqual([]);
  });
});
