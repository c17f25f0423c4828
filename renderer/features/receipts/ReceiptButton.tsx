import { Calculator } from 'lucide-react';
import { type Opens, openReceiptOf } from './receiptStore.ts';
import css from './receipts.module.css';

/** Opens the figure of a row that is too small, or within a button, to be pressed itself. */
export function ReceiptButton({ opens, label }: { readonly opens: Opens; readonly label: string }) {
  return (
    <button
      type="button"
      className={css.open}
      aria-label={label}
      title={label}
      onClick={() => openReceiptOf(opens)}
    >
      <Calculator size={16} aria-hidden />
    </button>
  );
}
