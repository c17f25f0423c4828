import { useMemo } from 'react';
import type { Initiative } from '../../../shared/domain/records.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';

/** The initiative that Flow shows: the chosen one, else the one with the largest budget; null in an empty portfolio. */
export function useFlowInitiative(): Initiative | null {
  const initiatives = usePortfolio((state) => state.records?.initiative);
  const chosen = useView((state) => state.flowInitiativeId);
  return useMemo(() => {
    if (!initiatives) return null;
    const known = chosen === null ? undefined : initiatives[chosen];
    return known ?? largest(initiatives);
  }, [initiatives, chosen]);
}

function largest(initiatives: Readonly<Record<string, Initiative>>): Initiative | null {
  let best: Initiative | null = null;
  for (const id in initiatives) {
    const initiative = initiatives[id]!;
    if (best === null || (initiative.budget ?? -1) > (best.budget ?? -1)) best = initiative;
  }
  return best;
}
