import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RANGED_FIGURES } from '../../../shared/analysis/figureRanges.ts';
import { needsValue } from '../../../shared/analysis/ownFigures.ts';
import type { Receipt } from '../../../shared/model/receiptTypes.ts';
import { formatBareAmount } from '../../../shared/text/format.ts';
import { useComparison } from '../../analysis/useComparison.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { useFigureRanges } from '../../analysis/useSimulation.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Parts } from './Parts.tsx';
import { ReceiptInputs } from './ReceiptInputs.tsx';
import { figureOfPart, receiptOf } from './receiptOf.ts';
import type { Opened } from './receiptStore.ts';
import css from './receipts.module.css';
import { endText, partName, unitText } from './receiptWords.ts';

/** A figure of one initiative: value, range, formula, parts and inputs. */
export function InitiativeReceipt({
  opened,
}: {
  readonly opened: Extract<Opened, { readonly kind: 'initiative' }>;
}) {
  const { initiativeId, figure, state, draws } = opened;
  const { t } = useTranslation('receipts');
  const { t: common } = useTranslation('common');
  const of = state?.records ?? null;
  const comparison = useComparison(initiativeId, of);
  const futures = useFigureRanges(initiativeId, of, draws);
  const shown = usePortfolio(({ records }) => records);
  const figures = useFigureWords();
  const receipt = useMemo(
    () => (comparison.status === 'ready' ? receiptOf(comparison, figure, futures.value) : null),
    [comparison, figure, futures.value],
  );
  const isChance = figure.startsWith('montecarlo.');
  if (comparison.status === 'ready' && !receipt && isChance && futures.status === 'running')
    return <p role="status">{t('range.pending')}</p>;
  if (comparison.status !== 'ready' || !receipt) return <p>{t('gone')}</p>;
  const isUnknown = needsValue(figure) && !comparison.basis.valueKnown;
  const horizon = comparison.parameters.horizon_months;
  const name = (of ?? shown)?.initiative[initiativeId]?.name ?? '';
  const opens = (part: Receipt['parts'][number]): Opened | null => {
    const own = figureOfPart(receipt, part);
    return own === null ? null : { ...opened, figure: own };
  };
  const text = (value: number): string => unitText(value, receipt.unit, figures);
  const partText = (value: number): string =>
    receipt.unit.startsWith('money') ? formatBareAmount(value, figures.language) : figures.number(value, 2);
  const end = (value: number): string => endText(value, receipt.unit, horizon, figures);
  const range = receipt.range;
  return (
    <>
      <p className={css.of}>{state ? t('ofState', { name, state: state.name }) : name}</p>
      <p className={css.value}>
        {isUnknown ? t('unknown') : receipt.value === null ? t('noValue') : text(receipt.value)}
        {receipt.mode && <span> {t('mode', { mode: common(`mode.${receipt.mode}`) })}</span>}
      </p>
      {!isUnknown && !isChance && (
        <p className={css.range}>
          {t('range', {
            range: range
              ? t('range.text', { p10: end(range.p10), p50: end(range.p50), p90: end(range.p90) })
              : futures.status === 'running'
                ? t('range.pending')
                : futures.status === 'failed'
                  ? t('range.failed', { message: futures.message })
                  : t(RANGED_FIGURES.includes(figure) ? 'range.unknown' : 'range.none'),
          })}
        </p>
      )}
      <Formula text={receipt.formula} />
      {!isUnknown && receipt.parts.length > 0 && (
        <Parts
          lines={receipt.parts.map((part) => ({
            name: partName(part),
            value: part.value,
            text: partText(part.value),
            opens: opens(part),
          }))}
          operation={receipt.operation}
          total={receipt.operation === 'sum' && receipt.value !== null ? text(receipt.value) : null}
          say={partText}
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
