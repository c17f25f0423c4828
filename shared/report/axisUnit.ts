import type { Language } from '../text/area.ts';

/** How the amounts of a chart are written that a slide program draws; formats as spreadsheets know them. */
export interface AxisUnit {
  /** The chart's numbers are amounts divided by this. */
  readonly divisor: number;
  /** For the ticks of the axis: `60M` or `6000万` in place of a row of noughts, and `0`. */
  readonly ticks: string;
  /** For an amount beside its bar or its line. */
  readonly labels: string;
}

/** The largest tick from which on a unit is used, and how its ticks are written. */
const thousands: readonly (readonly [number, string])[] = [
  [5e9, '0,,,"B"'],
  [1e9, '0.0,,,"B"'],
  [5e6, '0,,"M"'],
  [1e6, '0.0,,"M"'],
  [5e3, '0,"K"'],
];

// Spreadsheets divide by thousands only, so the numbers themselves are ten thousands.
const tenThousands: readonly (readonly [number, number, string])[] = [
  [1e8, 1e8, '亿'],
  [1e5, 1e4, '万'],
];

/** The unit in which amounts up to `most` are read in a language. */
export function axisUnit(most: number, language: Language): AxisUnit {
  const plain = '#,##0';
  if (language === 'en') {
    const ticks = thousands.find(([from]) => most >= from)?.[1];
    return { divisor: 1, ticks: ticks ? `[=0]0;${ticks}` : plain, labels: plain };
  }
  const [, divisor, sign] = tenThousands.find(([from]) => most >= from) ?? [0, 1, null];
  return sign === null
    ? { divisor, ticks: plain, labels: plain }
    : { divisor, ticks: `[=0]0;General"${sign}"`, labels: `#,##0.0"${sign}"` };
}
