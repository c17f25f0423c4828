import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type TableName,
  tableNames,
} from '../domain/records.ts';
import { findRecord, references } from '../domain/references.ts';
import type { Language } from '../text/area.ts';
import { common } from '../text/catalogues/common.ts';
import { exporting } from '../text/catalogues/exporting.ts';
import { minorDigits, toMajor } from '../text/format.ts';

/** A table for spreadsheets: column names in one language, cells ready to be written. */
export interface SpreadsheetTable {
  readonly table: TableName;
  /** The table's name in the chosen language. */
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Fields that hold money, by table; they are written in whole currency units beside a currency column. */
const MONEY: { readonly [T in TableName]?: readonly string[] } = {
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

/** Field that refers to a record: its column of ids is followed by one of names. */
const nameField = (field: string): string => field.replace(/Id$/, 'Name');

type Words = Readonly<Record<string, string>>;

/**
 * A cell that no spreadsheet takes for a formula: text that starts with = + - @ tab or carriage return gets an
 * apostrophe in front, which spreadsheets read as "this is text". Numbers, also negative ones, stay numbers.
 */
export function harmless(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text)) return text;
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? text : `'${text}`;
}

function amountText(minor: number, currency: string): string {
  const major = toMajor(minor, currency);
  return Number.isInteger(major) ? String(major) : major.toFixed(minorDigits(currency));
}

/**
 * Every table of a portfolio as cells. Unknown is an empty cell. Money is in whole currency units, with a currency
 * column in each table that has any; references stand as id and as name; modes, stages, kinds and yes/no are words
 * of the chosen language; lists of names stand in one cell, with semicolons.
 */
export function portfolioTables(records: PortfolioRecords, language: Language): readonly SpreadsheetTable[] {
  const words: Words = exporting[language];
  const terms: Words = common[language];
  const currency = records.portfolio.portfolio?.currency ?? 'USD';
  const vocabulary: Readonly<Record<string, (value: string) => string>> = {
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
  const nameOf = (target: TableName, id: string): string => {
    const record = findRecord(records, target, id);
    return record && 'name' in record ? record.name : '';
  };

  return tableNames.map((table) => {
    const money = new Set(MONEY[table] ?? []);
    const targets = new Map(references[table].map(({ field, to }) => [field, to]));
    const fields = Object.keys(recordSchemas[table].shape);
    const ownCurrency = fields.includes('currency');
    const header: string[] = [];
    for (const field of fields) {
      header.push(words[`column.${table}.${field}`] ?? words[`column.${field}`] ?? field);
      if (targets.has(field)) header.push(words[`column.${nameField(field)}`] ?? nameField(field));
    }
    if (money.size > 0 && !ownCurrency) header.push(words['column.currency'] ?? 'currency');

    const cellOf = (field: string, value: unknown): string => {
      if (value === null || value === undefined) return '';
      if (typeof value === 'boolean') return words[value ? 'value.yes' : 'value.no'] ?? String(value);
      if (typeof value === 'number') return money.has(field) ? amountText(value, currency) : String(value);
      if (typeof value === 'string') return harmless(vocabulary[`${table}.${field}`]?.(value) ?? value);
      if (Array.isArray(value))
        return harmless(
          value.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('; '),
        );
      return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
    };
    const rows = Object.values<AnyRecord>(records[table]).map((record) => {
      const source = record as unknown as Readonly<Record<string, unknown>>;
      const cells: string[] = [];
      for (const field of fields) {
        const value = source[field];
        cells.push(cellOf(field, value));
        const target = targets.get(field);
        if (target) cells.push(typeof value === 'string' ? harmless(nameOf(target, value)) : '');
      }
      if (money.size > 0 && !ownCurrency) cells.push(currency);
      return cells;
    });
    return { table, title: words[`table.${table}`] ?? table, header, rows };
  });
}
