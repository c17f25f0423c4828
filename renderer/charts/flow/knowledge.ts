import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { densePoints, placeLabel } from '../frame/placeLabel.ts';
import { type Label, labelRect, type Rect } from '../frame/rects.ts';
import { type FlowData, type FlowMode, type KnowledgeSegment, knowledgeAt, within } from './flowData.ts';
import type { FlowWords, Frame } from './flowFrame.ts';

export interface KnowledgeMarker {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly label: Label | null;
  readonly hit: Rect;
}

export interface CurveStop {
  readonly id: string;
  readonly lane: number;
  /** Whose mark stands there, which tells the curves apart without colour; null on a curve that its dashes tell. */
  readonly of: 'project' | 'product' | null;
  readonly x: number;
  readonly y: number;
  readonly hit: Rect;
}

export interface KnowledgeLayout {
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly y: number; readonly label: Label }[];
  /** SVG path data; null for a mode that is not shown. */
  readonly projectPath: string | null;
  readonly productPath: string | null;
  /** Between the two curves, where both are shown. */
  readonly between: string | null;
  readonly markers: readonly KnowledgeMarker[];
  readonly labels: readonly Label[];
  /** Places on the curves, every third month, for mouse and keyboard. */
  readonly stops: readonly CurveStop[];
}

const SIZE = 12;
type Point = readonly [x: number, y: number];

/** Points along the segments, both ends of every jump included, `perMonth` of them to a month. */
function samplePoints(
  segments: readonly KnowledgeSegment[],
  horizon: number,
  perMonth = 4,
): readonly Point[] {
  const points: Point[] = [];
  for (const segment of segments) {
    const to = Math.min(segment.to, horizon);
    if (to <= segment.from) continue;
    const steps = Math.max(1, Math.ceil((to - segment.from) * perMonth));
    for (let k = 0; k <= steps; k++) {
      const month = segment.from + ((to - segment.from) * k) / steps;
      points.push([month, within(segment, month)]);
    }
  }
  return points;
}

