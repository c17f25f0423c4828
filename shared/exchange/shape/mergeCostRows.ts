import { readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { ONE_YEAR } from '../columns/preferColumns.ts';
import { moneyFields } from '../plan/detectPlan.ts';
import { findHeader } from '../plan/headerRow.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { columnCells } from '../table/rows.ts';
import { type Table, tableWidth } from '../table/table.ts';
import { commaIsDecimal, NUMBER } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';

/** What a column is called that says of which sort of cost the amounts of a row are. */
const SORT_OF_COST =
  /^(?:cost|expense|expenditure|spend|spending|budget|funding|financial|account|capex ?\/ ?opex|capital ?\/ ?(?:expense|operating)) ?(?:type|category|class|classification)?$|^(?:kostenart|费用类型|费用类别|成本类型|成本类别|支出类型|资金类型)$/;
const CAPITAL =
  /^(?:cap ?ex|capital(?:ised|ized)?(?: (?:cost|expenditure|expense)s?)?|invest(?:ment|ition)?|资本性(?:支出)?|资本化)$/;
const RUNNING =
  /^(?:op ?ex|expensed?|expenses|operating(?: (?:cost|expenditure|expense)s?)?|operational|revenue|run|费用性(?:支出)?|费用化|运营)$/;
/** A list that a person keeps has no more rows. */
const MOST_ROWS = 20_000;
const EXAMPLES = 5;
const JOIN = '; ';

const textOf = (cell: string | undefined): string => tidyLine(cell ?? '').text;

/**
 * A list that has a row for what an initiative capitalises and one for what it expenses, with one row for both: they say
 * the same in all but the sort of cost and amounts, which are added up, and a note names them. Any other row, and any other
 * table, stays as it is.
 */
export function mergeCostRows(table: Table): Table {
  const header = findHeader(table);
  if (header === null || header.transposed || table.rows.length > MOST_ROWS) return table;
  const firstRow = header.row + 1;
  const width = tableWidth(table, header.row);
  const names = table.rows.at(header.row) ?? [];
  const sort = names.findIndex((name) => SORT_OF_COST.test(matchKey(textOf(name))));
  if (sort === -1) return table;
  const sorts = new Set([...columnCells(table.rows, sort, firstRow)].map((cell) => matchKey(textOf(cell))));
  sorts.delete('');
  const isSort = (text: string): boolean => CAPITAL.test(text) || RUNNING.test(text);
  if (sorts.size !== 2 || ![...sorts].every(isSort) || ![...sorts].some((text) => CAPITAL.test(text)))
    return table;
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
  const merged: { row: readonly string[]; line: number; sorts: Set<string>; count: number }[] = [];
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
      merged.push({ row, line, sorts: new Set([own]), count: 1 });
      continue;
    }
    before.sorts.add(own);
    merged[at] = { ...before, row: sum, count: before.count + 1 };
    added.push(
      others.map((column) => textOf(row[column])).find((text) => /\p{L}/u.test(text) && !/\d/.test(text)) ??
        '',
    );
  }
  if (added.length === 0) return table;
  const above = header.row + 1;
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
