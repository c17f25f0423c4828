import { useMemo } from 'react';
import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import { type FigureWords, figureWords } from '../charts/frame/figureWords.ts';
import { usePortfolio } from '../state/portfolioStore.ts';
import { usePreferences } from '../state/preferencesStore.ts';

/** The open portfolio's currency; USD while none is open. */
export const useCurrency = (): string =>
  usePortfolio((state) => (state.records === null ? 'USD' : settingsOf(state.records).currency));

/** Formats for modelled figures in the language on the screen, in the open portfolio's currency or that of another state. */
export function useFigureWords(other?: string): FigureWords {
  const language = usePreferences((state) => state.language);
  const own = useCurrency();
  const currency = other ?? own;
  return useMemo(() => figureWords(language, currency), [language, currency]);
}
