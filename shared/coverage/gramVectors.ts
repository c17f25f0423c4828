import { compareCodePoints } from './order.ts';
import { forEachGram } from './textGrams.ts';

/** A text to compare: the name counts twice, the description once (MODEL.md 3.4). */
export interface ComparableText {
  readonly name?: string | null;
  readonly description?: string | null;
}

/**
 * Unit vectors of texts over grams, row by row: row i is the range offsets[i]..offsets[i + 1] of `gram` and `weight`.
 * Grams are numbered from the most to the least frequent, so a row runs from its common to its rare grams.
 */
export interface GramVectors {
  readonly count: number;
  /** The gram itself, by number. */
  readonly gramText: readonly string[];
  /** Number of texts that hold the gram, by number; never rises. */
  readonly frequency: Int32Array;
  readonly offsets: Int32Array;
  readonly gram: Int32Array;
  readonly weight: Float64Array;
}

interface CountedGrams {
  readonly gramText: readonly string[];
  readonly frequency: Int32Array;
  readonly offsets: Int32Array;
  readonly gram: Int32Array;
  readonly occurrences: Int32Array;
}

const NAME_WEIGHT = 2;

/** The list with room for `needed` numbers; doubles, so that filling it number by number stays linear. */
const withRoom = (list: Int32Array, needed: number): Int32Array => {
  if (needed <= list.length) return list;
  const larger = new Int32Array(Math.max(needed, 2 * list.length));
  larger.set(list);
  return larger;
};

const countGrams = (texts: readonly ComparableText[]): CountedGrams => {
  const numbers = new Map<string, number>();
  const gramText: string[] = [];
  const inThisText: number[] = [];
  const frequency: number[] = [];
  // Millions of numbers: as plain arrays they cost the garbage collector more than everything else here.
  let gram: Int32Array = new Int32Array(64 * texts.length);
  let occurrences: Int32Array = new Int32Array(gram.length);
  let length = 0;
  const offsets = new Int32Array(texts.length + 1);
  let rowGrams: number[] = [];
  let step = NAME_WEIGHT;
  const add = (text: string): void => {
    let number = numbers.get(text);
    if (number === undefined) {
      number = gramText.length;
      numbers.set(text, number);
      gramText.push(text);
      inThisText.push(0);
      frequency.push(0);
    }
    if (inThisText[number] === 0) rowGrams.push(number);
    inThisText[number]! += step;
  };
  texts.forEach((text, row) => {
    step = NAME_WEIGHT;
    forEachGram(text.name ?? '', add);
    step = 1;
    forEachGram(text.description ?? '', add);
    gram = withRoom(gram, length + rowGrams.length);
    occurrences = withRoom(occurrences, gram.length);
    for (const number of rowGrams) {
      gram[length] = number;
      occurrences[length++] = inThisText[number]!;
      inThisText[number] = 0;
      frequency[number]! += 1;
    }
    rowGrams = [];
    offsets[row + 1] = length;
  });
  return {
    gramText,
    frequency: Int32Array.from(frequency),
    offsets,
    gram: gram.subarray(0, length),
    occurrences: occurrences.subarray(0, length),
  };
};

/** Gram numbers in code point order of the grams, so that no figure depends on the order of the texts. */
const orderByText = (gramText: readonly string[]): Int32Array =>
  Int32Array.from(gramText.keys()).sort((a, b) => compareCodePoints(gramText[a]!, gramText[b]!));

/** The global order of MODEL.md 3.4: df falling, then gram. */
const orderByFrequency = (byText: Int32Array, frequency: Int32Array): Int32Array => {
  // Sorting is stable, so equally frequent grams stay in the order of their text.
  return byText.slice().sort((a, b) => frequency[b]! - frequency[a]!);
};

/**
 * Unit vectors of texts with weight (1 + ln tf)(ln((1 + N)/(1 + df)) + 1), N = number of texts (MODEL.md 3.4).
 * A text without a letter has an empty row.
 */
