import { readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

/** How well a header must say that rows are called by its column, to begin a table of its own. */
const CALLED = 80;

/**
 * The table up to another one that stands to the right of it, behind an empty column: one that begins with names of its
 * own, and says a name again that stands on the left or has other rows. Read on, its cells would be kept beside rows that
 * they have nothing to do with. What is left out is said in a note.
 */
export function leftTable(table: Table, headerRow: number): Table {
  const body = table.rows.slice(headerRow);
  const names = (body[0] ?? []).map((cell) => tidyLine(cell).text);
  const isEmpty = (column: number): boolean => body.every((row) => isBlank(row[column]));
  for (let gap = 1; gap + 2 < names.length; gap += 1) {
    const right = gap + 1;
    if (names[gap] !== '' || names[right] === '' || names[right + 1] === '' || !isEmpty(gap)) continue;
    if (headerScore('name', readHeader(names[right] ?? '')) < CALLED) continue;
    const left = new Set(names.slice(0, gap).map(matchKey));
    const isSaidAgain = names.slice(right).some((name) => name !== '' && left.has(matchKey(name)));
    const fills = (row: readonly string[], from: number, to?: number): boolean =>
      row.slice(from, to).some((cell) => !isBlank(cell));
    const hasOtherRows = body.some((row) => fills(row, 0, gap) !== fills(row, right));
    if (isSaidAgain || hasOtherRows) return cut(table, headerRow, gap);
  }
  return table;
}

function cut(table: Table, headerRow: number, gap: number): Table {
  const { rows } = table;
  const filled = (row: readonly string[]): readonly string[] =>
    row.slice(gap).flatMap((cell) => tidyLine(cell).text || []);
  const names = filled(rows.at(headerRow) ?? []).join(', ');
  const title = rows.slice(0, headerRow).flatMap((row) => filled(row))[0];
  return {
    ...table,
    rows: rows.slice(0).map((row) => row.slice(0, gap)),
    notes: [
      ...(table.notes ?? []),
      {
        what: 'otherTable',
        count: rows.slice(headerRow).filter((row) => filled(row).length > 0).length,
        examples: [`${title === undefined ? '' : `${title}: `}${names}`.slice(0, 120)],
      },
    ],
  };
}
