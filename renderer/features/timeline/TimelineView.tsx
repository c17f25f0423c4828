import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { runCommand } from '../../commands/commandList.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { FilterChips } from '../initiatives/FilterChips.tsx';
import { useTable } from '../initiatives/tableStore.ts';
import { TimelinePicture } from './TimelinePicture.tsx';
import css from './timeline.module.css';
import { atWork } from './timelineRows.ts';
import { type TimelineModel, useTimelineModel } from './useTimelineModel.ts';

const QUARTER_DAYS = 91;

/** All initiatives on one time axis. */
export function TimelineView() {
  const records = usePortfolio((state) => state.records);
  return records ? <Timeline records={records} /> : null;
}

function Timeline({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('timeline');
  const writable = usePortfolio((state) => (state.file?.readOnly ?? null) === null);
  const model = useTimelineModel(records);
  const { title, subtitle } = useFinding(model);
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
        <h1>{title}</h1>
        <p role="status">{subtitle}</p>
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
        />
      )}
    </div>
  );
}

/** What the picture says, in a title and a line below it; about what is shown, not about what is filtered away. */
function useFinding({ items, data, reference, speech }: TimelineModel): {
  readonly title: string;
  readonly subtitle: string;
} {
  const { say, number, date } = speech;
  const { projects, products, soon } = atWork(items, reference, QUARTER_DAYS);
  const undated = items.filter(({ schedule }) => schedule.start === null && schedule.end === null).length;
  const violated = items.filter(({ id }) => data.violated.has(id)).length;
  const running = projects + products;
  const day = date(reference);
  const title =
    undated === items.length
      ? say('finding.undated')
      : running === 0
        ? say('finding.none', { date: day })
        : say('finding.running', { count: running, date: day });
  const parts = [
    running > 0 ? say('subtitle.modes', { projects: number(projects), products: number(products) }) : '',
    soon > 0 ? say('subtitle.soon', { count: soon }) : '',
    violated > 0 ? say('subtitle.violated', { count: violated }) : '',
    undated > 0 && undated < items.length ? say('subtitle.undated', { count: undated }) : '',
  ];
  return { title, subtitle: parts.filter((part) => part !== '').join(' ') };
}
