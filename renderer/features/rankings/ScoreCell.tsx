import { useId } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Initiative } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { Button } from '../../ui/Button.tsx';
import { enterField } from '../flow/enterField.ts';
import { useWords } from '../inspector/useWords.ts';
import { openReceipt } from '../receipts/receiptStore.ts';
import type { RankedRow } from './rankingRows.ts';
import css from './rankings.module.css';

/** The score of an initiative beside its place; opens to its formula and to what is missing. */
export function ScoreCell({ row, initiative }: { readonly row: RankedRow; readonly initiative: Initiative }) {
  const { t } = useTranslation('rankings');
  const title = useId();
  const { t: common } = useTranslation();
  const figures = useFigureWords();
  const words = useWords();
  if (row.pending) return <span className={css.score}>{t('score.pending')}</span>;
  const { costOfDelay = null, months = null, score = null } = row.score ?? {};
  const shown = score === null ? t('score.none') : figures.moneyShort(score);
  const mode = common(`mode.${initiative.mode}`);
  return (
    <DialogTrigger>
      <Button
        look="quiet"
        className={css.score ?? ''}
        aria-label={t('score.label', { name: row.name, score: shown })}
      >
        <span>{shown}</span>
        {row.scorePlace !== null && (
          <small data-disputed={row.disputed || undefined}>
            {row.disputed
              ? t(row.among === null ? 'score.differs' : 'score.differsOf', {
                  scored: figures.number(row.among ?? 0),
                  room: figures.number(row.roomPlace ?? 0),
                  score: figures.number(row.scorePlace),
                })
              : t('score.place', { place: figures.number(row.scorePlace) })}
          </small>
        )}
      </Button>
      <Popover className={css.popover ?? ''} placement="bottom end" aria-labelledby={title}>
        <div className={css.formula}>
          <h2 id={title}>{t('score.title', { name: row.name })}</h2>
          <p>{t('score.formula')}</p>
          <dl>
            <dt>{t('score.value')}</dt>
            <dd>{words.money(initiative.valuePerMonth) || t('score.unknown')}</dd>
            {initiative.penaltyPerMonth !== null && (
              <>
                <dt>{t('score.penalty')}</dt>
                <dd>{words.money(initiative.penaltyPerMonth)}</dd>
              </>
            )}
            <dt>{t('score.costOfDelay')}</dt>
            <dd>{costOfDelay === null ? t('score.unknown') : figures.money(costOfDelay)}</dd>
            <dt>{t('score.months', { mode })}</dt>
            <dd>{months === null ? t('score.unknown') : figures.months(months)}</dd>
            <dt>
              <strong>{t('score.result')}</strong>
            </dt>
            <dd>
              <strong>
                {score === null || costOfDelay === null || months === null
                  ? t('score.unknown')
                  : `${figures.money(costOfDelay)} ÷ ${figures.number(months, 1)} = ${figures.money(score)}`}
              </strong>
            </dd>
          </dl>
          {costOfDelay === null && (
            <p>
              {t('score.noValue')}{' '}
              <Button onPress={() => enterField(row.id, 'initiative.valuePerMonth')}>
                {t('score.enterValue')}
              </Button>
            </p>
          )}
          {months === null ? (
            <p>
              {t('score.noMonths')}{' '}
              <Button onPress={() => enterField(row.id, 'initiative.phases')}>
                {t('score.enterPhases')}
              </Button>
            </p>
          ) : (
            <Button onPress={() => openReceipt(row.id, `${initiative.mode}.time_to_first_value`)}>
              {t('score.receipt')}
            </Button>
          )}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
