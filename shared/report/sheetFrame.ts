import { type PageSize, sheetSize } from './options.ts';

/** Free at each side of a page, px of 1/96 inch. */
export const MARGIN = 48;
/** Words on a page are at least as large as this, px: nine points. */
export const LEAST_TEXT = 12;
/** The line at the foot of a page: where its words begin above the lower edge, px. */
export const FOOT_ROOM = 40;

/** How much larger than on a page of a screen's size (1) words and drawings are: a larger page is seen from further away. */
export const pageScale = (size: PageSize): number =>
  Math.max(1, sheetSize[size].width / sheetSize['16:9'].width);

/** Sizes of the words above what a page shows, and from one of their lines to the next, px; lines at most. */
export function headSizes(size: PageSize): {
  readonly title: { readonly size: number; readonly line: number; readonly lines: number };
  readonly subtitle: { readonly size: number; readonly line: number; readonly lines: number };
} {
  const by = pageScale(size);
  return {
    title: { size: 26 * by, line: 33 * by, lines: 2 },
    subtitle: { size: 14.5 * by, line: 20 * by, lines: 3 },
  };
}
