import type { ReactNode } from 'react';
import { type Opens, openReceiptOf } from './receiptStore.ts';
import css from './receipts.module.css';

/** A modelled figure that opens its receipt when clicked, or with Enter. */
export function Figure({
  opens,
  label,
  className,
  inSentence = false,
  children,
}: {
  readonly opens: Opens;
  /** What a screen reader hears after the value. */
  readonly label: string;
  readonly className?: string | undefined;
  /** Within a sentence the label only describes the figure, so that the sentence is heard as it is written. */
  readonly inSentence?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={`${css.figure} ${className ?? ''}`}
      title={label}
      onClick={() => openReceiptOf(opens)}
    >
      {children}
      {!inSentence && <span className="visuallyHidden"> {label}</span>}
    </button>
  );
}
