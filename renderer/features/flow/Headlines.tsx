import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sevenWastesPd, wasteShare } from '../../../shared/analysis/figures.ts';
import { FUTURE_DOTS } from '../../../shared/comparison/futuresDifference.ts';
import type { Mode, ModeResult, MonteCarloResult, Quantiles } from '../../../shared/model/types.ts';
import { countAs } from '../../../shared/text/format.ts';
import type { Simulation } from '../../analysis/jobs.ts';
import type { Comparison } from '../../analysis/useComparison.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import type { JobState } from '../../analysis/useJob.ts';
import type { FlowMode } from '../../charts/flow/flowData.ts';
import { naming } from '../../charts/frame/naming.ts';
import { Figure } from '../receipts/Figure.tsx';
import { type FiguresOf, FigureText, type OpenFigure } from '../receipts/FigureText.tsx';
import { sevenWastesFigure, shownFigure } from '../receipts/receiptStore.ts';
import { figureName } from '../receipts/receiptWords.ts';
import { enterField } from './enterField.ts';
import css from './flow.module.css';

/** In how many of the dots that stand for all futures the product team is ahead after costs. */
const ahead = ({ delta }: MonteCarloResult): number => Math.round(delta.p_product_better * FUTURE_DOTS);
const CHANCE = 'montecarlo.delta.p_product_better';

/** Both ends of a range; one where they read the same. */
const span = (low: string, high: string): string => (low === high ? low : `${low}–${high}`);

type Ready = Extract<Comparison, { status: 'ready' }>;

/** The four figures that stand above the picture, both modes beside each other, each with its range and its receipt. */
export function Headlines({
  initiativeId,
  comparison,
  simulation,
  today,
  mode,
}: {
  readonly initiativeId: string;
  readonly comparison: Ready;
  readonly simulation: JobState<Simulation>;
  /** How the initiative is run. */
  readonly today: Mode;
  readonly mode: FlowMode;
}) {
  const { t } = useTranslation('flow');
  const { t: common } = useTranslation('common');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const { result, parameters, basis } = comparison;
  const horizon = parameters.horizon_months;
  const shown: readonly Mode[] = mode === 'compare' ? ['project', 'product'] : [mode];
  const simulated = simulation.value?.result ?? null;

  const range = (text: (side: Mode) => string): string => {
    if (!simulated) return t('head.computing', { percent: figures.percent(simulation.share) });
    return shown.length === 2
      ? t('head.range', { project: text('project'), product: text('product') })
      : t('head.rangeOne', { range: text(shown[0]!) });
  };
  const quantiles = (
    metric: 'time_to_first_value' | 'money_at_risk' | 'value',
    say: (q: Quantiles) => string,
  ) => range((side) => say(simulated![side][metric]));
  const cell = (
    title: string,
    figure: (side: Mode) => string,
    text: (side: ModeResult) => string,
    notes: ReactNode,
  ) => (
    <div className={css.headline}>
      <h2>{title}</h2>
      <p className={css.pair}>
        {shown.map((side) => (
          <Figure
            key={side}
            opens={shownFigure(initiativeId, figure(side))}
            label={t(side === today ? 'head.receiptToday' : 'head.receipt', {
              what: title,
              mode: common(`mode.${side}`),
            })}
            className={`${css[side]} ${shown.length === 2 && side === today ? css.today : ''}`}
          >
            {text(result[side])}
          </Figure>
        ))}
      </p>
      {notes}
    </div>
  );
  const open = (side: Mode, figure: string): OpenFigure => ({
    label: t('head.receipt', { what: figureName(figure), mode: common(`mode.${side}`) }),
    opens: shownFigure(initiativeId, figure),
  });
  const said = naming(t);
  const lostDays: FiguresOf<'flow'> = {
    'head.days.projectDays': open('project', sevenWastesFigure('project', 'pd')),
    'head.days.projectAll': open('project', 'project.booked_pd'),
    'head.days.productDays': open('product', sevenWastesFigure('product', 'pd')),
    'head.days.productAll': open('product', 'product.booked_pd'),
    'head.daysOne.days': open(shown[0]!, sevenWastesFigure(shown[0]!, 'pd')),
    'head.daysOne.all': open(shown[0]!, `${shown[0]!}.booked_pd`),
  };
  const month = (value: number): string =>
    value > horizon ? t('head.noneShort', { months: horizon }) : figures.number(value, 1);
  return (
    <section className={css.headlines} aria-label={t('as.compare')}>
      {cell(
        t('head.firstValue'),
        (side) => `${side}.time_to_first_value`,
        (side) =>
          side.time_to_first_value === null
            ? t('head.noneShort', { months: horizon })
            : figures.months(side.time_to_first_value),
        <p>{quantiles('time_to_first_value', (q) => span(month(q.p10), month(q.p90)))}</p>,
      )}
      {cell(
        t('head.waste'),
        (side) => sevenWastesFigure(side, 'share'),
        (side) => {
          const share = wasteShare(side);
          return share === null ? common('unknown') : figures.percent(share);
        },
        <p>
          <FigureText
            text={
              shown.length === 2
                ? said('head.days', {
                    count: countAs(figures.days(result.project.booked_pd)),
                    projectDays: figures.days(sevenWastesPd(result.project)),
                    projectAll: figures.days(result.project.booked_pd),
                    productDays: figures.days(sevenWastesPd(result.product)),
                    productAll: figures.days(result.product.booked_pd),
                  })
                : said('head.daysOne', {
                    count: countAs(figures.days(result[shown[0]!].booked_pd)),
                    days: figures.days(sevenWastesPd(result[shown[0]!])),
                    all: figures.days(result[shown[0]!].booked_pd),
                  })
            }
            figures={lostDays}
          />
        </p>,
      )}
      {cell(
        t('head.before'),
        (side) => `${side}.money_at_risk`,
        (side) => figures.moneyShort(side.money_at_risk),
        <p>
          {quantiles('money_at_risk', (q) => span(figures.moneyShort(q.p10), figures.moneyShort(q.p90)))}
        </p>,
      )}
      {basis.valueKnown ? (
        cell(
          t('head.value', { month: horizon }),
          (side) => `${side}.value`,
          (side) => figures.moneyShort(side.value),
          <>
            {simulated && (
              <p>
                <FigureText
                  text={said('head.ahead', { ahead: figures.number(ahead(simulated)) })}
                  figures={
                    {
                      'head.ahead.ahead': {
                        label: receipts('open', { what: figureName(CHANCE) }),
                        opens: shownFigure(initiativeId, CHANCE),
                      },
                    } satisfies FiguresOf<'flow'>
                  }
                />
              </p>
            )}
            <p>{quantiles('value', (q) => span(figures.moneyShort(q.p10), figures.moneyShort(q.p90)))}</p>
          </>,
        )
      ) : (
        <div className={css.headline}>
          <h2>{t('head.value', { month: horizon })}</h2>
          <p className={css.unknown}>{t('head.valueUnknown')}</p>
          <p>
            {t('head.valueUnknownHelp')}{' '}
            <button
              type="button"
              className={css.link}
              onClick={() => enterField(initiativeId, 'initiative.valuePerMonth')}
            >
              {t('head.enterValue')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
