import { type MethodName, methods } from '../../shared/contract/methods.ts';
import type { Result } from '../../shared/contract/result.ts';

const isMethod = (name: string): name is MethodName => Object.hasOwn(methods, name);

/** True for a method that changes something, on disk or in what is open. */
export const writes = (name: string): boolean => isMethod(name) && methods[name].kind === 'write';

/** What a window that only shows is answered when it asks to write. */
export const refusedToWrite = (name: string): Result<never> => ({
  ok: false,
  error: { code: 'read_only', message: `${name}: a projected window only shows` },
});
