import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinSentences, joinSpoken } from '../../../shared/text/join.ts';
import { HoverCard, spokenCard } from '../../charts/frame/HoverCard.tsx';
import type { MarkCard } from '../../charts/frame/markCard.ts';
import type { MeasureText } from '../../charts/frame/measureText.ts';
import { dayAt, panBy, type TimeAxis, zoomAt } from '../../charts/timeline/axis.ts';
import { timelineCard } from '../../charts/timeline/describe.ts';
import { type KeyMove, keyGesture, partsOf } from '../../charts/timeline/gestures.ts';
import { layoutTimeline, type TimelineWords } from '../../charts/timeline/layout.ts';
import type { Metrics } from '../../charts/timeline/metrics.ts';
import { contentHeight, type RowGeometry, rowAt } from '../../charts/timeline/rows.ts';
import { datesWords } from '../../charts/timeline/speech.ts';
import type { TimelineItem } from '../../charts/timeline/timelineData.ts';
import { type Part, partOf, samePart, wholeBar, type Zone, zoneAt } from '../../charts/timeline/zones.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { focusWhenThere } from '../flow/focusField.ts';
import { StageCanvas } from './StageCanvas.tsx';
import { lineAfter, pointerShape } from './stageMoves.ts';
import css from './timeline.module.css';
import { shownOf, useTimeline } from './timelineStore.ts';
import type { Rescheduling } from './useReschedule.ts';
import { useStagePointer } from './useStagePointer.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import { useWheel } from './useWheel.ts';

const PAN_STEP = 120;
const ZOOM_STEP = 1.35;

/** Where the keyboard stands: a line, and the part of it. */
export interface Cursor {
  readonly key: string;
  readonly part: Part;
}

