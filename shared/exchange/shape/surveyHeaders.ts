import { isBlank, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

/** What a survey writes below a question that has no parts. */
const ANSWER = /^(?:(?:open-ended )?response|date \/ time|date|time|\{"ImportId".*)$/i;
/** Columns that every survey of these programs begins with. */
const RESPONSE = /^(?:respondent id|collector id|response ?id|startdate)$/i;
const LOOKED = 3;

/**
 * The answers of a survey whose names of columns stand in two rows, with one: a question with the parts that can be
 * answered below it, as SurveyMonkey writes it; or short names above the questions and marks of the program below them,
 * as Qualtrics does. Any other table stays as it is.
 */
export function joinSurveyHeaders(table: Table): Table {
  const header = table.rows
    .slice(0, LOOKED)
    .findIndex((row) => row.some((cell) => RESPONSE.test(cell.trim())));
  const [upper, lower, marks] = [header, header + 1, header + 2].map((index) => table.rows.at(index));
  if (header === -1 || !upper || !lower) return table;
  const says = (row: readonly string[], pattern: RegExp): boolean =>
    row.some((cell) => pattern.test(cell.trim()));
  const isImported = marks !== undefined && says(marks, /^\{"ImportId"/);
  if (!isImported && !(isBlank(lower[0]) && says(lower, ANSWER))) return table;
  let question = '';
  const joined = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [own, part] = [upper[column] ?? '', tidyLine(lower[column] ?? '').text];
    if (isImported) return part === '' ? own : part;
    if (!isBlank(own)) question = own;
    return part === '' || ANSWER.test(part) ? question : `${question} ${part}`;
  });
  const rows = Array.from(table.rows, (row, index) =>
    index === header ? joined : index === header + 1 || (isImported && index === header + 2) ? [] : row,
  );
  return {
    ...table,
    rows,
    notes: [...(table.notes ?? []), { what: 'twoHeaders', count: 1, examples: joined.slice(-5) }],
  };
}
