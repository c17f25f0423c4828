import { countedInMoney } from '../../../shared/planning/countedInMoney.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import type { LegendItem } from '../../charts/frame/legend.ts';
import { wholePicture } from '../../charts/frame/wholePicture.ts';
import { layoutOutcomes, OUTCOME_ROW, type OutcomeTrack } from '../../charts/outcomes/layout.ts';
import { OutcomesChart } from '../../charts/outcomes/OutcomesChart.tsx';
import type { SayValues } from '../../features/inspector/sayValues.ts';
import { metricWords, outcomeCounts, progressWords } from '../../features/outcomes/outcomeWords.ts';
import {
  matchingRows,
  type OutcomeRow,
  outcomeRows,
  type SegmentRow,
  segmentRows,
} from '../../features/outcomes/rows.ts';
import { planDay } from '../../features/planning/today.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { MASK } from '../hide.ts';
import { rowsDrawing } from './rowsDrawing.ts';
import { type RowColumn, rowsPage } from './rowsPage.ts';
import { valuesOf } from './valuesOf.ts';

const MOST_PAGES = 2;

/** What should be different for customers and how far it is, as a picture and as a list; then for whom. */
export function outcomePages(context: PageContext): readonly PageDraft[] {
  const tab = context.look?.outcomes.tab;
  return [
    ...(tab === 'segments' ? [] : ownPages(context)),
    ...(tab === 'outcomes' ? [] : segmentPage(context)),
  ];
}

function ownPages(context: PageContext): readonly PageDraft[] {
  const { records, today, say, look, join, figures } = context;
  const all = outcomeRows(records, planDay(records, today)).filter(
    ({ record }) => !record.retired || (look?.outcomes.retiredShown ?? false),
  );
  const rows = matchingRows(all, look?.outcomes.search ?? '', records);
  if (rows.length === 0) return [];
  const pages = say('reportPages');
  const { untold, unlinked } = outcomeCounts(rows);
  const count = rows.length;
  const filtered =
    count < all.length
      ? pages('filtered', { shown: figures.number(count), all: figures.number(all.length) })
      : '';
  const found = outcomeFinding(rows, context);
  const served =
    unlinked === 0
      ? pages('outcomes.served', { count })
      : pages('outcomes.unserved', { count: unlinked, all: figures.number(count) });
  const drawn = untold < count;
  const list = {
    name: pages('outcomes.list'),
    title: drawn ? served : found,
    subtitle: join([drawn ? '' : `${served}${pages('stop')}`, filtered]),
  };
  const picture = {
    title: found,
    subtitle: join([untold > 0 ? pages('outcomes.untold', { count: untold }) : '', filtered]),
  };
  const table = listPage(rows, list, context);
  return drawn ? [...picturePage(rows, picture, table[0]?.table, context), ...table] : table;
}

/** A value of the metric of an outcome, which is an amount where that is counted in money; null where it is not known. */
const measureOf =
  ({ options, settings }: PageContext, words: SayValues) =>
  ({ record }: OutcomeRow, value: number | null): string | null =>
    value === null
      ? null
      : options.amounts === 'hidden' && countedInMoney(record.unit, settings.currency)
        ? MASK
        : words.number(value);

const dueOf =
  ({ say }: PageContext, words: SayValues) =>
  ({ record, overdue }: OutcomeRow): string => {
    const date = words.date(record.dueDate);
    return overdue ? say('reportPages')('lateDate', { date, late: say('outcomes')('overdue') }) : date;
  };

function picturePage(
  rows: readonly OutcomeRow[],
  words: { readonly title: string; readonly subtitle: string },
  table: PageDraft['table'],
  context: PageContext,
): readonly PageDraft[] {
  const { say, measure } = context;
  const t = say('outcomes');
  const pages = say('reportPages');
  const values = valuesOf(context);
  const value = measureOf(context, values);
  const due = dueOf(context, values);
  const tracks = rows.map((row): OutcomeTrack => {
    const { record, progress, readings } = row;
    const { baseline, target } = record;
    const share = progress.known ? progress.share : null;
    const latest = value(row, progress.latest?.value ?? null);
    const said = progressWords(progress, t, values);
    return {
      id: row.id,
      name: namedIn(context)(record),
      about: metricWords(record),
      baseline: value(row, baseline),
      target: value(row, target),
      now: latest === null || share === null ? latest : `${latest} · ${said}`,
      share,
      missing: share === null ? said : '',
      earlier:
        share === null || baseline === null || target === null
          ? []
          : readings.slice(0, -1).map((reading) => (reading.value - baseline) / (target - baseline)),
      due: due(row),
      late: row.overdue,
    };
  });
  const legend: readonly LegendItem[] = [
    { swatch: 'productCircle', label: t('column.latest') },
    ...(tracks.some(({ earlier }) => earlier.length > 0)
      ? [{ swatch: 'productHollow' as const, label: pages('outcomes.earlier') }]
      : []),
  ];
  return [
    {
      name: say('reports')('page.outcomes'),
      ...words,
      description: joinSentences([
        `${words.title}${pages('stop')}`,
        ...tracks.map(({ name, now, missing }) => pages('outcomes.says', { name, now: now ?? missing })),
      ]),
      basis: 'records',
      ...rowsDrawing(context, tracks, OUTCOME_ROW, (shown, width) => {
        const layout = layoutOutcomes(
          shown,
          width,
          { baseline: t('column.baseline'), target: t('column.target') },
          measure,
        );
        return { ...wholePicture(layout, () => <OutcomesChart layout={layout} />), legend };
      }),
      ...(table ? { table: { ...table, caption: words.title } } : {}),
    },
  ];
}

