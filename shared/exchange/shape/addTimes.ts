import { profileColumns } from '../columns/columnProfile.ts';
import { type TimeColumn, timesOf, withYear } from '../columns/timeColumns.ts';
import { statedMoney } from '../columns/unitProse.ts';
import { detectSubject } from '../plan/detectSubject.ts';
import { isBlank } from '../table/cellText.ts';
import { columnCells } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { readAmount } from '../values/moneyText.ts';
import {
  firstRows,
  type MadeColumn,
  namedColumns,
  nameFor,
  spanName,
  sumColumn,
  type TimedTable,
  withColumns,
  withNote,
} from './madeColumns.ts';

/** So many columns are called by times before they are looked at. */
const FEWEST = 2;
/** What marks a month in which an initiative runs. */
const MARK = /^(?:x|1|y|o|√|✓|✔|■+|█+|▇+|●|○|◎|◆|★|▲|→|=+|>+|#+)$/i;
const YEAR = /(?<!\d)(20\d\d)(?!\d)/g;
/** Amounts that nothing calls money are some only from so much on average; smaller ones may be people. */
const MONEY_FROM = 1_000;

/**
 * A list whose money is spread over columns of years, quarters or months, and that has no column of all of it, with one
 * that sums them; and a list whose months are marked where its initiatives run, and that has no dates, with a start and
 * an end. What was made, or what could not be, is said in a note. Any other table stays as it is. `wanted` is what a
 * person says of money whose columns nothing calls so.
 */
export function addTimes(table: Table, wanted?: boolean): TimedTable {
  const named = namedColumns(table);
  if (named === null) return { table };
  const { headerRow, width, names, headers } = named;
  const times = timesOf(headers);
  if (times.length < FEWEST) return { table };
  const firstRow = headerRow + 1;
  const profiles = profileColumns(firstRows(table, headerRow), width, firstRow);
  const { subject, matches } = detectSubject(headers, profiles);
  const used = new Set([...matches.values()].map(({ column }) => column));
  const free = times.filter(({ column }) => !used.has(column) && (profiles[column]?.filled ?? 0) > 0);
  if (subject !== 'initiatives' || free.length < FEWEST) return { table };

  const called = (columns: readonly TimeColumn[]): readonly string[] =>
    columns.map(({ column }) => names[column] ?? '');
  const marked = free.filter(({ column }) =>
    [...columnCells(table.rows, column, firstRow)].every((cell) => isBlank(cell) || MARK.test(cell.trim())),
  );
  if (marked.length === free.length) {
    if (matches.has('startDate') || matches.has('endDate')) return { table };
    const made = startAndEnd(names, marked, yearAbove(table, headerRow));
    return {
      table:
        made === null
          ? withNote(table, 'timesLeft', called(free))
          : withColumns(withNote(table, 'timesMarked', called(free)), headerRow, width, made),
    };
  }
  const amounts = free.filter(({ column }) => (profiles[column]?.numberShare ?? 0) > 0.5);
  if (matches.has('budget') || amounts.length < FEWEST) return { table };
  const stated = statedMoney(table, headerRow);
  const isMoney =
    stated.unit !== null ||
    stated.currency !== null ||
    amounts.some(
      ({ column }) =>
        headers[column]?.unit !== null ||
        headers[column]?.currency !== null ||
        profiles[column]?.looksLike === 'money',
    ) ||
    amounts.every(({ column }) => meanOf(table, column, firstRow) >= MONEY_FROM);
  // Years beside their quarters would be counted twice.
  const isAlike =
    new Set(amounts.map(({ length }) => length)).size === 1 &&
    new Set(amounts.map(({ column }) => headers[column]?.phrase)).size === amounts.length;
  const columns = amounts.map(({ column }) => column);
  const made = isAlike ? sumColumn(table, firstRow, columns, spanName('budget', names, columns)) : null;
  const left = withNote(table, 'timesLeft', called(amounts));
  if (made === null) return { table: left };
  return (wanted ?? isMoney)
    ? {
        table: withColumns(withNote(table, 'timesAdded', called(amounts)), headerRow, width, [made]),
        added: true,
      }
    : { table: left, added: false };
}

function meanOf({ rows }: Table, column: number, firstRow: number): number {
  const amounts = [...columnCells(rows, column, firstRow)].flatMap((cell) => {
    const amount = readAmount(cell);
    return typeof amount === 'string' ? [] : [amount.value];
  });
  return amounts.reduce((sum, amount) => sum + amount, 0) / Math.max(1, amounts.length);
}

/** The first and the last column that is marked; null where nothing says of which year its months are. */
function startAndEnd(
  names: readonly string[],
  columns: readonly TimeColumn[],
  year: string | null,
): readonly MadeColumn[] | null {
  if (columns.some(({ hasYear }) => !hasYear) && year === null) return null;
  const timeOf = ({ column, hasYear }: TimeColumn): string =>
    hasYear ? (names[column] ?? '') : withYear(names[column] ?? '', year ?? '');
  const isMarked = (row: readonly string[], { column }: TimeColumn): boolean => !isBlank(row[column]);
  const at = (find: (row: readonly string[]) => TimeColumn | undefined) => (row: readonly string[]) => {
    const found = find(row);
    return found === undefined ? '' : timeOf(found);
  };
  const span = `(${names[columns[0]?.column ?? 0]} – ${names[columns.at(-1)?.column ?? 0]})`;
  return [
    {
      name: `${nameFor('startDate', names)} ${span}`,
      cell: at((row) => columns.find((each) => isMarked(row, each))),
    },
    {
      name: `${nameFor('endDate', names)} ${span}`,
      cell: at((row) => columns.findLast((each) => isMarked(row, each))),
    },
  ];
}

/** The one year that the lines above a list name. */
function yearAbove({ rows }: Table, headerRow: number): string | null {
  const years = new Set(
    rows.slice(0, headerRow).flatMap((row) => [...row.join(' ').matchAll(YEAR)].map(([year]) => year)),
  );
  return years.size === 1 ? ([...years][0] ?? null) : null;
}
