import { hatchingStep, hatchings } from '../../../shared/report/hatchings.ts';
import { type FontRun, fontRuns, type PictureFonts } from './fonts.ts';
import type { Box, Fill, SceneShape, Segment, Stroke } from './scene.ts';

/** Something that can be painted on: a page of a PDF, a canvas. Places are px of the drawing. */
export interface Surface {
  fill(segments: readonly Segment[], color: string, opacity: number): void;
  /** Fills with a colour that fades out from the left to the right end of the box. */
  fade(segments: readonly Segment[], color: string, box: Box): void;
  stroke(segments: readonly Segment[], stroke: Stroke, opacity: number): void;
  /** Paints inside of the path only. */
  within(segments: readonly Segment[], paint: () => void): void;
  /** Paints turned clockwise around a place. */
  turned(degrees: number, x: number, y: number, paint: () => void): void;
  widthOf(run: FontRun, size: number): number;
  /** Writes on a baseline; `bold` asks for heavier letters of a font that has no heavier cut. */
  write(
    run: FontRun,
    at: { readonly x: number; readonly y: number; readonly size: number; readonly bold: boolean },
    color: string,
    opacity: number,
  ): void;
  /** A rim around letters that are written next. */
  rim(
    run: FontRun,
    at: { readonly x: number; readonly y: number; readonly size: number },
    color: string,
    width: number,
  ): void;
}

/** Paints the primitives of a drawing in their order. */
export function paintScene(shapes: readonly SceneShape[], surface: Surface, fonts: PictureFonts): void {
  for (const shape of shapes) {
    if (shape.kind === 'text') {
      paintText(shape, surface, fonts);
      continue;
    }
    const segments = outlineOf(shape);
    const paint = (): void => {
      if (shape.fill) paintFill(segments, shape.fill, shape.fillOpacity, surface);
      if (shape.stroke) surface.stroke(segments, shape.stroke, shape.opacity);
    };
    if (shape.clip) surface.within(rectangle(shape.clip, 0), paint);
    else paint();
  }
}

const outlineOf = (shape: Exclude<SceneShape, { kind: 'text' }>): readonly Segment[] =>
  shape.kind === 'path'
    ? shape.segments
    : shape.kind === 'rect'
      ? rectangle(shape, shape.radius)
      : rectangle(shape, Number.POSITIVE_INFINITY);

/** A circle's quarter as one curve. */
const KAPPA = 0.5522847498;

/** A box with round corners; with very large radii an ellipse. */
function rectangle({ x, y, width, height }: Box, radius: number): readonly Segment[] {
  const [rx, ry] = [Math.min(radius, width / 2), Math.min(radius, height / 2)];
  const [right, bottom] = [x + width, y + height];
  if (rx <= 0 || ry <= 0) {
    return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  }
  const [kx, ky] = [rx * (1 - KAPPA), ry * (1 - KAPPA)];
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ['C', right - kx, y, right, y + ky, right, y + ry],
    ['L', right, bottom - ry],
    ['C', right, bottom - ky, right - kx, bottom, right - rx, bottom],
    ['L', x + rx, bottom],
    ['C', x + kx, bottom, x, bottom - ky, x, bottom - ry],
    ['L', x, y + ry],
    ['C', x, y + ky, x + kx, y, x + rx, y],
    ['Z'],
  ];
}

/** Distance between the dots of a product team's texture, and how wide they are. */
const dots = { period: 5, width: 2.5 } as const;
/** A line that is no longer than this is its round ends alone. */
const HAIR = 0.01;

function paintFill(segments: readonly Segment[], fill: Fill, opacity: number, surface: Surface): void {
  if (fill.kind === 'color') {
    surface.fill(segments, fill.color, opacity);
    return;
  }
  const box = boundsOf(segments);
  if (fill.kind === 'fade') {
    surface.fade(segments, fill.color, box);
    return;
  }
  if (fill.ground) surface.fill(segments, fill.ground, opacity);
  if (fill.texture === 'product') {
    const { period, width } = dots;
    const points: Segment[] = [];
    for (let x = box.x + period / 2; x < box.x + box.width; x += period)
      for (let y = box.y + period / 2; y < box.y + box.height; y += period)
        points.push(['M', x, y], ['L', x + HAIR, y]);
    surface.within(segments, () =>
      surface.stroke(points, { color: fill.color, width, dash: [], round: true }, fill.strength * opacity),
    );
    return;
  }
  const hatching = hatchings[fill.texture];
  const { width, rising } = hatching;
  const step = hatchingStep(hatching);
  const lines: Segment[] = [];
  for (let at = box.x - box.height; at < box.x + box.width; at += step) {
    const [from, to] = rising ? [box.y + box.height, box.y] : [box.y, box.y + box.height];
    lines.push(['M', at, from], ['L', at + box.height, to]);
  }
  surface.within(segments, () =>
    surface.stroke(lines, { color: fill.color, width, dash: [], round: false }, fill.strength * opacity),
  );
}

/** The box around a path and its handles. */
function boundsOf(segments: readonly Segment[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [, ...numbers] of segments) {
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const [x = 0, y = 0] = [numbers[at], numbers[at + 1]];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function paintText(
  { text, x, y, size, weight, color, opacity, anchor, turn, halo }: Extract<SceneShape, { kind: 'text' }>,
  surface: Surface,
  fonts: PictureFonts,
): void {
  const runs = fontRuns(text, weight, fonts).map((run) => ({ run, width: surface.widthOf(run, size) }));
  const whole = runs.reduce((sum, { width }) => sum + width, 0);
  const paint = (): void => {
    const start = anchor === 'start' ? x : anchor === 'middle' ? x - whole / 2 : x - whole;
    let left = start;
    if (halo) {
      for (const { run, width } of runs) {
        surface.rim(run, { x: left, y, size }, halo.color, halo.width);
        left += width;
      }
    }
    left = start;
    for (const { run, width } of runs) {
      const bold = run.font === 'chinese' && weight >= 550;
      surface.write(run, { x: left, y, size, bold }, color, opacity);
      left += width;
    }
  };
  if (turn === 0) paint();
  else surface.turned(turn, x, y, paint);
}
