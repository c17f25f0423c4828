import { fieldLikeness, findHeader } from '../plan/headerRow.ts';
import { createHeaderCheck } from '../rows/rowKinds.ts';
import { isAmount } from '../rows/totalRows.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { leftTable } from './leftTable.ts';

/** A sheet with several tables is one that a person looks at: a longer one is a list. */
const MOST_ROWS = 5_000;
/** So many cells names of columns fill, and so many of our fields they name. */
const FEWEST = 3;
const NAMED = 2;
const LONGEST = 60;
/** What only a list of people, or one of words, has beside the names in it. */
const ASIDE =
  /^(?:e-?mail(?: address)?|phone(?: number)?|telephone|tel\.?|mobile|extension|meaning|definition|explanation|bedeutung|telefon|signification|téléphone|significado|teléfono|邮箱|电子邮箱|电话|联系电话|手机|含义|定义)$/i;

const isEmpty = (row: readonly string[]): boolean => row.every((cell) => isBlank(cell));

/**
 * The table up to another one that stands below it, behind a gap and under names of columns of its own; read on, its
 * rows would come in under the wrong names. What is left out is said in a note.
 */
export function firstTable(table: Table): Table {
  const { rows } = table;
  if (rows.length > MOST_ROWS) return table;
  const header = findHeader(table);
  if (header === null || header.transposed) return table;
  const left = leftTable(table, header.row);
  if (left !== table) return firstTable(left);
  const isAgain = createHeaderCheck(table, header.row);
  const body = rows.slice(header.row + 1);
  const seen = new Set<string>();
  let [start, behindGap] = [-1, false];
  for (const [at, row] of body.entries()) {
    if (isEmpty(row)) {
      [start, behindGap] = [-1, true];
      continue;
    }
    if (start === -1) start = at;
    const next = body.slice(at + 1).find((below) => !isEmpty(below));
    // Names stand behind the gap, or below one line that says what follows.
    if (behindGap && at - start <= 1 && next !== undefined && !isAgain(row) && namesColumns(row, seen))
      return cut(table, header.row + 1 + start, row);
    for (const [column, cell] of row.entries()) if (!isBlank(cell)) seen.add(`${column} ${cell}`);
  }
  return table;
}

/**
 * Whether a row names columns: short words of which several are names of our fields, and none stood in its column
 * before.
 */
function namesColumns(row: readonly string[], seen: ReadonlySet<string>): boolean {
  const filled = row.flatMap((cell, column) => (isBlank(cell) ? [] : [{ cell, column }]));
  if (filled.length < FEWEST)
    return filled.length === FEWEST - 1 && filled.some(({ cell }) => ASIDE.test(cell.trim()));
  if (
    filled.some(
      ({ cell, column }) => cell.length > LONGEST || isAmount(cell) || seen.has(`${column} ${cell}`),
    )
  )
    return false;
  const { fields } = fieldLikeness(row);
  return fields.has('name') && fields.size >= NAMED;
}

function cut(table: Table, from: number, header: readonly string[]): Table {
  const left = table.rows.slice(from).filter((row) => !isEmpty(row));
  const title = left[0] === header ? '' : `${tidyLine(left[0]?.find((cell) => !isBlank(cell)) ?? '').text}: `;
  const names = header.flatMap((cell) => tidyLine(cell).text || []).join(', ');
  return {
    ...table,
    rows: table.rows.slice(0, from),
    lines: table.lines.slice(0, from),
    notes: [
      ...(table.notes ?? []),
      { what: 'otherTable', count: left.length, examples: [`${title}${names}`.slice(0, 120)] },
    ],
  };
}
