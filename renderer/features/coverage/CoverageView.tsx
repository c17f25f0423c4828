import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { activeCapabilities } from '../../../shared/analysis/coverageElements.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { matrixData } from '../../analysis/matrixData.ts';
import { useCoverageAtOnce } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { naming } from '../../charts/frame/naming.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { useCoverageLook } from '../../state/coverageStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { PictureHead } from '../../ui/PictureHead.tsx';
import { NoInitiatives } from '../initiatives/NoInitiatives.tsx';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import { ComparingShare } from './ComparingShare.tsx';
import css from './coverage.module.css';
import {
  coverageFinding,
  coverageSubtitle,
  glanceFinding,
  quarterFinding,
  quarterSubtitle,
} from './coverageTitle.ts';
import { FindingsList } from './FindingsList.tsx';
import { MapPicture } from './MapPicture.tsx';
import { MatrixPicture } from './MatrixPicture.tsx';
import { TimeSlider } from './TimeSlider.tsx';
import { coverageFigures, quarterFigures } from './titleFigures.ts';
import { useQuarters } from './useQuarters.ts';

/** Where the portfolio has gaps and overlaps: as a matrix and as a ranked list. */
export function CoverageView() {
  const { t } = useTranslation('coverage');
  const records = usePortfolio((state) => state.records);
  const { status, value, message } = useCoverageAtOnce();
  const lead = useView((state) => state.lead);
  if (!records) return null;
  const firstInitiative = Object.keys(records.initiative)[0];
  if (activeCapabilities(records).length === 0) {
    return (
      <EmptyState title={t('empty.capabilities.title')} text={t('empty.capabilities.text')}>
        <Button look="primary" onPress={() => lead('capabilities')}>
          {t('empty.capabilities.button')}
        </Button>
      </EmptyState>
    );
  }
  if (firstInitiative === undefined) {
    return (
      <NoInitiatives
        title={t('empty.initiatives.title')}
        text={t('empty.initiatives.text')}
        button={t('empty.initiatives.button')}
      />
    );
  }
  if (status === 'failed') {
    return (
      <p role="alert" className={css.gone}>
        {t('failed', { message: message ?? '' })}
      </p>
    );
  }
  if (!value) {
    return (
      <p className={css.gone}>
        <span role="status">{t('computing')}</span> <ComparingShare />
      </p>
    );
  }
  return <Shown records={records} coverage={value} updating={status === 'updating'} />;
}

function Shown({
  records,
  coverage,
  updating,
}: {
  readonly records: PortfolioRecords;
  readonly coverage: PortfolioCoverage;
  readonly updating: boolean;
}) {
  const { t } = useTranslation('coverage');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const tab = useView((state) => state.coverageView);
  const setView = useView((state) => state.set);
  const order = useCoverageLook((state) => state.order);
  const base = useMemo(() => matrixData(records, coverage), [records, coverage]);
  const quarter = useQuarters(records, coverage, base.rows);
  const { analysis, modelled, compared } = coverage;
  const at = tab === 'findings' ? null : (quarter?.at ?? null);
  const words = { say: naming(t), figures };
  const needKnown = base.rows.some((row) => row.need !== null);
  const title =
    quarter && at !== null
      ? quarterFinding(quarter, at, records, base.cells, needKnown, words)
      : modelled
        ? coverageFinding(base, compared ? analysis.totals.redundant_money : null, words)
        : glanceFinding(base, analysis.unknown_money.length, words);
  const subtitle =
    quarter && at !== null
      ? quarterSubtitle(quarter, at, words)
      : coverageSubtitle(
          base,
          modelled ? analysis.unknown_money.length : 0,
          words.say,
          tab === 'map' ? 'map' : order,
        );
  const figureWords = { say: t, figures, records, receipts };
  const written =
    quarter && at !== null
      ? quarterFigures(coverage, quarter, at, base.rows, figureWords)
      : coverageFigures(coverage, base.rows, figureWords);
  const draw = drawFigures(written);
  return (
    <div className={css.view}>
      <PictureHead
        title={<FigureText text={title} figures={written} />}
        subtitle={
          <>
            <FigureText text={subtitle} figures={written} />{' '}
            {updating && <span role="status">{t('updating')}</span>}
            {!compared && <span role="status">{t(modelled ? 'comparing.line' : 'glance.line')}</span>}{' '}
            <ComparingShare />
          </>
        }
      >
        <Segmented
          label={t('tab.label')}
          value={tab}
          choices={[
            { id: 'map' as const, text: t('tab.map') },
            { id: 'matrix' as const, text: t('tab.matrix') },
            {
              id: 'findings' as const,
              text: t('tab.findings'),
              ...(compared ? { count: analysis.findings.length } : {}),
            },
          ]}
          onChange={(coverageView) => setView({ coverageView })}
        />
      </PictureHead>
      {tab !== 'findings' && !modelled && <p className={css.waiting}>{t('glance.quarters')}</p>}
      {tab !== 'findings' && quarter && (
        <TimeSlider
          time={quarter.time}
          value={quarter.at}
          start={quarter.start}
          name={quarter.name}
          year={quarter.year}
          onChange={quarter.choose}
        />
      )}
      {tab === 'findings' ? (
        <FindingsList records={records} coverage={coverage} />
      ) : tab === 'map' ? (
        <MapPicture {...{ records, coverage, base, quarter, title, subtitle, draw }} />
      ) : (
        <MatrixPicture {...{ records, coverage, base, quarter, title, subtitle, draw }} />
      )}
    </div>
  );
}
