import type { GramVectors } from './gramVectors.ts';

/**
 * Cosines among some rows, all of which will be asked: an index of just these rows adds up only the grams that two
 * share instead of reading every row in full. `between(a, b)` is cheap while consecutive calls share `a`,
 * and gives bit for bit what createCosines does, because it adds the same products in the same order.
 */
export const createCosinesAmong = (
  { count, offsets, gram, weight, gramText }: GramVectors,
  rows: readonly number[],
): ((a: number, b: number) => number) => {
  const numberOf = new Int32Array(count).fill(-1);
  rows.forEach((row, number) => {
    numberOf[row] = number;
  });

  const listStart = new Int32Array(gramText.length + 1);
  for (const row of rows) {
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) listStart[gram[k]! + 1]! += 1;
  }
  for (let g = 0; g < gramText.length; g++) listStart[g + 1]! += listStart[g]!;
  const listEnd = listStart.slice(0, gramText.length);
  const entryNumber = new Int32Array(listStart[gramText.length]!);
  const entryWeight = new Float64Array(entryNumber.length);
  rows.forEach((row, number) => {
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) {
      const entry = listEnd[gram[k]!]!++;
      entryNumber[entry] = number;
      entryWeight[entry] = weight[k]!;
    }
  });

  const sums = new Float64Array(rows.length);
  let summedRow = -1;
  const sumUp = (row: number): void => {
    sums.fill(0);
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) {
      const own = weight[k]!;
      for (let entry = listStart[gram[k]!]!, end = listEnd[gram[k]!]!; entry < end; entry++) {
        sums[entryNumber[entry]!]! += entryWeight[entry]! * own;
      }
    }
    summedRow = row;
  };
  return (a, b) => {
    if (a !== summedRow) sumUp(a);
    return Math.min(1, sums[numberOf[b]!]!);
  };
};
