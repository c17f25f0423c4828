import i18next from 'i18next';
import type { Change } from '../../../shared/contract/changes.ts';
import type { TableName } from '../../../shared/domain/records.ts';
import { patch } from '../../../shared/planning/planned.ts';
import type { Language } from '../../../shared/text/area.ts';
import { type Area, catalogue } from '../../../shared/text/catalogue.ts';
import type { NamedTable } from '../../state/namedRecords.ts';
import { type Parsed, parseDate } from '../parse.ts';
import { readName, readProse, readText } from '../readers.ts';
import type { CellEdit, Choice } from './gridTypes.ts';

interface Identified {
  readonly id: string;
}
type FieldOf<R> = keyof R & string;

/** The choice that is meant by an id, or by its words in either language; null where none is. */
export function choiceMeant(choices: readonly Choice[], text: string): Choice | null {
  const wanted = text.trim().toLowerCase();
  const says = (of: string | undefined): boolean => of?.trim().toLowerCase() === wanted;
  return (
    choices.find(({ id }) => says(id)) ??
    choices.find(({ text: said, also }) => says(said) || says(also)) ??
    null
  );
}

/**
 * The id of the choice that typed letters begin, by its id or by its words in either language; `current` where they
 * begin none: a slip on the keyboard changes nothing.
 */
export function choiceBegun(choices: readonly Choice[], typed: string, current: string): string {
  const wanted = typed.trim().toLowerCase();
  const begins = (of: string | undefined): boolean => of?.toLowerCase().startsWith(wanted) ?? false;
  if (wanted === '') return current;
  return choices.find(({ id, text, also }) => begins(id) || begins(text) || begins(also))?.id ?? current;
}

/** Choices with their words in the page's language and in the other one; `key` names the sentence of each. */
export function choicesOf<Id extends string>(
  area: Area,
  ids: readonly Id[],
  key: (id: Id) => string,
): readonly Choice[] {
  const { en, 'zh-CN': zh }: Readonly<Record<Language, Readonly<Record<string, string>>>> = catalogue[area];
  const [own, other] = i18next.language === 'en' ? [en, zh] : [zh, en];
  return ids.map((id) => ({ id, text: own[key(id)] ?? id, also: other[key(id)] ?? id }));
}

/** The choice that says nothing is known. */
export const noChoice: Choice = { id: '', text: '–' };
/** The steps of the scale that importance and maturity share. */
const scaleChoices: readonly Choice[] = [
  noChoice,
  ...['1', '2', '3', '4', '5'].map((id) => ({ id, text: id })),
];

/** How the fields of one table's records are edited in cells; `recordOf` answers null where a row has none of its own. */
export function cellEdits<Row, R extends Identified>(table: TableName, recordOf: (row: Row) => R | null) {
  const edit = <T>(
    start: (record: R) => string,
    read: (text: string) => Parsed<T>,
    values: (value: T) => Partial<R>,
    more: Pick<CellEdit<Row>, 'choices' | 'suggestions'> = {},
  ): CellEdit<Row> => ({
    ...more,
    start: (row) => {
      const record = recordOf(row);
      return record ? start(record) : '';
    },
    read: (row, text) => {
      const record = recordOf(row);
      if (!record) return { ok: false, reason: 'invalid.derived' };
      const parsed = read(text);
      return parsed.ok ? { ok: true, value: changed(record, values(parsed.value)) } : parsed;
    },
  });
  const changed = (record: R, values: Partial<R>): readonly Change[] => {
    const differs = Object.entries(values).some(([field, value]) => record[field as keyof R] !== value);
    return differs ? [patch(table, record.id, values)] : [];
  };
  const text = (record: R, field: FieldOf<R>): string => String(record[field] ?? '');
  const only = <T>(field: FieldOf<R>, value: T): Partial<R> => ({ [field]: value }) as unknown as Partial<R>;
  return {
    edit,
    /** A name, which must not be empty. */
    name: (field: FieldOf<R>): CellEdit<Row> =>
      edit(
        (record) => text(record, field),
        readName,
        (value) => only(field, value),
      ),
    /** Text that may be unknown. */
    text: (field: FieldOf<R>, longest?: number): CellEdit<Row> =>
      edit(
        (record) => text(record, field),
        readText(longest),
        (value) => only(field, value),
      ),
    /** Text that is empty where nobody wrote any. */
    prose: (field: FieldOf<R>, longest?: number): CellEdit<Row> =>
      edit(
        (record) => text(record, field),
        longest === undefined ? readProse : readText(longest),
        (value) => only(field, (value ?? '').trim()),
      ),
    date: (field: FieldOf<R>): CellEdit<Row> =>
      edit(
        (record) => text(record, field),
        parseDate,
        (value) => only(field, value),
      ),
    /** A number, share or amount; `toText` gives the form in which it can be typed again. */
    number: (
      field: FieldOf<R>,
      toText: (value: number | null) => string,
      read: (typed: string) => Parsed<number | null>,
    ): CellEdit<Row> =>
      edit(
        (record) => toText((record[field] as number | null) ?? null),
        read,
        (value) => only(field, value),
      ),
    /** One of the choices; the empty one stands for unknown. */
    choice: (field: FieldOf<R>, choices: readonly Choice[]): CellEdit<Row> =>
      edit(
        (record) => text(record, field),
        readText(),
        (value) => only(field, value),
        { choices },
      ),
    /** A step from 1 to 5, or unknown. */
    scale: (field: FieldOf<R>, choices: readonly Choice[] = scaleChoices): CellEdit<Row> =>
      edit(
        (record) => text(record, field),
        readText(),
        (value) => only(field, value === null ? null : Number(value)),
        { choices },
      ),
    /** Another record by its name; one of a new name is made in the same step. */
    named: (
      field: FieldOf<R>,
      to: NamedTable,
      all: Readonly<Record<string, { readonly name: string }>>,
      /** Those that are offered; all where absent. */
      offered: readonly { readonly name: string }[] = Object.values(all),
    ): CellEdit<Row> => ({
      start: (row) => all[text(recordOf(row) ?? ({} as R), field)]?.name ?? '',
      suggestions: offered.map(({ name }) => name),
      read: (row, typed, names) => {
        const record = recordOf(row);
        if (!record) return { ok: false, reason: 'invalid.derived' };
        const name = readText()(typed);
        if (!name.ok) return name;
        return { ok: true, value: changed(record, only(field, names.idOf(to, name.value ?? ''))) };
      },
    }),
  };
}
