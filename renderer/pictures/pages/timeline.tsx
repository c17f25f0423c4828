import type { stages } from '../../../shared/domain/records.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { axisOver } from '../../charts/timeline/axis.ts';
import { describeTimeline, timelineLegend, timelineTable } from '../../charts/timeline/describe.ts';
import { layoutTimeline } from '../../charts/timeline/layout.ts';
import { metricsOf } from '../../charts/timeline/metrics.ts';
import { contentHeight, stackRows } from '../../charts/timeline/rows.ts';
import { timelineSpeech, timelineWords } from '../../charts/timeline/speech.ts';
import { TimelineSvg } from '../../charts/timeline/TimelineSvg.tsx';
import { type TimelineItem, timelineData } from '../../charts/timeline/timelineData.ts';
import { timelineFinding, timelinePart } from '../../features/timeline/timelineFinding.ts';
import { itemsOf, orderItems, timelineRows } from '../../features/timeline/timelineRows.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { reportTable } from '../hide.ts';
import { selectedOf } from '../look.ts';
import { filteredRows } from '../scope.ts';

/** Days left free before the first and after the last date. */
const BEFORE = 30;
const AFTER = 150;

/** Initiatives on one time axis in the order of their starts; where not all fit, those with most money. */
export function timelinePages(context: PageContext): readonly PageDraft[] {
  const { records, results, settings, options, measure, figures, today, say, join, look } = context;
  const arranged = look?.timeline ?? null;
  const grouping = arranged?.groupBy ?? 'none';
  const data = timelineData(records);
  const items = orderItems(
    itemsOf(
      data,
      // The table's filters hold for the timeline, too.
      look
        ? filteredRows(context, { table: { ...look.table, overhead: 'shown' } }, 'shown').map(({ id }) => id)
        : results.initiatives.map(({ id }) => id),
    ),
    arranged?.order ?? 'start',
  );
  if (items.length === 0) return [];
  const common = say('common');
  const t = say('timeline');
  const speech = timelineSpeech(t, (mode) => common(`mode.${mode}`), options.language);
  const dataDate = settings.dataDate === null ? null : dayNumber(settings.dataDate);
  const reference = dataDate ?? dayNumber(today);
  const rowsOf = (shown: readonly TimelineItem[]) =>
    timelineRows(
      shown,
      grouping,
      arranged?.collapsed ?? new Set(),
      records,
      {
        unknown: (by) => t(`group.unknown.${by}`),
        undated: t('group.undated'),
        choice: (by, id) =>
          by === 'mode'
            ? common(`mode.${id as 'project' | 'product'}`)
            : common(`stage.${id as (typeof stages)[number]}`),
        compare: new Intl.Collator(options.language, { numeric: true }).compare,
      },
      null,
    );
  const words = timelineWords(speech, {
    fiscal: settings.fiscalYearStartMonth !== 1,
    writable: false,
    dataDate,
  });
  const finding = timelineFinding({ items, data, reference, speech });
  return [
    {
      name: say('reports')('page.timeline'),
      twin: 'timeline',
      title: finding.title,
      subtitle: join([timelinePart(items, arranged?.shown ?? null, speech), finding.subtitle]),
      description: describeTimeline(items, data, speech),
      basis: 'records',
      smallestText: 10.5,
      drawing: (room) => {
        const metrics = metricsOf(1, room.width);
        const placed = (count: number) => {
          const kept = costliest(items, count);
          const rows = stackRows(rowsOf(kept), metrics);
          return { kept, rows, height: metrics.head + contentHeight(rows) };
        };
        let count = Math.max(1, Math.floor((room.height - metrics.head) / metrics.row));
        let found = placed(count);
        // Headings take lines too, and who belongs to several groups stands in each.
        while (found.height > room.height && count > 1) {
          count -= Math.max(1, Math.floor((found.height - room.height) / metrics.row));
          found = placed(Math.max(1, count));
        }
        const { kept: keptItems, rows: geometry, height } = found;
        const [from, to] = arranged?.shown
          ? [arranged.shown.from, arranged.shown.from + arranged.shown.days]
          : extentOf(keptItems, reference);
        const isDrawn = (day: number): boolean => day >= from && day <= to;
        const { scene } = layoutTimeline({
          geometry,
          data,
          axis: axisOver(from, to, room.width - metrics.names, to - from),
          width: room.width,
          height,
          scrollTop: 0,
          metrics,
          measure,
          words,
          fiscalStartMonth: settings.fiscalYearStartMonth,
          today: dayNumber(today),
          dataDate,
          grouped: grouping !== 'none',
          selectedId: selectedOf(look, 'initiative'),
          hoveredKey: null,
          cursor: null,
          ghost: null,
          links: arranged === null || arranged.allLinks ? 'all' : 'selected',
          showCritical: arranged?.critical ?? false,
        });
        return {
          width: room.width,
          height,
          legend: timelineLegend(
            keptItems,
            data,
            {
              critical: arranged?.critical ?? false,
              loads: [],
              today: isDrawn(dayNumber(today)),
              dataDate: dataDate !== null && isDrawn(dataDate),
            },
            speech,
          ),
          draw: (patterns) => <TimelineSvg scene={scene} patterns={patterns} />,
          ...(keptItems.length < items.length
            ? {
                cut: say('reports')('cut.costliest', {
                  shown: figures.number(keptItems.length),
                  all: figures.number(items.length),
                }),
              }
            : {}),
        };
      },
      table: reportTable(timelineTable(items, data, speech)),
    },
  ];
}

/** The dated initiatives with most money, as many as fit, in their order; those without dates only where room is left. */
function costliest(items: readonly TimelineItem[], fitting: number): readonly TimelineItem[] {
  const dated = ({ schedule }: TimelineItem): boolean => schedule.start !== null || schedule.end !== null;
  // The heading over those without dates takes a line.
  const most = items.every(dated) || items.filter(dated).length >= fitting ? fitting : fitting - 1;
  if (items.length <= most) return items;
  const ranked = [...items].sort(
    (a, b) =>
      Number(dated(b)) - Number(dated(a)) || (b.initiative.budget ?? -1) - (a.initiative.budget ?? -1),
  );
  const kept = new Set(ranked.slice(0, Math.max(1, most)));
  return items.filter((item) => kept.has(item));
}

/** The days that the shown lines take. */
function extentOf(
  items: readonly { readonly schedule: { readonly start: number | null; readonly end: number | null } }[],
  reference: number,
): readonly [number, number] {
  const days = items.flatMap(({ schedule: { start, end } }) => [start, end].filter((day) => day !== null));
  if (days.length === 0) return [reference - 365, reference + 365];
  return [Math.min(...days) - BEFORE, Math.max(...days) + AFTER];
}
