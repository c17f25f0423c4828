/** The value of one parameter at which both modes have the same net (MODEL.md 2.7). */
import { evaluateNets, leadOf, type Nets, prepare } from './evaluate.ts';
import { isParameterId, type Parameters } from './parameters.ts';
import { PARAMETERS } from './parameterTable.ts';
import { problems } from './problems.ts';
import type { ModelInitiative, ModelNumericParameters, ModelParameterOverrides } from './types.ts';

export interface IndifferenceOptions {
  readonly param: keyof ModelNumericParameters;
  readonly lo: number;
  readonly hi: number;
}

const STEPS = 100;

/**
 * Bisection of delta net between `lo` and `hi` (unit of the parameter); null when the same mode wins at both ends.
 * Throws ModelInputError like `compare`, RangeError for a parameter that is no number with values in between, or for
 * ends that the parameter itself could not have.
 */
export function indifference(
  initiative: ModelInitiative,
  options: IndifferenceOptions,
  defaults?: ModelParameterOverrides,
): number | null {
  const { param } = options;
  if (!isParameterId(param)) throw new RangeError(`indifference.param: unknown parameter ${String(param)}`);
  if (PARAMETERS.find(({ id }) => id === param)?.kind !== 'number') {
    throw new RangeError(`indifference.param: ${param} has no values in between`);
  }
  const w = prepare(initiative, defaults);
  for (const end of ['lo', 'hi'] as const) {
    const withEnd = { ...initiative, params: { ...initiative.params, [param]: options[end] } };
    const [problem] = problems(withEnd, defaults);
    if (problem)
      throw new RangeError(`indifference.${end}: ${param} can not be ${options[end]} (${problem.code})`);
  }
  const p: Parameters = { ...w.compiled.params };
  const at = (x: number): Nets => {
    p[param] = x;
    return evaluateNets(w, p);
  };
  let low = options.lo;
  let high = options.hi;
  const atLow = leadOf(at(low));
  const atHigh = leadOf(at(high));
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  if (atLow > 0 === atHigh > 0) return null;
  for (let i = 0; i < STEPS; i++) {
    const mid = (low + high) / 2;
    const { project, product } = at(mid);
    if (product > project === atLow > 0) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}