export const buildGramVectors = (texts: readonly ComparableText[]): GramVectors => {
  const counted = countGrams(texts);
  const byText = orderByText(counted.gramText);
  const order = orderByFrequency(byText, counted.frequency);
  const gramCount = order.length;

  // Grams to texts, then back to texts in gram order: two linear passes leave every row sorted.
  const postingStart = new Int32Array(gramCount + 1);
  for (let number = 0; number < gramCount; number++) {
    postingStart[number + 1] = postingStart[number]! + counted.frequency[number]!;
  }
  const postingEnd = postingStart.slice(0, gramCount);
  const postingRow = new Int32Array(counted.gram.length);
  const postingWeight = new Float64Array(counted.gram.length);
  for (let row = 0; row < texts.length; row++) {
    for (let k = counted.offsets[row]!; k < counted.offsets[row + 1]!; k++) {
      const number = counted.gram[k]!;
      const at = postingEnd[number]!++;
      const rarity = Math.log((1 + texts.length) / (1 + counted.frequency[number]!)) + 1;
      postingRow[at] = row;
      postingWeight[at] = (1 + Math.log(counted.occurrences[k]!)) * rarity;
    }
  }

  const norm = new Float64Array(texts.length);
  for (const number of byText) {
    for (let at = postingStart[number]!; at < postingStart[number + 1]!; at++) {
      norm[postingRow[at]!]! += postingWeight[at]! * postingWeight[at]!;
    }
  }
  for (let row = 0; row < texts.length; row++) norm[row] = Math.sqrt(norm[row]!);

  const gram = new Int32Array(counted.gram.length);
  const weight = new Float64Array(counted.gram.length);
  const frequency = new Int32Array(gramCount);
  const rowEnd = counted.offsets.slice(0, texts.length);
  for (let rank = 0; rank < gramCount; rank++) {
    const number = order[rank]!;
    frequency[rank] = counted.frequency[number]!;
    for (let at = postingStart[number]!; at < postingStart[number + 1]!; at++) {
      const row = postingRow[at]!;
      const k = rowEnd[row]!++;
      gram[k] = rank;
      weight[k] = postingWeight[at]! / norm[row]!;
    }
  }
  return {
    count: texts.length,
    gramText: Array.from(order, (number) => counted.gramText[number]!),
    frequency,
    offsets: counted.offsets,
    gram,
    weight,
  };
};

/**
 * Cosines of many texts with one text: spreads row `a` over all grams once, so that each further row costs one look-up
 * per gram. `between(a, b)` is cheapest when consecutive calls share `a`. Result in 0..1.
 */
export const createCosines = (
  vectors: GramVectors,
): { readonly between: (a: number, b: number) => number } => {
  const { offsets, gram, weight } = vectors;
  const spread = new Float64Array(vectors.gramText.length);
  let spreadRow = -1;
  const spreadOut = (row: number): void => {
    if (spreadRow >= 0)
      for (let k = offsets[spreadRow]!; k < offsets[spreadRow + 1]!; k++) spread[gram[k]!] = 0;
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) spread[gram[k]!] = weight[k]!;
    spreadRow = row;
  };
  return {
    between: (a, b) => {
      if (a !== spreadRow) spreadOut(a);
      let sum = 0;
      for (let k = offsets[b]!, end = offsets[b + 1]!; k < end; k++) sum += weight[k]! * spread[gram[k]!]!;
      // Rounding can lift the cosine of equal texts past 1, and redundant money past contested money.
      return Math.min(1, sum);
    },
  };
};

/** The shared grams of two texts that add most to their cosine, strongest first; equal ones in code point order. */
export const strongestSharedGrams = (
  vectors: GramVectors,
  a: number,
  b: number,
  limit: number,
): readonly string[] => {
  const { offsets, gram, weight, gramText } = vectors;
  const shared: { readonly text: string; readonly product: number }[] = [];
  let i = offsets[a]!;
  let j = offsets[b]!;
  while (i < offsets[a + 1]! && j < offsets[b + 1]!) {
    const difference = gram[i]! - gram[j]!;
    if (difference === 0) shared.push({ text: gramText[gram[i]!]!, product: weight[i]! * weight[j]! });
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  shared.sort((x, y) => y.product - x.product || compareCodePoints(x.text, y.text));
  return shared.slice(0, limit).map(({ text }) => text);
};
