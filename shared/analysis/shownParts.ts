import type { ReceiptOperation } from '../model/receiptTypes.ts';

/**
 * The largest parts in their order, and the sum of the others where they add up; of a median those in the middle, and of
 * a mean the first. The few parts of other operations all stand there.
 */
export function shownParts<Part extends { readonly value: number }>(
  all: readonly Part[],
  operation: ReceiptOperation,
  limit: number,
): {
  readonly parts: readonly Part[];
  readonly rest: { readonly count: number; readonly value: number | null } | null;
} {
  const parts = all.filter((part) => part.value !== 0 || operation !== 'sum');
  if (parts.length <= limit) return { parts, rest: null };
  if (operation === 'median' || operation === 'mean') {
    const ordered = operation === 'mean' ? parts : [...parts].sort((a, b) => a.value - b.value);
    const from = operation === 'mean' ? 0 : Math.floor((parts.length - limit) / 2);
    return {
      parts: ordered.slice(from, from + limit),
      rest: { count: parts.length - limit, value: null },
    };
  }
  if (operation !== 'sum') return { parts, rest: null };
  const largest = new Set(
    [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, limit - 1),
  );
  const rest = parts.filter((part) => !largest.has(part));
  return {
    parts: parts.filter((part) => largest.has(part)),
    rest: { count: rest.length, value: rest.reduce((sum, part) => sum + part.value, 0) },
  };
}
