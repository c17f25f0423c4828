import type { PlacedTable } from '../../shared/report/page.ts';
import { type MeasureText, wrapText } from '../charts/frame/measureText.ts';
import type { Rect } from '../charts/frame/rects.ts';
import type { TableDraft } from './draft.ts';

/** Lines of one cell at most. */
const MOST_LINES = 4;
/** Around the words of a cell, px: beside them, and above and below. */
export const CELL_PAD = { x: 8, y: 6 } as const;
const LINE = 1.35;

/** Room inside a cell of a width. */
export const cellRoom = (width: number): number => width - 2 * CELL_PAD.x;

/** The lines of a cell as they stand. */
export const cellLines = (
  text: string,
  width: number,
  size: number,
  measure: MeasureText,
  weight = 400,
): readonly string[] => wrapText(text, cellRoom(width), MOST_LINES, measure, size, weight);

/** Where the first line of a cell stands under the cell's top, and how far one line is from the next. */
export const cellBaseline = (size: number): { readonly first: number; readonly step: number } => ({
  first: CELL_PAD.y + size,
  step: size * LINE,
});

/** Breaks a table into pages of a box; answers the tables of the pages, in order, at most `mostPages`. */
export function placeTable(
  { columns, shares, rows, mostPages }: TableDraft,
  box: Rect,
  size: number,
  measure: MeasureText,
): readonly PlacedTable[] {
  const widths = shares.map((share) => share * box.width);
  const heightOf = (cells: readonly string[], weight: number): number => {
    const lines = cells.map((text, at) => cellLines(text, widths[at] ?? 0, size, measure, weight).length);
    return 2 * CELL_PAD.y + Math.max(1, ...lines) * size * LINE;
  };
  const headHeight = heightOf(
    columns.map(({ label }) => label),
    600,
  );
  const pages: PlacedTable[] = [];
  let at = 0;
  while (at < rows.length && pages.length < mostPages) {
    const rowHeights: number[] = [];
    let y = headHeight;
    for (; at < rows.length; at += 1) {
      const height = heightOf(rows[at]!, 400);
      if (y + height > box.height && rowHeights.length > 0) break;
      rowHeights.push(height);
      y += height;
    }
    pages.push({
      x: box.x,
      y: box.y,
      widths,
      rowHeights,
      headHeight,
      size,
      columns,
      rows: rows.slice(at - rowHeights.length, at),
    });
  }
  return pages;
}
