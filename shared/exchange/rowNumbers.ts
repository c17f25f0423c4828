import { tidyLine } from './cellText.ts';
import type { ColumnProfile } from './columnProfile.ts';
import { type HeaderWords, readHeader } from './fieldNames.ts';
import { columnCells } from './rows.ts';
import type { SourceNote } from './sources.ts';
import type { ColumnNames, Table } from './table.ts';

/** What stands over a column that may only count the rows; "ID" and "project no." name something that lasts. */
const COUNTER =
  /^(?:no|nos|nr|num|number|nummer|numero|n|s no|s n|s nr|sr|sr no|sl|sl no|serial(?: no| number)?|row(?: no| number)?|line(?: no| number)?|item(?: no| number)?|seq(?: no)?|sequence(?: no| number)?|lfd|lfd nr|lfdnr|lfd nummer|laufende nummer|pos|pos nr|volgnr|volgnummer|lp|lopnr|序号|序|编号|项次|次序|番号|项番|连番|顺番|연번|순번|번호)$/;
/** A whole number as rows are counted: 1, 01, 1., (1), 1.0. */
const COUNTED = /^[（([#]?0*(\d{1,7})(?:\.0+)?[)）\].、:]?$/;
/** A number of another kind, such as P-17 or 1.2; words with numbers in them are headings and notes. */
const CODE = /^(?=.{0,15}\d)[^\s]{1,16}$/;

const namesCounter = ({ phrase, parts }: HeaderWords): boolean =>
  COUNTER.test(phrase) || parts.some((part) => COUNTER.test(part));

/**
 * Whether the numbers of a column run on as rows are counted: 1, 2, 3 …, from 1 again below a heading, the same number
 * over a row that is split. A gap is what is left of numbers that were given once, and they are ids.
 */
function countsRows({ rows }: Table, column: number, firstRow: number): boolean {
  let last = 0;
  for (const raw of columnCells(rows, column, firstRow)) {
    const cell = raw.trim();
    if (cell === '') continue;
    const counted = COUNTED.exec(cell)?.[1];
    if (counted === undefined) {
      if (CODE.test(cell)) return false;
      continue;
    }
    const number = Number(counted);
    if (number !== last + 1 && number !== 1 && (number !== last || last === 0)) return false;
    last = number;
  }
  return last > 0;
}

/** The profiles of a table's columns with those marked that only count the rows: only columns so called are looked at. */
export function markRowNumbers(
  profiles: readonly ColumnProfile[],
  headers: readonly HeaderWords[],
  table: Table,
  firstRow: number,
): readonly ColumnProfile[] {
  return profiles.map((profile) => {
    const header = headers[profile.index];
    return header && namesCounter(header) && countsRows(table, profile.index, firstRow)
      ? { ...profile, countsRows: true as const }
      : profile;
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
      countsRows(table, column, firstRow),
  );
  return left.length === 0 ? [] : [{ what: 'rowNumbersLeft', count: left.length, examples: left }];
}
