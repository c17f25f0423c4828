import type { Language } from '../../../shared/text/area.ts';
import {
  formatMoney,
  formatMoneyShort,
  formatMonths,
  formatNumber,
  formatShare,
  toMinor,
} from '../../../shared/text/format.ts';

/** Figures of the model (whole currency units, months, person-days, shares) as people read them, in one language. */
export interface FigureWords {
  readonly language: Language;
  /** In full: `$1,234,500`. */
  readonly money: (amount: number) => string;
  /** Short: `$3.1M`. */
  readonly moneyShort: (amount: number) => string;
  readonly months: (months: number, digits?: number) => string;
  readonly days: (personDays: number) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (share: number, digits?: number) => string;
}

/** Formats bound to a language and a currency; none of them takes an unknown value. */
export function figureWords(language: Language, currency: string): FigureWords {
  const minor = (amount: number): number => toMinor(amount, currency);
  return {
    language,
    money: (amount) => formatMoney(minor(Math.round(amount)), currency, language) ?? '',
    moneyShort: (amount) => formatMoneyShort(minor(amount), currency, language) ?? '',
    months: (months, digits = 1) => formatMonths(months, language, digits) ?? '',
    days: (personDays) => formatNumber(personDays, language, Math.abs(personDays) < 10 ? 1 : 0) ?? '',
    number: (value, digits = 0) => formatNumber(value, language, digits) ?? '',
    percent: (share, digits = 0) => formatShare(share, language, digits),
  };
}
