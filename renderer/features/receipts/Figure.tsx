import type { ReactNode } from 'react';
import { openReceipt } from './receiptStore.ts';
import css from './receipts.module.css';

/** A modelled figure that opens its receipt when clicked, or with Enter. */
export function Figure({
  initiativeId,
  figure,
  label,
  className,
  children,
}: {
  readonly initiativeId: string;
  readonly figure: string;
  /** What a screen reader hears before the value. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={`${css.figure} ${className ?? ''}`}
      title={label}
      onClick={() => openReceipt(initiativeId, figure)}
    >
      {children}
      <span className="visuallyHidden"> {label}</span>
    </button>
  );
}
