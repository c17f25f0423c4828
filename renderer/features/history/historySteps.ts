import { useEffect, useRef, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { ask } from '../../state/service.ts';

export type Step = MethodOutput<'history.list'>['entries'][number];

/** The service gives so many at once at most. */
const AT_ONCE = 1000;

/** How many are read first after a change: mostly one is new. */
const AFTER_A_CHANGE = 20;

/**
 * A list with its newest part read again; null where that part does not reach down to a step that holds as it did
 * before, so that more must be read. Below such a step nothing changes: undoing, redoing and going back go from the
 * newest step down.
 */
export function withNewest(old: readonly Step[], newest: readonly Step[]): readonly Step[] | null {
  const last = newest.at(-1);
  const at = last === undefined ? -1 : old.findIndex(({ id }) => id === last.id);
  const before = old[at];
  if (!last || !before) return null;
  const holds = ({ undone, damaged }: Step): boolean => !undone && !damaged;
  return holds(before) && holds(last) ? [...newest, ...old.slice(at + 1)] : null;
}

/**
 * Every step, newest first; null until the first of them were read. Long histories arrive piece by piece, and after a
 * change only what is new is read.
 */
export function useSteps(): readonly Step[] | null {
  const revision = usePortfolio((state) => state.history.revision);
  const ref = usePortfolio((state) => state.file?.ref);
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  /** The whole list as it was last read, and of which portfolio. */
  const whole = useRef<{ readonly ref: string | undefined; readonly steps: readonly Step[] } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: revision and file say when to read again
  useEffect(() => {
    let gone = false;
    const done = (all: readonly Step[]): void => {
      whole.current = { ref, steps: all };
      setSteps(all);
    };
    const read = async (): Promise<void> => {
      const old = whole.current?.ref === ref ? (whole.current?.steps ?? null) : null;
      const all: Step[] = [];
      for (;;) {
        const before = all.at(-1)?.id;
        const limit = old && all.length === 0 ? AFTER_A_CHANGE : AT_ONCE;
        const list = await ask('history.list', { limit, ...(before === undefined ? {} : { before }) });
        if (!list || gone) return;
        all.push(...list.entries);
        if (list.entries.length < limit) return done(all);
        const merged = old && withNewest(old, all);
        if (merged) return done(merged);
        // What was shown before stays until as much is there again: the list must not jump under the pointer.
        setSteps((shown) => (!shown || all.length >= shown.length ? [...all] : shown));
      }
    };
    void read();
    return () => {
      gone = true;
    };
  }, [revision, ref]);
  return steps;
}

/** The kind of a step by the first word of its label; an import's has no dot. */
export const kindOf = (step: Step): string => step.label.key.split('.')[0] ?? step.label.key;

/** The step that holds now, or null when all are undone. */
export const currentStep = (steps: readonly Step[]): Step | null =>
  steps.find(({ undone }) => !undone) ?? null;

/** How many steps lie on the way to right after a step (0: before the first), and in which direction. */
export function wayTo(
  steps: readonly Step[],
  to: number,
): { readonly direction: 'back' | 'forward'; readonly count: number } {
  const target = steps.find(({ id }) => id === to);
  if (target?.undone) {
    const count = steps.filter(({ id, undone, damaged }) => undone && !damaged && id <= to).length;
    return { direction: 'forward', count };
  }
  return { direction: 'back', count: steps.filter(({ id, undone }) => !undone && id > to).length };
}

export interface StepFilter {
  readonly text: string;
  /** Null for anyone. */
  readonly by: string | null;
  /** Null for anything. */
  readonly kind: string | null;
}

/** The steps that fit; `say` gives a step's words, in which `text` is looked for. */
export function filterSteps(
  steps: readonly Step[],
  { text, by, kind }: StepFilter,
  say: (step: Step) => string,
): readonly Step[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '' && by === null && kind === null) return steps;
  return steps.filter(
    (step) =>
      (by === null || step.by === by) &&
      (kind === null || kindOf(step) === kind) &&
      (wanted === '' || say(step).toLocaleLowerCase().includes(wanted)),
  );
}
