import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMoneyShort, formatMonths, formatPercent } from '../../../shared/text/format.ts';
import { joinWords } from '../../../shared/text/join.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { type ColumnId, columnOf } from './columns.ts';
import css from './FilterChips.module.css';
import type { Filter } from './filterRows.ts';
import type { RowChoice, RowKind } from './rowChoice.ts';
import { useTable } from './tableStore.ts';

/** What is filtered, in words; each can be taken away. Retired initiatives out of sight are said too. */
export function FilterChips({ retiredHidden = 0 }: { readonly retiredHidden?: number }) {
  const { t } = useTranslation('initiatives');
  const filters = useTable((state) => state.filters);
  const say = useSayFilter();
  const retired = useTable((state) => state.retired);
  const overhead = useTable((state) => state.overhead);
  const { filter, clearFilters, showRows } = useTable.getState();
  const entries = Object.entries(filters) as [ColumnId, Filter][];
  const rowChips = [
    ...(retired === 'hidden'
      ? []
      : [{ kind: 'retired', text: t(`chip.retired.${retired}`), usual: 'hidden' }]),
    ...(overhead === 'shown'
      ? []
      : [{ kind: 'overhead', text: t(`chip.overhead.${overhead}`), usual: 'shown' }]),
  ] as readonly { readonly kind: RowKind; readonly text: string; readonly usual: RowChoice }[];
  if (entries.length === 0 && rowChips.length === 0 && retiredHidden === 0) return null;
  return (
    <ul className={css.chips} aria-label={t('filters')}>
      {entries.map(([id, each]) => (
        <li key={id} className={css.chip}>
          {say(id, each)}
          <button
            type="button"
            aria-label={t('filters.remove', { column: t(columnOf(id).label) })}
            onClick={() => filter(id, null)}
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      {rowChips.map(({ kind, text, usual }) => (
        <li key={kind} className={css.chip}>
          {text}
          <button
            type="button"
            aria-label={t('chip.removeRows', { what: text })}
            onClick={() => showRows(kind, usual)}
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      {entries.length > 0 && (
        <li>
          <Button look="quiet" onPress={clearFilters}>
            {t('filters.clear')}
          </Button>
        </li>
      )}
      {retiredHidden > 0 && (
        <li className={css.hidden}>
          {t('retiredHidden', { count: retiredHidden })}
          <Button look="quiet" onPress={() => showRows('retired', 'shown')}>
            {t('retiredHidden.show')}
          </Button>
        </li>
      )}
    </ul>
  );
}

function useSayFilter(): (id: ColumnId, filter: Filter) => string {
  const { t } = useTranslation(['initiatives', 'common']);
  const language = usePreferences((state) => state.language);
  const currency = usePortfolio((state) => state.records?.portfolio.portfolio?.currency ?? 'USD');
  const bound = (id: ColumnId, value: number): string => {
    const { kind } = columnOf(id);
    const said =
      kind === 'date'
        ? formatDate(new Date(value * 86_400_000).toISOString().slice(0, 10), language)
        : kind === 'money'
          ? formatMoneyShort(value, currency, language)
          : kind === 'share'
            ? formatPercent(value, language, 1)
            : formatMonths(value, language);
    return said ?? '';
  };
  const word = (id: ColumnId, value: string | null): string => {
    if (value === null) return t('unknown', { ns: 'common' });
    return String(t(`${id === 'mode' ? 'mode' : 'stage'}.${value}` as 'stage.idea', { ns: 'common' }));
  };
  return (id, filter) => {
    const column = t(columnOf(id).label);
    switch (filter.kind) {
      case 'contains':
        return t('filter.contains', { column, text: filter.text });
      case 'unknown':
        return t('filter.unknown', { column });
      case 'choice':
        return t('filter.choice', {
          column,
          values: joinWords(
            filter.values.map((each) => word(id, each)),
            language,
          ),
        });
      case 'range':
        if (filter.from !== null && filter.to !== null)
          return t('filter.between', { column, from: bound(id, filter.from), to: bound(id, filter.to) });
        if (filter.from !== null) return t('filter.from', { column, from: bound(id, filter.from) });
        return t('filter.to', { column, to: bound(id, filter.to ?? 0) });
    }
  };
}
