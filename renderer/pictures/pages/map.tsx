import { mapItems } from '../../analysis/mapItems.ts';
import {
  describeMap,
  FIRST_CONVERTED,
  type MapSpeech,
  mapFinding,
  mapLegend,
  mapTable,
  mapWords,
} from '../../charts/map/describe.ts';
import { layoutMap, type MapRing } from '../../charts/map/layout.ts';
import { MapChart } from '../../charts/map/MapChart.tsx';
import { type MapItem, type Ranking, rankProjects } from '../../charts/map/mapData.ts';
import { wholeWindow } from '../../charts/map/window.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { FUTURES } from '../figures.ts';
import { reportTable } from '../hide.ts';

/** Marks that stand out and are named, at most. */
const LIT = 12;

/** Words of the map in the report's language. */
export function mapSpeech({ say, figures }: PageContext): MapSpeech {
  const common = say('common');
  return { say: say('map'), figures, mode: (mode) => common(`mode.${mode}`) };
}

/** The initiatives of the map and what to do with them. */
export function rankedItems({ results }: Pick<PageContext, 'results'>): {
  readonly items: readonly MapItem[];
  readonly ranking: Ranking;
} {
  const items = mapItems(results.initiatives);
  return { items, ranking: rankProjects(items, 'gain') };
}

/** The map of all initiatives, with those to convert first. */
export function mapPages(context: PageContext): readonly PageDraft[] {
  const { items, ranking } = rankedItems(context);
  if (items.length === 0) return [];
  const { results, figures, measure, join, say } = context;
  const speech = mapSpeech(context);
  const horizon = items.reduce((most, item) => Math.max(most, item.horizonMonths), 0);
  const missing = results.initiatives.length - items.length;
  const ranked = new Set(ranking.convert.map(({ id }) => id));
  const rest = items.filter(({ id }) => !ranked.has(id)).sort((a, b) => b.now.cost - a.now.cost);
  const order = [...ranking.convert, ...rest].map(({ id }) => id);
  const lit = ranking.convert.slice(0, LIT).map(({ id }) => id);
  const arrows = lit.slice(0, FIRST_CONVERTED);
  const choice = {
    axis: 'between',
    window: wholeWindow(items, 'between'),
    order,
    lit,
    arrows,
    rings: ringsOf(items, arrows, context),
  } as const;
  return [
    {
      name: say('reports')('page.map'),
      title: mapFinding(items, ranking, speech),
      subtitle: join([
        speech.say('subtitle.question', { months: horizon }),
        missing > 0
          ? speech.say('subtitle.notShown', {
              count: missing,
              all: figures.number(results.initiatives.length),
            })
          : '',
      ]),
      description: describeMap(items, ranking, speech),
      modelled: true,
      drawing: (room) => {
        const layout = layoutMap(items, choice, room, mapWords('between', horizon, speech), measure);
        return {
          width: layout.width,
          height: layout.height,
          legend: mapLegend(layout, horizon, FUTURES, speech),
          draw: (patterns) => (
            <MapChart layout={layout} clip={`${patterns}-map`} active={null} selected={null} />
          ),
        };
      },
      table: reportTable(mapTable(items, order, ranking, speech)),
    },
  ];
}

/** P10 to P90 of where each would be in the other mode. */
function ringsOf(
  items: readonly MapItem[],
  ids: readonly string[],
  { results }: PageContext,
): ReadonlyMap<string, MapRing> {
  const modes = new Map(items.map(({ id, mode }) => [id, mode]));
  const rings = new Map<string, MapRing>();
  for (const id of ids) {
    const found = results.futures.get(id);
    if (!found) continue;
    const other = found[modes.get(id) === 'project' ? 'product' : 'project'];
    rings.set(id, {
      fromMonths: other.betweenReleases.low,
      toMonths: other.betweenReleases.high,
      fromShare: other.wasteShare.low,
      toShare: other.wasteShare.high,
    });
  }
  return rings;
}
