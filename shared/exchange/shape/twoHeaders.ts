import { readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { timesOf } from '../columns/timeColumns.ts';
import { fieldLikeness, findHeader } from '../plan/headerRow.ts';
import { isAmount } from '../rows/totalRows.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { leftTable } from './leftTable.ts';
import { withNote } from './madeColumns.ts';

/** What rows are called and known by, and how well a name must say so to stand alone. */
const OF_ROWS = ['name', 'externalId', 'parent', 'owner'] as const;
const PLAIN = 85;
const NOWHERE = { row: 0, transposed: false };
const LONGEST = 60;

/**
 * Puts column names that stand in two rows together: a name over several columns, as merged cells write it, goes
 * before the names below it (`Budget` over `Planned` and `Actual`), and one over none is a name by itself. A table
 * without such a row stays as it is.
 */
export function joinHeaders(table: Table): Table {
  const { row: found, transposed } = findHeader(table) ?? NOWHERE;
  // Where names run down, cells beside each other are values.
  if (transposed) return table;
  const header = isUpper(table, found) ? found + 1 : found;
  const above = header === 0 ? undefined : table.rows.at(header - 1);
  const below = table.rows.at(header);
  if (!above || !below) return table;
  const group = (column: number): string => tidyLine(above[column] ?? '').text;
  const own = (column: number): string => tidyLine(below[column] ?? '').text;
  const isGroup = (column: number): boolean => {
    const text = group(column);
    return (
      text !== '' &&
      text.length <= LONGEST &&
      (!/^[\d\s.,:/-]+$/.test(text) || isTime(text)) &&
      text !== own(column) &&
      // Only a merged cell says the same name side by side.
      (text === group(column - 1) || text === group(column + 1))
    );
  };
  const columns = below.flatMap((cell, column) => (!isBlank(cell) && isGroup(column) ? [column] : []));
  // One name over all the columns is the table's title.
  if (columns.length === 0 || new Set(above.filter((cell) => !isBlank(cell))).size < 2) return table;
  const width = Math.max(below.length, above.length);
  // A name that says by itself what no other does needs none: a title over some columns would only hide it.
  const isPlain = (column: number): boolean =>
    own(column) !== '' &&
    !BARE.test(readHeader(own(column)).phrase) &&
    OF_ROWS.some((field) => headerScore(field, readHeader(own(column))) >= PLAIN) &&
    below.filter((_, at) => own(at) === own(column)).length === 1;
  const joined = Array.from({ length: width }, (_, column) =>
    columns.includes(column) && !isPlain(column)
      ? `${group(column)} ${own(column)}`
      : // A name that nobody merged over both rows stands in the upper one alone.
        own(column) === '' && group(column).length <= LONGEST
        ? group(column)
        : (below[column] ?? ''),
  );
  const rows = Array.from(table.rows, (row, index) =>
    index === header ? joined : index === header - 1 ? [] : row,
  );
  const told = columns.filter((column) => !isPlain(column)).map((column) => joined[column] ?? '');
  return told.length === 0 ? { ...table, rows } : withNote({ ...table, rows }, 'twoHeaders', told);
}

/**
 * Whether the row of names that was found is the upper of two: each of its merged names has words below it, and no
 * other one has.
 */
function isUpper({ rows }: Table, header: number): boolean {
  const [upper, lower] = [rows.at(header), rows.at(header + 1)];
  if (!upper || !lower) return false;
  const text = (row: readonly string[], column: number): string => tidyLine(row[column] ?? '').text;
  const columns = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => column);
  const isMerged = (column: number): boolean => {
    const own = text(upper, column);
    return own !== '' && (own === text(upper, column - 1) || own === text(upper, column + 1));
  };
  return (
    columns.some(isMerged) &&
    columns.every((column) => {
      const below = text(lower, column);
      if (isMerged(column)) return below !== '' && below.length <= LONGEST && !isValue(below);
      // Merged over both rows, a name stands in both of them.
      return below === '' || below === text(upper, column) || text(upper, column) === '';
    })
  );
}

/** Whether a name is a time and nothing else, such as a year: over or below others it says of when they are. */
const isTime = (name: string): boolean => timesOf([readHeader(name)]).length > 0;

/** A cell that is no name of a column: an amount, but not the number of a year. */
const isValue = (cell: string): boolean => isAmount(cell) && !isTime(tidyLine(cell).text);

/** Whether a name names a field of ours by itself. */
const namesField = (name: string): boolean => fieldLikeness([name]).fields.size > 0;

/** What names say that alone do not tell of what they are; a name over them does. */
const BARE =
  /^(?:names?|titles?|ids?|codes?|no|dates?|(?:start|begin|end|finish|due)(?: date)?|from|to|until|plan(?:ned)?|actuals?|baseline|forecast|original|revised|current|target|amounts?|values?|totals?|hours|days|status|budgets?|costs?|spen[dt]|名称|姓名|编号|日期|时间|开始|结束|开始日期|结束日期|开始时间|结束时间|起|止|计划|实际|目标|金额|数量|合计|预算|支出|soll|ist|plan|beginn|ende|von|bis|début|fin|inicio|prévu|réel|planificado|real)$/;

