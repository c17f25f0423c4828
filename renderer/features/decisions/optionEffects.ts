import type { DecisionOption } from '../../../shared/domain/records.ts';

/** What an option moves, by the key of its effect, with the word for it and which way is better. Whole currency units. */
export const optionMeasures = [
  ['ownGapMoney', 'option.ownGap', 'less'],
  ['gapMoney', 'option.gap', 'less'],
  ['overlapMoney', 'option.overlap', 'less'],
  ['wasteMoney', 'option.waste', 'less'],
  ['value', 'option.value', 'more'],
] as const;

/** A stored effect as low, likely and high; null where nobody knows it. */
export function effectRange(
  effects: DecisionOption['effects'],
  key: string,
): { readonly low: number; readonly likely: number; readonly high: number } | null {
  const value = Object.hasOwn(effects, key) ? effects[key] : null;
  if (typeof value === 'number') return { low: value, likely: value, high: value };
  return typeof value === 'object' && value !== null ? value : null;
}
