import { profileColumns } from '../columns/columnProfile.ts';
import { readHeader } from '../columns/fieldNames.ts';
import { isMadeOf } from '../columns/preferColumns.ts';
import { COST_PARTS } from '../columns/yearColumns.ts';
import { detectSubject } from '../plan/detectSubject.ts';
import type { Table } from '../table/table.ts';
import { firstRows, namedColumns, nameFor, sumColumn, withColumns, withNote } from './madeColumns.ts';

const BRACKETS = /[（([][^()（）[\]]*[)）\]]/g;
/** An amount that comes again every year is no part of a sum. */
const AGAIN =
  /\b(?:annual|anual|yearly|recurring|run|per year|p a|a year|actuals?|spent|forecast)\b|每年|年化/;

/**
 * A list that says what its initiatives cost in two columns, CapEx and OpEx of one unit and time, and in no other, with
 * one that sums them, and a note of it. Any other table stays as it is.
 */
export function addParts(table: Table): Table {
  const named = namedColumns(table);
  if (named === null) return table;
  const { headerRow, width, names, headers } = named;
  const [once = [], running = []] = COST_PARTS.map((pattern) =>
    [...headers.keys()].filter((column) => pattern.test(headers[column]?.phrase ?? '')),
  );
  const [capital, operating] = [once[0], running[0]];
  if (capital === undefined || operating === undefined || once.length + running.length !== 2) return table;
  const [first, second] = [capital, operating].sort((a, b) => a - b) as [number, number];
  const rest = [first, second].map((column) =>
    COST_PARTS.reduce((phrase, pattern) => phrase.replace(pattern, ''), headers[column]?.phrase ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const [a, b] = [headers[first], headers[second]];
  if (rest[0] !== rest[1] || AGAIN.test(rest[0] ?? '') || a?.unit !== b?.unit || a?.currency !== b?.currency)
    return table;
  const firstRow = headerRow + 1;
  const profiles = profileColumns(firstRows(table, headerRow), width, firstRow);
  const { subject, matches } = detectSubject(headers, profiles);
  const budget = matches.get('budget')?.column;
  const isOther = budget !== undefined && budget !== first && budget !== second;
  const isNumber = [first, second].every((column) => (profiles[column]?.numberShare ?? 0) >= 0.5);
  if (subject !== 'initiatives' || isOther || !isNumber) return table;
  const plain = (column: number): string => (names[column] ?? '').replace(BRACKETS, '').trim();
  const unit = (names[first] ?? '').match(BRACKETS)?.join(' ') ?? '';
  const name = `${nameFor('budget', names)} (${plain(second)}, ${plain(first)}) ${unit}`.trim();
  const said = readHeader(name);
  // Read as a name of a column, it must say what the two say, or it would not be preferred to them.
  const isTold =
    isMadeOf(said.phrase, a?.phrase ?? '', headers) && said.unit === a?.unit && said.currency === a?.currency;
  const made = isTold ? sumColumn(table, firstRow, [first, second], name) : null;
  if (made === null) return table;
  const noted = withNote(table, 'partsAdded', [names[first] ?? '', names[second] ?? '']);
  return withColumns(noted, headerRow, width, [made]);
}
