import type { Initiative } from '../../../shared/domain/records.ts';

/** The initiative with the largest budget, which stands where nobody chose one; null where there is none. */
export function largestInitiative(initiatives: Readonly<Record<string, Initiative>>): Initiative | null {
  let best: Initiative | null = null;
  for (const id in initiatives) {
    const initiative = initiatives[id]!;
    if (best === null || (initiative.budget ?? -1) > (best.budget ?? -1)) best = initiative;
  }
  return best;
}
