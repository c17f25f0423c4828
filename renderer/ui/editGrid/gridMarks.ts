import { isMany, type Rect, rectOf } from './cellRange.ts';
import type { GridLine, Place } from './gridTypes.ts';

/** The marked cells by line and column, both from 0, or the cursor's own; null while it is in no cell. */
export function markedRect(place: Place, lineOf: ReadonlyMap<string, number>): Rect | null {
  const at = (key: string, column: number) => {
    const line = lineOf.get(key);
    return line === undefined ? null : { line, column };
  };
  const { range } = place;
  const from = range ? at(range.from.key, range.from.column) : at(place.key, place.column);
  const to = range ? at(range.to.key, range.to.column) : from;
  if (!from || !to || from.column < 0 || to.column < 0) return null;
  return rectOf(from, to);
}

/** The rows on the lines of a rectangle; lines where new ones are typed are passed over. */
export function rowsIn<Row>(
  lines: readonly GridLine<Row>[],
  rect: Rect,
): readonly { readonly key: string; readonly row: Row }[] {
  return lines
    .slice(rect.top, rect.bottom + 1)
    .flatMap((line) => (line.kind === 'row' ? [{ key: line.key, row: line.row }] : []));
}

/** The marked columns of one line and at which edges the marked cells end there; null where none is marked. */
export interface LineMarks {
  readonly from: number;
  readonly to: number;
  readonly edge: '' | 't' | 'b' | 't b';
}

/** What of the marked cells lies in a line; null for a single cell, which the keyboard's own frame shows. */
export function marksOf(rect: Rect | null, line: number): LineMarks | null {
  if (!rect || !isMany(rect) || line < rect.top || line > rect.bottom) return null;
  const [top, bottom] = [line === rect.top, line === rect.bottom];
  return {
    from: rect.left,
    to: rect.right,
    edge: top && bottom ? 't b' : top ? 't' : bottom ? 'b' : '',
  };
}

/** Whether a cell is marked, and at which edges the marked ones end there. */
export function markOf(marks: LineMarks | null, column: number): string | undefined {
  if (!marks || column < marks.from || column > marks.to) return undefined;
  return `in ${marks.edge}${column === marks.from ? ' l' : ''}${column === marks.to ? ' r' : ''}`;
}
