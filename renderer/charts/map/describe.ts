import { median } from 'd3-array';
import { FUTURE_DOTS } from '../../../shared/comparison/futuresDifference.ts';
import { countAs } from '../../../shared/text/format.ts';
import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { signed } from '../frame/signed.ts';
import { numberCell, type TwinCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import type { MapLayout, MapWords } from './layout.ts';
import {
  daysSaved,
  gainPerMoney,
  type MapAxis,
  type MapItem,
  type MapPlace,
  type Ranking,
} from './mapData.ts';
import type { MapWindow } from './window.ts';

/** What the words of the map are made from. */
export interface MapSpeech {
  readonly say: Say<'map'>;
  readonly figures: FigureWords;
  readonly mode: (mode: 'project' | 'product') => string;
}

/** Projects in the title at most. */
export const FIRST_CONVERTED = 4;

/** What the map says, in a sentence computed from the projects to convert first; `lacking` projects have no place on it. */
export function mapFinding(
  items: readonly MapItem[],
  ranking: Ranking,
  lacking: number,
  { say, figures }: MapSpeech,
): string {
  if (items.length === 0) return say('finding.computing');
  const { first, days, sooner, gain } = findingFigures(ranking);
  if (first.length === 0) return whyNoneConverts(ranking, lacking, say);
  const money = figures.moneyShort(gain);
  if (sooner === null || sooner < 0.5) return say('finding.only', { count: first.length, money });
  const inMonths = figures.number(sooner);
  const months = say('amount.months', { count: countAs(inMonths), months: inMonths });
  return days >= 1
    ? say('finding.both', {
        count: first.length,
        days: say('amount.days', daysIn(days, figures)),
        months,
      })
    : say('finding.money', { count: first.length, money, months });
}

/** What the map says where it ranks no project for conversion; `lacking` is how many projects have too few facts. */
export function whyNoneConverts({ stay, unknown }: Ranking, lacking: number, say: Say<'map'>): string {
  const open = unknown.length + lacking;
  if (stay.length > 0) return open > 0 ? say('finding.stayOfKnown', { count: open }) : say('finding.stay');
  if (unknown.length > 0) return say('finding.unknown');
  return lacking > 0 ? say('finding.lacking', { count: lacking }) : say('finding.noProjects');
}

/** The figures of the title: days saved and money gained by the projects to convert first, and months sooner in the mean. */
export function findingFigures({ convert }: Pick<Ranking, 'convert'>): {
  readonly first: readonly MapItem[];
  readonly days: number;
  readonly sooner: number | null;
  readonly gain: number;
} {
  const first = convert.slice(0, FIRST_CONVERTED);
  return {
    first,
    days: first.reduce((sum, item) => sum + daysSaved(item), 0),
    sooner: meanSooner(first),
    gain: first.reduce((sum, item) => sum + item.gain!, 0),
  };
}

/** Months that the first value comes sooner, over those that release in both modes; null when none does. */
function meanSooner(items: readonly MapItem[]): number | null {
  const known = items.flatMap(({ sooner }) => (sooner === null ? [] : [sooner]));
  return known.length === 0 ? null : known.reduce((sum, months) => sum + months, 0) / known.length;
}

/** The words inside the drawing. */
export function mapWords(axis: MapAxis, horizon: number, { say, figures }: MapSpeech): MapWords {
  const named = [0.5, 1, 3, 6, 12, 24, 60] as const;
  return {
    months: (tick) => {
      const known = named.find((each) => each === tick);
      return known === undefined
        ? say('tick.months', { count: countAs(figures.number(tick, 1)), months: figures.number(tick, 1) })
        : say(`tick.${known}`);
    },
    percent: (share) => figures.percent(share),
    xTitle: say(`axis.${axis}Title`),
    yTitle: say('axis.share'),
    never: say('axis.never', { months: horizon }),
  };
}

/** Says that only a part of the map is shown, which, and how many of all initiatives stand in it. */
export function mapPart(
  items: readonly MapItem[],
  axis: MapAxis,
  { fromMonths, toMonths, fromShare, toShare }: MapWindow,
  { say, figures }: MapSpeech,
): string {
  const inside = items.filter(({ now }) => {
    const months = now[axis];
    // What never releases has a place beside every part.
    return (
      (months === null || (months >= fromMonths && months <= toMonths)) &&
      now.share >= fromShare &&
      now.share <= toShare
    );
  });
  return say('subtitle.part', {
    from: figures.months(fromMonths),
    to: figures.months(toMonths),
    low: figures.percent(fromShare),
    high: figures.percent(toShare),
    shown: figures.number(inside.length),
    count: items.length,
    all: figures.number(items.length),
  });
}

/** Legend entries for what the map really shows. */
export function mapLegend(
  layout: MapLayout,
  horizon: number,
  draws: number,
  { say, figures }: MapSpeech,
): readonly LegendItem[] {
  const items: LegendItem[] = [];
  const has = (mode: 'project' | 'product'): boolean =>
    layout.grey[mode].length > 0 ||
    layout.lit.some(({ item }) => item.mode === mode) ||
    layout.arrows.some(({ item }) => item.mode !== mode);
  if (has('project')) items.push({ swatch: 'projectSquare', label: say('legend.project') });
  if (has('product')) items.push({ swatch: 'productCircle', label: say('legend.product') });
  const quiet = layout.grey.project.length + layout.grey.product.length;
  if (quiet > 0) items.push({ swatch: 'greyMarks', label: say('legend.grey') });
  if (quiet + layout.lit.length > 0)
    items.push({ swatch: 'sizeScale', label: say('legend.size', { months: horizon }) });
  if (layout.arrows.length > 0) items.push({ swatch: 'arrow', label: say('legend.arrow') });
  if (layout.arrows.some(({ ring }) => ring)) {
    items.push({ swatch: 'ring', label: say('legend.ring', { draws: figures.number(draws) }) });
  }
  return items;
}

/** The map in a few sentences. */
export function describeMap(
  items: readonly MapItem[],
  ranking: Ranking,
  { say, figures }: MapSpeech,
): string {
  const of = (mode: 'project' | 'product'): readonly MapItem[] => items.filter((item) => item.mode === mode);
  const middle = (list: readonly MapItem[]): string => {
    const share = median(list, (item) => item.now.share);
    return share === undefined ? '–' : figures.percent(share);
  };
  const [projects, products] = [of('project'), of('product')];
  return say('describe', {
    count: items.length,
    projects: figures.number(projects.length),
    products: figures.number(products.length),
    projectShare: middle(projects),
    productShare: middle(products),
    converts: figures.number(ranking.convert.length),
  });
}

const monthsOf = (value: number | null, horizon: number, { say, figures }: MapSpeech): string =>
  value === null ? say('card.never', { months: horizon }) : figures.months(value);

/** What the card beside a mark says: both modes, and what the change would bring. */
export function mapCard(item: MapItem, rank: number | null, speech: MapSpeech): MarkCard {
  const { say, figures, mode } = speech;
  const both = (read: (place: MapPlace) => string): string =>
    say('card.arrow', { now: read(item.now), other: read(item.other) });
  return {
    title: item.name,
    rows: [
      ['', `${mode(item.mode)} → ${mode(item.mode === 'project' ? 'product' : 'project')}`],
      [say('card.share'), both(({ share }) => figures.percent(share))],
      [say('card.between'), both(({ between }) => monthsOf(between, item.horizonMonths, speech))],
      [say('card.first'), both(({ first }) => monthsOf(first, item.horizonMonths, speech))],
      [say('card.money'), both(({ cost }) => figures.moneyShort(cost))],
      ...(item.gain === null ? [] : [[say('card.gain'), signed(item.gain, figures.moneyShort)] as const]),
    ],
    ...(item.gain === null
      ? { note: say('card.valueUnknown') }
      : rank === null
        ? {}
        : { note: say('card.rank', { rank: figures.number(rank) }) }),
  };
}

/** Why a project should be converted, in phrases; `ahead` is the share of futures, null while it is simulated. */
export function convertReasons(
  item: MapItem,
  ahead: number | null,
  { say, figures }: MapSpeech,
): readonly string[] {
  const price = item.releaseDaysAdded + item.idleDaysAdded;
  const perMoney = gainPerMoney(item);
  return [
    ...(item.gain !== null && perMoney !== null
      ? [say('reason.gain', { money: figures.moneyShort(item.gain), perMoney: figures.number(perMoney, 2) })]
      : []),
    ...(item.wasteDaysSaved >= 1 ? [say('reason.saves', daysIn(item.wasteDaysSaved, figures))] : []),
    ...(price >= 1 ? [say('reason.price', daysIn(price, figures))] : []),
    ...(item.sooner !== null && item.sooner >= 0.5
      ? [say('reason.sooner', soonerIn(item.sooner, figures))]
      : []),
    ...(item.now.first === null && item.other.first !== null
      ? [say('reason.firstAtAll', { months: item.horizonMonths })]
      : []),
    ahead === null
      ? say('reason.simulating')
      : say('reason.ahead', { ahead: figures.number(Math.round(ahead * FUTURE_DOTS)) }),
  ];
}

/** How much sooner the first value comes, for a sentence: months, and how many these are as they are read. */
export function soonerIn(
  sooner: number,
  { number }: FigureWords,
): { readonly count: number; readonly months: string } {
  const months = number(sooner, sooner < 10 ? 1 : 0);
  return { count: countAs(months), months };
}

/** Person-days for a sentence, and how many these are as they are read. */
export const daysIn = (
  personDays: number,
  { days: inWords }: FigureWords,
): { readonly count: number; readonly days: string } => {
  const days = inWords(personDays);
  return { count: countAs(days), days };
};

/** Why a project should be converted, as one sentence; without `simulated`, nothing is said of futures still unknown. */
export function convertSentence(
  item: MapItem,
  ahead: number | null,
  speech: MapSpeech,
  simulated = true,
): string {
  const reasons = convertReasons(item, ahead, speech);
  const shown = ahead === null && !simulated ? reasons.slice(0, -1) : reasons;
  const english = speech.figures.language === 'en';
  return `${shown.join(english ? '; ' : '；')}${english ? '.' : '。'}`;
}

/** Why a project should stay one, in a sentence: what the product team would cost more or bring less. */
export function stayReason(item: MapItem, { say, figures }: MapSpeech): string {
  const costMore = item.other.cost - item.now.cost;
  const why: string[] = [
    ...(item.idleDaysAdded >= 1 ? [say('stay.idle', daysIn(item.idleDaysAdded, figures))] : []),
    ...(item.releaseDaysAdded >= 1 ? [say('stay.release', daysIn(item.releaseDaysAdded, figures))] : []),
    ...((item.valueGain ?? 0) < 0
      ? [say('stay.value', { money: figures.moneyShort(-item.valueGain!) })]
      : []),
  ];
  if (why.length === 0) why.push(say('stay.cost', { money: figures.moneyShort(Math.max(0, costMore)) }));
  const list = new Intl.ListFormat(figures.language, { type: 'conjunction' });
  return say('stay.wins', {
    money: figures.moneyShort(-(item.gain ?? 0)),
    why: list.format(why.slice(0, 2)),
  });
}

/** The whole map as a table, in the order of the ranking. */
export function mapTable(
  items: readonly MapItem[],
  order: readonly string[],
  ranking: Ranking,
  speech: MapSpeech,
): TwinTableData {
  const { say, figures, mode } = speech;
  const byId = new Map(items.map((item) => [item.id, item]));
  const rankOf = new Map(ranking.convert.map((item, k) => [item.id, k + 1]));
  const months = (value: number | null, item: MapItem): TwinCell =>
    numberCell(value, monthsOf(value, item.horizonMonths, speech));
  const percent = (value: number): TwinCell => numberCell(value, figures.percent(value));
  const columns: readonly (readonly [id: string, label: string, cell: (item: MapItem) => TwinCell])[] = [
    [
      'rank',
      say('table.rank'),
      ({ id }) => {
        const rank = rankOf.get(id) ?? null;
        return numberCell(rank, rank === null ? '' : figures.number(rank));
      },
    ],
    ['between', say('table.between'), (item) => months(item.now.between, item)],
    ['first', say('table.first'), (item) => months(item.now.first, item)],
    ['share', say('table.share'), (item) => percent(item.now.share)],
    ['money', say('table.money'), (item) => numberCell(item.now.cost, figures.money(item.now.cost))],
    ['betweenThen', say('table.betweenThen'), (item) => months(item.other.between, item)],
    ['firstThen', say('table.firstThen'), (item) => months(item.other.first, item)],
    ['shareThen', say('table.shareThen'), (item) => percent(item.other.share)],
    [
      'gain',
      say('table.gain'),
      ({ gain }) => numberCell(gain, gain === null ? '' : signed(gain, figures.money)),
    ],
    ['days', say('table.days'), (item) => numberCell(daysSaved(item), figures.days(daysSaved(item)))],
  ];
  return {
    caption: say('table.caption'),
    columns: [
      { id: 'name', label: say('table.name'), kind: 'text' },
      { id: 'mode', label: say('table.mode'), kind: 'text' },
      ...columns.map(([id, label]) => ({ id, label, kind: 'number' as const })),
    ],
    rows: order.flatMap((id) => {
      const item = byId.get(id);
      if (!item) return [];
      return [
        {
          id,
          cells: [textCell(item.name), textCell(mode(item.mode)), ...columns.map(([, , cell]) => cell(item))],
        },
      ];
    }),
  };
}
