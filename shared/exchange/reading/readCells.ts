import { minorDigits } from '../../text/format.ts';
import type { ImportPlan, ImportReason, RepairKind } from '../contract.ts';
import type { ChoiceField, TranslatedField } from '../importFields.ts';
import { cutText, matchKey, tidyLine } from '../table/cellText.ts';
import { cellAt, columnCells } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import type { Translation } from '../translation.ts';
import { readChoice } from '../values/choiceWords.ts';
import { monthsAsMeant } from '../values/croatianMonths.ts';
import { currencyFits } from '../values/currencies.ts';
import { isJapaneseList } from '../values/dateEras.ts';
import { dateEvidence } from '../values/dateEvidence.ts';
import { columnDates } from '../values/dateOrders.ts';
import { type DateText, readDateText } from '../values/dateText.ts';
import { commaIsDecimal, decimalSign, groupsByDots, writesDots } from '../values/decimalSign.ts';
import { readAmount, scaleOfWord, unitFactors } from '../values/moneyText.ts';
import { readPeriod } from '../values/periodText.ts';
import { type DateColumn, resolveDate } from '../values/resolveDate.ts';
import { readScale, scaleColumn } from '../values/scaleWords.ts';
import { serialDay } from '../values/serialDay.ts';
import { withoutNumbers } from '../values/splitNames.ts';
import { readYesNo } from '../values/statusWords.ts';
import { unknownWord } from '../values/unknownWords.ts';

/** What a cell became. `keep` asks for its words to be kept beside the record; a `reason` says why it was not read. */
export interface ReadCell<T> {
  readonly value: T | null;
  readonly repairs: readonly RepairKind[];
  readonly reason: ImportReason | null;
  readonly keep: boolean;
  /** What the cell was taken for, where its words leave that open; absent where they say it. */
  readonly taken?: string;
}

const NO_REPAIRS: readonly RepairKind[] = [];
const EMPTY: ReadCell<never> = { value: null, repairs: NO_REPAIRS, reason: null, keep: false };
const UNKNOWN: ReadCell<never> = { value: null, repairs: ['unknownWord'], reason: null, keep: false };
const UNKNOWN_SENTENCE: ReadCell<never> = { value: null, repairs: ['unknownWord'], reason: null, keep: true };
const ZERO_UNKNOWN: ReadCell<never> = { value: null, repairs: ['zeroUnknown'], reason: null, keep: false };
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

/** What says "not known" in a list: the words that we know, and those that its plan adds. */
export type SayUnknown = (text: string) => 'token' | 'sentence' | null;

/** The plan's own words for "not known" before ours; case, width and white space do not count. */
export function unknownWords(plan: Pick<ImportPlan, 'unknownWords'>): SayUnknown {
  const own = new Set((plan.unknownWords ?? []).map(matchKey));
  if (own.size === 0) return unknownWord;
  return (text) => (own.has(matchKey(text)) ? 'token' : unknownWord(text));
}

function unknownCell(text: string, say: SayUnknown): ReadCell<never> | null {
  const word = say(text);
  return word === null ? null : word === 'token' ? UNKNOWN : UNKNOWN_SENTENCE;
}

/** What a plan translates, by field and the key of their word; an empty text is "not known". */
export function translationsOf(
  translations: readonly Translation[] | undefined,
): ReadonlyMap<TranslatedField, ReadonlyMap<string, string>> {
  const byField = new Map<TranslatedField, Map<string, string>>();
  for (const { field, from, to } of translations ?? []) {
    const words = byField.get(field) ?? new Map<string, string>();
    words.set(matchKey(from), to);
    byField.set(field, words);
  }
  return byField;
}

const MAX_PEOPLE = 100_000;
const TRANSLATED: readonly RepairKind[] = ['translated'];
const MONEY_TEXT: readonly RepairKind[] = ['moneyText'];
const MONEY_UNIT: readonly RepairKind[] = ['moneyUnit'];
const MONEY_BOTH: readonly RepairKind[] = ['moneyText', 'moneyUnit'];
const amountRepairs = (text: boolean, unit: boolean): readonly RepairKind[] =>
  text ? (unit ? MONEY_BOTH : MONEY_TEXT) : unit ? MONEY_UNIT : NO_REPAIRS;

