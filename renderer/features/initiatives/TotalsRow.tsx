// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the sums are read, never entered
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatMoneyShort, formatNumber } from '../../../shared/text/format.ts';
import type { Column } from './columns.ts';
import css from './Grid.module.css';
import type { GridWords } from './gridWords.ts';
import { sumKnown } from './groupRows.ts';
import type { InitiativeRow } from './rows.ts';

export interface TotalsRowProps {
  readonly rows: readonly InitiativeRow[];
  /** The marked columns while cells are marked: the sums are then theirs. */
  readonly marked: readonly Column[] | null;
  readonly columns: readonly Column[];
  readonly ariaRow: number;
  readonly words: GridWords;
}

/** The sums at the lower edge, of everything shown or of what is marked: what is known, and of how many. */
export const TotalsRow = memo(function TotalsRow({ rows, marked, columns, ariaRow, words }: TotalsRowProps) {
  const { t } = useTranslation('initiatives');
  const { language, currency } = words;
  const sums = useMemo(() => ({ budget: sumKnown(rows, 'budget'), spent: sumKnown(rows, 'spent') }), [rows]);
  const count = rows.length * (marked?.length ?? 1);
  return (
    <div role="row" aria-rowindex={ariaRow} className={css.totals}>
      <div role="gridcell" aria-colindex={1} className={css.totalTick} />
      {columns.map((column, index) => {
        const isSum = column.id === 'budget' || column.id === 'spent';
        const sum = isSum && (marked === null || marked.includes(column)) ? sums[column.id] : null;
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={index + 2}
            className={css.total}
            data-first={index === 0 || undefined}
          >
            {index === 0 && (
              <span className={css.text}>
                {marked ? t('totals.marked', { count }) : t('totals.all', { count })}
              </span>
            )}
            {sum && (
              <>
                <span title={sum.known > 0 ? formatMoney(sum.sum, currency, language) : undefined}>
                  {sum.known > 0 ? formatMoneyShort(sum.sum, currency, language) : t('totals.none')}
                </span>
                <Known known={sum.known} total={rows.length} language={language} />
              </>
            )}
          </div>
        );
      })}
    </div>
  );
});

function Known({
  known,
  total,
  language,
}: {
  readonly known: number;
  readonly total: number;
  readonly language: GridWords['language'];
}) {
  const { t } = useTranslation('initiatives');
  const text = t('totals.known', {
    known: formatNumber(known, language),
    total: formatNumber(total, language),
  });
  return <small title={text}>{text}</small>;
}
