import { z } from 'zod';
import { Failure, type Result } from '../../shared/contract/result.ts';

/** Runs the host's own part of a call and answers as a value whatever it throws. */
export async function asResult<T>(run: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error: asFailure(error).error };
  }
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof z.ZodError) return new Failure('invalid_input', message, { cause: error });
  return new Failure('internal', message, { cause: error });
}
