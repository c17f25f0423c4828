import type { Headline } from '../../../shared/analysis/headline.ts';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { type DelayScore, delayScore, disagreements } from '../../../shared/ranking/costOfDelay.ts';
import { roomOrder } from '../../../shared/ranking/order.ts';
import { formatDate } from '../../../shared/text/format.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import { shortName } from '../../charts/frame/shortName.ts';
import { numberCell, type TwinTableData, textCell } from '../../charts/frame/twinTable.ts';
import type { Say } from '../../i18n.ts';

/** One ranked item: where the room puts it and where the score does. */
export interface RankedRow {
  readonly id: string;
  readonly name: string;
  /** 1 is first; equal ones share a place. */
  readonly place: number;
  /** Dots or strength; null where the order is by hand. */
  readonly votes: number | null;
  /** Null while its figures are computed, and for what has no such score (outcomes, options, what is gone). */
  readonly score: DelayScore | null;
  readonly pending: boolean;
  /** Place among those with a score; null without one. */
  readonly scorePlace: number | null;
  /** Place for the room among those with a score. */
  readonly roomPlace: number | null;
  /** How many have a score, where not all do; both places are then among these. */
  readonly among: number | null;
  /** True for the few where room and score disagree most. */
  readonly disputed: boolean;
}

/** How many disagreements are marked. */
const MARKED = 3;

/** What is ranked by its name, or null where it is gone. */
export function itemName(records: PortfolioRecords, of: Ranking['of'], id: string): string | null {
  if (of === 'initiative') return records.initiative[id]?.name ?? null;
  if (of === 'outcome') return records.outcome[id]?.name ?? null;
  return records.decisionOption[id]?.name ?? null;
}

/** The items of a ranking in the order of the room, with their scores as far as the figures have come. */
export function rankedRows(
  records: PortfolioRecords,
  ranking: Ranking,
  headlineOf: (id: string) => Headline | undefined,
  gone: string,
): readonly RankedRow[] {
  const places = roomOrder(ranking);
  const scores = new Map<string, DelayScore>();
  const pending = new Set<string>();
  if (ranking.of === 'initiative') {
    for (const id of ranking.items) {
      const initiative = records.initiative[id];
      if (!initiative) continue;
      const headline = headlineOf(id);
      if (headline === undefined) pending.add(id);
      else scores.set(id, delayScore(records, initiative, headline));
    }
  }
  const scoreOf = (id: string): number | null => scores.get(id)?.score ?? null;
  const scored = places.filter(({ id }) => scoreOf(id) !== null);
  const byScore = [...scored].sort((a, b) => (scoreOf(b.id) ?? 0) - (scoreOf(a.id) ?? 0));
  const scorePlaces = new Map(byScore.map(({ id }, at) => [id, at + 1]));
  const roomPlaces = new Map(scored.map(({ id }, at) => [id, at + 1]));
  const disputed = new Set(
    disagreements(places, scoreOf)
      .slice(0, MARKED)
      .map(({ id }) => id),
  );
  return places.map(({ id, place, score: votes }) => ({
    id,
    name: itemName(records, ranking.of, id) ?? gone,
    place,
    votes,
    score: scores.get(id) ?? null,
    pending: pending.has(id),
    scorePlace: scorePlaces.get(id) ?? null,
    roomPlace: roomPlaces.get(id) ?? null,
    among: scored.length < places.length ? scored.length : null,
    disputed: disputed.has(id),
  }));
}

export interface RankingSpeech {
  readonly say: Say<'rankings'>;
  readonly figures: FigureWords;
}

/** True while nobody has voted by a method that needs votes. */
export const hasNoVotes = ({ method, pairs, dots }: Ranking): boolean =>
  (method === 'pairs' && pairs.length === 0) || (method === 'dots' && dots.every((each) => each.dots === 0));

