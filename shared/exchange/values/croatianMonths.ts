import { tidyLine } from '../table/cellText.ts';
import { cellAt, cellCount } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { isCroatianMonth } from './cldrWords.ts';

/** October in Croatian, and November in Polish and Czech. */
const LISTOPAD = /(?<!\p{L})listopada?(?!\p{L})/giu;
/** Most cells of a column of dates name no month. */
const LETTERS = /\p{L}{3}/u;
/** What Croatian lists write over their columns. */
const CROATIAN = /(?<!\p{L})(?:naziv|nositelj|voditelj|početak|završetak|proračun)(?!\p{L})/iu;

/**
 * What the texts of a column of dates say, given its distinct cells, with the one name of a month that is another month elsewhere told by the list:
 * in a Croatian one, by its other months or the names of its columns, it reads as October.
 */
export function monthsAsMeant(
  table: Table,
  cells: Iterable<string>,
  firstRow: number,
): (text: string) => string {
  let [isOpen, isCroatian] = [false, false];
  for (const cell of cells) {
    isOpen ||= /listopad/i.test(cell);
    isCroatian ||= LETTERS.test(cell) && (tidyLine(cell).text.match(/\p{L}+/gu) ?? []).some(isCroatianMonth);
  }
  if (!isOpen) return (text) => text;
  const header = Array.from({ length: cellCount(table.rows, firstRow - 1) }, (_, at) =>
    cellAt(table.rows, firstRow - 1, at),
  ).join(' ');
  return isCroatian || CROATIAN.test(header) ? (text) => text.replace(LISTOPAD, 'october') : (text) => text;
}
