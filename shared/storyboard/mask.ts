import { z } from 'zod';
import type { Change } from '../contract/changes.ts';
import type { Label } from '../domain/label.ts';
import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type TableName,
  tableNames,
} from '../domain/records.ts';
import type { RecordsDiff, TableDiff } from '../history/diff.ts';
import { HIDDEN_AMOUNT } from '../text/format.ts';
import { withoutAmounts } from './amountText.ts';
import { createNameIndex } from './nameIndex.ts';

/** What a room must not read. Amounts in records stay numbers, so that pictures keep their shape: whoever writes them hides them. */
export interface Hidden {
  readonly names: boolean;
  readonly amounts: boolean;
}

/** What is named anew, each with a number of its own. */
export const aliasKinds = ['initiative', 'team', 'partner', 'portfolio', 'person', 'group'] as const;
export type AliasKind = (typeof aliasKinds)[number];

/** The name of the nth of a kind, in the language of the screen: "Initiative 3". */
export type AliasWords = (kind: AliasKind, nth: number) => string;

/** Takes names and amounts out of what a service sends, and puts the names back into what is written. */
export interface Masker {
  /** All records with nothing in them that is to be hidden. Call it first: it learns the names. */
  readonly records: (records: PortfolioRecords) => PortfolioRecords;
  readonly diff: (diff: RecordsDiff) => RecordsDiff;
  /** Records and changes that are not those of the plan: snapshots, and steps of the history. */
  readonly pastRecords: (records: PortfolioRecords) => PortfolioRecords;
  readonly pastDiff: (diff: RecordsDiff) => RecordsDiff;
  /** Any other answer: known names and written amounts in its texts are replaced; ids and keys stay. */
  readonly value: <T>(value: T) => T;
  /** What was written on masked records, as it must reach the file: the true names and texts. */
  readonly unmask: (step: { readonly label: Label; readonly changes: readonly Change[] }) => {
    readonly label: Label;
    readonly changes: readonly Change[];
  };
}

const namedTables: Readonly<Partial<Record<TableName, AliasKind>>> = {
  initiative: 'initiative',
  team: 'team',
  partner: 'partner',
  portfolio: 'portfolio',
};
const people = new Set(['owner', 'by', 'agreedBy', 'voter']);
/** Short texts that a picture cannot do without: known names in them are replaced. */
const scrubbed = new Set([
  ...[
    'name',
    'metric',
    'status',
    'label',
    'titleEn',
    'titleZh',
    'questionEn',
    'questionZh',
    'fromName',
    'toName',
  ],
  ...['title', 'subtitle', 'fileName'],
]);
const kept = new Set([
  'currency',
  'unit',
  'code',
  'area',
  'findingKey',
  'subject',
  'op',
  'table',
  'key',
  'of',
  'method',
]);
/** What an import brought along, word for word: too much to look through. */
const emptied = new Set(['extra', 'report']);
const date = /^\d{4}-(?:\d{2}(?:-\d{2}(?:T[\d:.]+Z?)?)?|Q[1-4])$/;
const isKey = (field: string): boolean =>
  field === 'id' || field.endsWith('Id') || field === 'ref' || field === 'token';

type Fields = Readonly<Record<string, unknown>>;

