import { ChartArea, Table2 } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { ChartLegend } from '../../charts/frame/ChartLegend.tsx';
import { ExportMenu } from '../../charts/frame/ExportMenu.tsx';
import frame from '../../charts/frame/frame.module.css';
import { PictureSheet } from '../../charts/frame/PictureSheet.tsx';
import { TwinTable } from '../../charts/frame/TwinTable.tsx';
import { useTwinLook } from '../../charts/frame/twinLook.ts';
import { useMeasure } from '../../charts/frame/useChartSize.ts';
import { axisOver, firstAxis, wholeAxis, widestOf, zoomAt } from '../../charts/timeline/axis.ts';
import {
  describeTimeline,
  loadTable,
  timelineLegend,
  timelineTable,
} from '../../charts/timeline/describe.ts';
import { layoutTimeline } from '../../charts/timeline/layout.ts';
import { metricsOf } from '../../charts/timeline/metrics.ts';
import { contentHeight, stackRows } from '../../charts/timeline/rows.ts';
import { timelineWords } from '../../charts/timeline/speech.ts';
import { TimelineSvg } from '../../charts/timeline/TimelineSvg.tsx';
import { wholeBar } from '../../charts/timeline/zones.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { useFooter } from '../flow/useFooter.ts';
import { DateFields } from './DateFields.tsx';
import { type Cursor, TimelineStage } from './TimelineStage.tsx';
import { TimelineToolbar, ZoomButtons } from './TimelineToolbar.tsx';
import css from './timeline.module.css';
import { shownOf, useTimeline } from './timelineStore.ts';
import { useReschedule } from './useReschedule.ts';
import { useStageSize } from './useStageSize.ts';
import type { TimelineModel } from './useTimelineModel.ts';

/** The text size (px) that the sizes are made for; themes with larger texts enlarge them. */
const TEXT = 13;
/** An exported picture longer than this could not be printed or opened. */
const PICTURE_ROWS = 400;

/** How many times as large as on the desk the theme's texts are. */
function useTextScale(): number {
  usePreferences((state) => state.theme);
  const text = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--text-m'));
  return Number.isFinite(text) && text > 0 ? text / TEXT : 1;
}

