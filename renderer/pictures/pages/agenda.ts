import type { Meeting } from '../../../shared/domain/records.ts';
import { pagesOf, plannedMinutes, questionOf, writtenTitle } from '../../../shared/storyboard/pages.ts';
import { viewIds } from '../../state/viewStore.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { tablePage } from './tablePage.ts';

const MINUTE = 60_000;

/** What the meeting was to go through, page by page with its time, how long it took, and who voted or agreed. */
export function agendaPages(context: PageContext, meeting: Meeting): readonly PageDraft[] {
  const { records, say, options, figures } = context;
  const reports = say('reports');
  const shell = say('shell');
  const pages = meeting.storyboardId === null ? [] : pagesOf(records, meeting.storyboardId);
  const { minutes, unknown } = plannedMinutes(pages);
  const took =
    meeting.endedAt === null
      ? null
      : Math.round((Date.parse(meeting.endedAt) - Date.parse(meeting.startedAt)) / MINUTE);
  const there = attendees(context);
  return tablePage(context, {
    name: reports('page.agenda'),
    title: reports(took === null ? 'agenda.title' : 'agenda.titleTook', {
      pages: figures.number(pages.length),
      minutes: figures.number(minutes),
      took: figures.number(took ?? 0),
    }),
    subtitle: [
      unknown > 0 ? reports('agenda.unknown', { count: unknown }) : '',
      there.length > 0 ? reports('agenda.there', { names: there.join(reports('agenda.and')) }) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
    columns: [
      { id: 'place', label: reports('agenda.place'), share: 0.08 },
      { id: 'page', label: reports('agenda.page'), share: 0.36 },
      { id: 'question', label: reports('agenda.question'), share: 0.4 },
      { id: 'planned', label: reports('agenda.planned'), share: 0.16 },
    ],
    rows: pages.map((page, at) => {
      const view = viewIds.find((id) => id === page.area);
      return [
        figures.number(at + 1),
        writtenTitle(page, options.language) ?? (view ? shell(`view.${view}`) : page.area),
        questionOf(page, options.language),
        // Nobody gave it a time, which is not none.
        page.minutes === null ? '–' : figures.number(page.minutes),
      ];
    }),
  });
}

/** Everybody whose dots were entered and whoever agreed on a ranking, as the room wrote it. */
function attendees({ records }: PageContext): readonly string[] {
  const rankings = Object.values(records.ranking).sort((a, b) => a.position - b.position);
  const names = rankings.flatMap(({ dots, agreedBy }) => [...dots.map(({ voter }) => voter), agreedBy]);
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}
