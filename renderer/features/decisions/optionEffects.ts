import type { DecisionOption } from '../../../shared/domain/records.ts';
import type { ComparedMeasure } from '../../charts/comparison/comparisonData.ts';

/** What an option moves, by the key of its effect, with the word for it. Whole currency units. */
export const optionMeasures = [
  ['ownGapMoney', 'option.ownGap'],
  ['gapMoney', 'option.gap'],
  ['overlapMoney', 'option.overlap'],
  ['wasteMoney', 'option.waste'],
  ['value', 'option.value'],
] as const;

/** The measure of a comparison that each effect is. */
export const effectMeasures = {
  ownGapMoney: 'gapMoney',
  gapMoney: 'gapMoney',
  overlapMoney: 'overlapMoney',
  wasteMoney: 'wasteMoney',
  value: 'value',
} as const satisfies Record<(typeof optionMeasures)[number][0], ComparedMeasure>;

/** A stored effect as low, likely and high; null where nobody knows it. */
export function effectRange(
  effects: DecisionOption['effects'],
  key: string,
): { readonly low: number; readonly likely: number; readonly high: number } | null {
  const value = Object.hasOwn(effects, key) ? effects[key] : null;
  if (typeof value === 'number') return { low: value, likely: value, high: value };
  return typeof value === 'object' && value !== null ? value : null;
}
