import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { cellAt, cellCount, type Rows } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { isNested, numberSort, withUpper } from '../values/headingLevels.ts';
import { isAmount, isAmountsOrUnknown, totalledName, totalOf } from './totalRows.ts';

/** Rows that only head those below them, by their place in the table. */
export interface GroupRows {
  /** What a heading says, without its number; null for any other row. */
  headingAt(index: number): string | null;
  /** The heading that a row stands under, or null. */
  groupOf(index: number): string | null;
  /** What the headings say, in their order. */
  readonly headings: readonly string[];
}

/** No row heads another. */
export const NO_GROUPS: GroupRows = { headingAt: () => null, groupOf: () => null, headings: [] };

/** Rows that sum those below them, as headings of these. */
export interface Summaries extends GroupRows {
  /** What other rows above others are called: they have money of their own, beside that of those below. */
  readonly counted: readonly string[];
}

export const NO_SUMMARIES: Summaries = { ...NO_GROUPS, counted: [] };

/** Rows that head others by either; what the second says of a row's group is nearer to it. */
export function bothGroups(first: GroupRows, second: GroupRows): GroupRows {
  if (second.headings.length === 0) return first;
  return {
    headings: [...first.headings, ...second.headings],
    headingAt: (index) => first.headingAt(index) ?? second.headingAt(index),
    groupOf: (index) => second.groupOf(index) ?? first.groupOf(index),
  };
}

const LONGEST = 100;
/** A number of a heading in a column of its own: 一, A, II, but not 1, which rows of a list have as well. */
const ORDINAL = /^[（(]?(?:[一二三四五六七八九十]{1,3}|[A-Z]|[IVX]{1,5})[)）.、．]?$/;
const LONGEST_ORDINAL = 8;
/** A number before the words of a heading: 一、在建项目, （二）…, 第三批…, A. …, II) …. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}[部章类批][:：、\s]?|(?:[IVX]{1,4}|[A-Z])[.)]\s)\s*/;
/** How many rows follow, or a colon: 数字政府（2个）, Digital:. */
const ANNOUNCES =
  /\s*(?:[（(]\s*共?\s*\d+\s*(?:个|项|件|类|個|項|projects?|items?|initiatives?)[)）]|[:：])\s*$/i;
const NOTE = /^(?:source|note|footnote|\*|数据来源|来源|资料来源|注|备注|说明)/i;
/** A sentence is no heading. */
const SENTENCE = /[.。!?！？]$/;
/** Under so large a share of headings for its rows, names alone may be initiatives of which no more is known. */
const MOST_BARE = 1 / 3;
/** So many other cells has a row of which more is known than the name. */
const KNOWN_CELLS = 2;

