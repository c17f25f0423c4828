import type { ColumnProfile } from '../columns/columnProfile.ts';
import { type HeaderWords, readHeader } from '../columns/fieldNames.ts';
import { numberedParents } from '../rows/parentRows.ts';
import type { SourceNote } from '../sources.ts';
import { tidyLine } from '../table/cellText.ts';
import { columnCells } from '../table/rows.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import { findHeader } from './headerRow.ts';

/** What stands over a column that may only count the rows; "ID" and "project no." name something that lasts. */
const COUNTER =
  /^(?:no|nos|nr|num|number|nummer|numero|n|s no|s n|s nr|sr|sr no|sl|sl no|serial(?: no| number)?|row(?: no| number)?|line(?: no| number)?|item(?: no| number)?|seq(?: no)?|sequence(?: no| number)?|no п п|п п|lfd|lfd nr|lfdnr|lfd nummer|laufende nummer|pos|pos nr|volgnr|volgnummer|lp|l p|lopnr|løpenr|lbnr|eil nr|nr crt|no з п|poř č|por č|p č|sorszám|bil|no urut|α α|ردیف|מס סידורי|क्र सं|序号|序|编号|项次|次序|番号|项番|连番|顺番|연번|순번|번호|م|ت|الرقم|التسلسل|مسلسل|الرقم التسلسلي)$/;
