import type { ColumnProfile } from '../columns/columnProfile.ts';
import type { ImportPlan } from '../contract.ts';
import { tidyLine } from '../table/cellText.ts';
import { readDateText } from '../values/dateText.ts';
import { resolveDate } from '../values/resolveDate.ts';
import { unknownWord } from '../values/unknownWords.ts';
import { headerWords } from './listNames.ts';
import type { OtherTable } from './otherTable.ts';

const ACTUAL_START = /\bactual\b.*\b(?:start|begin)|实际开始/i;
const ACTUAL_END = /\bactual\b.*\b(?:end|finish|completion|date)|实际(?:结束|完成)/i;
/** A day under one of these alone is that on which an activity or a release is planned to be done, or was. */
const PLANNED_ALONE =
  /^(?:(?:planned|plan|target|forecast|expected|baseline|due|release|milestone)(?: date)?|date|when|(?:计划|预计)(?:日期|时间)?|发布日期|日期)$/i;
const ACTUAL_ALONE = /^(?:actual|achieved|实际(?:日期|时间)?)$/i;

/** The column of days that says by its name alone when something is planned; -1 where none does. */
export const plannedColumn = (
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  join: number | null,
): number =>
  headers.findIndex(
    (header, column) =>
      PLANNED_ALONE.test(headerWords(header)) && profiles[column]?.looksLike === 'date' && column !== join,
  );

/** The names of the columns that say when rows of a joined table really began and ended, where there are such. */
export function actualHeaders(
  table: OtherTable['table'],
  plan: ImportPlan,
  headers: readonly string[],
): { readonly startHeader: string | undefined; readonly endHeader: string | undefined } {
  const headerOf = (pattern: RegExp): string | undefined =>
    headers.find((each) => pattern.test(headerWords(each)));
  return {
    startHeader: headerOf(ACTUAL_START),
    endHeader: headerOf(ACTUAL_END) ?? datedHeader(table, plan, headers, ACTUAL_ALONE),
  };
}

/** The header of a column that is so called and holds nothing but days. */
function datedHeader(
  { rows }: OtherTable['table'],
  { headerRow }: ImportPlan,
  headers: readonly string[],
  pattern: RegExp,
): string | undefined {
  return headers.find((header, column) => {
    if (!pattern.test(headerWords(header))) return false;
    const said = rows.slice(headerRow + 1).flatMap((row) => tidyLine(row[column] ?? '').text || []);
    return said.length > 0 && said.every((text) => readDateText(text) !== null || unknownWord(text) !== null);
  });
}

/** The day that a cell of a joined table says; null where it says none. */
export function dayIn(text: string | undefined, side: 'start' | 'end', plan: ImportPlan): string | null {
  const read = text === undefined ? null : readDateText(tidyLine(text).text);
  if (read === null) return null;
  const order = Object.values(plan.dateOrders)[0] ?? 'yearFirst';
  const day = resolveDate(read, { order, spans: false }, side, 1);
  return typeof day === 'string' ? null : day.date;
}
