import { isIsoDate } from '../../shared/domain/primitives.ts';
import type { inspector } from '../../shared/text/catalogues/inspector.ts';
import { MINUS, toMinor } from '../../shared/text/format.ts';

/** Why typed text was not understood: a sentence of the `inspector` area. */
export type InvalidKey = Extract<keyof (typeof inspector)['en'], `invalid.${string}`>;
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: InvalidKey };

const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
const bad = (reason: InvalidKey): Parsed<never> => ({ ok: false, reason });

const factors: Readonly<Record<string, number>> = {
  k: 1e3,
  千: 1e3,
  万: 1e4,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  b: 1e9,
  bn: 1e9,
};

/** Full-width digits and letters become plain ones, a minus sign a hyphen, spaces inside go. */
const tidy = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, '').replaceAll(MINUS, '-').toLowerCase();

/** A plain decimal number; commas only between groups of three, a point before decimals. Empty is null. */
export function parseNumber(text: string): Parsed<number | null> {
  const clean = tidy(text);
  if (clean === '') return good(null);
  if (!/^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(clean)) return bad('invalid.number');
  const value = Number(clean.replaceAll(',', ''));
  return value < 0 ? bad('invalid.negative') : good(value);
}

/** As `parseNumber`, where a number may be below zero, or say that it is not: `+5`. */
export function parseSigned(text: string): Parsed<number | null> {
  const clean = tidy(text);
  const sign = /^[+-]/.exec(clean)?.[0] ?? '';
  const number = parseNumber(clean.slice(sign.length));
  if (!number.ok || sign === '') return number;
  if (number.value === null) return bad('invalid.number');
  return good(sign === '-' && number.value !== 0 ? -number.value : number.value);
}

/** Money in whole units, or short (`1.2M`, `120万`), to minor units of the currency. Empty is null. */
export function parseMoney(text: string, currency: string): Parsed<number | null> {
  const clean = tidy(text)
    .replace(currency.toLowerCase(), '')
    .replace(/[\p{Sc}元]/gu, '')
    .replace(/^[a-z]+\$/, '');
  if (clean === '') return text.trim() === '' ? good(null) : bad('invalid.money');
  const parts = /^(-?[\d.,]+)([a-z万千百亿]*)$/.exec(clean);
  const factor = parts?.[2] ? factors[parts[2]] : 1;
  if (!parts?.[1] || factor === undefined) return bad('invalid.money');
  const number = parseNumber(parts[1]);
  if (!number.ok) return number.reason === 'invalid.negative' ? number : bad('invalid.money');
  const minor = toMinor((number.value ?? 0) * factor, currency);
  return Number.isSafeInteger(minor) ? good(minor) : bad('invalid.money');
}

/** A share typed as `40`, `40 %` or `40%`, to 0.4. Empty is null. */
export function parseShare(text: string): Parsed<number | null> {
  const number = parseNumber(tidy(text).replace(/%$/, ''));
  if (!number.ok || number.value === null) return number;
  // Percent come with at most four decimals; dividing as decimals keeps 7 % at 0.07 exactly.
  return number.value > 100 ? bad('invalid.share') : good(Number((number.value / 100).toFixed(6)));
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A calendar day as people write it: `2012-09-30`, `2012/9/30`, `2012年9月30日`, `30 Sep 2012`, `Sep 30, 2012`,
 * `30.9.2012`, and `30/9/2012` where only one reading is possible. Empty is null.
 */
export function parseDate(text: string): Parsed<string | null> {
  const clean = text.normalize('NFKC').trim().toLowerCase();
  if (clean === '') return good(null);
  const yearFirst = /^(\d{4})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?$/.exec(clean);
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const named =
    /^(\d{1,2})\.?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})$/.exec(clean) ??
    /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(clean);
  if (named) {
    const [dayText, monthText] = /^\d/.test(named[1] ?? '') ? [named[1], named[2]] : [named[2], named[1]];
    const month = monthNames.indexOf((monthText ?? '').slice(0, 3)) + 1;
    return month === 0 ? bad('invalid.date') : day(named[3], String(month), dayText);
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(clean);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(clean);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    if (first > 12) return day(slashed[3], slashed[2], slashed[1]);
    if (second > 12 || first === second) return day(slashed[3], slashed[1], slashed[2]);
    return bad('invalid.dateAmbiguous');
  }
  return bad('invalid.date');
}

function day(year = '', month = '', dayOfMonth = ''): Parsed<string> {
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isIsoDate(iso) ? good(iso) : bad('invalid.dateNotReal');
}