/** A whole number as rows are counted: 1, 01, 1., (1), 1.0. */
const COUNTED = /^[（([#]?0*(\d{1,7})(?:\.0+)?[)）\].、:]?$/;
/** A number of another kind, such as P-17 or 1.2; words with numbers in them are headings and notes. */
const CODE = /^(?=.{0,15}\d)[^\s\u3400-\u9fff]{1,16}$/;

/** Whether a header is that of a column that may only count the rows. */
export const namesCounter = ({ phrase, parts }: HeaderWords): boolean =>
  COUNTER.test(phrase) || parts.some((part) => COUNTER.test(part));

/**
 * How far the numbers of a column run on as rows are counted, 0 where they are no such numbers: 1, 2, 3 …, from 1 again below a heading, the same number
 * over a row that is split. A gap is what is left of numbers that were given once, and they are ids.
 */
function countsRows({ rows }: Table, column: number, firstRow: number): number {
  let [last, most] = [0, 0];
  for (const raw of columnCells(rows, column, firstRow)) {
    const cell = raw.trim();
    if (cell === '') continue;
    // Nearly every row is the next one, as plainly written as can be.
    if (cell === String(last + 1)) {
      last += 1;
      most = Math.max(most, last);
      continue;
    }
    const counted = COUNTED.exec(cell)?.[1];
    if (counted === undefined) {
      if (CODE.test(cell)) return 0;
      continue;
    }
    const number = Number(counted);
    if (number !== last + 1 && number !== 1 && (number !== last || last === 0)) return 0;
    last = number;
    most = Math.max(most, number);
  }
  return most;
}

/**
 * How many numbers of a column run on as the rows of an outline do: after 1.2 comes 1.2.1, 1.3, 2 or, where the upper row has no
 * number, 2.1. 0 where one is left out or said twice, or none has two parts: then they are ids.
 */
function countsLevels({ rows }: Table, column: number, firstRow: number): ReadonlySet<string> {
  const seen = new Set<string>();
  let last: readonly number[] = [];
  let deep = false;
  for (const raw of columnCells(rows, column, firstRow)) {
    const cell = raw.trim();
    if (cell === '') continue;
    if (!LEVELS.test(cell)) {
      if (CODE.test(cell)) return NONE;
      continue;
    }
    const parts = cell.replace(/\.$/, '').split('.').map(Number);
    if (!follows(last, parts)) return NONE;
    deep ||= parts.length > 1;
    last = parts;
    seen.add(parts.join('.'));
  }
  return deep && seen.size > 1 ? seen : NONE;
}

const LEVELS = /^\d{1,4}(?:\.\d{1,3}){0,6}\.?$/;
const NONE: ReadonlySet<string> = new Set();

/** Whether a number of an outline comes next: one of its parts is one more, and all that stands behind it is 1. */
function follows(last: readonly number[], next: readonly number[]): boolean {
  let same = 0;
  while (same < last.length && same < next.length && last[same] === next[same]) same += 1;
  const [before, now] = [last[same] ?? 0, next[same]];
  return now === before + 1 && next.slice(same + 1).every((part) => part === 1);
}

/** Whether a column of another list names rows by numbers of that outline, one of them of two parts. */
function refersToLevels(other: Table, numbers: ReadonlySet<string>): boolean {
  const header = findHeader(other);
  if (header === null) return false;
  const width = other.rows.at(header.row)?.length ?? 0;
  return Array.from({ length: width }, (_, column) => column).some((column) => {
    const said = other.rows
      .slice(header.row + 1, header.row + 1 + LOOKED)
      .map((row) => (row[column] ?? '').trim().replace(/\.$/, ''))
      .filter((cell) => cell !== '');
    const known = said.filter((cell) => numbers.has(cell));
    return known.length * 2 > said.length && known.some((cell) => cell.includes('.'));
  });
}

/** What other lists call the number of an initiative by which their rows name it. */
const REFERS =
  /\b(?:projects?|initiatives?|programmes?|investments?|projekte?s?|vorhabens?|projet|proyecto|projeto)\b|项目|举措|案件|事业|사업|과제/;
const LOOKED = 500;

/** Whether rows of another list name those of a list by numbers from 1 to `most`: then these are ids. */
function refersTo(other: Table, most: number): boolean {
  const header = findHeader(other);
  if (header === null) return false;
  const cells = other.rows.at(header.row) ?? [];
  return cells.some((name, column) => {
    if (!REFERS.test(readHeader(tidyLine(name).text).phrase)) return false;
    const said = other.rows
      .slice(header.row + 1, header.row + 1 + LOOKED)
      .map((row) => (row[column] ?? '').trim())
      .filter((cell) => cell !== '');
    return (
      said.length > 0 &&
      said.every((cell) => {
        const number = Number(COUNTED.exec(cell)?.[1] ?? 0);
        return number > 0 && number <= most;
      })
    );
  });
}

/**
 * The profiles of a table's columns with those marked that only count the rows: only columns so called are looked at, and
 * none whose numbers a list `beside` this one names, or a column of parents of its own. Such a column is marked too.
 */
export function markRowNumbers(
  profiles: readonly ColumnProfile[],
  headers: readonly HeaderWords[],
  table: Table,
  firstRow: number,
  beside: readonly { readonly table: Table }[],
): readonly ColumnProfile[] {
  const numbered = numberedParents(table, headers, profiles, firstRow);
  return profiles.map((profile) => {
    const header = headers[profile.index];
    if (numbered.parents.has(profile.index)) return { ...profile, namesRows: true as const };
    if (!header || !namesCounter(header) || numbered.keys.has(profile.index)) return profile;
    const others = beside.filter((other) => other.table !== table);
    const most = countsRows(table, profile.index, firstRow);
    if (most > 0)
      return others.some((other) => refersTo(other.table, most))
        ? profile
        : { ...profile, countsRows: true as const };
    const numbers = countsLevels(table, profile.index, firstRow);
    return numbers.size === 0 || others.some((other) => refersToLevels(other.table, numbers))
      ? profile
      : { ...profile, countsLevels: true as const };
  });
}

/** What is said of a list without ids whose rows are counted: next year another row has the number. */
export function rowNumbersNote(
  table: Table,
  { names }: ColumnNames,
  used: readonly number[],
  firstRow: number,
): readonly SourceNote[] {
  const left = names.filter(
    (name, column) =>
      !used.includes(column) &&
      namesCounter(readHeader(tidyLine(name).text)) &&
      (countsRows(table, column, firstRow) > 0 || countsLevels(table, column, firstRow).size > 0),
  );
  return left.length === 0 ? [] : [{ what: 'rowNumbersLeft', count: left.length, examples: left }];
}
