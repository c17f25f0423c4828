import type { Rect } from './rects.ts';

/** A place on a chart that can be pointed at, walked to and opened. */
export interface ChartMark {
  readonly id: string;
  readonly lane: number;
  readonly rect: Rect;
}
