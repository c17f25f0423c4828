import { useEffect, useId, useRef } from 'react';
import css from './Field.module.css';

interface FieldProps {
  readonly label: string;
  readonly help?: string;
  /** Says what is wrong; the field then counts as invalid. */
  readonly error?: string | null;
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What was typed is meant: with Enter, and as the field is left. Several lines are only left. */
  readonly onKeep?: () => void;
  readonly autoFocus?: boolean;
  readonly list?: readonly string[];
  readonly multiline?: boolean;
}

/** A labelled line of text, with suggestions from `list`; several lines when `multiline`. */
export function TextField({
  label,
  help,
  error,
  value,
  onChange,
  onKeep,
  autoFocus,
  list,
  multiline,
}: TextFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // What is proposed is replaced by the first letter typed, as in any dialog that asks for a name.
  useEffect(() => {
    if (autoFocus) field.current?.select();
  }, [autoFocus]);
  const shared = {
    id,
    value,
    onBlur: onKeep,
    autoFocus,
    className: css.input,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || help ? `${id}-note` : undefined,
  };
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {multiline ? (
        <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...shared}
          ref={field}
          list={list ? `${id}-list` : undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onKeep?.();
          }}
        />
      )}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      <Note id={id} help={help} error={error} />
    </div>
  );
}

export interface SelectFieldProps<Id extends string> extends FieldProps {
  readonly value: Id;
  readonly choices: readonly { readonly id: Id; readonly text: string }[];
  readonly onChange: (id: Id) => void;
  readonly compact?: boolean;
  readonly disabled?: boolean;
}

/** A labelled choice of one from a few. `compact` keeps the label for screen readers only. */
export function SelectField<Id extends string>({
  label,
  help,
  error,
  value,
  choices,
  onChange,
  compact = false,
  disabled = false,
}: SelectFieldProps<Id>) {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id} className={compact ? 'visuallyHidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className={css.input}
        value={value}
        disabled={disabled}
        aria-describedby={error || help ? `${id}-note` : undefined}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.id === event.target.value);
          if (chosen) onChange(chosen.id);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.text}
          </option>
        ))}
      </select>
      <Note id={id} help={help} error={error} />
    </div>
  );
}

function Note({
  id,
  help,
  error,
}: {
  readonly id: string;
  readonly help: string | undefined;
  readonly error: string | null | undefined;
}) {
  const text = error ?? help;
  if (!text) return null;
  return (
    <p id={`${id}-note`} className={error ? css.error : css.help}>
      {text}
    </p>
  );
}