/** The timeline with all that a picture has: tools, table twin, legend, dates to type, and export. */
export function TimelinePicture({
  records,
  model,
  title,
  subtitle,
  writable,
  corner,
}: {
  readonly records: PortfolioRecords;
  readonly model: TimelineModel;
  readonly title: string;
  readonly subtitle: string;
  readonly writable: boolean;
  /** Where the buttons for table and export go: beside the title. */
  readonly corner: HTMLElement | null;
}) {
  const { t: flow } = useTranslation('flow');
  const { t } = useTranslation('timeline');
  const footer = useFooter('records');
  const measure = useMeasure();
  const scale = useTextScale();
  const id = useId().replaceAll(':', '');
  const [scroller, size] = useStageSize<HTMLDivElement>();
  const [{ asTable }, setTwin] = useTwinLook('timeline');
  const [placed, setPlaced] = useState<Cursor | null>(null);
  const rescheduling = useReschedule();
  const shown = useTimeline((state) => state.shown);
  const critical = useTimeline((state) => state.critical);
  const groupBy = useTimeline((state) => state.groupBy);
  const links = useTimeline((state) => (state.allLinks ? 'all' : 'selected'));
  const selection = useView((state) => state.selection);
  const { data, items, rows, speech, fiscalStartMonth, dataDate, reference } = model;

  const metrics = useMemo(() => metricsOf(scale, size.width), [scale, size.width]);
  const geometry = useMemo(() => stackRows(rows, metrics), [rows, metrics]);
  const words = useMemo(
    () => timelineWords(speech, { fiscal: fiscalStartMonth !== 1, writable, dataDate }),
    [speech, fiscalStartMonth, writable, dataDate],
  );
  const plotWidth = Math.max(1, size.width - metrics.names);
  const widestDays = widestOf(data.extent);
  const axis = useMemo(
    () =>
      shown
        ? axisOver(shown.from, shown.from + shown.days, plotWidth, widestDays)
        : firstAxis(data, reference, plotWidth),
    [shown, plotWidth, widestDays, data, reference],
  );
  const legend = useMemo(
    () =>
      timelineLegend(
        items,
        data,
        {
          critical,
          loads: rows.flatMap((row) => (row.kind === 'group' && row.load ? row.load : [])),
          today: true,
          dataDate: dataDate !== null,
        },
        speech,
      ),
    [items, data, rows, critical, dataDate, speech],
  );
  const description = useMemo(() => describeTimeline(items, data, speech), [items, data, speech]);
  const groupKeys = useMemo(() => rows.flatMap((row) => (row.kind === 'group' ? [row.key] : [])), [rows]);

  const selectedId = selection?.kind === 'initiative' ? selection.id : null;
  // The keyboard stands on what is selected, wherever that was done; on a heading only when it went there itself.
  const cursor = useMemo((): Cursor | null => {
    const row = placed ? geometry.rows.find((each) => each.key === placed.key) : undefined;
    if (placed && row && (row.kind === 'group' || row.item.id === selectedId)) return placed;
    const at = selectedId === null ? undefined : geometry.indexOf.get(selectedId);
    return at === undefined ? null : { key: geometry.rows[at]!.key, part: wholeBar };
  }, [placed, geometry, selectedId]);

  const setShown = useTimeline.getState().set;
  const whole = () => {
    const kept = rows.slice(0, PICTURE_ROWS);
    const stacked = stackRows(kept, metrics);
    const height = metrics.head + contentHeight(stacked);
    const { scene } = layoutTimeline({
      geometry: stacked,
      data,
      axis,
      width: size.width,
      height,
      scrollTop: 0,
      metrics,
      measure,
      words,
      fiscalStartMonth,
      today: model.today,
      dataDate,
      grouped: groupBy !== 'none',
      selectedId: null,
      hoveredKey: null,
      cursor: null,
      ghost: null,
      links,
      showCritical: critical,
    });
    const cut =
      kept.length < rows.length
        ? ` ${t('picture.cut', { count: rows.length, shown: speech.number(kept.length), total: speech.number(rows.length) })}`
        : '';
    return (
      <PictureSheet
        words={{ title, subtitle: subtitle + cut, footer, description }}
        legend={legend}
        width={size.width}
        height={height}
        measure={measure}
        patterns={`${id}x`}
      >
        <TimelineSvg scene={scene} patterns={`${id}x`} />
      </PictureSheet>
    );
  };

  return (
    <figure className={css.frame} aria-label={title}>
      <div className={css.tools}>
        <TimelineToolbar />
      </div>
      {corner &&
        createPortal(
          <>
            <button
              type="button"
              className={frame.tool}
              aria-pressed={asTable}
              onClick={() => setTwin({ asTable: !asTable })}
            >
              {asTable ? <ChartArea size={14} aria-hidden /> : <Table2 size={14} aria-hidden />}
              {flow(asTable ? 'chart.asPicture' : 'chart.asTable')}
            </button>
            <ExportMenu title={title} picture={whole} />
          </>,
          corner,
        )}
      {asTable ? (
        <Tables records={records} model={model} byTeam={groupBy === 'team'} />
      ) : (
        <>
          <div className={css.stage}>
            <div className={css.corner} style={{ width: metrics.names - 1, height: metrics.head - 1 }}>
              <ZoomButtons
                groupKeys={groupKeys}
                onZoom={(factor) =>
                  setShown({
                    shown: shownOf(zoomAt(axis, factor, plotWidth / 2, plotWidth, widestDays), plotWidth),
                  })
                }
                onFit={() => {
                  const extent = data.extent ?? { from: reference - 365, to: reference + 365 };
                  setShown({ shown: shownOf(wholeAxis(extent, plotWidth), plotWidth) });
                }}
                onToday={() => {
                  const days = plotWidth / axis.pxPerDay;
                  setShown({ shown: { from: model.today - days / 3, days } });
                }}
              />
            </div>
            <TimelineStage
              model={model}
              geometry={geometry}
              metrics={metrics}
              measure={measure}
              words={words}
              title={title}
              description={description}
              axis={axis}
              widestDays={widestDays}
              size={size}
              scroller={scroller}
              writable={writable}
              rescheduling={rescheduling}
              cursor={cursor}
              onCursor={setPlaced}
            />
          </div>
          <DateFields
            item={selectedId === null ? null : (data.items.get(selectedId) ?? null)}
            part={cursor?.part ?? wholeBar}
            model={model}
            writable={writable}
            rescheduling={rescheduling}
          />
          <ChartLegend
            items={legend}
            width={size.width}
            scale={scale}
            measure={measure}
            className={css.legend}
          />
        </>
      )}
    </figure>
  );
}

/** The table twin; with groups by team, the load of the teams below it. */
function Tables({
  records,
  model,
  byTeam,
}: {
  readonly records: PortfolioRecords;
  readonly model: TimelineModel;
  readonly byTeam: boolean;
}) {
  const { t } = useTranslation('flow');
  const { items, data, speech, loads, spans, fiscalStartMonth } = model;
  const table = useMemo(() => timelineTable(items, data, speech), [items, data, speech]);
  const load = useMemo(
    () =>
      byTeam ? loadTable(loads, spans, (id) => records.team[id]?.name ?? id, fiscalStartMonth, speech) : null,
    [byTeam, loads, spans, records, fiscalStartMonth, speech],
  );
  const words = {
    copy: t('chart.copy'),
    copied: t('chart.copied'),
    more: (count: number) => t('chart.more', { count }),
  };
  return (
    <div className={css.tables}>
      <TwinTable name="timeline" table={table} words={words} />
      {load && (
        <>
          <h2>{load.caption}</h2>
          <TwinTable name="timelineLoad" table={load} words={words} />
        </>
      )}
    </div>
  );
}
