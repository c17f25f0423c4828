import type { SourceNote } from '../sources.ts';
import { tidyLine } from '../table/cellText.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import type { ColumnProfile } from './columnProfile.ts';
import { readHeader } from './fieldNames.ts';
import { headerScore } from './headerScore.ts';

const LOOKED = 500;
/** How well a header must name an id. */
const NAMED = 55;

/** A number as a sheet shows one that is too long for its column: 1.23E+05. What it was is lost. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i;

/** Whether a column of ids has lost them: several would now be the same. */
export const isRounded = ({ samples }: ColumnProfile): boolean => samples.some((text) => ROUNDED.test(text));

/** What is said of a list whose ids a sheet has rounded. */
export function roundedIdsNote(
  { rows }: Table,
  { names }: ColumnNames,
  used: readonly number[],
  firstRow: number,
): readonly SourceNote[] {
  const first = rows.slice(firstRow, firstRow + LOOKED);
  const left = names.filter(
    (name, column) =>
      !used.includes(column) &&
      headerScore('externalId', readHeader(tidyLine(name).text)) >= NAMED &&
      first.some((row) => ROUNDED.test((row[column] ?? '').trim())),
  );
  return left.length === 0 ? [] : [{ what: 'idsRounded', count: left.length, examples: left }];
}
