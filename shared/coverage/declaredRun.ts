import { ModelInputError } from '../model/evaluate.ts';
import type { Compare, ModelInitiative, ModelParameterOverrides } from '../model/types.ts';
import type { CoverageInitiative, DeclaredRun, RunDeclared } from './types.ts';

/** Whether there is anything that the model could run. */
export const hasDeliveryData = ({ phases, product }: CoverageInitiative): boolean =>
  Boolean(phases?.length || product);

/** Answers from the model (MODEL.md 2.7); `defaults` are the portfolio's own parameters. */
export const declaredRunBy =
  (compare: Compare, defaults?: ModelParameterOverrides): RunDeclared =>
  (initiative): DeclaredRun | null => {
    // Without delivery data there is nothing to run; asking anyway would throw once for each of 10,000 initiatives.
    if (!hasDeliveryData(initiative)) return null;
    try {
      const mode = initiative.mode === 'product' ? 'product' : 'project';
      const result = compare(initiative as unknown as ModelInitiative, defaults)[mode];
      return {
        cost: result.cost,
        end_month: result.t_complete ?? result.stopped_at,
        knowledge: result.knowledge_at_horizon,
      };
    } catch (error) {
      if (error instanceof ModelInputError) return null;
      throw error;
    }
  };

/** Stands in where no model is at hand: every hole of a plan stays unknown. */
export const noDeclaredRun: RunDeclared = () => null;
