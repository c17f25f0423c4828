import type { DecisionOption } from '../../../shared/domain/records.ts';

/** A stored effect as low, likely and high; null where nobody knows it. */
export function effectRange(
  effects: DecisionOption['effects'],
  key: string,
): { readonly low: number; readonly likely: number; readonly high: number } | null {
  const value = Object.hasOwn(effects, key) ? effects[key] : null;
  if (typeof value === 'number') return { low: value, likely: value, high: value };
  return typeof value === 'object' && value !== null ? value : null;
}
