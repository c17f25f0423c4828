import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinSentences } from '../../../shared/text/join.ts';
import { FUTURES, type Futures, useFutures } from '../../analysis/useFutures.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { DrawNamed } from '../../charts/frame/NamedText.tsx';
import { wholePicture } from '../../charts/frame/pictureProps.ts';
import { type ChartSpace, useChartSpace, useMeasure } from '../../charts/frame/useChartSize.ts';
import {
  describeMap,
  FIRST_CONVERTED,
  type MapSpeech,
  mapCard,
  mapLegend,
  mapPart,
  mapTable,
  mapWords,
} from '../../charts/map/describe.ts';
import { layoutMap, type MapRing } from '../../charts/map/layout.ts';
import { CANVAS_FROM, MapChart, quietCount } from '../../charts/map/MapChart.tsx';
import type { MapAxis, MapItem, RankBy, Ranking } from '../../charts/map/mapData.ts';
import { isKeptWindow, type MapWindow, partOfMap, wholeWindow, zoomWindow } from '../../charts/map/window.ts';
import { isText, oneOf, useKept } from '../../state/kept.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { useFooter } from '../flow/useFooter.ts';
import { ScopeChoice } from '../wastes/ScopeChoice.tsx';
import type { Scope } from '../wastes/useScope.ts';
import css from './map.module.css';
import { RankList } from './RankList.tsx';
import { useMapHand } from './useMapHand.ts';

/** Marks that stand out and are named, at most. */
const LIT = 12;
const HEIGHT = [360, 680] as const;
/** The smallest text of the map, px. */
const SMALLEST = 12;
const nothing: readonly string[] = [];
const Ranks = memo(RankList);

/** The map with its ranking beside it. */
export function MapPicture({
  items,
  ranking,
  by,
  onBy,
  scope,
  complete,
  horizon,
  speech,
  title,
  subtitle,
  draw,
}: {
  readonly items: readonly MapItem[];
  readonly ranking: Ranking;
  readonly by: RankBy;
  readonly onBy: (by: RankBy) => void;
  readonly scope: Scope;
  /** False while figures are still coming: nothing is simulated yet. */
  readonly complete: boolean;
  readonly horizon: number;
  readonly speech: MapSpeech;
  readonly title: string;
  readonly subtitle: string;
  readonly draw: DrawNamed;
}) {
  const space = useChartSpace(SMALLEST);
  const [axis, setAxis] = useKept<MapAxis>('map.axis', 'between', oneOf('between', 'first'));
  const [search, setSearch] = useKept('map.search', '', isText);
  const select = useView((state) => state.select);
  const selected = useView((state) => (state.selection?.kind === 'initiative' ? state.selection.id : null));
  const order = useMemo(() => {
    const ranked = new Set(ranking.convert.map(({ id }) => id));
    const rest = items.filter(({ id }) => !ranked.has(id)).sort((a, b) => b.now.cost - a.now.cost);
    return [...ranking.convert, ...rest].map(({ id }) => id);
  }, [items, ranking]);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const sought = search.trim().toLowerCase();
  const lit = useMemo(() => {
    const wanted =
      sought === ''
        ? ranking.convert.slice(0, selected === null ? LIT : LIT - 1).map(({ id }) => id)
        : order.filter((id) => byId.get(id)!.name.toLowerCase().includes(sought)).slice(0, LIT);
    // What is selected is lit first, so that its name finds room.
    return selected !== null && byId.has(selected) && !wanted.includes(selected)
      ? [selected, ...wanted]
      : wanted;
  }, [ranking, order, byId, sought, selected]);
  const arrows = useMemo(() => {
    const first = sought === '' ? ranking.convert.slice(0, FIRST_CONVERTED).map(({ id }) => id) : [];
    return [...new Set([...first, ...(selected !== null && byId.has(selected) ? [selected] : [])])];
  }, [ranking, sought, selected, byId]);
  const simulated = useMemo(
    () =>
      complete ? [...new Set([...arrows, ...ranking.convert.slice(0, LIT).map(({ id }) => id)])] : nothing,
    [complete, arrows, ranking],
  );
  const futures = useFutures(simulated, scope.headlineOf);
  const rings = useMemo(() => ringsOf(arrows, byId, futures, axis), [arrows, byId, futures, axis]);
  const pick = useCallback((id: string): void => select({ kind: 'initiative', id }), [select]);
  return (
    <div className={css.columns}>
      <div ref={space.ref} className={css.picture}>
        {/* A chart that is laid out for a guessed width is laid out twice: it waits for the width, which nobody sees. */}
        {space.known && (
          <MapDrawing
            {...{ items, order, lit, arrows, rings, byId, ranking, axis, search, scope, horizon, speech }}
            {...{ title, subtitle, draw, selected, space }}
            onAxis={setAxis}
            onSearch={setSearch}
            onPick={pick}
          />
        )}
      </div>
      <Ranks
        ranking={ranking}
        complete={complete}
        by={by}
        onBy={onBy}
        futures={futures}
        selected={selected}
        onPick={pick}
        speech={speech}
      />
    </div>
  );
}

