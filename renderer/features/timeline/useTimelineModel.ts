import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { type TeamLoad, teamLoads } from '../../../shared/analysis/teamLoad.ts';
import type { PortfolioRecords, stages } from '../../../shared/domain/records.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { quartersBetween } from '../../charts/timeline/calendar.ts';
import type { LoadCell, TimelineRow } from '../../charts/timeline/rows.ts';
import { type TimelineSpeech, timelineSpeech } from '../../charts/timeline/speech.ts';
import { type TimelineData, type TimelineItem, timelineData } from '../../charts/timeline/timelineData.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import type { FiguresOf } from '../initiatives/columns.ts';
import { filterRows } from '../initiatives/filterRows.ts';
import { initiativeRows } from '../initiatives/rows.ts';
import { useTable } from '../initiatives/tableStore.ts';
import { itemsOf, loadCells, orderItems, timelineRows } from './timelineRows.ts';
import { useTimeline } from './timelineStore.ts';

/** What the timeline shows, worked out from the records and the arrangement. */
export interface TimelineModel {
  readonly data: TimelineData;
  /** What the search and the filters let through, in order. */
  readonly items: readonly TimelineItem[];
  readonly rows: readonly TimelineRow[];
  readonly total: number;
  readonly speech: TimelineSpeech;
  readonly fiscalStartMonth: number;
  /** Day numbers. */
  readonly today: number;
  readonly dataDate: number | null;
  /** The day that counts as now: the data's, where the portfolio has one. */
  readonly reference: number;
  /** Loads of all teams over the plan's quarters. */
  readonly loads: readonly TeamLoad[];
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** Today by the clock of this machine, as a day number. */
function todayNumber(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}

const AHEAD_DAYS = 730;

/** The model of the timeline; an edit recomputes what it touches, panning and zooming nothing of it. */
export function useTimelineModel(records: PortfolioRecords, figuresOf: FiguresOf): TimelineModel {
  const { t } = useTranslation('timeline');
  const { t: common } = useTranslation('common');
  const language = usePreferences((state) => state.language);
  const data = timelineData(records);
  const { fiscalYearStartMonth: fiscalStartMonth, dataDate: dataDay } = settingsOf(records);
  const today = todayNumber();
  const dataDate = dataDay === null ? null : dayNumber(dataDay);
  const reference = dataDate ?? today;

  const rows = initiativeRows(records);
  const search = useDeferredValue(useTable((state) => state.search));
  const filters = useDeferredValue(useTable((state) => state.filters));
  const order = useTimeline((state) => state.order);
  const groupBy = useTimeline((state) => state.groupBy);
  const collapsed = useTimeline((state) => state.collapsed);

  const shown = useMemo(
    () => filterRows(rows, search, filters, figuresOf),
    [rows, search, filters, figuresOf],
  );
  const items = useMemo(
    () =>
      orderItems(
        itemsOf(
          data,
          shown.map((row) => row.id),
        ),
        order,
      ),
    [data, shown, order],
  );
  const byTeam = groupBy === 'team';
  const spans = useMemo(() => {
    if (!byTeam || !data.extent) return [];
    const to = Math.max(data.extent.to, reference + AHEAD_DAYS);
    return quartersBetween(data.extent.from, to, fiscalStartMonth);
  }, [byTeam, data, reference, fiscalStartMonth]);
  const loads = useMemo(
    () => (spans.length > 0 ? teamLoads(records, data.schedules, spans) : []),
    [records, data, spans],
  );
  const cells = useMemo(() => {
    const known = new Map<string, readonly LoadCell[]>();
    for (const load of loads) known.set(load.teamId, loadCells(load, spans));
    return known;
  }, [loads, spans]);
  const grouped = useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true });
    return timelineRows(
      items,
      groupBy,
      collapsed,
      records,
      {
        unknown: (by) => t(`group.unknown.${by}`),
        undated: t('group.undated'),
        choice: (by, id) =>
          by === 'mode'
            ? common(`mode.${id as 'project' | 'product'}`)
            : common(`stage.${id as (typeof stages)[number]}`),
        compare: collator.compare,
      },
      (teamId) => cells.get(teamId) ?? null,
    );
  }, [items, groupBy, collapsed, records, cells, language, t, common]);
  const speech = useMemo(
    () => timelineSpeech(t, (mode) => common(`mode.${mode}`), language),
    [t, common, language],
  );
  return {
    data,
    items,
    rows: grouped,
    total: data.items.size,
    speech,
    fiscalStartMonth,
    today,
    dataDate,
    reference,
    loads,
    spans,
  };
}
