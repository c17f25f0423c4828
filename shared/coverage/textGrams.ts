import { foldForComparison } from './caseFold.ts';

/**
 * Cuts texts of any language into grams (MODEL.md 3.4): Chinese, Japanese and Korean are written without spaces, so a
 * run of them gives single characters and bigrams; every other run of letters gives trigrams with its ends marked.
 */

const SEPARATOR = 1;
const CJK = 2;
const WORD = 3;

const cjkRanges = [
  [0x3040, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7af],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
] as const;

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

const classifySlowly = (code: number): number => {
  if (cjkRanges.some(([first, last]) => code >= first && code <= last)) return CJK;
  return wordCharacter.test(String.fromCodePoint(code)) ? WORD : SEPARATOR;
};

// A regular expression per character costs more than all the rest of the cutting; each one is asked once.
const knownClasses = new Uint8Array(0x10000);

const classify = (code: number): number => {
  if (code >= knownClasses.length) return classifySlowly(code);
  const known = knownClasses[code]!;
  if (known !== 0) return known;
  const found = classifySlowly(code);
  knownClasses[code] = found;
  return found;
};

/** `starts` holds the offset of each character of the run and, last, the end of the run. */
const cutCjkRun = (text: string, starts: readonly number[], visit: (gram: string) => void): void => {
  const length = starts.length - 1;
  for (let k = 0; k < length; k++) {
    visit(text.slice(starts[k], starts[k + 1]));
    if (k + 2 <= length) visit(text.slice(starts[k], starts[k + 2]));
  }
};

const cutWordRun = (text: string, starts: readonly number[], visit: (gram: string) => void): void => {
  const last = starts.length - 2;
  for (let k = 0; k <= last; k++) {
    const core = text.slice(starts[Math.max(k - 1, 0)], starts[Math.min(k + 2, last + 1)]);
    visit((k === 0 ? '_' : '') + core + (k === last ? '_' : ''));
  }
};

/** Calls `visit` for every gram of a text, repeats included, in the order of the text. */
export const forEachGram = (text: string, visit: (gram: string) => void): void => {
  const folded = foldForComparison(text);
  let starts: number[] = [];
  let runClass = SEPARATOR;
  const endRun = (end: number): void => {
    if (runClass === SEPARATOR) return;
    starts.push(end);
    if (runClass === CJK) cutCjkRun(folded, starts, visit);
    else cutWordRun(folded, starts, visit);
    starts = [];
  };
  for (let at = 0; at < folded.length; ) {
    const code = folded.codePointAt(at)!;
    const characterClass = classify(code);
    if (characterClass !== runClass) {
      endRun(at);
      runClass = characterClass;
    }
    if (characterClass !== SEPARATOR) starts.push(at);
    at += code > 0xffff ? 2 : 1;
  }
  endRun(folded.length);
};

/** All grams of a text as a list, repeats included. */
export const gramsOf = (text: string): readonly string[] => {
  const grams: string[] = [];
  forEachGram(text, (gram) => grams.push(gram));
  return grams;
};
