import { readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { ONE_YEAR } from '../columns/preferColumns.ts';
import { NO_SLICE } from '../columns/yearColumns.ts';
import { moneyFields } from '../plan/detectPlan.ts';
import { findHeader } from '../plan/headerRow.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { distinctCells } from '../table/distinctCells.ts';
import { columnCells } from '../table/rows.ts';
import { type Table, tableWidth } from '../table/table.ts';
import { readDateText } from '../values/dateText.ts';
import { commaIsDecimal, NUMBER } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';

/** What a column is called that says of which sort of cost the amounts of a row are. */
const SORT_OF_COST =
  /^(?:cost|expense|expenditure|spend|spending|budget|funding|financial|account|capex ?\/ ?opex|capital ?\/ ?(?:expense|operating)) ?(?:type|category|class|classification)?$|^(?:kostenart|费用类型|费用类别|成本类型|成本类别|支出类型|资金类型)$/;
const CAPITAL =
  /^(?:cap ?ex|capital(?:ised|ized)?(?: (?:cost|expenditure|expense)s?)?|invest(?:ment|ition)?|资本性(?:支出)?|资本化)$/;
const RUNNING =
  /^(?:op ?ex|expensed?|expenses|operating(?: (?:cost|expenditure|expense)s?)?|operational|revenue|run|费用性(?:支出)?|费用化|运营)$/;
/** What a column is called that says of which year the amounts of a row are. */
const YEAR_OF_MONEY =
  /^(?:(?:fiscal|financial|budget|plan|reporting) )?years?$|^fy$|^(?:年度|预算年度|会计年度|年份|haushaltsjahr|geschäftsjahr|jahr|année|exercice|año|ejercicio|ano|exercício|boekjaar|jaar)$/;
/** Two amounts that differ by so little of the larger one are nearly the same. */
const NEARLY = 0.1;
/** A list that a person keeps has no more rows. */
const MOST_ROWS = 20_000;
const EXAMPLES = 5;
const JOIN = '; ';

const textOf = (cell: string | undefined): string => tidyLine(cell ?? '').text;

/**
 * A list that has a row for what an initiative capitalises and one for what it expenses, or one for each year of its
 * money, with one row for all: they say the same in all but the sort of cost or the year and amounts, which are added up,
 * and a note names them. Years whose amounts are nearly the same stay, as they may say all of the money again. Any other
 * row, and any other table, stays as it is.
 */
export function mergeCostRows(table: Table): Table {
  const header = findHeader(table);
  if (header === null || header.transposed || table.rows.length > MOST_ROWS) return table;
  const firstRow = header.row + 1;
  const width = tableWidth(table, header.row);
  const names = table.rows.at(header.row) ?? [];
  const column = (pattern: RegExp): number => names.findIndex((name) => pattern.test(matchKey(textOf(name))));
  const ofCost = column(SORT_OF_COST);
  if (ofCost !== -1 && saysSorts(table, ofCost, firstRow)) return mergeRows(table, header.row, width, ofCost);
  const ofYear = column(YEAR_OF_MONEY);
  if (ofYear === -1 || !saysYears(table, ofYear, firstRow)) return table;
  return mergeRows(table, header.row, width, ofYear, looksRepeated);
}

const distinctKeys = (table: Table, column: number, firstRow: number): ReadonlySet<string> =>
  new Set([...distinctCells(table, column, firstRow)].map((cell) => matchKey(textOf(cell))).filter(Boolean));

/** Whether a column says of each row what is capitalised or expensed. */
function saysSorts(table: Table, column: number, firstRow: number): boolean {
  const sorts = [...distinctKeys(table, column, firstRow)];
  const isSort = (text: string): boolean => CAPITAL.test(text) || RUNNING.test(text);
  return sorts.length === 2 && sorts.every(isSort) && sorts.some((text) => CAPITAL.test(text));
}

/** Whether a column says a year of each row, and several of them. */
function saysYears(table: Table, column: number, firstRow: number): boolean {
  const years = [...distinctKeys(table, column, firstRow)];
  return (
    years.length > 1 &&
    years.every((text) => {
      const { kind } = readDateText(text) ?? {};
      return kind === 'year' || kind === 'fiscalYear';
    })
  );
}

/** A row made of several, with what they say of their sorts or years. */
interface MergedRow {
  readonly row: readonly string[];
  readonly line: number;
  readonly sorts: Set<string>;
  readonly of: readonly (readonly string[])[];
}

/** Whether a column holds money of all years, or the amounts of merged rows are nearly the same, most of the time. */
function looksRepeated(
  merged: readonly MergedRow[],
  commas: ReadonlyMap<number, boolean>,
  names: readonly string[],
): boolean {
  if ([...commas.keys()].some((column) => NO_SLICE.test(readHeader(textOf(names[column])).phrase)))
    return true;
  let [pairs, near] = [0, 0];
  for (const { of } of merged)
    for (const [column, comma] of commas)
      for (const [at, row] of of.entries()) {
        const [own, next] = [row, of[at + 1]].map((each) => readAmount(textOf(each?.[column]), comma));
        if (typeof own !== 'object' || typeof next !== 'object' || own.value === 0) continue;
        pairs += 1;
        if (Math.abs(next.value - own.value) <= NEARLY * Math.max(next.value, own.value)) near += 1;
      }
  return near * 2 > pairs;
}

/**
 * The table with one row for all that differ only in column `sort` and in amounts; as it is where none do, or where
 * `stayApart` says of what was merged that it says the same money again.
 */
function mergeRows(
  table: Table,
  headerRow: number,
  width: number,
  sort: number,
  stayApart: typeof looksRepeated = () => false,
): Table {
  const firstRow = headerRow + 1;
  const names = table.rows.at(headerRow) ?? [];
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => column !== sort);
  const amounts = columns.filter((column) => {
    if (!isMoney(textOf(names[column]))) return false;
    const cells = [...columnCells(table.rows, column, firstRow)].filter((cell) => !isBlank(cell));
    return cells.length > 0 && cells.every((cell) => isAmountOrNone(textOf(cell)));
  });
  const commas = new Map(
    amounts.map((column) => [column, commaIsDecimal(columnCells(table.rows, column, firstRow))]),
  );
  const others = columns.filter((column) => !commas.has(column));
  const merged: MergedRow[] = [];
  const places = new Map<string, number>();
  const added: string[] = [];
  for (let index = firstRow; index < table.rows.length; index += 1) {
    const row = table.rows.at(index) ?? [];
    const line = table.lines[index] ?? 0;
    const own = matchKey(textOf(row[sort]));
    const key = others.map((column) => matchKey(textOf(row[column]))).join('\n');
    const at = places.get(key);
    const before = at === undefined ? undefined : merged[at];
    const sum =
      before === undefined || own === '' || before.sorts.has(own)
        ? null
        : addRows(before.row, row, commas, sort, width);
    if (before === undefined || at === undefined || sum === null) {
      if (own !== '') places.set(key, merged.length);
      merged.push({ row, line, sorts: new Set([own]), of: [row] });
      continue;
    }
    before.sorts.add(own);
    merged[at] = { ...before, row: sum, of: [...before.of, row] };
    added.push(
      others.map((column) => textOf(row[column])).find((text) => /\p{L}/u.test(text) && !/\d/.test(text)) ??
        '',
    );
  }
  if (added.length === 0 || stayApart(merged, commas, names)) return table;
  const above = headerRow + 1;
  return {
    ...table,
    rows: [...table.rows.slice(0, above), ...merged.map(({ row }) => row)],
    lines: [...table.lines.slice(0, above), ...merged.map(({ line }) => line)],
    notes: [
      ...(table.notes ?? []),
      { what: 'costRowsAdded', count: added.length, examples: added.slice(0, EXAMPLES) },
    ],
  };
}

