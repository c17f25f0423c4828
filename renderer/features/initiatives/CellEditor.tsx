import { useEffect, useId, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { modes, stages } from '../../../shared/domain/records.ts';
import { choiceBegun, choicesOf } from '../../ui/editGrid/cellEdits.ts';
import type { InvalidKey } from '../../ui/parse.ts';
import css from './CellEditor.module.css';
import type { ColumnKind } from './columns.ts';

/** Where the cursor goes from an editor; `fill` writes into every marked cell and stays. */
export type EditorEnd = 'stay' | 'down' | 'up' | 'next' | 'previous' | 'fill';

/** What a key says to an editor: where to go with its text, to leave without it, or null for none of that. */
function endOf(event: React.KeyboardEvent): EditorEnd | 'cancel' | null {
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

export interface CellEditorProps {
  readonly kind: ColumnKind;
  readonly label: string;
  readonly start: string;
  /** What was typed over the cell; null where it was opened, with its whole text selected. */
  readonly typed: string | null;
  /** Suggestions for texts. */
  readonly suggestions?: readonly string[];
  /** Takes the text over; answers why it cannot, or null. */
  readonly onCommit: (text: string, then: EditorEnd) => InvalidKey | null;
  readonly onCancel: () => void;
  /** Takes a pasted rectangle instead of the field; absent where a cell takes one text only. */
  readonly onPasteSheet?: (text: string) => void;
}

/** The field in a cell. What it cannot take it explains under the cell, and stays open. */
export function CellEditor(props: CellEditorProps) {
  const { kind } = props;
  return kind === 'mode' || kind === 'stage' ? <ChoiceEditor {...props} /> : <TextEditor {...props} />;
}

function TextEditor(props: CellEditorProps) {
  const { label, start, typed, suggestions, onCommit, onCancel, onPasteSheet } = props;
  const { t } = useTranslation('inspector');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  const [text, setText] = useState(typed ?? start);
  const [reason, setReason] = useState<InvalidKey | null>(null);
  useEffect(() => {
    field.current?.focus();
    if (typed === null) field.current?.select();
  }, [typed]);
  const commit = (then: EditorEnd): void => {
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
  return (
    <span className={css.editor}>
      <input
        ref={field}
        className={css.field}
        aria-label={label}
        aria-invalid={reason ? true : undefined}
        aria-describedby={reason ? id : undefined}
        list={suggestions && suggestions.length > 0 ? `${id}-list` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setReason(null);
        }}
        onKeyDown={press}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!onPasteSheet || !/[\t\n]/.test(pasted.trimEnd())) return;
          event.preventDefault();
          left.current = true;
          onPasteSheet(pasted);
        }}
        onBlur={() => {
          // Leaving by the pointer keeps what is right and drops what is not, as leaving by Escape would.
          if (!left.current && onCommit(text, 'stay') !== null) onCancel();
        }}
      />
      {suggestions && suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {reason && (
        // Outside the table, whose edges would cut it off.
        <Popover isOpen isNonModal triggerRef={field} placement="bottom start" className={css.reason ?? ''}>
          <span id={id} role="alert">
            {t(reason)}
          </span>
        </Popover>
      )}
    </span>
  );
}

function ChoiceEditor({ kind, label, start, typed, onCommit, onCancel }: CellEditorProps) {
  const { t } = useTranslation('common');
  const field = useRef<HTMLSelectElement>(null);
  const left = useRef(false);
  useEffect(() => field.current?.focus(), []);
  const choices =
    kind === 'mode'
      ? choicesOf('common', modes, (id) => `mode.${id}`)
      : [{ id: '', text: t('unknown') }, ...choicesOf('common', stages, (id) => `stage.${id}`)];
  const [value, setValue] = useState(() => (typed === null ? start : choiceBegun(choices, typed, start)));
  const commit = (then: EditorEnd): void => {
    left.current = true;
    onCommit(value, then);
  };
  return (
    <select
      ref={field}
      className={css.field}
      aria-label={label}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        const end = endOf(event);
        if (end === null) return;
        if (end === 'cancel') {
          left.current = true;
          onCancel();
        } else commit(end);
        event.preventDefault();
      }}
      onBlur={() => {
        if (!left.current) commit('stay');
      }}
    >
      {choices.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}
