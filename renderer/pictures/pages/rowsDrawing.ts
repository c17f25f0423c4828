import type { PageContext } from '../context.ts';
import type { Drawn, PageDraft } from '../draft.ts';

/** Rows that are drawn however small they become. */
const FEWEST = 4;
/** The smallest words of such drawings, px. */
export const SMALL_TEXT = 11;

/**
 * The drawing of a page that is a list of rows: as many as find room, the first ones; where that is not all of them it
 * says how many there are. `rowHeight` is what a row takes about, px.
 */
export function rowsDrawing<Row>(
  { say, figures }: PageContext,
  rows: readonly Row[],
  rowHeight: number,
  layOut: (rows: readonly Row[], width: number) => Drawn,
): Required<Pick<PageDraft, 'drawing' | 'smallestText'>> {
  const drawing = ({ width, height }: { readonly width: number; readonly height: number }): Drawn => {
    let count = Math.min(rows.length, Math.max(FEWEST, Math.floor(height / rowHeight)));
    let shown = layOut(rows.slice(0, count), width);
    while (shown.height > height && count > FEWEST) {
      const over = Math.ceil((shown.height - height) / rowHeight);
      count = Math.max(FEWEST, count - Math.max(1, over));
      shown = layOut(rows.slice(0, count), width);
    }
    if (count === rows.length) return shown;
    const cut = say('reports')('cut.rows', {
      shown: figures.number(count),
      all: figures.number(rows.length),
    });
    return { ...shown, cut };
  };
  return { drawing, smallestText: SMALL_TEXT };
}
