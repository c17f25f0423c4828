import { type PageSize, sheetSize } from '../../shared/report/options.ts';

/** Words on a page are at least as large as this, px of 1/96 inch: nine points. */
export const LEAST_TEXT = 12;
/** Free at each side of a page, px. */
export const MARGIN = 48;
/** Room for a page's number at the right of its foot, px. */
const NUMBER = 80;

/** How large a drawing has to be, so that its smallest words (px of the drawing) can be read on a page. */
export const legibleZoom = (smallestText: number): number => LEAST_TEXT / smallestText;

/** Width that the line at the foot of a page has beside its number, px. */
export const footRoom = (size: PageSize): number => sheetSize[size].width - 2 * MARGIN - NUMBER;

/** So many rows are drawn large; of more, a page that shows more of them is worth more. */
const FEW_ROWS = 9;
/** A few rows fill no page, however large: beyond this they only look lost. */
export const LARGE = 1.5;

/** How large a drawing of so many rows is at most, with smallest words of a size (px of the drawing). */
export const rowsZoom = (rows: number, smallestText: number): number =>
  rows <= FEW_ROWS ? LARGE : legibleZoom(smallestText);
