import type { ImportPlan } from '../contract.ts';
import { NO_SUMMARIES, type Summaries } from '../rows/groupRows.ts';
import type { ParentRows } from '../rows/parentRows.ts';
import { totalOf } from '../rows/totalRows.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import { cellAt, columnCells } from '../table/rows.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import { commaIsDecimal } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';
import { ownName } from '../values/splitNames.ts';
import { readYesNo } from '../values/statusWords.ts';
import { findLevels, type Levels, summaryColumn } from './outlineColumns.ts';

const MAX_NAME = 200;
/** Amounts are rounded where they are shown. */
const ROUNDED = 0.001;
/** What share of the upper rows with amounts must sum those below them before that is the list's habit. */
const HABIT = 0.8;
/**
 * So many amounts do not add up to another by chance; so few may, where under so large a share of the upper rows sum.
 */
const MANY = 3;
const FEW = 2;
const FEW_SHARE = 0.5;
/** No list has more rows above each other. */
const DEEPEST = 50;

/** A row above others, with those right below it. */
interface Upper {
  readonly index: number;
  readonly below: number[];
}

/**
 * Finds the rows of a list that only sum those below them, by a column that marks them, or by their amounts where rows name
 * those above them or stand on levels: as initiatives of their own all their money would be counted twice. An upper row
 * with money of its own is none.
 */
export function findSummaries(
  table: Table,
  plan: ImportPlan,
  names: ColumnNames,
  end: number,
  moneyColumns: readonly number[],
  parents: ParentRows,
  isHeading: (index: number) => boolean = () => false,
): Summaries {
  const firstRow = plan.headerRow + 1;
  const nameColumn = plan.columns.name;
  if (nameColumn === undefined) return NO_SUMMARIES;
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
  if (moneyColumns.length === 0) return NO_SUMMARIES;
  const sums = moneyColumns.map((column) => amountsIn(table, column, firstRow));
  const named = namedUppers(table, parents, firstRow, end);
  const levels = named.length > 0 ? null : findLevels(table, plan, names, firstRow, nameColumn);
  const uppers = levels === null ? named : uppersOf(table, levels, firstRow, end);
  if (uppers.length === 0) return headed(findBlocks(table, firstRow, end, sums), nameAt);
  const { left, counted } = summing(uppers, sums);
  return {
    ...headed(left, nameAt),
    counted: counted.map(({ index }) => nameAt(index)).filter((name) => name !== ''),
  };
}

/**
 * The upper rows that say the sum of what is right below them, in every column in which they say an amount, and those
 * that say another amount while there are amounts below them.
 */
function summing(
  uppers: readonly Upper[],
  sums: readonly Amounts[],
): { readonly left: readonly Upper[]; readonly counted: readonly Upper[] } {
  const belowOf = new Map(uppers.map(({ index, below }) => [index, below]));
  /** What a row stands for: its amount, or where it has none what those below it add up to. */
  const worth = (amountAt: Amounts, index: number, depth = 0): number => {
    const stated = amountAt(index) ?? 0;
    if (stated !== 0 || depth === DEEPEST) return stated;
    return (belowOf.get(index) ?? []).reduce((sum, each) => sum + worth(amountAt, each, depth + 1), 0);
  };
  /** How many amounts below a row add up to its own; 0 where they do not, null where it has none. */
  const proofOf = ({ index, below }: Upper): number | null => {
    let proof: number | null = null;
    for (const amountAt of sums) {
      const stated = amountAt(index) ?? 0;
      if (stated === 0) continue;
      const amounts = below.map((each) => worth(amountAt, each));
      const sum = amounts.reduce((all, each) => all + each, 0);
      if (Math.abs(sum - stated) > Math.abs(stated) * ROUNDED) return 0;
      proof = Math.max(proof ?? 0, amounts.filter((each) => each > 0).length);
    }
    return proof;
  };
  const said = uppers.map((upper) => ({ upper, proof: proofOf(upper) }));
  const withMoney = said.filter(({ proof }) => proof !== null);
  const share = withMoney.filter(({ proof }) => (proof ?? 0) > 0).length / Math.max(1, withMoney.length);
  // One row below another with the same amount may be chance; several that add up to it are none.
  const isHabit = share >= HABIT && withMoney.some(({ proof }) => (proof ?? 0) >= FEW);
  const enough = share >= FEW_SHARE ? FEW : MANY;
  const isLeft = (proof: number | null): boolean => (isHabit ? proof !== 0 : (proof ?? 0) >= enough);
  const left = said.filter(({ proof }) => isLeft(proof));
  const counted = said.filter(
    ({ upper, proof }) =>
      proof !== null &&
      !isLeft(proof) &&
      upper.below.some((below) => sums.some((amountAt) => (amountAt(below) ?? 0) > 0)),
  );
  return { left: left.map(({ upper }) => upper), counted: counted.map(({ upper }) => upper) };
}

