import type { Rect } from '../frame/rects.ts';

/** Where sections and their boxes stand. */
export interface Fit {
  readonly height: number;
  /** Height of a section's heading. */
  readonly head: number;
  /** Boxes too small for words with room around them. */
  readonly compact: boolean;
  readonly sections: readonly { readonly rect: Rect; readonly places: readonly Rect[] }[];
}

/** Sizes of a box, the most comfortable first: [width at least, height]. */
const SIZES = [
  [168, 64],
  [146, 64],
  [128, 52],
  [108, 50],
  [92, 38],
  [74, 36],
  [46, 19],
  [26, 15],
  [12, 12],
] as const;
/** Boxes grow up to this, where the map would stay low otherwise. */
const MOST_HEIGHT = 92;
const BETWEEN = 12;
const HEAD = 28;
const INSET = 8;
const MOST_COLUMNS = 6;

interface Grid {
  readonly columns: number;
  readonly perRow: number;
  readonly columnWidth: number;
  readonly boxWidth: number;
  readonly gap: number;
  /** First section of each column. */
  readonly starts: readonly number[];
  readonly height: number;
}

/**
 * Puts sections of so many boxes each side by side in columns, in their order, with boxes as large as the height
 * allows. Where even the smallest do not fit, the map grows beyond the height.
 */
export function fitSections(counts: readonly number[], width: number, height: number): Fit {
  if (counts.length === 0) return { height: 0, head: HEAD, compact: false, sections: [] };
  for (const [index, [least, boxHeight]] of SIZES.entries()) {
    const grid = bestGrid(counts, width, least, boxHeight);
    const last = index === SIZES.length - 1;
    if (!grid || (grid.height > height && !last)) continue;
    return place(counts, grid, grow(counts, grid, boxHeight, height), least < 50);
  }
  throw new Error('the smallest boxes always have a grid');
}

const gapOf = (least: number): number => (least < 50 ? 2 : 6);

/** Height of a section with so many boxes. */
const sectionHeight = (count: number, perRow: number, boxHeight: number, gap: number): number =>
  HEAD + Math.ceil(count / perRow) * (boxHeight + gap) - gap + INSET;

/** The lowest arrangement in one to six columns; null when not even one box fits into a column. */
function bestGrid(counts: readonly number[], width: number, least: number, boxHeight: number): Grid | null {
  const gap = gapOf(least);
  let best: Grid | null = null;
  for (let columns = 1; columns <= Math.min(MOST_COLUMNS, counts.length); columns++) {
    const columnWidth = (width - (columns - 1) * BETWEEN) / columns;
    const inner = columnWidth - 2 * INSET;
    const most = Math.max(...counts);
    const perRow = Math.min(most, Math.floor((inner + gap) / (least + gap)));
    if (perRow < 1) continue;
    const boxWidth = (inner - (perRow - 1) * gap) / perRow;
    const heights = counts.map((count) => sectionHeight(count, perRow, boxHeight, gap));
    const starts = partition(heights, columns);
    const total = Math.max(...columnHeights(heights, starts));
    if (best && total >= best.height) continue;
    best = { columns, perRow, columnWidth, boxWidth, gap, starts, height: total };
  }
  return best;
}

function columnHeights(heights: readonly number[], starts: readonly number[]): readonly number[] {
  return starts.map((from, k) => {
    const own = heights.slice(from, starts[k + 1] ?? heights.length);
    return own.reduce((sum, each) => sum + each + BETWEEN, -BETWEEN);
  });
}

/** Cuts a list into at most so many runs, so that the highest run is as low as can be; the first index of each run. */
function partition(heights: readonly number[], columns: number): readonly number[] {
  const cut = (limit: number): readonly number[] | null => {
    const starts = [0];
    let sum = 0;
    for (const [k, each] of heights.entries()) {
      if (each > limit) return null;
      const next = k === starts.at(-1) ? each : sum + BETWEEN + each;
      if (next > limit) {
        starts.push(k);
        sum = each;
      } else sum = next;
    }
    return starts.length <= columns ? starts : null;
  };
  let low = Math.max(...heights);
  let high = heights.reduce((sum, each) => sum + each + BETWEEN, 0);
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (cut(middle)) high = middle;
    else low = middle;
  }
  return cut(high)!;
}

/** The largest height of a box with which the map still fits. */
function grow(counts: readonly number[], grid: Grid, boxHeight: number, height: number): number {
  let best = boxHeight;
  for (let next = boxHeight + 2; next <= MOST_HEIGHT; next += 2) {
    const heights = counts.map((count) => sectionHeight(count, grid.perRow, next, grid.gap));
    if (Math.max(...columnHeights(heights, grid.starts)) > height) break;
    best = next;
  }
  return best;
}

function place(counts: readonly number[], grid: Grid, boxHeight: number, compact: boolean): Fit {
  const { perRow, columnWidth, boxWidth, gap, starts } = grid;
  const sections: { rect: Rect; places: Rect[] }[] = [];
  let height = 0;
  starts.forEach((from, column) => {
    const x = column * (columnWidth + BETWEEN);
    let y = 0;
    for (const count of counts.slice(from, starts[column + 1] ?? counts.length)) {
      const own = sectionHeight(count, perRow, boxHeight, gap);
      sections.push({
        rect: { x, y, width: columnWidth, height: own },
        places: Array.from({ length: count }, (_, k) => ({
          x: x + INSET + (k % perRow) * (boxWidth + gap),
          y: y + HEAD + Math.floor(k / perRow) * (boxHeight + gap),
          width: boxWidth,
          height: boxHeight,
        })),
      });
      y += own + BETWEEN;
    }
    height = Math.max(height, y - BETWEEN);
  });
  return { height, head: HEAD, compact, sections };
}
