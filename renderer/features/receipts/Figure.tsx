import type { ReactNode } from 'react';
import { type Opened, openReceiptOf } from './receiptStore.ts';
import css from './receipts.module.css';

/** A modelled figure that opens its receipt when clicked, or with Enter. */
export function Figure({
  opens,
  label,
  className,
  children,
}: {
  readonly opens: Opened;
  /** What a screen reader hears after the value. */
  readonly label: string;
  readonly className?: string | undefined;
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
      <span className="visuallyHidden"> {label}</span>
    </button>
  );
}
