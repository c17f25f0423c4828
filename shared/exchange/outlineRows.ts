import { isBlank, tidyLine } from './cellText.ts';
import type { ImportPlan } from './contract.ts';
import { type GroupRows, NO_GROUPS } from './groupRows.ts';
import { commaIsDecimal, readAmount } from './moneyText.ts';
import { findLevels, type Levels, summaryColumn } from './outlineColumns.ts';
import { cellAt, columnCells } from './rows.ts';
import { ownName } from './splitNames.ts';
import { readYesNo } from './statusWords.ts';
import type { ColumnNames, Table } from './table.ts';
import { totalOf } from './totalRows.ts';

const MAX_NAME = 200;
/** Amounts are rounded where they are shown. */
const ROUNDED = 0.001;
/** What share of the upper rows with amounts must sum those below them before that is the list's habit. */
const HABIT = 0.8;

/** A row above others, with those right below it. */
interface Upper {
  readonly index: number;
  readonly below: number[];
}

/**
 * Finds the rows of a list with levels that only sum those below them, by a column that marks them or by their amounts:
 * as initiatives of their own all their money would be counted twice. An upper row with money of its own is none.
 */
export function findSummaries(
  table: Table,
  plan: ImportPlan,
  names: ColumnNames,
  end: number,
  moneyColumns: readonly number[],
  isHeading: (index: number) => boolean = () => false,
): GroupRows {
  const firstRow = plan.headerRow + 1;
  const nameColumn = plan.columns.name;
  if (nameColumn === undefined) return NO_GROUPS;
  // A heading says already what stands under it.
  const nameAt = (index: number): string =>
    isHeading(index) ? '' : (ownName(cellAt(table.rows, index, nameColumn)) ?? '').slice(0, MAX_NAME);
  const marked = summaryColumn(table, names, firstRow);
  if (marked !== null) {
    const found: Upper[] = [];
    for (let index = firstRow; index < end; index += 1)
      if (readYesNo(tidyLine(cellAt(table.rows, index, marked)).text) === true)
        found.push({ index, below: [] });
      else found.at(-1)?.below.push(index);
    return headed(found, nameAt);
  }
  if (moneyColumns.length === 0) return NO_GROUPS;
  const levels = findLevels(table, plan, names, firstRow, nameColumn);
  const sums = moneyColumns.map((column) => amountsIn(table, column, firstRow));
  if (levels === null) return headed(findBlocks(table, firstRow, end, sums), nameAt);
  const uppers = uppersOf(table, levels, firstRow, end);
  /** Whether an upper row says the sum of those below it; null where it has no amounts. */
  const sumsUp = ({ index, below }: Upper): boolean | null => {
    let isSum: boolean | null = null;
    for (const amountAt of sums) {
      const stated = amountAt(index);
      if (stated === null || stated === 0) continue;
      const sum = below.reduce((all, each) => all + (amountAt(each) ?? 0), 0);
      if (Math.abs(sum - stated) > Math.abs(stated) * ROUNDED) return false;
      isSum = true;
    }
    return isSum;
  };
  const said = uppers.map((upper) => ({ upper, isSum: sumsUp(upper) }));
  const withMoney = said.filter(({ isSum }) => isSum !== null);
  const summing = withMoney.filter(({ isSum }) => isSum === true);
  // One row below another with the same amount may be chance; several that add up to it are none.
  const isProved = summing.some(
    ({ upper }) =>
      upper.below.filter((each) => sums.some((amountAt) => (amountAt(each) ?? 0) > 0)).length >= 2,
  );
  if (!isProved || summing.length < withMoney.length * HABIT) return NO_GROUPS;
  return headed(
    said.flatMap(({ upper, isSum }) => (isSum === false ? [] : [upper])),
    nameAt,
  );
}

type Amounts = (index: number) => number | null;

/**
 * The upper rows of a table with groups and no levels, as a pivot table writes them: its own total is half of what its rows
 * add up to, and it falls into blocks whose first row sums the others, in each column of amounts.
 */
function findBlocks(table: Table, firstRow: number, end: number, sums: readonly Amounts[]): readonly Upper[] {
  const last = table.rows.at(end - 1) ?? [];
  const isTotal = totalOf(last, last.find((cell) => !isBlank(cell)) ?? '', true) === 'all';
  const [first] = sums;
  const stated = isTotal && first ? (first(end - 1) ?? 0) : 0;
  if (first === undefined || stated === 0) return [];
  const rows = Array.from({ length: end - 1 - firstRow }, (_, at) => firstRow + at).filter((index) =>
    (table.rows.at(index) ?? []).some((cell) => !isBlank(cell)),
  );
  const whole = rows.reduce((sum, index) => sum + (first(index) ?? 0), 0);
  if (Math.abs(whole - 2 * stated) > Math.abs(stated) * ROUNDED) return [];
  const blocks: Upper[] = [];
  for (let at = 0; at < rows.length; ) {
    const upper = rows[at] ?? 0;
    if ((first(upper) ?? 0) === 0) return [];
    const added = sums.map(() => 0);
    const isFull = (): boolean =>
      sums.every((amountAt, column) => {
        const amount = amountAt(upper) ?? 0;
        return Math.abs((added[column] ?? 0) - amount) <= Math.abs(amount) * ROUNDED;
      });
    let next = at + 1;
    for (; next < rows.length && !isFull(); next += 1)
      for (const [column, amountAt] of sums.entries())
        added[column] = (added[column] ?? 0) + (amountAt(rows[next] ?? 0) ?? 0);
    if (!isFull()) return [];
    blocks.push({ index: upper, below: rows.slice(at + 1, next) });
    at = next;
  }
  return blocks.some(({ below }) => below.length >= 2) ? blocks : [];
}

/** The rows that stand right above others, in order. */
function uppersOf(table: Table, levels: Levels, firstRow: number, end: number): readonly Upper[] {
  const open: { readonly level: number; readonly upper: Upper }[] = [];
  const all: Upper[] = [];
  for (let index = firstRow; index < end; index += 1) {
    const level = levels.of(index);
    if (level === null || (table.rows.at(index) ?? []).every((cell) => isBlank(cell))) continue;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const above = open.at(-1)?.upper;
    if (above && levels.isAbove(above.index, index)) above.below.push(index);
    const upper: Upper = { index, below: [] };
    all.push(upper);
    open.push({ level, upper });
  }
  return all.filter(({ below }) => below.length > 0);
}

function amountsIn({ rows }: Table, column: number, firstRow: number): Amounts {
  let comma: boolean | null = null;
  return (index) => {
    // The whole column is looked at for its comma, and most lists never ask.
    comma ??= commaIsDecimal(columnCells(rows, column, firstRow));
    const amount = readAmount(tidyLine(cellAt(rows, index, column)).text, comma);
    return typeof amount === 'string' ? null : amount.value * (amount.scale ?? 1);
  };
}

/** Rows as headings of those below them. */
function headed(uppers: readonly Upper[], nameAt: (index: number) => string): GroupRows {
  const heads = uppers.filter(({ index, below }) => below.length > 0 && nameAt(index) !== '');
  if (heads.length === 0) return NO_GROUPS;
  const texts = new Map(heads.map(({ index }) => [index, nameAt(index)]));
  const groups = new Map(heads.flatMap(({ index, below }) => below.map((each) => [each, nameAt(index)])));
  return {
    headings: [...texts.values()],
    headingAt: (index) => texts.get(index) ?? null,
    groupOf: (index) => groups.get(index) ?? null,
  };
}
