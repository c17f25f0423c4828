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
import { withoutAmounts } from './amountText.ts';
import {
  type AliasKind,
  isCode,
  isDated,
  isKept,
  isPerson,
  type KnownKind,
  knownKinds,
  ruleOf,
} from './maskRules.ts';
import { createNameIndex } from './nameIndex.ts';

/** What a room must not read. Amounts in records stay numbers, so that pictures keep their shape: whoever writes them hides them. */
export interface Hidden {
  readonly names: boolean;
  readonly amounts: boolean;
}

/** The name of the nth of a kind, in the language of the screen: "Initiative 3"; for `text` what stands in its place. */
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

/** Lists of what somebody wrote. */
const freeLists = new Set(['platforms', 'features', 'questions']);
/** What an import brought along, word for word: too much to look through. */
const emptied = new Set(['extra', 'report']);
const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Fields of answers that hold what somebody wrote, or what a record's field held before. */
const written = new Set([
  ...['name', 'names', 'note', 'message', 'before', 'after', 'description', 'reason', 'problems'],
  ...['fileName', 'folder', 'dataFolder', 'suggestedName'],
]);

type Fields = Readonly<Record<string, unknown>>;

/**
 * A masker for one portfolio and one language; `hidden` with nothing to hide gives back everything as it is. While names
 * are hidden, of what somebody wrote only the words of the business stay (`maskRules.ts`), and sentences of the program
 * itself: `isOurs` knows them.
 */
export function createMasker(
  hidden: Hidden,
  words: AliasWords,
  isOurs: (text: string) => boolean = () => false,
): Masker {
  const index = createNameIndex();
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  const originals = new Map<string, AnyRecord>();
  const nothing = !hidden.names && !hidden.amounts;

  /** The number of the record among those of its kind; of parts, within what they are parts of. */
  function numbered(kind: AliasKind, key: string, whole = ''): string {
    const place = `${kind}\n${key}`;
    let nth = numbers.get(place);
    if (nth === undefined) {
      nth = (counts.get(`${kind}\n${whole}`) ?? 0) + 1;
      counts.set(`${kind}\n${whole}`, nth);
      numbers.set(place, nth);
    }
    return words(kind, nth);
  }

  function alias(kind: KnownKind, key: string, name: string): string {
    const called = numbered(kind, key);
    // The program's own word for nobody is not a name.
    if (name.trim() !== '') {
      index.add(name, called);
      names.set(called, name);
    }
    return called;
  }

  const person = (name: string): string =>
    name.trim() === '' || isOurs(name) ? name : alias('person', name.trim().toLowerCase(), name);

  function text(value: string): string {
    const named = hidden.names ? index.replace(value) : value;
    return hidden.amounts ? withoutAmounts(named) : named;
  }

  /** What somebody wrote, as a room may read it: a known name as its alias, else nothing that the program does not know. */
  function free(value: string): string {
    if (value.trim() === '' || isDated(value) || isOurs(value)) return text(value);
    const called = index.replace(value);
    return names.has(called) ? called : words('text', 0);
  }

  /** Makes the names of a record known before any text is looked through. */
  function learn(table: TableName, record: AnyRecord, ofPlan: boolean): void {
    if (ofPlan) originals.set(`${table}\n${record.id}`, record);
    for (const [name, value] of Object.entries(record as Fields)) {
      if (typeof value !== 'string') continue;
      const rule = ruleOf(table, name);
      if (rule.rule === 'known') alias(rule.kind, record.id, value);
      else if (rule.rule === 'person') person(value);
      else if (rule.rule === 'group') alias('group', value, value);
      else if (rule.rule === 'otherTeam') otherTeam(value);
    }
  }

  /** A team that is no record: it keeps its number wherever it is called the same. */
  const otherTeam = (name: string): string => {
    if (name.trim() === '') return name;
    const called = index.replace(name);
    return names.has(called) ? called : alias('team', `\n${name.trim().toLowerCase()}`, name);
  };

  /** Values of a sentence of the history: names that nobody bears any more are not known, so only words of the program stay. */
  const param = (name: string, value: unknown): unknown =>
    typeof value !== 'string' || !hidden.names
      ? deep(value)
      : // The sentence that the step of a scenario has for itself, and the field that was changed.
        name === 'stepKey' || name === 'field' || isCode(value)
        ? value
        : free(value);

  function deep(value: unknown, field = ''): unknown {
    if (typeof value === 'string') {
      if (isKept(field) || isDated(value) || isId.test(value)) return value;
      if (!hidden.names) return text(value);
      if (isPerson(field)) return person(value);
      return written.has(field) && !isCode(value) ? free(value) : text(value);
    }
    if (Array.isArray(value)) return value.map((each) => deep(each, field));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [
          name,
          hidden.names && emptied.has(name)
            ? {}
            : field === 'params'
              ? param(name, each)
              : // Whatever is in a written field is written.
                deep(each, written.has(field) && !isPerson(name) ? field : name),
        ]),
      );
    return value;
  }

  function field(table: TableName, id: string, name: string, value: unknown): unknown {
    if (table === 'scenarioStep' && name === 'changes' && Array.isArray(value)) return value.map(change);
    if (typeof value !== 'string')
      return hidden.names && Array.isArray(value) && freeLists.has(name)
        ? freeList(value)
        : deep(value, name);
    const rule = ruleOf(table, name);
    if (rule.rule === 'kept' || isDated(value)) return value;
    if (!hidden.names) return text(value);
    switch (rule.rule) {
      case 'known':
        return alias(rule.kind, id, value);
      case 'numbered':
        return isOurs(value) ? text(value) : numbered(rule.kind, id, wholeOf(table, id));
      case 'person':
        return person(value);
      case 'group':
        return alias('group', value, value);
      case 'otherTeam':
        return otherTeam(value);
      case 'business':
        return text(value);
      case 'page':
        return isOurs(value) ? text(value) : '';
      case 'text':
        return free(value);
    }
  }

  function wholeOf(table: TableName, id: string): string {
    const { initiativeId, decisionId, teamId } = (originals.get(`${table}\n${id}`) ?? {}) as Fields;
    return [initiativeId, decisionId, teamId].find((each) => typeof each === 'string') ?? '';
  }

  const freeList = (list: readonly unknown[]): readonly unknown[] =>
    list.map((each) =>
      typeof each === 'string'
        ? free(each)
        : Object.fromEntries(
            Object.entries(each as object).map(([name, value]) => [
              name,
              typeof value === 'string' ? free(value) : value,
            ]),
          ),
    );

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

  const patterns = knownKinds.map((kind) => {
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
