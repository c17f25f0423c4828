import { isIsoDate } from '../../domain/primitives.ts';
import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type TableName,
  tableNames,
} from '../../domain/records.ts';
import { findRecord, references } from '../../domain/references.ts';
import { dayNumber } from '../../domain/time.ts';
import { countedInMoney } from '../../planning/countedInMoney.ts';
import { clockText } from '../../storyboard/clock.ts';
import type { Hidden } from '../../storyboard/mask.ts';
import { readMinutes } from '../../storyboard/pageTimes.ts';
import type { Language } from '../../text/area.ts';
import { common } from '../../text/catalogues/common.ts';
import { exporting } from '../../text/catalogues/exporting.ts';
import { toMajor } from '../../text/format.ts';

/** A cell of a table for spreadsheets: money in whole currency units, days as numbers since 1970-01-01; null is unknown. */
export type TypedCell =
  | { readonly kind: 'text' | 'json'; readonly value: string }
  | { readonly kind: 'number' | 'money' | 'date'; readonly value: number }
  | null;

/** Which field of its records a column is of; null for the currency that amounts stand beside. */
export interface TypedColumn {
  readonly field: string | null;
  /** Its value, what the record that it refers to is called, or something else that is worked out of it. */
  readonly holds: 'value' | 'name' | 'other';
}

/** A table with column names in one language and cells by their kind. */
export interface TypedTable {
  readonly table: TableName;
  /** The table's name in the chosen language. */
  readonly title: string;
  readonly header: readonly string[];
  /** What stands under each of these names. */
  readonly columns: readonly TypedColumn[];
  readonly currency: string;
  readonly rowCount: number;
  /** The cells of a row, made when asked for: a large portfolio has millions, and nobody needs them all at once. */
  readonly row: (at: number) => readonly TypedCell[];
}

/** Fields that hold money, by table; they are written in whole currency units beside a currency column. */
export const moneyColumns: { readonly [T in TableName]?: readonly string[] } = {
  portfolio: ['dayRate'],
  initiative: ['budget', 'spent', 'valuePerMonth', 'penaltyPerMonth', 'teamDayRate'],
  phase: ['dayRate', 'cost'],
  release: ['plannedValuePerMonth', 'measuredValuePerMonth'],
  capability: ['neededMoney'],
  engagement: ['amount'],
  outcome: ['neededMoney'],
  tranche: ['amount'],
  decisionOption: ['cost'],
};

/** Fields with ids of records in them that no column of names follows. */
const HOLDS_IDS: ReadonlySet<string> = new Set([
  'waiver.subject',
  'decision.findingKey',
  'intention.findingKey',
]);

/** Field that refers to a record: its column of ids is followed by one of names. */
const nameField = (field: string): string => field.replace(/Id$/, 'Name');

type Words = Readonly<Record<string, string>>;

/** Words of a language for the values of fields that know only some, by `table.field`. */
export function vocabularyOf(language: Language): Readonly<Record<string, (value: string) => string>> {
  const words: Words = exporting[language];
  const terms: Words = common[language];
  return {
    'initiative.mode': (value) => terms[`mode.${value}`] ?? value,
    'initiative.stage': (value) => terms[`stage.${value}`] ?? value,
    'phase.kind': (value) => terms[`phase.${value}`] ?? value,
    'partner.relationship': (value) => words[`value.${value}`] ?? value,
    'segment.kind': (value) => words[`value.segment.${value}`] ?? value,
    'outcome.direction': (value) => words[`value.direction.${value}`] ?? value,
    'outcome.businessValue': (value) => words[`value.businessValue.${value}`] ?? value,
    'handoff.kind': (value) => words[`value.handoff.${value}`] ?? value,
    'tranche.decision': (value) => words[`value.decision.${value}`] ?? value,
    'decision.state': (value) => words[`value.state.${value}`] ?? value,
    'decision.subject': (value) => words[`value.subject.${value}`] ?? value,
    'decisionOption.kind': (value) => words[`value.option.${value}`] ?? value,
    'ranking.of': (value) => words[`value.ranked.${value}`] ?? value,
    'ranking.method': (value) => words[`value.method.${value}`] ?? value,
  };
}

const nothingHidden: Hidden = { amounts: false, names: false };

/**
 * Every table of a portfolio as cells. Money is in whole currency units, with a currency column in each table that
 * has any; references stand as id and as name; modes, stages, kinds and yes/no are words of the chosen language;
 * lists of names stand in one cell, with semicolons. Hidden amounts leave out every field of money and every cell
 * that could hold one unseen; hidden names leave out every such cell and number the ids, which are often made of names:
 * texts are those of the records, which the caller has as they may be shown (`hiddenRecords`).
 */
