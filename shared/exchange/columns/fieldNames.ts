import type { MoneyUnit } from '../contract.ts';
import { cutText } from '../table/cellText.ts';
import { currencyOfWord, isoCodes, localCurrency } from '../values/currencyWords.ts';
import { scaleOfWord, unitFactors } from '../values/moneyText.ts';
import { withCurrencyCodes } from '../values/rightToLeft.ts';
import { isTraditional, toSimplified } from '../values/traditional.ts';
import { askedFor } from './formQuestions.ts';

/** What a header says: its words for matching, and the unit and currency that it states. */
export interface HeaderWords {
  readonly phrase: string;
  /** Shorter readings of the same header: each of two languages, without what stands in brackets, without "to 30 June". */
  readonly parts: readonly string[];
  readonly unit: MoneyUnit | null;
  readonly currency: string | null;
}

const UNIT_BY_FACTOR = new Map(
  Object.entries(unitFactors).map(([unit, factor]) => [factor, unit as MoneyUnit]),
);
const CHINESE_UNITS: readonly (readonly [RegExp, MoneyUnit])[] = [
  [/十亿/, 'billions'],
  [/[亿億]|억\s?원/, 'hundredMillions'],
  [/百万|백만/, 'millions'],
  [/万|만\s?원/, 'tenThousands'],
  [/千元|千美元|千人民币|千円|천\s?원/, 'thousands'],
];

/** Where `mil` is a thousand: in Portuguese and Spanish. In English it is short for a million. */
const THOUSAND_MIL =
  /r\$|\breais\b|\bpesos\b|\bmil (?:de )?(?:euros|milh|d[oó]lares)|or[cç]amento|valor|custo|despesa|presupuesto|importe|coste|inversi[oó]n|gasto|monto/;
/** Words as databases shorten them to fit the names of their columns. */
const SHORTENED: Readonly<Record<string, string>> = {
  proj: 'project',
  prj: 'project',
  budg: 'budget',
  bdgt: 'budget',
  amt: 'amount',
  mgr: 'manager',
  dept: 'department',
  nbr: 'number',
  nm: 'name',
  dt: 'date',
  desc: 'description',
  orig: 'original',
  agcy: 'agency',
  cd: 'code',
};
/** What a column is, its name says in so many signs. */
const LONGEST = 1_000;
/** Currencies that are words or short for others as well: a name of a column says them in brackets. */
const ALSO_WORDS: ReadonlySet<string> = new Set(['try', 'tl', 'rp', 'ft', 'rm']);
const IN_BRACKETS = /[([]([^()[\]]{1,30})[)\]]/g;
/** A code before a scale: NPR million, LKR Mn. */
const CODE_BEFORE_SCALE = /\b([A-Z]{3})\s+(?:in\s+)?['’]?(\p{L}{2,}|000)/gu;
const saysScale = (word: string): boolean => word === '000' || scaleOfWord(word) !== null;

/** The code in capitals that a header says of money: in brackets, alone or beside a scale (KZT), (NPR in Crore), or before one. */
function codeOfMoney(header: string): string | null {
  for (const [, said = ''] of header.matchAll(IN_BRACKETS)) {
    const words = said.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && word !== 'in');
    const codes = words.filter((word) => isoCodes.has(word));
    if (codes.length === 1 && words.every((word) => word === codes[0] || saysScale(word)))
      return codes[0] ?? null;
  }
  for (const [, code = '', scale = ''] of header.matchAll(CODE_BEFORE_SCALE))
    if (isoCodes.has(code) && saysScale(scale)) return code;
  return null;
}

/** The soles of Peru: (S/), (S/ millones). */
const SOLES = /[([]\s*S\/\.?(?:\s[^()[\]]{0,12})?[)\]]/;
/** What an amount in ringgits is of: RM alone is short for others as well. */
const OF_RINGGITS =
  /\b(?:kos|bajet|peruntukan|nilai|perbelanjaan|harga|cost|budget|amount|value|price|spent|spend|actual)\b/;

/** What is an estimate until it is over holds now: Current Estimated/Actual Finish Date. */
const UNTIL_ACTUAL =
  /\b(?:(?:estimated|planned|projected|forecast|anticipated|expected)\s*\/\s*actual|actual\s*\/\s*(?:estimated|planned|projected|forecast|anticipated|expected))\b/i;

