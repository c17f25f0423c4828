import type { DatedDependency } from '../../../shared/analysis/criticalPath.ts';
import type { MeasureText } from '../frame/measureText.ts';
import type { Metrics } from './metrics.ts';
import type { Shape } from './scene.ts';

/** Where an arrow begins and ends, px. */
export interface LinkEnds {
  /** End of what must be done before. */
  readonly from: { readonly x: number; readonly y: number };
  /** Start of what depends on it. */
  readonly to: { readonly x: number; readonly y: number };
}

const OUT = 9;
/** Px from a bar's start to the middle of its warning sign: clear of the arrows that come in there. */
export const WARNING_LEFT = 19;

/** An elbow line from one bar's end to another bar's start, as SVG path data; it enters from the left. */
export function elbow({ from, to }: LinkEnds, rowHeight: number): string {
  const near = to.x - OUT;
  if (near >= from.x + 2) return `M${from.x} ${from.y}H${near}V${to.y}H${to.x - 1}`;
  // The dependent one starts before: the line goes round between the rows.
  const between = to.y >= from.y ? to.y - rowHeight / 2 : to.y + rowHeight / 2;
  return `M${from.x} ${from.y}H${from.x + OUT}V${between}H${near}V${to.y}H${to.x - 1}`;
}

/**
 * The arrow of a dependency. One that is violated (its dependent starts too early) is dashed, and says
 * on wish by how much; a tight one, whose slip is passed on, is bold.
 */
export function linkShapes(
  dependency: DatedDependency,
  ends: LinkEnds,
  context: {
    readonly metrics: Metrics;
    readonly measure: MeasureText;
    /** Says how early a violated one starts; null where there is no room for words. */
    readonly tooEarly: ((days: number) => string) | null;
  },
): readonly Shape[] {
  const { metrics } = context;
  const violated = dependency.slackDays < 0;
  const tight = dependency.slackDays === 0;
  const ink = violated ? '--danger' : '--ink-2';
  const { to } = ends;
  const shapes: Shape[] = [
    {
      kind: 'path',
      d: elbow(ends, metrics.row),
      fill: null,
      stroke: ink,
      strokeWidth: violated || tight ? 2 : 1.3,
      ...(violated ? { dash: [5, 3] } : {}),
    },
    { kind: 'path', d: `M${to.x - 7} ${to.y - 4}L${to.x} ${to.y}L${to.x - 7} ${to.y + 4}Z`, fill: ink },
  ];
  if (!violated) return shapes;
  if (context.tooEarly) {
    const text = context.tooEarly(-dependency.slackDays);
    const width = context.measure(text, metrics.small, 600);
    const right = to.x - WARNING_LEFT - 8;
    shapes.push(
      {
        kind: 'rect',
        x: right - width - 8,
        y: to.y - metrics.small * 0.8,
        width: width + 8,
        height: metrics.small * 1.6,
        fill: '--danger-soft',
        radius: 3,
      },
      {
        kind: 'text',
        x: right - 4,
        y: to.y + metrics.small * 0.36,
        text,
        size: metrics.small,
        weight: 600,
        fill: '--danger',
        anchor: 'end',
      },
    );
  }
  return shapes;
}

/** The sign of something that cannot be as planned: a triangle with an exclamation mark, its middle at a point. */
export function warning(x: number, y: number, metrics: Metrics): readonly Shape[] {
  const r = metrics.small * 0.62;
  return [
    {
      kind: 'path',
      d: `M${x} ${y - r}L${x + r * 1.1} ${y + r * 0.85}H${x - r * 1.1}Z`,
      fill: '--danger',
      stroke: '--card',
      strokeWidth: 1,
    },
    {
      kind: 'text',
      x,
      y: y + r * 0.72,
      text: '!',
      size: metrics.small * 0.86,
      weight: 700,
      fill: '--card',
      anchor: 'middle',
    },
  ];
}
