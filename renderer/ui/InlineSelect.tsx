import { useId } from 'react';
import css from './InlineField.module.css';

export interface InlineSelectProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly choices: readonly { readonly id: Id; readonly text: string }[];
  readonly onCommit: (id: Id) => void;
  readonly readOnly?: boolean;
  readonly labelAt?: 'left' | 'above' | 'hidden';
}

/** A choice of one from a few, changed where it stands. */
export function InlineSelect<Id extends string>(props: InlineSelectProps<Id>) {
  const { label, value, choices, onCommit, readOnly = false, labelAt = 'left' } = props;
  const id = useId();
  return (
    <div className={css.line} data-label={labelAt}>
      <label htmlFor={id} className={labelAt === 'hidden' ? 'visuallyHidden' : css.label}>
        {label}
      </label>
      <select
        id={id}
        className={`${css.field} ${css.select}`}
        disabled={readOnly}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.id === event.target.value);
          if (chosen) onCommit(chosen.id);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}
