import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type TableName,
  tableNames,
} from '../domain/records.ts';
import { withoutAmounts } from '../storyboard/amountText.ts';
import type { Hidden } from '../storyboard/mask.ts';
import { type AliasKind, type FieldRule, isDated, isPerson, ruleOf } from '../storyboard/maskRules.ts';
import { createNameIndex, type NameIndex } from '../storyboard/nameIndex.ts';
import type { Language } from '../text/area.ts';
import { common } from '../text/catalogues/common.ts';
import { present } from '../text/catalogues/present.ts';
import { reports } from '../text/catalogues/reports.ts';
import { isOurs } from '../text/ours.ts';

type Fields = Readonly<Record<string, unknown>>;
type Words = Readonly<Record<string, string>>;

/** Fields that stay what they are for the room, but were typed by somebody. */
const typedCodes = new Set(['unit', 'code', 'externalId']);
/** Names of these stay, as words of the business do: who works, and for whom, is what a report is about. */
const namedThemselves: ReadonlySet<TableName> = new Set(['portfolio', 'team', 'partner']);

/**
 * The records as a file may show them. Where names are hidden, each text is decided by the rule that the room has for its
 * field (`maskRules.ts`): initiatives and whatever else is called as somebody liked are numbered, phases are called by
 * their kind, people and texts that nobody can vouch for are left out, and in the names of the business, its teams and
 * partners, which stay, the names of initiatives and people are replaced. Where amounts are hidden, no text holds one
 * that is written with its currency. Amounts in fields stay numbers and ids stay, so that everything computed from the
 * full records still fits: whoever writes these hides them.
 */
export function hiddenRecords(
  records: PortfolioRecords,
  hidden: Hidden,
  language: Language,
): PortfolioRecords {
  if (!hidden.names && !hidden.amounts) return records;
  const names = hidden.names ? namesOf(records, language) : null;
  const text = (value: string): string => (hidden.amounts ? withoutAmounts(value) : value);
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [text(key), deep(each)]));
    return value;
  };
  const shown = <R extends AnyRecord>(table: TableName, record: R): R => {
    const fields: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(record as Fields)) {
      const named = names ? names.field(table, record, field, value) : value;
      const worded = hidden.amounts && isTyped(table, field) && !computed.has(field);
      fields[field] = worded ? deep(named) : named;
    }
    return fields as R;
  };
  return Object.fromEntries(
    tableNames.map((table) => [
      table,
      Object.fromEntries(
        Object.values<AnyRecord>(records[table]).map((record) => [record.id, shown(table, record)]),
      ),
    ]),
  ) as unknown as PortfolioRecords;
}

interface Names {
  readonly field: (table: TableName, record: AnyRecord, field: string, value: unknown) => unknown;
}

/** What stands for the names of some records. */
function namesOf(records: PortfolioRecords, language: Language): Names {
  const words: Words = { ...common[language], ...reports[language], ...present[language] };
  const called = (key: string, number: number): string =>
    (words[key] ?? key).replace(/\{\{(?:nth|number)\}\}/, String(number));
  const alias = (kind: AliasKind, number: number): string => called(`alias.${kind}`, number);
  const index = createNameIndex();
  const numbers = numbersOf(records);
  const groups = new Map<string, number>();
  const others = new Map<string, number>();
  const numberIn = (map: Map<string, number>, text: string): number => {
    const key = text.trim().toLowerCase();
    const known = map.get(key) ?? map.size + 1;
    map.set(key, known);
    return known;
  };
  for (const { id, name } of Object.values(records.initiative))
    index.add(name, alias('initiative', numbers.get(`initiative\n${id}`) ?? 0));
  learnPeople(records, index, (number) => alias('person', number));
  // The ledger may call a team as the directory does; who else takes part there is told apart by a number.
  const onRecord = new Set(
    [...Object.values(records.team), ...Object.values(records.partner)].map(({ name }) =>
      name.trim().toLowerCase(),
    ),
  );
  const otherTeam = (value: string): string =>
    value.trim() === '' || isOurs(value)
      ? value
      : onRecord.has(value.trim().toLowerCase())
        ? index.replace(value)
        : called('hidden.otherTeam', numberIn(others, value));

  function textOf(table: TableName, record: AnyRecord, field: string, value: string): string | null {
    const { id } = record;
    const nothing = mayBeUnknown(table, field) ? null : '';
    if (field === 'externalId') return nothing;
    const by = rule(table, field);
    switch (by.rule) {
      case 'kept':
        return typedCodes.has(field) ? index.replace(value) : value;
      case 'business':
        return index.replace(value);
      case 'known':
        return namedThemselves.has(table)
          ? index.replace(value)
          : alias(by.kind, numbers.get(`${table}\n${id}`) ?? 0);
      case 'numbered':
        if (by.kind === 'phase' && 'kind' in record) return words[`phase.${record.kind}`] ?? '';
        return isOurs(value) ? value : alias(by.kind, numbers.get(`${table}\n${id}`) ?? 0);
      case 'group':
        return alias('group', numberIn(groups, value));
      case 'otherTeam':
        return otherTeam(value);
      case 'person':
        return nothing;
      case 'page':
      case 'text':
        return isOurs(value) ? value : nothing;
    }
  }

  return {
    field(table, record, field, value) {
      if (typeof value === 'string') return isDated(value) ? value : textOf(table, record, field, value);
      if (field === 'parameters') return withoutPeople(value);
      // Lists of what somebody wrote, and what an import brought along word for word.
      if (typeof value !== 'object' || value === null || computed.has(field)) return value;
      return Array.isArray(value) ? [] : {};
    },
  };
}