export function typedTables(
  records: PortfolioRecords,
  language: Language,
  hidden: Hidden = nothingHidden,
): readonly TypedTable[] {
  const words: Words = exporting[language];
  const currency = records.portfolio.portfolio?.currency ?? 'USD';
  const vocabulary = vocabularyOf(language);
  const nameOf = (target: TableName, id: string): string => {
    const record = findRecord(records, target, id);
    return record && 'name' in record ? record.name : '';
  };

  const numbers = new Map<TableName, ReadonlyMap<string, string>>();
  /** An id as it may be shown: with hidden names the place of its record in its table, from 1. */
  const idOf = (target: TableName, id: string): string => {
    if (!hidden.names) return id;
    let known = numbers.get(target);
    if (!known) {
      known = new Map(Object.keys(records[target]).map((each, at) => [each, String(at + 1)]));
      numbers.set(target, known);
    }
    return known.get(id) ?? '';
  };

  return tableNames.map((table): TypedTable => {
    const money = new Set(moneyColumns[table] ?? []);
    const targets = new Map(references[table].map(({ field, to }) => [field, to]));
    const all = Object.keys(recordSchemas[table].shape);
    const fields = hidden.amounts ? all.filter((field) => !money.has(field)) : all;
    const ownCurrency = all.includes('currency');
    const currencyColumn = money.size > 0 && !ownCurrency && !hidden.amounts;
    const header: string[] = [];
    const held: TypedColumn[] = [];
    const head = (word: string, field: string | null, holds: TypedColumn['holds']): void => {
      header.push(word);
      held.push({ field, holds });
    };
    for (const field of fields) {
      const inParts = isMinutes(table, field);
      const word = words[`column.${table}.${field}`] ?? words[`column.${field}`] ?? field;
      head(word, field, inParts ? 'other' : 'value');
      if (targets.has(field)) head(words[`column.${nameField(field)}`] ?? nameField(field), field, 'name');
      if (!inParts) continue;
      head(words['column.meeting.pageMinutes'] ?? '', field, 'other');
      head(words['column.meeting.pageTimes'] ?? '', field, 'other');
    }
    if (currencyColumn) head(words['column.currency'] ?? 'currency', null, 'other');

    // A large portfolio has a million cells: what a field is, is asked once and not for each of them.
    const textOf = (field: string): ((value: string) => string) => {
      const said = vocabulary[`${table}.${field}`];
      if (said) return said;
      const target = field === 'id' ? table : targets.get(field);
      if (target) return (id) => idOf(target, id);
      return hidden.names && HOLDS_IDS.has(`${table}.${field}`) ? () => '' : (value) => value;
    };
    const columns = fields.map((field) => ({
      field,
      target: targets.get(field),
      isMinutes: isMinutes(table, field),
      isMoney: money.has(field),
      isMeasure: MEASURES.has(`${table}.${field}`),
      textOf: textOf(field),
    }));
    const cellOf = (column: (typeof columns)[number], value: unknown, inMoney: boolean): TypedCell => {
      if (value === null || value === undefined) return null;
      if (typeof value === 'boolean')
        return { kind: 'text', value: words[value ? 'value.yes' : 'value.no'] ?? String(value) };
      if (typeof value === 'number') {
        if (hidden.amounts && inMoney && column.isMeasure) return null;
        return column.isMoney
          ? { kind: 'money', value: toMajor(value, currency) }
          : { kind: 'number', value };
      }
      if (typeof value === 'string') {
        if (isIsoDate(value)) return { kind: 'date', value: dayNumber(value) };
        return { kind: 'text', value: column.textOf(value) };
      }
      // What is kept word for word may hold amounts and names that nobody can tell from other words.
      if (hidden.amounts || hidden.names) return null;
      if (Array.isArray(value)) {
        const parts = value.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
        return { kind: 'text', value: parts.join('; ') };
      }
      return Object.keys(value).length === 0 ? null : { kind: 'json', value: JSON.stringify(value) };
    };
    const list = Object.values<AnyRecord>(records[table]);
    const row = (at: number): readonly TypedCell[] => {
      const source = list[at] as unknown as Readonly<Record<string, unknown>>;
      const inMoney = hidden.amounts && isInMoney(table, source, records, currency);
      const cells: TypedCell[] = [];
      for (const column of columns) {
        const value = source[column.field];
        if (column.isMinutes) {
          cells.push(...minutesCells(String(value), hidden.amounts));
          continue;
        }
        cells.push(cellOf(column, value, inMoney));
        const { target } = column;
        if (target)
          cells.push(typeof value === 'string' ? { kind: 'text', value: nameOf(target, value) } : null);
      }
      if (currencyColumn) cells.push({ kind: 'text', value: currency });
      return cells;
    };
    const title = words[`table.${table}`] ?? table;
    return { table, title, header, columns: held, currency, rowCount: list.length, row };
  });
}

/** Notes of a meeting hold two things: what happened, and a line for each page on how long it was on the screen. */
const isMinutes = (table: TableName, field: string): boolean => table === 'meeting' && field === 'notes';

/** What happened; the minutes that all pages were on the screen; how long each was, a line each. */
function minutesCells(notes: string, hideAmounts: boolean): readonly TypedCell[] {
  const { used, lines } = readMinutes(notes);
  const text = (value: readonly string[]): TypedCell => ({
    kind: 'text',
    // The program wrote these with the amounts that were changed, and with titles that say some.
    value: hideAmounts ? '' : value.join('\n'),
  });
  const seconds = used.reduce((sum, each) => sum + each.seconds, 0);
  return [
    text(lines.map((line) => line.replaceAll('\t', ' '))),
    used.length === 0 ? null : { kind: 'number', value: Math.round(seconds / 6) / 10 },
    text(used.map((each) => `${clockText(each.seconds)} ${each.title}`.trim())),
  ];
}

/** Readings of a metric, which are amounts where the metric is counted in money. */
const MEASURES: ReadonlySet<string> = new Set(['outcome.baseline', 'outcome.target', 'outcomeReading.value']);

/** Whether an outcome, or a reading of one, is counted in money. */
function isInMoney(
  table: TableName,
  record: Readonly<Record<string, unknown>>,
  { outcome }: PortfolioRecords,
  currency: string,
): boolean {
  const unit =
    table === 'outcome'
      ? record.unit
      : table === 'outcomeReading' && typeof record.outcomeId === 'string'
        ? outcome[record.outcomeId]?.unit
        : null;
  return typeof unit === 'string' && countedInMoney(unit, currency);
}
