import type { ReactNode } from 'react';
import type { ChartMark } from './chartMark.ts';
import type { LegendItem } from './legend.ts';
import type { MarkCard } from './markCard.ts';
import type { MeasureText } from './measureText.ts';
import type { PictureWords } from './pictureWords.ts';
import type { TwinTableData } from './twinTable.ts';

/** The part of a tall chart that can be seen, px from its top. */
export interface Viewport {
  readonly top: number;
  readonly bottom: number;
}

/** A chart that is drawn whole, with nothing pointed at or scrolled away. */
export interface WholePicture {
  readonly width: number;
  readonly height: number;
  readonly draw: (patterns: string) => ReactNode;
}

/** The whole picture of a layout; `draw` is given what a chart needs for it. */
export const wholePicture = <Layout extends { readonly width: number; readonly height: number }>(
  layout: Layout,
  draw: (drawn: {
    readonly layout: Layout;
    readonly patterns: string;
    readonly active: null;
    readonly viewport: Viewport;
  }) => ReactNode,
): WholePicture => ({
  width: layout.width,
  height: layout.height,
  draw: (patterns) => draw({ layout, patterns, active: null, viewport: { top: 0, bottom: layout.height } }),
});

/** What a frame needs to show a chart, on the desk and to a room. */
export interface PictureProps {
  /** Names the picture among all of the program: how it is shown is kept under it. */
  readonly name: string;
  readonly words: PictureWords;
  readonly legend: readonly LegendItem[];
  /** Makes the table twin; only asked for while it is shown, since a large one takes its time. */
  readonly table: () => TwinTableData;
  readonly marks: readonly ChartMark[];
  readonly cardOf: (id: string) => MarkCard;
  readonly onActivate?: (id: string) => void;
  readonly size: { readonly width: number; readonly height: number };
  readonly measure: MeasureText;
  /** Draws the chart for the screen; `active` is the mark under the mouse or the keyboard. */
  readonly drawing: (patterns: string, active: string | null, viewport: Viewport) => ReactNode;
  /** Drawn over the chart on the screen only, such as a canvas with very many marks, as large as the chart is shown. */
  readonly overlay?: ((viewport: Viewport, scale: number) => ReactNode) | undefined;
  /** Makes the chart for an exported picture; the screen's drawing, whole, where it is the same. */
  readonly picture?: () => WholePicture;
  /** The chart scrolls inside the frame when it is taller (px). */
  readonly maxHeight?: number;
  readonly toolbar?: ReactNode;
  readonly selectedMark?: string | null;
  /** The chart is shown this many times as large as it is laid out. */
  readonly scale?: number;
  /** The height of what stays at the top of a tall chart (px of the layout). */
  readonly head?: number;
  /** From where to where (px of the layout) a screenful must not end, such as between a heading and its first rows. */
  readonly together?: readonly (readonly [from: number, to: number])[];
  /**
   * What stands out to a room, the weightiest first; of more than a dozen marks the others are grey. `own` for a chart
   * that does it by itself. The largest marks where nothing is said.
   */
  readonly lit?: 'own' | readonly string[];
}
