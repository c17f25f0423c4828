import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { toMajor } from '../../../shared/text/format.ts';
import { firstSort } from '../../features/directory/directoryStore.ts';
import {
  type PartnerRow,
  partnerRows,
  shownRows,
  type TeamRow,
  teamRows,
} from '../../features/directory/rows.ts';
import { planDay } from '../../features/planning/today.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { type RowColumn, rowsPage } from './rowsPage.ts';
import { valuesOf } from './valuesOf.ts';

const MOST_PAGES = 6;

/** Teams, then partners, as their lists have them; those kept for the record only where they were shown. */
export function directoryPages(context: PageContext): readonly PageDraft[] {
  const tab = context.look?.directory.tab;
  return [...(tab === 'partners' ? [] : teamPage(context)), ...(tab === 'teams' ? [] : partnerPage(context))];
}

/** The rows that the list shows, in its order, and how many there are without its search. */
function chosen<Row extends TeamRow | PartnerRow>(
  of: (records: PortfolioRecords) => readonly Row[],
  tab: keyof typeof firstSort,
  { records, today, options, look }: PageContext,
): { readonly rows: readonly Row[]; readonly all: number } {
  const sort = look?.directory.sort[tab] ?? firstSort[tab];
  const show = (search: string): readonly Row[] =>
    shownRows(of(records), search, sort, options.language, {
      shown: look?.directory.retiredShown ?? false,
      today: planDay(records, today),
    });
  const all = show('');
  const search = look?.directory.search ?? '';
  return { rows: search === '' ? all : show(search), all: all.length };
}

const filteredNote = (shown: number, all: number, { say, figures }: PageContext): string =>
  shown < all
    ? say('reportPages')('filtered', { shown: figures.number(shown), all: figures.number(all) })
    : '';

function teamPage(context: PageContext): readonly PageDraft[] {
  const { say, figures, join } = context;
  const t = say('directory');
  const pages = say('reportPages');
  const words = valuesOf(context);
  const { rows, all } = chosen(teamRows, 'teams', context);
  const ending = rows.filter(({ record }) => record.disbandsOn !== null).length;
  const idle = rows.filter((row) => row.idle).length;
  const count = (id: 'initiatives' | 'phases' | 'capabilities'): RowColumn<TeamRow> => ({
    id,
    label: t(`column.${id}`),
    share: 9,
    text: (row) => words.number(row[id]),
    number: (row) => row[id],
  });
  return rowsPage<TeamRow>(context, {
    name: pages('teams.name'),
    title:
      ending === 0
        ? pages('teams.none', { count: rows.length })
        : pages('teams.some', { count: ending, all: figures.number(rows.length) }),
    subtitle: join([
      idle > 0 ? pages('teams.idle', { count: idle }) : '',
      filteredNote(rows.length, all, context),
    ]),
    mostPages: MOST_PAGES,
    leavesOutUnknown: true,
    rows,
    columns: [
      { id: 'name', label: t('column.team'), share: 22, text: ({ record }) => record.name },
      {
        id: 'mission',
        label: t('column.mission'),
        share: 30,
        text: ({ record }) => record.mission,
        prose: true,
      },
      {
        id: 'stableSince',
        label: t('column.stableSince'),
        share: 11,
        text: ({ record }) => words.date(record.stableSince),
      },
      {
        id: 'disbandsOn',
        label: t('column.disbandsOn'),
        share: 11,
        text: ({ record }) => words.date(record.disbandsOn),
      },
      count('initiatives'),
      count('phases'),
      count('capabilities'),
    ],
  });
}

function partnerPage(context: PageContext): readonly PageDraft[] {
  const { say, settings, join, records, today } = context;
  const t = say('directory');
  const pages = say('reportPages');
  const nameWith = ({ name, retired }: PartnerRow['record']): string =>
    retired ? pages('retired', { name, retired: t('state.retired') }) : name;
  const words = valuesOf(context);
  const { rows, all } = chosen(partnerRows, 'partners', context);
  const day = planDay(records, today);
  const [largest] = rows
    .filter(({ share }) => share !== null)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  return rowsPage<PartnerRow>(context, {
    name: pages('partners.name'),
    title: largest
      ? pages('partners.largest', {
          count: rows.length,
          name: largest.record.name,
          share: words.share(largest.share),
        })
      : pages('partners.unknown', { count: rows.length }),
    subtitle: join([filteredNote(rows.length, all, context)]),
    mostPages: MOST_PAGES,
    leavesOutUnknown: true,
    rows,
    columns: [
      { id: 'name', label: t('column.partner'), share: 22, text: ({ record }) => nameWith(record) },
      {
        id: 'relationship',
        label: t('column.relationship'),
        share: 11,
        text: ({ record }) =>
          record.relationship === null ? null : t(`relationship.${record.relationship}`),
      },
      {
        id: 'contractEnd',
        label: t('column.contractEnd'),
        share: 13,
        text: ({ record: { contractEnd } }) => {
          const date = words.date(contractEnd);
          return contractEnd !== null && contractEnd < day ? pages('partners.over', { date }) : date;
        },
      },
      {
        id: 'description',
        label: t('column.description'),
        share: 20,
        text: ({ record }) => record.description,
        prose: true,
      },
      {
        id: 'money',
        label: t('column.money'),
        share: 9,
        text: ({ money }) => (money === null ? null : words.moneyShort(money)),
        number: ({ money }) => (money === null ? null : toMajor(money, settings.currency)),
      },
      {
        id: 'share',
        label: t('column.share'),
        share: 8,
        text: ({ share }) => words.share(share),
        number: ({ share }) => share,
      },
      {
        id: 'engagements',
        label: t('column.engagements'),
        share: 10,
        text: ({ engagements }) => words.number(engagements),
        number: ({ engagements }) => engagements,
      },
      {
        id: 'exitReadiness',
        label: t('column.exitReadiness'),
        share: 10,
        text: ({ record }) => words.share(record.exitReadiness),
        number: ({ record }) => record.exitReadiness,
      },
    ],
  });
}
