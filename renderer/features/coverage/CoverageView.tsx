import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { matrixData } from '../../analysis/matrixData.ts';
import { useCoverage } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { enterField } from '../flow/enterField.ts';
import css from './coverage.module.css';
import { coverageFinding, coverageSubtitle } from './coverageTitle.ts';
import { FindingsList } from './FindingsList.tsx';
import { MatrixPicture } from './MatrixPicture.tsx';

/** Where the portfolio has gaps and overlaps: as a matrix and as a ranked list. */
export function CoverageView() {
  const { t } = useTranslation('coverage');
  const figures = useFigureWords();
  const records = usePortfolio((state) => state.records);
  const { status, value, message } = useCoverage();
  const tab = useView((state) => state.coverageView);
  const setView = useView((state) => state.set);
  const go = useView((state) => state.go);
  const data = useMemo(() => (records && value ? matrixData(records, value) : null), [records, value]);
  if (!records) return null;
  const firstInitiative = Object.keys(records.initiative)[0];
  if (Object.keys(records.capability).length === 0) {
    return (
      <EmptyState title={t('empty.capabilities.title')} text={t('empty.capabilities.text')}>
        <Button
          look="primary"
          onPress={() =>
            firstInitiative === undefined
              ? go('initiatives')
              : enterField(firstInitiative, 'initiative.capabilities')
          }
        >
          {t('empty.capabilities.button')}
        </Button>
      </EmptyState>
    );
  }
  if (firstInitiative === undefined) {
    return (
      <EmptyState title={t('empty.initiatives.title')} text={t('empty.initiatives.text')}>
        <Button look="primary" onPress={() => go('initiatives')}>
          {t('empty.initiatives.button')}
        </Button>
      </EmptyState>
    );
  }
  if (status === 'failed') {
    return (
      <p role="alert" className={css.gone}>
        {t('failed', { message: message ?? '' })}
      </p>
    );
  }
  if (!value || !data) {
    return (
      <p role="status" className={css.gone}>
        {t('computing')}
      </p>
    );
  }
  const { analysis } = value;
  const title = coverageFinding(data, analysis.totals.redundant_money, { say: t, figures });
  const subtitle = coverageSubtitle(data, analysis.unknown_money.length, t);
  return (
    <div className={css.view}>
      <header className={css.head}>
        <div className={css.titles}>
          <h1>{title}</h1>
          <p>
            {subtitle} {status === 'updating' && <span role="status">{t('updating')}</span>}
          </p>
        </div>
        <Segmented
          label={t('tab.label')}
          value={tab}
          choices={[
            { id: 'matrix' as const, text: t('tab.matrix') },
            { id: 'findings' as const, text: t('tab.findings'), count: analysis.findings.length },
          ]}
          onChange={(coverageView) => setView({ coverageView })}
        />
      </header>
      {tab === 'matrix' ? (
        <MatrixPicture records={records} coverage={value} title={title} subtitle={subtitle} />
      ) : (
        <FindingsList records={records} coverage={value} />
      )}
    </div>
  );
}
