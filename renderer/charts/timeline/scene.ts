import type { Anchor, Rect } from '../frame/rects.ts';

/** A colour of the theme by its name in tokens.css, or one of the drawing's own textures. */
export type Paint = `--${string}` | 'wait' | 'fade';

/** What a timeline is made of: drawn on a canvas while it moves, as SVG for a picture, from the same list. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Paint | null;
      readonly stroke?: Paint;
      readonly strokeWidth?: number;
      readonly dash?: readonly number[];
      /** Radius of the corners: all four, or those on the left only. */
      readonly radius?: number;
      readonly roundRight?: boolean;
      readonly opacity?: number;
    }
  | {
      readonly kind: 'path';
      /** SVG path data. */
      readonly d: string;
      readonly fill: Paint | null;
      readonly stroke?: Paint;
      readonly strokeWidth?: number;
      readonly dash?: readonly number[];
      readonly opacity?: number;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill: Paint;
      readonly stroke?: Paint;
      readonly strokeWidth?: number;
    }
  | {
      readonly kind: 'text';
      /** Baseline. */
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight: number;
      readonly fill: Paint;
      readonly anchor: Anchor;
    };

/** The layers of a timeline, back to front. `plot` is cut off at the plot's edges; `side` and `head` stay in place. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Where the plot lies: right of the names and below the dates. */
  readonly plotBox: Rect;
  readonly plot: readonly Shape[];
  readonly side: readonly Shape[];
  readonly head: readonly Shape[];
}

/** The outline of a rectangle whose left corners, and on wish the right ones, are round. */
export function roundedPath(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  roundRight: boolean,
): string {
  const r = Math.max(0, Math.min(radius, height / 2, roundRight ? width / 2 : width));
  const right = x + width;
  const bottom = y + height;
  const end = roundRight
    ? `H${right - r}A${r} ${r} 0 0 1 ${right} ${y + r}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}`
    : `H${right}V${bottom}`;
  return `M${x + r} ${y}${end}H${x + r}A${r} ${r} 0 0 1 ${x} ${bottom - r}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}Z`;
}
