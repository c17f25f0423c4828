import { bracketed } from '../../../shared/text/join.ts';
import { lackingProjects } from '../../analysis/mapItems.ts';
import { measured, rankedWastes } from '../../charts/bill/billData.ts';
import { rowName } from '../../charts/bill/describe.ts';
import { daysSaved, type MapItem } from '../../charts/map/mapData.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { FUTURES } from '../figures.ts';
import { MASK } from '../hide.ts';
import { OverviewChart } from './OverviewChart.tsx';
import { type Overview, overviewOf } from './overviewData.ts';
import { layoutOverview, type OverviewWords } from './overviewLayout.ts';
import { billOf, billSpeech } from './wastes.tsx';

/** The portfolio on a page. */
export function overviewPages(context: PageContext): readonly PageDraft[] {
  const { figures, measure, join, say } = context;
  const t = say('reports');
  const data = overviewOf(context);
  const modes = modesOf(data, context);
  const percent = data.waste && figures.percent(data.waste.today);
  return [
    {
      name: t('page.overview'),
      title:
        percent !== null
          ? t('overview.title', { count: data.initiatives, percent })
          : data.initiatives === 0
            ? t('overview.titleEmpty')
            : t('overview.titleNone', { count: data.initiatives }),
      subtitle: join([
        data.horizonMonths > 0
          ? t('overview.subtitle', { modes, months: t('overview.months', { count: data.horizonMonths }) })
          : t('overview.subtitleOnly', { modes }),
        // Where all of them lack facts, the title says so.
        data.missing > 0 && percent !== null ? t('overview.subtitleMissing', { count: data.missing }) : '',
      ]),
      description:
        percent === null ? t('overview.describeNone', { modes }) : t('overview.describe', { modes, percent }),
      basis: FUTURES,
      drawing: (room) => {
        const layout = layoutOverview(room, wordsOf(data, context), measure);
        return {
          width: layout.width,
          height: layout.height,
          legend: [
            { swatch: 'projectSquare', label: say('common')('mode.project') },
            { swatch: 'productCircle', label: say('common')('mode.product') },
          ],
          draw: () => <OverviewChart layout={layout} />,
        };
      },
    },
  ];
}

/** How many there are of each mode, in words. */
function modesOf({ projects, products }: Overview, { say }: PageContext): string {
  const t = say('reports');
  return t('overview.modes', {
    projects: t('overview.projects', { count: projects }),
    products: t('overview.products', { count: products }),
  });
}

function wordsOf(data: Overview, context: PageContext): OverviewWords {
  const { figures, options, say } = context;
  const t = say('reports');
  const number = (value: number): string => figures.number(value);
  const months = (value: number | null): string => (value === null ? '–' : figures.number(value, 1));
  const { waste } = data;
  const lacking = lackingProjects(context.results.initiatives);
  const noneJudged = lacking > 0 && lacking === data.projects;
  const bill = billOf(context);
  const speech = billSpeech(context);
  const lines = bill.counted === 0 ? [] : rankedWastes(bill, 'pd').filter((row) => row.today.pd > 0);
  const most = lines[0] ? measured(lines[0].today, 'pd') : 1;
  const coverageWords = say('coverage');
  const flow = say('flow');
  return {
    tiles: [
      {
        label: t('overview.initiatives'),
        figures: [
          { text: number(data.projects), tone: 'project' },
          { text: number(data.products), tone: 'product' },
        ],
        note: modesOf(data, context),
      },
      {
        label: t('overview.budget'),
        figures: [
          {
            text: data.budget === null ? t('overview.unknown') : figures.moneyShort(data.budget),
            tone: 'ink',
          },
        ],
        note: [
          ...(data.budget === null || data.budget === 0
            ? []
            : [
                t('overview.budgetNote', {
                  projects: figures.percent(data.budgetInProjects / data.budget),
                }),
              ]),
          ...(data.budgetUnknown > 0 ? [t('overview.budgetUnknown', { count: data.budgetUnknown })] : []),
        ].join(' · '),
      },
      {
        label: t('overview.waste'),
        figures:
          waste === null
            ? [{ text: t('overview.unknown'), tone: 'ink' }]
            : [
                { text: figures.percent(waste.project), tone: 'project' },
                { text: figures.percent(waste.product), tone: 'product' },
              ],
        note:
          waste?.projectRange && waste.productRange
            ? t('overview.range', {
                projectLow: figures.percent(waste.projectRange.low),
                projectHigh: figures.percent(waste.projectRange.high),
                productLow: figures.percent(waste.productRange.low),
                productHigh: figures.percent(waste.productRange.high),
              })
            : t('overview.both'),
      },
      {
        label: t('overview.first'),
        figures: [
          { text: months(data.first.project), tone: 'project' },
          { text: months(data.first.product), tone: 'product' },
        ],
        note: t('overview.firstNote'),
      },
    ],
    wastes: {
      title: t('overview.wastes'),
      lines: lines.map((row) => ({
        label: rowName(row.id, speech),
        value: figures.days(row.today.pd),
        project: row.project.pd / most,
        product: row.product.pd / most,
      })),
      empty:
        data.lacks.length === 0
          ? [t('overview.unknown')]
          : [
              t('overview.lacks'),
              ...data.lacks.map(({ fact, count }) =>
                bracketed(flow(`missing.${fact}`), flow('missing.lacking', { count }), options.language),
              ),
            ],
    },
    convert: {
      title: t('overview.convert'),
      lines: data.convert.map((item, at) => ({
        label: `${at + 1}  ${item.name}`,
        note: convertNote(item, context, options.amounts === 'hidden'),
      })),
      // Of what cannot be played forward nobody knows whether it gains.
      empty: t(waste === null || noneJudged ? 'overview.unknown' : 'overview.convertNone'),
    },
    findings: {
      title: t('overview.findings'),
      lines: (data.findings ?? []).map(({ type, count }) => ({
        label: coverageWords(`type.${type}`),
        value: number(count),
      })),
      empty: data.findings === null ? t('overview.noCapabilities') : t('overview.findingsNone'),
    },
  };
}

function convertNote(item: MapItem, { figures, say, options }: PageContext, hidden: boolean): string {
  const t = say('reports');
  const parts = [
    ...(hidden || item.gain === null ? [] : [t('overview.gain', { money: figures.moneyShort(item.gain) })]),
    ...(item.sooner !== null && item.sooner >= 0.5
      ? [t('overview.sooner', { months: figures.number(item.sooner, item.sooner < 10 ? 1 : 0) })]
      : []),
    ...(daysSaved(item) >= 1 ? [t('overview.days', { days: figures.days(daysSaved(item)) })] : []),
  ].filter((part) => !part.includes(MASK));
  return parts.join(options.language === 'en' ? '; ' : '；');
}
