import type { MeasureText } from '../frame/measureText.ts';
import { type TimeAxis, xOf } from './axis.ts';
import { fiscalOf } from './calendar.ts';
import type { Metrics } from './metrics.ts';
import type { LoadCell } from './rows.ts';
import type { Shape } from './scene.ts';

/** How a load is said in a cell. */
export interface LoadWords {
  /** Full-time people, `12.5`. */
  readonly people: (people: number) => string;
  /** How much too much, `+18 %`. */
  readonly overload: (share: number) => string;
  readonly loadUnknown: string;
}

/** Px that a quarter needs for its number. */
const QUARTER_ROOM = 40;

interface LoadContext {
  readonly axis: TimeAxis;
  readonly width: number;
  readonly metrics: Metrics;
  readonly measure: MeasureText;
  readonly words: LoadWords;
  readonly fiscalStartMonth: number;
}

/**
 * The load of a team along its line: a number a quarter; where quarters are too narrow for it, the fullest quarter of
 * each year. Too much has a triangle and per cent, a load of which parts are unknown has a trailing plus sign, one of
 * which all is unknown says so.
 */
export function loadShapes(
  cells: readonly LoadCell[],
  top: number,
  height: number,
  left: number,
  context: LoadContext,
): readonly Shape[] {
  const { axis, width, metrics, measure, words } = context;
  const wide = axis.pxPerDay * 91 >= QUARTER_ROOM;
  const shown = wide ? cells : fullestOfYears(cells, context.fiscalStartMonth);
  const shapes: Shape[] = [];
  for (const cell of shown) {
    // A quarter that is cut off at an edge says its number in what can be seen of it.
    const x = Math.max(left, left + xOf(axis, cell.from));
    const room = Math.min(width, left + xOf(axis, cell.to)) - x;
    if (room <= 0) continue;
    if (cell.people === 0 && cell.unknown === 0) continue;
    const middle = x + room / 2;
    const over = cell.overload !== null && cell.overload > 0;
    const number =
      cell.people === null ? words.loadUnknown : `${words.people(cell.people)}${cell.unknown > 0 ? '+' : ''}`;
    if (measure(number, metrics.small + 1, 600) + 2 > room) continue;
    if (over) {
      shapes.push({
        kind: 'rect',
        x: x + 1,
        y: top + 3,
        width: room - 2,
        height: height - 7,
        fill: '--danger-soft',
        radius: 3,
      });
    }
    shapes.push({
      kind: 'text',
      x: middle,
      y: top + height / 2 + (over ? -metrics.small * 0.22 : metrics.small * 0.36),
      text: number,
      size: metrics.small + 1,
      weight: 600,
      fill: over ? '--danger' : cell.people === null ? '--ink-3' : '--ink',
      anchor: 'middle',
    });
    if (over) {
      const text = `▲${words.overload(cell.overload)}`;
      if (measure(text, metrics.small - 1, 600) <= room) {
        shapes.push({
          kind: 'text',
          x: middle,
          y: top + height / 2 + metrics.small * 0.95,
          text,
          size: metrics.small - 1,
          weight: 600,
          fill: '--danger',
          anchor: 'middle',
        });
      }
    }
  }
  return shapes;
}

/** For each fiscal year its fullest quarter, spread over the year. */
function fullestOfYears(cells: readonly LoadCell[], fiscalStartMonth: number): readonly LoadCell[] {
  const years = new Map<number, { from: number; to: number; best: LoadCell }>();
  for (const cell of cells) {
    const { year } = fiscalOf(cell.from, fiscalStartMonth);
    const known = years.get(year);
    if (!known) years.set(year, { from: cell.from, to: cell.to, best: cell });
    else {
      known.to = cell.to;
      if (weight(cell) > weight(known.best)) known.best = cell;
    }
  }
  return [...years.values()].map(({ from, to, best }) => ({ ...best, from, to }));
}

/** Unknown work weighs more than none. */
const weight = ({ people, unknown }: LoadCell): number => people ?? (unknown > 0 ? 0 : -1);
