import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { lackingProjects, mapItems } from '../../analysis/mapItems.ts';
import { stripRows } from '../../analysis/stripRows.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { stripCut, stripFinding, stripSubtitle } from '../../charts/cadenceStrip/describe.ts';
import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { naming } from '../../charts/frame/naming.ts';
import { Segmented } from '../../charts/frame/Segmented.tsx';
import { type MapSpeech, mapFinding } from '../../charts/map/describe.ts';
import { type RankBy, rankProjects } from '../../charts/map/mapData.ts';
import { oneOf, useKept } from '../../state/kept.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { PictureHead } from '../../ui/PictureHead.tsx';
import { LackedFacts } from '../flow/LackedFacts.tsx';
import { NoInitiatives } from '../initiatives/NoInitiatives.tsx';
import { drawFigures, FigureText } from '../receipts/FigureText.tsx';
import { useScope } from '../wastes/useScope.ts';
import { CadencePicture } from './CadencePicture.tsx';
import { MapPicture } from './MapPicture.tsx';
import css from './map.module.css';
import { stripFigures, titleFigures } from './mapFigures.ts';

/** Cadence against waste for all initiatives, and which of them should become product teams first. */
export function MapView() {
  const { t } = useTranslation('map');
  const records = usePortfolio((state) => state.records);
  if (!records) return null;
  if (Object.keys(records.initiative).length === 0) {
    return <NoInitiatives title={t('empty.title')} text={t('empty.text')} button={t('empty.button')} />;
  }
  return <Shown records={records} />;
}

function Shown({ records }: { readonly records: PortfolioRecords }) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation('common');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const [by, setBy] = useKept<RankBy>('map.by', 'gain', oneOf('gain', 'perMoney'));
  const [tab, setTab] = useKept<'map' | 'cadence'>('map.tab', 'map', oneOf('map', 'cadence'));
  const scope = useScope(records);
  const { initiatives } = scope;
  const items = useMemo(() => mapItems(initiatives), [initiatives]);
  const ranking = useMemo(() => rankProjects(items, by), [items, by]);
  const speech = useMemo<MapSpeech>(
    () => ({ say: t, figures, mode: (mode) => common(`mode.${mode}`) }),
    [t, common, figures],
  );
  const withNames = { ...speech, say: naming(t) };
  const pending = initiatives.filter(({ headline }) => headline === undefined).length;
  const missing = initiatives.length - items.length - pending;
  const lacking = useMemo(() => initiatives.map(({ id }) => id), [initiatives]);
  const strip = useMemo(
    () => (tab === 'cadence' ? stripRows(records, initiatives) : []),
    [tab, records, initiatives],
  );
  const tabs = (
    <Segmented
      label={t('tab.label')}
      value={tab}
      choices={[
        { id: 'map' as const, text: t('tab.map') },
        { id: 'cadence' as const, text: t('tab.cadence') },
      ]}
      onChange={setTab}
    />
  );
  if (tab === 'map' && items.length === 0 && pending === 0) {
    return (
      <div className={css.view}>
        <PictureHead>{tabs}</PictureHead>
        <EmptyState title={t('none.title')} text={t('none.text', { count: missing })}>
          <LackedFacts records={records} ids={lacking} />
        </EmptyState>
      </div>
    );
  }
  const all = figures.number(initiatives.length);
  const horizon = items.reduce((most, item) => Math.max(most, item.horizonMonths), 0);
  const subtitle = joinSentences([
    horizon > 0 ? t('subtitle.question', { months: horizon }) : '',
    missing > 0 ? t('subtitle.notShown', { count: missing, all }) : '',
    pending > 0
      ? t('subtitle.computing', {
          count: initiatives.length,
          done: figures.number(initiatives.length - pending),
          all,
        })
      : '',
  ]);
  if (tab === 'cadence') {
    const written = stripFigures(strip, { figures, receipts });
    const words = {
      title: stripFinding(strip, withNames),
      subtitle: joinSentences([stripSubtitle(strip, speech), stripCut(strip, speech)]),
      draw: drawFigures(written),
    };
    return (
      <div className={css.view}>
        <PictureHead title={<FigureText text={words.title} figures={written} />} subtitle={words.subtitle}>
          {tabs}
        </PictureHead>
        <CadencePicture records={records} rows={strip} scope={scope} speech={speech} {...words} />
      </div>
    );
  }
  const written = titleFigures(ranking, { figures, receipts });
  const title = mapFinding(items, ranking, lackingProjects(initiatives), withNames);
  return (
    <div className={css.view}>
      <PictureHead title={<FigureText text={title} figures={written} />} subtitle={subtitle}>
        {tabs}
      </PictureHead>
      <MapPicture
        items={items}
        ranking={ranking}
        by={by}
        onBy={setBy}
        scope={scope}
        complete={pending === 0}
        horizon={horizon}
        speech={speech}
        title={title}
        subtitle={subtitle}
        draw={drawFigures(written)}
      />
    </div>
  );
}
