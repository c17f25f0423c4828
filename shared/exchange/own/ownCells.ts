import type { z } from 'zod';
import { type PortfolioRecords, recordSchemas, type TableName } from '../../domain/records.ts';
import { dayNumber, isoDay } from '../../domain/time.ts';
import type { Language } from '../../text/area.ts';
import { exporting } from '../../text/catalogues/exporting.ts';
import { toMinor } from '../../text/format.ts';
import { dateOrders, type ImportReason } from '../contract.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { unguarded } from '../table/harmless.ts';
import { readDateText } from '../values/dateText.ts';
import { readAmount } from '../values/moneyText.ts';
import { resolveDate } from '../values/resolveDate.ts';
import { serialDay } from '../values/serialDay.ts';
import { moneyColumns, type TypedCell, vocabularyOf } from '../writing/typedTables.ts';

/** How the cells of a column are written. */
export interface CellStyle {
  /** True where a comma is the decimal sign. */
  readonly comma: boolean;
  readonly daysFrom1904: boolean;
}

/** Programs write fewer digits than a number has. */
const CLOSE = 1e-6;
/** Longest text of a cell that spreadsheets hold. */
const MOST_TEXT = 32_767;

const plain = (text: string): string => tidyLine(text.normalize('NFC')).text;

function numberOf(cell: string, style: CellStyle): number | null {
  const number = Number(cell);
  if (cell.trim() !== '' && Number.isFinite(number)) return number;
  const sign = /^\s*[-−]/.test(cell) ? -1 : 1;
  const read = readAmount(cell.replace(/^\s*[-−]/, ''), style.comma);
  return typeof read === 'string' ? null : sign * read.value;
}

/** The days that a cell can mean, ISO: programs write the days of a sheet in orders of their own. */
function daysOf(cell: string, { daysFrom1904 }: CellStyle): readonly string[] {
  const serial = serialDay(cell.trim(), daysFrom1904);
  if (serial !== null) return [serial];
  const text = readDateText(cell);
  if (text === null) return [];
  const days = dateOrders.map((order) => resolveDate(text, { order, spans: false }, 'start', 1));
  return [...new Set(days.flatMap((day) => (typeof day === 'string' ? [] : [day.date])))];
}

/** Whether a cell still says what the export wrote, however a program has written it since. */
export function saysTheSame(cell: string, shown: TypedCell, style: CellStyle): boolean {
  if (shown === null) return isBlank(cell);
  switch (shown.kind) {
    case 'text':
    case 'json':
      return (
        cell === shown.value ||
        plain(unguarded(cell)) === plain(shown.value) ||
        (cell.length >= MOST_TEXT - 1 && plain(shown.value).startsWith(plain(cell)))
      );
    case 'date': {
      const day = isoDay(shown.value);
      return cell === day || daysOf(cell, style).includes(day);
    }
    default: {
      const number = numberOf(cell, style);
      return number !== null && Math.abs(number - shown.value) <= CLOSE * Math.max(1, Math.abs(shown.value));
    }
  }
}

/** Reads what somebody wrote into a cell as a value of its field; answers why it is none. */
export type ReadOwn = (
  field: string,
  cell: string,
  style: CellStyle,
) => { readonly value: unknown } | ImportReason;

/** A reader of the cells of a table. Every value that it answers satisfies the schema of its field. */
export function ownReader(table: TableName, language: Language, records: PortfolioRecords): ReadOwn {
  const currency = records.portfolio.portfolio?.currency ?? 'USD';
  const words: Readonly<Record<string, string>> = exporting[language];
  const money = new Set(moneyColumns[table] ?? []);
  const vocabulary = vocabularyOf(language);
  const shape = recordSchemas[table].shape as Readonly<Record<string, z.ZodType>>;
  return (field, cell, style) => {
    const schema = shape[field];
    if (!schema) return 'kept_as_is';
    const takes = (value: unknown): boolean => schema.safeParse(value).success;
    const text = unguarded(cell).replace(/\r\n?/g, '\n');
    const number = numberOf(cell, style);
    if (money.has(field))
      return number === null || !takes(toMinor(number, currency))
        ? 'not_an_amount'
        : { value: toMinor(number, currency) };
    const word = matchKey(cell);
    const say = vocabulary[`${table}.${field}`];
    const code = say && choicesOf(schema).find((choice) => matchKey(say(choice)) === word);
    const days = daysOf(cell, style);
    const possible: readonly unknown[] = [
      ...(code === undefined ? [] : [code]),
      ...(word === matchKey(words['value.yes'] ?? '') ? [true] : []),
      ...(word === matchKey(words['value.no'] ?? '') ? [false] : []),
      ...(number === null ? [] : [number]),
      text,
      text.trim(),
      // A day that can be read in two ways is none.
      ...(days.length === 1 ? days : []),
      text.split(/[;；]/).map((part) => part.trim()),
      parsed(text),
    ];
    const value = possible.find(takes);
    if (value !== undefined) return { value };
    return takes(1) ? 'not_a_number' : takes(isoDay(dayNumber('2000-01-01'))) ? 'not_a_date' : 'not_a_choice';
  };
}

/** The values of a field that knows only some. */
function choicesOf(schema: z.ZodType): readonly string[] {
  let inner: unknown = schema;
  while (typeof inner === 'object' && inner !== null && 'unwrap' in inner)
    inner = (inner as z.ZodNullable<z.ZodType>).unwrap();
  const { options } = inner as { readonly options?: readonly unknown[] };
  return (options ?? []).filter((option) => typeof option === 'string');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
