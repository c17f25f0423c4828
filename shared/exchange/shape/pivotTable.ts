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

/** What stands above the names of a pivot table that has columns of its own. */
const COLUMN_LABELS =
  /^(?:column labels|spaltenbeschriftungen|étiquettes de colonnes|etiquetas de columna|列标签)$/i;
const ROW_LABELS = /^(?:row labels|zeilenbeschriftungen|étiquettes de lignes|etiquetas de fila|行标签)$/i;
const ROWS_ABOVE = 20;

/**
 * A pivot table whose columns have labels without the line above that only says so, as the names of its columns stand
 * below; any other table as it is.
 */
function withoutColumnLabels(table: Table): Table {
  const starts = (at: number, labels: RegExp): boolean =>
    (table.rows.at(at) ?? []).some((cell) => labels.test(cell.trim()));
  const above = Array.from({ length: Math.min(ROWS_ABOVE, table.rows.length - 1) }, (_, at) => at).find(
    (at) => starts(at, COLUMN_LABELS) && starts(at + 1, ROW_LABELS),
  );
  if (above === undefined) return table;
  const blank = (table.rows.at(above) ?? []).map(() => '');
  return { ...table, rows: [...table.rows.slice(0, above), blank, ...table.rows.slice(above + 1)] };
}

/** A pivot table with empty cells where it says "(blank)", and its names in one line; any other table as it is. */
export function withoutPivotBlanks(given: Table): Table {
  const table = withoutColumnLabels(given);
  const header = findHeader(table);
  if (header === null || !isPivot(table.rows.slice(0, header.row + 1).flat())) return table;
  const isEmpty = (cell: string): boolean => isBlank(cell) || BLANK.test(cell.trim());
  const rows = Array.from(table.rows, (row) => row.map((cell) => (isEmpty(cell) ? '' : cell)));
  return { ...table, rows };
}
