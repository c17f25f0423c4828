import { minorDigits } from '../text/format.ts';
import { cutText, tidyLine } from './cellText.ts';
import type { ImportPlan, ImportReason, RepairKind } from './contract.ts';
import { type DateColumn, type DateText, dateEvidence, readDateText, resolveDate } from './dateText.ts';
import { columnDates, currencyFits } from './detectPlan.ts';
import { commaIsDecimal, readAmount, unitFactors } from './moneyText.ts';
import type { Table } from './table.ts';
import { unknownWord } from './unknownWords.ts';

/** What a cell became. `keep` asks for its words to be kept beside the record; a `reason` says why it was not read. */
export interface ReadCell<T> {
  readonly value: T | null;
  readonly repairs: readonly RepairKind[];
  readonly reason: ImportReason | null;
  readonly keep: boolean;
}

const NO_REPAIRS: readonly RepairKind[] = [];
const EMPTY: ReadCell<never> = { value: null, repairs: NO_REPAIRS, reason: null, keep: false };
const UNKNOWN: ReadCell<never> = { value: null, repairs: ['unknownWord'], reason: null, keep: false };
const UNKNOWN_SENTENCE: ReadCell<never> = { value: null, repairs: ['unknownWord'], reason: null, keep: true };
const unreadable = (reason: ImportReason): ReadCell<never> => ({
  value: null,
  repairs: NO_REPAIRS,
  reason,
  keep: true,
});

/** Remembers what every distinct cell of a column became: lists repeat themselves. */
function remembered<T>(read: (cell: string) => ReadCell<T>): (cell: string) => ReadCell<T> {
  const memory = new Map<string, ReadCell<T>>();
  return (cell) => {
    let result = memory.get(cell);
    if (!result) {
      result = read(cell);
      memory.set(cell, result);
    }
    return result;
  };
}

function unknownCell(text: string): ReadCell<never> | null {
  const word = unknownWord(text);
  return word === null ? null : word === 'token' ? UNKNOWN : UNKNOWN_SENTENCE;
}

const MONEY_TEXT: readonly RepairKind[] = ['moneyText'];
const MONEY_UNIT: readonly RepairKind[] = ['moneyUnit'];
const MONEY_BOTH: readonly RepairKind[] = ['moneyText', 'moneyUnit'];
const amountRepairs = (text: boolean, unit: boolean): readonly RepairKind[] =>
  text ? (unit ? MONEY_BOTH : MONEY_TEXT) : unit ? MONEY_UNIT : NO_REPAIRS;

/** Reads the cells of one money column into minor units of the plan's currency; `accepted` is false when the portfolio cannot hold that currency. */
export function moneyReader(
  table: Table,
  column: number,
  firstRow: number,
  plan: ImportPlan,
  accepted: boolean,
): (cell: string) => ReadCell<number> {
  const cells = function* (): Generator<string> {
    for (let index = firstRow; index < table.rows.length; index += 1) yield table.rows[index]?.[column] ?? '';
  };
  const comma = commaIsDecimal(cells());
  const unit = unitFactors[plan.units[String(column)] ?? 'units'];
  const perUnit = 10 ** minorDigits(plan.currency);
  return remembered((cell) => {
    const { text } = tidyLine(cell);
    if (text === '') return EMPTY;
    const unknown = unknownCell(text);
    if (unknown) return unknown;
    const amount = readAmount(text, comma);
    if (typeof amount === 'string') return unreadable(amount);
    if (!accepted || (amount.currency !== null && !currencyFits(amount.currency, plan.currency)))
      return unreadable('other_currency');
    const factor = amount.scale ?? unit;
    // Amounts are never negative here, so this rounds half away from zero as `toMinor` does, at a fraction of its cost.
    const minor = Math.round(amount.value * factor * perUnit);
    if (!Number.isSafeInteger(minor)) return unreadable('amount_too_large');
    const repairs = amountRepairs(amount.text, factor !== 1 && minor !== 0);
    return { value: minor, repairs, reason: null, keep: false };
  });
}

/** Reads the cells of one date column; every distinct cell is looked at first to learn how the column writes dates. */
export function dateReader(
  table: Table,
  column: number,
  firstRow: number,
  plan: ImportPlan,
  side: 'start' | 'end',
  fiscalStartMonth: number,
): (cell: string) => ReadCell<string> {
  const texts: Map<string, DateText | null> = columnDates(table, column, firstRow);
  const evidence = dateEvidence(texts.values());
  const order = plan.dateOrders[String(column)] ?? evidence.order ?? 'dayFirst';
  const how: DateColumn = { order, spans: evidence.spans };
  return remembered((cell) => {
    const { text } = tidyLine(cell);
    if (text === '') return EMPTY;
    if (text === '0' || text === '0.0') return UNKNOWN;
    // A cell that a shifted row brings from another column was not looked at before.
    const read = texts.has(cell) ? (texts.get(cell) ?? null) : readDateText(text);
    if (read === null) return unknownCell(text) ?? unreadable('not_a_date');
    const resolved = resolveDate(read, how, side, fiscalStartMonth);
    if (typeof resolved === 'string') return unknownCell(text) ?? unreadable(resolved);
    return {
      value: resolved.date,
      repairs: resolved.repair === null ? NO_REPAIRS : [resolved.repair],
      reason: null,
      keep: false,
    };
  });
}

/** Reads a short text column: one tidy line; words for "not known" are null. */
export function lineReader(maxLength: number): (cell: string) => ReadCell<string> {
  return remembered((cell) => {
    const { text, entities, whitespace } = tidyLine(cell);
    if (text === '') return EMPTY;
    const unknown = unknownCell(text);
    if (unknown) return unknown;
    const repairs: readonly RepairKind[] =
      entities || whitespace
        ? [...(entities ? (['entities'] as const) : []), ...(whitespace ? (['whitespace'] as const) : [])]
        : NO_REPAIRS;
    if (text.length > maxLength)
      return { value: cutText(text, maxLength).trim(), repairs, reason: 'too_long', keep: true };
    return { value: text, repairs, reason: null, keep: false };
  });
}
