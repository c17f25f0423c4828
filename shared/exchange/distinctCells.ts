import { cellAt, columnCells } from './rows.ts';
import type { Table } from './table.ts';

const lookedAt = new WeakMap<Table, Map<string, ReadonlySet<string>>>();
const keyOf = (column: number, firstRow: number): string => `${column} ${firstRow}`;

/** Every distinct cell of a column that is not empty. */
export function distinctCells(table: Table, column: number, firstRow: number): ReadonlySet<string> {
  const known = lookedAt.get(table)?.get(keyOf(column, firstRow));
  if (known) return known;
  const cells = new Set<string>();
  for (const cell of columnCells(table.rows, column, firstRow)) if (cell !== '') cells.add(cell);
  return cells;
}

/**
 * Keeps the distinct cells of some columns with their table, found in one walk: cells of a row lie close together in a
 * long text, those of a column far apart. For columns of few different cells.
 */
export function lookDown(table: Table, columns: readonly number[], firstRow: number): void {
  const sets = [...new Set(columns)].map((column) => ({ column, cells: new Set<string>() }));
  for (let index = firstRow; index < table.rows.length; index += 1)
    for (const { column, cells } of sets) {
      const cell = cellAt(table.rows, index, column);
      if (cell !== '') cells.add(cell);
    }
  const ofTable = lookedAt.get(table) ?? new Map<string, ReadonlySet<string>>();
  for (const { column, cells } of sets) ofTable.set(keyOf(column, firstRow), cells);
  lookedAt.set(table, ofTable);
}
