import { profileColumns } from '../columns/columnProfile.ts';
import { detectSubject } from '../plan/detectSubject.ts';
import { endsAsTotal, totalOf } from '../rows/totalRows.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { firstRows, namedColumns, withNote } from './madeColumns.ts';

/** What several initiatives have in common, so that a list may say it once for all of them. */
const GROUPS =
  /\b(?:programmes?|programs?|portfolios?|departments?|divisions?|business units?|units?|areas?|domains?|workstreams?|streams?|pillars?|themes?|clusters?|categor(?:y|ies)|regions?|country|countries|agency|agencies|ministry|ministries|directorates?|groups?|owners?|sponsors?|leads?|programm|bereich|abteilung|ressort|departement|amt|direction|domaine|service|programa|area|gerencia|unidad)\b|项目群|板块|类别|分类|部门|单位|处室|领域|事业部|区域|牵头|責任|部局|分野|区分|분야|부서/i;
/** So many blocks there are, and so many rows in one of them on average, before a gap can mean "as above". */
const BLOCKS = 2;
const SPARSE = 2;
/** A list of more rows has its gaps for another reason, and would be walked through for nothing. */
const MOST_ROWS = 20_000;

/**
 * A list whose first columns say what groups its rows only in the first row of each block, as a pivot table or merged
 * cells that became text do, with that in every row. Certain it is where the column stands first, before what rows are
 * called by, begins with the first row and says nothing twice, in half of the rows at most; inside of
 * another block of the column to its left it may say it again. Where a column is so sparse and one of these does not
 * hold, a note says that nothing was filled.
 */
export function fillBlocks(table: Table): Table {
  const named = table.rows.length > MOST_ROWS ? null : namedColumns(table);
  if (named === null) return table;
  const { headerRow, width, names, headers } = named;
  // Nearly every list fills its first column.
  const body = table.rows.slice(headerRow + 1);
  const hasGaps = body.some((row) => isBlank(row[0]) && row.some((cell) => !isBlank(cell)));
  if (!GROUPS.test(headers[0]?.phrase ?? '') || !hasGaps) return table;
  const profiles = profileColumns(firstRows(table, headerRow), width, headerRow + 1);
  const { subject, matches } = detectSubject(headers, profiles);
  const name = matches.get('name')?.column ?? 0;
  if (subject !== 'initiatives' || name === 0) return table;
  const isRow = body.map((row) => !isBlank(row[name]) && !isTotal(row));
  const said = (row: number, column: number): string => tidyLine(body[row]?.[column] ?? '').text;
  const rowCount = isRow.filter(Boolean).length;
  // What stands in a row of its own heads those below it.
  if (body.some((row, at) => !isRow[at] && !isBlank(row[0]) && !isTotal(row))) return table;
  const filled: number[] = [];
  const open: number[] = [];
  /** Where a block of the columns before begins: the first row is one. */
  let begins: ReadonlySet<number> = new Set([isRow.indexOf(true)]);
  for (let column = 0; column < name && GROUPS.test(headers[column]?.phrase ?? ''); column += 1) {
    const starts = new Set([...body.keys()].filter((row) => isRow[row] && said(row, column) !== ''));
    if (starts.size === rowCount) break;
    const keys = new Set<string>();
    let block = -1;
    for (const row of body.keys()) {
      if (begins.has(row)) block = row;
      if (starts.has(row)) keys.add(`${block} ${matchKey(said(row, column))}`);
    }
    const isSparse = column > 0 || starts.size * SPARSE <= rowCount;
    const isWhole = [...begins].every((row) => starts.has(row));
    if (!isSparse) break;
    if (!isWhole || keys.size < starts.size || starts.size < BLOCKS) {
      open.push(column);
      break;
    }
    filled.push(column);
    begins = new Set([...begins, ...starts]);
  }
  const called = (columns: readonly number[]): readonly string[] =>
    columns.map((column) => names[column] ?? '');
  if (filled.length === 0) return open.length === 0 ? table : withNote(table, 'blocksOpen', called(open));
  const last = filled.map(() => '');
  const rows = Array.from(table.rows, (row, index) => {
    const at = index - headerRow - 1;
    if (at < 0 || !isRow[at]) return row;
    const own = [...row];
    // What a column to the left says anew ends every block to its right.
    for (const [place, column] of filled.entries()) {
      if (isBlank(own[column])) own[column] = last[place] ?? '';
      else last[place] = own[column] ?? '';
    }
    return own;
  });
  const noted = withNote({ ...table, rows }, 'blocksFilled', called(filled));
  return open.length === 0 ? noted : withNote(noted, 'blocksOpen', called(open));
}

function isTotal(row: readonly string[]): boolean {
  const first = row.find((cell) => !isBlank(cell)) ?? '';
  return totalOf(row, first, true) !== null || endsAsTotal(first);
}
