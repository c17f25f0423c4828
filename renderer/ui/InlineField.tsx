import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './InlineField.module.css';
import type { InvalidKey, Parsed } from './parse.ts';

export interface InlineFieldProps<T> {
  readonly label: string;
  readonly value: T;
  /** The value for reading; empty where it is unknown. */
  readonly show: (value: T) => string;
  /** The value for typing; as shown where absent. */
  readonly toText?: (value: T) => string;
  readonly read: (text: string) => Parsed<T>;
  readonly onCommit: (value: T) => void;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  /** Figures stand at the right edge. */
  readonly numeric?: boolean;
  readonly lines?: number;
  /** `above` for wide texts, `hidden` where the place says what it is. */
  readonly labelAt?: 'left' | 'above' | 'hidden';
  readonly look?: 'plain' | 'title';
}

/**
 * A value that is edited where it stands: quiet until pointed at, kept with Enter or by leaving, put back with Escape.
 * What cannot be understood is explained under the field and not kept.
 */
export function InlineField<T>(props: InlineFieldProps<T>) {
  const { label, value, show, read, onCommit, readOnly = false, placeholder, suggestions, lines } = props;
  const { t } = useTranslation(['inspector', 'common']);
  const id = useId();
  /** What was typed and waits to be kept or mended; null where the value stands, which others may change meanwhile. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<InvalidKey | null>(null);
  const putBack = useRef(false);
  const begin = (): void => {
    putBack.current = false;
    setOpen(true);
  };
  const toText = props.toText ?? show;
  const keep = (): void => {
    setOpen(false);
    if (typed === null) return;
    const parsed = putBack.current || typed === toText(value) ? null : read(typed);
    setReason(parsed?.ok === false ? parsed.reason : null);
    if (parsed?.ok === false) return;
    setTyped(null);
    if (parsed && parsed.value !== value) onCommit(parsed.value);
  };
  const press = (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      putBack.current = true;
      event.currentTarget.blur();
    } else if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      keep();
      if (typed === null || read(typed).ok) event.currentTarget.select();
    }
  };
  const listed = suggestions && suggestions.length > 0 && !readOnly;
  const shared = {
    id,
    className: css.field,
    readOnly,
    placeholder: placeholder ?? (readOnly ? '–' : t('unknown', { ns: 'common' })),
    'aria-invalid': reason ? true : undefined,
    'aria-describedby': reason ? `${id}-reason` : undefined,
    value: typed ?? (isOpen ? toText(value) : show(value)),
    onFocus: readOnly ? undefined : begin,
    onBlur: keep,
    onKeyDown: press,
  };
  return (
    <div
      className={css.line}
      data-label={props.labelAt ?? 'left'}
      data-numeric={props.numeric || undefined}
      data-look={props.look ?? 'plain'}
    >
      <label htmlFor={id} className={props.labelAt === 'hidden' ? 'visuallyHidden' : css.label}>
        {label}
      </label>
      {lines ? (
        <textarea
          {...shared}
          rows={lines}
          onChange={(event) => {
            setTyped(event.target.value);
            setReason(null);
          }}
        />
      ) : (
        <input
          {...shared}
          list={listed ? `${id}-list` : undefined}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
            setReason(null);
          }}
        />
      )}
      {listed && (
        <datalist id={`${id}-list`}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {reason && (
        <p id={`${id}-reason`} className={css.reason} role="alert">
          {t(reason)}
        </p>
      )}
    </div>
  );
}
