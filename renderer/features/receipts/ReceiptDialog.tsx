import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeReason, ParameterStrength } from '../../../shared/model/parameterTable.ts';
import { PARAMETERS } from '../../../shared/model/parameterTable.ts';
import type { Receipt, ReceiptInput } from '../../../shared/model/receiptTypes.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { useComparison } from '../../analysis/useComparison.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { useSimulation } from '../../analysis/useSimulation.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { focusParameter } from '../parameters/parametersFocus.ts';
import { inputValue } from './parameterWords.ts';
import { receiptOf } from './receiptOf.ts';
import { closeReceipt, useReceipt } from './receiptStore.ts';
import css from './receipts.module.css';
import { figureName, inputName, partName, shownParts, unitText } from './receiptWords.ts';

const LONG = 12;
const parameterIds = new Set<string>(PARAMETERS.map(({ id }) => id));

/** The open receipt, if any: mount it once beside the views. */
export function ReceiptDialog() {
  const open = useReceipt((state) => state.open);
  return open === null ? null : (
    <OpenReceipt key={open.figure} initiativeId={open.initiativeId} figure={open.figure} />
  );
}

function OpenReceipt({ initiativeId, figure }: { readonly initiativeId: string; readonly figure: string }) {
  const { t } = useTranslation('receipts');
  const { t: common } = useTranslation('common');
  const comparison = useComparison(initiativeId);
  const simulation = useSimulation(initiativeId);
  const figures = useFigureWords();
  const receipt = useMemo(
    () =>
      comparison.status === 'ready' ? receiptOf(comparison, figure, simulation.value?.result ?? null) : null,
    [comparison, figure, simulation.value],
  );
  if (!receipt) return null;
  const valueKnown = comparison.status === 'ready' && comparison.basis.valueKnown;
  const needsValue = /\.(value|net|npv|break_even_month|peak_exposure)$/.test(figure);
  return (
    <Dialog title={figureName(figure)} width="wide" onClose={closeReceipt}>
      <div className={css.receipt}>
        <p className={css.value}>
          {receipt.value === null
            ? t('noValue')
            : needsValue && !valueKnown
              ? t('unknown')
              : unitText(receipt.value, receipt.unit, figures)}
          {receipt.mode && <span> {t('mode', { mode: common(`mode.${receipt.mode}`) })}</span>}
        </p>
        <p className={css.range}>
          {t('range')}:{' '}
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
        <h3>{t('formula')}</h3>
        <p className={css.formula}>
          <code>{receipt.formula}</code>
          <span>{t('formula.note')}</span>
        </p>
        {receipt.parts.length > 0 && <Parts receipt={receipt} />}
        {receipt.inputs.length > 0 && <Inputs receipt={receipt} />}
      </div>
    </Dialog>
  );
}

function Parts({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation('receipts');
  const figures = useFigureWords();
  const [all, setAll] = useState(false);
  const { parts, rest } = shownParts(receipt, all ? Number.POSITIVE_INFINITY : LONG);
  const largest = Math.max(...parts.map((part) => Math.abs(part.value)), 1e-12);
  const note = {
    sum: 'parts.sumNote',
    ratio: 'parts.ratio',
    product: 'parts.product',
    max: 'parts.max',
    root: 'parts.root',
    given: null,
  } as const;
  const noteKey = note[receipt.operation];
  return (
    <>
      <h3>{t('parts')}</h3>
      <table className={css.parts}>
        <tbody>
          {parts.map((part, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity of their own and never move
            <tr key={k}>
              <th scope="row">{partName(part)}</th>
              <td className={css.bar} aria-hidden="true">
                <svg
                  width="100%"
                  height="8"
                  preserveAspectRatio="none"
                  viewBox="0 0 100 8"
                  aria-hidden="true"
                >
                  <rect
                    width={(100 * Math.abs(part.value)) / largest}
                    height="8"
                    fill={part.value < 0 ? 'var(--gap)' : 'var(--supply)'}
                  />
                </svg>
              </td>
              <td className={css.number}>{figures.number(part.value, 2)}</td>
            </tr>
          ))}
          {rest && (
            <tr>
              <th scope="row" colSpan={2}>
                {t('parts.more', { count: rest.count, value: figures.number(rest.value, 2) })}{' '}
                <button type="button" className={css.link} onClick={() => setAll(true)}>
                  {t('parts.showAll')}
                </button>
              </th>
              <td className={css.number}>{figures.number(rest.value, 2)}</td>
            </tr>
          )}
          {receipt.operation === 'sum' && receipt.value !== null && (
            <tr className={css.sum}>
              <th scope="row" colSpan={2}>
                {t('parts.sum')}
              </th>
              <td className={css.number}>{unitText(receipt.value, receipt.unit, figures)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {noteKey && <p className={css.note}>{t(noteKey)}</p>}
    </>
  );
}

function Inputs({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation('receipts');
  const { t: words } = useTranslation('parameters');
  const figures = useFigureWords();
  const currency = useCurrency();
  const go = useView((state) => state.go);
  const source = (input: ReceiptInput): string => {
    const said = words(`source.${input.source}`);
    if (input.set_at === undefined) return said;
    const when = formatInstant(input.set_at, figures.language) ?? '';
    const who = input.set_by ? words('setBy', { who: input.set_by, when }) : words('setNobody', { when });
    return `${said}, ${who}`;
  };
  return (
    <>
      <h3>{t('inputs')}</h3>
      <table className={css.inputs}>
        <thead>
          <tr>
            <th scope="col">{t('input')}</th>
            <th scope="col" className={css.number}>
              {t('value')}
            </th>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {receipt.inputs.map((input) => (
            <tr key={input.id}>
              <th scope="row">
                {parameterIds.has(input.id) ? (
                  <button
                    type="button"
                    className={css.link}
                    onClick={() => {
                      closeReceipt();
                      go('parameters');
                      focusParameter(input.id);
                    }}
                  >
                    {inputName(input.id)}
                  </button>
                ) : (
                  inputName(input.id)
                )}
              </th>
              <td className={css.number}>
                {inputValue(input, figures, currency)}
                {input.range && (
                  <small>
                    {words('range', {
                      low: inputValue({ value: input.range[0], unit: input.unit }, figures, currency),
                      high: inputValue({ value: input.range[1], unit: input.unit }, figures, currency),
                    })}
                  </small>
                )}
              </td>
              <td>{source(input)}</td>
              <td>
                {input.evidence === null
                  ? t('evidence.none')
                  : words(`strength.${input.evidence satisfies ParameterStrength}`)}
                {input.evidence_ids.length > 0 && ` (${input.evidence_ids.join(', ')})`}
                {input.disputed && (
                  <span className={css.disputed}>
                    <strong>{words('disputed')}</strong> {words(`dispute.${input.disputed as DisputeReason}`)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.foot}>
        <Button
          onPress={() => {
            closeReceipt();
            go('parameters');
          }}
        >
          {t('change')}
        </Button>
      </div>
    </>
  );
}
