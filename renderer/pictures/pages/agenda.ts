import type { Meeting } from '../../../shared/domain/records.ts';
import { pagesOf, plannedMinutes, questionOf, writtenTitle } from '../../../shared/storyboard/pages.ts';
import { readMinutes } from '../../../shared/storyboard/pageTimes.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { viewIds } from '../../state/viewStore.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { tablePage } from './tablePage.ts';

const MINUTE = 60_000;
/** Whole minutes say enough of what took longer, parts of them of what did not. */
const EXACT_BELOW = 10;

/**
 * What the meeting was to go through, page by page with the time that was planned and the time that it was on the screen,
 * what took longer said by a sign and in words, how long the meeting took in all, and who voted or agreed.
 */
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
  const { used } = readMinutes(meeting.notes);
  const secondsOf = new Map(used.map(({ page, seconds }) => [page, seconds]));
  const known = new Set(pages.map(({ id }) => id));
  // Pages that were shown and are gone since, or of another storyboard, took their time too.
  const others = used.filter(({ page }) => !known.has(page));
  const all = used.reduce((sum, { seconds }) => sum + seconds, 0);
  const minutesText = (seconds: number): string =>
    figures.number(seconds / 60, seconds < EXACT_BELOW * 60 ? 1 : 0);
  const usedText = (seconds: number | undefined, planned: number | null): string => {
    if (seconds === undefined) return '–';
    const over = planned === null ? 0 : seconds - planned * 60;
    return over > 0
      ? reports('agenda.over', { used: minutesText(seconds), over: minutesText(over) })
      : minutesText(seconds);
  };
  return tablePage(context, {
    name: reports('page.agenda'),
    title: reports(
      used.length > 0 ? 'agenda.titleUsed' : took === null ? 'agenda.title' : 'agenda.titleTook',
      {
        pages: reports('agenda.pages', { count: pages.length }),
        minutes: reports('agenda.minutes', { count: minutes }),
        took: figures.number(took ?? 0),
        used: minutesText(all),
      },
    ),
    subtitle: joinSentences([
      unknown > 0 ? reports('agenda.unknown', { count: unknown }) : '',
      used.length > 0 ? reports('agenda.usedMeans') : '',
      there.length > 0 ? reports('agenda.there', { names: there.join(reports('agenda.and')) }) : '',
    ]),
    columns: [
      { id: 'place', label: reports('agenda.place'), share: 0.08 },
      { id: 'page', label: reports('agenda.page'), share: 0.32 },
      { id: 'question', label: reports('agenda.question'), share: used.length > 0 ? 0.3 : 0.44 },
      { id: 'planned', label: reports('agenda.planned'), share: used.length > 0 ? 0.12 : 0.16 },
      ...(used.length > 0 ? [{ id: 'used', label: reports('agenda.used'), share: 0.18 }] : []),
    ],
    rows: [
      ...pages.map((page, at) => {
        const view = viewIds.find((id) => id === page.area);
        return [
          figures.number(at + 1),
          writtenTitle(page, options.language) ?? (view ? shell(`view.${view}`) : page.area),
          questionOf(page, options.language),
          // Nobody gave it a time, which is not none.
          page.minutes === null ? '–' : figures.number(page.minutes),
          ...(used.length > 0 ? [usedText(secondsOf.get(page.id), page.minutes)] : []),
        ];
      }),
      ...others.map(({ title, seconds }) => [
        '–',
        title === '' ? reports('agenda.gone') : title,
        '',
        '–',
        usedText(seconds, null),
      ]),
      ...(used.length > 0
        ? [
            [
              '',
              reports('agenda.inAll'),
              '',
              unknown === pages.length ? '–' : figures.number(minutes),
              usedText(all, unknown > 0 ? null : minutes),
            ],
          ]
        : []),
    ],
  });
}

/** Everybody whose dots were entered and whoever agreed on a ranking, as the room wrote it. */
function attendees({ records }: PageContext): readonly string[] {
  const rankings = Object.values(records.ranking).sort((a, b) => a.position - b.position);
  const names = rankings.flatMap(({ dots, agreedBy }) => [...dots.map(({ voter }) => voter), agreedBy]);
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}
