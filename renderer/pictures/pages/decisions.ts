import { FUTURE_DOTS } from '../../../shared/comparison/futuresDifference.ts';
import type { Decision, DecisionOption } from '../../../shared/domain/records.ts';
import { readMinutes } from '../../../shared/storyboard/pageTimes.ts';
import { formatDate, formatInstant, toMajor } from '../../../shared/text/format.ts';
import { joinParts } from '../../../shared/text/join.ts';
import { signed } from '../../charts/frame/signed.ts';
import { type DecisionRow, decisionRows } from '../../features/decisions/decisionRows.ts';
import { effectRange, measuresOf, optionMeasures } from '../../features/decisions/optionEffects.ts';
import type { PageContext } from '../context.ts';
import type { PageDraft } from '../draft.ts';
import { agendaPages } from './agenda.ts';
import { tablePage } from './tablePage.ts';

/** Questions whose options have a page of their own, at most. */
const MOST_COMPARED = 8;
/** Options that find room side by side. */
const MOST_OPTIONS = 6;
/** Of the width, what the measures of options are called in. */
const FIELD_SHARE = 0.18;
/** Stands where nobody knows. */
const UNKNOWN = '–';

/** The questions with what was chosen, then the options of each side by side. */
export function decisionPages(context: PageContext): readonly PageDraft[] {
  const { records, today, say, figures, options } = context;
  const { language } = options;
  const t = say('decisions');
  const reports = say('reports');
  const rows = decisionRows(records, today).filter(({ decision }) => decision.state !== 'dropped');
  const decided = rows.filter(({ decision }) => decision.state === 'decided');
  const due = rows.filter((row) => row.due).length;
  const summary = tablePage(context, {
    name: reports('page.decisions'),
    title: reports('decisions.title', { decided: figures.number(decided.length), count: rows.length }),
    subtitle: due > 0 ? reports('decisions.due', { count: due }) : '',
    columns: [
      { id: 'question', label: t('question'), share: 0.24 },
      { id: 'options', label: t('options'), share: 0.22 },
      { id: 'chosen', label: t('option.chosen'), share: 0.16 },
      { id: 'reason', label: t('reason'), share: 0.2 },
      { id: 'owner', label: t('owner'), share: 0.08 },
      { id: 'dates', label: reports('decisions.dates'), share: 0.1 },
    ],
    rows: rows.map(({ decision, options: own, chosen }) => [
      decision.name,
      joinParts(
        own.map(({ name }) => name),
        language,
      ),
      chosen?.name ?? t(`state.${decision.state}`),
      decision.reason,
      decision.owner,
      joinParts(datesOf(decision, context), language),
    ]),
  });
  const compared = rows.filter((row) => row.options.length > 1).slice(0, MOST_COMPARED);
  return [...summary, ...compared.flatMap((row) => optionPages(row, context))];
}

/** When it was decided and is to be looked at again. */
const datesOf = ({ decidedOn, reviewOn }: Decision, { say, options }: PageContext): readonly string[] => [
  ...(decidedOn === null ? [] : [formatDate(decidedOn, options.language)]),
  ...(reviewOn === null ? [] : [`${say('decisions')('reviewOn')} ${formatDate(reviewOn, options.language)}`]),
];

/** The options of a question side by side: what each costs, how long it takes, and what it would do. */
function optionPages(
  { decision, options: own, chosen }: DecisionRow,
  context: PageContext,
): readonly PageDraft[] {
  const { say, figures, settings, join } = context;
  const t = say('decisions');
  const reports = say('reports');
  const shown = own.slice(0, MOST_OPTIONS);
  const line = (label: string, textOf: (option: DecisionOption) => string | null) => [
    label,
    ...shown.map((option) => textOf(option) ?? UNKNOWN),
  ];
  const money = (amount: number): string => figures.moneyShort(amount);
  const effect = (option: DecisionOption, key: string): string | null => {
    const range = effectRange(option.effects, key);
    if (range === null) return null;
    const likely = signed(range.likely, money);
    return range.low === range.high
      ? likely
      : reports('decisions.range', {
          likely,
          low: signed(range.low, money),
          high: signed(range.high, money),
        });
  };
  return tablePage(context, {
    name: `${reports('page.options')} - ${decision.name}`,
    title: decision.name,
    subtitle: join([
      decision.state === 'decided' && chosen
        ? reports('decisions.chosen', { name: chosen.name })
        : reports('decisions.open'),
      decision.reason === '' ? '' : reports('decisions.because', { reason: decision.reason }),
      [decision.owner, ...datesOf(decision, context)].filter((part) => part !== '').join(' · '),
      own.length > shown.length
        ? reports('cut.rows', { shown: figures.number(shown.length), all: figures.number(own.length) })
        : '',
    ]),
    mostPages: 1,
    rowHeads: true,
    columns: [
      { id: 'measure', label: t('options'), share: FIELD_SHARE },
      ...shown.map(({ id, name, chosen: isChosen }) => ({
        id,
        label: isChosen ? `✓ ${name}` : name,
        share: (1 - FIELD_SHARE) / shown.length,
      })),
    ],
    rows: [
      line(t('option.kind'), ({ kind }) => t(`kind.${kind}`)),
      line(t('option.cost'), ({ cost }) => (cost === null ? null : money(toMajor(cost, settings.currency)))),
      line(t('option.months'), ({ months }) => (months === null ? null : figures.number(months, 1))),
      ...measuresOf(shown).map((key) => line(t(optionMeasures[key].word), (option) => effect(option, key))),
      ...(shown.some(({ effects }) => effectRange(effects, 'ahead'))
        ? [
            line(t('option.ahead'), ({ effects }) => {
              const ahead = effectRange(effects, 'ahead');
              return ahead && `${Math.round(ahead.likely * FUTURE_DOTS)}/${FUTURE_DOTS}`;
            }),
          ]
        : []),
      ...(shown.some(({ description }) => description !== '')
        ? [line(t('option.description'), ({ description }) => description)]
        : []),
    ],
  });
}

/** Who does what until when, then what was kept for later. */
export function actionPages(context: PageContext): readonly PageDraft[] {
  const { records, say, options } = context;
  const t = say('decisions');
  const reports = say('reports');
  const day = (date: string | null): string =>
    date === null ? '' : (formatDate(date, options.language) ?? '');
  const actions = Object.values(records.actionItem);
  const parked = Object.values(records.parkingItem).filter(({ settled }) => !settled);
  return tablePage(context, {
    name: reports('page.actions'),
    title: reports('actions.title', {
      actions: reports('actions.open', { count: actions.filter(({ doneOn }) => doneOn === null).length }),
      parked: reports('actions.waiting', { count: parked.length }),
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

/** The newest session that was kept: what it was to go through, then what changed, a line for each step. */
export function minutesPages(context: PageContext): readonly PageDraft[] {
  const { records, say, options } = context;
  const reports = say('reports');
  const [newest] = Object.values(records.meeting).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  if (!newest) return [];
  const { lines } = readMinutes(newest.notes);
  const changed = tablePage(context, {
    name: reports('page.minutes'),
    title: reports('minutes.title', { name: newest.name, count: lines.length }),
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
