import { Formula } from './InitiativeReceipt.tsx';
import { Parts } from './Parts.tsx';
import { ReceiptInputs } from './ReceiptInputs.tsx';
import type { Opened } from './receiptStore.ts';
import css from './receipts.module.css';

/** A figure that a view made of others: value, range, formula, and its parts, those with most first. */
export function MadeReceipt({ opened }: { readonly opened: Extract<Opened, { readonly kind: 'made' }> }) {
  const { of, value, text, range, formula, operation, parts, say, inputs } = opened.made;
  const isSum = operation === 'sum';
  return (
    <>
      <p className={css.of}>{of}</p>
      <p className={css.value}>{text ?? say(value)}</p>
      <p className={css.range}>{range}</p>
      <Formula text={formula} />
      {parts.length > 0 && (
        <Parts
          lines={isSum ? [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)) : parts}
          operation={operation}
          total={isSum ? say(value) : null}
          say={say}
        />
      )}
      {inputs && <ReceiptInputs inputs={inputs} />}
    </>
  );
}
