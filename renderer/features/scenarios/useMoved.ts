import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { quickDifference } from '../../../shared/comparison/quickDifference.ts';
import { countAs } from '../../../shared/text/format.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { verdictOf } from '../../charts/comparison/comparisonData.ts';
import { naming } from '../../charts/frame/naming.ts';
import type { Verdict } from '../../charts/frame/StateShape.tsx';
import { isLevel, signed } from '../../charts/frame/signed.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';

type MovedKey = 'value' | 'cost' | 'wasteMoney' | 'wasteDays';

interface MovedFigure {
  readonly key: MovedKey;
  /** Its amount is known by the name that `opens` has. */
  readonly text: string;
  readonly verdict: Verdict;
}

interface Moved {
  readonly records: number;
  readonly figures: readonly MovedFigure[];
  readonly opens: FiguresOf<'scenarios'>;
}

/**
 * What the shown scenario moves against the plan, in a few figures in words that open to their arithmetic, and how many
 * records it touches; null where too much differs for a quick figure. Follows what is shown when there is time for it.
 */
export function useMoved(): Moved | null {
  const { t } = useTranslation('scenarios');
  const { t: receipts } = useTranslation('receipts');
  const { t: comparison } = useTranslation('comparison');
  const words = useFigureWords();
  const plan = useDeferredValue(usePortfolio((state) => state.plan));
  const records = useDeferredValue(usePortfolio((state) => state.records));
  const name = usePortfolio(({ looking, records: all }) =>
    looking.kind === 'scenario' ? (all?.scenario[looking.id]?.name ?? '') : '',
  );
  const moved = useMemo(() => (plan && records ? quickDifference(plan, records) : null), [plan, records]);
  if (moved === null || !plan || !records) return null;
  const { value, cost, wasteMoney, wasteDays } = moved;
  const say = naming(t);
  const figure = (
    key: MovedKey,
    difference: number | null,
    sayAmount: (amount: number) => string,
    text: (amount: string) => string,
  ): readonly MovedFigure[] =>
    difference === null
      ? []
      : [
          {
            key,
            text: text(signed(difference, sayAmount)),
            verdict: isLevel(difference, sayAmount) ? 'same' : verdictOf(key, 0, difference),
          },
        ];
  const open = (measure: MovedKey): OpenFigure => ({
    label: receipts('open', { what: comparison(`measure.${measure}`) }),
    opens: { kind: 'tried', name, before: plan, after: records, measure, elementId: null, quick: true },
  });
  const isValueUnknown = value === null && moved.initiatives > 0;
  return {
    records: moved.records,
    figures: [
      ...figure('value', value, words.moneyShort, (amount) => say('bar.value', { amount })),
      ...(isValueUnknown
        ? [{ key: 'value' as const, text: t('bar.valueUnknown'), verdict: 'same' as const }]
        : []),
      ...figure('cost', cost, words.moneyShort, (amount) => say('bar.cost', { amount })),
      ...figure('wasteMoney', wasteMoney, words.moneyShort, (amount) => say('bar.waste', { amount })),
      ...figure('wasteDays', wasteDays, words.days, (amount) =>
        say('bar.days', { count: countAs(words.days(wasteDays ?? 0)), amount }),
      ),
    ],
    opens: {
      'bar.value.amount': open('value'),
      'bar.cost.amount': open('cost'),
      'bar.waste.amount': open('wasteMoney'),
      'bar.days.amount': open('wasteDays'),
    },
  };
}
