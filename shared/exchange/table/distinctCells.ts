import { cellAt, TextRows } from './rows.ts';
import type { Table } from './table.ts';

type Cells = ReadonlySet<string>;

const looked = new WeakMap<Table, Map<string, Cells>>();
const keyOf = (column: number, firstRow: number): string => `${column} ${firstRow}`;

function walk(table: Table, columns: readonly number[], firstRow: number): readonly Cells[] {
  if (table.rows instanceof TextRows) return table.rows.distinct(columns, firstRow);
  const found = columns.map((column) => ({ column, cells: new Set<string>() }));
  for (let index = firstRow; index < table.rows.length; index += 1)
    for (const { column, cells } of found) {
      const cell = cellAt(table.rows, index, column);
      if (cell !== '') cells.add(cell);
    }
  return found.map(({ cells }) => cells);
}

/**
 * Looks through several columns in one walk, and keeps their distinct cells with the table: a long list does not fit
 * into any cache of the processor, so that each walk down a column reads it from memory again.
 */
export function lookThrough(table: Table, columns: readonly number[], firstRow: number): void {
  const known = looked.get(table) ?? new Map<string, Cells>();
  looked.set(table, known);
  const fresh = [...new Set(columns)].filter((column) => !known.has(keyOf(column, firstRow)));
  if (fresh.length === 0) return;
  for (const [at, cells] of walk(table, fresh, firstRow).entries())
    known.set(keyOf(fresh[at] ?? 0, firstRow), cells);
}

/** Every distinct cell of a column that is not empty. */
export const distinctCells = (table: Table, column: number, firstRow: number): Cells =>
  looked.get(table)?.get(keyOf(column, firstRow)) ?? walk(table, [column], firstRow)[0] ?? new Set();