/** An amount that can be read, in a currency that the portfolio cannot hold. */
export const OTHER_CURRENCY = unreadable('other_currency');

/** The decimal sign of a money column: what its cells leave open, the other columns of money say. */
function signOfMoney({ rows }: Table, column: number, firstRow: number, plan: ImportPlan): ',' | '.' | null {
  const own = decimalSign(columnCells(rows, column, firstRow));
  if (own !== null) return own;
  const { budget, spent, valuePerMonth } = plan.columns;
  for (const other of [budget, spent, valuePerMonth]) {
    const sign =
      other === undefined || other === column ? null : decimalSign(columnCells(rows, other, firstRow));
    if (sign === ',') return sign;
  }
  const unit = plan.units[String(column)] ?? 'units';
  return writesDots(cellAt(rows, firstRow - 1, column)) ||
    groupsByDots(columnCells(rows, column, firstRow), plan.currency, unit)
    ? ','
    : null;
}

/** Reads the cells of one money column into minor units of the plan's currency; `accepted` is false when the portfolio cannot hold that currency. */
export function moneyReader(
  table: Table,
  column: number,
  firstRow: number,
  plan: ImportPlan,
  accepted: boolean,
): (cell: string) => ReadCell<number> {
  const comma = signOfMoney(table, column, firstRow, plan) === ',';
  const unit = unitFactors[plan.units[String(column)] ?? 'units'];
  const say = unknownWords(plan);
  const zeroIsUnknown = plan.zeroUnknown?.includes(column) ?? false;
  const perUnit = 10 ** minorDigits(plan.currency);
  return remembered((cell) => {
    const { text } = tidyLine(cell);
    if (text === '') return EMPTY;
    const unknown = unknownCell(text, say);
    if (unknown) return unknown;
    const amount = readAmount(text, comma, true);
    if (typeof amount === 'string') return unreadable(amount);
    if (zeroIsUnknown && amount.value === 0) return ZERO_UNKNOWN;
    if (!accepted || (amount.currency !== null && !currencyFits(amount.currency, plan.currency)))
      return OTHER_CURRENCY;
    const factor = amount.scale ?? unit;
    // Amounts are never negative here, so this rounds half away from zero as `toMinor` does, at a fraction of its cost.
    const minor = Math.round(amount.value * factor * perUnit);
    if (!Number.isSafeInteger(minor)) return unreadable('amount_too_large');
    const repairs = amountRepairs(amount.text, factor !== 1 && minor !== 0);
    return { value: minor, repairs, reason: null, keep: false };
  });
}

const SERIAL: readonly RepairKind[] = ['dateSerial'];
const SPAN: readonly RepairKind[] = ['dateSpan'];
/** Currencies of the southern half of the world. */
const SOUTHERN: ReadonlySet<string> = new Set(['AUD', 'NZD', 'ZAR', 'BRL', 'ARS', 'CLP', 'UYU']);

