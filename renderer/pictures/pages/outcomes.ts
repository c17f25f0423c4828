import { countedInMoney } from '../../../shared/planning/countedInMoney.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
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
import { type RowColumn, rowsPage } from './rowsPage.ts';
import { valuesOf } from './valuesOf.ts';

const MOST_PAGES = 2;

/** What should be different for customers and how far it is; then for whom. */
export function outcomePages(context: PageContext): readonly PageDraft[] {
  const tab = context.look?.outcomes.tab;
  return [
    ...(tab === 'segments' ? [] : listPage(context)),
    ...(tab === 'outcomes' ? [] : segmentPage(context)),
  ];
}

function listPage(context: PageContext): readonly PageDraft[] {
  const { records, settings, today, options, say, look, join, figures } = context;
  const t = say('outcomes');
  const words = valuesOf(context);
  const all = outcomeRows(records, planDay(records, today)).filter(({ record }) => !record.retired);
  const rows = matchingRows(all, look?.outcomes.search ?? '', records);
  /** A reading of the metric, which is an amount where that is counted in money. */
  const measure = ({ record }: OutcomeRow, value: number | null): string | null =>
    value === null
      ? null
      : options.amounts === 'hidden' && countedInMoney(record.unit, settings.currency)
        ? MASK
        : words.number(value);
  const pages = say('reportPages');
  const { untold, unlinked } = outcomeCounts(rows);
  return rowsPage<OutcomeRow>(context, {
    name: say('reports')('page.outcomes'),
    title: outcomeFinding(rows, context),
    subtitle: join([
      untold > 0 && untold < rows.length ? pages('outcomes.untold', { count: untold }) : '',
      unlinked > 0 ? pages('outcomes.unlinked', { count: unlinked }) : '',
      rows.length < all.length
        ? pages('filtered', { shown: figures.number(rows.length), all: figures.number(all.length) })
        : '',
    ]),
    mostPages: MOST_PAGES,
    rows,
    columns: [
      { id: 'name', label: t('column.name'), share: 20, text: ({ record }) => record.name },
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
        share: 12,
        text: ({ record, overdue }) => {
          const date = words.date(record.dueDate);
          return overdue ? say('reportPages')('lateDate', { date, late: t('overdue') }) : date;
        },
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
        share: 11,
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
  const { records, say, figures } = context;
  const t = say('outcomes');
  const pages = say('reportPages');
  const words = valuesOf(context);
  const rows = segmentRows(records, false);
  const meant = rows.filter(({ outcomes }) => outcomes > 0).length;
  return rowsPage<SegmentRow>(context, {
    name: pages('segments.name'),
    title:
      meant === 0
        ? pages('segments.none', { count: rows.length })
        : pages('segments.some', { count: meant, all: figures.number(inUse(records.segment).length) }),
    subtitle: '',
    mostPages: MOST_PAGES,
    rows,
    columns: [
      { id: 'name', label: t('column.segmentName'), share: 22, text: ({ record }) => record.name },
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
