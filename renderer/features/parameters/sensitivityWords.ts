import { isPercent, PARAMETERS } from '../../../shared/model/parameterTable.ts';
import type { Sensitivity, SensitivityRow } from '../../analysis/jobs.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import type { LegendItem } from '../../charts/frame/legend.ts';
import { numberCell, type TwinTableData, textCell } from '../../charts/frame/twinTable.ts';
import type { TornadoRow } from '../../charts/tornado/layout.ts';
import type { Say } from '../../i18n.ts';
import { parameterText } from '../receipts/parameterWords.ts';

/** A row of the chart with what its card and its table say in full. */
export interface SensitivityLine extends TornadoRow {
  readonly lowWords: string;
  readonly highWords: string;
  /** The value at which both modes are equal, in the parameter's unit; null where there is none in the range. */
  readonly evenAt: number | null;
}

export interface SensitivitySpeech {
  readonly say: Say<'parameters'>;
  readonly figures: FigureWords;
  readonly currency: string;
  /** What the initiative is called. */
  readonly initiative: string;
}

/** How far the difference between the modes moves from one end of a parameter to the other, whole currency units. */
export const swingOf = ({ deltaHigh, deltaLow }: TornadoRow): number => Math.abs(deltaHigh - deltaLow);

/** The parameters in words, in the order in which they were computed. */
export function sensitivityLines(
  { rows }: Sensitivity,
  { say, figures, currency }: SensitivitySpeech,
): readonly SensitivityLine[] {
  const infoOf = (param: SensitivityRow['param']) => PARAMETERS.find(({ id }) => id === param)!;
  const value = (param: SensitivityRow['param'], amount: number): string =>
    parameterText(Number(amount.toPrecision(3)), infoOf(param).unit, figures, currency);
  // Beside a bar there is no room for units; the card and the table say them.
  const short = (param: SensitivityRow['param'], amount: number): string =>
    isPercent(infoOf(param).unit) ? figures.percent(amount, 1) : figures.number(amount, 3);
  return rows.map((row) => ({
    id: row.param,
    name: say(`param.${row.param}`),
    low: short(row.param, row.low),
    lowWords: value(row.param, row.low),
    high: short(row.param, row.high),
    highWords: value(row.param, row.high),
    deltaLow: row.delta_net_low,
    deltaHigh: row.delta_net_high,
    flips: row.flips,
    breakEven:
      row.breakEven === null ? null : say('tornado.even', { value: value(row.param, row.breakEven) }),
    evenAt: row.breakEven,
  }));
}

/** The finding of the picture as title, what it compares, and the picture in words. */
export function sensitivityFinding(
  lines: readonly SensitivityLine[],
  { say, figures, initiative }: SensitivitySpeech,
): { readonly title: string; readonly subtitle: string; readonly description: string } {
  const [first] = lines;
  const subtitle = say('tornado.subtitle', { initiative });
  if (!first) return { title: say('tornado.titleNone'), subtitle, description: '' };
  return {
    title: asTitle(say('tornado.title', { name: first.name })),
    subtitle,
    description: say('tornado.describe', {
      count: lines.length,
      name: first.name,
      swing: figures.moneyShort(swingOf(first)),
      flips: lines.filter(({ flips }) => flips).length,
    }),
  };
}

/** Parameters are named as they stand in a sentence; a title begins with a capital letter. */
const asTitle = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** What the marks mean; the cross only where there is one. */
export const sensitivityLegend = (
  lines: readonly SensitivityLine[],
  { say }: SensitivitySpeech,
): readonly LegendItem[] => [
  { swatch: 'lowBar', label: say('tornado.lowEnd') },
  { swatch: 'highBar', label: say('tornado.highEnd') },
  { swatch: 'dashes', label: say('tornado.base') },
  ...(lines.some(({ flips }) => flips) ? [{ swatch: 'flip' as const, label: say('tornado.flip') }] : []),
];

/** The picture as a table, one row a parameter. */
export function sensitivityTable(
  lines: readonly SensitivityLine[],
  { say, figures, initiative }: SensitivitySpeech,
): TwinTableData {
  return {
    caption: say('tornado.subtitle', { initiative }),
    columns: [
      { id: 'param', label: say('tornado.param'), kind: 'text' },
      { id: 'low', label: say('tornado.low'), kind: 'text' },
      { id: 'high', label: say('tornado.high'), kind: 'text' },
      { id: 'atLow', label: say('tornado.atLow'), kind: 'number' },
      { id: 'atHigh', label: say('tornado.atHigh'), kind: 'number' },
      { id: 'swing', label: say('tornado.swing'), kind: 'number' },
      { id: 'winner', label: say('tornado.winner'), kind: 'text' },
      { id: 'even', label: say('tornado.evenAt'), kind: 'number' },
    ],
    rows: lines.map((line) => ({
      id: line.id,
      cells: [
        textCell(line.name),
        textCell(line.lowWords),
        textCell(line.highWords),
        numberCell(line.deltaLow, figures.money(line.deltaLow)),
        numberCell(line.deltaHigh, figures.money(line.deltaHigh)),
        numberCell(swingOf(line), figures.money(swingOf(line))),
        textCell(say(line.flips ? 'tornado.yes' : 'tornado.no')),
        numberCell(line.evenAt, line.evenAt === null ? '' : figures.number(line.evenAt, 3)),
      ],
    })),
  };
}
