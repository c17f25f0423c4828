import { partOf, runSteps, type Steps } from '../steps.ts';
import { compareCodePoints } from '../text/compareCodePoints.ts';
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
  /** Numbers of the grams of each text, in the order they were met; room to spare at the end. */
  readonly gram: Int32Array;
  /** How often the text holds each of them, the name twice. */
  readonly occurrences: Float64Array;
}

const NAME_WEIGHT = 2;
const GRAMS_AT_FIRST = 64;
const SPARE = 1.1;
const TEXTS_BETWEEN_PAUSES = 256;

function* countGrams(texts: readonly ComparableText[]): Steps<CountedGrams> {
  const numbers = new Map<string, number>();
  const gramText: string[] = [];
  const inThisText: number[] = [];
  const frequency: number[] = [];
  // Millions of numbers: as plain arrays they cost the garbage collector more than everything else here. Every large
  // buffer makes it walk the whole heap too, so there are few of them, and room is made for all texts at once.
  let gram = new Int32Array(GRAMS_AT_FIRST * texts.length);
  let occurrences = new Float64Array(gram.length);
  let length = 0;
  const makeRoom = (needed: number, textsRead: number): void => {
    if (needed <= gram.length) return;
    const room = Math.ceil(Math.max(needed * SPARE, (needed / textsRead) * texts.length * SPARE));
    const [smallGram, smallOccurrences] = [gram, occurrences];
    gram = new Int32Array(room);
    gram.set(smallGram);
    occurrences = new Float64Array(room);
    occurrences.set(smallOccurrences);
  };
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
  for (const [row, text] of texts.entries()) {
    if (row % TEXTS_BETWEEN_PAUSES === 0) yield row / texts.length;
    step = NAME_WEIGHT;
    forEachGram(text.name ?? '', add);
    step = 1;
    forEachGram(text.description ?? '', add);
    makeRoom(length + rowGrams.length, row + 1);
    for (const number of rowGrams) {
      gram[length] = number;
      occurrences[length++] = inThisText[number]!;
      inThisText[number] = 0;
      frequency[number]! += 1;
    }
    rowGrams = [];
    offsets[row + 1] = length;
  }
  return { gramText, frequency: Int32Array.from(frequency), offsets, gram, occurrences };
}

/** Gram numbers in the global order of MODEL.md 3.4: df falling, then gram by code point. */
const byFrequency = (gramText: readonly string[], frequency: Int32Array): Int32Array =>
  Int32Array.from(gramText.keys()).sort(
    (a, b) => frequency[b]! - frequency[a]! || compareCodePoints(gramText[a]!, gramText[b]!),
  );

/**
 * Unit vectors of texts with weight (1 + ln tf)(ln((1 + N)/(1 + df)) + 1), N = number of texts (MODEL.md 3.4).
 * A text without a letter has an empty row.
 */
export function* gramVectorSteps(texts: readonly ComparableText[]): Steps<GramVectors> {
  const {
    gramText,
    frequency,
    offsets,
    gram,
    occurrences: weight,
  } = yield* partOf(countGrams(texts), 0, 0.6);
  const order = byFrequency(gramText, frequency);
  const rankOf = new Int32Array(order.length);
  const rarity = new Float64Array(order.length);
  order.forEach((number, rank) => {
    rankOf[number] = rank;
    rarity[rank] = Math.log((1 + texts.length) / (1 + frequency[number]!)) + 1;
  });

  // Each row is sorted and weighed where it stands. No figure depends on the order of the texts: norms are summed in
  // the order of the grams.
  const inThisRow = new Float64Array(order.length);
  for (let row = 0; row < texts.length; row++) {
    if (row % TEXTS_BETWEEN_PAUSES === 0) yield 0.6 + (0.4 * row) / texts.length;
    const [first, end] = [offsets[row]!, offsets[row + 1]!];
    for (let k = first; k < end; k++) {
      const rank = rankOf[gram[k]!]!;
      inThisRow[rank] = weight[k]!;
      gram[k] = rank;
    }
    gram.subarray(first, end).sort();
    let square = 0;
    for (let k = first; k < end; k++) {
      const rank = gram[k]!;
      weight[k] = (1 + Math.log(inThisRow[rank]!)) * rarity[rank]!;
      square += weight[k]! * weight[k]!;
    }
    const norm = Math.sqrt(square);
    for (let k = first; k < end; k++) weight[k]! /= norm;
  }
  const length = offsets[texts.length]!;
  return {
    count: texts.length,
    gramText: Array.from(order, (number) => gramText[number]!),
    frequency: Int32Array.from(order, (number) => frequency[number]!),
    offsets,
    gram: gram.subarray(0, length),
    weight: weight.subarray(0, length),
  };
}

/** The vectors of `gramVectorSteps` at once. */
export const buildGramVectors = (texts: readonly ComparableText[]): GramVectors =>
  runSteps(gramVectorSteps(texts));

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

/** A gram that two texts share, and what it adds to their cosine: the product of its weights. */
export interface SharedGram {
  readonly text: string;
  readonly product: number;
}

/** The shared grams of two texts that add most to their cosine, strongest first; equal ones in code point order. */
export const strongestSharedGrams = (
  vectors: GramVectors,
  a: number,
  b: number,
  limit: number,
): readonly SharedGram[] => {
  const { offsets, gram, weight, gramText } = vectors;
  const shared: SharedGram[] = [];
  let i = offsets[a]!;
  let j = offsets[b]!;
  while (i < offsets[a + 1]! && j < offsets[b + 1]!) {
    const difference = gram[i]! - gram[j]!;
    if (difference === 0) shared.push({ text: gramText[gram[i]!]!, product: weight[i]! * weight[j]! });
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  shared.sort((x, y) => y.product - x.product || compareCodePoints(x.text, y.text));
  return shared.slice(0, limit);
};
