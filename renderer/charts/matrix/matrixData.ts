import type { Mode } from '../../../shared/domain/records.ts';
import { seriate } from './seriation.ts';

/** A capability: what it needs and what is funded for it, in whole currency units. */
export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  /** The capability above it, or none. */
  readonly group: string;
  /** Its place in the tree, counted from the top. */
  readonly place: number;
  /** Null when nobody said how important it is or how good it should be: not known is not "no need". */
  readonly need: number | null;
  readonly supply: number;
  /** Need without money behind it; null with an unknown need, or while not all money is known yet. */
  readonly gap: number | null;
  /** Money of all but the largest contributor. */
  readonly contested: number;
  /** Money spent more than once; null while the texts that say so are still being compared. */
  readonly redundant: number | null;
  readonly flag: 'gap' | 'overlap' | null;
  /** True in a quarter in which it matters, and nobody works on it or owns it any more. */
  readonly alone?: boolean;
}

/** Whether a gap is still being worked out: the need is known, but not all money yet. */
export const isGapPending = ({ need, gap }: Pick<MatrixRow, 'need' | 'gap'>): boolean =>
  need !== null && gap === null;

/** Who supplies: an initiative with its mode, or a team, partner or outcome (mode null). */
export interface MatrixColumn {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode | null;
  /** Money of the column, also what no row of the matrix shows. */
  readonly total: number;
  /** True for the column of what nobody is named for. */
  readonly rest?: boolean;
}

/** Money of one column for one capability, more than 0. */
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

/** Ways to put the rows in order: by need, as in the tree, so that blocks gather, or the most contested first. */
export type RowOrder = 'need' | 'tree' | 'blocks' | 'contested';

/** The matrix as it fits on a screen: chosen rows, columns beside those that serve the same rows, the rest summed up. */
export interface ShownMatrix {
  readonly rows: readonly MatrixRow[];
  readonly hiddenRows: number;
  readonly columns: readonly MatrixColumn[];
  /** How many columns of the data have none of their own. */
  readonly otherColumns: number;
  readonly cells: readonly MatrixCell[];
  /** Money of all without a column, and how many they are, by row. */
  readonly others: ReadonlyMap<string, { readonly money: number; readonly count: number }>;
}

const byNeed = (a: MatrixRow, b: MatrixRow): number =>
  Number(a.need === null) - Number(b.need === null) ||
  (b.need ?? 0) - (a.need ?? 0) ||
  b.supply - a.supply ||
  (a.name < b.name ? -1 : 1);

/** Strongest need first; needs that nobody entered come after the known ones, those with most money first. */
export const orderRows = (rows: readonly MatrixRow[]): readonly MatrixRow[] => [...rows].sort(byNeed);

/** The chosen rows in the order that was asked for; `blocks` looks at the cells of these rows only. */
function arrange(
  rows: readonly MatrixRow[],
  cells: readonly MatrixCell[],
  order: RowOrder,
): readonly MatrixRow[] {
  switch (order) {
    case 'need':
      return rows;
    case 'tree':
      return [...rows].sort((a, b) => a.place - b.place);
    case 'contested':
      return [...rows].sort(
        (a, b) => (b.redundant ?? 0) - (a.redundant ?? 0) || b.contested - a.contested || byNeed(a, b),
      );
    case 'blocks': {
      const place = new Map(rows.map((row, k) => [row.id, k]));
      const columns = new Map<string, number>();
      for (const { column } of cells) if (!columns.has(column)) columns.set(column, columns.size);
      const entries = cells.map(({ row, column, money }) => ({
        row: place.get(row)!,
        column: columns.get(column)!,
        // The root keeps one very large initiative from deciding alone what stands together.
        weight: Math.sqrt(money),
      }));
      return seriate(rows.length, columns.size, entries).map((k) => rows[k]!);
    }
  }
}

/**
 * Picks what is shown. When not all rows fit, those with a finding come first into the choice, then the strongest
 * needs (in the order of contest: the most contested). When not all columns fit, each row in turn, from the strongest
 * need down, gets its largest column, so that no strong row is left to "others" alone.
 */
export function showMatrix(
  data: MatrixData,
  maxRows: number,
  maxColumns: number,
  order: RowOrder = 'need',
): ShownMatrix {
  const ordered = order === 'contested' ? arrange(data.rows, [], order) : orderRows(data.rows);
  let rows = ordered;
  if (ordered.length > maxRows) {
    const flagged = ordered.filter((row) => row.flag !== null);
    const rest = ordered.filter((row) => row.flag === null);
    const first = order === 'contested' ? ordered : [...flagged, ...rest];
    const chosen = new Set(first.slice(0, maxRows).map((row) => row.id));
    rows = ordered.filter((row) => chosen.has(row.id));
  }
  const chosen = new Set(rows.map((row) => row.id));
  const inRows = data.cells.filter((cell) => chosen.has(cell.row));
  const picked = rows;
  rows = arrange(rows, inRows, order);
  const place = new Map(rows.map((row, k) => [row.id, k]));
  const money = new Map<string, number>();
  const centre = new Map<string, number>();
  for (const cell of inRows) {
    money.set(cell.column, (money.get(cell.column) ?? 0) + cell.money);
    centre.set(cell.column, (centre.get(cell.column) ?? 0) + cell.money * place.get(cell.row)!);
  }
  const columns = data.columns.filter((column) => money.has(column.id));
  // The last place is for "others", as soon as anything has to be left out.
  const own =
    columns.length <= maxColumns
      ? columns
      : pickColumns(columns, picked, inRows, Math.max(1, maxColumns - 1));
  const middle = (column: MatrixColumn): number => centre.get(column.id)! / money.get(column.id)!;
  const inOrder = [...own].sort(
    (a, b) =>
      Number(a.rest ?? false) - Number(b.rest ?? false) || middle(a) - middle(b) || (a.id < b.id ? -1 : 1),
  );
  return {
    rows,
    hiddenRows: ordered.length - rows.length,
    columns: inOrder,
    otherColumns: columns.length - own.length,
    ...splitCells(inRows, inOrder),
  };
}

/** Cells of the shown columns, and the rest summed up by row. */
function splitCells(
  inRows: readonly MatrixCell[],
  columns: readonly MatrixColumn[],
): Pick<ShownMatrix, 'cells' | 'others'> {
  const shown = new Set(columns.map((column) => column.id));
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
  return { cells, others };
}

/** The same rows and columns in the same places with other figures, such as those of one quarter. */
export function refillMatrix(
  shown: ShownMatrix,
  rowOf: (row: MatrixRow) => MatrixRow,
  cells: readonly MatrixCell[],
): ShownMatrix {
  return { ...shown, rows: shown.rows.map(rowOf), ...splitCells(cells, shown.columns) };
}

/** The largest figures, for scales that stay as they are while the figures change. */
export interface MatrixScale {
  readonly mostMoney: number;
  readonly mostBar: number;
}

/** The largest cell and the largest bar of a matrix. */
export function scaleOf(shown: ShownMatrix): MatrixScale {
  let mostMoney = 0;
  for (const { money } of shown.cells) mostMoney = Math.max(mostMoney, money);
  for (const { money } of shown.others.values()) mostMoney = Math.max(mostMoney, money);
  let mostBar = 0;
  for (const { need, supply } of shown.rows) mostBar = Math.max(mostBar, need ?? 0, supply);
  return { mostMoney, mostBar };
}

function pickColumns(
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
  cells: readonly MatrixCell[],
  count: number,
): readonly MatrixColumn[] {
  const byRow = Map.groupBy(cells, ({ row }) => row);
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
