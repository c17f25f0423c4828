import type { ImportReason, MoneyUnit } from '../contract.ts';
import { westernDigits } from '../table/cellText.ts';
import { scaleNamed } from './cldrWords.ts';
import { currencyOfWord, isoCodes, localCurrency } from './currencyWords.ts';
import { BETWEEN_GROUPS, NUMBER } from './decimalSign.ts';
import { withCurrencyCodes } from './rightToLeft.ts';

/** An amount as a cell writes it; `scale` is what the cell itself says (m, bn, 万), null when it says nothing. */
export interface AmountText {
  readonly value: number;
  readonly scale: number | null;
  /**
   * ISO code, `$` for a dollar of no country, `¥` for yuan or yen, `kr` for a crown of the north, an Arabic word that
   * several share, or null.
   */
  readonly currency: string | null;
  /** True when the text is anything but a bare number. */
  readonly text: boolean;
}

export const unitFactors: Readonly<Record<MoneyUnit, number>> = {
  units: 1,
  thousands: 1e3,
  tenThousands: 1e4,
  lakhs: 1e5,
  millions: 1e6,
  crores: 1e7,
  hundredMillions: 1e8,
  billions: 1e9,
};

/** Words for a scale that the language data has not, or not in this form. */
const SCALE_WORDS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  th: 1e3,
  tsd: 1e3,
  milliers: 1e3,
  miles: 1e3,
  migliaia: 1e3,
  tusinde: 1e3,
  duizenden: 1e3,
  tausende: 1e3,
  tausenden: 1e3,
  tusental: 1e3,
  tuhansia: 1e3,
  milhares: 1e3,
  tysiącach: 1e3,
  тысячах: 1e3,
  אלפי: 1e3,
  '000': 1e3,
  '000s': 1e3,
  千: 1e3,
  万: 1e4,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  lacs: 1e5,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mil: 1e6,
  million: 1e6,
  miljoenen: 1e6,
  miljoonia: 1e6,
  milionach: 1e6,
  milionech: 1e6,
  миллионах: 1e6,
  millions: 1e6,
  εκ: 1e6,
  εκατ: 1e6,
  מיליוני: 1e6,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  b: 1e9,
  bn: 1e9,
  bio: 1e9,
  billion: 1e9,
  billions: 1e9,
  miljarden: 1e9,
  mdr: 1e9,
  md: 1e9,
  mds: 1e9,
  十亿: 1e9,
  بليون: 1e9,
  tỷ: 1e9,
  tỉ: 1e9,
};
const PLAIN = /^\d+(?:\.\d+)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Currencies of countries in which `mil` is a thousand. */
const MIL_IS_THOUSAND: ReadonlySet<string> = new Set(['BRL', 'MXN', 'ARS', 'CLP', 'COP']);

/** Words for "about" before an amount, and for tax behind it: they change nothing about what is read. */
const ASIDE: ReadonlySet<string> = new Set([
  'approx',
  'approximately',
  'about',
  'c',
  'ca',
  'circa',
  '~',
  '≈',
  '约',
  'vat',
  'excl',
  'ex',
  'incl',
  'inc',
  'plus',
  'ht',
  'ttc',
  'mwst',
  'ust',
  'zzgl',
]);

/** The rand before an amount that says by its groups or its unit that it is money: R 1 245 600, R1.2m. */
const RAND =
  /^R(?=\s?(?:\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?\s?(?:m|mn|bn|million|billion))$)/;

/** The mark of a footnote behind an amount: 2,000*, 120 [1], 11,300 (b), 120¹; but (k) and (m) say thousands and millions. */
const NOTE_MARK = /(?<=[\p{L}\d%)])\s*(?:[*†‡§¹²³⁰⁴-⁹]+|\[[\p{L}\d]{1,2}\]|\((?![kmKM]\))[a-zA-Z]\))+$/u;

/** A letter for a scale that stands alone before a number, or the sign of a balboa. */
const LETTER_BEFORE = /^\s*[kmb](?:\/\.?)?\s*$/i;

/** A dash in place of the cents: 890'000.–, 1.250,--. */
const NO_CENTS = /(?<=\d)[.,]\s?[–—-]{1,2}(?=$|\s)/;

