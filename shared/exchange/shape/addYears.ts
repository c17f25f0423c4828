import { type ColumnProfile, profileColumns } from '../columns/columnProfile.ts';
import { type HeaderWords, readHeader } from '../columns/fieldNames.ts';
import { saysMoney, type YearColumn, yearColumns, yearOf } from '../columns/yearColumns.ts';
import { detectSubject } from '../plan/detectSubject.ts';
import { tidyLine } from '../table/cellText.ts';
import { cellAt, columnCells } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { decimalSign } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';
import {
  firstRows,
  namedColumns,
  spanName,
  sumColumn,
  type TimedTable,
  withColumns,
  withNote,
} from './madeColumns.ts';

const FIELDS = ['budget', 'spent'] as const;

/** May be all that something costs, as it was said in that year. */
const MAYBE_ALL = /\btotal\b|总|総|총/;
/** What else is said of a year's money: what is expected, and what is asked for. */
const EXPECTED = /\b(?:forecast|estimated?|outlook|outturn|projected|projection|requested?|actuals?|spend)\b/;

/**
 * A list that says year by year what its initiatives are to cost or did cost (`FY24 Budget`, `FY25 Budget`), and in no
 * column all of it, with one that sums the years, and a note of it. `wanted` is what a person says; without it the years
 * are left where the names or the amounts leave open whether they are slices of one sum: years said in other words beside
 * them, amounts that only grow, or stay nearly the same.
 */
export function addYears(table: Table, wanted?: boolean): TimedTable {
  const named = namedColumns(table);
  if (named === null) return { table };
  const { headerRow, width, names, headers } = named;
  const groups = FIELDS.map((field) => [field, yearColumns(field, headers)] as const);
  if (groups.every(([, columns]) => columns.length < 2)) return { table };
  const isMoney = groups.some(([, columns]) => columns.some(saysMoney));
  const firstRow = headerRow + 1;
  const looked = firstRows(table, headerRow);
  const profiles = profileColumns(looked, width, firstRow);
  const { subject, matches } = detectSubject(headers, profiles);
  if (subject !== 'initiatives') return { table };
  let timed: TimedTable = { table };
  for (const [field, found] of groups) {
    const columns = found.filter(({ column }) => (profiles[column]?.filled ?? 0) > 0);
    const whole = matches.get(field)?.column;
    if (whole !== undefined && !columns.some(({ column }) => column === whole)) continue;
    if (!areSlices(columns, headers, profiles, isMoney)) continue;
    const places = columns.map(({ column }) => column);
    const name = spanName(field, names, places);
    const made = saysSame(name, headers[places[0] ?? 0]) ? sumColumn(table, firstRow, places, name) : null;
    if (made === null) continue;
    const isOpen = (): boolean =>
      places.some((column) => MAYBE_ALL.test(headers[column]?.phrase ?? '')) ||
      (field === 'budget' && hasOtherYears(columns, headers, profiles)) ||
      looksRepeated(looked, firstRow, columns);
    if (!(wanted ?? !isOpen())) timed = { ...timed, added: timed.added ?? false };
    else {
      const noted = withNote(
        timed.table,
        'timesAdded',
        places.map((column) => names[column] ?? ''),
      );
      const before = (noted.rows.at(headerRow) ?? []).length;
      timed = { table: withColumns(noted, headerRow, Math.max(width, before), [made]), added: true };
    }
  }
  return timed;
}

/** Whether columns are amounts of money in one unit, of several years, each of them and each of its parts once. */
function areSlices(
  columns: readonly YearColumn[],
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
  isMoney: boolean,
): boolean {
  const years = new Set(columns.map(({ year }) => year));
  const parts = new Set(columns.map(({ part }) => part));
  const distinct = new Set(columns.map(({ year, part }) => `${year} ${part}`));
  const [first] = columns;
  const { unit, currency } = headers[first?.column ?? -1] ?? {};
  const looksMoney = columns.some(({ column }) => profiles[column]?.looksLike === 'money');
  return (
    years.size > 1 &&
    distinct.size === columns.length &&
    // Each year has the same parts, or none.
    columns.length === years.size * parts.size &&
    !(parts.size > 1 && parts.has(-1)) &&
    (isMoney || looksMoney || (unit ?? null) !== null || (currency ?? null) !== null) &&
    columns.every(
      ({ column }) =>
        headers[column]?.unit === unit &&
        headers[column]?.currency === currency &&
        (profiles[column]?.numberShare ?? 0) > 0.5,
    )
  );
}

/** Whether the name of a made column says the unit and the currency of those that it sums. */
function saysSame(name: string, header: HeaderWords | undefined): boolean {
  const { unit, currency } = readHeader(name);
  return unit === header?.unit && currency === header?.currency;
}

/** Whether other columns hold what was or will be spent in years that these lack. */
function hasOtherYears(
  columns: readonly YearColumn[],
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
): boolean {
  const years = new Set(columns.map(({ year }) => year));
  return headers.some(({ phrase }, column) => {
    const said = yearOf(phrase);
    return (
      said !== null &&
      EXPECTED.test(said.rest) &&
      !years.has(said.year) &&
      (profiles[column]?.numberShare ?? 0) > 0.5
    );
  });
}

/** Two amounts that differ by so little of the larger one are nearly the same. */
const NEARLY = 0.1;
/** So many pairs of years show whether amounts ever fall. */
const PAIRS = 3;

/** Whether amounts are nearly the same from year to year, or never fall: then each may say all of the money again. */
function looksRepeated({ rows }: Table, firstRow: number, columns: readonly YearColumn[]): boolean {
  const commas = new Map(
    columns.map(({ column }) => [column, decimalSign(columnCells(rows, column, firstRow)) === ',']),
  );
  const years = [...new Set(columns.map(({ year }) => year))];
  let [pairs, near, falls] = [0, 0, 0];
  for (let index = firstRow; index < rows.length; index += 1) {
    const sums = years.map((year) =>
      columns.reduce((sum, each) => {
        if (each.year !== year) return sum;
        const amount = readAmount(tidyLine(cellAt(rows, index, each.column)).text, commas.get(each.column));
        return typeof amount === 'string' ? sum : sum + amount.value;
      }, 0),
    );
    for (const [at, sum] of sums.entries()) {
      const next = sums[at + 1];
      if (next === undefined || sum === 0) continue;
      pairs += 1;
      if (next < sum) falls += 1;
      if (Math.abs(next - sum) <= NEARLY * Math.max(next, sum)) near += 1;
    }
  }
  return near * 2 > pairs || (pairs >= PAIRS && falls === 0);
}
