import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { Headline } from '../../shared/analysis/headline.ts';
import type { FuturesAnswer, InitiativeFutures } from './futures.ts';
import { type Running, runner } from './runner.ts';

/** Futures of each initiative that the portfolio's pictures draw their ranges from. */
export const FUTURES = 200;

/** Initiatives simulated in one job, so that nothing else on the line waits for long. */
const CHUNK = 4;

/** A future belongs to the very figures it was made beside: newer figures make it stale. */
const known = new Map<string, { readonly of: Headline; readonly futures: InitiativeFutures | null }>();

const useVersion = create<{ readonly version: number; readonly failed: string | null }>()(() => ({
  version: 0,
  failed: null,
}));

/** The futures of an initiative that fit its newest figures; undefined while there are none. */
const futuresNow = (id: string): InitiativeFutures | null | undefined => {
  const entry = known.get(id);
  return entry && entry.of === runner.headlines.get(id) ? entry.futures : undefined;
};

export interface Futures {
  readonly of: (id: string) => InitiativeFutures | null | undefined;
  readonly done: number;
  readonly total: number;
  readonly failed: string | null;
  /** Grows with every answer. */
  readonly version: number;
}

/** While figures pour in, they would soon make what is simulated stale. */
const POURING_MS = 250;
/** After a single change its ranges follow at once; what a hand drags on would restart them at every step. */
const SETTLED_MS = 40;

/**
 * Simulates the initiatives in the given order, in the background and only once their figures are there; asked again
 * whenever the list or the figures (`figuresVersion`) change.
 */
export function useFutures(ids: readonly string[], figuresVersion: number): Futures {
  const { version, failed } = useVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the runner's map holds
  useEffect(() => {
    for (const [id, entry] of known) if (entry.of !== runner.headlines.get(id)) known.delete(id);
    let running: Running | null = null;
    let gone = false;
    const next = (): void => {
      const wanted = ids
        .filter((id) => (runner.headlines.get(id) ?? null) !== null && futuresNow(id) === undefined)
        .slice(0, CHUNK);
      if (wanted.length === 0 || gone) return;
      const made = new Map(wanted.map((id) => [id, runner.headlines.get(id)!]));
      running = runner.run<FuturesAnswer>(
        { kind: 'futures', ids: wanted, draws: FUTURES },
        {
          onDone: (answers) => {
            for (const [id, futures] of answers) known.set(id, { of: made.get(id)!, futures });
            useVersion.setState((state) => ({ version: state.version + 1, failed: null }));
            next();
          },
          onFailed: (message) => useVersion.setState({ failed: message }),
        },
      );
    };
    const isPouring = ids.some((id) => runner.headlines.get(id) === undefined);
    const timer = setTimeout(next, isPouring ? POURING_MS : SETTLED_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
      running?.cancel();
    };
  }, [ids, figuresVersion]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions stand for what the maps hold
  return useMemo(() => {
    const done = ids.reduce((sum, id) => sum + Number(futuresNow(id) !== undefined), 0);
    return { of: futuresNow, done, total: ids.length, failed, version };
  }, [ids, version, failed, figuresVersion]);
}