/**
 * Puts together what stands in two rows of names where no cell is merged: in a text file a name over several columns
 * stands in the first of them. Only where more of our fields are named then than before, or where the lower names say too
 * little by themselves: prose above a list names none, and heads no columns.
 */
export function joinWrittenHeaders(table: Table): Table {
  const { row: found, transposed } = findHeader(table) ?? NOWHERE;
  if (transposed) return table;
  for (const header of [found, found + 1]) {
    const [above, below] = [table.rows.at(header - 1), table.rows.at(header)];
    if (header === 0 || !above || !below) continue;
    const spread = spreadNames(above, below);
    if (spread === null) continue;
    const joined = joinHeaders({
      ...table,
      rows: table.rows.slice(0, header + 1).map((row, index) => (index === header - 1 ? spread : row)),
    });
    const names = joined.rows.at(header) ?? [];
    const fields = (row: readonly string[]): number => fieldLikeness(row).fields.size;
    // What stands over two tables side by side are their titles.
    const told = leftTable(table, header) === table ? tellApart(above, below, spread) : null;
    const isMore = joined.notes !== table.notes && fields(names) > Math.max(fields(above), fields(below));
    if (told !== null && (!isMore || fields(withTold(below, told)) >= fields(names)))
      return withNames(table, header, told);
    if (isMore) return { ...joined, rows: [...joined.rows, ...table.rows.slice(header + 1)] };
  }
  return table;
}

/** The names of a row that stand there twice or say too little, behind those over them; null where these head no columns. */
function tellApart(
  above: readonly string[],
  below: readonly string[],
  spread: readonly string[],
): ReadonlyMap<number, string> | null {
  const own = below.map((cell) => tidyLine(cell).text);
  const group = spread.map((cell) => tidyLine(cell).text);
  const runs = above.flatMap((cell, column) => {
    if (isBlank(cell)) return [];
    const next = above.findIndex((other, at) => at > column && !isBlank(other));
    const covered = own.slice(column, next === -1 ? own.length : next).filter((name) => name !== '');
    // Over none, it is a name by itself.
    return covered.length === 0 ? [] : [covered.length];
  });
  // Prose beside prose stands over one column each, and says what it tells of before a colon.
  if (above.some((cell) => /[:：]/.test(cell))) return null;
  if (runs.filter((covered) => covered > 1).length * 2 <= runs.length) return null;
  // Beside names that stand above none, what stands below the others is only parts of them: no row has no name.
  const isOfParts =
    runs.every((covered) => covered > 1) &&
    above.some((cell, column) => !isBlank(cell) && (own[column] ?? '') === '') &&
    fieldLikeness(above).fields.size >= NAMED;
  const keys = own.map(matchKey);
  const joined = new Map<number, string>();
  let [isTwice, isAll] = [false, true];
  for (const [column, name] of own.entries()) {
    const over = group[column] ?? '';
    if (over === '' || over === name || over.length > LONGEST) continue;
    if (name === '') {
      if (!isBlank(above[column])) joined.set(column, over);
      continue;
    }
    const again = keys.some((key, at) => at !== column && key === keys[column] && group[at] !== over);
    isTwice ||= again;
    const isBare =
      isTime(name) || BARE.test(readHeader(name).phrase) || (!namesField(name) && namesField(over));
    if (isOfParts || again || isBare) joined.set(column, `${over} ${name}`);
    else isAll = false;
  }
  const isNamed = fieldLikeness(below).fields.size >= NAMED;
  // One text over columns that are told apart without it is the table's title.
  return joined.size > 0 && (isNamed || isAll) && (isTwice || runs.length > 1) ? joined : null;
}

/** So many fields the lower row names, unless all of it only adds to the names above. */
const NAMED = 2;

const withTold = (row: readonly string[], told: ReadonlyMap<number, string>): readonly string[] =>
  Array.from({ length: Math.max(row.length, ...told.keys()) }, (_, at) => told.get(at) ?? row[at] ?? '');

/** The table with names of columns that take in the row above them, and a note. */
function withNames(table: Table, header: number, names: ReadonlyMap<number, string>): Table {
  const rows = Array.from(table.rows, (row, index) =>
    index === header - 1 ? [] : index === header ? withTold(row, names) : row,
  );
  const below = table.rows.at(header) ?? [];
  const joined = [...names].flatMap(([column, name]) => (isBlank(below[column]) ? [] : [name]));
  return withNote({ ...table, rows }, 'twoHeaders', joined);
}

/**
 * Names of columns with each over those behind it that have none; null where none is over several, or a value is among
 * them.
 */
function spreadNames(above: readonly string[], below: readonly string[]): readonly string[] | null {
  const filled = above.filter((cell) => !isBlank(cell));
  if (filled.length === 0 || [...above, ...below].some(isValue)) return null;
  // A line alone in the first column is prose.
  if (filled.length === 1 && !isBlank(above[0])) return null;
  const spread = below.map(() => '');
  let isOver = false;
  for (const column of below.keys()) {
    const own = above[column] ?? '';
    const goesOn = isBlank(own) && !isBlank(below[column]) && column > 0;
    spread[column] = goesOn ? (spread[column - 1] ?? '') : own;
    isOver ||= goesOn && !isBlank(spread[column]);
  }
  return isOver ? spread : null;
}
