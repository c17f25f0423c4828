import { scaleLinear } from 'd3-scale';
import { dayNumber } from '../../../shared/domain/time.ts';
import type { ChartMark } from '../../charts/frame/chartMark.ts';
import type { MeasureText } from '../../charts/frame/measureText.ts';

/** What the line of readings is drawn from; days are ISO, values in the metric's unit. */
export interface ReadingsData {
  readonly readings: readonly { readonly id: string; readonly date: string; readonly value: number }[];
  readonly baseline: number | null;
  readonly target: number | null;
  readonly dueDate: string | null;
}

/** Words that the layout places. */
export interface ReadingsWords {
  readonly value: (value: number) => string;
  readonly date: (date: string) => string;
  readonly target: string | null;
  readonly baseline: string | null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ReadingsLayout {
  readonly width: number;
  readonly height: number;
  readonly points: readonly (Point & { readonly id: string })[];
  /** From the first day and baseline to the due date and target; null where either is unknown. */
  readonly way: { readonly from: Point; readonly to: Point } | null;
  /** Level of the target where it has no way; null where there is none. */
  readonly targetY: number | null;
  readonly baselineY: number | null;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly dates: readonly { readonly x: number; readonly text: string; readonly anchor: 'start' | 'end' }[];
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly marks: readonly ChartMark[];
}

const HEIGHT = 170;
const TOP = 16;
const BOTTOM = 24;
const TEXT = 11;
/** Half the side of the place that answers to the pointer. */
const REACH = 7;

/** Places readings over time against the way from baseline to target; nothing is drawn beside what is known. */
export function layoutReadings(
  { readings, baseline, target, dueDate }: ReadingsData,
  width: number,
  words: ReadingsWords,
  measure: MeasureText,
): ReadingsLayout {
  const ordered = [...readings].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const values = [
    ...ordered.map(({ value }) => value),
    ...(baseline === null ? [] : [baseline]),
    ...(target === null ? [] : [target]),
  ];
  const days = [...ordered.map(({ date }) => date), ...(dueDate === null ? [] : [dueDate])].sort();
  const y = scaleLinear()
    .domain(values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)])
    .nice(3)
    .range([HEIGHT - BOTTOM, TOP]);
  // One value alone has no spread: it stands in the middle.
  if (y.domain()[0] === y.domain()[1]) y.domain([y.domain()[0]! - 1, y.domain()[1]! + 1]);
  const ticks = y.ticks(3).map((value) => ({ y: y(value), text: words.value(value) }));
  const left = 8 + Math.max(12, ...ticks.map(({ text }) => measure(text, TEXT)));
  const right = Math.max(left + 1, width - 8);
  const first = days[0];
  const last = days.at(-1);
  const span = first === undefined || last === undefined ? 0 : dayNumber(last) - dayNumber(first);
  const x = (date: string): number =>
    span === 0 || first === undefined
      ? (left + right) / 2
      : left + ((dayNumber(date) - dayNumber(first)) / span) * (right - left);
  const points = ordered.map(({ id, date, value }) => ({ id, x: x(date), y: y(value) }));
  const way =
    baseline !== null && target !== null && dueDate !== null && first !== undefined && first < dueDate
      ? { from: { x: x(first), y: y(baseline) }, to: { x: x(dueDate), y: y(target) } }
      : null;
  const targetY = target === null ? null : y(target);
  const baselineY = baseline === null ? null : y(baseline);
  const labels = [
    ...(targetY !== null && words.target !== null
      ? [{ x: right, y: targetY + (targetY > HEIGHT / 2 ? -5 : 13), text: words.target }]
      : []),
  ];
  return {
    width,
    height: HEIGHT,
    points,
    way,
    targetY,
    baselineY,
    left,
    right,
    bottom: HEIGHT - BOTTOM,
    ticks,
    dates:
      first === undefined || last === undefined
        ? []
        : first === last
          ? [{ x: left, text: words.date(first), anchor: 'start' }]
          : [
              { x: left, text: words.date(first), anchor: 'start' },
              { x: right, text: words.date(last), anchor: 'end' },
            ],
    labels,
    marks: points.map((point) => ({
      id: point.id,
      lane: 0,
      rect: { x: point.x - REACH, y: point.y - REACH, width: 2 * REACH, height: 2 * REACH },
    })),
  };
}
