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
  const { headlines, version } = useHeadlines();
  const ids = useMemo(() => simulatedScatters(scatters, from), [scatters, from]);
  const futures = useFutures(ids, version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the map of figures holds
  return useMemo(
    () =>
      scatterLosses(
        scatters,
        { headlineOf: (project) => headlines.get(project), futuresOf: (project) => futures.of(project) },
        currency,
      ),
    [scatters, futures, headlines, version, currency],
  );
}