/** What a ranking says: what comes first, and where room and score disagree most. */
export function rankingTitle(
  ranking: Ranking,
  rows: readonly RankedRow[],
  { say, figures }: RankingSpeech,
): string {
  const [first] = rows;
  if (!first) return say('title.empty');
  if (hasNoVotes(ranking)) return say('title.open');
  const tied = rows.filter(({ place }) => place === 1).length - 1;
  const head =
    tied > 0
      ? say('title.tied', { first: shortName(first.name), count: tied })
      : say('title.first', { first: shortName(first.name) });
  const gap = ({ roomPlace, scorePlace }: RankedRow): number =>
    Math.abs((roomPlace ?? 0) - (scorePlace ?? 0));
  const worst = rows
    .filter(({ disputed }) => disputed)
    .sort((a, b) => gap(b) - gap(a) || (a.scorePlace ?? 0) - (b.scorePlace ?? 0))[0];
  if (worst)
    return say(worst.among === null ? 'title.disagree' : 'title.disagreeSome', {
      head,
      scored: figures.number(worst.among ?? rows.length),
      name: shortName(worst.name),
      room: figures.number(worst.roomPlace ?? 0),
      score: figures.number(worst.scorePlace ?? 0),
    });
  const scored = rows.filter(({ scorePlace }) => scorePlace !== null).length;
  return scored > 1 && scored === rows.length ? say('title.agree', { head }) : head;
}

/** What the title leaves out, in a few words. */
export function rankingSums(
  ranking: Ranking,
  rows: readonly RankedRow[],
  { say, figures }: RankingSpeech,
): readonly string[] {
  const unscored = rows.filter(({ score, pending }) => !pending && score?.score == null).length;
  const agreed = ranking.agreedOn === null ? null : formatDate(ranking.agreedOn, figures.language);
  return [
    say('sum.items', { count: rows.length }),
    ...(ranking.of === 'initiative' && unscored > 0 ? [say('sum.unscored', { count: unscored })] : []),
    ...(agreed === null
      ? []
      : [
          ranking.agreedBy === ''
            ? say('sum.agreedNobody', { day: agreed })
            : say('sum.agreed', { names: ranking.agreedBy, day: agreed }),
        ]),
  ];
}

/** The votes of an item as they are read; empty where the order is by hand. */
export function votesText({ votes }: RankedRow, method: Ranking['method'], figures: FigureWords): string {
  return votes === null ? '' : figures.number(votes, method === 'pairs' ? 2 : 0);
}

/** The order as a table: to be shown to a room or copied. */
export function rankingTable(
  ranking: Ranking,
  rows: readonly RankedRow[],
  title: string,
  speech: RankingSpeech,
): TwinTableData {
  const { say, figures } = speech;
  const scored = ranking.of === 'initiative';
  const open = hasNoVotes(ranking);
  const unknown = (pending: boolean): string => say(pending ? 'score.pending' : 'score.unknown');
  const cell = (value: number | null, pending: boolean, text: (value: number) => string) =>
    numberCell(value, value === null ? unknown(pending) : text(value));
  return {
    caption: title,
    columns: [
      { id: 'name', label: say('column.name'), kind: 'text' },
      { id: 'place', label: say('column.place'), kind: 'number' },
      ...(ranking.method === 'drag'
        ? []
        : [
            {
              id: 'votes',
              label: say(ranking.method === 'dots' ? 'column.dots' : 'column.strength'),
              kind: 'number' as const,
            },
          ]),
      ...(scored
        ? [
            { id: 'score', label: say('column.score'), kind: 'number' as const },
            { id: 'scorePlace', label: say('column.scorePlace'), kind: 'number' as const },
            { id: 'delay', label: say('column.delay'), kind: 'number' as const },
            { id: 'months', label: say('column.months'), kind: 'number' as const },
          ]
        : []),
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        textCell(row.name),
        open ? numberCell(null, '–') : numberCell(row.place, figures.number(row.place)),
        ...(ranking.method === 'drag'
          ? []
          : [numberCell(row.votes, votesText(row, ranking.method, figures))]),
        ...(scored
          ? [
              cell(row.score?.score ?? null, row.pending, figures.moneyShort),
              cell(row.scorePlace, row.pending, (value) => figures.number(value)),
              cell(row.score?.costOfDelay ?? null, row.pending, figures.moneyShort),
              cell(row.score?.months ?? null, row.pending, (value) => figures.number(value, 1)),
            ]
          : []),
      ],
    })),
  };
}
