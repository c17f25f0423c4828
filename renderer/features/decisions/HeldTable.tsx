import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { heldAgainst, type StampedFigure } from '../../../shared/decisions/figures.ts';
import type { Decision, DecisionOption } from '../../../shared/domain/records.ts';
import { useCoverage } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Figure } from '../receipts/Figure.tsx';
import type { Opens } from '../receipts/receiptStore.ts';
import css from './decisions.module.css';
import { expectedReceipt, type HeldPlan, type HeldWords, nowReceipt, thenReceipt } from './heldFigures.ts';
import { headlineIn, useStamp } from './useStamp.ts';

const money: ReadonlySet<StampedFigure> = new Set([
  'cost',
  'value',
  'wasteMoney',
  'gapMoney',
  'overlapMoney',
]);

/** The figures at the moment of the decision, what the chosen option expected of them, and what they are now. */
export function HeldTable({
  decision,
  effects,
}: {
  readonly decision: Decision;
  readonly effects: DecisionOption['effects'] | null;
}) {
  const { t } = useTranslation('decisions');
  const figures = useFigureWords();
  const { t: receipts } = useTranslation('receipts');
  const { t: coverageWords } = useTranslation('coverage');
  const records = usePortfolio((state) => state.records);
  const coverage = useCoverage();
  const stamp = useStamp();
  const held = useMemo(() => {
    const now = stamp();
    return now ? heldAgainst(decision, effects, now) : [];
  }, [decision, effects, stamp]);
  const words = (figure: StampedFigure, value: number | null): string => {
    if (value === null) return t('held.unknown');
    if (money.has(figure)) return figures.moneyShort(value);
    return figures.number(value, figure === 'firstValueMonths' ? 1 : 0);
  };
  const heldWords: HeldWords = {
    receipts,
    coverage: coverageWords,
    figures,
    nameOf: (figure) => t(`figure.${figure}`),
    say: (figure, value) =>
      money.has(figure) ? figures.money(value) : figures.number(value, figure === 'firstValueMonths' ? 2 : 1),
  };
  const plan: HeldPlan | null = records && {
    records,
    headlineOf: (id) => headlineIn(records, id),
    coverage: coverage.status === 'ready' ? coverage.value : null,
  };
  const cell = (
    moment: 'before' | 'expected' | 'now',
    figure: StampedFigure,
    opens: Opens | null,
    text: string,
  ) =>
    opens ? (
      <Figure
        opens={opens}
        label={receipts('openOf', { what: t(`figure.${figure}`), name: t(`held.${moment}`) })}
        className={css.heldFigure}
      >
        {text}
      </Figure>
    ) : (
      text
    );
  return (
    <section>
      <h2>{t('held.title')}</h2>
      <table className={css.held}>
        <thead>
          <tr>
            <th scope="col">{t('held.figure')}</th>
            <th scope="col">{t('held.before')}</th>
            <th scope="col">{t('held.expected')}</th>
            <th scope="col">{t('held.now')}</th>
          </tr>
        </thead>
        <tbody>
          {held.map((each) => {
            const { figure, before, expected, now } = each;
            return (
              <tr key={figure}>
                <th scope="row">{t(`figure.${figure}`)}</th>
                <td>
                  {cell('before', figure, thenReceipt(each, decision, heldWords), words(figure, before))}
                </td>
                <td>
                  {expected === null
                    ? '–'
                    : cell(
                        'expected',
                        figure,
                        expectedReceipt(each, decision, effects ?? {}, heldWords),
                        words(figure, expected),
                      )}
                </td>
                <td>{cell('now', figure, plan && nowReceipt(each, plan, heldWords), words(figure, now))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
