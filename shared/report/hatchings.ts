/** A texture of slanted lines, which stands beside a colour. */
export interface Hatching {
  /** From the middle of one line across to the next, px. */
  readonly period: number;
  /** Across a line, px. */
  readonly width: number;
  /** Whether the lines rise to the right. */
  readonly rising: boolean;
  /** Name of the lines' colour among those of a theme, and how much of it covers the ground, 0 to 1. */
  readonly color: `--${string}`;
  readonly strength: number;
  /** Name of the colour under the lines; null where they lie on what is there. */
  readonly ground: `--${string}` | null;
}

/** Waiting, relearning, and overlaps in areas and in bars: the same in every drawing, file and slide. */
export const hatchings = {
  wait: { period: 5, width: 1.6, rising: true, color: '--project', strength: 0.75, ground: null },
  relearn: {
    period: 4,
    width: 1.8,
    rising: false,
    color: '--project',
    strength: 1,
    ground: '--project-soft',
  },
  overlap: {
    period: 7,
    width: 2,
    rising: true,
    color: '--overlap',
    strength: 0.55,
    ground: '--overlap-soft',
  },
  overlapBar: {
    period: 6,
    width: 2.4,
    rising: true,
    color: '--overlap',
    strength: 0.8,
    ground: '--overlap-soft',
  },
} as const satisfies Readonly<Record<string, Hatching>>;

export type HatchingName = keyof typeof hatchings;
export const hatchingNames = Object.keys(hatchings) as readonly HatchingName[];

/** From one line to the next along the horizontal, px: they stand at 45°. */
export const hatchingStep = ({ period }: Hatching): number => period * Math.SQRT2;
