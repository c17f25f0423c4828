import { Failure, type Result } from '../../shared/contract/result.ts';

/** The value of a result; throws its error as a `Failure`. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, message, params, place } = result.error;
  throw new Failure(code, message, { ...(params ? { params } : {}), ...(place ? { place } : {}) });
}