/** What is remarked behind an amount, with no amount of its own: (see note 3), (incl. contingency), (2023 prices), (P50). */
const REMARK =
  /(?<=[\p{L}\p{Sc}\d%])\s*[(（](?=[^()]*\p{L}{2}|p\d)(?:[^\d()\p{Sc}]|\b(?:19|20)\d\d\b|(?<=\bnotes? )\d{1,2}\b|(?<=^|[(\s])p\d\d\b){2,60}[)）]$/iu;
/** A remark that makes it an amount of something else. */
const ANOTHER =
  /\b(?:per|p\.? ?a|pa|an?|annual(?:ly)?|each|every|year|month|monthly|yearly|quarter|day|saving|savings|benefits?|less|minus|not|thousands?|millions?|billions?|lakhs?|crores?|[kmb]n?|years?|projects?)\b|[年月万亿億千]/i;

/** The factor that a word such as `m`, `bn` or 万 stands for, or null. */
export function scaleOfWord(word: string): number | null {
  const key = word.toLowerCase();
  return (Object.hasOwn(SCALE_WORDS, key) ? SCALE_WORDS[key] : scaleNamed(key)) ?? null;
}

/** Signs that can be read in one way only: both of them in a number, or one before one or two last digits. */
const PROVES_ITSELF = /\d\.\d{3},\d|\d,\d{3}\.\d|^\d+[.,]\d{1,2}$/;

/**
 * A number by the decimal sign of its column; where that cannot be, by the other one if the number itself proves it: lists
 * that several people keep hold 1.234.567,89 beside 1,234,567.89.
 */
function readNumber(text: string, comma: boolean): number | null {
  const compact = text.replace(BETWEEN_GROUPS, '');
  const value = readSigned(compact, comma);
  return value === null && PROVES_ITSELF.test(compact) ? readSigned(compact, !comma) : value;
}

function readSigned(compact: string, comma: boolean): number | null {
  const groups = comma ? '.' : ',';
  const point = comma ? ',' : '.';
  const [whole = '', fraction, ...more] = compact.split(point);
  if (more.length > 0 || (fraction?.includes(groups) ?? false)) return null;
  const parts = whole.split(groups);
  // Indian grouping (12,34,567) has pairs before the last group of three.
  if (parts.length > 1 && !(/^\d{1,3}$/.test(parts[0] ?? '') && parts.at(-1)?.length === 3)) return null;
  if (parts.slice(1, -1).some((part) => part.length !== 3 && part.length !== 2)) return null;
  const value = Number(parts.join('') + (fraction === undefined ? '' : `.${fraction}`));
  return Number.isFinite(value) ? value : null;
}

/** What stands before or behind an amount that is only a bound, and between the two of a range. */
const BOUND =
  /^(?:[<>≤≥]=?|up to|at least|at most|under|over|more than|less than|below|above|bis zu|mindestens|über|unter|jusqu['’]à|plus de|moins de|hasta|más de|menos de|até|mais de|不超过|超过|不少于)\s*(?=[\d\p{Sc}])|(?<=[\d\p{L}])\s*(?:\+|以上|以下|以内|左右)$/iu;
const BETWEEN = /\s*(?:[–—~～至到-]|\b(?:to|and|bis|und|y|a|e|et)\b|à)\s*/iu;
const FROM = /^(?:between|from|zwischen|von|entre|de|desde)\s+/i;
const LONGEST_RANGE = 40;
/** M1 to M5 are milestones. */
const CODE = /^[a-z]\d/i;
/** A range of bare whole numbers may be anything, but in a column of money: years, pages, days. */
const says = ({ scale, currency }: AmountText): boolean => scale !== null || currency !== null;

/** Whether a text is two amounts, or the bound of one, rather than one: `100-200k`, `£1m to £5m`, `10-15万`, `< 5m`. */
function isRange(text: string, comma: boolean, isMoney: boolean): boolean {
  if (text.length > LONGEST_RANGE || !/\d/.test(text) || CODE.test(text)) return false;
  const bound = text.replace(BOUND, '');
  if (bound !== text) {
    const amount = readOne(bound, comma);
    return typeof amount !== 'string' && (/^[<>≤≥]/.test(text) || says(amount) || amount.value >= 1_000);
  }
  const [low, high, more] = text.replace(FROM, '').split(BETWEEN);
  if (low === undefined || high === undefined || more !== undefined || low === '' || high === '')
    return false;
  const amounts = [readOne(low, comma), readOne(high, comma)];
  return (
    amounts.every((each) => typeof each !== 'string') &&
    (amounts.some((each) => typeof each !== 'string' && says(each)) ||
      isMoney ||
      [low, high].every((each) => /\d[.,]\d/.test(each)))
  );
}

/**
 * Reads `£1,234.5`, `£26.19m`, `2.306 ($m)`, `$6,279,429`, `USD 5 bn`, `1.234,50 €`, `300万元`. Answers a reason for
 * anything else: a range or a bound, words, or a negative amount (leading minus, or all of it in parentheses). Where the
 * column `isMoney`, two bare numbers such as `150-200` are a range as well.
 */
export function readAmount(raw: string, comma = false, isMoney = false): AmountText | ImportReason {
  const amount = readOne(raw, comma);
  if (amount !== 'not_an_amount') return amount;
  const text = raw.trim();
  if (isRange(text, comma, isMoney)) return 'amount_range';
  const remark = /[)）]$/.test(text) ? REMARK.exec(text)?.[0] : undefined;
  if (remark === undefined || ANOTHER.test(remark)) return amount;
  const bare = readOne(text.slice(0, -remark.length), comma);
  return typeof bare !== 'string' && (isMoney || says(bare)) ? bare : amount;
}

/** An amount as a sheet shows a large one in a narrow column: 1.5E+06; 1E5 may be a code. */
function readScientific(text: string, comma: boolean): AmountText | null {
  const [, digits, power] = /^(\d(?:[.,]\d+|(?=e\+)))e\+?(\d{1,2})$/i.exec(text) ?? [];
  const value = digits === undefined ? null : readNumber(digits, comma);
  if (value === null) return null;
  return { value: Math.round(value * 10 ** Number(power)), scale: null, currency: null, text: true };
}

/** The currency whose code a word is, where the text writes it in capitals. */
const codeInCapitals = (word: string, text: string): string | null => {
  const code = word.toUpperCase();
  return isoCodes.has(code) && text.includes(code) ? code : null;
};

function readOne(raw: string, comma: boolean): AmountText | ImportReason {
  const text = raw.trim();
  if (!comma && PLAIN.test(text)) return { value: Number(text), scale: null, currency: null, text: false };
  if (!comma && GROUPED.test(text))
    return { value: Number(text.replaceAll(',', '')), scale: null, currency: null, text: true };
  // In compatible characters the mark of a footnote would be one more digit: 120¹ is no 1201.
  const wide = withCurrencyCodes(
    westernDigits(text.replace(NOTE_MARK, '').replace(NO_CENTS, '').replace(RAND, 'ZAR ').normalize('NFKC')),
  ).replace(/[\u2212△▲](?=\s*\d)|\u2212/g, '-');
  const match = NUMBER.exec(wide);
  if (!match) return 'not_an_amount';
  const before = wide.slice(0, match.index);
  const after = wide.slice(match.index + match[0].length);
  // 5m+ is at least that much.
  if (after.endsWith('+')) return 'not_an_amount';
  if (/\d/.test(after)) return readScientific(wide, comma) ?? 'not_an_amount';
  const value = readNumber(match[0], comma);
  if (value === null) return 'not_an_amount';

  let scale: number | null = null;
  let currency: string | null = null;
  const words = `${before} ${after}`
    .toLowerCase()
    .replace(/[()[\]\-+.,/]/g, ' ')
    .replace(/((?:cn|jp)¥|(?!\$)\p{Sc})/gu, ' $1 ')
    .replace(/(?<![a-z])([kmb]|mn|mm|bn|md)\$/g, '$1 $')
    .replace(/(?<![a-z])t(?=\s?(?:€|eur\b|chf\b))/g, 'tsd ')
    .replaceAll('$', '$ ')
    .replace(/(十亿|百万|千万|亿|万|千)/g, ' $1 ')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'in' && !ASIDE.has(word));
  const latin = words.some((word) => MIL_IS_THOUSAND.has(currencyOfWord(word) ?? ''));
  for (const word of words) {
    const factor = word === 'mil' && latin ? 1e3 : scaleOfWord(word);
    const code = currencyOfWord(word);
    if (factor !== null && scale === null) scale = factor;
    else if (code !== null && (currency ?? code) === code) currency = code;
    else {
      const known: string | null =
        currency === null && code === null && factor === null
          ? (localCurrency(before) ?? codeInCapitals(word, wide))
          : null;
      if (known === null) return 'not_an_amount';
      currency = known;
    }
  }
  // A letter before a number says no scale without a currency: M1 is a milestone, K 500 and B/. 500 are money elsewhere.
  if (currency === null && scale !== null && LETTER_BEFORE.test(before)) {
    currency = localCurrency(before);
    if (currency === null) return 'not_an_amount';
    scale = null;
  }
  const bracketed = /\(\s*[^)\d]*$/.test(before) && /^[^(]*\)\s*$/.test(after);
  if ((bracketed || /-\s*[^\d]*$/.test(before) || /^\s*-\s*$/.test(after)) && value !== 0)
    return 'negative_amount';
  return { value, scale, currency, text: true };
}
