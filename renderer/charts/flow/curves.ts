import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { densePoints, placeLabel } from '../frame/placeLabel.ts';
import { type Label, labelRect, spreadApart } from '../frame/rects.ts';
import type { FlowCurves, FlowData, FlowMode, MonthBand } from './flowData.ts';
import type { FlowWords, Frame } from './flowFrame.ts';
import { type CurveStop, tickLabel } from './knowledge.ts';

export interface CurvesLayout {
  readonly top: number;
  readonly bottom: number;
  readonly zeroY: number;
  readonly ticks: readonly { readonly y: number; readonly label: Label }[];
  readonly project: ModeCurves | null;
  readonly product: ModeCurves | null;
  /** Money spent before anyone used the project's first release. */
  readonly before: {
    readonly x: number;
    readonly fromY: number;
    readonly toY: number;
    /** Null where there is no room for the words; the mark's card says them. */
    readonly label: Label | null;
  } | null;
  readonly firstProduct: { readonly x: number; readonly y: number } | null;
  /** Said in the plot where the value is not entered. */
  readonly unknown: Label | null;
  readonly stops: readonly CurveStop[];
}

export interface ModeCurves {
  readonly spend: string;
  readonly value: string | null;
  readonly band: string | null;
  readonly endLabel: Label | null;
}

const SIZE = 12;
/** Px between the baselines of the two amounts at the end: their letters and a clear line between them. */
const END_GAP = 24;

/** Cumulative value with its range and spend, both modes on one money axis. */
export function layoutCurves(
  data: FlowData,
  mode: FlowMode,
  frame: Frame,
  top: number,
  height: number,
  words: FlowWords,
): CurvesLayout {
  const sides: readonly FlowCurves[] = [
    ...(mode === 'product' ? [] : [data.project]),
    ...(mode === 'project' ? [] : [data.product]),
  ];
  let low = 0;
  let high = 0;
  for (const side of sides) {
    for (const list of [side.spend, side.value ?? [], side.band?.low ?? [], side.band?.high ?? []]) {
      for (const amount of list) {
        if (amount < low) low = amount;
        if (amount > high) high = amount;
      }
    }
  }
  if (high === low) high = low + 1;
  const y = scaleLinear([low, high], [top + height, top + 12]).nice(4);
  const months = (values: readonly number[]): readonly (readonly [number, number])[] =>
    values.slice(0, Math.floor(frame.horizon) + 1).map((value, month) => [month, value]);
  const path = (values: readonly number[]): string =>
    line<readonly [number, number]>(
      (point) => frame.x(point[0]),
      (point) => y(point[1]),
    )(months(values) as [number, number][]) ?? '';
  const bandPath = (band: MonthBand): string =>
    area<readonly [number, number]>()
      .x((point) => frame.x(point[0]))
      .y0((point) => y(point[1]))
      .y1((point) => y(band.high[point[0]] ?? point[1]))(months(band.low) as [number, number][]) ?? '';

  const ends = sides.map((side) => side.value?.at(-1) ?? null);
  const endYs = spreadApart(
    ends.map((end) => (end === null ? top : y(end) - 10)),
    END_GAP,
    top + 6,
    top + height - 4,
  );
  const curvesOf = (side: FlowCurves): ModeCurves => {
    const k = sides.indexOf(side);
    const end = ends[k] ?? null;
    const text = end === null ? '' : words.money(end);
    return {
      spend: path(side.spend),
      value: side.value === null ? null : path(side.value),
      band: side.band === null || side.value === null ? null : bandPath(side.band),
      endLabel:
        end === null
          ? null
          : {
              text,
              x: frame.right - 4,
              y: endYs[k]!,
              anchor: 'end',
              size: 14,
              weight: 600,
              width: frame.measure(text, 14, 600),
            },
    };
  };

  let before: CurvesLayout['before'] = null;
  const released = data.project.releaseMonth;
  if (mode !== 'product' && released !== null && released <= frame.horizon) {
    const text = words.spentBefore(data.project.spentBeforeFeedback);
    const width = frame.measure(text, SIZE, 600);
    const x = frame.x(released);
    const toY = y(data.project.spentBeforeFeedback);
    const candidates = [-8, -22, -36, -50, -64, -78].flatMap((shift): Label[] => [
      { text, x: x - 8, y: toY + shift, anchor: 'end', size: SIZE, weight: 600, width },
      { text, x: x + 8, y: toY + shift, anchor: 'start', size: SIZE, weight: 600, width },
    ]);
    const lines = sides.flatMap((side) =>
      [side.spend, side.value ?? []].flatMap((values) =>
        densePoints(months(values).map(([month, amount]) => [frame.x(month), y(amount)])),
      ),
    );
    const bounds = { x: frame.left, y: top - 6, width: frame.right - frame.left, height };
    const ends = sides.flatMap((side) => curvesOf(side).endLabel ?? []).map(labelRect);
    const label =
      placeLabel(candidates, { bounds, boxes: ends, points: lines }) ??
      placeLabel(candidates, { bounds, boxes: ends, points: [] });
    before = { x, fromY: y(0), toY, label };
  }
  const stops: CurveStop[] = [];
  const every = Math.max(1, Math.ceil(frame.horizon / 12));
  for (let month = 0; month <= frame.horizon; month += every) {
    const add = (lane: number, name: string, of: CurveStop['of'], values: readonly number[] | null): void => {
      const amount = values?.[month];
      if (amount === undefined) return;
      const at = { x: frame.x(month), y: y(amount) };
      stops.push({
        id: `${name}:${month}`,
        lane,
        of,
        ...at,
        hit: { x: at.x - 6, y: at.y - 6, width: 12, height: 12 },
      });
    };
    if (mode !== 'project') {
      add(0, 'valueProduct', 'product', data.product.value);
      add(1, 'spendProduct', null, data.product.spend);
    }
    if (mode !== 'product') {
      add(2, 'valueProject', 'project', data.project.value);
      add(3, 'spendProject', null, data.project.spend);
    }
  }
  const firstRelease = data.product.releases[0];
  const valueKnown = sides.every((side) => side.value !== null);
  const unknownWidth = frame.measure(words.valueUnknown, SIZE);
  return {
    top,
    bottom: top + height,
    zeroY: y(0),
    ticks: y
      .ticks(4)
      .map((amount) => ({ y: y(amount), label: tickLabel(words.moneyTick(amount), frame, y(amount)) })),
    project: mode === 'product' ? null : curvesOf(data.project),
    product: mode === 'project' ? null : curvesOf(data.product),
    before,
    firstProduct:
      mode !== 'project' && firstRelease && firstRelease.month <= frame.horizon
        ? { x: frame.x(firstRelease.month), y: y(0) }
        : null,
    unknown: valueKnown
      ? null
      : {
          text: words.valueUnknown,
          x: frame.right - 4,
          y: top + height - 10,
          anchor: 'end',
          size: SIZE,
          weight: 400,
          width: unknownWidth,
        },
    stops,
  };
}
