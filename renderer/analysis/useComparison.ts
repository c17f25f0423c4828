import { useMemo } from 'react';
import {
  type InitiativeInput,
  initiativeInput,
  portfolioParameters,
  settingsOf,
} from '../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { compare } from '../../shared/model/compare.ts';
import { ModelInputError } from '../../shared/model/evaluate.ts';
import { type Parameters, resolveParameters } from '../../shared/model/parameters.ts';
import { type TraceResult, trace } from '../../shared/model/trace.ts';
import type { CompareResult, ModelInitiative, ModelParameterOverrides } from '../../shared/model/types.ts';
import { usePortfolio } from '../state/portfolioStore.ts';

/** Why an initiative cannot be computed: a fact to enter (with the record field) or a value to mend. */
export interface Obstacle {
  readonly code: string;
  /** `initiative.field`, `portfolio.field`, `phase.id.field`, or a path into the model's input. */
  readonly field: string;
}

/** Both modes of one initiative, computed at once; or what stands in the way. */
export type Comparison =
  | { readonly status: 'none' }
  | { readonly status: 'not_computable'; readonly obstacles: readonly Obstacle[] }
  | {
      readonly status: 'ready';
      readonly input: ModelInitiative;
      readonly defaults: ModelParameterOverrides;
      readonly parameters: Parameters;
      readonly result: CompareResult;
      readonly trace: TraceResult;
      readonly basis: Omit<InitiativeInput, 'input' | 'missing'>;
    };

/** Compares the modes of one initiative (a few ms at most, so it runs where it is asked). */
export function compareInitiative(records: PortfolioRecords, id: string): Comparison {
  if (!Object.hasOwn(records.initiative, id)) return { status: 'none' };
  const { input, missing, ...basis } = initiativeInput(records, id);
  if (!input) return { status: 'not_computable', obstacles: missing };
  const defaults = portfolioParameters(settingsOf(records));
  try {
    return {
      status: 'ready',
      input,
      defaults,
      parameters: resolveParameters(defaults, input.params),
      result: compare(input, defaults),
      trace: trace(input, defaults),
      basis,
    };
  } catch (error) {
    if (!(error instanceof ModelInputError)) throw error;
    return {
      status: 'not_computable',
      obstacles: error.problems.map((problem) => ({ code: problem.code, field: problem.path })),
    };
  }
}

/** The comparison of one initiative, new with every change that touches it; of the shown state unless another is given. */
export function useComparison(id: string | null, of: PortfolioRecords | null = null): Comparison {
  const shown = usePortfolio((state) => state.records);
  const records = of ?? shown;
  return useMemo(
    () => (records === null || id === null ? { status: 'none' as const } : compareInitiative(records, id)),
    [records, id],
  );
}