/** The picture that moves: it is drawn on a canvas, taken hold of with the pointer, and walked with the keyboard. */
export function TimelineStage({
  model,
  geometry,
  metrics,
  measure,
  words,
  description,
  title,
  axis,
  widestDays,
  size,
  scroller,
  writable,
  rescheduling,
  cursor,
  onCursor,
}: {
  readonly model: TimelineModel;
  readonly geometry: RowGeometry;
  readonly metrics: Metrics;
  readonly measure: MeasureText;
  readonly words: TimelineWords;
  readonly description: string;
  readonly title: string;
  readonly axis: TimeAxis;
  readonly widestDays: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly writable: boolean;
  readonly rescheduling: Rescheduling;
  readonly cursor: Cursor | null;
  readonly onCursor: (cursor: Cursor | null) => void;
}) {
  const { t } = useTranslation('timeline');
  const language = usePreferences((state) => state.language);
  const [scrollTop, setScrollTop] = useState(0);
  const [hover, setHover] = useState<{ readonly zone: Zone; readonly x: number } | null>(null);
  const [spoken, setSpoken] = useState('');
  const allLinks = useTimeline((state) => state.allLinks);
  const showCritical = useTimeline((state) => state.critical);
  const snap = useTimeline((state) => state.snap);
  const groupBy = useTimeline((state) => state.groupBy);
  const selection = useView((state) => state.selection);
  const selectedId = selection?.kind === 'initiative' ? selection.id : null;
  const { data, fiscalStartMonth, speech } = model;
  const { pending } = rescheduling;
  const plotWidth = Math.max(0, size.width - metrics.names);

  const layout = useMemo(
    () =>
      layoutTimeline({
        geometry,
        data,
        axis,
        width: size.width,
        height: size.height,
        scrollTop,
        metrics,
        measure,
        words,
        fiscalStartMonth,
        today: model.today,
        dataDate: model.dataDate,
        grouped: groupBy !== 'none',
        selectedId,
        hoveredKey: hover?.zone.key ?? null,
        cursor,
        ghost: pending ? { item: pending.result.ghost, day: releaseDay(pending) } : null,
        links: allLinks ? 'all' : 'selected',
        showCritical,
      }),
    [
      geometry,
      data,
      axis,
      size,
      scrollTop,
      metrics,
      measure,
      words,
      fiscalStartMonth,
      model.today,
      model.dataDate,
      groupBy,
      selectedId,
      hover?.zone.key,
      cursor,
      pending,
      allLinks,
      showCritical,
    ],
  );

  const setAxis = (next: TimeAxis): void => useTimeline.getState().set({ shown: shownOf(next, plotWidth) });
  const zoom = (factor: number, x = plotWidth / 2): void =>
    setAxis(zoomAt(axis, factor, x, plotWidth, widestDays));

  useWheel(scroller, {
    zoom: (factor, x) => zoom(factor, Math.max(0, x - metrics.names)),
    pan: (px) => setAxis(panBy(axis, px)),
  });

  const reveal = (at: number): void => {
    const box = scroller.current;
    if (!box || at < 0) return;
    const [top, bottom] = [geometry.tops[at]!, geometry.tops[at + 1]!];
    const room = size.height - metrics.head;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + room) box.scrollTop = bottom - room;
  };
  const latestReveal = useRef(reveal);
  latestReveal.current = reveal;
  const geometryNow = useRef(geometry);
  geometryNow.current = geometry;
  // What is selected elsewhere (palette, inspector, another view) is brought onto the screen, and kept on it when
  // the lines are stacked anew; other changes of the records leave the picture where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when, not what
  useEffect(() => {
    if (selectedId !== null) latestReveal.current(geometryNow.current.indexOf.get(selectedId) ?? -1);
  }, [selectedId, metrics, groupBy, size.height]);

  const cursorKey = cursor?.key ?? null;
  const cursorIndex = useMemo(
    () => (cursorKey === null ? -1 : geometry.rows.findIndex((row) => row.key === cursorKey)),
    [geometry, cursorKey],
  );
  const cardAt = (zone: Zone): MarkCard | null => {
    if (zone.kind === 'group' || zone.kind === 'name' || zone.kind === 'undated') return null;
    const item = data.items.get(zone.id);
    return item ? timelineCard(item, partOf(zone), data, speech) : null;
  };
  const goTo = (at: number, part: Part = wholeBar): void => {
    const row = geometry.rows[at];
    if (!row) return;
    onCursor({ key: row.key, part });
    reveal(at);
    if (row.kind === 'item') {
      if (row.item.id !== selectedId) useView.getState().select({ kind: 'initiative', id: row.item.id });
      setSpoken(spokenCard(timelineCard(row.item, part, data, speech), language));
      revealBar(row.item);
    } else {
      const state = t(row.collapsed ? 'card.collapsed' : 'card.open');
      setSpoken(joinSpoken([row.title, words.count(row.count), state], language));
    }
  };
  /** Brings a line's bar into the plot when none of it can be seen. */
  const revealBar = ({ schedule: { start, end }, initiative }: TimelineItem): void => {
    const day = start ?? end;
    if (day === null) return;
    const [left, right] = [dayAt(axis, 0), dayAt(axis, plotWidth)];
    const open = end === null && initiative.mode === 'product';
    if (day > right || (!open && (end ?? day) < left)) setAxis({ ...axis, from: day - (right - left) * 0.2 });
  };
  const openInspector = (id: string): void => {
    const view = useView.getState();
    view.select({ kind: 'initiative', id });
    view.set({ inspectorOpen: true });
    focusWhenThere(() => document.querySelector<HTMLElement>('aside input, aside textarea, aside button'));
  };
  const commit = async (): Promise<void> => {
    const { result } = pending ?? {};
    if (!result) return;
    const dates = datesWords(result.ghost.schedule.start, result.ghost.schedule.end, speech);
    const name = result.ghost.initiative.name;
    if (await rescheduling.commit()) setSpoken(t('ghost.kept', { name, dates }));
  };
  const cancel = (): void => {
    if (!pending && !rescheduling.refusal) return;
    rescheduling.cancel();
    setSpoken(t('ghost.cancelled'));
  };

  const pointer = useStagePointer({
    zones: layout.zones,
    items: data.items,
    axis,
    setAxis,
    metrics,
    width: size.width,
    unit: snap,
    fiscalStartMonth,
    writable,
    rescheduling,
    onHover: (zone, x) =>
      setHover((now) =>
        zone === null ? null : now?.zone === zone && Math.abs(now.x - x) < 2 ? now : { zone, x },
      ),
    onKeep: () => void commit(),
    onPick: (zone) => {
      if (zone === null) return onCursor(null);
      if (zone.kind === 'group') useTimeline.getState().toggle(zone.key);
      else useView.getState().select({ kind: 'initiative', id: zone.id });
      onCursor({ key: zone.key, part: zone.kind === 'group' ? wholeBar : partOf(zone) });
    },
  });

  const keyMove = (move: KeyMove, direction: 1 | -1): void => {
    const row = geometry.rows[cursorIndex];
    if (!writable || row?.kind !== 'item' || !cursor) return;
    const shown = pending?.id === row.item.id ? pending.result.ghost : row.item;
    const gesture = keyGesture(move, direction, cursor.part, row.item, shown, model.reference, {
      unit: snap,
      fiscalStartMonth,
    });
    if (!gesture) return;
    const step = (): void => {
      const next = rescheduling.attempt(row.item.id, gesture, true);
      if (!next) return;
      const { start, end } = next.result.ghost.schedule;
      const day = releaseDay(next);
      const dates = day === null ? datesWords(start, end, speech) : speech.date(day);
      setSpoken(t('ghost.moved', { name: next.result.ghost.initiative.name, dates }));
    };
    // Another kind of step than the one under way: that one is kept first, as a step of its own.
    if (pending && (pending.id !== row.item.id || pending.gesture.kind !== gesture.kind)) {
      void rescheduling.commit().then(step);
    } else step();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key } = event;
    const arrow = key.startsWith('Arrow');
    if (key === 'Escape') {
      if (!pending && !pointer.isHolding()) return;
      pointer.letGo();
      cancel();
      event.stopPropagation();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (!arrow) return;
      event.preventDefault();
      event.stopPropagation();
      const forward = key === 'ArrowRight' || key === 'ArrowDown';
      const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
      if (event.shiftKey) keyMove(sideways ? 'end' : 'start', forward ? 1 : -1);
      else if (sideways) keyMove('move', forward ? 1 : -1);
      return;
    }
    const row = geometry.rows[cursorIndex];
    const page = Math.max(1, Math.floor((size.height - metrics.head) / metrics.row) - 1);
    const next = lineAfter(key, cursorIndex, geometry.rows.length, page);
    if (arrow && event.shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      setAxis(panBy(axis, key === 'ArrowRight' ? PAN_STEP : -PAN_STEP));
    } else if (next !== null) goTo(next);
    else if (key === '+' || key === '=') zoom(ZOOM_STEP);
    else if (key === '-') zoom(1 / ZOOM_STEP);
    else if (key === '0') useTimeline.getState().set({ shown: null });
    else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      if (!row) return;
      if (row.kind === 'group') {
        if (row.collapsed === (key === 'ArrowRight')) useTimeline.getState().toggle(row.key);
      } else if (cursor) {
        const parts = partsOf(row.item);
        const now = parts.findIndex((each) => samePart(each, cursor.part));
        goTo(
          cursorIndex,
          parts[Math.max(0, Math.min(parts.length - 1, now + (key === 'ArrowRight' ? 1 : -1)))],
        );
      }
    } else if (key === 'Enter' || key === ' ') {
      if (pending) void commit();
      else if (row?.kind === 'group') useTimeline.getState().toggle(row.key);
      else if (row && key === 'Enter') openInspector(row.item.id);
      else return;
    } else return;
    event.preventDefault();
  };

  const hovered = hover && !pointer.grabbing ? hover.zone : null;
  const card = hovered ? cardAt(hovered) : null;
  const height = contentHeight(geometry) + metrics.head;
  return (
    <div
      ref={scroller}
      role="application"
      aria-roledescription={t('role')}
      aria-label={joinSpoken([title, joinSentences([description, t('keys')])], language)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the walk starts here
      tabIndex={0}
      className={css.scroller}
      data-cursor={pointer.grabbing ? 'grabbing' : pointerShape(hovered, writable)}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      {...pointer.handlers}
      onPointerCancel={() => {
        pointer.letGo();
        cancel();
      }}
      onPointerLeave={() => setHover(null)}
      onDoubleClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const zone = zoneAt(layout.zones, event.clientX - box.left, event.clientY - box.top);
        if (zone && zone.kind !== 'group') openInspector(zone.id);
      }}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        // Letting go of Alt keeps what was moved with it; the browser's menu must not open.
        if (event.key !== 'Alt' || !pending || pointer.isHolding()) return;
        event.preventDefault();
        void commit();
      }}
      onFocus={() => {
        if (cursor || geometry.rows.length === 0) return;
        const at = selectedId === null ? undefined : geometry.indexOf.get(selectedId);
        const first = at ?? rowAt(geometry, scrollTop);
        const row = geometry.rows[first];
        if (row && at !== undefined) onCursor({ key: row.key, part: wholeBar });
      }}
      onBlur={() => {
        if (pending && !pointer.isHolding()) void commit();
      }}
    >
      <div className={css.content} style={{ height }}>
        <StageCanvas scene={layout.scene} size={size} />
        {card && hover && (
          <div className={css.cards} style={{ ...size, top: scrollTop }}>
            <HoverCard
              card={card}
              at={{ x: hover.x, y: hover.zone.rect.y, width: 4, height: hover.zone.rect.height }}
              bounds={size}
            />
          </div>
        )}
      </div>
      <output className="visuallyHidden" aria-live="polite">
        {spoken}
      </output>
    </div>
  );
}

const releaseDay = (pending: NonNullable<Rescheduling['pending']>): number | null =>
  pending.gesture.kind === 'release' ? pending.gesture.to : null;
