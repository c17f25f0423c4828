// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes to cells, not to lines
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/text/area.ts';
import { formatMoneyShort } from '../../../shared/text/format.ts';
import css from './Grid.module.css';
import type { KnownSum, RowGroup } from './groupRows.ts';

export interface GroupRowProps {
  readonly group: RowGroup;
  readonly title: React.ReactNode;
  readonly plainTitle: string;
  readonly ariaRow: number;
  readonly top: number;
  readonly span: number;
  readonly currency: string;
  readonly language: Language;
  readonly atCursor: boolean;
  readonly onToggle: () => void;
}

/** The heading of a group: what it is, how many, and the sums of what is known. */
export const GroupRow = memo(function GroupRow({
  group,
  title,
  plainTitle,
  ariaRow,
  top,
  span,
  currency,
  language,
  atCursor,
  onToggle,
}: GroupRowProps) {
  const { t } = useTranslation('initiatives');
  const sum = ({ sum, known }: KnownSum): string =>
    known === 0
      ? t('group.noneKnown')
      : t('group.sum', { sum: formatMoneyShort(sum, currency, language), known, count: group.count });
  return (
    <div
      role="row"
      aria-rowindex={ariaRow}
      className={css.group}
      data-key={group.key}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={span} className={css.groupCell}>
        <button
          type="button"
          tabIndex={atCursor ? 0 : -1}
          data-column={0}
          aria-expanded={!group.collapsed}
          aria-label={t('group.expand', { name: plainTitle })}
          className={css.groupButton}
          onClick={onToggle}
        >
          <span className={css.chevron} data-open={!group.collapsed} aria-hidden>
            ›
          </span>
          {title}
        </button>
        <span className={css.groupCount}>{t('group.count', { count: group.count })}</span>
        <span className={css.groupSum}>
          {t('column.budget')} {sum(group.budget)}
        </span>
        <span className={css.groupSum}>
          {t('column.spent')} {sum(group.spent)}
        </span>
      </div>
    </div>
  );
});
