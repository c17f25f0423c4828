import { useEffect, useState } from 'react';
import type { Job } from './engine.ts';
import { ResultCache } from './resultCache.ts';
import { runner } from './runner.ts';

/** The answer to a long computation, as far as it has come. `value` may still be that of the question before. */
export type JobState<T> =
  | { readonly status: 'idle'; readonly value: null; readonly share: 0 }
  | { readonly status: 'running'; readonly value: T | null; readonly share: number }
  | { readonly status: 'ready'; readonly value: T; readonly share: 1 }
  | { readonly status: 'failed'; readonly value: null; readonly share: 0; readonly message: string };

const results = new ResultCache<unknown>(80);
const idle = { status: 'idle', value: null, share: 0 } as const;

/** Runs a job whenever its question changes; an overtaken question is dropped, an answered one is remembered. */
export function useJob<T>(job: Job | null): JobState<T> {
  const key = job === null ? null : JSON.stringify(job);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly state: JobState<T> } | null>(null);
  const cached = key === null ? undefined : (results.get(key) as T | undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the job, word for word
  useEffect(() => {
    if (job === null || key === null || results.get(key) !== undefined) return;
    const show = (state: JobState<T>): void => setAnswer({ key, state });
    const running = runner.run<T>(job, {
      onDone: (value) => {
        results.set(key, value);
        show({ status: 'ready', value, share: 1 });
      },
      onFailed: (message) => show({ status: 'failed', value: null, share: 0, message }),
      onProgress: (share) => show({ status: 'running', value: null, share }),
    });
    return running.cancel;
  }, [key]);
  if (key === null) return idle;
  if (cached !== undefined) return { status: 'ready', value: cached, share: 1 };
  if (answer?.key === key) return answer.state;
  return { status: 'running', value: null, share: 0 };
}
