import type { Load } from '../../../shared/analysis/teamLoad.ts';
import type { Metrics } from './metrics.ts';
import type { TimelineItem } from './timelineData.ts';

/** How busy a team is in one quarter, with what it exceeds its people by. */
export interface LoadCell extends Load {
  readonly from: number;
  readonly to: number;
  /** 0.18 is 18 % too much; null when the team's size or the load is not known. */
  readonly overload: number | null;
}

/** One line of the timeline. */
export type TimelineRow =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly title: string;
      readonly count: number;
      readonly collapsed: boolean;
      /** The load of the team that the group is; null for groups that are no team. */
      readonly load: readonly LoadCell[] | null;
    }
  | { readonly kind: 'item'; readonly key: string; readonly item: TimelineItem };

/** Where each line stands, px from the top of the first; made once for a list, asked on each frame. */
export interface RowGeometry {
  readonly rows: readonly TimelineRow[];
  /** One more than there are rows: the last is the height of all. */
  readonly tops: Float64Array;
  /** The first line of each initiative. */
  readonly indexOf: ReadonlyMap<string, number>;
}

/** Stacks the lines. */
export function stackRows(rows: readonly TimelineRow[], metrics: Metrics): RowGeometry {
  const tops = new Float64Array(rows.length + 1);
  const indexOf = new Map<string, number>();
  rows.forEach((row, at) => {
    tops[at + 1] = tops[at]! + heightOf(row, metrics);
    if (row.kind === 'item' && !indexOf.has(row.item.id)) indexOf.set(row.item.id, at);
  });
  return { rows, tops, indexOf };
}

function heightOf(row: TimelineRow, metrics: Metrics): number {
  if (row.kind === 'item') return metrics.row;
  return row.load ? metrics.loadRow : metrics.group;
}

/** Height of all lines, px. */
export const contentHeight = ({ tops, rows }: RowGeometry): number => tops[rows.length] ?? 0;

/** The line at `y`, the nearest one outside of them; -1 when there is none. */
export function rowAt({ tops, rows }: RowGeometry, y: number): number {
  if (rows.length === 0) return -1;
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines that touch [top, bottom): first and one after the last. */
export function rowsIn(geometry: RowGeometry, top: number, bottom: number): readonly [number, number] {
  if (geometry.rows.length === 0 || bottom <= top) return [0, 0];
  return [rowAt(geometry, top), Math.min(geometry.rows.length, rowAt(geometry, bottom) + 1)];
}
