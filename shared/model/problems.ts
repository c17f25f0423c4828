import type { ModelInitiative, ModelParameterOverrides, ModelProblem } from './types.ts';
export function problems(_i: ModelInitiative, _d?: ModelParameterOverrides): ModelProblem[] { return []; }
