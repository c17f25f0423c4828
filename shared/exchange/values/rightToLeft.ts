/** Currencies that one Arabic word may mean, the one of the largest economy first. */
export const arabicCurrencies: ReadonlyMap<string, readonly string[]> = new Map([
  ['ريال', ['SAR', 'QAR', 'OMR', 'YER', 'IRR']],
  ['درهم', ['AED', 'MAD']],
  ['دينار', ['KWD', 'BHD', 'JOD', 'IQD', 'LYD', 'TND', 'DZD']],
  ['جنيه', ['EGP', 'SDG']],
]);

/** Those words with their country, and their short forms. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  // With the letter that only Persian writes so.
  [/ر\u06ccال/g, ' irr '],
  [/ريال سعودي|ر\.\s?س\.?|﷼/g, ' sar '],
  [/ريال قطري|ر\.\s?ق\.?/g, ' qar '],
  [/ريال عماني/g, ' omr '],
  [/درهم (?:ا|إ)ماراتي|د\.\s?[اإ]\.?/g, ' aed '],
  [/درهم مغربي/g, ' mad '],
  [/دينار كويتي|د\.\s?ك\.?/g, ' kwd '],
  [/دينار بحريني/g, ' bhd '],
  [/دينار [اأ]ردني/g, ' jod '],
  [/جنيه مصري|ج\.\s?م\.?/g, ' egp '],
  [/دولار(?: [اأ]مريكي)?/g, ' usd '],
];

const ARABIC = /[\u0620-\u064a\u067e-\u06cc]/;

/** New shekels in short, alone or behind a thousand or a million: ש"ח, אלש"ח, מלש"ח. */
const SHEKELS = /(אל|מל)?ש["״'׳]{1,2}ח/g;

/** A text whose Arabic and Hebrew names of currencies are their codes; any other as it is. */
export function withCurrencyCodes(text: string): string {
  if (text.includes('ש'))
    return text.replace(SHEKELS, (_, scale?: string) =>
      scale === undefined ? ' ils ' : scale === 'אל' ? ' אלפי ils ' : ' מיליון ils ',
    );
  if (!ARABIC.test(text) && !text.includes('﷼')) return text;
  return NAMED.reduce((said, [words, code]) => said.replace(words, code), text);
}

/**
 * Arabic and Persian as they are compared: without vowels, with one form of each letter that is written in several, and
 * with a space where Persian joins the parts of a word without one.
 */
export function foldArabic(text: string): string {
  if (!ARABIC.test(text)) return text;
  return text
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[\u0649\u06cc]/g, 'ي')
    .replaceAll('\u06a9', 'ك')
    .replaceAll('\u200c', ' ')
    .replaceAll('ة', 'ه');
}
