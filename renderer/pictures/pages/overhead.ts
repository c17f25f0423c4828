import { type OverheadLine, overheadLines, overheadTotals } from '../../../shared/planning/overhead.ts';
import { toMajor } from '../../../shared/text/format.ts';
import { isLate, takesWords, workOf } from '../../features/overhead/overheadWords.ts';
import { planDay } from '../../features/planning/today.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { rowsPage } from './rowsPage.ts';
import { valuesOf } from './valuesOf.ts';

const MOST_PAGES = 3;

/** Work that customers don't care about, what it takes a month and by when it stops; numbered where names are hidden. */
export function overheadPages(context: PageContext): readonly PageDraft[] {
  const { records, today, settings, say } = context;
  const t = say('overhead');
  const pages = say('reportPages');
  const words = valuesOf(context);
  const lines = overheadLines(records);
  const totals = overheadTotals(lines);
  const stopped = lines.filter((line) => line.stopped).length;
  const day = planDay(records, today);
  return rowsPage<OverheadLine>(context, {
    name: say('reports')('page.overhead'),
    title:
      totals.lines === 0
        ? pages('overhead.stopped', { count: lines.length })
        : totals.unknownDays === totals.lines
          ? pages('overhead.unknown', { count: totals.lines })
          : pages('overhead.takes', { total: takesWords(totals, t, words) }),
    subtitle: [
      totals.unknownDays > 0 && totals.unknownDays < totals.lines
        ? t('total.unknown', { count: totals.unknownDays })
        : '',
      stopped > 0 && totals.lines > 0 ? t('total.stopped', { count: stopped }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    mostPages: MOST_PAGES,
    rows: lines,
    columns: [
      { id: 'name', label: t('column.name'), share: 28, text: ({ name }) => name },
      {
        id: 'source',
        label: t('column.source'),
        share: 12,
        text: ({ source }) => t(`source.${source.kind}`),
      },
      {
        id: 'team',
        label: t('column.team'),
        share: 14,
        text: ({ teamId }) => (teamId === null ? null : (records.team[teamId]?.name ?? null)),
      },
      {
        id: 'manual',
        label: t('column.manual'),
        share: 8,
        text: (line) => (workOf(line)?.manual ? t('manual.yesShort') : null),
      },
      {
        id: 'stopBy',
        label: t('column.stopBy'),
        share: 13,
        text: (line) => {
          const date = words.date(workOf(line)?.stopBy ?? null);
          return isLate(line, day) ? pages('lateDate', { date, late: t('state.late') }) : date;
        },
      },
      {
        id: 'state',
        label: t('column.state'),
        share: 10,
        text: (line) => t(line.stopped ? 'state.stopped' : 'state.running'),
      },
      {
        id: 'days',
        label: t('column.days'),
        share: 11,
        text: ({ personDays }) =>
          personDays === null ? null : words.number(Math.round(personDays * 10) / 10),
        number: ({ personDays }) => personDays,
      },
      {
        id: 'money',
        label: t('column.money'),
        share: 10,
        text: ({ money }) => (money === null ? null : words.moneyShort(money)),
        number: ({ money }) => (money === null ? null : toMajor(money, settings.currency)),
      },
    ],
  });
}
