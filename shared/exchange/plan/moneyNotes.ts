import { minorDigits } from '../../text/format.ts';
import { type HeaderWords, readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { NO_BUDGET } from '../columns/matchColumns.ts';
import { ONE_YEAR, PART } from '../columns/preferColumns.ts';
import { timesOf } from '../columns/timeColumns.ts';
import { statedMoney } from '../columns/unitProse.ts';
import { yearColumns } from '../columns/yearColumns.ts';
import type { ImportPlan, SumCheck } from '../contract.ts';
import type { SourceNote } from '../sources.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import { distinctCells } from '../table/distinctCells.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import { dateFields, moneyFields } from './detectPlan.ts';

/** What an initiative costs is no fewer whole units of a currency than this; a list of so small amounts lacks its unit. */
const LEAST = 1_000;
const AMOUNTS = 3;
const EXAMPLES = 5;

/** A header without its year and what stands in brackets: two that are then the same hold the money of different years. */
const withoutYear = (header: string): string => {
  const { phrase, parts } = readHeader(tidyLine(header).text);
  return (parts[0] ?? phrase).replace(/\d{2,4}(?:\D\d{2,4})?/g, '#');
};

const partsNote = (
  what: 'oneYearOnly' | 'partOnly',
  found: readonly (readonly string[])[],
): readonly SourceNote[] =>
  found.map((headers) => ({ what, count: headers.length - 1, examples: headers.slice(0, EXAMPLES) }));

/** Says that a field was filled with the money of one year, where other columns hold that of others. */
export function oneYearNote(plan: ImportPlan, { names }: ColumnNames): readonly SourceNote[] {
  const used = new Set(Object.values(plan.columns));
  const headers = names.map((name) => readHeader(tidyLine(name).text));
  const found = (['budget', 'spent'] as const).flatMap((field) => {
    const own = names[plan.columns[field] ?? -1];
    const columns = yearColumns(field, headers);
    if (own === undefined || !columns.some(({ column }) => column === plan.columns[field])) return [];
    const others = columns.flatMap(({ column }) => (used.has(column) ? [] : [names[column] ?? '']));
    return others.length === 0 ? [] : [[own, ...others]];
  });
  return partsNote('oneYearOnly', found);
}

/** Says that a field was filled with one part of the money, such as CapEx, where other columns hold the other parts. */
export function onePartNote(plan: ImportPlan, { names }: ColumnNames): readonly SourceNote[] {
  const used = new Set(Object.values(plan.columns));
  const phraseOf = (header: string): string => readHeader(tidyLine(header).text).phrase;
  const isPart = (header: string): boolean => PART.test(phraseOf(header));
  const withoutPart = (header: string): string =>
    withoutYear(header).replace(PART, '').replace(/\s+/g, ' ').trim();
  const found = moneyFields.flatMap((field) => {
    const header = names[plan.columns[field] ?? -1];
    if (header === undefined || !isPart(header)) return [];
    const others = names.filter(
      (name, at) =>
        !used.has(at) && name !== header && isPart(name) && withoutPart(name) === withoutPart(header),
    );
    // A column that was made of the parts says what they are.
    const isMade = others.every((name) => phraseOf(header).includes(phraseOf(name)));
    return isMade ? [] : [[header, ...others]];
  });
  return partsNote('partOnly', found);
}

/** How well a header must name the budget, and what share of its cells must hold a digit, to be money that nobody could read. */
const NAMED = 70;
const MOSTLY = 0.5;

/** An amount by its look, whatever its currency is: a sign of money, or letters before groups of digits or a scale. */
const AMOUNT =
  /\p{Sc}\s?\d|\d\s?\p{Sc}|^\p{L}[\p{L}.]{0,4}\s?\d[\d.]*(?:,\d{3}|\s?(?:[mb]illions?|[mb]n|[kmb])\b)/iu;

/** Groups of digits with cents: nobody writes people or days so. */
const WITH_CENTS = /^\d{1,3}(?:[,.\s’']\d{3})+[.,]\d{2}$/;

const GROUPED = /^\d{1,3}(?:[,.\s’']\d{3})+(?:[.,]\d+)?$/;

/** Whether most cells of a column say something that fits. */
function mostlyHolds(table: Table, column: number, firstRow: number, what: RegExp): boolean {
  const cells = [...distinctCells(table, column, firstRow)].filter((cell) => !isBlank(cell));
  return cells.filter((cell) => what.test(cell)).length > cells.length * MOSTLY;
}

/** Says that nothing was taken as the budget, where columns that no field has hold money or are called so. */
export function moneyLeftNote(table: Table, plan: ImportPlan, { names }: ColumnNames): readonly SourceNote[] {
  if (plan.columns.budget !== undefined) return [];
  const used = new Set(Object.values(plan.columns));
  const headers = names.map((name) => readHeader(tidyLine(name).text));
  // Of columns that are called by years alone another note speaks.
  const times = new Set(timesOf(headers).map(({ column }) => column));
  // Where the list says once of which unit its amounts are, those with groups of digits are some.
  const stated = statedMoney(table, plan.headerRow);
  const isStated = stated.unit !== null || stated.currency !== null;
  const isMoney = (header: HeaderWords, column: number): boolean =>
    header.currency !== null ||
    mostlyHolds(table, column, plan.headerRow + 1, AMOUNT) ||
    mostlyHolds(table, column, plan.headerRow + 1, WITH_CENTS) ||
    // What is said of a year and has groups of digits is some as well: FY 23-24 Requested.
    ((isStated || ONE_YEAR.test(header.phrase)) && mostlyHolds(table, column, plan.headerRow + 1, GROUPED)) ||
    (headerScore('budget', header) >= NAMED && mostlyHolds(table, column, plan.headerRow + 1, /\d/));
  const left = headers.flatMap((header, column) =>
    used.has(column) || times.has(column) || NO_BUDGET.test(header.phrase) || !isMoney(header, column)
      ? []
      : [names[column] ?? ''],
  );
  return left.length === 0
    ? []
    : [{ what: 'moneyLeft', count: left.length, examples: left.slice(0, EXAMPLES) }];
}

/** Says that no start or no end was taken, where columns that no field has are called one and hold no dates that can be read. */
export function datesLeftNote(table: Table, plan: ImportPlan, { names }: ColumnNames): readonly SourceNote[] {
  const used = new Set(Object.values(plan.columns));
  const left = dateFields.flatMap((field) =>
    plan.columns[field] === undefined
      ? names.filter(
          (name, column) =>
            !used.has(column) &&
            headerScore(field, readHeader(tidyLine(name).text)) >= NAMED &&
            mostlyHolds(table, column, plan.headerRow + 1, /\S/),
        )
      : [],
  );
  return left.length === 0
    ? []
    : [{ what: 'datesLeft', count: left.length, examples: left.slice(0, EXAMPLES) }];
}

/** Says that amounts may be in thousands or millions that nothing names: on average they are too small for initiatives. */
export function unitNote(plan: ImportPlan, checks: readonly SumCheck[]): readonly SourceNote[] {
  const perUnit = 10 ** minorDigits(plan.currency);
  const small = checks.filter(({ field, cells, came }) => {
    const column = plan.columns[field];
    const unit = column === undefined ? undefined : plan.units[String(column)];
    const isWhole = unit === undefined || unit === 'units';
    return field === 'budget' && isWhole && cells >= AMOUNTS && came > 0 && came / cells < LEAST * perUnit;
  });
  return small.length === 0
    ? []
    : [{ what: 'unitOpen', count: small.length, examples: small.map(({ column }) => column) }];
}
