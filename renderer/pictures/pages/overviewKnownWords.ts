import type { Initiative, stages } from '../../../shared/domain/records.ts';
import { formatDate, toMajor } from '../../../shared/text/format.ts';
import type { PageContext } from '../context.ts';
import type { KnownFacts, KnownGroup } from './overviewKnown.ts';
import type { Panel, Tile } from './overviewLayout.ts';

/** Who is at work when, and how unevenly the money is spread; without money, what ends soon. */
export function knownTiles(known: KnownFacts, context: PageContext): readonly Tile[] {
  return [
    timeTile(known, context),
    known.largestShare ? shareTile(known.largestShare, context) : soonTile(known, context),
  ];
}

function timeTile({ time }: KnownFacts, { figures, options, say }: PageContext): Tile {
  const t = say('reports');
  const { running, over, later, unsure } = time;
  return {
    label: t('overview.atWork', { date: formatDate(time.day, options.language) }),
    figures: [{ text: running === null ? t('overview.unknown') : figures.number(running), tone: 'ink' }],
    note: [
      ...(over > 0 ? [t('overview.over', { count: over })] : []),
      ...(later > 0 ? [t('overview.later', { count: later })] : []),
      ...(unsure > 0 ? [t('overview.unsure', { count: unsure })] : []),
    ].join(' · '),
  };
}

function shareTile(
  { count, share }: NonNullable<KnownFacts['largestShare']>,
  { figures, say }: PageContext,
): Tile {
  const t = say('reports');
  return {
    label: t('overview.largest', { count }),
    figures: [{ text: figures.percent(share), tone: 'ink' }],
    note: t('overview.largestNote'),
  };
}

function soonTile({ time }: KnownFacts, { figures, say }: PageContext): Tile {
  const t = say('reports');
  return {
    label: t('overview.soon'),
    figures: [
      { text: time.running === null ? t('overview.unknown') : figures.number(time.soon), tone: 'ink' },
    ],
    note: '',
  };
}

/** How money, or the number of initiatives where none is known or may be shown, is spread over owners, stages or years. */
export function groupsPanel({ groups }: KnownFacts, context: PageContext): Panel {
  const { figures, options, say } = context;
  const t = say('reports');
  if (!groups)
    return { kind: 'bars', title: t('overview.moneyBy.owner'), lines: [], said: [t('overview.unknown')] };
  const { by, lines } = groups;
  const inMoney = options.amounts === 'shown' && lines.some(({ money }) => money > 0);
  const sizeOf = ({ count, money }: { readonly count: number; readonly money: number }): number =>
    inMoney ? money : count;
  // What several share or nobody knows has no bar: it would make the others short.
  const isNamed = ({ kind }: KnownGroup): boolean => kind === 'named';
  const most = Math.max(1, ...lines.filter(isNamed).map(sizeOf));
  return {
    kind: 'bars',
    title: t(inMoney ? `overview.moneyBy.${by}` : `overview.countBy.${by}`),
    lines: lines.map((line) => ({
      label: nameOf(line, by, context),
      value: inMoney ? figures.moneyShort(line.money) : figures.number(line.count),
      ...(isNamed(line)
        ? {
            project: sizeOf(line.inProjects) / most,
            product: (sizeOf(line) - sizeOf(line.inProjects)) / most,
          }
        : {}),
    })),
    said: [],
  };
}

function nameOf(
  { kind, value, groups }: KnownGroup,
  by: NonNullable<KnownFacts['groups']>['by'],
  { say }: PageContext,
): string {
  if (kind === 'unknown') return say('reports')('overview.unknown');
  if (kind === 'others') return say('reports')('overview.others', { count: groups });
  return by === 'stage' ? say('common')(`stage.${value as (typeof stages)[number]}`) : value;
}

/** The initiatives with most money, or those that end first, each with what is known of it. */
export function firstPanel({ first }: KnownFacts, context: PageContext): Panel {
  const t = context.say('reports');
  return {
    kind: 'notes',
    title: t(first?.by === 'endDate' ? 'overview.endFirst' : 'overview.mostMoney'),
    lines: (first?.initiatives ?? []).map((initiative, at) => ({
      label: `${at + 1}  ${initiative.name}`,
      note: noteOf(initiative, context),
    })),
    said: first ? [] : [t('overview.unknown')],
  };
}

function noteOf({ budget, startDate, endDate, owner }: Initiative, context: PageContext): string {
  const { figures, options, settings, say } = context;
  const t = say('reports');
  const day = (date: string): string => formatDate(date, options.language);
  return [
    ...(budget === null || options.amounts === 'hidden'
      ? []
      : [figures.moneyShort(toMajor(budget, settings.currency))]),
    ...(startDate !== null && endDate !== null
      ? [t('overview.fromTo', { from: day(startDate), to: day(endDate) })]
      : endDate !== null
        ? [t('overview.until', { to: day(endDate) })]
        : startDate !== null
          ? [t('overview.since', { from: day(startDate) })]
          : []),
    ...(owner === null || owner === '' ? [] : [owner]),
  ].join(' · ');
}
