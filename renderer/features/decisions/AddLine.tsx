import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import css from './decisions.module.css';

/** A line to type one more entry of a list; Enter adds it and leaves the line ready for the next. */
export function AddLine({
  label,
  example,
  button,
  onAdd,
}: {
  readonly label: string;
  readonly example: string;
  readonly button: string;
  readonly onAdd: (text: string) => void;
}) {
  const [text, setText] = useState('');
  return (
    <form
      className={css.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        onAdd(text);
        setText('');
      }}
    >
      <input
        aria-label={label}
        placeholder={example}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" isDisabled={text.trim() === ''}>
        {button}
      </Button>
    </form>
  );
}
