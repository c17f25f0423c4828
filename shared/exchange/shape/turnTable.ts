import { findHeader } from '../plan/headerRow.ts';
import type { Table } from '../table/table.ts';

/** More fields or initiatives than this no sheet has side by side. */
const MAX_SIDE = 2_000;

/** Whether the names of our fields run down the first column of a table, and initiatives stand side by side. */
export function isTransposed(table: Table): boolean {
  return table.rows.length <= MAX_SIDE && (findHeader(table)?.transposed ?? false);
}

/**
 * The table with rows and columns exchanged: what was a column is a row, and its line is the number of that column.
 * Blank rows of the old table, which would be columns without a name, are left out.
 */
export function turnTable(table: Table): Table {
  const kept = [...table.rows].flatMap((row, index) =>
    row.some((cell) => cell.trim() !== '') ? [index] : [],
  );
  const rows = kept.map((row) => table.rows.at(row) ?? []);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const turned = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
  return {
    ...table,
    rows: turned,
    lines: turned.map((_, index) => index + 1),
    // A line of the file is a column now: what was said of lines cannot be placed any more.
    unquotedLines: [],
    headingLines: [],
    failedCells: (table.failedCells ?? []).flatMap(({ row, column, text }) => {
      const place = kept.indexOf(row);
      return place === -1 ? [] : [{ row: column, column: place, text }];
    }),
    notes: [
      ...(table.notes ?? []),
      { what: 'turned', count: width, examples: rows.slice(0, 3).map((row) => (row[0] ?? '').slice(0, 60)) },
    ],
  };
}
