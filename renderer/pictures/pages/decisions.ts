import { roomOrder } from '../../../shared/ranking/order.ts';
import { readMinutes } from '../../../shared/storyboard/pageTimes.ts';
import { formatDate, formatInstant, toMajor } from '../../../shared/text/format.ts';
import { bracketed, joinParts, joinWords } from '../../../shared/text/join.ts';
import { decisionRows } from '../../features/decisions/decisionRows.ts';
import { effectRange } from '../../features/decisions/optionEffects.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { agendaPages } from './agenda.ts';
import { tablePage } from './tablePage.ts';

/** The questions with their options and what was chosen, those decided first. */
export function decisionPages(context: PageContext): readonly PageDraft[] {
  const { records, today, say, figures, options } = context;
  const { language } = options;
  const t = say('decisions');
  const reports = say('reports');
  const rows = decisionRows(records, today).filter(({ decision }) => decision.state !== 'dropped');
  const decided = rows.filter(({ decision }) => decision.state === 'decided');
  const day = (date: string | null): string =>
    date === null ? '' : (formatDate(date, options.language) ?? '');
  return tablePage(context, {
    name: reports('page.decisions'),
    title: reports('decisions.title', {
      decided: figures.number(decided.length),
      all: figures.number(rows.length),
    }),
    subtitle: t('intro'),
    columns: [
      { id: 'question', label: t('question'), share: 0.2 },
      { id: 'options', label: t('options'), share: 0.3 },
      { id: 'chosen', label: t('option.chosen'), share: 0.16 },
      { id: 'reason', label: t('reason'), share: 0.16 },
      { id: 'owner', label: t('owner'), share: 0.08 },
      { id: 'dates', label: reports('decisions.dates'), share: 0.1 },
    ],
    rows: rows.map(({ decision, options: own, chosen }) => [
      decision.name,
      joinParts(
        own.map(({ name, effects, cost }) => {
          const value = effectRange(effects, 'value');
          const parts = [
            cost === null
              ? null
              : `${t('option.cost')} ${figures.moneyShort(toMajor(cost, context.settings.currency))}`,
            value === null ? null : `${t('option.value')} ${figures.moneyShort(value.likely)}`,
          ].filter((part) => part !== null);
          return parts.length === 0 ? name : bracketed(name, joinWords(parts, language), language);
        }),
        language,
      ),
      chosen?.name ?? t(`state.${decision.state}`),
      decision.reason,
      decision.owner,
      joinParts(
        [
          day(decision.decidedOn),
          decision.reviewOn === null ? '' : `${t('reviewOn')} ${day(decision.reviewOn)}`,
        ].filter((part) => part !== ''),
        language,
      ),
    ]),
  });
}

/** Who does what until when, then what was kept for later. */
export function actionPages(context: PageContext): readonly PageDraft[] {
  const { records, say, options, figures } = context;
  const t = say('decisions');
  const reports = say('reports');
  const day = (date: string | null): string =>
    date === null ? '' : (formatDate(date, options.language) ?? '');
  const actions = Object.values(records.actionItem);
  const parked = Object.values(records.parkingItem).filter(({ settled }) => !settled);
  return tablePage(context, {
    name: reports('page.actions'),
    title: reports('actions.title', {
      actions: figures.number(actions.filter(({ doneOn }) => doneOn === null).length),
      parked: figures.number(parked.length),
    }),
    subtitle: '',
    columns: [
      { id: 'kind', label: reports('actions.kind'), share: 0.14 },
      { id: 'what', label: reports('actions.what'), share: 0.5 },
      { id: 'owner', label: t('owner'), share: 0.16 },
      { id: 'due', label: reports('actions.due'), share: 0.2 },
    ],
    rows: [
      ...actions.map(({ name, owner, dueDate, doneOn }) => [
        reports('actions.action'),
        name,
        owner,
        doneOn === null ? day(dueDate) : t('actions.doneOn', { at: day(doneOn) }),
      ]),
      ...parked.map(({ name, by }) => [reports('actions.parked'), name, by, '']),
    ],
  });
}

/** What rooms ranked, with the places and who agreed when. */
export function rankingPages(context: PageContext): readonly PageDraft[] {
  const { records, say, options, look } = context;
  const reports = say('reports');
  const chosen = look?.rankingId ?? null;
  const nameOf = (id: string): string =>
    records.initiative[id]?.name ??
    records.outcome[id]?.name ??
    records.decisionOption[id]?.name ??
    reports('rankings.gone');
  const rankings = Object.values(records.ranking)
    .filter(
      ({ id, items }) =>
        items.length > 0 && (chosen === null || records.ranking[chosen] === undefined || id === chosen),
    )
    .sort((a, b) => a.position - b.position);
  return tablePage(context, {
    name: reports('page.rankings'),
    title: reports('rankings.title', { count: rankings.length }),
    subtitle: '',
    columns: [
      { id: 'ranking', label: reports('rankings.ranking'), share: 0.22 },
      { id: 'order', label: reports('rankings.order'), share: 0.48 },
      { id: 'method', label: reports('rankings.method'), share: 0.12 },
      { id: 'agreed', label: reports('rankings.agreed'), share: 0.18 },
    ],
    rows: rankings.map((ranking) => [
      ranking.name,
      joinParts(
        roomOrder(ranking).map(({ id, place }) => `${place}. ${nameOf(id)}`),
        options.language,
      ),
      say('exporting')(`value.method.${ranking.method}`),
      [
        ranking.agreedBy,
        ranking.agreedOn === null ? '' : (formatDate(ranking.agreedOn, options.language) ?? ''),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ]),
  });
}

/** The newest session that was kept: what it was to go through, then what changed, a line for each step. */
export function minutesPages(context: PageContext): readonly PageDraft[] {
  const { records, say, options, figures } = context;
  const reports = say('reports');
  const [newest] = Object.values(records.meeting).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  if (!newest) return [];
  const { lines } = readMinutes(newest.notes);
  const changed = tablePage(context, {
    name: reports('page.minutes'),
    title: reports('minutes.title', { name: newest.name, steps: figures.number(lines.length) }),
    subtitle: reports('minutes.subtitle', {
      from: formatInstant(newest.startedAt, options.language),
      to: newest.endedAt === null ? '' : formatInstant(newest.endedAt, options.language),
    }),
    columns: [
      { id: 'when', label: reports('minutes.when'), share: 0.2 },
      { id: 'what', label: reports('minutes.what'), share: 0.8 },
    ],
    rows: lines.map((line) => {
      const cut = line.indexOf('\t');
      return cut < 0 ? ['', line] : [line.slice(0, cut), line.slice(cut + 1)];
    }),
  });
  return [...agendaPages(context, newest), ...changed];
}
