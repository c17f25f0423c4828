import type { ReactNode } from 'react';
import { InlineField } from '../../ui/InlineField.tsx';
import { type Parsed, parseDate } from '../../ui/parse.ts';
import { readName, readProse, readShare, readText } from '../../ui/readers.ts';
import { useWords } from './useWords.ts';

/** Fields of a record that hold values of a type, or nothing. */
type FieldsOf<R, T> = { [K in keyof R]: R[K] extends T ? K : never }[keyof R] & string;
type NumberField<R> = FieldsOf<R, number | null>;
type TextField<R> = FieldsOf<R, string | null>;

interface Hints {
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
}

/**
 * One line a field of a record, each changed where it stands; `patch` writes what was changed. What is empty is unknown
 * where the field may be, else an empty text.
 */
export function useFieldRows<R extends object>(
  record: R,
  patch: (values: Partial<R>) => void,
  readOnly: boolean,
) {
  const words = useWords();
  const put = (field: string, value: unknown): void => patch({ [field]: value } as Partial<R>);
  const numeric = (
    field: NumberField<R>,
    label: string,
    say: (value: number | null) => string,
    toText: (value: number | null) => string,
    read: (text: string) => Parsed<number | null>,
  ): ReactNode => (
    <InlineField
      label={label}
      numeric
      value={record[field] as number | null}
      show={say}
      toText={toText}
      read={read}
      readOnly={readOnly}
      onCommit={(value) => put(field, value)}
    />
  );
  const date = (
    field: TextField<R>,
    label: string,
    read: (text: string) => Parsed<string | null> = parseDate,
    placeholder?: string,
  ): ReactNode => (
    <InlineField
      label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      numeric
      value={record[field] as string | null}
      show={words.date}
      toText={words.dateText}
      read={read}
      readOnly={readOnly}
      onCommit={(value) => put(field, value)}
    />
  );
  return {
    date,
    /** A start and an end; neither takes a day on the wrong side of the other. */
    dates: (
      start: { readonly field: TextField<R>; readonly label: string },
      /** `open` is what an end that is not set means, where it is not just unknown. */
      end: { readonly field: TextField<R>; readonly label: string; readonly open?: string },
    ): ReactNode => {
      const inOrder =
        (isStart: boolean) =>
        (text: string): Parsed<string | null> => {
          const parsed = parseDate(text);
          if (!parsed.ok) return parsed;
          const from = isStart ? parsed.value : (record[start.field] as string | null);
          const to = isStart ? (record[end.field] as string | null) : parsed.value;
          return from !== null && to !== null && to < from ? { ok: false, reason: 'invalid.order' } : parsed;
        };
      return (
        <>
          {date(start.field, start.label, inOrder(true))}
          {date(end.field, end.label, inOrder(false), end.open)}
        </>
      );
    },
    name: (field: TextField<R>, label: string): ReactNode => (
      <InlineField
        label={label}
        value={record[field] as string}
        show={(name) => name}
        read={readName}
        readOnly={readOnly}
        onCommit={(value) => put(field, value)}
      />
    ),
    /** The name at the head of an inspector. */
    title: (field: TextField<R>, label: string): ReactNode => (
      <InlineField
        label={label}
        labelAt="hidden"
        look="title"
        lines={1}
        value={record[field] as string}
        show={(name) => name}
        read={readName}
        readOnly={readOnly}
        onCommit={(value) => put(field, value)}
      />
    ),
    /** Text that may be unknown (null); where the field holds empty text instead, that. */
    text: (
      field: TextField<R>,
      label: string,
      hints: Hints & { readonly longest?: number } = {},
    ): ReactNode => (
      <InlineField
        label={label}
        value={(record[field] as string | null) || null}
        show={words.text}
        read={readText(hints.longest)}
        {...(hints.placeholder === undefined ? {} : { placeholder: hints.placeholder })}
        {...(hints.suggestions === undefined ? {} : { suggestions: hints.suggestions })}
        readOnly={readOnly}
        onCommit={(value) => put(field, value ?? (record[field] === null ? null : ''))}
      />
    ),
    prose: (
      field: TextField<R>,
      label: string,
      hints: Hints & { readonly lines?: number } = {},
    ): ReactNode => (
      <InlineField
        label={label}
        labelAt="above"
        lines={hints.lines ?? 2}
        {...(hints.placeholder === undefined ? {} : { placeholder: hints.placeholder })}
        value={record[field] as string}
        show={(value) => value}
        read={readProse}
        readOnly={readOnly}
        onCommit={(value) => put(field, value)}
      />
    ),
    number: (
      field: NumberField<R>,
      label: string,
      read: (text: string) => Parsed<number | null>,
    ): ReactNode => numeric(field, label, words.number, words.numberText, read),
    share: (field: NumberField<R>, label: string): ReactNode =>
      numeric(field, label, words.share, words.shareText, readShare),
    money: (field: NumberField<R>, label: string): ReactNode =>
      numeric(field, label, words.money, words.moneyText, words.readMoney),
  };
}
