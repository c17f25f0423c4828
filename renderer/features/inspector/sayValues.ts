import type { Language } from '../../../shared/text/area.ts';
import {
  formatDate,
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatPercent,
  toMajor,
} from '../../../shared/text/format.ts';
import { type Parsed, parseMoney } from '../../ui/parse.ts';

/** How values are said and read in a language and a currency; what is not known is said as nothing. */
export const sayValues = (language: Language, currency: string) => ({
  text: (value: string | null): string => value ?? '',
  date: (value: string | null): string => formatDate(value, language) ?? '',
  dateText: (value: string | null): string => value ?? '',
  money: (value: number | null): string => formatMoney(value, currency, language) ?? '',
  moneyShort: (value: number | null): string => formatMoneyShort(value, currency, language) ?? '',
  moneyText: (value: number | null): string => (value === null ? '' : String(toMajor(value, currency))),
  readMoney: (text: string): Parsed<number | null> => parseMoney(text, currency),
  number: (value: number | null): string => formatNumber(value, language, 2) ?? '',
  numberText: (value: number | null): string => (value === null ? '' : String(value)),
  share: (value: number | null): string => formatPercent(value, language, 1) ?? '',
  shareText: (value: number | null): string => (value === null ? '' : String(Math.round(value * 1e6) / 1e4)),
  language,
});
export type SayValues = ReturnType<typeof sayValues>;
