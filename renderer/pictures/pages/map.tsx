import { lackingProjects, mapItems } from '../../analysis/mapItems.ts';
import {
  describeMap,
  FIRST_CONVERTED,
  type MapSpeech,
  mapFinding,
  mapLegend,
  mapPart,
  mapTable,
  mapWords,
} from '../../charts/map/describe.ts';
import { layoutMap, type MapRing } from '../../charts/map/layout.ts';
import { MapChart } from '../../charts/map/MapChart.tsx';
import { type MapAxis, type MapItem, type Ranking, rankProjects } from '../../charts/map/mapData.ts';
import { partOfMap, wholeWindow } from '../../charts/map/window.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { FUTURES } from '../figures.ts';
import { reportTable } from '../hide.ts';
import { selectedOf } from '../look.ts';

/** Marks that stand out and are named, at most. */
const LIT = 12;

/** Words of the map in the report's language. */
export function mapSpeech({ say, figures }: PageContext): MapSpeech {
  const common = say('common');
  return { say: say('map'), figures, mode: (mode) => common(`mode.${mode}`) };
}

/** The initiatives of the map and what to do with them. */
export function rankedItems({ results, look }: Pick<PageContext, 'results' | 'look'>): {
  readonly items: readonly MapItem[];
  readonly ranking: Ranking;
} {
  const items = mapItems(results.initiatives);
  return { items, ranking: rankProjects(items, look?.mapBy ?? 'gain') };
}

/** The map of all initiatives, with those to convert first. */
export function mapPages(context: PageContext): readonly PageDraft[] {
  const { items, ranking } = rankedItems(context);
  if (items.length === 0) return [];
  const { results, figures, measure, join, say, look, state } = context;
  const axis = look?.mapAxis ?? 'between';
  const speech = mapSpeech(context);
  const horizon = items.reduce((most, item) => Math.max(most, item.horizonMonths), 0);
  const missing = results.initiatives.length - items.length;
  const ranked = new Set(ranking.convert.map(({ id }) => id));
  const rest = items.filter(({ id }) => !ranked.has(id)).sort((a, b) => b.now.cost - a.now.cost);
  const order = [...ranking.convert, ...rest].map(({ id }) => id);
  const sought = look?.mapSearch.trim().toLowerCase() ?? '';
  const nameOf = (id: string): string => state.records.initiative[id]?.name.toLowerCase() ?? '';
  const wanted = (
    sought === '' ? ranking.convert.map(({ id }) => id) : order.filter((id) => nameOf(id).includes(sought))
  ).slice(0, LIT);
  const chosen = selectedOf(look, 'initiative');
  const selected = items.some(({ id }) => id === chosen) ? chosen : null;
  // What is selected is lit first, so that its name finds room.
  const lit = selected !== null && !wanted.includes(selected) ? [selected, ...wanted] : wanted;
  const arrows = [
    ...new Set([
      ...(sought === '' ? wanted.slice(0, FIRST_CONVERTED) : []),
      ...(selected === null ? [] : [selected]),
    ]),
  ];
  const whole = wholeWindow(items, axis);
  const part = partOfMap(look?.mapWindow ?? null, whole);
  const choice = {
    axis,
    window: part ?? whole,
    order,
    lit,
    arrows,
    rings: ringsOf(items, arrows, axis, context),
  } as const;
  return [
    {
      name: say('reports')('page.map'),
      twin: 'map',
      title: mapFinding(items, ranking, lackingProjects(results.initiatives), speech),
      subtitle: join([
        part === null ? '' : mapPart(items, axis, part, speech),
        speech.say('subtitle.question', { months: horizon }),
        missing > 0
          ? speech.say('subtitle.notShown', {
              count: missing,
              all: figures.number(results.initiatives.length),
            })
          : '',
      ]),
      description: describeMap(items, ranking, speech),
      basis: FUTURES,
      drawing: (room) => {
        const layout = layoutMap(items, choice, room, mapWords(axis, horizon, speech), measure);
        return {
          width: layout.width,
          height: layout.height,
          legend: mapLegend(layout, horizon, FUTURES, speech),
          draw: (patterns) => (
            <MapChart layout={layout} clip={`${patterns}-map`} active={null} selected={selected} />
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
  axis: MapAxis,
  { results }: PageContext,
): ReadonlyMap<string, MapRing> {
  const modes = new Map(items.map(({ id, mode }) => [id, mode]));
  const rings = new Map<string, MapRing>();
  for (const id of ids) {
    const found = results.futures.get(id);
    if (!found) continue;
    const other = found[modes.get(id) === 'project' ? 'product' : 'project'];
    const months = axis === 'between' ? other.betweenReleases : other.firstValue;
    rings.set(id, {
      fromMonths: months.low,
      toMonths: months.high,
      fromShare: other.wasteShare.low,
      toShare: other.wasteShare.high,
    });
  }
  return rings;
}
