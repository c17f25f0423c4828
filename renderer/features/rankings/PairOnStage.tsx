import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { useWords } from '../inspector/useWords.ts';
import stageCss from '../present/present.module.css';
import { StageHead } from '../present/StageHead.tsx';
import { useStagePart } from '../present/stageParts.ts';
import { itemName } from './rankingRows.ts';
import css from './rankings.module.css';

/** The two that a room is asked about, as large as a room needs; the keys of the presentation choose. */
export function PairOnStage({
  ranking,
  records,
  pair,
  done,
  all,
}: {
  readonly ranking: Ranking;
  readonly records: PortfolioRecords;
  readonly pair: readonly [string, string];
  readonly done: number;
  readonly all: number;
}) {
  const { t } = useTranslation('rankings');
  const figures = useFigureWords();
  const words = useWords();
  const slot = useStagePart();
  if (!slot) return null;
  const title = t('pairs.question');
  const progress = t('stage.pair', { done: figures.number(done), all: figures.number(all) });
  return createPortal(
    <section className={stageCss.sheet} aria-label={title} data-stage-sheet>
      <StageHead title={title} />
      <ol className={css.stageCards} data-stage-body>
        {pair.map((id, at) => {
          const initiative = ranking.of === 'initiative' ? records.initiative[id] : undefined;
          return (
            <li key={id}>
              <kbd>{figures.number(at + 1)}</kbd>
              <strong>{itemName(records, ranking.of, id) ?? t('gone')}</strong>
              {initiative && (
                <span>
                  {t('pairs.value')}: {words.moneyShort(initiative.valuePerMonth) || t('score.unknown')}
                </span>
              )}
              {initiative && (
                <span>
                  {t('pairs.budget')}: {words.moneyShort(initiative.budget) || t('score.unknown')}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className={css.stageProgress}>{progress}</p>
    </section>,
    slot,
  );
}