function listPage(
  rows: readonly OutcomeRow[],
  head: { readonly name: string; readonly title: string; readonly subtitle: string },
  context: PageContext,
): readonly PageDraft[] {
  const { records, say } = context;
  const t = say('outcomes');
  const pages = say('reportPages');
  const words = valuesOf(context);
  const measure = measureOf(context, words);
  return rowsPage<OutcomeRow>(context, {
    ...head,
    mostPages: MOST_PAGES,
    rows,
    columns: [
      { id: 'name', label: t('column.name'), share: 19, text: ({ record }) => namedIn(context)(record) },
      { id: 'metric', label: t('column.metric'), share: 16, text: ({ record }) => metricWords(record) },
      {
        id: 'segment',
        label: t('column.segment'),
        share: 10,
        text: ({ record }) => records.segment[record.segmentId ?? '']?.name ?? null,
      },
      {
        id: 'owner',
        label: t('column.owner'),
        share: 10,
        text: ({ record }) => records.team[record.ownerTeamId ?? '']?.name ?? null,
      },
      {
        id: 'dueDate',
        label: t('column.dueDate'),
        share: 14,
        text: dueOf(context, words),
      },
      {
        id: 'baseline',
        label: t('column.baseline'),
        share: 8,
        text: (row) => measure(row, row.record.baseline),
        number: ({ record }) => record.baseline,
      },
      {
        id: 'latest',
        label: t('column.latest'),
        share: 14,
        text: (row) => {
          const { latest } = row.progress;
          const value = measure(row, latest?.value ?? null);
          return latest && value !== null
            ? pages('outcomes.readOn', { value, date: words.date(latest.date) })
            : null;
        },
        number: ({ progress }) => progress.latest?.value ?? null,
      },
      {
        id: 'target',
        label: t('column.target'),
        share: 8,
        text: (row) => measure(row, row.record.target),
        number: ({ record }) => record.target,
      },
      {
        id: 'progress',
        label: t('column.progress'),
        share: 10,
        text: ({ progress }) => progressWords(progress, t, words),
        number: ({ progress }) => (progress.known ? progress.share : null),
      },
      {
        id: 'initiatives',
        label: t('column.initiatives'),
        share: 8,
        text: ({ initiatives }) => words.number(initiatives),
        number: ({ initiatives }) => initiatives,
      },
    ] satisfies readonly RowColumn<OutcomeRow>[],
  });
}

/** What a record is called, with a word on one that is kept for the record only. */
const namedIn =
  ({ say }: PageContext) =>
  ({ name, retired }: { readonly name: string; readonly retired: boolean }): string =>
    retired ? say('reportPages')('retired', { name, retired: say('outcomes')('state.retired') }) : name;

/** How many outcomes are reached, and how many are past their dates; none counts as reached or not of which nothing is known. */
function outcomeFinding(
  rows: readonly OutcomeRow[],
  { say, figures }: Pick<PageContext, 'say' | 'figures'>,
): string {
  const pages = say('reportPages');
  const { reached, overdue, untold } = outcomeCounts(rows);
  const count = rows.length;
  const found =
    untold === count
      ? pages('outcomes.unknown', { count })
      : reached === count
        ? pages('outcomes.all', { count })
        : reached === 0
          ? pages('outcomes.none', { count })
          : pages('outcomes.some', { count: reached, all: figures.number(count) });
  return overdue === 0 ? found : pages('outcomes.late', { reached: found, count: overdue });
}

function segmentPage(context: PageContext): readonly PageDraft[] {
  const { records, say, figures, look } = context;
  const t = say('outcomes');
  const pages = say('reportPages');
  const words = valuesOf(context);
  const retiredShown = look?.outcomes.retiredShown ?? false;
  const rows = segmentRows(records, retiredShown);
  const meant = rows.filter(({ outcomes }) => outcomes > 0).length;
  return rowsPage<SegmentRow>(context, {
    name: pages('segments.name'),
    title:
      meant === 0
        ? pages('segments.none', { count: rows.length })
        : pages('segments.some', { count: meant, all: figures.number(rows.length) }),
    subtitle: '',
    mostPages: MOST_PAGES,
    rows,
    columns: [
      {
        id: 'name',
        label: t('column.segmentName'),
        share: 22,
        text: ({ record }) => namedIn(context)(record),
      },
      {
        id: 'kind',
        label: t('column.kind'),
        share: 10,
        text: ({ record }) => (record.kind === null ? null : t(`segment.${record.kind}`)),
      },
      {
        id: 'description',
        label: t('column.description'),
        share: 38,
        text: ({ record }) => record.description,
        prose: true,
      },
      {
        id: 'importance',
        label: t('column.importance'),
        share: 10,
        text: ({ record }) => (record.importance === null ? null : words.number(record.importance)),
        number: ({ record }) => record.importance,
      },
      {
        id: 'outcomes',
        label: t('column.outcomes'),
        share: 10,
        text: ({ outcomes }) => words.number(outcomes),
        number: ({ outcomes }) => outcomes,
      },
      {
        id: 'initiatives',
        label: t('column.initiatives'),
        share: 10,
        text: ({ initiatives }) => words.number(initiatives),
        number: ({ initiatives }) => initiatives,
      },
    ] satisfies readonly RowColumn<SegmentRow>[],
  });
}
