import { median } from 'd3-array';
import { FUTURE_DOTS } from '../../../shared/comparison/futuresDifference.ts';
import { FUTURES } from '../../analysis/useFutures.ts';
import type { StripRow } from '../../charts/cadenceStrip/stripData.ts';
import { findingFigures, type MapSpeech } from '../../charts/map/describe.ts';
import { daysSaved, type MapItem, type Ranking } from '../../charts/map/mapData.ts';
import type { Say } from '../../i18n.ts';
import type { WrittenFigure } from '../receipts/FigureText.tsx';
import { type MadeFigure, type Opened, type PartLine, shownFigure } from '../receipts/receiptStore.ts';
import { figureName } from '../receipts/receiptWords.ts';

interface MapFigureWords extends Pick<MapSpeech, 'figures'> {
  readonly receipts: Say<'receipts'>;
}

/** The figures in the map's title, each with the projects that it is made of. */
export function titleFigures(
  ranking: Pick<Ranking, 'convert'>,
  { figures, receipts }: MapFigureWords,
): readonly WrittenFigure[] {
  const { first, days, sooner, gain } = findingFigures(ranking);
  const of = receipts('made.converted', { count: first.length });
  const written = (
    text: string,
    figure: Pick<MadeFigure, 'title' | 'value' | 'parts' | 'say'>,
    isMean = false,
  ) => ({
    text,
    label: receipts('open', { what: figure.title }),
    opens: {
      kind: 'made' as const,
      made: {
        ...figure,
        of,
        range: receipts('made.noRange'),
        formula: isMean ? 'Σ_i / n' : 'Σ_i',
        operation: isMean ? ('mean' as const) : ('sum' as const),
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
  return [
    written(figures.moneyShort(gain), {
      title: figureName('delta.net'),
      value: gain,
      parts: lines(({ gain: own }) => own, figures.money, 'delta.net'),
      say: figures.money,
    }),
    written(figures.days(days), {
      title: receipts('made.daysSaved'),
      value: days,
      parts: lines(daysSaved, sayDays, 'delta.waste_pd_total'),
      say: sayDays,
    }),
    ...(sooner === null
      ? []
      : [
          written(
            figures.number(sooner),
            {
              title: receipts('made.sooner'),
              value: sooner,
              parts: lines(({ sooner: own }) => own, figures.months, 'delta.time_to_first_value'),
              say: figures.months,
            },
            true,
          ),
        ]),
  ];
}

/** The figures in the reasons for an initiative, as `convertReasons` and `stayReason` write them. */
export function reasonFigures(
  item: MapItem,
  ahead: number | null,
  { figures, receipts }: MapFigureWords,
): readonly WrittenFigure[] {
  const price = item.releaseDaysAdded + item.idleDaysAdded;
  const one = (text: string, figure: string, draws?: number): WrittenFigure => ({
    text,
    label: receipts('openOf', { what: figureName(figure), name: item.name }),
    opens: {
      kind: 'initiative',
      initiativeId: item.id,
      figure,
      state: null,
      ...(draws === undefined ? {} : { draws }),
    },
  });
  const sayDays = (value: number): string => figures.number(value, 1);
  const dayLine = (category: 'release_overhead' | 'idle_capacity', value: number): PartLine => ({
    name: figureName(`delta.waste.${category}.pd`),
    value,
    text: sayDays(value),
    opens: shownFigure(item.id, `delta.waste.${category}.pd`),
  });
  const opensPrice: Opened = {
    kind: 'made',
    made: {
      title: receipts('made.price'),
      of: item.name,
      value: price,
      range: receipts('made.noRange'),
      formula: 'release overhead + idle capacity',
      operation: 'sum',
      parts: [
        dayLine('release_overhead', item.releaseDaysAdded),
        dayLine('idle_capacity', item.idleDaysAdded),
      ],
      say: sayDays,
    },
  };
  return [
    ...(item.gain === null ? [] : [one(figures.moneyShort(Math.abs(item.gain)), 'delta.net')]),
    one(figures.days(item.wasteDaysSaved), 'delta.seven_wastes_pd'),
    ...(price >= 1
      ? [
          {
            text: figures.days(price),
            label: receipts('openOf', { what: receipts('made.price'), name: item.name }),
            opens: opensPrice,
          },
        ]
      : []),
    ...(item.idleDaysAdded >= 1
      ? [one(figures.days(item.idleDaysAdded), 'delta.waste.idle_capacity.pd')]
      : []),
    ...(item.releaseDaysAdded >= 1
      ? [one(figures.days(item.releaseDaysAdded), 'delta.waste.release_overhead.pd')]
      : []),
    ...(item.sooner === null
      ? []
      : [one(figures.number(item.sooner, item.sooner < 10 ? 1 : 0), 'delta.time_to_first_value')]),
    ...(item.valueGain === null ? [] : [one(figures.moneyShort(Math.abs(item.valueGain)), 'delta.value')]),
    one(figures.moneyShort(Math.max(0, item.other.cost - item.now.cost)), 'delta.cost'),
    ...(ahead === null
      ? []
      : [one(String(Math.round(ahead * FUTURE_DOTS)), 'montecarlo.delta.p_product_better', FUTURES)]),
  ];
}

/** The figures in the title of the cadence strip: the months between releases in the middle of all. */
export function stripFigures(
  rows: readonly StripRow[],
  { figures, receipts }: MapFigureWords,
): readonly WrittenFigure[] {
  const own = rows.flatMap((row) => (row.cadence === null ? [] : [{ ...row, cadence: row.cadence }]));
  const middle = median(own, ({ cadence }) => cadence);
  if (middle === undefined) return [];
  const title = receipts('made.cadence');
  return [
    {
      text: figures.number(middle, 1),
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
    },
  ];
}
