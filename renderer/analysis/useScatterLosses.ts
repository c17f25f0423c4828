import { useMemo } from 'react';
import type { Scatter } from '../../shared/analysis/carrierMatrix.ts';
import { type ScatterLoss, scatterLosses, simulatedScatters } from '../charts/carry/scatterLoss.ts';
import { useFutures } from './useFutures.ts';
import { useHeadlines } from './useInitiativeFigures.ts';

/**
 * What each scattering loses in the model's figures, by its id. Figures of all projects come from the worker; ranges of
 * those that go after `from`, the next ones first.
 */
export function useScatterLosses(
  scatters: readonly Scatter[],
  from: number,
  currency: string,
): ReadonlyMap<string, ScatterLoss> {
  const headlineOf = useHeadlines();
  const ids = useMemo(() => simulatedScatters(scatters, from), [scatters, from]);
  const futures = useFutures(ids, headlineOf);
  return useMemo(
    () => scatterLosses(scatters, { headlineOf, futuresOf: futures.of }, currency),
    [scatters, futures, headlineOf, currency],
  );
}
