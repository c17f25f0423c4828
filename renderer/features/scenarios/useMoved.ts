import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { quickDifference } from '../../../shared/comparison/quickDifference.ts';
import { countAs } from '../../../shared/text/format.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { verdictOf } from '../../charts/comparison/comparisonData.ts';
import type { Verdict } from '../../charts/frame/StateShape.tsx';
import { isLevel, signed } from '../../charts/frame/signed.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';

interface MovedFigure {
  readonly key: 'value' | 'cost' | 'wasteMoney' | 'wasteDays';
  readonly text: string;
  readonly verdict: Verdict;
}

/**
 * What the shown scenario moves against the plan, in a few figures in words, and how many records it touches; null where
 * too much differs for a quick figure. Follows what is shown when there is time for it.
 */
export function useMoved(): { readonly records: number; readonly figures: readonly MovedFigure[] } | null {
  const { t } = useTranslation('scenarios');
  const words = useFigureWords();
  const plan = useDeferredValue(usePortfolio((state) => state.plan));
  const records = useDeferredValue(usePortfolio((state) => state.records));
  const moved = useMemo(() => (plan && records ? quickDifference(plan, records) : null), [plan, records]);
  if (moved === null) return null;
  const { value, cost, wasteMoney, wasteDays } = moved;
  const figure = (
    key: MovedFigure['key'],
    difference: number | null,
    say: (amount: number) => string,
    text: (amount: string) => string,
  ): readonly MovedFigure[] =>
    difference === null
      ? []
      : [
          {
            key,
            text: text(signed(difference, say)),
            verdict: isLevel(difference, say) ? 'same' : verdictOf(key, 0, difference),
          },
        ];
  const isValueUnknown = value === null && moved.initiatives > 0;
  return {
    records: moved.records,
    figures: [
      ...figure('value', value, words.moneyShort, (amount) => t('bar.value', { amount })),
      ...(isValueUnknown
        ? [{ key: 'value' as const, text: t('bar.valueUnknown'), verdict: 'same' as const }]
        : []),
      ...figure('cost', cost, words.moneyShort, (amount) => t('bar.cost', { amount })),
      ...figure('wasteMoney', wasteMoney, words.moneyShort, (amount) => t('bar.waste', { amount })),
      ...figure('wasteDays', wasteDays, words.days, (amount) =>
        t('bar.days', { count: countAs(words.days(wasteDays ?? 0)), amount }),
      ),
    ],
  };
}
