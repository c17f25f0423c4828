import type { DateOrder, ImportPlan } from '../contract.ts';
import type { SourceNote } from '../sources.ts';
import { tidyLine } from '../table/cellText.ts';
import { distinctCells } from '../table/distinctCells.ts';
import { cellAt } from '../table/rows.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import { monthsAsMeant } from './croatianMonths.ts';
import { dateEvidence } from './dateEvidence.ts';
import { type DateText, readDateText } from './dateText.ts';
import { resolveDate } from './resolveDate.ts';

type Dates = ReadonlyMap<string, DateText | null>;

// A column of a long list is walked down once, although its order, its reader and its notes all look at its dates.
const known = new WeakMap<Table, Map<string, Dates>>();

/** Every distinct cell of a column as a date text. */
export function columnDates(table: Table, column: number, firstRow: number): Dates {
  const ofTable = known.get(table) ?? new Map<string, Dates>();
  known.set(table, ofTable);
  const key = `${column} ${firstRow}`;
  const found = ofTable.get(key) ?? readDates(table, column, firstRow);
  ofTable.set(key, found);
  return found;
}

function readDates(table: Table, column: number, firstRow: number): Dates {
  const cells = distinctCells(table, column, firstRow);
  const meant = monthsAsMeant(table, cells, firstRow);
  return new Map(Array.from(cells, (cell) => [cell, readDateText(meant(tidyLine(cell).text))]));
}

type Numbers = Extract<DateText, { kind: 'numbers' }>;
type Either = 'dayFirst' | 'monthFirst';

/** So many dates on the first of a month are no chance. */
const FIRSTS = 3;

/** The order in which most dates are the first day of a month, as plans write them: 01/04, 01/10; null where neither is. */
function orderByFirsts(dates: readonly Numbers[]): Either | null {
  const [days, months] = [
    dates.filter(({ first, second }) => first === 1 && second !== 1).length,
    dates.filter(({ first, second }) => second === 1 && first !== 1).length,
  ];
  if (days >= FIRSTS && days * 2 > dates.length && months === 0) return 'dayFirst';
  return months >= FIRSTS && months * 2 > dates.length && days === 0 ? 'monthFirst' : null;
}

/** The order in which no end lies before its start; null where both or neither do. */
function orderBySpans(
  table: Table,
  [start, end]: readonly [number, number],
  firstRow: number,
): Either | null {
  const backwards = { dayFirst: 0, monthFirst: 0 };
  const dayOf = (cell: string, order: Either, side: 'start' | 'end'): string | null => {
    const text = readDateText(tidyLine(cell).text);
    const day = text === null ? null : resolveDate(text, { order, spans: false }, side, 1);
    return day === null || typeof day === 'string' ? null : day.date;
  };
  const last = Math.min(table.rows.length, firstRow + ROWS_SEARCHED);
  for (let index = firstRow; index < last; index += 1)
    for (const order of ['dayFirst', 'monthFirst'] as const) {
      const from = dayOf(cellAt(table.rows, index, start), order, 'start');
      const to = dayOf(cellAt(table.rows, index, end), order, 'end');
      if (from !== null && to !== null && to < from) backwards[order] += 1;
    }
  if (backwards.dayFirst === backwards.monthFirst) return null;
  const best: Either = backwards.dayFirst < backwards.monthFirst ? 'dayFirst' : 'monthFirst';
  return backwards[best] === 0 ? best : null;
}

const ROWS_SEARCHED = 2_000;

/**
 * Whether day or month comes first in each of these columns of dates. A cell such as 31/12 proves it; a column that
 * proves nothing follows one that does, for a list writes its dates one way; then starts that must lie before their ends
 * decide, then dates that are nearly all the first of a month, then whether money is in US dollars and no dates have dots.
 */
export function findDateOrders(
  table: Table,
  columns: readonly number[],
  firstRow: number,
  hints: { readonly spans: readonly [number, number] | null; readonly american: boolean },
): Record<string, DateOrder> {
  const proved = new Map<number, DateOrder | null>();
  let dotted = false;
  const numbers: Numbers[] = [];
  const years: number[] = [];
  for (const column of columns) {
    const texts = [...columnDates(table, column, firstRow).values()];
    const { order, dotsApart } = dateEvidence(texts);
    proved.set(column, order);
    dotted ||= dotsApart;
    numbers.push(...texts.filter((text) => text?.kind === 'numbers'));
    if (order === 'yearFirst') for (const text of texts) if (text?.kind === 'day') years.push(text.year);
  }
  // A list that writes the year first in one column does so in the others: 25.12.26 is a day in 2025 there.
  if (years.length > 0)
    for (const column of columns)
      if (proved.get(column) !== 'yearFirst')
        proved.set(column, dateEvidence(columnDates(table, column, firstRow).values(), years).order);
  const orders = [...proved.values()].filter((order) => order === 'dayFirst' || order === 'monthFirst');
  const fallback: DateOrder =
    orders[0] ??
    (numbers.length === 0 || hints.spans === null ? null : orderBySpans(table, hints.spans, firstRow)) ??
    orderByFirsts(numbers) ??
    (hints.american && !dotted ? 'monthFirst' : 'dayFirst');
  return Object.fromEntries([...proved].map(([column, order]) => [String(column), order ?? fallback]));
}

const EXAMPLES = 3;

/** Says that the dates of a list can be read both ways, where no cell of its columns of dates proves one of them. */
export function openDays(table: Table, plan: ImportPlan, { names }: ColumnNames): readonly SourceNote[] {
  const firstRow = plan.headerRow + 1;
  const columns = [...new Set([plan.columns.startDate, plan.columns.endDate])].flatMap(
    (column) => column ?? [],
  );
  const open = columns.flatMap((column) =>
    [...columnDates(table, column, firstRow)].flatMap(([cell, text]) =>
      text?.kind === 'numbers' && text.first !== text.second ? [`${names[column] ?? ''}: ${cell}`] : [],
    ),
  );
  if (open.length === 0) return [];
  const isProved = [...columns, ...Object.keys(plan.dateOrders).map(Number)].some((column) => {
    const { order } = dateEvidence(columnDates(table, column, firstRow).values());
    return order === 'dayFirst' || order === 'monthFirst';
  });
  if (isProved) return [];
  return [{ what: 'dayOrderOpen', count: open.length, examples: open.slice(0, EXAMPLES) }];
}