/** A masker for one portfolio and one language; `hidden` with nothing to hide gives back everything as it is. */
export function createMasker(hidden: Hidden, words: AliasWords): Masker {
  const index = createNameIndex();
  const numbers = new Map<string, number>();
  const counts = new Map<AliasKind, number>();
  const names = new Map<string, string>();
  const originals = new Map<string, AnyRecord>();
  const nothing = !hidden.names && !hidden.amounts;

  function alias(kind: AliasKind, key: string, name: string): string {
    const place = `${kind}\n${key}`;
    let nth = numbers.get(place);
    if (nth === undefined) {
      nth = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, nth);
      numbers.set(place, nth);
    }
    const called = words(kind, nth);
    // The program's own word for nobody is not a name.
    if (name.trim() !== '') {
      index.add(name, called);
      names.set(called, name);
    }
    return called;
  }

  const person = (name: string): string =>
    name.trim() === '' ? name : alias('person', name.trim().toLowerCase(), name);

  function text(value: string): string {
    const named = hidden.names ? index.replace(value) : value;
    return hidden.amounts ? withoutAmounts(named) : named;
  }

  /** Makes the names of a record known before any text is looked through. */
  function learn(table: TableName, record: AnyRecord, ofPlan: boolean): void {
    if (ofPlan) originals.set(`${table}\n${record.id}`, record);
    const fields = record as Fields;
    const kind = namedTables[table];
    if (kind && typeof fields.name === 'string') alias(kind, record.id, fields.name);
    for (const field of people) if (typeof fields[field] === 'string') person(fields[field]);
    if (typeof fields.collaborationGroup === 'string')
      alias('group', fields.collaborationGroup, fields.collaborationGroup);
  }

  /** Values of a sentence of the history: names that nobody bears any more are not known, so only words of the program stay. */
  function param(value: unknown): unknown {
    if (typeof value !== 'string' || !hidden.names) return deep(value);
    const said = text(value);
    return said === value && !/^[a-z][\w.]*$/.test(value) && !date.test(value) ? HIDDEN_AMOUNT : said;
  }

  function deep(value: unknown, field = ''): unknown {
    if (typeof value === 'string') {
      if (isKey(field) || kept.has(field) || date.test(value)) return value;
      if (hidden.names && people.has(field)) return person(value);
      return text(value);
    }
    if (Array.isArray(value)) return value.map((each) => deep(each, field));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [
          name,
          hidden.names && emptied.has(name) ? {} : field === 'params' ? param(each) : deep(each, name),
        ]),
      );
    return value;
  }

  function field(table: TableName, id: string, name: string, value: unknown): unknown {
    if (value === null || isKey(name) || kept.has(name)) return value;
    if (table === 'scenarioStep' && name === 'changes' && Array.isArray(value)) return value.map(change);
    if (typeof value !== 'string') return deep(value, name);
    if (isChoice(table, name) || date.test(value)) return value;
    if (!hidden.names) return text(value);
    const kind = namedTables[table];
    if (kind && name === 'name') return alias(kind, id, value);
    if (people.has(name)) return person(value);
    if (name === 'collaborationGroup') return alias('group', value, value);
    if (scrubbed.has(name)) return text(value);
    // Free text may name anybody.
    return '';
  }

  function fields(table: TableName, id: string, values: Fields): Fields {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        hidden.names && emptied.has(name) ? {} : field(table, id, name, value),
      ]),
    );
  }

  function change(step: unknown): unknown {
    const { op, table, record, id, values } = step as Record<string, unknown>;
    if (!isTable(table)) return deep(step);
    if (op === 'put') {
      const put = record as AnyRecord;
      return { op, table, record: fields(table, put.id, put as Fields) };
    }
    return op === 'patch' ? { op, table, id, values: fields(table, String(id), values as Fields) } : step;
  }

  const masked = <R extends AnyRecord>(table: TableName, record: R): R =>
    fields(table, record.id, record as Fields) as R;
  const eachOf = (map: Readonly<Record<string, AnyRecord>>, each: (record: AnyRecord) => AnyRecord) =>
    Object.fromEntries(Object.entries(map).map(([id, record]) => [id, each(record)]));

  /** A field as the file has it: what was not touched comes back whole, what was typed with true names. */
  function restored(table: TableName, id: string, values: Fields): Fields {
    const original = originals.get(`${table}\n${id}`) as Fields | undefined;
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (original && Object.hasOwn(original, name)) {
          const shown = field(table, id, name, original[name]);
          const whole = hidden.names && emptied.has(name) ? {} : shown;
          if (JSON.stringify(whole) === JSON.stringify(value)) return [name, original[name]];
        }
        if (table === 'scenarioStep' && name === 'changes' && Array.isArray(value))
          return [name, value.map((each) => backChange(each as Change))];
        return [name, back(value)];
      }),
    );
  }

  const patterns = aliasKinds.map((kind) => {
    const [before = '', after = ''] = words(kind, 7).split('7');
    const plain = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`${plain(before)}\\d+(?!\\d)${plain(after)}`, 'g');
  });

  function back(value: unknown): unknown {
    if (typeof value === 'string') {
      let said = value;
      for (const pattern of patterns) said = said.replace(pattern, (called) => names.get(called) ?? called);
      return said;
    }
    if (Array.isArray(value)) return value.map(back);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, back(each)]));
    return value;
  }

  function backChange(step: Change): Change {
    if (step.op === 'remove' || !isTable(step.table)) return step;
    if (step.op === 'patch') return { ...step, values: { ...restored(step.table, step.id, step.values) } };
    return { ...step, record: { ...restored(step.table, String(step.record.id), step.record) } };
  }

  function wholeRecords(records: PortfolioRecords, ofPlan: boolean): PortfolioRecords {
    if (nothing) return records;
    for (const table of tableNames)
      for (const record of Object.values(records[table] ?? {})) learn(table, record, ofPlan);
    return Object.fromEntries(
      tableNames.map((table) => [table, eachOf(records[table] ?? {}, (record) => masked(table, record))]),
    ) as unknown as PortfolioRecords;
  }

  function wholeDiff(diff: RecordsDiff, ofPlan: boolean): RecordsDiff {
    if (nothing) return diff;
    const tables = Object.entries(diff) as [TableName, TableDiff][];
    for (const [table, { added, updated, removed }] of tables) {
      for (const record of [...Object.values(removed), ...Object.values(added)]) learn(table, record, ofPlan);
      for (const [, after] of Object.values(updated)) learn(table, after, ofPlan);
    }
    return Object.fromEntries(
      tables.map(([table, { added, updated, removed, ...rest }]) => [
        table,
        {
          ...rest,
          added: eachOf(added, (record) => masked(table, record)),
          updated: Object.fromEntries(
            Object.entries(updated).map(([id, [before, after]]) => [
              id,
              [masked(table, before), masked(table, after)],
            ]),
          ),
          removed: eachOf(removed, (record) => masked(table, record)),
        },
      ]),
    ) as RecordsDiff;
  }

  return {
    records: (records) => wholeRecords(records, true),
    diff: (diff) => wholeDiff(diff, true),
    pastRecords: (records) => wholeRecords(records, false),
    pastDiff: (diff) => wholeDiff(diff, false),
    value: (value) => (nothing ? value : (deep(value) as typeof value)),
    unmask: ({ label, changes }) =>
      hidden.names
        ? {
            label: { key: label.key, params: back(label.params) as Label['params'] },
            changes: changes.map(backChange),
          }
        : { label, changes },
  };
}

const isTable = (table: unknown): table is TableName =>
  typeof table === 'string' && Object.hasOwn(recordSchemas, table);

const choices = new Map<string, boolean>();

/** True for a field that holds one of a few words of the program, such as a mode. */
function isChoice(table: TableName, field: string): boolean {
  const place = `${table}.${field}`;
  let known = choices.get(place);
  if (known === undefined) {
    const shape: Readonly<Record<string, unknown>> = recordSchemas[table].shape;
    let schema = shape[field];
    while (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) schema = schema.unwrap();
    known = schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral;
    choices.set(place, known);
  }
  return known;
}
