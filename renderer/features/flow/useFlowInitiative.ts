import { useMemo } from 'react';
import type { Initiative } from '../../../shared/domain/records.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { largestInitiative } from './largestInitiative.ts';

/** The initiative that Flow shows: the chosen one, else the one with the largest budget; null in an empty portfolio. */
export function useFlowInitiative(): Initiative | null {
  const initiatives = usePortfolio((state) => state.records?.initiative);
  const chosen = useView((state) => state.flowInitiativeId);
  return useMemo(() => {
    if (!initiatives) return null;
    const known = chosen === null ? undefined : initiatives[chosen];
    return known ?? largestInitiative(initiatives);
  }, [initiatives, chosen]);
}
