import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/model/receiptTypes.ts';
import { useComparison } from '../../analysis/useComparison.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { useSimulation } from '../../analysis/useSimulation.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Parts } from './Parts.tsx';
import { ReceiptInputs } from './ReceiptInputs.tsx';
import { figureOfPart, receiptOf } from './receiptOf.ts';
import type { Opened } from './receiptStore.ts';
import css from './receipts.module.css';
import { partName, unitText } from './receiptWords.ts';

/** A figure of one initiative: value, range, formula, parts and inputs. */
export function InitiativeReceipt({
  opened,
}: {
  readonly opened: Extract<Opened, { readonly kind: 'initiative' }>;
}) {
  const { initiativeId, figure, state } = opened;
  const { t } = useTranslation('receipts');
  const { t: common } = useTranslation('common');
  const of = state?.records ?? null;
  const comparison = useComparison(initiativeId, of);
  const simulation = useSimulation(initiativeId, of);
  const shown = usePortfolio(({ records }) => records);
  const figures = useFigureWords();
  const receipt = useMemo(
    () =>
      comparison.status === 'ready' ? receiptOf(comparison, figure, simulation.value?.result ?? null) : null,
    [comparison, figure, simulation.value],
  );
  if (comparison.status !== 'ready' || !receipt) return <p>{t('gone')}</p>;
  const needsValue = /\.(value|net|npv|break_even_month|peak_exposure)$/.test(figure);
  const name = (of ?? shown)?.initiative[initiativeId]?.name ?? '';
  const opens = (part: Receipt['parts'][number]): Opened | null => {
    const own = figureOfPart(receipt, part);
    return own === null ? null : { ...opened, figure: own };
  };
  return (
    <>
      <p className={css.of}>{state ? t('ofState', { name, state: state.name }) : name}</p>
      <p className={css.value}>
        {receipt.value === null
          ? t('noValue')
          : needsValue && !comparison.basis.valueKnown
            ? t('unknown')
            : unitText(receipt.value, receipt.unit, figures)}
        {receipt.mode && <span> {t('mode', { mode: common(`mode.${receipt.mode}`) })}</span>}
      </p>
      <p className={css.range}>
        {t('range')}{' '}
        {receipt.range
          ? t('range.text', {
              p10: unitText(receipt.range.p10, receipt.unit, figures),
              p50: unitText(receipt.range.p50, receipt.unit, figures),
              p90: unitText(receipt.range.p90, receipt.unit, figures),
            })
          : simulation.status === 'running'
            ? t('range.pending')
            : t('range.none')}
      </p>
      <Formula text={receipt.formula} />
      {receipt.parts.length > 0 && (
        <Parts
          lines={receipt.parts.map((part) => ({
            name: partName(part),
            value: part.value,
            text: figures.number(part.value, 2),
            opens: opens(part),
          }))}
          operation={receipt.operation}
          total={
            receipt.operation === 'sum' && receipt.value !== null
              ? unitText(receipt.value, receipt.unit, figures)
              : null
          }
        />
      )}
      {receipt.inputs.length > 0 && <ReceiptInputs inputs={receipt.inputs} />}
    </>
  );
}

/** A formula in the symbols of the model. */
export function Formula({ text }: { readonly text: string }) {
  const { t } = useTranslation('receipts');
  return (
    <>
      <h3>{t('formula')}</h3>
      <p className={css.formula}>
        <code>{text}</code>
        <span>{t('formula.note')}</span>
      </p>
    </>
  );
}
