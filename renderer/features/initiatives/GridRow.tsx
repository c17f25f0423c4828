// biome-ignore-all lint/a11y/useSemanticElements: lines that only exist while in view cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard goes to cells, not to lines
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/text/area.ts';
import { formatMoneyShort } from '../../../shared/text/format.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { fullText, shownText } from './cellValues.ts';
import { type Column, type Figures, isNumeric } from './columns.ts';
import css from './Grid.module.css';
import type { KnownSum, RowGroup } from './groupRows.ts';
import type { InitiativeRow } from './rows.ts';

export interface GridRowProps {
  readonly row: InitiativeRow;
  readonly itemKey: string;
  /** Among all lines of the grid, 1 for the header. */
  readonly ariaRow: number;
  readonly top: number;
  readonly columns: readonly Column[];
  readonly currency: string;
  readonly language: Language;
  readonly figureStatus: Figures['status'];
  readonly wasteShare: number | null;
  readonly timeToFirstValueMonths: number | null;
  readonly ticked: boolean;
  readonly selected: boolean;
  readonly readOnly: boolean;
  /** The cursor's column in this row, or -1. */
  readonly cursor: number;
  /** The open editor of the cursor's cell. */
  readonly editor: React.ReactNode;
}

/** One initiative's line. Draws again only when something that it shows changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, itemKey, ariaRow, top, columns, ticked, selected, cursor, editor } = props;
  const { t } = useTranslation('initiatives');
  return (
    <div
      role="row"
      aria-rowindex={ariaRow}
      aria-selected={selected}
      className={css.row}
      data-key={itemKey}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        tabIndex={cursor === 0 ? 0 : -1}
        className={css.tick}
        data-column={0}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          readOnly
          aria-label={t('tickRow', { name: row.initiative.name })}
        />
      </div>
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={index + 2}
          aria-readonly={props.readOnly || !column.field ? true : undefined}
          tabIndex={cursor === index + 1 ? 0 : -1}
          className={css.cell}
          data-column={index + 1}
          data-numeric={isNumeric(column) || undefined}
          data-name={column.id === 'name' || undefined}
          data-first={index === 0 || undefined}
        >
          {cursor === index + 1 && editor ? editor : <Cell {...props} column={column} />}
        </div>
      ))}
    </div>
  );
});

function Cell({
  column,
  row,
  currency,
  language,
  figureStatus,
  wasteShare,
  timeToFirstValueMonths,
}: GridRowProps & { readonly column: Column }) {
  const { t } = useTranslation(['initiatives', 'common']);
  if (column.kind === 'mode') return <ModeMark mode={row.initiative.mode} />;
  if (column.kind === 'stage') {
    const { stage } = row.initiative;
    return stage === null ? (
      <Unknown />
    ) : (
      <span className={css.text}>{t(`stage.${stage}`, { ns: 'common' })}</span>
    );
  }
  const figures = { status: figureStatus, wasteShare, timeToFirstValueMonths };
  const text = shownText(column, row, figures, currency, language);
  if (text === null) {
    if (column.kind === 'share' || column.kind === 'months') {
      if (figureStatus === 'pending')
        return (
          <span className={css.unknown} role="img" aria-label={t('pending')}>
            …
          </span>
        );
      return <Unknown label={t('notComputable')} />;
    }
    return <Unknown />;
  }
  return (
    <span className={css.text} title={fullText(column, row, currency, language) ?? undefined}>
      {text}
    </span>
  );
}

/** A quiet dash that says "unknown" to a screen reader. */
function Unknown({ label }: { readonly label?: string }) {
  const { t } = useTranslation('common');
  const said = label ?? t('unknown');
  return (
    <span className={css.unknown} role="img" aria-label={said} title={label}>
      –
    </span>
  );
}

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