/** How 万元 is written in English: (10,000 yuan), RMB 10,000. */
const TEN_THOUSAND_YUAN =
  /(?<![\d,.])10[,.\s]?(?:000|k)(?=\s?(?:yuan|rmb|cny)\b)|(?<=\b(?:yuan|rmb|cny)\s?)10[,.\s]?(?:000|k)(?![\d,.])/g;

const BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g;
/** Up to when or as of when a column counts: it says nothing of what the column is. */
const AS_OF =
  /[\s,]+(?:up to|upto|to|as of|as on|as at|at|until|through|t\/m|bis|au|al|per|pr\.?)\s+(?:\d{1,4}[./-]|\d{1,2}\s|[a-z]{3,9}\.? \d{2,4}|(?:the )?end(?:[- ]of)?[- ]\d{4}|fy ?\d{2}).*$/i;
/** The same in Chinese, which says it first: 截至2025年3月31日累计开支. */
const SINCE_THEN = /^截[至止]\s*\d{4}\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?[止的]?/;
const HAN = '\\u3400-\\u9fff';
const HAN_THEN_LATIN = new RegExp(`^([^A-Za-z]*[${HAN}][^A-Za-z]*?)\\s+([A-Za-z].*)$`);

/** How a pivot table begins the name of a column that it added up. */
const ADDED_UP = /^(?:sum of|summe von|somme de|suma de|somma di|soma de|求和项[:：])\s*(?=\S)/i;

/** The parts of a header that may each name its column alone; empty where it is one. */
function partsOf(header: string): readonly string[] {
  const bare = header
    .replace(ADDED_UP, '')
    .replace(BRACKETS, ' ')
    .replace(AS_OF, ' ')
    .replace(SINCE_THEN, '')
    .trim();
  const two = HAN_THEN_LATIN.exec(bare);
  const parts = two ? [two[1] ?? '', two[2] ?? ''] : bare.split(/\s+\/\s+|\s+\|\s+|\n/);
  return parts.length === 1 && bare === header.trim() ? [] : parts;
}

/** Splits a header (`projectName`, `planned_cost_usd_m`, `Total budget ($ M)`, `预算（万元）`) into words, unit and currency. */
export function readHeader(name: string): HeaderWords {
  const header = cutText(name, LONGEST)
    .replace(UNTIL_ACTUAL, 'current')
    .replace(/\bPh[Pp]\b/g, 'PHP');
  const whole = readPart(header);
  const asked = askedFor(header);
  // A portal of open data counts its rows so, where the numbers run on; a database has ids there.
  const counter = header.trim() === '_id' ? ['row'] : [];
  const parts = [...partsOf(header), ...counter, ...(asked === null ? [] : [asked])].map(
    (part) => readPart(part).phrase,
  );
  return { ...whole, parts: parts.filter((part) => part !== '' && part !== whole.phrase) };
}

