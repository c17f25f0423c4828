import { settingsOf } from '../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { usePortfolio } from '../state/portfolioStore.ts';
import type { FiguresInFutures, Sensitivity, Simulation } from './jobs.ts';
import { useComparison } from './useComparison.ts';
import { type JobState, useJob } from './useJob.ts';

/** The simulated futures of one initiative by its state's draws and seed; of the shown state unless another is given. */
export function useSimulation(id: string | null, of: PortfolioRecords | null = null): JobState<Simulation> {
  const asked = useQuestion(id, of);
  return useJob<Simulation>(
    asked && {
      kind: 'simulate',
      input: asked.input,
      defaults: asked.defaults,
      draws: asked.draws,
      seed: asked.seed,
    },
  );
}

/** What the same futures, or the first `draws` of them, say of every figure of an initiative. */
export function useFigureRanges(
  id: string | null,
  of: PortfolioRecords | null = null,
  draws?: number,
): JobState<FiguresInFutures> {
  const asked = useQuestion(id, of);
  return useJob<FiguresInFutures>(
    asked && { kind: 'ranges', ...asked, ...(draws === undefined ? {} : { draws }) },
  );
}

/** What is asked of the futures of an initiative; null where it cannot be computed. */
function useQuestion(id: string | null, of: PortfolioRecords | null) {
  const comparison = useComparison(id, of);
  const shown = usePortfolio((state) => state.records);
  const records = of ?? shown;
  if (comparison.status !== 'ready' || records === null) return null;
  const { draws, seed } = settingsOf(records);
  const { input, defaults, basis } = comparison;
  return { input, defaults, provenance: basis.provenance, draws, seed };
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
