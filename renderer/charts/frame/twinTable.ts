import { harmless } from '../../../shared/exchange/table/harmless.ts';
/** A column of a chart's table twin; numbers sort as numbers and stand to the right. */
export interface TwinColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'number';
}

/** One cell: what sorts and is copied (`value`, null when not known) and what a person reads. */
export interface TwinCell {
  readonly value: string | number | null;
  readonly text: string;
}

/** The same figures as a chart, as a table. */
export interface TwinTableData {
  readonly caption: string;
  readonly columns: readonly TwinColumn[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly TwinCell[] }[];
}

/** A cell that holds a text. */
export const textCell = (text: string): TwinCell => ({ value: text, text });
/** A cell that holds a number and says it as `text`; unknown numbers keep null. */
export const numberCell = (value: number | null, text: string): TwinCell => ({ value, text });

export interface TwinSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** The rows in the order of one column; unknown values come last in both directions, equal ones keep their order. */
export function sortRows(table: TwinTableData, sort: TwinSort | null): TwinTableData['rows'] {
  const index = sort ? table.columns.findIndex((column) => column.id === sort.column) : -1;
  if (!sort || index < 0) return table.rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const collator = new Intl.Collator(undefined, { numeric: true });
  return [...table.rows].sort((a, b) => {
    const x = a.cells[index]!.value;
    const y = b.cells[index]!.value;
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
    return sign * collator.compare(String(x), String(y));
  });
}

/** One line, which does not run when it is pasted into a spreadsheet. */
const neutral = (text: string): string => harmless(text.replace(/[\t\r\n]+/g, ' '));

/** The table as tab-separated lines for a spreadsheet: numbers in full, unknown as nothing. */
export function toTsv(table: TwinTableData, rows: TwinTableData['rows'] = table.rows): string {
  const lines = [table.columns.map((column) => neutral(column.label))];
  for (const row of rows) {
    lines.push(
      row.cells.map(({ value }) =>
        value === null ? '' : typeof value === 'number' ? String(value) : neutral(value),
      ),
    );
  }
  return lines.map((line) => line.join('\t')).join('\r\n');
}