type Amounts = (index: number) => number | null;

/** So many blocks of at least so many rows below their first one are no chance, even without a total that says so. */
const BLOCKS = 2;

/**
 * The upper rows of a table with groups and no levels, as a pivot table or a sheet whose levels were lost writes them: all of
 * it falls into blocks whose first row sums the others, in each column of amounts, and its own total is half of what its
 * rows add up to, or it has none and several blocks.
 */
function findBlocks(table: Table, firstRow: number, end: number, sums: readonly Amounts[]): readonly Upper[] {
  const last = table.rows.at(end - 1) ?? [];
  const isTotal = totalOf(last, last.find((cell) => !isBlank(cell)) ?? '', true) === 'all';
  const [first] = sums;
  if (first === undefined) return [];
  const upTo = isTotal ? end - 1 : end;
  if (isTotal) {
    const stated = first(end - 1) ?? 0;
    let whole = 0;
    for (let index = firstRow; index < upTo; index += 1) whole += first(index) ?? 0;
    if (stated === 0 || Math.abs(whole - 2 * stated) > Math.abs(stated) * ROUNDED) return [];
  }
  const blocks: Upper[] = [];
  let stated: readonly number[] = [];
  let added: readonly number[] = [];
  /** What the rows of the open block have more than its first row says; below 0 there is more to come. */
  const over = (column: number): number => (added[column] ?? 0) - (stated[column] ?? 0);
  const isFull = (): boolean => stated.every((amount, column) => Math.abs(over(column)) <= amount * ROUNDED);
  for (let index = firstRow; index < upTo; index += 1) {
    const said = sums.map((amountAt) => amountAt(index));
    if (said.every((amount) => amount === null)) continue;
    const amounts = said.map((amount) => amount ?? 0);
    if (isFull()) {
      if (amounts[0] === 0) return [];
      stated = amounts;
      added = amounts.map(() => 0);
      blocks.push({ index, below: [] });
      continue;
    }
    added = added.map((sum, column) => sum + (amounts[column] ?? 0));
    blocks.at(-1)?.below.push(index);
    // No amount is below zero: what is too much stays so, and nearly every list ends here after a few rows.
    if (stated.some((amount, column) => over(column) > amount * ROUNDED)) return [];
  }
  if (!isFull()) return [];
  const isSure = isTotal
    ? blocks.some(({ below }) => below.length >= FEW)
    : blocks.length >= BLOCKS && blocks.every(({ below }) => below.length >= FEW);
  return isSure ? blocks : [];
}

/** The rows that others name as standing above them, in order. */
function namedUppers(
  table: Table,
  { column, rows }: ParentRows,
  firstRow: number,
  end: number,
): readonly Upper[] {
  if (rows.size === 0) return [];
  const below = new Map<number, number[]>();
  const parentOf = new Map<number, number>();
  /** Whether a row stands below another, which then cannot stand below it, or deeper than lists go. */
  const isBelow = (index: number, other: number): boolean => {
    let depth = 0;
    for (let at: number | undefined = index; at !== undefined; at = parentOf.get(at)) {
      if (at === other || depth === DEEPEST) return true;
      depth += 1;
    }
    return false;
  };
  for (let index = firstRow; index < end; index += 1) {
    const cell = cellAt(table.rows, index, column);
    const above = cell === '' ? undefined : rows.get(tidyLine(cell).text);
    if (above === undefined || above >= end || isBelow(above, index)) continue;
    parentOf.set(index, above);
    const others = below.get(above);
    if (others) others.push(index);
    else below.set(above, [index]);
  }
  return [...below].sort(([a], [b]) => a - b).map(([index, rows]) => ({ index, below: rows }));
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
function headed(uppers: readonly Upper[], nameAt: (index: number) => string): Summaries {
  const heads = uppers.filter(({ index, below }) => below.length > 0 && nameAt(index) !== '');
  if (heads.length === 0) return NO_SUMMARIES;
  const texts = new Map(heads.map(({ index }) => [index, nameAt(index)]));
  const groups = new Map(heads.flatMap(({ index, below }) => below.map((each) => [each, nameAt(index)])));
  return {
    headings: [...texts.values()],
    headingAt: (index) => texts.get(index) ?? null,
    groupOf: (index) => groups.get(index) ?? null,
    counted: [],
  };
}
