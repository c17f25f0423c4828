import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import css from './EmptyStart.module.css';

export interface EmptyStartProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  /** Stands in the field until something is typed. */
  readonly example: string;
  readonly button: string;
  /** Why nothing can be added, or null. */
  readonly readOnly: string | null;
  readonly onStart: (name: string) => void;
  /** True when a command asks for the field; `onWished` hears that it has the keyboard. */
  readonly wished?: boolean;
  readonly onWished?: () => void;
  /** Another way in, beside the button. */
  readonly children?: ReactNode;
}

/** What stands in a `Start` where a list will be: what it is for, and a line to type the first name. */
export function EmptyStart({
  title,
  text,
  label,
  example,
  button,
  readOnly,
  onStart,
  wished = false,
  onWished,
  children,
}: EmptyStartProps) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  useEffect(() => {
    if (!wished) return;
    field.current?.focus();
    onWished?.();
  }, [wished, onWished]);
  return (
    <section className={css.empty}>
      <h2>{title}</h2>
      <p>{readOnly ?? text}</p>
      {readOnly === null && (
        <form
          className={css.start}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') field.current?.focus();
            else onStart(name);
          }}
        >
          <input
            ref={field}
            aria-label={label}
            placeholder={example}
            value={name}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
          <Button look="primary" type="submit">
            {button}
          </Button>
          {children}
        </form>
      )}
    </section>
  );
}
