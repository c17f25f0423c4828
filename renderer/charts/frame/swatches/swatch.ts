import type { ReactNode } from 'react';
import type { Swatch } from '../legend.ts';

/** What a swatch may take from its drawing: the id of its patterns, and the letter of its entry. */
export interface SwatchInk {
  readonly patterns: string;
  readonly letter: string;
}

/** Draws swatches round the middle of their line, from x = 0 to their width: px. */
export type Swatches = Partial<Readonly<Record<Swatch, (ink: SwatchInk) => ReactNode>>>;
