import { scaleSqrt } from 'd3-scale';
import type { Tranche } from '../../../shared/domain/records.ts';
import { type Label, labelRect, overlaps, type Rect } from '../frame/rects.ts';
import type { FlowData, FlowMode } from './flowData.ts';
import type { FlowWords, Frame } from './flowFrame.ts';

export interface CadenceDot {
  readonly id: string;
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly hit: Rect;
}

export interface RecordedMark extends CadenceDot {
  readonly out: boolean;
  /** Radius of the planned value; null where nobody said. */
  readonly plannedR: number | null;
  readonly label: Label | null;
}

export interface TrancheMark {
  readonly id: string;
  readonly line: Rect;
  readonly label: Label | null;
  readonly hit: Rect;
  /** What was decided on it; null for a modelled one. */
  readonly decision: {
    readonly kind: Tranche['decision'];
    readonly letter: string;
    readonly x: number;
    readonly y: number;
    readonly r: number;
  } | null;
}

export interface CadenceLayout {
  readonly height: number;
  /** The team's life: round where it starts, open at the horizon. */
  readonly band: Rect;
  readonly open: boolean;
  readonly dots: readonly CadenceDot[];
  readonly labels: readonly Label[];
  readonly tranches: readonly TrancheMark[];
  readonly stopX: number | null;
  readonly recorded: readonly RecordedMark[];
  /** Places the record's own releases on a line whose middle is `y`. */
  readonly placeRecorded: (y: number) => readonly RecordedMark[];
}

const BAND = 22;
const LEAST = 3;
const MOST = 9.5;
const SIZE = 12;
const SMALL = 11;
/** Half the width of a decision (px). */
const DECISION = 9;

/** Radius in px by value: area stands for value, the largest is `MOST`; without a value all are alike. */
function radiusScale(largest: number): (value: number | null) => number {
  const scale = scaleSqrt([0, largest > 0 ? largest : 1], [LEAST, MOST]);
  return (value) => (value === null ? 5 : scale(Math.max(0, value)));
}

/** Releases on a strip, sized by the value that each adds, and the tranches that pay for them beneath. */
export function layoutCadence(
  data: FlowData,
  mode: FlowMode,
  frame: Frame,
  top: number,
  words: FlowWords,
): CadenceLayout {
  const { product } = data;
  const middle = top + 32;
  const radius = radiusScale(Math.max(0, ...product.releases.map((release) => release.valueShare)));
  const dots = product.releases
    .map((release, k): CadenceDot => {
      const cx = frame.x(release.month);
      const r = radius(release.valueShare);
      return { id: `release:${k}`, cx, cy: middle, r, hit: square(cx, middle, Math.max(r, 5)) };
    })
    .filter((_, k) => product.releases[k]!.month <= frame.horizon);

  const labels: Label[] = [];
  const first = dots[0];
  if (first) {
    const width = frame.measure(words.mlp, SIZE, 600);
    labels.push({
      text: words.mlp,
      x: Math.min(Math.max(first.cx, frame.left + width / 2), frame.right - width / 2),
      y: top + 14,
      anchor: 'middle',
      size: SIZE,
      weight: 600,
      width,
    });
  }
  const stopped = product.stoppedAt !== null && product.stoppedAt <= frame.horizon ? product.stoppedAt : null;
  if (stopped !== null) {
    const width = frame.measure(words.stopped, SIZE);
    const x = frame.x(stopped) + 6;
    const label: Label = {
      text: words.stopped,
      x: x + width > frame.right ? frame.x(stopped) - 6 : x,
      y: top + 14,
      anchor: x + width > frame.right ? 'end' : 'start',
      size: SIZE,
      weight: 400,
      width,
    };
    if (!labels.some((other) => overlaps(labelRect(other), labelRect(label)))) labels.push(label);
  }

  const lineY = middle + BAND / 2 + 9;
  let labelsEnd = Number.NEGATIVE_INFINITY;
  // What is on record stands in place of what the model spends step by step.
  const onRecord = data.recordedTranches.length > 0;
  const shownTranches = onRecord
    ? data.recordedTranches
        .filter(({ from, to }) => from < frame.horizon && to > 0)
        .map(({ id, from, to, amount, decision }) => ({
          id: `recordedTranche:${id}`,
          from,
          to,
          text: words.trancheAmount(amount),
          decision,
        }))
    : product.tranches
        .filter(({ from }) => from < frame.horizon)
        .map(({ from, to, money }, k) => ({
          id: `tranche:${k}`,
          from,
          to,
          text: words.money(money),
          decision: null,
        }));
  let shapesEnd = Number.NEGATIVE_INFINITY;
  const tranches = shownTranches.map((tranche): TrancheMark => {
    const x0 = frame.x(Math.max(0, tranche.from));
    const x1 = frame.x(Math.min(frame.horizon, tranche.to));
    const { text, decision } = tranche;
    const width = frame.measure(text, SIZE);
    const fits = x0 >= labelsEnd + 8 && x0 + width <= frame.right + 20;
    if (fits) labelsEnd = x0 + width;
    // The decision stands where the tranche ends: on it hangs the next one.
    const shapeX = Math.min(x1, frame.right - DECISION);
    const hasShape = decision !== null && shapeX - DECISION > shapesEnd;
    if (hasShape) shapesEnd = shapeX + DECISION;
    return {
      id: tranche.id,
      line: { x: x0, y: lineY, width: Math.max(1, x1 - x0 - 3), height: 3 },
      label: fits ? { text, x: x0, y: lineY + 20, anchor: 'start', size: SIZE, weight: 400, width } : null,
      hit: { x: x0, y: lineY - 7, width: Math.max(4, x1 - x0), height: 17 },
      decision: hasShape
        ? { kind: decision, letter: words.decisionLetter[decision], x: shapeX, y: lineY + 1.5, r: DECISION }
        : null,
    };
  });
  const placeRecorded = (y: number): readonly RecordedMark[] => {
    const radiusOf = radiusScale(
      Math.max(0, ...data.recorded.map(({ measured, planned }) => Math.max(measured ?? 0, planned ?? 0))),
    );
    let end = Number.NEGATIVE_INFINITY;
    return data.recorded
      .filter((release) => release.month >= 0 && release.month <= frame.horizon)
      .map((release) => {
        const cx = frame.x(release.month);
        const r = radiusOf(release.out ? release.measured : release.planned);
        const text = words.releaseValue(release);
        const width = frame.measure(text, SMALL);
        const x = Math.max(frame.left, Math.min(cx - width / 2, frame.right - width));
        const fits = text !== '' && x >= end + 8;
        if (fits) end = x + width;
        return {
          id: `recorded:${release.id}`,
          cx,
          cy: y,
          r,
          out: release.out,
          plannedR: release.out && release.planned !== null ? radiusOf(release.planned) : null,
          label: fits
            ? { text, x, y: y + MOST + 12, anchor: 'start', size: SMALL, weight: 400, width }
            : null,
          hit: square(cx, y, Math.max(r, 6)),
        };
      });
  };
  const start = frame.x(Math.min(frame.horizon, Math.max(0, product.start)));
  return {
    height: shownTranches.length > 0 ? 86 : 54,
    band: { x: start, y: middle - BAND / 2, width: frame.right - start, height: BAND },
    open: mode !== 'project',
    dots,
    labels,
    tranches,
    stopX: stopped === null ? null : frame.x(stopped),
    recorded: [],
    placeRecorded,
  };
}

const square = (cx: number, cy: number, r: number): Rect => ({
  x: cx - r,
  y: cy - r,
  width: 2 * r,
  height: 2 * r,
});
