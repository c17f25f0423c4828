import { useCallback, useContext, useMemo } from 'react';
import { joinSentences } from '../../../shared/text/join.ts';
import type { ChartMark } from '../../charts/frame/chartMark.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import { useMeasure } from '../../charts/frame/useChartSize.ts';
import type { Viewport } from '../../charts/frame/wholePicture.ts';
import { axisOver, firstAxis, widestOf } from '../../charts/timeline/axis.ts';
import {
  describeTimeline,
  timelineCard,
  timelineLegend,
  timelineTable,
} from '../../charts/timeline/describe.ts';
import { layoutTimeline } from '../../charts/timeline/layout.ts';
import { metricsOf } from '../../charts/timeline/metrics.ts';
import { contentHeight, stackRows } from '../../charts/timeline/rows.ts';
import { timelineWords } from '../../charts/timeline/speech.ts';
import { TimelineSvg } from '../../charts/timeline/TimelineSvg.tsx';
import { useView } from '../../state/viewStore.ts';
import { useFooter } from '../flow/useFooter.ts';
import { timelinePart } from './timelineFinding.ts';
import { useTimeline } from './timelineStore.ts';
import type { TimelineModel } from './useTimelineModel.ts';

/** The smallest text of a timeline at its usual size, px. */
const SMALLEST = 10.5;
/** The share of the width that names take. */
const NAMES = 0.42;

/** The timeline for a room: the same lines over the same days, as large as a room needs. */
export function TimelineOnStage({
  model,
  title,
  subtitle,
}: {
  readonly model: TimelineModel;
  readonly title: string;
  readonly subtitle: string;
}) {
  const stage = useContext(StageContext);
  const measure = useMeasure();
  const footer = useFooter('records');
  const { shown, critical, groupBy, allLinks } = useTimeline();
  const selected = useView((state) => (state.selection?.kind === 'initiative' ? state.selection.id : null));
  const { data, items, rows, speech, fiscalStartMonth, dataDate, reference, today } = model;
  const width = stage?.width ?? 0;
  const metrics = useMemo(
    () => ({
      ...metricsOf((stage?.label ?? SMALLEST) / SMALLEST, width),
      // Names are read whole, days only roughly.
      names: Math.round(width * NAMES),
    }),
    [stage?.label, width],
  );
  const geometry = useMemo(() => stackRows(rows, metrics), [rows, metrics]);
  const words = useMemo(
    () => timelineWords(speech, { fiscal: fiscalStartMonth !== 1, writable: false, dataDate }),
    [speech, fiscalStartMonth, dataDate],
  );
  const axis = useMemo(() => {
    const plot = Math.max(1, width - metrics.names);
    return shown
      ? axisOver(shown.from, shown.from + shown.days, plot, widestOf(data.extent))
      : firstAxis(data, reference, plot);
  }, [shown, width, metrics.names, data, reference]);
  const height = metrics.head + contentHeight(geometry);
  const marks = useMemo(
    () =>
      geometry.rows.flatMap((row, lane): ChartMark[] => {
        const top = metrics.head + (geometry.tops[lane] ?? 0);
        const bottom = metrics.head + (geometry.tops[lane + 1] ?? 0);
        return row.kind === 'item'
          ? [{ id: `row:${row.item.id}`, lane, rect: { x: 0, y: top, width, height: bottom - top } }]
          : [];
      }),
    [geometry, metrics.head, width],
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
  const table = useCallback(() => timelineTable(items, data, speech), [items, data, speech]);
  const draw = (patterns: string, active: string | null, { top, bottom }: Viewport) => {
    const { scene } = layoutTimeline({
      geometry,
      data,
      axis,
      width,
      height: bottom - top,
      scrollTop: top,
      metrics,
      measure,
      words,
      fiscalStartMonth,
      today,
      dataDate,
      grouped: groupBy !== 'none',
      selectedId: active === null ? null : active.slice('row:'.length),
      hoveredKey: null,
      cursor: null,
      ghost: null,
      links: allLinks ? 'all' : 'selected',
      showCritical: critical,
    });
    return (
      <g transform={`translate(0,${top})`}>
        <TimelineSvg scene={scene} patterns={patterns} />
      </g>
    );
  };
  if (!stage) return null;
  return (
    <stage.Picture
      name="timeline"
      words={{
        title,
        subtitle: joinSentences([timelinePart(items, shown, speech), subtitle]),
        footer,
        description: describeTimeline(items, data, speech),
      }}
      legend={legend}
      table={table}
      marks={marks}
      cardOf={(id) => {
        const item = data.items.get(id.slice('row:'.length));
        return item ? timelineCard(item, { kind: 'bar' }, data, speech) : { title: '', rows: [] };
      }}
      size={{ width, height }}
      measure={measure}
      head={metrics.head}
      selectedMark={selected === null ? null : `row:${selected}`}
      drawing={draw}
    />
  );
}