/** Reads the cells of one date column; every distinct cell is looked at first to learn how the column writes dates. */
export function dateReader(
  table: Table,
  column: number,
  firstRow: number,
  plan: ImportPlan,
  side: 'start' | 'end',
  fiscalStartMonth: number,
): (cell: string) => ReadCell<string> {
  const texts = columnDates(table, column, firstRow);
  const meant = monthsAsMeant(table, texts.keys(), firstRow);
  const evidence = dateEvidence(texts.values());
  const order = plan.dateOrders[String(column)] ?? evidence.order ?? 'dayFirst';
  const say = unknownWords(plan);
  const how: DateColumn = {
    order,
    spans: evidence.spans,
    dotsApart: evidence.dotsApart,
    fromApril: evidence.isJapanese || isJapaneseList(table, firstRow),
    isSouthern: SOUTHERN.has(plan.currency),
  };
  // One column for both says from when to when.
  const isPeriod = plan.columns.startDate === column && plan.columns.endDate === column;
  const resolve = (date: DateText, of: 'start' | 'end') => resolveDate(date, how, of, fiscalStartMonth);
  /** The start or end of a time that a cell gives in place of one day; null where it says none. */
  const spanned = (text: string): string | null => {
    const period = readPeriod(text);
    const [from, to] = [period?.from ?? null, period?.to ?? null];
    const [start, end] = [from && resolve(from, 'start'), to && resolve(to, 'end')];
    const [own, other] = side === 'start' ? [start, end] : [end, start];
    if (own === null || typeof own === 'string' || typeof other === 'string') return null;
    return other !== null && (side === 'start' ? own.date > other.date : other.date > own.date)
      ? null
      : own.date;
  };
  return remembered((cell) => {
    const text = meant(tidyLine(cell).text);
    if (text === '') return EMPTY;
    if (text === '0' || text === '0.0') return UNKNOWN;
    const period = isPeriod ? readPeriod(text) : null;
    // Where others say from when to when, one day alone is no end.
    if (
      side === 'end' &&
      period !== null &&
      !period.isRange &&
      (period.from?.kind === 'day' || period.from?.kind === 'numbers')
    )
      return unreadable('one_day');
    if (period && (side === 'start' ? period.from : period.to) === null) return UNKNOWN;
    // A cell that a shifted row brings from another column was not looked at before.
    const read = period
      ? side === 'start'
        ? period.from
        : period.to
      : texts.has(cell)
        ? (texts.get(cell) ?? null)
        : readDateText(text);
    if (read === null) {
      const serial = serialDay(text, table.daysFrom1904 ?? false);
      if (serial !== null) return { value: serial, repairs: SERIAL, reason: null, keep: false };
      const unknown = unknownCell(text, say);
      if (unknown !== null) return unknown;
      const day = spanned(text);
      return day === null
        ? unreadable('not_a_date')
        : { value: day, repairs: SPAN, reason: null, keep: false, taken: day };
    }
    const resolved = resolve(read, side);
    if (typeof resolved === 'string') return unknownCell(text, say) ?? unreadable(resolved);
    const { date, repair } = resolved;
    return {
      value: date,
      repairs: repair === null ? NO_REPAIRS : [repair],
      reason: null,
      keep: false,
      ...(repair === 'yearPart' ? { taken: date } : {}),
    };
  });
}

