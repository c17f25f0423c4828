import { z } from 'zod';
import { recordSchemas, type TableName, tableNames } from '../domain/records.ts';

/** Names that other texts may mention: they are known, and found there too. */
export const knownKinds = ['initiative', 'team', 'partner', 'portfolio', 'person', 'group'] as const;
/**
 * Records that are called whatever somebody wrote, so that any name may stand in it: they are told apart by a number. A
 * role may be called by who has it.
 */
const numberedTables = [
  'teamMember',
  'phase',
  'release',
  'scopeItem',
  'tranche',
  'overheadWork',
  'savedView',
  'scenario',
  'decision',
  'decisionOption',
  'actionItem',
  'parkingItem',
  'ranking',
  'guardrail',
  'storyboard',
  'meeting',
] as const satisfies readonly TableName[];

/** What is named anew, each with a number of its own; `text` stands for anything else that somebody wrote. */
export const aliasKinds = [...knownKinds, ...numberedTables, 'text'] as const;
export type KnownKind = (typeof knownKinds)[number];
export type AliasKind = (typeof aliasKinds)[number];

/**
 * What a field holds while names are hidden: nothing but a key, a word of the program or a date (`kept`); a name that is
 * known; a name that is only told by its number; a person; a group; another team; words of the business, in which
 * known names are replaced; or a text that nobody can vouch for.
 */
export type FieldRule =
  | { readonly rule: 'kept' | 'person' | 'group' | 'otherTeam' | 'business' | 'page' | 'text' }
  | { readonly rule: 'known'; readonly kind: KnownKind }
  | { readonly rule: 'numbered'; readonly kind: (typeof numberedTables)[number] };

const people = new Set(['owner', 'by', 'agreedBy', 'voter']);
/** Keys and codes of the program. */
const keptFields = new Set([
  ...['currency', 'unit', 'code', 'area', 'findingKey', 'subject', 'op', 'table', 'key', 'of', 'method'],
  ...['items', 'winner', 'loser', 'item', 'quarter'],
]);
/** What the business is able to do and wants to reach: a picture of gaps without these words would say nothing. */
const businessTables: ReadonlySet<TableName> = new Set(['capability', 'segment', 'outcome']);
/** Words over a page of a storyboard, instead of which the data speaks. */
const pageFields = new Set(['titleEn', 'titleZh', 'questionEn', 'questionZh']);

export const isKey = (field: string): boolean =>
  field === 'id' || field.endsWith('Id') || field === 'ref' || field === 'token';
export const isKept = (field: string): boolean => isKey(field) || keptFields.has(field);
export const isPerson = (field: string): boolean => people.has(field);

const date = /^\d{4}-(?:\d{2}(?:-\d{2}(?:T[\d:.]+Z?)?)?|Q[1-4])$/;
/** True for a day, an instant, a month or a quarter as records hold them: nobody is named in it. */
export const isDated = (text: string): boolean => date.test(text);

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

/** The rule for a field of a record that holds a text. */
export function ruleOf(table: TableName, field: string): FieldRule {
  if (isKept(field) || isChoice(table, field)) return { rule: 'kept' };
  if (isPerson(field)) return { rule: 'person' };
  if (field === 'collaborationGroup') return { rule: 'group' };
  if (table === 'handoff' && (field === 'fromName' || field === 'toName')) return { rule: 'otherTeam' };
  if (field === 'name') {
    if (isOneOf(knownKinds, table)) return { rule: 'known', kind: table };
    if (isOneOf(numberedTables, table)) return { rule: 'numbered', kind: table };
  }
  if (businessTables.has(table) && (field === 'name' || field === 'metric')) return { rule: 'business' };
  return { rule: table === 'storyboardPage' && pageFields.has(field) ? 'page' : 'text' };
}

const unwrapped = (schema: unknown): unknown => {
  let inner = schema;
  while (inner instanceof z.ZodNullable || inner instanceof z.ZodOptional) inner = inner.unwrap();
  return inner;
};

const choices = new Map<string, boolean>();

/** True for a field that holds one of a few words of the program, such as a mode. */
function isChoice(table: TableName, field: string): boolean {
  const place = `${table}.${field}`;
  let known = choices.get(place);
  if (known === undefined) {
    const shape: Readonly<Record<string, unknown>> = recordSchemas[table].shape;
    const schema = unwrapped(shape[field]);
    known = schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral;
    choices.set(place, known);
  }
  return known;
}

let codes: ReadonlySet<string> | null = null;

/** True for one of the few words that fields of records choose from, such as "project". */
export function isCode(text: string): boolean {
  codes ??= new Set(
    tableNames.flatMap((table) =>
      Object.values(recordSchemas[table].shape).flatMap((field) => {
        const schema = unwrapped(field);
        return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
      }),
    ),
  );
  return codes.has(text);
}
