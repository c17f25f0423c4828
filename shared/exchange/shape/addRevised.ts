import { type ColumnProfile, profileColumns } from '../columns/columnProfile.ts';
import { readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { FIRST, isMadeOf, NOW } from '../columns/preferColumns.ts';
import { detectSubject } from '../plan/detectSubject.ts';
import { tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { unknownWord } from '../values/unknownWords.ts';
import { firstRows, type MadeColumn, namedColumns, nameFor, withColumns, withNote } from './madeColumns.ts';

const FIELDS = ['startDate', 'endDate', 'budget'] as const;
/** What was revised, whatever it was before. */
const REVISED = /\b(?:revised|re ?baselined|revidere[td]e?|revidert|revidier\w*)\b|调整后/;
const EXPECTED = /\b(?:anticipated|expected|forecast|latest)\b|预计/;
/** How well the header of a revised value must name the field. */
const NAMED = 55;
/** A revised value that says that nothing was revised: ditto, not applicable. */
const SAME = /^(?:-?do-?|ditto|same|as above|n\/?a|n\.a\.?|nil|none|unchanged|no change|同上|不变|无)$/i;

/** Whether a cell says that what was agreed first still holds. */
const saysNothing = (text: string): boolean =>
  text === '' || SAME.test(text) || (unknownWord(text) !== null && !/[\p{L}\p{N}]/u.test(text));

/**
 * A list with a column of what was agreed first and one of what was revised, which is filled only where something was:
 * with a column behind that holds what is valid now, the revised value where there is one. Any other table stays as it is.
 */
export function addRevised(table: Table): Table {
  const named = namedColumns(table);
  if (named === null) return table;
  const { headerRow, width, names, headers } = named;
  const isFirst = (column: number): boolean => FIRST.test(headers[column]?.phrase ?? '');
  const isNow = (column: number): boolean => !isFirst(column) && NOW.test(headers[column]?.phrase ?? '');
  const isRevised = (column: number): boolean => REVISED.test(headers[column]?.phrase ?? '');
  const some = (is: (column: number) => boolean): boolean => headers.some((_, column) => is(column));
  if (!some(isRevised) && !(some(isFirst) && some(isNow))) return table;
  const looked = firstRows(table, headerRow);
  const hasGaps = (column: number): boolean =>
    looked.rows.slice(headerRow + 1).some((row) => saysNothing(tidyLine(row[column] ?? '').text));
  if (!some((column) => (isRevised(column) || isNow(column)) && hasGaps(column))) return table;
  const profiles = profileColumns(looked, width, headerRow + 1);
  const { subject, matches } = detectSubject(headers, profiles);
  if (subject !== 'initiatives') return table;
  const pairs = FIELDS.flatMap((field) => {
    const matched = matches.get(field)?.column ?? -1;
    if (matched === -1) return [];
    const looksRight = ({ numberShare, dateShare }: ColumnProfile): boolean =>
      field === 'budget' ? numberShare >= 0.5 : dateShare >= 0.4;
    /** Another column of the field, of the same unit and currency. */
    const other = (is: (column: number) => boolean): number =>
      headers.findIndex((each, column) => {
        const profile = profiles[column];
        return (
          column !== matched &&
          is(column) &&
          // What is expected by now holds beside what was once revised.
          !(isRevised(column) && EXPECTED.test(headers[matched]?.phrase ?? '')) &&
          profile !== undefined &&
          looksRight(profile) &&
          each.unit === headers[matched]?.unit &&
          each.currency === headers[matched]?.currency &&
          headerScore(field, each) >= NAMED
        );
      });
    const filled = (column: number): number => profiles[column]?.filled ?? 0;
    const [first, now] = isRevised(matched)
      ? [other((column) => !isRevised(column) && filled(column) > filled(matched)), matched]
      : [matched, other((column) => isRevised(column) || (isFirst(matched) && isNow(column)))];
    if (first === -1 || now === -1) return [];
    const plain = (column: number): string => (names[column] ?? '').replace(/[()[\]]/g, '');
    const name = `${nameFor(field, names)} (${plain(now)}, ${plain(first)})`;
    // Read as a name of a column, it must say what the two say, or it would not be preferred to them.
    const { phrase, unit } = readHeader(name);
    const isTold = isMadeOf(phrase, headers[first]?.phrase ?? '', headers) && unit === headers[now]?.unit;
    return isTold ? [{ field, first, now, name }] : [];
  });
  if (pairs.length === 0) return table;
  const made = pairs.map(
    ({ name, first, now }): MadeColumn => ({
      name,
      cell: (row) => {
        const revised = row[now] ?? '';
        return saysNothing(tidyLine(revised).text) ? (row[first] ?? '') : revised;
      },
    }),
  );
  const said = pairs.flatMap(({ first, now }) => [names[now] ?? '', names[first] ?? '']);
  return withColumns(withNote(table, 'revisedTaken', said), headerRow, width, made);
}
