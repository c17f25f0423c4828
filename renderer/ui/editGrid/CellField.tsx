import { useEffect, useId, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { InvalidKey } from '../parse.ts';
import css from './CellField.module.css';
import { choiceBegun } from './cellEdits.ts';
import type { Choice, Then } from './gridTypes.ts';

/** What a key says to a field: where to go with its text, to leave without it, or null for none of that. */
function endOf(event: React.KeyboardEvent): Then | 'cancel' | null {
  switch (event.key) {
    case 'Enter':
      return event.ctrlKey || event.metaKey ? 'fill' : event.shiftKey ? 'up' : 'down';
    case 'Tab':
      return event.shiftKey ? 'previous' : 'next';
    case 'Escape':
      return 'cancel';
    default:
      return null;
  }
}

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
    const end = endOf(event);
    if (end === null) return;
    if (end === 'cancel') {
      left.current = true;
      onCancel();
    } else commit(end);
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
        data-cell-field
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
    <span className={css.editor} data-cell-field>
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
        // Outside the grid, whose edges would cut it off.
        <Popover isOpen isNonModal triggerRef={input} placement="bottom start" className={css.reason ?? ''}>
          <span id={id} role="alert">
            {t(reason)}
          </span>
        </Popover>
      )}
    </span>
  );
}
