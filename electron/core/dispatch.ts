import { sortError } from '../../db/failures.ts';
import { type MethodName, methods } from '../../shared/contract/methods.ts';
import { type AppError, Failure, type Result } from '../../shared/contract/result.ts';
import { type Handlers, Later, type ServiceContext } from './context.ts';

/** Runs a piece of work after those before it; a failed one does not hold up the next. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes a queue for work that must not overlap: opening, closing and changing the portfolio. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Methods that answer at once, also while a long import or an opening is under way. */
const immediate: ReadonlySet<MethodName> = new Set<MethodName>([
  'app.info',
  'app.keepRoom',
  'preferences.write',
  'job.cancel',
  'portfolio.list',
  'portfolio.backups',
]);

type AnyHandler = (input: unknown, context: ServiceContext) => unknown;

const refuse = (error: AppError): Result<never> => ({ ok: false, error });

/**
 * The only door to the service: own-key look-up, strict parse, run. Always answers a `Result`; what nobody expected
 * becomes `internal` and is reported to the log.
 */
export async function dispatchTo(
  handlers: Handlers<MethodName>,
  context: ServiceContext,
  queue: Queue,
  name: string,
  raw: unknown,
): Promise<Result<unknown>> {
  try {
    if (typeof name !== 'string' || !Object.hasOwn(methods, name)) {
      return refuse({ code: 'unknown_method', message: `there is no method ${String(name)}` });
    }
    const method = methods[name as MethodName];
    const input = method.input.safeParse(raw);
    if (!input.success) {
      const [issue] = input.error.issues;
      const field = issue?.path.join('.') ?? '';
      return refuse({
        code: 'invalid_input',
        message: `${name}: ${field === '' ? '' : `${field}: `}${issue?.message ?? 'not valid'}`,
        params: { method: name },
        ...(field === '' ? {} : { place: { field } }),
      });
    }
    // Before it waits for its turn: a person may turn away from an import that has not even begun.
    const job = 'job' in input.data ? input.data.job : undefined;
    if (name !== 'job.cancel' && job !== undefined) context.jobs.expect(job);
    const run = async () => (handlers[name as MethodName] as AnyHandler)(input.data, context);
    const first = await (immediate.has(name as MethodName) ? run() : queue(run));
    const value = first instanceof Later ? await first.finish() : first;
    if (context.options.checkOutputs) {
      const output = method.output.safeParse(value);
      if (!output.success)
        throw new Error(`${name} answered what its contract does not allow: ${output.error.message}`);
    }
    return { ok: true, value };
  } catch (error) {
    return refuse(asAppError(error, name, context));
  }
}

function asAppError(error: unknown, name: string, context: ServiceContext): AppError {
  const path = (error as NodeJS.ErrnoException | null)?.path ?? context.session.openPath ?? name;
  const sorted = sortError(error, path);
  if (sorted instanceof Failure) return sorted.error;
  context.log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return {
    code: 'internal',
    message: `${name} failed: ${error instanceof Error ? error.message : String(error)}`,
  };
}
