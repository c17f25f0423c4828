import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { quickDifference } from '../../../shared/comparison/quickDifference.ts';
import { countAs } from '../../../shared/text/format.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { type Tone, useSigned } from './useSigned.ts';

interface MovedFigure {
  readonly key: 'value' | 'cost' | 'waste' | 'days';
  readonly text: string;
  readonly tone: Tone;
}

/**
 * What the shown scenario moves against the plan, in a few figures in words, and how many records it touches; null where
 * too much differs for a quick figure. Follows what is shown when there is time for it.
 */
export function useMoved(): { readonly records: number; readonly figures: readonly MovedFigure[] } | null {
  const { t } = useTranslation('scenarios');
  const words = useFigureWords();
  const { signed, tone } = useSigned();
  const plan = useDeferredValue(usePortfolio((state) => state.plan));
  const records = useDeferredValue(usePortfolio((state) => state.records));
  const moved = useMemo(() => (plan && records ? quickDifference(plan, records) : null), [plan, records]);
  if (moved === null) return null;
  const { value, cost, wasteMoney, wasteDays } = moved;
  const figures: MovedFigure[] = [];
  if (value !== null)
    figures.push({
      key: 'value',
      text: t('bar.value', { amount: signed(value, words.moneyShort) }),
      tone: tone(value, 'more'),
    });
  else if (moved.initiatives > 0) figures.push({ key: 'value', text: t('bar.valueUnknown'), tone: 'same' });
  if (cost !== null)
    figures.push({
      key: 'cost',
      text: t('bar.cost', { amount: signed(cost, words.moneyShort) }),
      tone: tone(cost, 'less'),
    });
  if (wasteMoney !== null)
    figures.push({
      key: 'waste',
      text: t('bar.waste', { amount: signed(wasteMoney, words.moneyShort) }),
      tone: tone(wasteMoney, 'less'),
    });
  if (wasteDays !== null)
    figures.push({
      key: 'days',
      text: t('bar.days', { count: countAs(words.days(wasteDays)), amount: signed(wasteDays, words.days) }),
      tone: tone(wasteDays, 'less'),
    });
  return { records: moved.records, figures };
}
