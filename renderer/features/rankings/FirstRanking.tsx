import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { delayScore } from '../../../shared/ranking/costOfDelay.ts';
import { formatMoneyShort } from '../../../shared/text/format.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { useHeadlines } from '../../analysis/useInitiativeFigures.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import start from '../../ui/Start.module.css';
import { Start } from '../../ui/Start.tsx';
import css from './rankings.module.css';
import { MOST_RANKED, useRankingSources } from './useRankingSources.ts';

/** So many of those that the score puts first are named. */
const NAMED = 5;

/** What stands where rankings will be: what could be ranked, what the score would put first, and how a room ranks. */
export function FirstRanking({
  records,
  readOnly,
  onMake,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
  readonly onMake: () => void;
}) {
  const { t } = useTranslation('rankings');
  const figures = useFigureWords();
  const sources = useRankingSources(records).filter(({ items }) => items.length > 0);
  const live = sources.find(({ id }) => id === 'live')?.items;
  const currency = useCurrency();
  const largest = (sources.find(({ id }) => id === 'largest')?.items ?? [])
    .slice(0, NAMED)
    .flatMap((id) => records.initiative[id] ?? []);
  const scored = useScored(records, live);
  return (
    <Start title={t('how.title')} steps={[t('how.drag'), t('how.pairs'), t('how.dots'), t('how.agree')]}>
      <header className={start.head}>
        <div>
          <h2>{sources.length === 0 ? t('first.nothing') : t('first.title')}</h2>
          {sources.length === 0 && <p>{t('first.nothingText')}</p>}
        </div>
        {sources.length === 0 ? (
          <Button look="primary" onPress={() => useView.getState().lead('initiatives')}>
            {t('first.enter')}
          </Button>
        ) : (
          <Button look="primary" isDisabled={readOnly} onPress={onMake}>
            {t('empty.start')}
          </Button>
        )}
      </header>
      {sources.length > 0 && (
        <ul className={start.list} aria-label={t('first.title')}>
          {sources.map(({ id, text, items }) => (
            <li key={id} className={css.source}>
              {text}
              {items.length > MOST_RANKED && <small>{t('new.many', { most: String(MOST_RANKED) })}</small>}
            </li>
          ))}
        </ul>
      )}
      {live && scored.first.length > 0 && (
        <>
          <h2>{t('first.byScore')}</h2>
          <p>{t('first.scored', { scored: figures.number(scored.known), count: live.length })}</p>
          <ol className={start.list} aria-label={t('first.byScore')}>
            {scored.first.map(({ id, name, costOfDelay, months }) => (
              <li key={id} className={css.source}>
                <b>{name}</b>
                <small>
                  {t('first.why', {
                    count: Number((months ?? 0).toFixed(1)),
                    money: figures.moneyShort(costOfDelay ?? 0),
                    months: figures.number(months ?? 0, 1),
                  })}
                </small>
              </li>
            ))}
          </ol>
        </>
      )}
      {live && scored.first.length === 0 && scored.pending === 0 && (
        <p>{t('first.noScore', { count: live.length })}</p>
      )}
      {scored.first.length === 0 && scored.pending === 0 && largest.length > 0 && (
        <>
          <h2>{t('first.byBudget')}</h2>
          <ol className={start.list} aria-label={t('first.byBudget')}>
            {largest.map(({ id, name, budget }) => (
              <li key={id} className={css.source}>
                <b>{name}</b>
                <small>
                  {t('first.budget', { money: formatMoneyShort(budget, currency, figures.language) ?? '' })}
                </small>
              </li>
            ))}
          </ol>
        </>
      )}
    </Start>
  );
}

/** Those with a score, the most urgent first, as far as the figures have come. */
function useScored(records: PortfolioRecords, ids: readonly string[] | undefined) {
  const headlineOf = useHeadlines();
  return useMemo(() => {
    let pending = 0;
    const scored = (ids ?? []).flatMap((id) => {
      const initiative = records.initiative[id];
      const headline = headlineOf(id);
      if (headline === undefined) pending += 1;
      if (!initiative || headline === undefined) return [];
      const { score, ...why } = delayScore(records, initiative, headline);
      return score === null ? [] : [{ id, name: initiative.name, score, ...why }];
    });
    scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return { first: scored.slice(0, NAMED), known: scored.length, pending };
  }, [records, ids, headlineOf]);
}
