import type { Language } from './area.ts';

/**
 * Numbers, money and dates for people. Every function takes `null` for "not known" and then answers null, so that
 * a caller must decide how to say it; none of them turns unknown into zero.
 */

/** The sign of what is below nothing. */
export const MINUS = '−';

const cache = new Map<string, Intl.NumberFormat>();

/** A format by its name, which says all that its options are made of: writing them out takes longer than a number. */
function numberFormat(
  language: Language,
  name: string,
  options: () => Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = `${language} ${name}`;
  let format = cache.get(key);
  if (!format) {
    // What rounds to nothing has no sign: never “-0”.
    format = new Intl.NumberFormat(language, { signDisplay: 'negative', ...options() });
    cache.set(key, format);
  }
  return format;
}

/** A number as it is read: with the minus sign that differences bear too, not with the hyphen that formats write. */
function written(
  value: number,
  language: Language,
  name: string,
  options: () => Intl.NumberFormatOptions,
): string {
  const text = numberFormat(language, name, options).format(value);
  return value < 0 ? text.replace('-', MINUS) : text;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than a hundred uses of it, and a table of dates needs thousands. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    dateFormats.set(key, format);
  }
  return format;
}

/** What stands where an amount is hidden. */
export const HIDDEN_AMOUNT = '•••';

let amountsHidden = false;

/** From now on every amount that these functions write is hidden, or is not: a room may see the picture and not the money. */
export function hideAmounts(hidden: boolean): void {
  amountsHidden = hidden;
}

/** Digits after the decimal point that a currency's minor unit stands for: 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const format = numberFormat('en', `digits ${currency}`, () => ({ style: 'currency', currency }));
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/** Asked for with every amount of a table, and slow to find out. */
const digitsOf = new Map<string, number>();

/** Minor units as a number of whole currency units. */
export const toMajor = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency);

/** Whole currency units as minor units, rounded half away from zero. */
export function toMinor(major: number, currency: string): number {
  const scaled = major * 10 ** minorDigits(currency);
  return Math.sign(scaled) * Math.round(Math.abs(scaled));
}

/** Yuan and yen have one narrow sign: the one that is not at home in the language says which it is, CN¥ or JP¥. */
const signOf = (currency: string): 'symbol' | 'narrowSymbol' =>
  currency === 'CNY' || currency === 'JPY' ? 'symbol' : 'narrowSymbol';

/** An amount in minor units, in full: `$1,234,500`; cents only where there are any. */
export function formatMoney(minor: number, currency: string, language: Language): string;
export function formatMoney(minor: number | null, currency: string, language: Language): string | null;
export function formatMoney(minor: number | null, currency: string, language: Language): string | null {
  if (minor === null) return null;
  if (amountsHidden) return HIDDEN_AMOUNT;
  const major = toMajor(minor, currency);
  const digits = Number.isInteger(major) ? 0 : minorDigits(currency);
  return written(major, language, `money ${currency} ${digits}`, () => ({
    style: 'currency',
    currency,
    currencyDisplay: signOf(currency),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }));
}

/** An amount in minor units, short, with at most four digits: `$3.1M`, `CN¥733.1M`, `¥310万`, `¥9761万`. */
export function formatMoneyShort(minor: number, currency: string, language: Language): string;
export function formatMoneyShort(minor: number | null, currency: string, language: Language): string | null;
export function formatMoneyShort(minor: number | null, currency: string, language: Language): string | null {
  if (minor === null) return null;
  if (amountsHidden) return HIDDEN_AMOUNT;
  return written(toMajor(minor, currency), language, `short ${currency}`, () => ({
    style: 'currency',
    currency,
    currencyDisplay: signOf(currency),
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
    // 万 counts to 9,999: a decimal behind that says more than anybody knows, and takes the room of the amount.
    maximumSignificantDigits: 4,
    roundingPriority: 'lessPrecision',
  }));
}

/** A plain number with at most `digits` decimals. */
export function formatNumber(value: number, language: Language, digits?: number): string;
export function formatNumber(value: number | null, language: Language, digits?: number): string | null;
export function formatNumber(value: number | null, language: Language, digits = 0): string | null {
  return value === null
    ? null
    : written(value, language, `plain ${digits}`, () => ({ maximumFractionDigits: digits }));
}

/**
 * What chooses the form of a sentence by a number as it is read there: 1 for `1` and `−1`, 2 for any other, so that a
 * number that is rounded to one is one.
 */
export const countAs = (text: string): number => (/^[+\-−]?1$/.test(text) ? 1 : 2);

/** An amount in whole currency units beside which its currency stands, or where none is needed: `1,234.5`. */
export const formatBareAmount = (major: number, language: Language): string =>
  amountsHidden ? HIDDEN_AMOUNT : formatNumber(major, language, 2);

/** A share as a percentage: 0.46 is `46%`. */
export function formatPercent(share: number, language: Language, digits?: number): string;
export function formatPercent(share: number | null, language: Language, digits?: number): string | null;
export function formatPercent(share: number | null, language: Language, digits = 0): string | null {
  return share === null
    ? null
    : written(share, language, `percent ${digits}`, () => ({
        style: 'percent',
        maximumFractionDigits: digits,
      }));
}

/** A share as a percentage in which a little is not nothing: 0.0004 is `<1%`. */
export function formatShare(share: number, language: Language, digits = 0): string {
  const least = 10 ** -(digits + 2);
  return share > 0 && share < least / 2
    ? `<${formatPercent(least, language, digits)}`
    : formatPercent(share, language, digits);
}

/** A duration in months: `14.0 mo`, `14.0 个月`. */
export function formatMonths(months: number, language: Language, digits?: number): string;
export function formatMonths(months: number | null, language: Language, digits?: number): string | null;
export function formatMonths(months: number | null, language: Language, digits = 1): string | null {
  if (months === null) return null;
  const text = written(months, language, `months ${digits}`, () => ({
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }));
  return language === 'zh-CN' ? `${text} 个月` : `${text} mo`;
}

/** A calendar day: `4 Oct 2011`, `2011年10月4日`. */
export function formatDate(isoDate: string, language: Language): string;
export function formatDate(isoDate: string | null, language: Language): string | null;
export function formatDate(isoDate: string | null, language: Language): string | null {
  if (isoDate === null) return null;
  const locale = language === 'en' ? 'en-GB' : language;
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );
}

/** The name of a month, 1 to 12: `April`, in short `Apr`; `四月`, `4月`. */
export const formatMonthName = (
  month: number,
  language: Language,
  length: 'long' | 'short' = 'long',
): string => dateFormat(language, { month: length, timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1));

/** An instant in the reader's own time zone. */
export function formatInstant(instant: string, language: Language): string;
export function formatInstant(instant: string | null, language: Language): string | null;
export function formatInstant(instant: string | null, language: Language): string | null {
  if (instant === null) return null;
  const locale = language === 'en' ? 'en-GB' : language;
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}
