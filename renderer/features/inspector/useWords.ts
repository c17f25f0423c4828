import { useMemo } from 'react';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { type SayValues, sayValues } from './sayValues.ts';

/** How values of the open portfolio are said and read, in the page's language and the portfolio's currency. */
export function useWords(): SayValues {
  const language = usePreferences((state) => state.language);
  const currency = usePortfolio((state) => state.records?.portfolio.portfolio?.currency ?? 'USD');
  return useMemo(() => sayValues(language, currency), [language, currency]);
}
