import type { DecisionOption } from '../../../shared/domain/records.ts';
import type { ComparedMeasure } from '../../charts/comparison/comparisonData.ts';

/** What an option moves, by the key of its effect: the word for it, and the measure of a comparison that it is. */
export const optionMeasures = {
  ownGapMoney: { word: 'option.ownGap', measure: 'gapMoney' },
  gapMoney: { word: 'option.gap', measure: 'gapMoney' },
  overlapMoney: { word: 'option.overlap', measure: 'overlapMoney' },
  wasteMoney: { word: 'option.waste', measure: 'wasteMoney' },
  value: { word: 'option.value', measure: 'value' },
} as const satisfies Readonly<
  Record<string, { readonly word: `option.${string}`; readonly measure: ComparedMeasure }>
>;
export type OptionMeasure = keyof typeof optionMeasures;

/** The measures that any of some options has an effect on, whose rows are worth their room. */
export const measuresOf = (options: readonly DecisionOption[]): readonly OptionMeasure[] =>
  (Object.keys(optionMeasures) as OptionMeasure[]).filter((key) =>
    options.some(({ effects }) => effectRange(effects, key)),
  );

/** A stored effect as low, likely and high; null where nobody knows it. */
export function effectRange(
  effects: DecisionOption['effects'],
  key: string,
): { readonly low: number; readonly likely: number; readonly high: number } | null {
  const value = Object.hasOwn(effects, key) ? effects[key] : null;
  if (typeof value === 'number') return { low: value, likely: value, high: value };
  return typeof value === 'object' && value !== null ? value : null;
}
