import { isBlank, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { commaIsDecimal } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';
import { headerWords } from './listNames.ts';

/** The column of a table of links that says how much of an initiative goes to what a row names. */
export interface WeightColumn {
  readonly column: number;
  readonly header: string;
  /** What a cell weighs, in the column's own unit; null where it is blank, below zero or no number. */
  weigh(cell: string): number | null;
  /** True where the column or its cells say that they are per cents. */
  readonly inPercent: boolean;
}

const NAMED =
  /\b(?:weights?|weighting|shares?|allocation|allocated|split|percent|percentage|pct|proportion|contribution|effort|coverage|anteil|gewicht|gewichtung|part|poids|peso|aandeel)\b|%|权重|占比|份额|比例|贡献|投入/i;
/** A column whose cells are so often numbers is one of weights; words such as "high" weigh nothing. */
const NUMBERS = 0.6;

/** Finds the column of weights among those that fill nothing else; null where there is none. */
export function findWeights(
  table: Table,
  headerRow: number,
  headers: readonly string[],
  taken: ReadonlySet<number>,
): WeightColumn | null {
  const rows = table.rows.slice(headerRow + 1);
  for (const [column, header] of headers.entries()) {
    if (taken.has(column) || !(NAMED.test(headerWords(header)) || header.includes('%'))) continue;
    const cells = rows.flatMap((row) => (isBlank(row[column]) ? [] : [tidyLine(row[column] ?? '').text]));
    const comma = commaIsDecimal(cells);
    const weigh = (cell: string): number | null => {
      const text = tidyLine(cell).text.normalize('NFKC').replace(/\s*%$/, '');
      const amount = text === '' ? 'not_a_number' : readAmount(text, comma);
      return typeof amount === 'string' || amount.currency !== null
        ? null
        : amount.value * (amount.scale ?? 1);
    };
    const numbers = cells.filter((cell) => weigh(cell) !== null).length;
    if (cells.length === 0 || numbers < cells.length * NUMBERS) continue;
    return {
      column,
      header,
      weigh,
      inPercent: header.includes('%') || cells.some((cell) => cell.includes('%')),
    };
  }
  return null;
}

const ROUNDED = 0.011;

/**
 * Weights as shares of their initiative, for lists of weights of one initiative each: per cents and parts of one as they
 * are, for what is left may go elsewhere; any other numbers, such as points or days, against each other. Per cents and
 * parts that add up to more than all are made to fit; `fitted` says of which initiatives.
 */
export function sharesOf(
  lists: readonly (readonly number[])[],
  inPercent: boolean,
): { readonly shares: readonly (readonly number[])[]; readonly fitted: readonly number[] } {
  const sums = lists.map((list) => list.reduce((sum, each) => sum + each, 0));
  const all = lists.flat();
  const isWhole = (per: number): boolean =>
    sums.filter((sum) => Math.abs(sum / per - 1) <= ROUNDED).length * 2 >= sums.length;
  const areParts =
    all.every((each) => each <= 1) &&
    (isWhole(1) || (!inPercent && all.some((each) => !Number.isInteger(each))));
  const per = areParts ? 1 : inPercent || isWhole(100) ? 100 : null;
  const fitted = sums.flatMap((sum, at) => (per !== null && sum > per * (1 + ROUNDED) ? [at] : []));
  const shares = lists.map((list, at) => {
    const sum = sums[at] ?? 0;
    const unit = per === null || sum > per ? sum : per;
    return list.map((each) => (unit === 0 ? 0 : each / unit));
  });
  return { shares, fitted };
}
