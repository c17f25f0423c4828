import { useMemo } from 'react';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { useCurrency } from '../../analysis/useFigureWords.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { type RuleSpeech, ruleSpeech } from './ruleWords.ts';

/** What rules are said with in the language and currency on the screen. */
export function useRuleSpeech(records: PortfolioRecords): RuleSpeech {
  const language = usePreferences((state) => state.language);
  const currency = useCurrency();
  return useMemo(() => ruleSpeech(language, currency, records), [language, currency, records]);
}