/** How well a header must name money; a number that is none, such as an id, says that two rows are the same. */
const NAMED = 55;
const TOTAL = /^(?:total|sum|合计|总计)$/;

function isMoney(name: string): boolean {
  const header = readHeader(name);
  return (
    header.currency !== null ||
    header.unit !== null ||
    TOTAL.test(header.phrase) ||
    ONE_YEAR.test(header.phrase) ||
    moneyFields.some((field) => headerScore(field, header) >= NAMED)
  );
}

/** Whether a cell holds one amount, or a dash in place of one. */
const isAmountOrNone = (text: string): boolean =>
  /^[-–—]?$/.test(text) || typeof readAmount(text) !== 'string' || typeof readAmount(text, true) !== 'string';

/** Two rows as one; null where two amounts cannot be added up. */
function addRows(
  first: readonly string[],
  second: readonly string[],
  commas: ReadonlyMap<number, boolean>,
  sort: number,
  width: number,
): readonly string[] | null {
  const row: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const [own, more] = [textOf(first[column]), textOf(second[column])];
    const comma = commas.get(column);
    if (column === sort) row.push(`${own}${JOIN}${more}`);
    else if (comma === undefined || more === '') row.push(first[column] ?? '');
    else if (own === '') row.push(second[column] ?? '');
    else {
      const [a, b] = [readAmount(own, comma), readAmount(more, comma)];
      if (typeof a === 'string' || typeof b === 'string' || a.scale !== b.scale || a.currency !== b.currency)
        return null;
      const sum = String(Number((a.value + b.value).toFixed(4)));
      row.push(own.replace(NUMBER, comma ? sum.replace('.', ',') : sum));
    }
  }
  return row;
}
