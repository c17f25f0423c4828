import type { SkipReason } from '../contract.ts';
import { isBlank, matchKey } from '../table/cellText.ts';
import type { Rows } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { BETWEEN } from '../values/headingLevels.ts';
import { bothGroups, findGroups, type GroupRows, NO_SUMMARIES, type Summaries } from './groupRows.ts';
import {
  endsAsTotal,
  isAllAmounts,
  isAmountsOrUnknown,
  sumsSilently,
  totalledName,
  totalOf,
} from './totalRows.ts';

const NOTE_START =
  /^(?:source|sources|note|notes|footnote|disclaimer|\*|†|‡|§|¶|\(\d+\)|\([a-z]\)|\[[a-z\d]{1,2}\]|[¹²³⁴-⁹]|数据来源|来源|资料来源|注|备注|说明)/i;

/** A group of a board has no more rows; the sum of a longer one is not looked for. */
const BLOCK = 500;
/** Who filled a form in, and when: it stands below the rows, in several cells. */
const SIGNED =
  /^(?:填报人|填表人|制表人?|制单|审核人?|复核|经办人|联系人|联系电话|单位负责人|负责人签字|盖章|填报日期|填表日期|制表日期|prepared by|approved by|reviewed by|signed|report (?:date|generated)|generated (?:on|by)|printed|erstellt (?:von|am)|stand|date d['’]édition|fecha de corte|elaboró|作成者|作成日)\s*[:：]/i;

/**
 * Where the table's body ends: after the last row that fills more than one cell and is no signature (or the last row of
 * a one-column list).
 */
export function bodyEnd(table: Table, firstRow: number, width: number): number {
  const { rows } = table;
  if (width < 2) return rows.length;
  for (let index = rows.length - 1; index >= firstRow; index -= 1) {
    const row = rows.at(index) ?? [];
    let filled = 0;
    for (const cell of row) if (!isBlank(cell)) filled += 1;
    if (filled > 1 && !SIGNED.test((row.find((cell) => !isBlank(cell)) ?? '').trim())) return index + 1;
  }
  return firstRow;
}

const HASHED = 24;
/** A list whose rows are all alike must not make comparing quadratic: so many rows of one signature are compared. */
const MOST_ALIKE = 200;

/** A number that equal rows share: of their name's characters, and of how long every cell is. */
function signatureOf(row: readonly string[], nameColumn: number): number {
  const name = row[nameColumn] ?? '';
  let hash = name.length;
  // A longer name differs at its ends; reading all of it would cost more than comparing.
  const middle = name.length > HASHED ? HASHED / 2 : name.length;
  for (let at = 0; at < middle; at += 1) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  for (let at = Math.max(middle, name.length - HASHED / 2); at < name.length; at += 1)
    hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  // Cells missing at the end of a row are as good as empty ones.
  for (let at = 0; at < row.length; at += 1) {
    const length = row[at]?.length ?? 0;
    if (length > 0) hash = (Math.imul(hash, 31) + length * 64 + at) | 0;
  }
  return hash;
}

/**
 * Finds the rows that are the same as an earlier one. Only rows with one signature are compared; they hang together in
 * arrays of numbers, for a map with an entry a row would take longer than reading the rows.
 */
function createDuplicates(
  { rows }: Table,
  firstRow: number,
  nameColumn: number,
): (index: number, row: readonly string[]) => boolean {
  const total = Math.max(0, rows.length - firstRow);
  const signatures = new Int32Array(total);
  /** The earlier row of the same slot, counted from 1; 0 ends the chain. */
  const before = new Int32Array(total);
  const lastOf = new Int32Array(1 << (33 - Math.clz32(total)));
  return (index, row) => {
    const at = index - firstRow;
    const signature = signatureOf(row, nameColumn);
    signatures[at] = signature;
    const slot = (signature ^ (signature >>> 16)) & (lastOf.length - 1);
    const first = lastOf[slot] ?? 0;
    let compared = 0;
    for (let other = first; other !== 0; other = before[other - 1] ?? 0) {
      if (signatures[other - 1] !== signature) continue;
      if (sameCells(row, rows, firstRow + other - 1)) return true;
      compared += 1;
    }
    if (compared < MOST_ALIKE) {
      before[at] = first;
      lastOf[slot] = at + 1;
    }
    return false;
  };
}

function sameCells(row: readonly string[], rows: Rows, index: number): boolean {
  const other = rows.at(index) ?? [];
  const length = Math.max(row.length, other.length);
  for (let column = 0; column < length; column += 1)
    if ((row[column] ?? '') !== (other[column] ?? '')) return false;
  return true;
}

/** The number of a page, as tops of pages say it: page 2, Seite 2 von 9, 第 2 页, 2/9. */
const PAGE =
  /\b(?:page|pg|p\.|seite|página|pagina|pág|pag|strona|strana|sida|side)\.?\s*\d+(?:\s*(?:of|von|de|di|sur|av|z|\/)\s*\d+)?|第\s*\d+\s*[页頁]|^\d+\s*\/\s*\d+$/giu;
/** What a page says at its top but for its number: "Section 2" is no second "Section 1". */
const withoutPage = (cell: string): string => cell.replace(PAGE, '#');

/**
 * Tells the rows that say the names of the columns again, or the lines above these as a new page does, or number the
 * columns: `(1)`, `(2)`, `(3)` below the header.
 */
export function createHeaderCheck(
  { rows }: Table,
  headerRow: number,
): (row: readonly string[], index?: number) => boolean {
  const names = rows.at(headerRow) ?? [];
  const first = names.findIndex((name) => !isBlank(name));
  const named = names.filter((name) => !isBlank(name)).length;
  const above = new Map(
    rows
      .slice(0, headerRow)
      .map((line) => [line.findIndex((cell) => !isBlank(cell)), line.map(withoutPage)] as const)
      .filter(([at, line]) => /\p{L}{2}/u.test(line[at] ?? ''))
      .map(([at, line]) => [line[at] ?? '', { at, line }]),
  );
  /** Where such a line begins; nearly every row is told by having none of their first texts there. */
  const starts = [...new Set([...above.values()].map(({ at }) => at))];
  const isPageTop = (row: readonly string[]): boolean =>
    starts.some((at) => {
      const top = above.get(withoutPage(row[at] ?? ''));
      return top?.at === at && row.every((cell, column) => withoutPage(cell) === (top.line[column] ?? ''));
    });
  return (row, index) => {
    if (index === headerRow + 1 && numbersColumns(row)) return true;
    // A program that says its names again says them in the same letters; nearly every row is told by its first cell.
    if (named >= 2 && row[first] === names[first] && sameCells(row, rows, headerRow)) return true;
    return above.size > 0 && isPageTop(row);
  };
}

/** Whether a row counts its columns, from one on and without a gap. */
function numbersColumns(row: readonly string[]): boolean {
  const cells = row.filter((cell) => !isBlank(cell));
  return (
    cells.length >= 3 &&
    cells.every((cell, at) => /^[（([]?(\d{1,2})[)）\]]?$/.exec(cell.trim())?.[1] === String(at + 1))
  );
}

/** The rows of a list that do not come in, and what those that head others say. */
export interface RowKinds {
  /** Why a row is skipped; null for one that comes in. Rows are asked for in order. */
  skip(index: number, row: readonly string[]): SkipReason | null;
  readonly groups: GroupRows;
  /** What rows are called that sum those below them; they are among the headings of `groups`. */
  readonly summed: readonly string[];
  /** What rows above others are called whose own money comes in beside that of those below. */
  readonly counted: readonly string[];
  /** Whether a row of totals sums only a part of the rows. */
  isPart(row: readonly string[]): boolean;
}

/**
 * Finds rows that are skipped on purpose. A duplicate is a row whose every cell equals an earlier row's. Rows that head
 * others are looked for where `grouped` says so; `summaries` finds, among those that are no headings, rows that sum those below them.
 */
export function findRowKinds(
  table: Table,
  headerRow: number,
  width: number,
  nameColumns: readonly number[],
  grouped: boolean,
  summaries: (isHeading: (index: number) => boolean) => Summaries = () => NO_SUMMARIES,
): RowKinds {
  const firstRow = headerRow + 1;
  const end = bodyEnd(table, firstRow, width);
  const isDuplicate = createDuplicates(table, firstRow, nameColumns[0] ?? -1);
  const isHeader = createHeaderCheck(table, headerRow);
  const headed = findGroups(table, firstRow, grouped ? end : firstRow, nameColumns, isHeader);
  const summed = summaries((index) => headed.headingAt(index) !== null);
  const groups = bothGroups(headed, summed);
  /** True from the first note below the body on: what follows it in single cells belongs to it. */
  let inNotes = false;
  /** The first row of the block that is being walked through: below a gap, a heading, or a sum. */
  let blockStart = firstRow;
  /** The rows so far that sum others. */
  const sums = new Set<number>();
  /** What the last of them begins with, where it sums every group. */
  let ofAll: string | null = null;
  /** Whether a row whose first words name a group and its total is that: it has no name, or sums the rows above it. */
  const sumsGroup = (
    row: readonly string[],
    first: string,
    since: number,
    index: number,
    isNameless: boolean,
  ): boolean => {
    if (!isAllAmounts(row, first)) return false;
    const amounts = row.map((cell) => (cell === first ? '' : cell));
    if (isNameless || (index - since <= BLOCK && sumsSilently(table.rows, since, index, amounts)))
      return true;
    // The last of all may sum every group, beside their own sums.
    if (index !== end - 1 || sums.size === 0) return false;
    if (!sumsSilently(table.rows, firstRow, index, amounts, sums)) return false;
    ofAll = first;
    return true;
  };
  const headings = new Set(headed.headings.flatMap((heading) => heading.split(BETWEEN).map(matchKey)));
  /** Whether a row sums what a heading above heads, for it says so again: Total Works in Progress. */
  const sumsHeading = (row: readonly string[], first: string): boolean =>
    headings.size > 0 && headings.has(totalledName(first) ?? '') && isAmountsOrUnknown(row, first);
  const firstCell = (row: readonly string[]): string => row.find((cell) => !isBlank(cell)) ?? '';
  return {
    groups,
    summed: summed.headings,
    counted: summed.counted,
    isPart: (row) => {
      const first = firstCell(row);
      if (first === ofAll) return false;
      if (sumsHeading(row, first)) return true;
      const of = totalOf(row, first, true);
      return of === 'part' || (of === null && endsAsTotal(first));
    },
    skip(index, row) {
      let filled = 0;
      let first = '';
      for (const cell of row) {
        if (isBlank(cell)) continue;
        filled += 1;
        if (first === '') first = cell;
        if (filled > 1) break;
      }
      const since = blockStart;
      if (filled === 0) {
        blockStart = index + 1;
        return 'blank';
      }
      if (index >= end && end > firstRow) {
        if (SIGNED.test(first.trim())) return 'footnote';
        if (filled === 1) {
          const afterGap = (table.rows.at(index - 1) ?? []).every((cell) => isBlank(cell));
          const text = first.trim();
          const aside = !isBlank(row[0]) && nameColumns.every((column) => isBlank(row[column]));
          inNotes ||= NOTE_START.test(text) || text.length > 60 || /[.。]$/.test(text) || afterGap || aside;
          if (inNotes) return 'footnote';
        }
      }
      const isNameless = nameColumns.every((column) => isBlank(row[column]));
      if (
        totalOf(row, first, index === end - 1) !== null ||
        sumsHeading(row, first) ||
        (isNameless && totalledName(first) !== null && isAmountsOrUnknown(row, first)) ||
        (endsAsTotal(first) && sumsGroup(row, first, since, index, isNameless)) ||
        (isNameless &&
          ((index - since <= BLOCK && sumsSilently(table.rows, since, index)) ||
            (index === end - 1 && sumsSilently(table.rows, firstRow, index))))
      ) {
        blockStart = index + 1;
        sums.add(index);
        return 'total';
      }
      const why = isHeader(row, index) ? 'header' : groups.headingAt(index) !== null ? 'group' : null;
      if (why !== null) {
        blockStart = index + 1;
        return why;
      }
      return isDuplicate(index, row) ? 'duplicate' : null;
    },
  };
}
