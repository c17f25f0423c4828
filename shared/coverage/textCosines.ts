import { createCosines, type GramVectors } from './gramVectors.ts';

/** Of the row at a position of a list, the cosines with each row before it, by position. */
export type EarlierCosines = (position: number) => Float64Array;

/** Cosines of texts by row, in the two ways they are asked for. */
export interface TextCosines {
  /** Cheapest when asked many times with the same `a`. */
  readonly between: (a: number, b: number) => number;
  /** Of each in a list with those before it; null where comparing two by two costs less. */
  readonly withEarlier: (rows: Int32Array) => EarlierCosines | null;
}

// Below, reading both texts of each pair in full costs less than an index of them.
const FEW_ROWS = 8;

/**
 * Cosines among the rows of one list after the other: an index of the rows of the list met so far adds up only the
 * grams that two share instead of reading every row in full. Positions must be asked in rising order, and may be
 * skipped; each answer is overwritten by the next, and a new list ends the one before. Gives bit for bit what
 * createCosines does, because it adds the same products in the same order.
 */
export const createEarlierCosines = ({
  offsets,
  gram,
  weight,
  gramText,
}: GramVectors): ((rows: Int32Array) => EarlierCosines) => {
  // Thousands of lists share these, and each clears only what the one before has used.
  const heldBy = new Int32Array(gramText.length);
  const listStart = new Int32Array(gramText.length);
  const listEnd = new Int32Array(gramText.length);
  let used: number[] = [];
  let entryPosition = new Int32Array(0);
  let entryWeight = new Float64Array(0);
  let sums = new Float64Array(0);

  const makeLists = (rows: Int32Array): void => {
    for (const g of used) heldBy[g] = 0;
    used = [];
    for (const row of rows) {
      for (let k = offsets[row]!, end = offsets[row + 1]!; k < end; k++) {
        if (heldBy[gram[k]!]!++ === 0) used.push(gram[k]!);
      }
    }
    let entries = 0;
    for (const g of used) {
      listStart[g] = entries;
      listEnd[g] = entries;
      entries += heldBy[g]!;
    }
    if (entryPosition.length < entries) {
      entryPosition = new Int32Array(entries);
      entryWeight = new Float64Array(entries);
    }
    if (sums.length < rows.length) sums = new Float64Array(rows.length);
  };

  return (rows) => {
    makeLists(rows);
    let indexed = 0;
    const indexUpTo = (position: number): void => {
      for (; indexed < position; indexed++) {
        const row = rows[indexed]!;
        for (let k = offsets[row]!, end = offsets[row + 1]!; k < end; k++) {
          const entry = listEnd[gram[k]!]!++;
          entryPosition[entry] = indexed;
          entryWeight[entry] = weight[k]!;
        }
      }
    };
    return (position) => {
      indexUpTo(position);
      sums.fill(0, 0, position);
      const row = rows[position]!;
      for (let k = offsets[row]!, last = offsets[row + 1]!; k < last; k++) {
        const own = weight[k]!;
        for (let entry = listStart[gram[k]!]!, end = listEnd[gram[k]!]!; entry < end; entry++) {
          sums[entryPosition[entry]!]! += entryWeight[entry]! * own;
        }
      }
      // Rounding can lift the cosine of equal texts past 1, as in createCosines.
      for (let earlier = 0; earlier < position; earlier++) if (sums[earlier]! > 1) sums[earlier] = 1;
      return sums;
    };
  };
};

/** Both ways to ask for the cosines of these texts. */
export const createTextCosines = (vectors: GramVectors): TextCosines => {
  const earlierCosines = createEarlierCosines(vectors);
  return {
    between: createCosines(vectors).between,
    withEarlier: (rows) => (rows.length < FEW_ROWS ? null : earlierCosines(rows)),
  };
};