/** Knowledge kept over time: the project's saw-tooth with its causes, the product team's curve, and what lies between. */
export function layoutKnowledge(
  data: FlowData,
  mode: FlowMode,
  frame: Frame,
  top: number,
  height: number,
  words: FlowWords,
): KnowledgeLayout {
  const y = scaleLinear([0, 1], [top + height, top + 12]);
  const draw = line<Point>(
    (point) => frame.x(point[0]),
    (point) => y(point[1]),
  );
  const projectPoints = mode === 'product' ? [] : samplePoints(data.project.knowledge, frame.horizon);
  const productPoints = mode === 'project' ? [] : samplePoints(data.product.knowledge, frame.horizon);

  let between: string | null = null;
  if (projectPoints.length > 0 && productPoints.length > 0) {
    const shape = area<Point>()
      .x((point) => frame.x(point[0]))
      .y0((point) => y(point[1]))
      .y1((point) => y(knowledgeAt(data.product.knowledge, point[0]) ?? point[1]));
    between = shape(projectPoints as Point[]);
  }

  const taken: Rect[] = [];
  const markers: KnowledgeMarker[] = [];
  const labels: Label[] = [];
  const inPx = (points: readonly Point[]): readonly Point[] =>
    points.map(([month, k]) => [frame.x(month), y(k)]);
  const lines = [...densePoints(inPx(projectPoints)), ...densePoints(inPx(productPoints))];
  const bounds = { x: frame.left, y: top - 4, width: frame.right - frame.left, height: height + 6 };
  const tryLabel = (
    text: string,
    places: readonly (readonly [x: number, y: number, Label['anchor']])[],
  ): Label | null => {
    const width = frame.measure(text, SIZE);
    const label = placeLabel(
      places.map(([x, at, anchor]) => ({ text, x, y: at, anchor, size: SIZE, weight: 400, width })),
      { bounds, boxes: taken, points: lines },
    );
    if (label) taken.push(labelRect(label));
    return label;
  };
  /** Around a marker: right and left of it, a little higher each time, then below. */
  const around = (x: number, at: number): readonly (readonly [number, number, Label['anchor']])[] =>
    [-10, -24, -38, 18, 32].flatMap((shift) => [
      [x + 8, at + shift, 'start'] as const,
      [x - 8, at + shift, 'end'] as const,
    ]);
  const last = productPoints.at(-1);
  // A team that shrinks to its core forgets: the words stand only where the curve keeps what it reached.
  const kept = last !== undefined && last[1] >= 0.92 * Math.max(...productPoints.map((point) => point[1]));
  if (last && kept) {
    const at = y(last[1]);
    const label = tryLabel(words.knowledgeCompounds, [
      [frame.right - 4, at - 6, 'end'],
      [frame.right - 4, at + 16, 'end'],
      [frame.right - 4, at + 30, 'end'],
    ]);
    if (label) labels.push(label);
  }
  if (mode !== 'product') {
    data.project.phases.forEach((phase, k) => {
      if (k === 0 || phase.lost <= 0 || phase.start > frame.horizon) return;
      const before = knowledgeAt(
        data.project.knowledge.filter((segment) => segment.from < phase.start - 1e-9),
        phase.start,
      );
      const level = before ?? knowledgeAt(data.project.knowledge, phase.start) ?? 0;
      markers.push(
        marker(`handoff:${k}`, frame.x(phase.start), y(level), (x, at) =>
          // One handoff says it for all; the others say it in their cards.
          markers.length === 0 ? tryLabel(words.handoffLoss(phase.lost), around(x, at)) : null,
        ),
      );
    });
    const released = data.project.releaseMonth;
    if (released !== null && released < frame.horizon) {
      const before = knowledgeAt(
        data.project.knowledge.filter((segment) => segment.from < released - 1e-9),
        released,
      );
      const level = before ?? 0;
      markers.push(
        marker('handover', frame.x(released), y(level), (x, at) =>
          tryLabel(words.handedToSupport, around(x, at)),
        ),
      );
    }
  }

  const stops: CurveStop[] = [];
  const every = Math.max(1, Math.ceil(frame.horizon / 12));
  for (let month = 0; month <= frame.horizon; month += every) {
    const add = (
      lane: number,
      name: string,
      of: 'project' | 'product',
      segments: readonly KnowledgeSegment[],
    ): void => {
      const level = knowledgeAt(segments, month);
      if (level === null) return;
      const at = { x: frame.x(month), y: y(level) };
      stops.push({
        id: `${name}:${month}`,
        lane,
        of,
        ...at,
        hit: { x: at.x - 6, y: at.y - 6, width: 12, height: 12 },
      });
    };
    if (mode !== 'project') add(0, 'knowProduct', 'product', data.product.knowledge);
    if (mode !== 'product') add(1, 'knowProject', 'project', data.project.knowledge);
  }
  return {
    top,
    bottom: top + height,
    ticks: [0, 0.5, 1].map((share) => ({
      y: y(share),
      label: tickLabel(words.percent(share), frame, y(share)),
    })),
    projectPath: projectPoints.length > 0 ? draw(projectPoints as Point[]) : null,
    productPath: productPoints.length > 0 ? draw(productPoints as Point[]) : null,
    between,
    markers,
    labels,
    stops,
  };
}

function marker(
  id: string,
  x: number,
  y: number,
  label: (x: number, y: number) => Label | null,
): KnowledgeMarker {
  return { id, x, y, label: label(x, y), hit: { x: x - 6, y: y - 12, width: 12, height: 16 } };
}

/** The words beside a horizontal line, left of the plot. */
export function tickLabel(text: string, frame: Frame, y: number): Label {
  return {
    text,
    x: frame.left - 8,
    y: y + 4,
    anchor: 'end',
    size: SIZE,
    weight: 400,
    width: frame.measure(text, SIZE),
  };
}
