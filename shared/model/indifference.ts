/** The value of one parameter at which both modes have the same net (MODEL.md 2.7). */
import { deltaNet, prepare } from './evaluate.ts';
import { isParameterId, type Parameters } from './parameters.ts';
import type { ModelInitiative, ModelNumericParameters, ModelParameterOverrides } from './types.ts';

export interface IndifferenceOptions {
  readonly param: keyof ModelNumericParameters;
  readonly lo: number;
  readonly hi: number;
}

const STEPS = 100;

/**
 * Bisection of delta net between `lo` and `hi` (unit of the parameter); null when the same mode wins at both ends.
 * Throws ModelInputError like `compare`, RangeError for an unknown parameter or ends that are no numbers.
 */
export function indifference(
  initiative: ModelInitiative,
  options: IndifferenceOptions,
  defaults?: ModelParameterOverrides,
): number | null {
  const { param } = options;
  if (!isParameterId(param)) throw new RangeError(`indifference.param: unknown parameter ${String(param)}`);
  if (!Number.isFinite(options.lo)) throw new RangeError('indifference.lo must be a number');
  if (!Number.isFinite(options.hi)) throw new RangeError('indifference.hi must be a number');
  const w = prepare(initiative, defaults);
  const p: Parameters = { ...w.compiled.params };
  if (typeof p[param] !== 'number') throw new RangeError(`indifference.param: ${param} is not a number`);
  const at = (x: number): number => {
    p[param] = x;
    return deltaNet(w, p);
  };
  let low = options.lo;
  let high = options.hi;
  const atLow = at(low);
  const atHigh = at(high);
  if (atLow === 0) return low;
  if (atHigh === 0) return high;
  if (atLow > 0 === atHigh > 0) return null;
  for (let i = 0; i < STEPS; i++) {
    const mid = (low + high) / 2;
    if (at(mid) > 0 === atLow > 0) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}
