import { median } from 'd3-array';
import { FUTURES } from '../../analysis/useFutures.ts';
import type { StripRow } from '../../charts/cadenceStrip/stripData.ts';
import { findingFigures, type MapSpeech } from '../../charts/map/describe.ts';
import { daysSaved, gainPerMoney, type MapItem, type Ranking } from '../../charts/map/mapData.ts';
import type { Say } from '../../i18n.ts';
import type { FiguresOf, OpenFigure } from '../receipts/FigureText.tsx';
import { type MadeFigure, type PartLine, shownFigure } from '../receipts/receiptStore.ts';
import { figureName } from '../receipts/receiptWords.ts';

interface MapFigureWords extends Pick<MapSpeech, 'figures'> {
  readonly receipts: Say<'receipts'>;
}

/** The figures in the map's title, each with the projects that it is made of. */
export function titleFigures(
  ranking: Pick<Ranking, 'convert'>,
  { figures, receipts }: MapFigureWords,
): FiguresOf<'map'> {
  const { first, days, sooner, gain } = findingFigures(ranking);
  const of = receipts('made.converted', { count: first.length });
  const open = (
    figure: Pick<MadeFigure, 'title' | 'value' | 'parts' | 'say'>,
    isMean = false,
  ): OpenFigure => ({
    label: receipts('open', { what: figure.title }),
    opens: {
      kind: 'made',
      made: {
        ...figure,
        of,
        range: receipts('made.noRange'),
        formula: isMean ? 'Σ_i / n' : 'Σ_i',
        operation: isMean ? 'mean' : 'sum',
      },
    },
  });
  const lines = (
    value: (item: MapItem) => number | null,
    say: (value: number) => string,
    figure: string,
  ): readonly PartLine[] =>
    first.flatMap((item) => {
      const own = value(item);
      if (own === null) return [];
      return [{ name: item.name, value: own, text: say(own), opens: shownFigure(item.id, figure) }];
    });
  const sayDays = (value: number): string => figures.number(value, 1);
  const money = open({
    title: figureName('delta.net'),
    value: gain,
    parts: lines(({ gain: own }) => own, figures.money, 'delta.net'),
    say: figures.money,
  });
  const saved = open({
    title: receipts('made.daysSaved'),
    value: days,
    parts: lines(daysSaved, sayDays, 'delta.waste_pd_total'),
    say: sayDays,
  });
  const months =
    sooner === null
      ? null
      : open(
          {
            title: receipts('made.sooner'),
            value: sooner,
            parts: lines(({ sooner: own }) => own, figures.months, 'delta.time_to_first_value'),
            say: figures.months,
          },
          true,
        );
  return {
    'finding.only.money': money,
    'finding.money.money': money,
    'finding.both.days': saved,
    ...(months && { 'finding.both.months': months, 'finding.money.months': months }),
  };
}

/** The figures in the reasons for an initiative, as `convertReasons` and `stayReason` write them. */
export function reasonFigures(item: MapItem, { figures, receipts }: MapFigureWords): FiguresOf<'map'> {
  const price = item.releaseDaysAdded + item.idleDaysAdded;
  const one = (figure: string, draws?: number): OpenFigure => ({
    label: receipts('openOf', { what: figureName(figure), name: item.name }),
    opens: { ...shownFigure(item.id, figure), ...(draws === undefined ? {} : { draws }) },
  });
  const made = (figure: Omit<MadeFigure, 'of' | 'range'>): OpenFigure => ({
    label: receipts('openOf', { what: figure.title, name: item.name }),
    opens: { kind: 'made', made: { ...figure, of: item.name, range: receipts('made.noRange') } },
  });
  const sayDays = (value: number): string => figures.number(value, 1);
  const dayLine = (category: 'release_overhead' | 'idle_capacity', value: number): PartLine => ({
    name: figureName(`delta.waste.${category}.pd`),
    value,
    text: sayDays(value),
    opens: shownFigure(item.id, `delta.waste.${category}.pd`),
  });
  const moneyLine = (figure: string, value: number): PartLine => ({
    name: figureName(figure),
    value,
    text: figures.money(value),
    opens: shownFigure(item.id, figure),
  });
  const gain = one('delta.net');
  const sooner = one('delta.time_to_first_value');
  const idle = one('delta.waste.idle_capacity.pd');
  const releases = one('delta.waste.release_overhead.pd');
  return {
    'reason.gain.money': gain,
    'reason.gain.perMoney': made({
      title: receipts('made.perMoney'),
      value: gainPerMoney(item) ?? 0,
      formula: 'Δ net / cost',
      operation: 'ratio',
      parts: [moneyLine('delta.net', item.gain ?? 0), moneyLine(`${item.mode}.cost`, item.now.cost)],
      say: (value) => figures.number(value, 2),
    }),
    'reason.saves.days': one('delta.seven_wastes_pd'),
    'reason.price.days': made({
      title: receipts('made.price'),
      value: price,
      formula: 'release overhead + idle capacity',
      operation: 'sum',
      parts: [
        dayLine('release_overhead', item.releaseDaysAdded),
        dayLine('idle_capacity', item.idleDaysAdded),
      ],
      say: sayDays,
    }),
    'reason.sooner.months': sooner,
    'reason.ahead.ahead': one('montecarlo.delta.p_product_better', FUTURES),
    'stay.wins.money': gain,
    'stay.idle.days': idle,
    'stay.release.days': releases,
    'stay.value.money': one('delta.value'),
    'stay.cost.money': one('delta.cost'),
  };
}

/** The figures in the title of the cadence strip: the months between releases in the middle of all. */
export function stripFigures(
  rows: readonly StripRow[],
  { figures, receipts }: MapFigureWords,
): FiguresOf<'map'> {
  const own = rows.flatMap((row) => (row.cadence === null ? [] : [{ ...row, cadence: row.cadence }]));
  const middle = median(own, ({ cadence }) => cadence);
  if (middle === undefined) return {};
  const title = receipts('made.cadence');
  const months: OpenFigure = {
    label: receipts('open', { what: title }),
    opens: {
      kind: 'made',
      made: {
        title,
        of: receipts('made.strip'),
        value: middle,
        range: receipts('made.noRange'),
        formula: 'median_i',
        operation: 'median',
        parts: own.map(({ id, name, mode, cadence, cadenceModelled }) => ({
          name,
          ...(cadenceModelled ? {} : { note: receipts('made.recorded') }),
          value: cadence,
          text: figures.months(cadence),
          opens: cadenceModelled ? shownFigure(id, `${mode}.months_between_releases`) : null,
        })),
        say: figures.months,
      },
    },
  };
  return { 'cadence.finding.months': months, 'cadence.findingPlain.months': months };
}
