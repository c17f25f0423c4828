import type { GramVectors } from './gramVectors.ts';

/** Texts with the very same vector, such as copies of one template, taken as one. */
export interface EqualTexts {
  /** Each different text once, in the order in which it is met first. */
  readonly vectors: GramVectors;
  /** The rows of each in the vectors that were grouped, ascending. */
  readonly rowsOf: readonly Int32Array[];
}

/** Groups rows whose vectors are equal bit for bit: every cosine with one of them is that with any other. */
export function groupEqualTexts(all: GramVectors): EqualTexts {
  const { count, offsets, gram, weight } = all;
  const groups: number[][] = [];
  const byHash = new Map<number, number[]>();
  const hashOf = (row: number): number => {
    let hash = 0;
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) hash = (Math.imul(hash, 31) + gram[k]!) | 0;
    return hash;
  };
  const isEqual = (a: number, b: number): boolean => {
    const [from, length] = [offsets[a]!, offsets[a + 1]! - offsets[a]!];
    const other = offsets[b]!;
    if (offsets[b + 1]! - other !== length) return false;
    for (let k = 0; k < length; k++) {
      if (gram[from + k] !== gram[other + k] || weight[from + k] !== weight[other + k]) return false;
    }
    return true;
  };
  for (let row = 0; row < count; row++) {
    const hash = hashOf(row);
    const alike = byHash.get(hash);
    const known = alike?.find((group) => isEqual(groups[group]![0]!, row));
    if (known !== undefined) groups[known]!.push(row);
    else {
      if (alike) alike.push(groups.length);
      else byHash.set(hash, [groups.length]);
      groups.push([row]);
    }
  }
  const rowsOf = groups.map((rows) => Int32Array.from(rows));
  return { vectors: groups.length === count ? all : firstRows(all, rowsOf), rowsOf };
}

/** The first row of each group alone. Frequencies stay those among all texts: they weigh grams, and order them. */
function firstRows(all: GramVectors, rowsOf: readonly Int32Array[]): GramVectors {
  const offsets = new Int32Array(rowsOf.length + 1);
  rowsOf.forEach(([row], at) => {
    offsets[at + 1] = offsets[at]! + all.offsets[row! + 1]! - all.offsets[row!]!;
  });
  const gram = new Int32Array(offsets[rowsOf.length]!);
  const weight = new Float64Array(gram.length);
  rowsOf.forEach(([row], at) => {
    const [from, end] = [all.offsets[row!]!, all.offsets[row! + 1]!];
    gram.set(all.gram.subarray(from, end), offsets[at]!);
    weight.set(all.weight.subarray(from, end), offsets[at]!);
  });
  return { ...all, count: rowsOf.length, offsets, gram, weight };
}
