import type { MeasureText } from '../frame/measureText.ts';
import type { Label, Rect } from '../frame/rects.ts';
import type { MatrixRow } from './matrixData.ts';

/** The smallest text of the matrix, px. */
export const SMALL = 11.5;

/** Need against supply of one row, in px. */
export interface BarLayout {
  readonly supply: Rect;
  readonly redundant: Rect | null;
  readonly gap: Rect | null;
  /** X of the need's tick; null when nobody entered the need. */
  readonly needX: number | null;
  readonly unknown: Label | null;
}

/** Places the bar of a row; the words for an unknown need give way to a question mark, and that to nothing, without room. */
export function layoutBar(
  row: MatrixRow,
  y: number,
  left: number,
  width: number,
  scale: (money: number) => number,
  needUnknown: string,
  measure: MeasureText,
): BarLayout {
  const height = 10;
  const top = y - height / 2;
  const end = left + scale(row.supply);
  const redundantFrom = left + scale(Math.max(0, row.supply - (row.redundant ?? 0)));
  const needX = row.need === null ? null : left + scale(row.need);
  const room = left + width - end - 8;
  const text = measure(needUnknown, SMALL) <= room ? needUnknown : measure('?', SMALL) <= room ? '?' : '';
  return {
    supply: { x: left, y: top, width: Math.max(0, redundantFrom - left), height },
    redundant:
      row.redundant !== null && row.redundant > 0 && end - redundantFrom >= 0.5
        ? { x: redundantFrom, y: top, width: end - redundantFrom, height }
        : null,
    gap:
      needX !== null && (row.gap ?? 0) > 0 && needX - end >= 1
        ? { x: end, y: top, width: needX - end, height }
        : null,
    needX,
    unknown:
      row.need === null && text !== ''
        ? {
            text,
            x: end + 6,
            y: y + 4,
            anchor: 'start',
            size: SMALL,
            weight: 400,
            width: measure(text, SMALL),
          }
        : null,
  };
}