/** Nearly every row is told by its second text: whether a cell is an amount is asked only where it can be one. */
const MAY_BE_AMOUNT = /^\s*[-+(\p{Sc}]*\s*\d/u;

interface Candidate {
  readonly index: number;
  readonly text: string;
  /** Its column, and the sort of its number. */
  readonly style: string;
  readonly numbered: boolean;
  /** True where the row cannot be an initiative of which only the name is known. */
  readonly sure: boolean;
}

/** What a row that may be a heading says; null for any other. */
function candidateOf(
  rows: Rows,
  index: number,
  nameColumns: readonly number[],
  isLast: boolean,
): Candidate | null {
  let ordinal = '';
  let text = '';
  let column = -1;
  let same = 0;
  let amounts = 0;
  let first = '';
  // Cells that nobody asks for are never cut out of a long text.
  const cells = cellCount(rows, index);
  for (let at = 0; at < cells; at += 1) {
    const raw = cellAt(rows, index, at);
    if (isBlank(raw)) continue;
    if (first === '') first = raw;
    if (
      text === '' &&
      ordinal === '' &&
      raw.length <= LONGEST_ORDINAL &&
      !nameColumns.includes(at) &&
      ORDINAL.test(raw.trim())
    ) {
      ordinal = raw.trim();
      continue;
    }
    if (text !== '' && raw === text) same += 1;
    else if (MAY_BE_AMOUNT.test(raw) && isAmount(raw)) {
      // What stands before the words is a number of the row, not a sum of those below.
      if (text === '') return null;
      amounts += 1;
    } else if (text === '') {
      text = raw;
      column = at;
    } else return null;
  }
  const said = tidyLine(text).text;
  if (said === '' || said.length > LONGEST || SENTENCE.test(said) || NOTE.test(said)) return null;
  if (totalOf(rows.at(index) ?? [], first, isLast) !== null) return null;
  const aside = nameColumns.every((name) => column < name);
  const numbered = ordinal !== '' || NUMBERED.test(said) || ANNOUNCES.test(said);
  const sure = numbered || same >= 2 || (aside && amounts === 0);
  if (!sure && amounts > 0) return null;
  const plain = said.replace(NUMBERED, '').replace(ANNOUNCES, '').trim();
  const number = ordinal === '' ? (NUMBERED.exec(said)?.[0] ?? '') : ordinal;
  const style = `${ordinal === '' ? column : 'own'} ${numberSort(number)}`;
  return { index, text: plain === '' ? said : plain, style, numbered: number !== '', sure };
}

const filledCells = (row: readonly string[]): number =>
  row.reduce((n, cell) => (isBlank(cell) ? n : n + 1), 0);

/**
 * Finds the rows from `firstRow` to before `end` that only head those below: merged over the row, numbered in another
 * way than its rows, beside the column of names, or, where every row stands under one, with a name and nothing else.
 * A name alone is an initiative of which no more is known wherever it could be one: the first row and no row beside
 * another may be bare then, and every other row must say more. Rows that `isHeader` says name the columns again.
 */
export function findGroups(
  { rows, lines, headingLines = [] }: Table,
  firstRow: number,
  end: number,
  nameColumns: readonly number[],
  isHeader: (row: readonly string[]) => boolean,
): GroupRows {
  const merged = new Set(headingLines);
  /** The next row in a direction that says something. */
  const filledFrom = (from: number, step: 1 | -1): number => {
    let index = from;
    while (index > 0 && index < end && (rows.at(index) ?? []).every((cell) => isBlank(cell))) index += step;
    return index;
  };
  const candidates: Candidate[] = [];
  for (let index = firstRow; index < end; index += 1) {
    const found = candidateOf(rows, index, nameColumns, index === end - 1);
    if (!found) continue;
    // A board names its columns again below the name of a group.
    const sure = merged.has(lines[index] ?? 0) || isHeader(rows.at(filledFrom(index + 1, 1)) ?? []);
    candidates.push(sure ? { ...found, sure } : found);
  }
  if (candidates.length === 0) return NO_GROUPS;
  const totalled = totalledNames(rows, firstRow, end);
  for (const [at, each] of candidates.entries())
    if (totalled.has(matchKey(each.text))) candidates[at] = { ...each, sure: true };
  const byIndex = new Map(candidates.map((each) => [each.index, each]));
  const title = firstRow < 2 ? null : candidateOf(rows, filledFrom(firstRow - 2, -1), nameColumns, false);
  const isNamedAgain = candidates.some(({ index }) => isHeader(rows.at(filledFrom(index + 1, 1)) ?? []));
  const opening = title !== null && isNamedAgain ? title.text : null;
  const named = (row: readonly string[]): boolean => nameColumns.some((column) => !isBlank(row[column]));
  /** The next row below that says something and names no columns; null at the end. */
  const below = (index: number): number | null => {
    for (let next = index + 1; next < end; next += 1) {
      const row = rows.at(next) ?? [];
      if (row.some((cell) => !isBlank(cell)) && !isHeader(row)) return next;
    }
    return null;
  };
  /** Whether rows stand under a heading, perhaps below another one. */
  const heads = (each: Candidate): boolean => {
    let next = below(each.index);
    while (next !== null && byIndex.get(next)?.sure) next = below(next);
    // A name alone below a sure heading is an initiative of which no more is known.
    return next !== null && named(rows.at(next) ?? []);
  };
  const others = countOthers(rows, firstRow, end, byIndex, isHeader, nameColumns);
  // A list that numbers every row so has no headings.
  const sure = others.numbered * 5 > others.rows ? [] : candidates.filter((each) => each.sure && heads(each));
  const bare = candidates.filter((each) => !each.sure);
  const accepted = sure.length > 0 && bare.length > 0 ? sure : [...sure, ...(isGrouping(bare) ? bare : [])];

  function isGrouping(all: readonly Candidate[]): boolean {
    // One that says to head the next one does not count: its rows are those of the lower one.
    const lowest = all.filter(({ index, text }) => {
      const next = byIndex.get(below(index) ?? -1);
      return next === undefined || !isNested(text, next.text);
    });
    if (all.length < 2 || others.fewest < KNOWN_CELLS + 1) return false;
    if (lowest.length > others.rows * MOST_BARE + 1 || others.rows < lowest.length * 2) return false;
    if (below(firstRow - 1) !== all[0]?.index) return false;
    return lowest.every(({ index }) => {
      const next = below(index);
      return next !== null && !byIndex.has(next) && named(rows.at(next) ?? []);
    });
  }

  if (accepted.length === 0) return NO_GROUPS;
  const places = accepted.map(({ index }) => index);
  const texts = withUpper(
    accepted.map((each, at) => {
      const before = accepted[at - 1];
      return { ...each, direct: before !== undefined && below(before.index) === each.index };
    }),
  );
  const headings = new Map(places.map((index, at) => [index, texts[at] ?? '']));
  return {
    headings: [...(opening === null ? [] : [opening]), ...texts],
    headingAt: (index) => headings.get(index) ?? null,
    groupOf(index) {
      let [low, high] = [0, places.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle] ?? 0) < index) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? opening : (headings.get(places[low - 1] ?? -1) ?? null);
    },
  };
}

/** What rows say that they sum: the heading above that many rows says the same. */
function totalledNames(rows: Rows, firstRow: number, end: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (let index = firstRow; index < end; index += 1) {
    let column = 0;
    while (column < cellCount(rows, index) && isBlank(cellAt(rows, index, column))) column += 1;
    // Nearly every row is told by its first text.
    const first = cellAt(rows, index, column);
    const name = totalledName(first);
    if (name !== null && isAmountsOrUnknown(rows.at(index) ?? [], first)) names.add(name);
  }
  return names;
}

/** The rows that are no headings: how many, how many of them are numbered like one, and the fewest cells that one fills. */
function countOthers(
  rows: Rows,
  firstRow: number,
  end: number,
  candidates: ReadonlyMap<number, Candidate>,
  isHeader: (row: readonly string[]) => boolean,
  nameColumns: readonly number[],
): { readonly rows: number; readonly numbered: number; readonly fewest: number } {
  let [count, numbered, fewest] = [0, 0, Number.POSITIVE_INFINITY];
  for (let index = firstRow; index < end; index += 1) {
    if (candidates.has(index)) continue;
    const row = rows.at(index) ?? [];
    const filled = filledCells(row);
    const first = row.find((cell) => !isBlank(cell)) ?? '';
    if (filled === 0 || isHeader(row) || totalOf(row, first, index === end - 1) !== null) continue;
    count += 1;
    if (filled < fewest) fewest = filled;
    const name = row[nameColumns[0] ?? -1] ?? '';
    if (NUMBERED.test(name.trim()) || ORDINAL.test(first.trim())) numbered += 1;
  }
  return { rows: count, numbered, fewest };
}
