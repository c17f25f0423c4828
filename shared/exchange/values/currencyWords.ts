import { arabicCurrencies } from './rightToLeft.ts';

/** Codes of ISO 4217 that people write in small letters, too. */
const CODES =
  'USD AUD CAD NZD HKD SGD BRL TWD EUR GBP CHF SEK NOK DKK PLN CZK JPY CNY INR KRW ARS CLP COP UYU HUF RON THB IDR MYR VND PKR BDT NGN KES EGP ILS UAH RUB QAR KWD ISK BGN ZAR MXN AED SAR IRR TRY OMR BHD JOD MAD'.split(
    ' ',
  );

/** Words and signs of currencies, in small letters: those of CLDR that are met most, and what people use beside them. */
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CODES.map((code) => [code.toLowerCase(), code])),
  '£': 'GBP',
  '€': 'EUR',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '฿': 'THB',
  '₫': 'VND',
  '₴': 'UAH',
  '₵': 'GHS',
  $: '$',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  cdn$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
  r$: 'BRL',
  nt$: 'TWD',
  euro: 'EUR',
  euros: 'EUR',
  euroa: 'EUR',
  eurot: 'EUR',
  eurų: 'EUR',
  eiro: 'EUR',
  eura: 'EUR',
  evrov: 'EUR',
  kč: 'CZK',
  rmb: 'CNY',
  rs: 'rs',
  rupees: 'rs',
  pesos: 'peso',
  fcfa: 'fcfa',
  cfa: 'fcfa',
  원: 'KRW',
  ft: 'HUF',
  lei: 'RON',
  '₱': 'PHP',
  rm: 'MYR',
  บาท: 'THB',
  vnđ: 'VND',
  đồng: 'VND',
  руб: 'RUB',
  рублей: 'RUB',
  грн: 'UAH',
  гривень: 'UAH',
  тенге: 'KZT',
  теңге: 'KZT',
  сўм: 'UZS',
  төгрөг: 'MNT',
  лв: 'BGN',
  лева: 'BGN',
  дин: 'RSD',
  динара: 'RSD',
  dinara: 'RSD',
  ден: 'MKD',
  денари: 'MKD',
  króna: 'ISK',
  krónur: 'ISK',
  korun: 'CZK',
  złotych: 'PLN',
  soles: 'PEN',
  guaraníes: 'PYG',
  quetzales: 'GTQ',
  meticais: 'MZN',
  lira: 'TRY',
  reais: 'BRL',
  tl: 'TRY',
  rp: 'IDR',
  kr: 'kr',
  '¥': '¥',
  '￥': '¥',
  'cn¥': 'CNY',
  'jp¥': 'JPY',
  元: 'CNY',
  人民币: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  円: 'JPY',
  sfr: 'CHF',
  zł: 'PLN',
  港元: 'HKD',
  港币: 'HKD',
  澳元: 'AUD',
  加元: 'CAD',
  圆: 'CNY',
  ...Object.fromEntries([...arabicCurrencies.keys()].map((word) => [word, word])),
};

/** Codes of ISO 4217 that are words, or short for something else, where they stand alone; and metals, tests and none. */
const OTHERWISE = /^(?:ALL|TOP|AMD|BSD|BTN|CUP|CVE|SOS|SVC|X(?!AF|OF|PF|CD).*)$/;

/** The codes of ISO 4217 that say by themselves that they are currencies. */
export const isoCodes: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf('currency').filter((code) => !OTHERWISE.test(code)),
);

/** Names of currencies that are other words, people or places, too: Mark 2, Córdoba 2030, custo real. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  'real sol mark gold lev dobra florin guilder loti leone dong kina kip tala vatu bolívar córdoba balboa colón'.split(
    ' ',
  ),
);

/** The currencies whose name in English, without its country, is that of no other: taka, naira, yen. */
function namesInEnglish(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const byName = Map.groupBy(
    isoCodes,
    (currency) => names.of(currency)?.split(' ').at(-1)?.toLowerCase() ?? '',
  );
  return new Map(
    [...byName].flatMap(([name, [currency = '', ...others]]) =>
      others.length === 0 && /^\p{L}{3,}$/u.test(name) && !OTHER_WORDS.has(name)
        ? [name, `${name}s`].map((word) => [word, currency] as const)
        : [],
    ),
  );
}

let english: ReadonlyMap<string, string> | null = null;

const CURRENCY_SIGN = /^\p{Sc}$/u;
let signs: ReadonlyMap<string, string> | null = null;

/** The currencies whose sign of one character, as the runtime's language data (CLDR) has it, is that of no other. */
function namesOfSigns(): ReadonlyMap<string, string> {
  const bySign = Map.groupBy(isoCodes, (currency) => signIn('en', currency, 'narrowSymbol'));
  return new Map(
    [...bySign].flatMap(([sign, [currency = '', ...others]]) =>
      CURRENCY_SIGN.test(sign) && others.length === 0 ? [[sign, currency]] : [],
    ),
  );
}

const signIn = (locale: string, currency: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? '';

/**
 * The code of ISO 4217 that a word or sign stands for; `$`, `¥`, `kr` or an Arabic word where several currencies share it,
 * and null where it is none. Codes that have no entry of their own count in capitals alone: GEL.
 */
export function currencyOfWord(word: string): string | null {
  const key = word.toLowerCase();
  if (Object.hasOwn(CURRENCY_WORDS, key)) return CURRENCY_WORDS[key] ?? null;
  if (isoCodes.has(word)) return word;
  english ??= namesInEnglish();
  const named = english.get(key);
  if (named !== undefined) return named;
  if (!CURRENCY_SIGN.test(word)) return null;
  signs ??= namesOfSigns();
  return signs.get(word) ?? null;
}

/** Where people write a currency in letters and marks before the amount: S/ in Peru, KSh in Kenya, RD$ in Santo Domingo, GH₵ in Ghana. */
const PLACES =
  'es-PE:PEN en-KE:KES en-TZ:TZS en-UG:UGX es-BO:BOB es-PA:PAB es-DO:DOP es-PY:PYG fr-RW:RWF en-GH:GHS'.split(
    ' ',
  );
let local: ReadonlyMap<string, string> | null = null;

/** The currency that stands before an amount as it is written at home (`S/`, `S/.`, `KSh`, `Kshs.`); null for anything else. */
export function localCurrency(before: string): string | null {
  local ??= new Map([
    ...PLACES.map((place) => {
      const [locale = '', currency = ''] = place.split(':');
      return [signIn(locale, currency, 'symbol').toLowerCase(), currency] as const;
    }),
    // In small letters it is a language of programs everywhere but before an amount.
    ['php', 'PHP'] as const,
  ]);
  const said = before.trim().toLowerCase();
  return local.get(said) ?? local.get(said.replace(/\.$/, '').replace(/(?<=sh)s$/, '')) ?? null;
}
