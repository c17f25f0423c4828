/**
 * Full Unicode case folding, which JavaScript lacks: `toLowerCase` keeps "ß", final "ς" and U+0345 apart from
 * "ss", "σ" and "ι", and a duplicate written once as "STRASSE" and once as "Straße" would be missed.
 */

// Cherokee folds towards the capitals, because the small letters came into Unicode later.
const cherokeeSmallExtended = [0x13f8, 0x13fd, 0x13f0] as const;
const cherokeeSmall = [0xab70, 0xabbf, 0x13a0] as const;

/**
 * The fold of one character (a string of one code point), status C + F of CaseFolding.txt.
 * Lower, upper, lower again reaches every full folding: "ẞ" -> "ß" -> "SS" -> "ss". Checked against Python 3.11's
 * str.casefold over all code points; newer letters follow the tables of the JavaScript engine.
 */
const foldCharacter = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  for (const [first, last, target] of [cherokeeSmallExtended, cherokeeSmall]) {
    if (code >= first && code <= last) return String.fromCodePoint(code - first + target);
  }
  return character.toLowerCase().toUpperCase().toLowerCase();
};

const ascii = /^[\0-\x7f]*$/;
const changesWhenFolded = /\p{Changes_When_Casefolded}/gu;

/** Folds case like Python's `str.casefold`; the result is not normalised. */
export const foldCase = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : text.replace(changesWhenFolded, foldCharacter);

/** NFKC, case fold, NFKC: the form in which texts are compared (MODEL.md 3.4). */
export const foldForComparison = (text: string): string => foldCase(text.normalize('NFKC')).normalize('NFKC');
