import type { ReactNode } from 'react';

/** The part of a tall chart that can be seen, px from its top. */
export interface Viewport {
  readonly top: number;
  readonly bottom: number;
}

/** A chart that is drawn whole, with nothing pointed at or scrolled away. */
export interface WholePicture {
  readonly width: number;
  readonly height: number;
  /** Draws it; `patterns` names the textures of the sheet that it is drawn on. */
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
