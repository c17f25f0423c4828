import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { useInitiativeFigures } from '../../analysis/useInitiativeFigures.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { StageContext } from '../../charts/frame/stage.ts';
import { runCommand } from '../../commands/commandList.ts';
import { usePlanReadOnly, usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import type { ColumnId, FiguresOf } from '../initiatives/columns.ts';
import { FilterChips } from '../initiatives/FilterChips.tsx';
import { useTable } from '../initiatives/tableStore.ts';
import { TimelineOnStage } from './TimelineOnStage.tsx';
import { TimelinePicture } from './TimelinePicture.tsx';
import css from './timeline.module.css';
import { timelineFinding } from './timelineFinding.ts';
import { useTimelineModel } from './useTimelineModel.ts';

const noFigures: FiguresOf = () => ({ status: 'pending', wasteShare: null, timeToFirstValueMonths: null });
const modelled: readonly ColumnId[] = ['wasteShare', 'timeToFirstValue'];

/** All initiatives on one time axis. */
export function TimelineView() {
  const records = usePortfolio((state) => state.records);
  const usesFigures = useTable((state) => modelled.some((id) => state.filters[id] !== undefined));
  if (!records) return null;
  return usesFigures ? (
    <FilteredByFigures records={records} />
  ) : (
    <Timeline records={records} figuresOf={noFigures} />
  );
}

/** Figures are computed for ten thousand initiatives only where a filter of the table asks for them. */
function FilteredByFigures({ records }: { readonly records: PortfolioRecords }) {
  return <Timeline records={records} figuresOf={useInitiativeFigures()} />;
}

function Timeline({
  records,
  figuresOf,
}: {
  readonly records: PortfolioRecords;
  readonly figuresOf: FiguresOf;
}) {
  const { t } = useTranslation('timeline');
  const writable = !usePlanReadOnly();
  const model = useTimelineModel(records, figuresOf);
  const { title, subtitle } = timelineFinding(model);
  const stage = useContext(StageContext);
  const [corner, setCorner] = useState<HTMLElement | null>(null);
  if (stage && model.items.length > 0)
    return <TimelineOnStage model={model} title={title} subtitle={subtitle} />;
  if (model.total === 0) {
    return (
      <EmptyState title={t('empty.title')} text={t('empty.text')}>
        {writable && (
          <Button look="primary" onPress={() => runCommand('initiative.new')}>
            {t('empty.button')}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <div className={css.view}>
      <header className={css.header}>
        <div>
          <h1>{title}</h1>
          <p role="status">{subtitle}</p>
        </div>
        {/* The picture puts its table and its export here. */}
        <span ref={setCorner} className={css.exports} />
      </header>
      <FilterChips />
      {model.items.length === 0 ? (
        <div className={css.none}>
          <p>{t('none.text')}</p>
          <Button onPress={() => useTable.getState().clearFilters()}>{t('none.button')}</Button>
        </div>
      ) : (
        <TimelinePicture
          records={records}
          model={model}
          title={title}
          subtitle={subtitle}
          writable={writable}
          corner={corner}
        />
      )}
    </div>
  );
}
