import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { FUTURES } from '../figures.ts';
import { OverviewChart } from './OverviewChart.tsx';
import { type Overview, overviewOf } from './overviewData.ts';
import { layoutOverview } from './overviewLayout.ts';
import { modesOf, overviewWords } from './overviewWords.ts';

/** The portfolio on a page. */
export function overviewPages(context: PageContext): readonly PageDraft[] {
  const { figures, measure, join, say } = context;
  const t = say('reports');
  const data = overviewOf(context);
  const modes = modesOf(data, context);
  const percent = data.waste && figures.percent(data.waste.today);
  const words = overviewWords(data, context);
  return [
    {
      name: t('page.overview'),
      title: titleOf(data, context),
      subtitle: join([
        data.horizonMonths > 0
          ? t('overview.subtitle', { modes, months: t('overview.months', { count: data.horizonMonths }) })
          : t('overview.subtitleOnly', { modes }),
        // Where all of them lack facts, the title says so.
        data.missing > 0 && percent !== null ? t('overview.subtitleMissing', { count: data.missing }) : '',
        data.known?.largestShare ? t('overview.subtitleNone') : '',
      ]),
      description:
        percent === null ? t('overview.describeNone', { modes }) : t('overview.describe', { modes, percent }),
      basis: percent === null ? 'records' : FUTURES,
      drawing: (room) => {
        const layout = layoutOverview(room, words, measure);
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

/** What the model says of all of them; until it can, how the money is spread, or that facts are missing. */
function titleOf(data: Overview, context: PageContext): string {
  const { figures, say } = context;
  const t = say('reports');
  const count = data.initiatives;
  if (data.waste)
    return t(data.missing > 0 ? 'overview.titleSome' : 'overview.title', {
      count: count - data.missing,
      percent: figures.percent(data.waste.today),
    });
  if (count === 0) return t('overview.titleEmpty');
  const largest = data.known?.largestShare;
  if (largest)
    return t('overview.titleLargest', {
      count: largest.count,
      all: figures.number(count),
      percent: figures.percent(largest.share),
    });
  return t('overview.titleNone', { count });
}
