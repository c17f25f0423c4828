import type { Mode } from '../../../shared/domain/records.ts';

/** A capability: what it needs and what is funded for it, in whole currency units. */
export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  /** The capability above it, or none. */
  readonly group: string;
  /** Null when nobody said how important it is or how good it should be: not known is not "no need". */
  readonly need: number | null;
  readonly supply: number;
  /** Need without money behind it; null with an unknown need. */
  readonly gap: number | null;
  /** Money spent more than once. */
  readonly redundant: number;
  readonly flag: 'gap' | 'overlap' | null;
}

/** An initiative. */
export interface MatrixColumn {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
}

/** Money of one initiative for one capability, more than 0. */
export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly money: number;
}

export interface MatrixData {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly cells: readonly MatrixCell[];
}

/** The matrix as it fits on a screen: rows by need, columns beside those that serve the same rows, the rest summed up. */
export interface ShownMatrix {
  readonly rows: readonly MatrixRow[];
  readonly hiddenRows: number;
  readonly columns: readonly MatrixColumn[];
  /** Initiatives without a column of their own. */
  readonly otherColumns: number;
  readonly cells: readonly MatrixCell[];
  /** Money of all initiatives without a column, and how many they are, by row. */
  readonly others: ReadonlyMap<string, { readonly money: number; readonly count: number }>;
}

/** Strongest need first; needs that nobody entered come after the known ones, those with most money first. */
export function orderRows(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  return [...rows].sort(
    (a, b) =>
      Number(a.need === null) - Number(b.need === null) ||
      (b.need ?? 0) - (a.need ?? 0) ||
      b.supply - a.supply ||
      (a.name < b.name ? -1 : 1),
  );
}

/**
 * Picks what is shown. When not all rows fit, those with a finding come first into the choice, then the strongest
 * needs; the chosen ones keep the order of need. When not all columns fit, each row in turn, from the strongest need
 * down, gets its largest initiative, so that no strong row is left to "others" alone.
 */
export function showMatrix(data: MatrixData, maxRows: number, maxColumns: number): ShownMatrix {
  const ordered = orderRows(data.rows);
  let rows = ordered;
  if (ordered.length > maxRows) {
    const flagged = ordered.filter((row) => row.flag !== null);
    const rest = ordered.filter((row) => row.flag === null);
    const chosen = new Set([...flagged, ...rest].slice(0, maxRows).map((row) => row.id));
    rows = ordered.filter((row) => chosen.has(row.id));
  }
  const place = new Map(rows.map((row, k) => [row.id, k]));
  const inRows = data.cells.filter((cell) => place.has(cell.row));
  const money = new Map<string, number>();
  const centre = new Map<string, number>();
  for (const cell of inRows) {
    money.set(cell.column, (money.get(cell.column) ?? 0) + cell.money);
    centre.set(cell.column, (centre.get(cell.column) ?? 0) + cell.money * place.get(cell.row)!);
  }
  const columns = data.columns
    .filter((column) => money.has(column.id))
    .sort((a, b) => money.get(b.id)! - money.get(a.id)! || (a.id < b.id ? -1 : 1));
  // The last place is for "others", as soon as anything has to be left out.
  const own =
    columns.length <= maxColumns ? columns : pickColumns(columns, rows, inRows, Math.max(1, maxColumns - 1));
  const shown = new Set(own.map((column) => column.id));
  const others = new Map<string, { money: number; count: number }>();
  const cells: MatrixCell[] = [];
  for (const cell of inRows) {
    if (shown.has(cell.column)) {
      cells.push(cell);
      continue;
    }
    const sum = others.get(cell.row) ?? { money: 0, count: 0 };
    others.set(cell.row, { money: sum.money + cell.money, count: sum.count + 1 });
  }
  const middle = (column: MatrixColumn): number => centre.get(column.id)! / money.get(column.id)!;
  return {
    rows,
    hiddenRows: ordered.length - rows.length,
    columns: [...own].sort((a, b) => middle(a) - middle(b) || (a.id < b.id ? -1 : 1)),
    otherColumns: columns.length - own.length,
    cells,
    others,
  };
}

function pickColumns(
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
  cells: readonly MatrixCell[],
  count: number,
): readonly MatrixColumn[] {
  const byRow = new Map<string, MatrixCell[]>();
  for (const cell of cells) {
    const list = byRow.get(cell.row);
    if (list) list.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const queues = rows.map((row) =>
    (byRow.get(row.id) ?? []).sort((a, b) => b.money - a.money || (a.column < b.column ? -1 : 1)),
  );
  const picked = new Set<string>();
  for (let round = 0; picked.size < count && queues.some((queue) => round < queue.length); round++) {
    for (const queue of queues) {
      const cell = queue[round];
      if (cell && picked.size < count) picked.add(cell.column);
    }
  }
  return columns.filter((column) => picked.has(column.id));
}
