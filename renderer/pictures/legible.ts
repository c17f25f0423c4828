import { type PageSize, sheetSize } from '../../shared/report/options.ts';
import { LEAST_TEXT, MARGIN, pageScale } from '../../shared/report/sheetFrame.ts';
import type { Room } from './draft.ts';

/** Room for a page's number at the right of its foot, px. */
const NUMBER = 80;

/** How large a drawing has to be, so that its smallest words (px of the drawing) can be read on a page. */
export const legibleZoom = (smallestText: number): number => LEAST_TEXT / smallestText;

/** Width that the line at the foot of a page has beside its number, px. */
export const footRoom = (size: PageSize): number => sheetSize[size].width - 2 * MARGIN - NUMBER;

/**
 * Room for a drawing on a page, px of the drawing, where its smallest words (px) are as small as still can be read;
 * `around` is what the head, the legend and the foot take of the height of a page of a screen's size, px.
 */
export function leastZoomRoom(size: PageSize, smallestText: number, around: number): Room {
  const { width, height } = sheetSize[size];
  const zoom = legibleZoom(smallestText);
  return { width: (width - 2 * MARGIN) / zoom, height: (height - around * pageScale(size)) / zoom };
}

/** A few rows fill no page, however large: beyond this they only look lost. */
export const LARGE = 1.5;
const FEW_ROWS = 9;

/**
 * How large a drawing of rows and columns is at most, with smallest words of a size (px of the drawing): of many rows, a
 * page that shows more columns is worth more than a large one.
 */
export const matrixZoom = (rows: number, smallestText: number): number =>
  rows <= FEW_ROWS ? LARGE : legibleZoom(smallestText);
