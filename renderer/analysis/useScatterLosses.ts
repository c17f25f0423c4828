import { useMemo } from 'react';
import type { Scatter } from '../../shared/analysis/carrierMatrix.ts';
import { toMinor } from '../../shared/text/format.ts';
import { lossOf, type ScatterLoss } from '../charts/carry/scatterLoss.ts';
import { useFutures } from './useFutures.ts';
import { useHeadlines } from './useInitiativeFigures.ts';

/** Projects that are simulated at most: those that go next, or in the chosen quarter. */
const SIMULATED = 40;

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
  const ids = useMemo(
    () =>
      scatters
        .filter(({ day }) => day > from)
        .flatMap(({ projectIds }) => projectIds)
        .slice(0, SIMULATED),
    [scatters, from],
  );
  const futures = useFutures(ids, version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the map of figures holds
  return useMemo(
    () =>
      new Map(
        scatters.map(({ id, projectIds }) => [
          id,
          lossOf(
            projectIds,
            (project) => headlines.get(project),
            (project) => futures.of(project),
            (amount) => toMinor(amount, currency),
          ),
        ]),
      ),
    [scatters, futures, headlines, version, currency],
  );
}
