import { useMemo } from 'react';
import {
  formatDate,
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatPercent,
  toMajor,
} from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { type Parsed, parseMoney } from '../../ui/parse.ts';

/** How values of the open portfolio are said and read, in the page's language and the portfolio's currency. */
export function useWords() {
  const language = usePreferences((state) => state.language);
  const currency = usePortfolio((state) => state.records?.portfolio.portfolio?.currency ?? 'USD');
  return useMemo(
    () => ({
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
      shareText: (value: number | null): string =>
        value === null ? '' : String(Math.round(value * 1e6) / 1e4),
      language,
    }),
    [language, currency],
  );
}
export type SayValues = ReturnType<typeof useWords>;
