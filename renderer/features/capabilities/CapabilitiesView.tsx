import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { useCoverage } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../inspector/useWords.ts';
import { CapabilityTree } from './CapabilityTree.tsx';
import css from './capabilities.module.css';
import { EmptyTree } from './EmptyTree.tsx';
import { LinksPanel } from './LinksPanel.tsx';
import { TreeDialogs } from './TreeDialogs.tsx';
import { TreeManyBar } from './TreeManyBar.tsx';
import { TreeToolbar } from './TreeToolbar.tsx';
import { type TreeFigures, treeFigures } from './treeFigures.ts';
import { treeRows } from './treeRows.ts';
import { linksShown, useTree } from './treeStore.ts';
import { useTreeCommands } from './useTreeCommands.ts';

/** The capability tree, and the initiatives to link to it. */
export function CapabilitiesView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Capabilities records={records} /> : null;
}

function Capabilities({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('capabilities');
  const readOnly = usePlanReadOnly();
  const collapsed = useTree((state) => state.collapsed);
  const search = useDeferredValue(useTree((state) => state.search));
  const filter = useTree((state) => state.filter);
  const linksOpen = linksShown(useTree((state) => state.linksOpen));
  const said = useTree((state) => state.said);
  const draft = useTree((state) => state.draft);
  const retiredShown = useTree((state) => state.retiredShown);
  const { value } = useCoverage();
  const figures = useMemo(() => treeFigures(records, value?.analysis ?? null), [records, value]);
  const { rows, found } = useMemo(() => {
    const fits = {
      all: () => true,
      unserved: ({ id }: { id: string }) => figures.unserved.has(id),
      unrated: ({ importance }: { importance: number | null }) => importance === null,
      noOwner: ({ ownerTeamId }: { ownerTeamId: string | null }) => ownerTeamId === null,
    };
    return treeRows(records, collapsed, search, fits[filter], filter, retiredShown);
  }, [records, collapsed, search, filter, figures, retiredShown]);
  useTreeCommands();
  const isAny = Object.keys(records.capability).length > 0;
  const total = retiredShown ? Object.keys(records.capability).length : inUse(records.capability).length;
  return (
    <div className={css.view}>
      <header className={css.header}>
        <div className={css.titles}>
          <h1>{t('title')}</h1>
          {isAny && <Summary found={found} total={total} figures={figures} />}
        </div>
        {(isAny || draft) && <TreeToolbar records={records} readOnly={readOnly} />}
      </header>
      {!isAny && !draft ? (
        <EmptyTree readOnly={readOnly} />
      ) : (
        <div className={css.middle}>
          <div className={css.tree}>
            {rows.length === 0 && isAny && !draft && (search !== '' || filter !== 'all') ? (
              <div className={css.none}>
                <p>{t('filter.none')}</p>
                <Button onPress={() => useTree.getState().set({ search: '', filter: 'all' })}>
                  {t('filter.clear')}
                </Button>
              </div>
            ) : (
              <CapabilityTree records={records} rows={rows} figures={figures} readOnly={readOnly} />
            )}
          </div>
          {linksOpen && <LinksPanel records={records} readOnly={readOnly} />}
        </div>
      )}
      <TreeManyBar records={records} readOnly={readOnly} />
      <p className={css.said} role="status">
        {said && String(t(said.key as 'said.deleted', said.params as { count: number }))}
      </p>
      <TreeDialogs records={records} />
    </div>
  );
}

interface SummaryProps {
  readonly found: number;
  readonly total: number;
  readonly figures: TreeFigures;
}

function Summary({ found, total, figures }: SummaryProps) {
  const { t } = useTranslation('capabilities');
  const words = useWords();
  const figureWords = useFigureWords();
  const { sum, known } = figures.all.neededAll;
  const supply = figures.all.supplyAll;
  const parts = [
    found < total
      ? t('summary.found', {
          count: total,
          shown: formatNumber(found, words.language),
          total: formatNumber(total, words.language),
        })
      : t('summary.count', { count: total }),
    known === 0
      ? t('summary.neededNone')
      : t('summary.needed', { money: words.moneyShort(sum), count: known }),
    ...(supply === null ? [] : [t('summary.supply', { money: figureWords.moneyShort(supply) })]),
    ...(figures.unserved.size > 0 ? [t('summary.unserved', { count: figures.unserved.size })] : []),
  ];
  return <p className={css.summary}>{parts.join(' · ')}</p>;
}
