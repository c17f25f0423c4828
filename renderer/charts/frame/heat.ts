/** The steps of a heat, weakest first; `--heat-1` to `--heat-5` say how strongly each fills, by theme. */
export const heatSteps = [1, 2, 3, 4, 5] as const;
export type HeatStep = (typeof heatSteps)[number];

/** How strongly a step fills, as an opacity by name. */
export const heatOpacity = (step: HeatStep): string => `var(--heat-${step})`;

/** The colour of each heat, by name: what is needed, funded, missing, spent twice, and how many work on it. */
export const heatColour = {
  need: '--ink-3',
  supply: '--supply',
  gap: '--gap',
  overlap: '--overlap',
  count: '--line-strong',
} as const;
