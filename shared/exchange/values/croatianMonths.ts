import { tidyLine } from '../table/cellText.ts';
import { distinctCells } from '../table/distinctCells.ts';
import { cellAt, cellCount } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { isCroatianMonth } from './cldrWords.ts';

/** October in Croatian, and November in Polish and Czech. */
const LISTOPAD = /(?<!\p{L})listopada?(?!\p{L})/giu;
/** What Croatian lists write over their columns. */
const CROATIAN = /(?<!\p{L})(?:naziv|nositelj|voditelj|početak|završetak|proračun)(?!\p{L})/iu;

/**
 * What the texts of a column of dates say, with the one name of a month that is another month elsewhere told by the list:
 * in a Croatian one, by its other months or the names of its columns, it reads as October.
 */
export function monthsAsMeant(table: Table, column: number, firstRow: number): (text: string) => string {
  const cells = [...distinctCells(table, column, firstRow)];
  if (!cells.some((cell) => /listopad/i.test(cell))) return (text) => text;
  const header = Array.from({ length: cellCount(table.rows, firstRow - 1) }, (_, at) =>
    cellAt(table.rows, firstRow - 1, at),
  ).join(' ');
  const isCroatian =
    CROATIAN.test(header) ||
    cells.some((cell) => (tidyLine(cell).text.match(/\p{L}+/gu) ?? []).some(isCroatianMonth));
  return isCroatian ? (text) => text.replace(LISTOPAD, 'october') : (text) => text;
}