/** The map itself, laid out for the width that it really has. */
function MapDrawing({
  items,
  order,
  lit,
  arrows,
  rings,
  byId,
  ranking,
  axis,
  onAxis,
  search,
  onSearch,
  scope,
  horizon,
  speech,
  title,
  subtitle,
  draw,
  selected,
  onPick,
  space,
}: {
  readonly items: readonly MapItem[];
  readonly order: readonly string[];
  readonly lit: readonly string[];
  readonly arrows: readonly string[];
  readonly rings: ReadonlyMap<string, MapRing>;
  readonly byId: ReadonlyMap<string, MapItem>;
  readonly ranking: Ranking;
  readonly axis: MapAxis;
  readonly onAxis: (axis: MapAxis) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly scope: Scope;
  readonly horizon: number;
  readonly speech: MapSpeech;
  readonly title: string;
  readonly subtitle: string;
  readonly draw: DrawNamed;
  readonly selected: string | null;
  readonly onPick: (id: string) => void;
  readonly space: ChartSpace;
}) {
  const { t } = useTranslation('map');
  const footer = useFooter(FUTURES);
  const measure = useMeasure();
  const { width, height: room, scale } = space;
  const [kept, setShown] = useKept<MapWindow | null>('map.window', null, isKeptWindow);
  const [moving, setMoving] = useState(false);
  const whole = useMemo(() => wholeWindow(items, axis), [items, axis]);
  const part = useMemo(() => partOfMap(kept, whole), [kept, whole]);
  const window = part ?? whole;
  const height = room ?? Math.max(HEIGHT[0], Math.min(HEIGHT[1], width * 0.62));
  const layout = useMemo(
    () =>
      layoutMap(
        items,
        {
          axis,
          window,
          order,
          lit,
          arrows,
          rings,
          moving,
          // To a room, a name that finds no place is better than half a one.
          ...(room === null ? {} : { longestName: width * 0.62 }),
        },
        { width, height },
        mapWords(axis, horizon, speech),
        measure,
      ),
    [items, axis, window, order, lit, arrows, rings, moving, width, height, room, horizon, speech, measure],
  );
  const hand = useMapHand({
    plot: layout.plot,
    window,
    whole,
    scale,
    onWindow: setShown,
    onMoving: setMoving,
  });
  const latest = useRef({ plot: layout.plot, window, whole });
  useEffect(() => {
    latest.current = { plot: layout.plot, window, whole };
  });
  const zoom = useCallback(
    (factor: number): void => {
      const now = latest.current;
      const middle = { x: now.plot.x + now.plot.width / 2, y: now.plot.y + now.plot.height / 2 };
      setShown(zoomWindow(now.window, now.whole, factor, middle, now.plot));
    },
    [setShown],
  );
  const rankOf = useMemo(() => new Map(ranking.convert.map(({ id }, k) => [id, k + 1])), [ranking]);
  const table = useCallback(() => mapTable(items, order, ranking, speech), [items, order, ranking, speech]);
  const description = useMemo(() => describeMap(items, ranking, speech), [items, ranking, speech]);
  const said = part === null ? '' : mapPart(items, axis, part, speech);
  const words = {
    title,
    // First, so that a room reads it, too, where there is no room for more.
    subtitle: joinSentences([said, subtitle]),
    draw,
    footer,
    description,
  };
  const zoomed = part !== null;
  // While a hand moves the map, only the drawing changes: what stands around it keeps its elements.
  const toolbar = useMemo(
    () => (
      <>
        <SelectField
          compact
          label={t('axis.label')}
          value={axis}
          choices={[
            { id: 'between' as const, text: t('axis.between') },
            { id: 'first' as const, text: t('axis.first') },
          ]}
          onChange={(next) => {
            onAxis(next);
            setShown(null);
          }}
        />
        <input
          type="search"
          className={css.search}
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
        <ScopeChoice scope={scope} />
        <Button look="quiet" aria-label={t('zoom.in')} onPress={() => zoom(1.6)}>
          +
        </Button>
        <Button look="quiet" aria-label={t('zoom.out')} onPress={() => zoom(1 / 1.6)}>
          −
        </Button>
        {zoomed && (
          <Button look="quiet" onPress={() => setShown(null)}>
            {t('zoom.reset')}
          </Button>
        )}
      </>
    ),
    [t, axis, onAxis, setShown, search, onSearch, scope, zoom, zoomed],
  );
  return (
    <div ref={hand} className={css.hand}>
      <ChartFrame
        name="map"
        words={words}
        legend={mapLegend(layout, horizon, FUTURES, speech)}
        table={table}
        marks={layout.marks}
        cardOf={(id) => mapCard(byId.get(id)!, rankOf.get(id) ?? null, speech)}
        onActivate={onPick}
        size={layout}
        measure={measure}
        scale={scale}
        selectedMark={selected}
        lit="own"
        drawing={(patterns, active) => (
          <MapChart
            layout={layout}
            clip={`${patterns}-map`}
            active={active}
            selected={selected}
            greyOnCanvas={quietCount(layout) > CANVAS_FROM}
          />
        )}
        picture={() =>
          wholePicture(layout, ({ patterns, ...drawn }) => (
            <MapChart {...drawn} clip={`${patterns}-map`} selected={null} />
          ))
        }
        toolbar={toolbar}
      />
    </div>
  );
}

/** P10 to P90 of where each would be in the other mode, as far as it is simulated. */
function ringsOf(
  ids: readonly string[],
  byId: ReadonlyMap<string, MapItem>,
  futures: Futures,
  axis: MapAxis,
): ReadonlyMap<string, MapRing> {
  const rings = new Map<string, MapRing>();
  for (const id of ids) {
    const found = futures.of(id);
    const item = byId.get(id);
    if (!found || !item) continue;
    const other = found[item.mode === 'project' ? 'product' : 'project'];
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