/**
 * What pages compute with: what is ranked, rules of guardrails, steps of scenarios, the state of a page. No file has any
 * of these as it stands where something is hidden.
 */
const computed = new Set([
  ...['items', 'pairs', 'rule', 'changes', 'state', 'settings', 'figures', 'effects', 'label'],
]);

/** The number of each record among those of its table; of parts, among those of what they are parts of. */
function numbersOf(records: PortfolioRecords): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const table of tableNames)
    for (const record of Object.values<AnyRecord>(records[table])) {
      const { decisionId, teamId } = record as Fields;
      const whole = table === 'decisionOption' ? decisionId : table === 'teamMember' ? teamId : '';
      const place = `${table}\n${String(whole)}`;
      const number = (counts.get(place) ?? 0) + 1;
      counts.set(place, number);
      numbers.set(`${table}\n${record.id}`, number);
    }
  return numbers;
}

/** Makes everybody known who is named as a person anywhere. */
function learnPeople(records: PortfolioRecords, index: NameIndex, called: (number: number) => string): void {
  const people = new Map<string, number>();
  for (const table of tableNames) {
    const fields = Object.keys(recordSchemas[table].shape).filter(isPerson);
    if (fields.length === 0) continue;
    for (const record of Object.values<AnyRecord>(records[table]))
      for (const field of fields) {
        const value = (record as Fields)[field];
        if (typeof value !== 'string' || value.trim() === '' || isOurs(value)) continue;
        const key = value.trim().toLowerCase();
        const number = people.get(key) ?? people.size + 1;
        people.set(key, number);
        index.add(value, called(number));
      }
  }
}

/** Parameters as they are set, without who set them. */
const withoutPeople = (parameters: unknown): unknown =>
  Object.fromEntries(
    Object.entries(parameters as Readonly<Record<string, Fields>>).map(([id, setting]) => [
      id,
      { ...setting, by: '' },
    ]),
  );

const rules = new Map<string, FieldRule>();
const unknowns = new Map<string, boolean>();

/** The rule for a field, decided once: there are as many questions as cells. */
const rule = (table: TableName, field: string): FieldRule =>
  remembered(rules, `${table}.${field}`, () => ruleOf(table, field));

/** Whether somebody typed what the field holds. */
const isTyped = (table: TableName, field: string): boolean =>
  typedCodes.has(field) || rule(table, field).rule !== 'kept';

const mayBeUnknown = (table: TableName, field: string): boolean =>
  remembered(unknowns, `${table}.${field}`, () => {
    const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> =
      recordSchemas[table].shape;
    return shape[field]?.safeParse(null).success ?? false;
  });

function remembered<T>(known: Map<string, T>, key: string, decide: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = decide();
  known.set(key, value);
  return value;
}
