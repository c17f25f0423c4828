import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { formatMoneyShort, formatNumber } from '../../../shared/text/format.ts';
import { useInitiativeFigures } from '../../analysis/useInitiativeFigures.ts';
import { runCommand } from '../../commands/commandList.ts';
import { usePlanReadOnly, usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { BulkBar } from './BulkBar.tsx';
import { FilterChips } from './FilterChips.tsx';
import { firstColumnsOf } from './firstColumns.ts';
import { Grid } from './Grid.tsx';
import css from './InitiativesView.module.css';
import { RefusedDialog } from './RefusedDialog.tsx';
import { isDefault, pickView, tableViews } from './savedViews.ts';
import { Toolbar } from './Toolbar.tsx';
import { useTable } from './tableStore.ts';
import { useGridItems } from './useGridItems.ts';
import { ViewsMenu } from './ViewsMenu.tsx';

/** All initiatives in one table. */
export function InitiativesView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Table records={records} /> : null;
}

function Table({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('initiatives');
  const language = usePreferences((state) => state.language);
  const readOnly = usePlanReadOnly();
  // Views lie beside the plan: they can be kept while a snapshot of it is looked at.
  const isFileReadOnly = useReadOnly();
  const figuresOf = useInitiativeFigures();
  const { items, shown, total, retiredHidden, budget } = useGridItems(records, figuresOf);
  useFirstView(records);
  const currency = records.portfolio.portfolio?.currency ?? 'USD';
  const money = formatMoneyShort(budget.sum, currency, language);
  const summary =
    shown.length < total
      ? t('summaryFiltered', {
          count: total,
          shown: formatNumber(shown.length, language),
          total: formatNumber(total, language),
          budget: money,
          known: formatNumber(budget.known, language),
        })
      : budget.known === 0
        ? t('summaryNoBudget', { count: total })
        : t('summary', { count: total, budget: money, known: budget.known });
  return (
    <div className={css.view}>
      <header className={css.header}>
        <div>
          <div className={css.title}>
            <h1>{t('title')}</h1>
            <ViewsMenu records={records} readOnly={isFileReadOnly} />
          </div>
          <p className={css.summary} role="status">
            {total > 0 && summary}
          </p>
        </div>
        <Toolbar />
      </header>
      <FilterChips retiredHidden={retiredHidden} />
      {total === 0 && retiredHidden === 0 ? (
        <Empty readOnly={readOnly} />
      ) : shown.length === 0 ? (
        <div className={css.none}>
          <p>{t('noMatch')}</p>
          <Button onPress={() => useTable.getState().clearFilters()}>{t('noMatch.clear')}</Button>
        </div>
      ) : null}
      {(shown.length > 0 || total === 0) && (
        <Grid items={items} shown={shown} figuresOf={figuresOf} readOnly={readOnly} />
      )}
      <BulkBar readOnly={readOnly} />
      <RefusedDialog />
    </div>
  );
}

/**
 * Where nobody arranged the table on this computer yet, opens it with the portfolio's own first view, else with the
 * columns that hold something. In a list that is being typed they stay as they are, so that no column goes away under
 * the hands; an import into an empty one chooses them.
 */
function useFirstView(records: PortfolioRecords): void {
  const start = useTable((state) => state.start);
  // Before the table is seen: no column stands there for a moment only.
  useLayoutEffect(() => {
    if (start === 'settled') return;
    const { setColumns, columns } = useTable.getState();
    const first = tableViews(records).find(isDefault);
    if (first) pickView(first);
    else if (isEmpty(records.initiative)) useTable.setState({ start: 'empty' });
    else setColumns(start === 'empty' && isEmpty(records.importReport) ? columns : firstColumnsOf(records));
  }, [start, records]);
}

const isEmpty = (table: object): boolean => Object.keys(table).length === 0;

function Empty({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation('initiatives');
  return (
    <div className={css.empty}>
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.sentence')}</p>
      {!readOnly && (
        <div className={css.emptyButtons}>
          <Button look="primary" onPress={() => runCommand('portfolio.import')}>
            {t('empty.import')}
          </Button>
          <Button onPress={() => runCommand('initiative.new')}>{t('empty.new')}</Button>
        </div>
      )}
    </div>
  );
}
