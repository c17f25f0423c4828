import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../../../shared/model/receipts.ts';
import { type Comparison, useComparison } from '../../analysis/useComparison.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { useFigureRanges } from '../../analysis/useSimulation.ts';
import { Button } from '../../ui/Button.tsx';
import { Figure } from '../receipts/Figure.tsx';
import { shownFigure } from '../receipts/receiptStore.ts';
import { endText, figureName, unitText } from '../receipts/receiptWords.ts';
import { enterField } from './enterField.ts';
import css from './flow.module.css';

type Ready = Extract<Comparison, { status: 'ready' }>;

const figuresShown = [
  'cadence.optimal_cadence_months',
  'cadence.cost_per_month_at_current',
  'project.cost_of_delay.cost_of_delay_per_month',
  'product.cost_of_delay.cost_of_delay_per_month',
] as const;
const wanted: ReadonlySet<string> = new Set(figuresShown);

/** How often releasing would pay for an initiative and what waiting costs, each figure with its range and its receipt. */
export function CadenceFigures({ initiativeId }: { readonly initiativeId: string }) {
  const comparison = useComparison(initiativeId);
  return comparison.status === 'ready' ? <Shown id={initiativeId} comparison={comparison} /> : null;
}

function Shown({ id, comparison }: { readonly id: string; readonly comparison: Ready }) {
  const { t } = useTranslation('flow');
  const { t: receipts } = useTranslation('receipts');
  const { t: common } = useTranslation('common');
  const figures = useFigureWords();
  const futures = useFigureRanges(id);
  const found = useMemo(
    () =>
      explain(comparison.input, {
        defaults: comparison.defaults,
        provenance: comparison.basis.provenance,
        only: wanted,
      }).receipts,
    [comparison],
  );
  const { parameters, basis } = comparison;
  const horizon = parameters.horizon_months;
  return (
    <section>
      <h2>{t('cadence.title')}</h2>
      <p className={css.note}>{t('cadence.now', { months: figures.months(parameters.cadence_months) })}</p>
      {!basis.valueKnown && (
        <>
          <p>{t('cadence.needsValue')}</p>
          <Button onPress={() => enterField(id, 'initiative.valuePerMonth')}>{t('head.enterValue')}</Button>
        </>
      )}
      {basis.valueKnown && (
        <table className={css.cadence}>
          <tbody>
            {figuresShown.map((figure) => {
              const receipt = found.get(figure);
              if (!receipt) return null;
              const range = futures.value?.ranges[figure];
              const text = (value: number): string => unitText(value, receipt.unit, figures);
              const end = (value: number): string => endText(value, receipt.unit, horizon, figures);
              const side = figure.split('.')[0];
              const name =
                side === 'project' || side === 'product'
                  ? t('cadence.of', { what: figureName(figure), mode: common(`mode.${side}`) })
                  : figureName(figure);
              return (
                <tr key={figure}>
                  <th scope="row">{name}</th>
                  <td>
                    <Figure opens={shownFigure(id, figure)} label={receipts('open', { what: name })}>
                      {receipt.value === null ? receipts('noValue') : text(receipt.value)}
                    </Figure>
                    <small>
                      {range
                        ? t('cadence.range', { low: end(range.p10), high: end(range.p90) })
                        : futures.status === 'failed'
                          ? receipts('range.failed', { message: futures.message })
                          : receipts('range.pending')}
                    </small>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
