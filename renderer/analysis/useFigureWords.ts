import { useMemo } from 'react';
import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import { type FigureWords, figureWords } from '../charts/frame/figureWords.ts';
import { usePortfolio } from '../state/portfolioStore.ts';
import { usePreferences } from '../state/preferencesStore.ts';

/** The open portfolio's currency; USD while none is open. */
export const useCurrency = (): string =>
  usePortfolio((state) => (state.records === null ? 'USD' : settingsOf(state.records).currency));

/** Formats for modelled figures in the language and currency on the screen. */
export function useFigureWords(): FigureWords {
  const language = usePreferences((state) => state.language);
  const currency = useCurrency();
  return useMemo(() => figureWords(language, currency), [language, currency]);
}
