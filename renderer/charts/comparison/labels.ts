import type { Anchor, Label } from '../frame/rects.ts';

/** Sizes of type in the comparison (px). */
export const SIZE = 13;
export const SMALL = 11.5;

/** Makes a label of a text at a place, with its measured width. */
export type MakeLabel = (
  text: string,
  x: number,
  y: number,
  anchor?: Anchor,
  size?: number,
  weight?: number,
) => Label;
