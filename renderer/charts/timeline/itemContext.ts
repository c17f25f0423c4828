import type { MeasureText } from '../frame/measureText.ts';
import type { TimeAxis } from './axis.ts';
import type { Metrics } from './metrics.ts';

/** What the drawing of one initiative needs to know. */
export interface ItemContext {
  readonly axis: TimeAxis;
  /** Px from the left edge of the drawing to the plot. */
  readonly left: number;
  /** Right edge of the plot. */
  readonly right: number;
  readonly metrics: Metrics;
  readonly measure: MeasureText;
  readonly showCritical: boolean;
  /** The day from which on a product team without an end lies in the future. */
  readonly reference: number;
  readonly words: {
    readonly noDates: string;
    readonly endUnknown: string;
    readonly startUnknown: string;
    readonly count: (count: number) => string;
  };
}
