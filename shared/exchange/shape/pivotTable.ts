import { findHeader } from '../plan/headerRow.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

/** Headers of a table that a spreadsheet added up from another. */
const PIVOT =
  /^(?:row labels?|column labels?|(?:sum|count|average|max|min) of |zeilenbeschriftungen|spaltenbeschriftungen|(?:summe|anzahl|mittelwert) von |étiquettes de |(?:somme|nombre|moyenne) de |etiquetas de (?:fila|columna)|(?:suma|cuenta|soma|contagem) de |etichette di |somma di |行标签|列标签|(?:求和|计数|平均值)项)/iu;
/** What a pivot table says where its source says nothing. */
const BLANK = /^\((?:blank|leer|vide|en blanco|vacío|em branco|vuoto|空白)\)$/i;

/** True where one of these cells is a header that only a pivot table has. */
export const isPivot = (cells: readonly string[]): boolean =>
  cells.some((cell) => PIVOT.test(tidyLine(cell).text));

/** A pivot table with empty cells where it says "(blank)"; any other table as it is. */
export function withoutPivotBlanks(table: Table): Table {
  const header = findHeader(table);
  if (header === null || !isPivot(table.rows.slice(0, header.row + 1).flat())) return table;
  const isEmpty = (cell: string): boolean => isBlank(cell) || BLANK.test(cell.trim());
  const rows = Array.from(table.rows, (row) => row.map((cell) => (isEmpty(cell) ? '' : cell)));
  return { ...table, rows };
}
