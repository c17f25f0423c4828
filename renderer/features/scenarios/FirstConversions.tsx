import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { mapItems } from '../../analysis/mapItems.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { useFutures } from '../../analysis/useFutures.ts';
import { type HeadlineSource, useHeadlines } from '../../analysis/useInitiativeFigures.ts';
import { naming } from '../../charts/frame/naming.ts';
import { signed } from '../../charts/frame/signed.ts';
import { convertSentence, FIRST_CONVERTED, type MapSpeech } from '../../charts/map/describe.ts';
import { type Ranking, rankProjects } from '../../charts/map/mapData.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { createScenarioWith } from '../../state/scenarioActions.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import start from '../../ui/Start.module.css';
import { reasonFigures } from '../map/mapFigures.ts';
import { FigureText } from '../receipts/FigureText.tsx';
import { GainFigure } from '../receipts/GainFigure.tsx';
import { compareWithPlan } from './compareStore.ts';
import css from './scenarios.module.css';

/** So many are proposed; the first of them are ticked. */
const PROPOSED = 6;

/** The conversions that gain most as the model sees them, ticked or not: one press makes a scenario of them. */
export function FirstConversions({
  records,
  readOnly,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('scenarios');
  const { t: map } = useTranslation('map');
  const { t: common } = useTranslation('common');
  const figures = useFigureWords();
  const { t: receipts } = useTranslation('receipts');
  const speech = useMemo<MapSpeech>(
    () => ({ say: map, figures, mode: (mode) => common(`mode.${mode}`) }),
    [map, common, figures],
  );
  // Figures belong to what is shown: those of a snapshot would propose for the plan what was right then.
  const isPlan = usePortfolio(({ looking }) => looking.kind === 'plan');
  const headlineOf = useHeadlines();
  const { ranking, pending } = useRanking(records, headlineOf);
  const proposed = useMemo(() => ranking.convert.slice(0, PROPOSED), [ranking]);
  const ids = useMemo(() => proposed.map(({ id }) => id), [proposed]);
  const futures = useFutures(ids, headlineOf);
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const go = useView((state) => state.go);
  const isTicked = (id: string, at: number): boolean => changed.get(id) ?? at < FIRST_CONVERTED;
  const withNames = { ...speech, say: naming(map) };
  const ticked = proposed.filter(({ id }, at) => isTicked(id, at));
  if (!isPlan || proposed.length === 0) {
    return (
      <>
        <h2>{t('first.none')}</h2>
        <p role={isPlan && pending > 0 ? 'status' : undefined}>{sayNone()}</p>
      </>
    );
  }
  const make = async (): Promise<void> => {
    const id = await createScenarioWith(
      t('first.name', { count: ticked.length }),
      ticked.map(({ id: initiativeId, name }) => ({
        label: { key: 'initiative.toProduct', params: { name } },
        changes: [
          { op: 'patch', table: 'initiative', id: initiativeId, values: { mode: 'product' as const } },
        ],
      })),
    );
    if (id !== null) compareWithPlan({ kind: 'scenario', id });
  };
  return (
    <>
      <header className={start.head}>
        <div>
          <h2>{t('first.title')}</h2>
          <p>
            {joinSentences([
              t('first.intro', { count: ranking.convert.length }),
              pending > 0 ? t('first.pending', { count: pending }) : '',
            ])}
          </p>
        </div>
        <Button
          look="primary"
          isDisabled={readOnly || ticked.length === 0}
          onPress={() => {
            void make();
          }}
        >
          {t('first.do', { count: ticked.length })}
        </Button>
      </header>
      <ul className={start.list} aria-label={t('first.title')}>
        {proposed.map((item, at) => (
          <li key={item.id} className={css.proposedLine}>
            <label className={css.proposed}>
              <input
                type="checkbox"
                checked={isTicked(item.id, at)}
                disabled={readOnly}
                onChange={(event) => setChanged(new Map([...changed, [item.id, event.target.checked]]))}
              />
              <b>{item.name}</b>
            </label>
            <p className={css.why}>
              <FigureText
                text={convertSentence(item, futures.of(item.id)?.productAhead ?? null, withNames)}
                figures={reasonFigures(item, { figures, receipts })}
              />
            </p>
            <GainFigure item={item} className={css.gain}>
              {signed(item.gain ?? 0, figures.moneyShort)}
            </GainFigure>
          </li>
        ))}
      </ul>
      <div>
        <Button look="quiet" onPress={() => go('map')}>
          {t('first.map')}
        </Button>
      </div>
    </>
  );

  function sayNone(): string {
    if (!isPlan) return t('first.looking');
    if (pending > 0) return t('first.pending', { count: pending });
    if (ranking.stay.length === 0 && ranking.unknown.length > 0)
      return t('first.unknown', { count: ranking.unknown.length });
    return ranking.stay.length > 0 ? t('first.stay', { count: ranking.stay.length }) : t('first.nothing');
  }
}

/** The projects of the plan by what to do with them, as far as their figures have come. */
function useRanking(
  records: PortfolioRecords,
  headlineOf: HeadlineSource,
): { readonly ranking: Ranking; readonly pending: number } {
  return useMemo(() => {
    const billed = inUse(records.initiative).map(({ id, name, mode }) => ({
      id,
      name,
      mode,
      headline: headlineOf(id),
    }));
    const pending = billed.filter(({ headline }) => headline === undefined).length;
    return { ranking: rankProjects(mapItems(billed), 'gain'), pending };
  }, [records.initiative, headlineOf]);
}
