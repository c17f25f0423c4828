import type { MoneyUnit } from '../contract.ts';

/** A number as people write it, with the signs between its groups. */
export const NUMBER = /\d(?:[\d.,'’\u00a0\u202f ]*\d)?/;
/** Signs between groups of digits that are no decimal sign anywhere. */
export const BETWEEN_GROUPS = /['’\u00a0\u202f ]/g;

/** Whether a comma is the decimal sign of a column: only where its cells prove it. */
export const commaIsDecimal = (cells: Iterable<string>): boolean => decimalSign(cells) === ',';

/**
 * The decimal sign of a column: a comma where some cell proves it and none proves the contrary. 1.250 and 2.900 beside
 * 640 are thousands as well: as decimals their last zeros would not be written, or 640 have some. Null where cells have
 * a sign and none proves what it is.
 */
export function decimalSign(cells: Iterable<string>): ',' | '.' | null {
  let [proof, grouped, zero, plain, long, signed] = [false, 0, false, false, false, false];
  for (const cell of cells) {
    if (!cell.includes(',') && !cell.includes('.')) {
      // A sign of money may stand before or behind it.
      if (/\d{4}/.test(cell)) long = true;
      else plain ||= /^(?:\p{Sc}\s?)?[1-9]\d*(?:\s?\p{Sc})?$/u.test(cell);
      continue;
    }
    signed = true;
    const number = (NUMBER.exec(cell)?.[0] ?? '').replace(BETWEEN_GROUPS, '');
    if (/,\d{3}\.\d|(?:,\d{3}){2}|\.\d{1,2}$|\.\d{4,}$|^0\.\d/.test(number)) return '.';
    if (/\.\d{3},\d|(?:\.\d{3}){2}|^\d+,\d{1,2}$|^0,\d/.test(number)) proof = true;
    if (/^[1-9]\d{0,2}\.\d{3}$/.test(number)) {
      grouped += 1;
      zero ||= number.endsWith('0');
    } else if (number.includes(',')) long = true;
  }
  return proof || (grouped >= 2 && zero && plain && !long) ? ',' : signed ? null : '.';
}

/** Whether the name of a column of amounts writes a thousand with a dot, as its cells then do: x € 1.000, in 1.000 EUR. */
export const writesDots = (name: string): boolean =>
  /(?:[x×]|\bin)\s*[^\d\s]{0,4}\s*1\.000(?!\d)/i.test(name);

/** Currencies of countries that write a thousand as 1.000 and a half as 0,5. */
const DOTTED: ReadonlySet<string> = new Set(
  'EUR DKK ISK BRL ARS CLP COP UYU PYG IDR VND TRY RON RSD'.split(' '),
);

/**
 * Whether a column whose cells leave its decimal sign open writes thousands with a dot: each has three digits behind it,
 * and the currency is that of countries that do. In millions of euros 12.500 may as well be twelve and a half.
 */
export const groupsByDots = (cells: Iterable<string>, currency: string, unit: MoneyUnit): boolean => {
  if (!DOTTED.has(currency) || (currency === 'EUR' && unit !== 'units' && unit !== 'thousands')) return false;
  for (const cell of cells)
    if (/[.,]/.test(cell) && !/(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])/.test(cell)) return false;
  return true;
};
