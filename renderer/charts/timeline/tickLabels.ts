import type { MeasureText } from '../frame/measureText.ts';
import type { Label } from '../frame/rects.ts';
import { type TickName, type TimeAxis, ticksOf } from './axis.ts';
import { tickRoom } from './head.ts';

/** A line across a picture at the beginning of a stretch of time, with its name where that fits. */
export interface TickLine {
  readonly x: number;
  readonly label: Label | null;
}

/** Text sizes of the two lines of names, and the baselines that they stand on (px). */
export interface TickStyle {
  readonly size: number;
  readonly small: number;
  readonly majorY: number;
  readonly minorY: number;
}

/**
 * The two lines of ticks of a plot that begins at `left` px, for pictures that draw their own head. A stretch that
 * began before the plot keeps its name at the edge, as long as it fits.
 */
export function tickLabels(
  axis: TimeAxis,
  left: number,
  plotWidth: number,
  fiscalStartMonth: number,
  words: { readonly tick: (name: TickName) => string },
  measure: MeasureText,
  { size, small, majorY, minorY }: TickStyle,
): { readonly major: readonly TickLine[]; readonly minor: readonly TickLine[] } {
  const ticks = ticksOf(
    axis,
    plotWidth,
    fiscalStartMonth,
    tickRoom({ words, measure, metrics: { text: size, small }, fiscalStartMonth }),
  );
  const line =
    (y: number, textSize: number, weight: number) =>
    ({ x, width: room, name }: { x: number; width: number; name: TickName }): TickLine => {
      const text = words.tick(name);
      const width = measure(text, textSize, weight);
      const start = Math.max(0, x);
      const fits = width + 8 <= Math.min(room - (start - x), plotWidth - start);
      return {
        x: left + x,
        label: fits ? { text, x: left + start + 4, y, anchor: 'start', size: textSize, weight, width } : null,
      };
    };
  return {
    major: ticks.major.map(line(majorY, size, 600)),
    minor: ticks.minor.map(line(minorY, small, 400)),
  };
}
