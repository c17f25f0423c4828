import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { heldAgainst, type StampedFigure } from '../../../shared/decisions/figures.ts';
import type { Decision, DecisionOption } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import css from './decisions.module.css';
import { useStamp } from './useStamp.ts';

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
          {held.map(({ figure, before, expected, now }) => (
            <tr key={figure}>
              <th scope="row">{t(`figure.${figure}`)}</th>
              <td>{words(figure, before)}</td>
              <td>{expected === null ? '–' : words(figure, expected)}</td>
              <td>{words(figure, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
