import { type ColumnProfile, profileColumns } from '../columns/columnProfile.ts';
import { fieldLikeness, findHeader } from '../plan/headerRow.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import { cellAt } from '../table/rows.ts';
import { type Table, tableWidth } from '../table/table.ts';
import { readDateText } from '../values/dateText.ts';
import { readAmount } from '../values/moneyText.ts';
import { nameFor } from './madeColumns.ts';

/** Rows that are looked at: the first one is told from the others by few of them. */
const LOOKED = 200;
/** So many columns whose first cell is a day or an amount as those below it are make the first row one of the list. */
const ALIKE = 2;
const MOSTLY = 0.8;
/** Amounts of fewer units are shares, counts or ranks. */
const LEAST = 1_000;
const EXAMPLES = 5;
const HAN = /[\u3400-\u9fff]/;

/** What a cell can only be as a value: a whole day, or an amount that is no year. */
function kindOf(cell: string): 'day' | 'amount' | null {
  const { text } = tidyLine(cell);
  const date = readDateText(text);
  if (date?.kind === 'day' || date?.kind === 'numbers') return 'day';
  return date === null && typeof readAmount(text) !== 'string' ? 'amount' : null;
}

/** Whether the first row of a table is one like those below it: no name of ours, and days and amounts where they have them. */
function isRow({ rows }: Table, at: number, width: number): boolean {
  const first = rows.at(at) ?? [];
  if (fieldLikeness(first).fields.size > 0) return false;
  let alike = 0;
  for (let column = 0; column < width; column += 1) {
    const kind = kindOf(first[column] ?? '');
    if (kind === null) continue;
    let [filled, same] = [0, 0];
    for (let index = at + 1; index < Math.min(rows.length, at + LOOKED); index += 1) {
      const cell = cellAt(rows, index, column);
      if (isBlank(cell)) continue;
      filled += 1;
      if (kindOf(cell) === kind) same += 1;
    }
    if (filled > 0 && same >= filled * MOSTLY) alike += 1;
  }
  return alike >= ALIKE;
}

/**
 * A table that begins with its rows, as they are pasted without the names of their columns, under names of our own: the
 * columns of days are a start and an end where none of them ends before it starts, and a single column of large amounts is
 * the budget. Said in a note; any other table stays as it is.
 */
export function withMadeNames(table: Table): Table {
  const header = findHeader(table);
  const at = table.rows.slice(0, LOOKED).findIndex((row) => row.some((cell) => !isBlank(cell)));
  if (header === null || header.transposed || header.row !== at) return table;
  const width = tableWidth(table, at);
  if (!isRow(table, at, width)) return table;
  const row = table.rows.at(at) ?? [];
  const isChinese = row.some((cell) => HAN.test(cell));
  const profiles = profileColumns(table, width, at);
  const days = profiles.filter(({ looksLike }) => looksLike === 'date').map(({ index }) => index);
  const amounts = profiles.filter(
    ({ index, looksLike }) =>
      // Numbers in the first column are those of the rows.
      (looksLike === 'money' || (looksLike === 'number' && index > 0)) && meanOf(table, at, index) >= LEAST,
  );
  const names = Array.from({ length: width }, (_, column) =>
    isChinese ? `第 ${column + 1} 列` : `Column ${column + 1}`,
  );
  const call = (column: number | undefined, name: string): void => {
    if (column !== undefined) names[column] = name;
  };
  const [start, end, more] = days;
  if (
    start !== undefined &&
    end !== undefined &&
    more === undefined &&
    neverEndsFirst(table, at, start, end)
  ) {
    call(start, nameFor('startDate', row));
    call(end, nameFor('endDate', row));
  }
  if (amounts.length === 1) call(amounts[0]?.index, nameFor('budget', row));
  const first = (is: (profile: ColumnProfile) => boolean): number | undefined => profiles.find(is)?.index;
  call(
    first(({ stageShare }) => stageShare >= MOSTLY),
    isChinese ? '状态' : 'Status',
  );
  call(
    first(
      ({ index, looksLike, codeShare, distinctShare }) =>
        codeShare >= MOSTLY && distinctShare === 1 && (looksLike === 'text' || index === 0),
    ),
    isChinese ? '编号' : 'ID',
  );
  return {
    ...table,
    rows: [...table.rows.slice(0, at), names, ...table.rows.slice(at)],
    lines: [...table.lines.slice(0, at), table.lines[at] ?? 1, ...table.lines.slice(at)],
    notes: [...(table.notes ?? []), { what: 'namesMade', count: width, examples: names.slice(0, EXAMPLES) }],
  };
}

/** What the first amounts of a column are on average, in whole units; 0 where it has none. */
function meanOf({ rows }: Table, at: number, column: number): number {
  let [sum, count] = [0, 0];
  for (let index = at; index < Math.min(rows.length, at + LOOKED); index += 1) {
    const amount = readAmount(tidyLine(cellAt(rows, index, column)).text);
    if (typeof amount === 'string') continue;
    sum += amount.value * (amount.scale ?? 1);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Whether no row has a day in one column that lies before its day in another; days that can be read both ways count by year. */
function neverEndsFirst({ rows }: Table, at: number, start: number, end: number): boolean {
  const dayOf = (index: number, column: number): string => {
    const date = readDateText(tidyLine(cellAt(rows, index, column)).text);
    if (date?.kind === 'day')
      return [date.year, date.month, date.day].map((each) => String(each).padStart(2, '0')).join();
    return date?.kind === 'numbers' ? String(date.year) : '';
  };
  for (let index = at; index < Math.min(rows.length, at + LOOKED); index += 1) {
    const [from, to] = [dayOf(index, start), dayOf(index, end)];
    const length = Math.min(from.length, to.length);
    if (to.slice(0, length) < from.slice(0, length)) return false;
  }
  return true;
}
