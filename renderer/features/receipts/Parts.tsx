import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownParts } from '../../../shared/analysis/shownParts.ts';
import type { ReceiptOperation } from '../../../shared/model/receiptTypes.ts';
import { openReceiptOf, type PartLine } from './receiptStore.ts';
import css from './receipts.module.css';

/** At most so many parts stand there before somebody asks for all. */
const LONG = 12;

const notes = {
  sum: 'parts.sumNote',
  ratio: 'parts.ratio',
  product: 'parts.product',
  max: 'parts.max',
  median: 'parts.median',
  mean: 'parts.mean',
  root: 'parts.root',
  given: null,
} as const satisfies Readonly<Record<ReceiptOperation, string | null>>;

/** The parts that make a figure; those that are figures themselves open to their own receipt. */
export function Parts({
  lines,
  operation,
  total,
  say,
}: {
  readonly lines: readonly PartLine[];
  readonly operation: ReceiptOperation;
  /** What the parts add up to, with its unit; null where they do not. */
  readonly total: string | null;
  /** An amount in the unit of the parts. */
  readonly say: (value: number) => string;
}) {
  const { t } = useTranslation('receipts');
  const [all, setAll] = useState(false);
  const { parts, rest } = shownParts(lines, operation, all ? Number.POSITIVE_INFINITY : LONG);
  const largest = Math.max(...parts.map((part) => Math.abs(part.value)), 1e-12);
  const note = notes[operation];
  return (
    <>
      <h3>{t('parts')}</h3>
      <table className={css.parts}>
        <tbody>
          {parts.map((part, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity of their own and never move
            <tr key={k}>
              <th scope="row">
                {part.opens ? (
                  <button type="button" className={css.link} onClick={() => openReceiptOf(part.opens!)}>
                    {part.name}
                  </button>
                ) : (
                  part.name
                )}
                {part.note && <small>{part.note}</small>}
              </th>
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
              <td className={css.number}>{part.text}</td>
            </tr>
          ))}
          {rest && (
            <tr>
              <th scope="row" colSpan={2}>
                {rest.value === null
                  ? t('parts.others', { count: rest.count })
                  : t('parts.more', { count: rest.count, value: say(rest.value) })}{' '}
                <button type="button" className={css.link} onClick={() => setAll(true)}>
                  {t('parts.showAll')}
                </button>
              </th>
              <td className={css.number}>{rest.value !== null && say(rest.value)}</td>
            </tr>
          )}
          {total !== null && (
            <tr className={css.sum}>
              <th scope="row" colSpan={2}>
                {t('parts.sum')}
              </th>
              <td className={css.number}>{total}</td>
            </tr>
          )}
        </tbody>
      </table>
      {note && <p className={css.note}>{t(note)}</p>}
    </>
  );
}
