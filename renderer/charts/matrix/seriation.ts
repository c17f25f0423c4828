/** An entry of a sparse matrix by row and column index, with a weight of more than 0. */
export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

/** Entries looked at in all while averaging, and rounds over them at least and at most. */
const MOST_LOOKS = 4_000_000;
const ROUNDS = [40, 1500] as const;
const STILL = 1e-8;

/**
 * An order of the rows in which those served by the same columns stand together: reciprocal averaging (Hill 1973, the
 * first axis of a correspondence analysis), which sorts a banded matrix into its band. Rows without a common column
 * fall into parts, and the parts follow each other by weight; rows without any entry come last. The same entries in
 * any order give the same result; equal places are told apart by index. Looks at most at 4,000,000 entries, or 40 times
 * at each.
 */
export function seriate(rows: number, columns: number, entries: readonly Entry[]): readonly number[] {
  const sorted = [...entries].sort((a, b) => a.row - b.row || a.column - b.column);
  const parts = connectedParts(rows, columns, sorted);
  return parts.flatMap((part) => orderPart(part));
}

interface Part {
  readonly rows: readonly number[];
  readonly entries: readonly Entry[];
  readonly weight: number;
}

/** Rows and columns that hang together, heaviest part first; rows without entries are parts of their own. */
function connectedParts(rows: number, columns: number, entries: readonly Entry[]): readonly Part[] {
  const parent = Int32Array.from({ length: rows + columns }, (_, k) => k);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const { row, column } of entries) {
    const [a, b] = [root(row), root(rows + column)];
    // The smaller index stays the root, so that the result does not hang on the order of joining.
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const byRoot = new Map<number, { rows: number[]; entries: Entry[]; weight: number }>();
  for (let row = 0; row < rows; row++) {
    const key = root(row);
    const part = byRoot.get(key);
    if (part) part.rows.push(row);
    else byRoot.set(key, { rows: [row], entries: [], weight: 0 });
  }
  for (const entry of entries) {
    const part = byRoot.get(root(entry.row))!;
    part.entries.push(entry);
    part.weight += entry.weight;
  }
  return [...byRoot.values()].sort((a, b) => b.weight - a.weight || a.rows[0]! - b.rows[0]!);
}

/** The rows of one part along the first axis, the heavier end first. */
function orderPart({ rows, entries }: Part): readonly number[] {
  if (rows.length < 3) return rows;
  const place = new Map(rows.map((row, k) => [row, k]));
  const columnPlace = new Map<number, number>();
  for (const { column } of entries) if (!columnPlace.has(column)) columnPlace.set(column, columnPlace.size);
  const flat = entries.map(
    ({ row, column, weight }) => [place.get(row)!, columnPlace.get(column)!, weight] as const,
  );
  const rowSum = new Float64Array(rows.length);
  const columnSum = new Float64Array(columnPlace.size);
  let total = 0;
  for (const [r, c, weight] of flat) {
    rowSum[r]! += weight;
    columnSum[c]! += weight;
    total += weight;
  }
  // Steps from one end of the part are near the first axis already: averaging from anywhere else takes very long.
  let score = stepsFromEnd(rows.length, columnPlace.size, flat);
  if (!settle(score, rowSum, total)) score = Float64Array.from(rows, (_, k) => k + 1);
  settle(score, rowSum, total);
  const rounds = Math.max(ROUNDS[0], Math.min(ROUNDS[1], Math.floor(MOST_LOOKS / flat.length)));
  for (let round = 0; round < rounds; round++) {
    const columnScore = new Float64Array(columnPlace.size);
    for (const [r, c, weight] of flat) columnScore[c]! += (weight * score[r]!) / columnSum[c]!;
    const next = new Float64Array(rows.length);
    for (const [r, c, weight] of flat) next[r]! += (weight * columnScore[c]!) / rowSum[r]!;
    // All rows served alike: nothing tells them apart, and they keep their order.
    if (!settle(next, rowSum, total)) return rows;
    let moved = 0;
    for (let k = 0; k < next.length; k++) moved = Math.max(moved, Math.abs(next[k]! - score[k]!));
    score = next;
    if (moved < STILL) break;
  }
  const rounded = Array.from(score, (value) => Number(value.toPrecision(6)));
  const order = rows.map((_, k) => k).sort((a, b) => rounded[a]! - rounded[b]! || a - b);
  const half = Math.floor(order.length / 2);
  const weightOf = (list: readonly number[]): number => list.reduce((sum, k) => sum + rowSum[k]!, 0);
  const [head, tail] = [weightOf(order.slice(0, half)), weightOf(order.slice(-half))];
  const turned = tail > head || (tail === head && order.at(-1)! < order[0]!);
  return (turned ? order.reverse() : order).map((k) => rows[k]!);
}

/** Steps over shared columns from a row at the end of the part: the farthest from the farthest from the first. */
function stepsFromEnd(
  rows: number,
  columns: number,
  entries: readonly (readonly [row: number, column: number, weight: number])[],
): Float64Array {
  const columnsOf: number[][] = Array.from({ length: rows }, () => []);
  const rowsOf: number[][] = Array.from({ length: columns }, () => []);
  for (const [row, column] of entries) {
    columnsOf[row]!.push(column);
    rowsOf[column]!.push(row);
  }
  const stepsFrom = (start: number): Float64Array => {
    const steps = new Float64Array(rows).fill(-1);
    const seen = new Uint8Array(columns);
    steps[start] = 0;
    const queue = [start];
    for (let at = 0; at < queue.length; at++) {
      const row = queue[at]!;
      for (const column of columnsOf[row]!) {
        if (seen[column]) continue;
        seen[column] = 1;
        for (const next of rowsOf[column]!) {
          if (steps[next]! >= 0) continue;
          steps[next] = steps[row]! + 1;
          queue.push(next);
        }
      }
    }
    return steps;
  };
  const farthest = (steps: Float64Array): number => steps.indexOf(Math.max(...steps));
  return stepsFrom(farthest(stepsFrom(farthest(stepsFrom(0)))));
}

/** Takes the mean out and brings the spread to 1, both weighted; false when there is no spread. */
function settle(score: Float64Array, weights: Float64Array, total: number): boolean {
  let mean = 0;
  for (let k = 0; k < score.length; k++) mean += (weights[k]! * score[k]!) / total;
  let spread = 0;
  for (let k = 0; k < score.length; k++) {
    score[k]! -= mean;
    spread += (weights[k]! * score[k]! ** 2) / total;
  }
  if (spread < 1e-18) return false;
  const by = 1 / Math.sqrt(spread);
  for (let k = 0; k < score.length; k++) score[k]! *= by;
  return true;
}
