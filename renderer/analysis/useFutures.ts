import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { Headline } from '../../shared/analysis/headline.ts';
import type { FuturesAnswer, InitiativeFutures } from './futures.ts';
import { type Running, runner } from './runner.ts';
import type { HeadlineSource } from './useInitiativeFigures.ts';

/** Futures of each initiative that the portfolio's pictures draw their ranges from. */
export const FUTURES = 200;

/** Initiatives simulated in one job, so that nothing else on the line waits for long. */
const CHUNK = 4;

/** A future belongs to the very figures it was made beside: newer figures make it stale. */
type Known = ReadonlyMap<string, { readonly of: Headline; readonly futures: InitiativeFutures | null }>;

const useAnswers = create<{ readonly known: Known; readonly failed: string | null }>()(() => ({
  known: new Map(),
  failed: null,
}));

/** Those that fit the newest figures, which are all that is ever asked for. */
const fitting = (known: Known, headlineOf: HeadlineSource): Known =>
  new Map([...known].filter(([id, { of }]) => of === headlineOf(id)));

export interface Futures {
  /** The futures of an initiative that fit its newest figures; undefined while there are none. */
  readonly of: (id: string) => InitiativeFutures | null | undefined;
  readonly done: number;
  readonly total: number;
  readonly failed: string | null;
}

/** While figures pour in, they would soon make what is simulated stale. */
const POURING_MS = 250;
/** After a single change its ranges follow at once; what a hand drags on would restart them at every step. */
const SETTLED_MS = 40;

/**
 * Simulates the initiatives in the given order, in the background and only once their figures are there; asked again
 * whenever the list or the figures change.
 */
export function useFutures(ids: readonly string[], headlineOf: HeadlineSource): Futures {
  const { known, failed } = useAnswers();
  useEffect(() => {
    let running: Running | null = null;
    let gone = false;
    const next = (): void => {
      const current = fitting(useAnswers.getState().known, headlineOf);
      const wanted = ids
        .filter((id) => (headlineOf(id) ?? null) !== null && !current.has(id))
        .slice(0, CHUNK);
      if (wanted.length === 0 || gone) return;
      const made = new Map(wanted.map((id) => [id, headlineOf(id)!]));
      running = runner.run<FuturesAnswer>(
        { kind: 'futures', ids: wanted, draws: FUTURES },
        {
          onDone: (answers) => {
            const all = new Map(fitting(useAnswers.getState().known, headlineOf));
            for (const [id, futures] of answers) all.set(id, { of: made.get(id)!, futures });
            useAnswers.setState({ known: all, failed: null });
            next();
          },
          onFailed: (message) => useAnswers.setState({ failed: message }),
        },
      );
    };
    const isPouring = ids.some((id) => headlineOf(id) === undefined);
    const timer = setTimeout(next, isPouring ? POURING_MS : SETTLED_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
      running?.cancel();
    };
  }, [ids, headlineOf]);
  return useMemo(() => {
    const current = fitting(known, headlineOf);
    const done = ids.filter((id) => current.has(id)).length;
    return { of: (id) => current.get(id)?.futures, done, total: ids.length, failed };
  }, [ids, known, headlineOf, failed]);
}
