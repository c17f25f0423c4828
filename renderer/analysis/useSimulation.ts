import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { usePortfolio } from '../state/portfolioStore.ts';
import type { Sensitivity, Simulation } from './jobs.ts';
import { useComparison } from './useComparison.ts';
import { type JobState, useJob } from './useJob.ts';

/** The simulated futures of one initiative by its state's draws and seed; of the shown state unless another is given. */
export function useSimulation(id: string | null, of: PortfolioRecords | null = null): JobState<Simulation> {
  const comparison = useComparison(id, of);
  const shown = usePortfolio((state) => state.records);
  const records = of ?? shown;
  const settings = records === null ? null : settingsOf(records);
  return useJob<Simulation>(
    comparison.status === 'ready' && settings
      ? {
          kind: 'simulate',
          input: comparison.input,
          defaults: comparison.defaults,
          draws: settings.draws,
          seed: settings.seed,
        }
      : null,
  );
}

/** What moves the difference between the modes of one initiative, with break-even values. */
export function useTornado(id: string | null): JobState<Sensitivity> {
  const comparison = useComparison(id);
  return useJob<Sensitivity>(
    comparison.status === 'ready'
      ? { kind: 'sensitivity', input: comparison.input, defaults: comparison.defaults }
      : null,
  );
}
