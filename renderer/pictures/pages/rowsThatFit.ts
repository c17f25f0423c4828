import type { PageContext } from '../context.ts';
import type { Drawn, Room } from '../draft.ts';

/** So many rows are drawn large; of more, a page that shows more of them is worth more. */
const FEW = 9;

/** How large a drawing of rows is at most. */
export const zoomOfRows = (rows: number): number => (rows <= FEW ? 1.2 : 0.88);

/** A drawing of some of the rows, whose height only their layout knows. */
type Sized = Omit<Drawn, 'cut'>;

/**
 * Draws as many rows as find room, the first ones; says how many there are where that is not all of them. At least
 * `fewest` are drawn, however small they become.
 */
export function rowsThatFit<Row>(
  rows: readonly Row[],
  { height }: Room,
  rowHeight: number,
  fewest: number,
  draw: (rows: readonly Row[]) => Sized,
  { say, figures }: PageContext,
): Drawn {
  let count = Math.min(rows.length, Math.max(fewest, Math.floor(height / rowHeight)));
  let drawn = draw(rows.slice(0, count));
  while (drawn.height > height && count > fewest) {
    count = Math.max(fewest, count - Math.max(1, Math.ceil((drawn.height - height) / rowHeight)));
    drawn = draw(rows.slice(0, count));
  }
  if (count === rows.length) return drawn;
  const cut = say('reports')('cut.rows', {
    shown: figures.number(count),
    all: figures.number(rows.length),
  });
  return { ...drawn, cut };
}