function readPart(header: string): Omit<HeaderWords, 'parts'> {
  const spaced = withCurrencyCodes(toSimplified(header.normalize('NFKC')))
    .replace(/\b([A-Z]{3})(k|m|mn|bn)\b/g, (said, code: string, scale: string) =>
      isoCodes.has(code) ? `${code} ${scale}` : said,
    )
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(TEN_THOUSAND_YUAN, ' 万 ');
  let unit: MoneyUnit | null = null;
  let currency: string | null = null;
  for (const [pattern, value] of CHINESE_UNITS) if (unit === null && pattern.test(spaced)) unit = value;
  const chinese =
    /人民币|美元|欧元|英镑|日元|港元|港币|澳元|加元|元|円|(?<=[만천억백]\s?)원|(?<=백만)원/.exec(spaced);
  // What the dollar of Taiwan or Hong Kong is written with is no yuan, and NT$ before it says which it is.
  if (chinese && !(chinese[0] === '元' && /\b(?:nt|hk|us)\$/.test(spaced)))
    currency = chinese[0] === '元' && isTraditional(header) ? '元' : currencyOfWord(chinese[0]);

  const words: string[] = [];
  const pieces = spaced
    .replace(/\bmd([pd])\b/g, (_, of: string) => (of === 'p' ? ' mill mxn ' : ' mill usd '))
    .replace(
      /\b([km])(?=(?:eur|chf|usd|gbp|nok|sek|dkk|pln|czk|huf|brl|inr|aud|cad|nzd|aed|sar|qar|kwd|omr|bhd|zar|sgd|hkd|myr|thb|php|idr|mxn|cop|clp|ars)\b)/g,
      '$1 ',
    )
    .replace(/\bt\s?(?=€|eur\b|chf\b)/g, ' thousands ')
    .replace(/\b(mn|md|m|k|t)\.?\s?kr\b/g, (_, scale: string) =>
      scale === 't' ? ' thousands kr ' : ` ${scale} kr `,
    )
    .replace(/(พัน|ล้าน)บาท/g, ' $1 บาท ')
    .replace(/\b1[.,'’ ]000(?!\d)/g, ' thousands ')
    .replace(/(?<=\$)\s?mi\b/g, ' mill ')
    .replace(
      /([([][^()[\]]{0,20})\btl\b/g,
      (_, before: string) => `${before.replace(/\bbin\b/, 'thousands')} ₺ `,
    )
    .replace(/([([]\s*)rp\b/g, '$1 idr ')
    .replace(/([([]\s*)tk\b/g, '$1 bdt ')
    .replace(
      /([([]\s*)([ktu]\s?shs?)\b/g,
      (_, before: string, shillings: string) =>
        `${before} ${localCurrency(shillings.replace(' ', '')) ?? shillings} `,
    )
    .replace(
      /([([]\s*(?:(?:ezer|millió|milliárd|mrd|e|m)\.? ?)?)ft\b/g,
      (_, before: string) => `${before.replace(/\be\b/, 'ezer').replace(/\bm\b/, 'millió')} huf `,
    )
    .replace(/([([]\s*)rm\b/g, (said, before: string) => (OF_RINGGITS.test(spaced) ? `${before} myr ` : said))
    .replace(/((?:cn|jp)¥|(?!\$)\p{Sc})/gu, ' $1 ')
    .replace(/#/g, ' no ')
    .replace(/\b(k|m|mn|mm|bn|mio)\$/g, '$1 $')
    .replace(/\$/g, '$ ')
    .replace(/'000s?|\b000s?\b/g, ' thousands ')
    .replace(/(?<![a-z])rev(?=[ _.-]+(?:completion|end|finish|start|due|target|tei)(?![a-z]))/g, 'revised')
    .split(/(?:[^\p{L}\p{M}\p{N}\p{Sc}]|[\ufe00-\ufe0f])+/u)
    .filter((piece) => piece !== '');
  const latin = THOUSAND_MIL.test(spaced);
  for (const [index, piece] of pieces.entries()) {
    const factor = piece === 'mil' && latin ? 1e3 : scaleOfWord(piece);
    const code = currencyOfWord(piece);
    // A lone letter is a unit only beside a currency, or as the last word: "m" in "usd_m" and "cost_m", but neither
    // "b" in "plan b" nor "m" in "over10M". An MD is a working day of one person as well as a milliard.
    const alone =
      piece !== 'b' && piece !== 'md' && index === pieces.length - 1 && !/\d$/.test(pieces[index - 1] ?? '');
    const next = currencyOfWord(pieces[index + 1] ?? '');
    const beside = currency !== null || code !== null || next !== null || piece.length > 2 || alone;
    const scaled = factor === null ? undefined : UNIT_BY_FACTOR.get(factor);
    if (piece === '1000' && (next !== null || currencyOfWord(pieces[index - 1] ?? '') !== null))
      unit ??= 'thousands';
    else if (piece === '万') unit ??= 'tenThousands';
    else if (piece === 'r' && scaleOfWord(pieces[index + 1] ?? '') !== null) currency ??= 'ZAR';
    else if (code !== null && !ALSO_WORDS.has(piece)) currency ??= code;
    else if (scaled && beside && index > 0 && !/[\u4e00-\u9fff]/.test(piece)) unit ??= scaled;
    else if (!(piece === 'in' && index > 0))
      // Alone it is another word: an Amt is an office.
      words.push((pieces.length > 1 && Object.hasOwn(SHORTENED, piece) ? SHORTENED[piece] : null) ?? piece);
  }
  const phrase = words
    .join(' ')
    .replace(
      /(?:单位[:：]?\s*)?(?:十亿|百万|亿|億|万|千)?(?:人民币|美元|欧元|英镑|日元|港元|港币|澳元|加元|元|円)$|(?:백만|천|만|억)?\s?원$/,
      '',
    )
    .replace(unit === 'thousands' ? / x$/ : '', '')
    .trim();
  currency ??= codeOfMoney(header);
  if (currency === null && SOLES.test(header)) currency = 'PEN';
  return { phrase: phrase === '' ? words.join(' ') : phrase, unit, currency };
}
