import { cellAt } from './rows.ts';
import type { Table } from './table.ts';

type Cells = ReadonlySet<string>;

const looked = new WeakMap<Table, Map<string, Cells>>();
const keyOf = (column: number, firstRow: number): string => `${column} ${firstRow}`;

/**
 * Looks through several columns in one walk, and keeps their distinct cells with the table: a long list does not fit
 * into any cache of the processor, so that each walk down a column reads it from memory again.
 */
export function lookThrough(table: Table, columns: readonly number[], firstRow: number): void {
  const known = looked.get(table) ?? new Map<string, Cells>();
  looked.set(table, known);
  const fresh = [...new Set(columns)]
    .filter((column) => !known.has(keyOf(column, firstRow)))
    .map((column) => ({ column, cells: new Set<string>() }));
  if (fresh.length === 0) return;
  for (let index = firstRow; index < table.rows.length; index += 1)
    for (const { column, cells } of fresh) {
      const cell = cellAt(table.rows, index, column);
      if (cell !== '') cells.add(cell);
    }
  for (const { column, cells } of fresh) known.set(keyOf(column, firstRow), cells);
}

/** Every distinct cell of a column that is not empty. */
export function distinctCells(table: Table, column: number, firstRow: number): Cells {
  const known = looked.get(table)?.get(keyOf(column, firstRow));
  if (known) return known;
  const cells = new Set<string>();
  for (let index = firstRow; index < table.rows.length; index += 1) {
    const cell = cellAt(table.rows, index, column);
    if (cell !== '') cells.add(cell);
  }
  return cells;
}