/** Reads a short text column: one tidy line; words for "not known" are null. */
export function lineReader(maxLength: number, say: SayUnknown): (cell: string) => ReadCell<string> {
  return remembered((cell) => {
    const { text: said, entities, whitespace } = tidyLine(cell);
    const text = withoutNumbers(said);
    if (text === '') return EMPTY;
    const unknown = unknownCell(text, say);
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

/** Reads a column of whole or part people; a number that the field cannot hold is kept as text. */
export function peopleReader(say: SayUnknown): (cell: string) => ReadCell<number> {
  return remembered((cell) => {
    const { text } = tidyLine(cell);
    if (text === '') return EMPTY;
    const unknown = unknownCell(text, say);
    if (unknown) return unknown;
    const amount = readAmount(text);
    if (typeof amount === 'string' || amount.currency !== null || amount.value > MAX_PEOPLE)
      return unreadable('not_a_number');
    return { value: amount.value * (amount.scale ?? 1), repairs: NO_REPAIRS, reason: null, keep: false };
  });
}

/** Reads a column of yes and no: by the plan's translations (`yes`, `no`, or nothing for "not known"), then by our own words. */
export function yesNoReader(
  say: SayUnknown,
  translations: ReadonlyMap<string, string> | undefined,
): (cell: string) => ReadCell<boolean> {
  return remembered((cell) => {
    const { text } = tidyLine(cell);
    if (text === '') return EMPTY;
    const said = translations?.get(matchKey(text));
    if (said !== undefined)
      return {
        value: said === '' ? null : said === 'yes',
        repairs: TRANSLATED,
        reason: null,
        keep: false,
      };
    const answer = readYesNo(text);
    if (answer !== null) return { value: answer, repairs: NO_REPAIRS, reason: null, keep: false };
    return unknownCell(text, say) ?? unreadable('not_yes_or_no');
  });
}

const SCALE_TEXT: readonly RepairKind[] = ['scaleText'];
const CHOICE_TEXT: readonly RepairKind[] = ['choiceText'];
const UNIT_TEXT: readonly RepairKind[] = ['unitText'];

/** Reads a column of steps from 1 to 5: by the plan's translations, then by words, stars and numbers of its own scale. */
export function scaleReader(
  table: Table,
  column: number,
  firstRow: number,
  say: SayUnknown,
  translations: ReadonlyMap<string, string> | undefined,
): (cell: string) => ReadCell<number> {
  const how = scaleColumn(columnCells(table.rows, column, firstRow));
  return remembered((cell) => {
    const { text } = tidyLine(cell);
    if (text === '') return EMPTY;
    const said = translations?.get(matchKey(text));
    if (said !== undefined)
      return { value: said === '' ? null : Number(said), repairs: TRANSLATED, reason: null, keep: false };
    const step = readScale(text, how);
    if (step !== null)
      return {
        value: step,
        repairs: text === String(step) ? NO_REPAIRS : SCALE_TEXT,
        reason: null,
        keep: false,
      };
    return unknownCell(text, say) ?? unreadable('not_on_scale');
  });
}

/** Reads a column that chooses one of a few words of ours: by the plan's translations, then by words in both languages. */
export function choiceReader(
  field: ChoiceField,
  say: SayUnknown,
  translations: ReadonlyMap<string, string> | undefined,
): (cell: string) => ReadCell<string> {
  return remembered((cell) => {
    const { text } = tidyLine(cell);
    if (text === '') return EMPTY;
    const said = translations?.get(matchKey(text));
    if (said !== undefined)
      return { value: said === '' ? null : said, repairs: TRANSLATED, reason: null, keep: false };
    const value = readChoice(field, text);
    if (value !== null)
      return { value, repairs: text === value ? NO_REPAIRS : CHOICE_TEXT, reason: null, keep: false };
    return unknownCell(text, say) ?? unreadable('not_a_choice');
  });
}

/** A reading of a metric, and the unit that its cell names beside it. */
export interface Measure {
  readonly value: number;
  readonly unit: string;
}

const MEASURE = /^([<>≤≥~≈约]?\s*)([-\u2212+]?)\s*(\p{Sc}?)\s*(\d[\d.,'’\u00a0\u202f ]*)\s*(\D{0,40})$/u;
const MAX_MEASURE = 1e15;

/** Reads a column of readings of a metric: `12`, `-3.5`, `1,200`, `85 %`, `45 days`, `≤ 3天`. */
export function measureReader(
  table: Table,
  column: number,
  firstRow: number,
  say: SayUnknown,
): (cell: string) => ReadCell<Measure> {
  const comma = commaIsDecimal(columnCells(table.rows, column, firstRow));
  return remembered((cell) => {
    const { text } = tidyLine(cell);
    if (text === '') return EMPTY;
    const unknown = unknownCell(text, say);
    if (unknown) return unknown;
    const [, about = '', sign = '', currency = '', digits = '', rest = ''] =
      MEASURE.exec(text.normalize('NFKC')) ?? [];
    const amount = digits === '' ? 'not_a_number' : readAmount(digits.trim(), comma);
    const scale = scaleOfWord(rest.trim());
    const value = typeof amount === 'string' ? Number.NaN : amount.value * (scale ?? 1);
    if (!(Math.abs(value) <= MAX_MEASURE)) return unreadable('not_a_number');
    const unit = `${currency}${scale === null ? rest.trim() : ''}`;
    return {
      value: { value: sign === '' || sign === '+' ? value : -value, unit },
      repairs: unit === '' && about === '' ? NO_REPAIRS : UNIT_TEXT,
      reason: null,
      keep: false,
    };
  });
}
