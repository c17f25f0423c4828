import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvalidKey } from '../parse.ts';
import { choiceBegun } from './cellEdits.ts';
import css from './EditGrid.module.css';
import type { Choice, Then } from './gridTypes.ts';

export interface CellFieldProps {
  readonly label: string;
  readonly start: string;
  /** What was typed over the cell; null where it was opened, with its whole text selected. */
  readonly typed: string | null;
  readonly choices?: readonly Choice[] | undefined;
  readonly suggestions?: readonly string[] | undefined;
  readonly placeholder?: string | undefined;
  /** Takes the text over; answers why it cannot, or null. */
  readonly onCommit: (text: string, then: Then) => InvalidKey | null;
  readonly onCancel: () => void;
  /** Takes several lines or columns that are pasted; absent where the field takes them as text. */
  readonly onPasteSheet?: ((text: string) => void) | undefined;
}

/** The field in a cell: Enter and Tab take it over, Escape puts it back; what it cannot take it explains beneath. */
export function CellField(props: CellFieldProps) {
  const { label, start, typed, choices, suggestions, placeholder, onCommit, onCancel } = props;
  const { t } = useTranslation('inspector');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const left = useRef(false);
  const [text, setText] = useState(() =>
    typed === null ? start : choices ? choiceBegun(choices, typed, start) : typed,
  );
  const [reason, setReason] = useState<InvalidKey | null>(null);
  useEffect(() => {
    input.current?.focus();
    select.current?.focus();
    if (typed === null) input.current?.select();
  }, [typed]);
  const commit = (then: Then): void => {
    left.current = true;
    const refused = onCommit(text, then);
    if (refused) left.current = false;
    setReason(refused);
  };
  const press = (event: React.KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit('down');
    else if (event.key === 'Tab') commit(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Escape') {
      left.current = true;
      onCancel();
    } else return;
    event.preventDefault();
  };
  // Leaving by the pointer keeps what is right and drops what is not, as leaving by Escape would.
  const blur = (): void => {
    if (!left.current && onCommit(text, 'stay') !== null) onCancel();
  };
  if (choices)
    return (
      <select
        ref={select}
        className={css.field}
        aria-label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onBlur={blur}
      >
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.text}
          </option>
        ))}
      </select>
    );
  const listed = suggestions && suggestions.length > 0;
  return (
    <span className={css.editor}>
      <input
        ref={input}
        className={css.field}
        aria-label={label}
        aria-invalid={reason ? true : undefined}
        aria-describedby={reason ? id : undefined}
        list={listed ? `${id}-list` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setReason(null);
        }}
        onKeyDown={press}
        onBlur={blur}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!props.onPasteSheet || !/[\t\n]/.test(pasted.replace(/\r?\n$/, ''))) return;
          event.preventDefault();
          event.stopPropagation();
          left.current = true;
          onCancel();
          props.onPasteSheet(pasted);
        }}
      />
      {listed && (
        <datalist id={`${id}-list`}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {reason && (
        <span id={id} className={css.reason} role="alert">
          {t(reason)}
        </span>
      )}
    </span>
  );
}
